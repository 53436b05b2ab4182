/* Whole PDFs: the same bytes every time, text that comes out again, links, outline and labels where
 * they belong, and hostile pages. What only poppler can see is skipped without it. */
#include <config.h>

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "pages_fixture.h"
#include "support.h"

static struct fonts *fonts;

static void setup(void) {
    fonts = fixture_fonts();
    ck_assert_ptr_nonnull(fonts);
}

static void teardown(void) { fonts_close(fonts); }

static struct buffer render_as(const struct pages *pages, struct pdf_options options) {
    struct buffer out = {0};
    struct error error = {0};
    bool ok = pdf_render(pages, fonts, &options, &out, &error);
    ck_assert_msg(ok, "%s", error.message);
    return out;
}

static struct buffer render(const struct pages *pages) {
    return render_as(pages, (struct pdf_options){0});
}

static size_t count_of(struct text bytes, const char *what) {
    size_t count = 0;
    struct text needle = text_of(what);
    for (size_t at = text_find(bytes, 0, needle); at < bytes.size;
         at = text_find(bytes, at + 1, needle))
        count++;
    return count;
}

/* Writes the PDF and gives what `program` OPTIONS FILE MORE prints; nothing if it is not there. */
static struct buffer ask(const char *program, const char *options, const char *more,
                         const struct buffer *pdf) {
    char line[1024], path[512], piece[4096];
    struct buffer out = {0};
    struct error error = {0};
    snprintf(line, sizeof line, "command -v %s >/dev/null 2>&1", program);
    if (system(line) != 0)
        return out;
    snprintf(path, sizeof path, "%s/test_pdf.pdf", fixture_folder("TAKLIMAT_SCRATCH"));
    ck_assert_msg(file_write(path, buffer_view(pdf), &error), "%s", error.message);
    snprintf(line, sizeof line, "%s %s '%s' %s 2>&1", program, options, path, more);
    FILE *pipe = popen(line, "r");
    ck_assert_ptr_nonnull(pipe);
    for (size_t size; (size = fread(piece, 1, sizeof piece, pipe)) > 0;)
        buffer_append(&out, piece, size);
    ck_assert_int_eq(pclose(pipe), 0);
    buffer_char(&out, '\n');
    return out;
}

static void expect(const struct buffer *answer, const char *what) {
    if (answer->size > 0)
        ck_assert_msg(count_of(buffer_view(answer), what) > 0, "no \"%s\" in:\n%.*s", what,
                      (int)answer->size, answer->data);
}

/* Two pages with every kind of item, and an outline of three levels. */
static struct pages briefing(void) {
    struct pages pages = fixture_pages(2);
    static struct destination places[] = {{0, 50000}, {1, 60000}, {1, 400000}};
    static struct outline_entry entries[] = {
        {TEXT("Jawa Barat"), 0, 0}, {TEXT("Kota Bandung \xE2\x80\x93 caf\xC3\xA9"), 1, 1},
        {TEXT("Imbauan"), 2, 2},    {TEXT("Pejabat"), 2, 2},
        {TEXT("Metode"), 0, 1},
    };
    fixture_text(&pages, 0, FACE_SANS_BOLD, 24000, 80000, "Taklimat – Desember");
    fixture_text(&pages, 0, FACE_TEXT_REGULAR, 9800, 110000, "Kata “café” – wali kota, ’ya’.");
    fixture_text(&pages, 0, FACE_TEXT_ITALIC, 9800, 124000, "AVATAR Yogya miring")
        ->of.text.word_space = 3000;
    fixture_text(&pages, 1, FACE_SANS_REGULAR, 8800, 90000, "Halaman kedua: 1.284; 2,37 %");
    fixture_link(&pages, 0, 100000, 1, NULL);
    fixture_link(&pages, 0, 120000, 0, "https://contoh.id/berita?id=1&x=(a)");
    fixture_link(&pages, 1, 100000, 99, NULL);                 /* leads nowhere: left out */
    fixture_link(&pages, 1, 120000, 0, "javascript:alert(1)"); /* no address: left out */
    pages.destinations = places;
    pages.destination_count = 3;
    pages.outline = entries;
    pages.outline_count = 5;
    return pages;
}

START_TEST(same_pages_same_bytes) {
    struct pages pages = briefing(), others = briefing();
    struct buffer first = render(&pages), second = render(&others);
    ck_assert_uint_eq(first.size, second.size);
    ck_assert_mem_eq(first.data, second.data, first.size);
    others.title = TEXT("Taklimat lain");
    struct buffer third = render(&others);
    size_t id = text_find(buffer_view(&first), 0, TEXT("/ID ["));
    size_t other = text_find(buffer_view(&third), 0, TEXT("/ID ["));
    ck_assert_uint_lt(id, first.size);
    ck_assert_uint_lt(other, third.size);
    ck_assert_mem_ne(first.data + id, third.data + other, 40);
    buffer_free(&first);
    buffer_free(&second);
    buffer_free(&third);
    fixture_free(&pages);
    fixture_free(&others);
}
END_TEST

START_TEST(has_its_parts) {
    static const struct {
        const char *what;
        size_t times;
    } parts[] = {
        {"/Type/Page/", 2},  {"/Subtype/Link", 2}, {"/XYZ null ", 3}, {"/S/URI/URI(", 1},
        {"/Dest(1)", 3},     {"/Dest(", 6},        {"(1)[", 1},       {"/Limits[(0)(2)]", 1},
        {"/FontFile2", 4},   {"/Count -", 2},      {"/Lang(id)", 1},  {"/PageLabels", 1},
        {"CreationDate", 0}, {"ModDate", 0},       {"javascript", 0}, {"0<</S/D/St 1>>", 1},
        {"/Title", 6},       {"/ToUnicode", 4},    {"%%EOF", 1},
    };
    struct pages pages = briefing();
    struct buffer pdf = render(&pages);
    ck_assert(text_starts(buffer_view(&pdf), "%PDF-1.4"));
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        ck_assert_msg(count_of(buffer_view(&pdf), parts[i].what) == parts[i].times, "%s: %zu times",
                      parts[i].what, count_of(buffer_view(&pdf), parts[i].what));
    buffer_free(&pdf);
    fixture_free(&pages);
}
END_TEST

/* The profile that configure found, or an empty text. */
static struct buffer profile(void) {
    struct buffer out = {0};
    struct error error = {0};
    char path[512];
    snprintf(path, sizeof path, "%s/colour/sRGB.icc", fixture_folder("TAKLIMAT_DATA"));
    ck_assert_msg(profile_read(path, &out, &error), "%s", error.message);
    return out;
}

START_TEST(metadata_stands_twice) {
    struct pages pages = briefing();
    pages.title = TEXT("\"A\" <b> & \x01 'c' caf\xC3\xA9");
    pages.author = TEXT("Redaksi\n\x7FUji");
    pages.subject = TEXT("");
    struct buffer pdf = render(&pages);
    struct text bytes = buffer_view(&pdf);
    ck_assert_uint_eq(count_of(bytes, "<dc:title><rdf:Alt><rdf:li xml:lang=\"x-default\">"
                                      "\"A\" &lt;b&gt; &amp;   'c' caf\xC3\xA9</rdf:li>"),
                      1);
    ck_assert_uint_eq(count_of(bytes, "<rdf:li>Redaksi  Uji</rdf:li>"), 1); /* the same twice */
    ck_assert_uint_eq(count_of(bytes, "/Author(Redaksi  Uji)"), 1);
    ck_assert_uint_eq(count_of(bytes, "dc:description"), 0);
    ck_assert_uint_eq(count_of(bytes, "<xmp:CreatorTool>" PACKAGE_NAME " " PACKAGE_VERSION "<"), 1);
    ck_assert_uint_eq(count_of(bytes, "<dc:language><rdf:Bag><rdf:li>id<"), 1);
    ck_assert_uint_eq(count_of(bytes, "<pdf:Producer>Haru"), 1);
    ck_assert_uint_eq(count_of(bytes, "pdfaid:part>"), 0);
    ck_assert_uint_eq(count_of(bytes, "OutputIntent"), 0);
    buffer_free(&pdf);
    fixture_free(&pages);
}
END_TEST

START_TEST(a_profile_makes_it_archival) {
    struct pages pages = briefing();
    struct buffer colours = profile();
    if (colours.size > 0) {
        struct pdf_options options = {.profile = buffer_view(&colours)};
        struct buffer pdf = render_as(&pages, options);
        ck_assert_uint_eq(count_of(buffer_view(&pdf), "<pdfaid:part>1</pdfaid:part>"), 1);
        ck_assert_uint_eq(count_of(buffer_view(&pdf), "<pdfaid:conformance>B<"), 1);
        ck_assert_uint_eq(count_of(buffer_view(&pdf), "/S/GTS_PDFA1"), 1);
        ck_assert_uint_eq(count_of(buffer_view(&pdf), "/CIDSet "), 4);
        buffer_free(&pdf);
    }
    buffer_free(&colours);
    fixture_free(&pages);
}
END_TEST

START_TEST(broken_profiles_are_named) {
    static const size_t wrong[] = {0, 8, 12, 16, 36}; /* bytes of the header that matter */
    struct buffer colours = profile(), read = {0};
    struct error error = {0};
    char path[512];
    snprintf(path, sizeof path, "%s/test_pdf.icc", fixture_folder("TAKLIMAT_SCRATCH"));
    for (size_t i = 0; colours.size > 0 && i < sizeof wrong / sizeof *wrong; i++) {
        colours.data[wrong[i]] ^= 1;
        ck_assert(file_write(path, buffer_view(&colours), &error));
        colours.data[wrong[i]] ^= 1;
        ck_assert(!profile_read(path, &read, &error));
        ck_assert_int_eq(error.code, EXIT_CONFIG);
        ck_assert_uint_eq(read.size, 0);
        error_clear(&error);
    }
    ck_assert(file_write(path, TEXT("acsp"), &error));
    ck_assert(!profile_read(path, &read, &error));
    error_clear(&error);
    ck_assert(profile_read("/nonexistent/sRGB.icc", &read, &error));
    ck_assert_uint_eq(read.size, 0);
    buffer_free(&colours);
    buffer_free(&read);
}
END_TEST

START_TEST(plain_pages_have_no_tags) {
    struct pages pages = briefing();
    pages.at[0].items[3].element = 2; /* a link of a paragraph */
    struct buffer tagged = render(&pages);
    struct buffer plain = render_as(&pages, (struct pdf_options){.plain = true});
    static const char *const tags[] = {"StructTreeRoot", "/StructParents", "/StructParent ",
                                       "/Tabs",          "/MarkInfo",      "/S/P/"};
    for (size_t i = 0; i < sizeof tags / sizeof *tags; i++) {
        ck_assert_uint_eq(count_of(buffer_view(&plain), tags[i]), 0);
        ck_assert_uint_gt(count_of(buffer_view(&tagged), tags[i]), 0);
    }
    ck_assert_uint_lt(plain.size, tagged.size);
    struct buffer text = ask("pdftotext", "-enc UTF-8", "-", &plain);
    expect(&text, "Kata “café” – wali kota, ’ya’.");
    buffer_free(&text);
    buffer_free(&plain);
    buffer_free(&tagged);
    fixture_free(&pages);
}
END_TEST

START_TEST(text_comes_out_again) {
    struct pages pages = briefing();
    struct buffer pdf = render(&pages);
    struct buffer text = ask("pdftotext", "-enc UTF-8", "-", &pdf);
    expect(&text, "Taklimat – Desember");
    expect(&text, "Kata “café” – wali kota, ’ya’.");
    expect(&text, "AVATAR Yogya miring");
    expect(&text, "Halaman kedua: 1.284; 2,37 %");
    if (text.size > 0)
        ck_assert_uint_eq(count_of(buffer_view(&text), "Error"), 0);
    struct buffer info = ask("pdfinfo", "-enc UTF-8", "", &pdf);
    expect(&info, "Taklimat Bulanan – Desember 2024");
    expect(&info, "Redaksi “Kabar Uji”");
    expect(&info, "Pages:           2");
    struct buffer embedded = ask("pdffonts", "", "", &pdf);
    expect(&embedded, "Identity-H       yes yes yes");
    if (embedded.size > 0)
        ck_assert_uint_eq(count_of(buffer_view(&embedded), "yes yes yes"), 4);
    struct buffer checked = ask("qpdf", "--check", "", &pdf);
    if (checked.size > 0)
        ck_assert_uint_eq(count_of(buffer_view(&checked), "WARNING"), 0);
    buffer_free(&text);
    buffer_free(&info);
    buffer_free(&embedded);
    buffer_free(&checked);
    buffer_free(&pdf);
    fixture_free(&pages);
}
END_TEST

/* The same picture on two pages is one object; a grey one has a third of the bytes. */
START_TEST(images_stand_once) {
    struct pages pages = fixture_pages(2);
    static const unsigned char bytes[3 * 12] = {0, 128, 255, 7};
    const struct image coloured = {4, 3, 3, bytes}, grey = {6, 2, 1, bytes};
    const struct image *const images[] = {&coloured, &grey, &coloured};
    for (size_t i = 0; i < 3; i++) {
        struct item *item = fixture_item(&pages, i / 2, ITEM_IMAGE);
        item->of.image = (struct item_image){57000, 60000, 40000, 30000, images[i]};
    }
    struct buffer pdf = render(&pages);
    struct text file = buffer_view(&pdf);
    ck_assert_uint_eq(count_of(file, "/Subtype/Image"), 2);
    ck_assert_uint_eq(count_of(file, "/Width 4/Height 3/BitsPerComponent 8/ColorSpace/DeviceRGB"),
                      1);
    ck_assert_uint_eq(count_of(file, "/Width 6/Height 2/BitsPerComponent 8/ColorSpace/DeviceGray"),
                      1);
    ck_assert_uint_eq(count_of(file, "/XObject<</I0 "), 1);
    ck_assert_uint_eq(count_of(file, "/SMask"), 0);
    struct buffer listed = ask("pdfimages", "-list", "", &pdf);
    expect(&listed, "image       4     3  rgb     3   8  image");
    expect(&listed, "image       6     2  gray    1   8  image");
    buffer_free(&listed);
    buffer_free(&pdf);
    fixture_free(&pages);
}
END_TEST

START_TEST(labels_follow_the_pages) {
    struct pages pages = fixture_pages(6);
    static const char *const labels[] = {"i", "ii", "1", "2", "", "7"};
    for (size_t i = 0; i < 6; i++)
        pages.at[i].label = text_of(labels[i]);
    struct buffer pdf = render(&pages);
    ck_assert_uint_eq(count_of(buffer_view(&pdf),
                               "/Nums[0<</P(i)>>\n1<</P(ii)>>\n2<</S/D/St 1>>\n4<</P()>>\n"
                               "5<</S/D/St 7>>\n]"),
                      1);
    buffer_free(&pdf);
    fixture_free(&pages);
}
END_TEST

START_TEST(wild_outlines_hold_together) {
    struct pages pages = fixture_pages(1);
    static struct destination places[] = {{0, 0}};
    struct outline_entry entries[64] = {{TEXT(""), 0, 0}};
    for (unsigned i = 0; i < 64; i++)
        entries[i] = (struct outline_entry){TEXT("bab"), i % 5 == 0 ? 40 : i, i % 2};
    pages.destinations = places;
    pages.destination_count = 1;
    pages.outline = entries;
    pages.outline_count = 64;
    struct buffer pdf = render(&pages);
    ck_assert_uint_eq(count_of(buffer_view(&pdf), "/Title(bab)"), 64);
    struct buffer checked = ask("qpdf", "--check", "", &pdf);
    if (checked.size > 0)
        ck_assert_uint_eq(count_of(buffer_view(&checked), "WARNING"), 0);
    buffer_free(&checked);
    buffer_free(&pdf);
    fixture_free(&pages);
}
END_TEST

/* Characters that no face has are layout's to replace; one that slips through is drawn as the
 * font's box and breaks nothing. */
START_TEST(strange_characters_do_no_harm) {
    struct pages pages = fixture_pages(2);
    fixture_text(&pages, 0, FACE_TEXT_BOLD, 9000, 90000,
                 "a\xF0\x9F\x98\x80"
                 "b \xD8\xA7 \t \x01 \xEF\xBF\xBF");
    fixture_text(&pages, 1, FACE_TEXT_BOLD_ITALIC, 9000, 90000, "(satu) dua\\tiga [empat] <lima>");
    struct buffer pdf = render(&pages);
    struct buffer text = ask("pdftotext", "-enc UTF-8", "-", &pdf);
    expect(&text, "(satu) dua\\tiga [empat] <lima>");
    buffer_free(&text);
    buffer_free(&pdf);
    fixture_free(&pages);
}
END_TEST

/* libharu allows 32,767 pages unless told otherwise. */
START_TEST(many_pages) {
    struct pages pages = fixture_pages(40000);
    fixture_text(&pages, 39999, FACE_SANS_ITALIC, 9000, 90000, "akhir");
    struct buffer pdf = render(&pages);
    ck_assert_uint_eq(count_of(buffer_view(&pdf), "/Type/Page/"), 40000);
    struct buffer info = ask("pdfinfo", "", "", &pdf);
    expect(&info, "Pages:           40000");
    buffer_free(&info);
    buffer_free(&pdf);
    fixture_free(&pages);
}
END_TEST

START_TEST(failure_leaves_nothing) {
    struct pages pages = fixture_pages(1), none = fixture_pages(0);
    struct buffer out = {0};
    struct error error = {0};
    pages.width = 200 * 1000 * 1000; /* viewers' limit is 14,400 points */
    buffer_string(&out, "sebelumnya");
    ck_assert(!pdf_render(&pages, fonts, &(struct pdf_options){0}, &out, &error));
    ck_assert_int_eq(error.code, EXIT_INTERNAL);
    ck_assert_ptr_nonnull(strstr(error.message, "14400"));
    ck_assert(text_is(buffer_view(&out), "sebelumnya"));
    error_clear(&error);
    ck_assert(!pdf_render(&none, fonts, &(struct pdf_options){0}, &out, &error));
    ck_assert_int_eq(error.code, EXIT_INTERNAL);
    ck_assert(text_is(buffer_view(&out), "sebelumnya"));
    buffer_free(&out);
    fixture_free(&pages);
    fixture_free(&none);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("pdf");
    TCase *tests = tcase_create("pdf");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_set_timeout(tests, 120);
    tcase_add_test(tests, same_pages_same_bytes);
    tcase_add_test(tests, has_its_parts);
    tcase_add_test(tests, metadata_stands_twice);
    tcase_add_test(tests, a_profile_makes_it_archival);
    tcase_add_test(tests, broken_profiles_are_named);
    tcase_add_test(tests, plain_pages_have_no_tags);
    tcase_add_test(tests, text_comes_out_again);
    tcase_add_test(tests, images_stand_once);
    tcase_add_test(tests, labels_follow_the_pages);
    tcase_add_test(tests, wild_outlines_hold_together);
    tcase_add_test(tests, strange_characters_do_no_harm);
    tcase_add_test(tests, many_pages);
    tcase_add_test(tests, failure_leaves_nothing);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
