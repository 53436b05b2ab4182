/* The tagged structure: elements in reading order, tables of rows and cells, lists, links, and the
 * way back from each mark. Objects of dictionaries stand in the file as they are, so that the tests
 * look for them there. */
#include <config.h>

#include <check.h>
#include <string.h>

#include "pages_fixture.h"
#include "pdf/content.h"
#include "support.h"

static struct fonts *fonts;

static void setup(void) {
    fonts = fixture_fonts();
    ck_assert_ptr_nonnull(fonts);
}

static void teardown(void) { fonts_close(fonts); }

static size_t count_of(const struct buffer *bytes, const char *what) {
    size_t count = 0;
    struct text needle = text_of(what), all = buffer_view(bytes);
    for (size_t at = text_find(all, 0, needle); at < all.size; at = text_find(all, at + 1, needle))
        count++;
    return count;
}

static struct buffer render(const struct pages *pages) {
    struct buffer out = {0};
    struct error error = {0};
    ck_assert_msg(pdf_render(pages, fonts, &(struct pdf_options){0}, &out, &error), "%s",
                  error.message);
    return out;
}

static struct item *put(struct pages *pages, size_t page, enum item_role role, uint32_t element,
                        mpt x, mpt y, const char *string) {
    struct item *item = fixture_text(pages, page, FACE_SANS_REGULAR, 9000, y, string);
    item->role = role;
    item->element = element;
    item->of.text.x = x;
    item->of.text.width = 20000;
    return item;
}

static void put_rule(struct pages *pages, size_t page, mpt y) {
    fixture_item(pages, page, ITEM_RULE)->of.rule = (struct item_rule){57000, y, 400000, 500, 0};
}

/* What a counted table of structure types must be. */
struct expected {
    const char *what;
    size_t times;
};

static void expect(const struct pages *pages, const struct expected *expected, size_t count) {
    struct buffer pdf = render(pages);
    for (size_t i = 0; i < count; i++)
        ck_assert_msg(count_of(&pdf, expected[i].what) == expected[i].times, "%s: %zu, not %zu",
                      expected[i].what, count_of(&pdf, expected[i].what), expected[i].times);
    buffer_free(&pdf);
}

#define EXPECT(pages, ...)                                                                         \
    do {                                                                                           \
        static const struct expected expected[] = {__VA_ARGS__};                                   \
        expect(pages, expected, sizeof expected / sizeof *expected);                               \
    } while (0)

START_TEST(roles_become_types) {
    struct pages pages = fixture_pages(1);
    put(&pages, 0, ROLE_ARTIFACT, 0, 57000, 30000, "Kepala halaman");
    put(&pages, 0, ROLE_TITLE, 1, 57000, 60000, "Judul");
    put(&pages, 0, ROLE_H1, 2, 57000, 70000, "Bab");
    put(&pages, 0, ROLE_H2, 3, 57000, 80000, "Daerah");
    put(&pages, 0, ROLE_H3, 4, 57000, 90000, "Bagian");
    put(&pages, 0, ROLE_P, 5, 57000, 100000, "Alinea");
    put(&pages, 0, ROLE_P, 5, 57000, 112000, "dua baris");
    put(&pages, 0, ROLE_QUOTE, 6, 57000, 124000, "Kutipan");
    put(&pages, 0, ROLE_NOTE, 7, 57000, 136000, "Catatan");
    put(&pages, 0, ROLE_CONTENTS, 8, 57000, 148000, "Isi");
    put(&pages, 0, ROLE_LIST, 9, 57000, 160000, "Butir satu");
    put(&pages, 0, ROLE_LIST, 10, 57000, 172000, "Butir dua");
    EXPECT(&pages, {"/S/Document/", 1}, {"/S/H1/", 2}, {"/S/H2/", 1}, {"/S/H3/", 1}, {"/S/P/", 1},
           {"/S/BlockQuote/", 1}, {"/S/Note/", 1}, {"/S/TOC/", 1}, {"/S/TOCI/", 1}, {"/S/L/", 1},
           {"/S/LI/", 2}, {"/S/LBody/", 2}, {"/MarkInfo<</Marked true>>", 1}, {"/Tabs/S", 1},
           {"/StructParents 0/", 1});
    fixture_free(&pages);
}
END_TEST

/* The most members that an array of the file has: what stands between brackets outside of packed
 * streams, references as one. */
static size_t longest_array(const struct buffer *bytes) {
    size_t members = 0, longest = 0, depth = 0, outer[8] = {0};
    struct text file = buffer_view(bytes);
    for (size_t i = 0; i < bytes->size; i++) {
        struct text rest = text_slice(file, (struct span){i, file.size});
        if (text_starts(rest, "stream\n") || text_starts(rest, "stream\r\n"))
            i = text_find(file, i, TEXT("endstream")) + sizeof "endstream";
        if (i >= file.size)
            break;
        char c = bytes->data[i], next = i + 1 < bytes->size ? bytes->data[i + 1] : ' ';
        if (c == '[' && depth < 8) {
            outer[depth++] = members + 1;
            members = 0;
        } else if (c == ']' && depth > 0) {
            longest = members > longest ? members : longest;
            members = outer[--depth];
        } else if (c == 'R' && members >= 2) {
            members--; /* 12 0 R */
        } else if (c >= '0' && c <= '9' && (next < '0' || next > '9')) {
            members++;
        }
    }
    return longest;
}

/* A document with more paragraphs, rows, items and entries than an array of PDF/A-1 may hold. */
START_TEST(arrays_stay_short) {
    static const enum item_role roles[] = {ROLE_P, ROLE_LIST, ROLE_CONTENTS, ROLE_TD};
    enum { PAGES = 560, ON_PAGE = 16 }; /* a page of the fixture has room for 32 items */
    for (size_t r = 0; r < sizeof roles / sizeof *roles; r++) {
        struct pages pages = fixture_pages(PAGES);
        for (size_t i = 0; i < PAGES * ON_PAGE; i++) {
            mpt y = 30000 + (mpt)(i % ON_PAGE) * 7000;
            put_rule(&pages, i / ON_PAGE, y);
            put(&pages, i / ON_PAGE, roles[r], (uint32_t)i + 1, 57000, y + 1000, "Kata");
        }
        struct buffer pdf = render(&pages);
        ck_assert_uint_le(longest_array(&pdf), 8191);
        ck_assert_uint_ge(longest_array(&pdf), 4000);
        ck_assert_uint_eq(count_of(&pdf, "/S/Document/"), 1);
        if (roles[r] == ROLE_P)
            ck_assert_uint_eq(count_of(&pdf, "/S/P/"), PAGES * ON_PAGE);
        if (roles[r] == ROLE_TD)
            ck_assert_uint_eq(count_of(&pdf, "/S/TR/"), PAGES * ON_PAGE);
        buffer_free(&pdf);
        fixture_free(&pages);
    }
}
END_TEST

/* A part right below a chapter is of the second level, below a region of the third. */
START_TEST(no_level_is_left_out) {
    struct pages pages = fixture_pages(1);
    put(&pages, 0, ROLE_H3, 1, 57000, 50000, "Tanpa bab");
    put(&pages, 0, ROLE_TITLE, 2, 57000, 60000, "Judul");
    put(&pages, 0, ROLE_H3, 3, 57000, 70000, "Bagian");
    put(&pages, 0, ROLE_H3, 4, 57000, 80000, "Bagian lagi");
    put(&pages, 0, ROLE_H2, 5, 57000, 90000, "Daerah");
    put(&pages, 0, ROLE_H3, 6, 57000, 100000, "Bagian daerah");
    EXPECT(&pages, {"/S/H1/", 2}, {"/S/H2/", 3}, {"/S/H3/", 1});
    fixture_free(&pages);
}
END_TEST

START_TEST(marks_label_items) {
    struct pages pages = fixture_pages(2);
    put(&pages, 0, ROLE_LIST_MARK, 1, 57000, 60000, "1");
    put(&pages, 0, ROLE_LIST, 2, 77000, 60000, "Butir satu");
    put(&pages, 0, ROLE_LIST, 3, 77000, 72000, "tanpa tanda");
    put(&pages, 0, ROLE_LIST_MARK, 4, 57000, 84000, "2");
    put(&pages, 0, ROLE_LIST, 5, 77000, 84000, "Butir dua,");
    put(&pages, 1, ROLE_LIST, 5, 77000, 60000, "sambungan");
    put(&pages, 1, ROLE_P, 6, 57000, 84000, "Alinea");
    put(&pages, 1, ROLE_LIST_MARK, 7, 57000, 96000, "tanda tanpa butir");
    EXPECT(&pages, {"/S/L/", 2}, {"/S/LI/", 4}, {"/S/Lbl/", 3}, {"/S/LBody/", 3}, {"/S/P/", 1});
    fixture_free(&pages);
}
END_TEST

START_TEST(pictures_tell_what_they_show) {
    struct pages pages = fixture_pages(1);
    static struct point corners[] = {{0, 0}, {9000, 0}, {0, 9000}};
    put(&pages, 0, ROLE_P, 1, 57000, 60000, "Judul gambar");
    struct item *items[] = {fixture_item(&pages, 0, ITEM_FIGURE),
                            fixture_item(&pages, 0, ITEM_RULE), fixture_item(&pages, 0, ITEM_SHAPE),
                            put(&pages, 0, ROLE_FIGURE, 2, 57000, 80000, "7")};
    items[0]->of.figure =
        (struct item_figure){57000, 70000, 100000, 41890, TEXT("Batang: (dua) dan tujuh")};
    items[1]->of.rule = (struct item_rule){57000, 80000, 400000, 500, 0};
    items[2]->of.shape = (struct item_shape){corners, 3, 0};
    for (size_t i = 0; i < 4; i++) {
        items[i]->role = ROLE_FIGURE;
        items[i]->element = 2;
    }
    put(&pages, 0, ROLE_P, 3, 57000, 120000, "Sumber");
    EXPECT(&pages, {"/S/Figure/", 1}, {"/Alt(Batang: \\(dua\\) dan tujuh)", 1},
           {"/A<</O/Layout/BBox[57 730 157 771.89]>>", 1}, {"/S/P/", 2}, {"/K[1 ]", 1});
    fixture_free(&pages);
}
END_TEST

START_TEST(rules_part_rows) {
    struct pages pages = fixture_pages(1);
    put_rule(&pages, 0, 50000);
    put(&pages, 0, ROLE_TH, 1, 57000, 60000, "Daerah");
    put(&pages, 0, ROLE_TH, 2, 257000, 60000, "Jumlah");
    put_rule(&pages, 0, 64000);
    put(&pages, 0, ROLE_TD, 3, 57000, 74000, "Kota");
    put(&pages, 0, ROLE_TD, 3, 57000, 86000, "Bandung");
    put(&pages, 0, ROLE_TD, 4, 57000, 98000, "paragraf kedua sel yang sama");
    put(&pages, 0, ROLE_TD, 5, 260000, 74000, "7");
    put_rule(&pages, 0, 100000);
    put(&pages, 0, ROLE_TD, 6, 57000, 110000, "Bogor");
    put(&pages, 0, ROLE_TD, 7, 255000, 110000, "12");
    put_rule(&pages, 0, 114000);
    put(&pages, 0, ROLE_P, 8, 57000, 130000, "Sesudahnya");
    put(&pages, 0, ROLE_TH, 9, 57000, 150000, "Tabel lain");
    EXPECT(&pages, {"/S/Table/", 2}, {"/S/TR/", 4}, {"/S/TH/", 5}, {"/S/TD/", 2},
           {"/A<</O/Table/Scope/Column>>", 3}, {"/A<</O/Table/Scope/Row>>", 2});
    fixture_free(&pages);
}
END_TEST

/* A head repeated on the next page goes on with the table; one on the same page begins another. */
START_TEST(tables_go_on_overleaf) {
    struct pages pages = fixture_pages(2);
    put(&pages, 0, ROLE_TH, 1, 57000, 60000, "Daerah");
    put_rule(&pages, 0, 64000);
    put(&pages, 0, ROLE_TD, 2, 57000, 74000, "Kota");
    put_rule(&pages, 0, 76000);
    put(&pages, 1, ROLE_ARTIFACT, 0, 57000, 30000, "Kepala halaman");
    put(&pages, 1, ROLE_TH, 3, 57000, 60000, "Daerah (lanjutan)");
    put_rule(&pages, 1, 64000);
    put(&pages, 1, ROLE_TD, 4, 57000, 74000, "Bogor");
    put_rule(&pages, 1, 76000);
    put(&pages, 1, ROLE_TH, 5, 57000, 90000, "Tabel kedua");
    EXPECT(&pages, {"/S/Table/", 2}, {"/S/TR/", 5}, {"/S/TH/", 3}, {"/S/TD/", 2});
    fixture_free(&pages);
}
END_TEST

START_TEST(paragraphs_go_on_overleaf) {
    struct pages pages = fixture_pages(2);
    put(&pages, 0, ROLE_P, 1, 57000, 800000, "Awal");
    put(&pages, 1, ROLE_ARTIFACT, 0, 57000, 30000, "Kepala halaman");
    put(&pages, 1, ROLE_P, 1, 57000, 60000, "akhir");
    put(&pages, 1, ROLE_P, 2, 57000, 80000, "Lain");
    EXPECT(&pages, {"/S/P/", 2}, {"/Type/MCR/", 1}, {"/K[0 ", 1}, {"/K[1 ", 1});
    fixture_free(&pages);
}
END_TEST

START_TEST(links_belong_to_elements) {
    struct pages pages = fixture_pages(1);
    static struct destination places[] = {{0, 0}};
    pages.destinations = places;
    pages.destination_count = 1;
    put(&pages, 0, ROLE_P, 1, 57000, 60000, "Lihat sumber");
    fixture_link(&pages, 0, 50000, 0, NULL);
    pages.at[0].items[1].element = 1;
    fixture_link(&pages, 0, 70000, 0, NULL); /* of no element */
    fixture_link(&pages, 0, 80000, 0, NULL);
    pages.at[0].items[3].element = 4000; /* of one that draws nothing */
    EXPECT(&pages, {"/Subtype/Link/", 3}, {"/S/Link/", 1}, {"/Type/OBJR/", 1},
           {"/StructParent 1\n", 1}, {"/StructParent 2\n", 1});
    fixture_free(&pages);
}
END_TEST

/* What is read aloud between two runs, as the number of codes drawn. */
static size_t codes_drawn(struct pages *pages) {
    struct document document = {.pages = pages, .fonts = fonts, .tagged = true};
    struct buffer out = {0};
    size_t codes = 0;
    content_draw(&document, 0, &out);
    for (size_t i = 0; i < out.size; i++)
        codes += out.data[i] == '\0'; /* all codes of these tests are below 256: one zero each */
    glyphs_free(&document.glyphs[FACE_SANS_REGULAR]);
    structure_free(&document.structure);
    buffer_free(&out);
    return codes;
}

START_TEST(words_do_not_join) {
    static const struct {
        const char *first;
        mpt x, y;
        uint32_t element;
        size_t spaces;
    } cases[] = {
        {"satu", 57000, 72000, 1, 1},  /* the next line */
        {"satu-", 57000, 72000, 1, 0}, /* a word goes on */
        {"satu ", 57000, 72000, 1, 0}, /* has its space */
        {"satu", 77000, 60000, 1, 0},  /* close by on the line */
        {"satu", 79000, 60000, 1, 1},  /* with a gap */
        {"satu", 57000, 72000, 2, 0},  /* another paragraph */
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct pages pages = fixture_pages(1);
        put(&pages, 0, ROLE_P, 1, 57000, 60000, cases[i].first);
        put(&pages, 0, ROLE_P, cases[i].element, cases[i].x, cases[i].y, "dua");
        ck_assert_uint_eq(codes_drawn(&pages), strlen(cases[i].first) + 3 + cases[i].spaces);
        fixture_free(&pages);
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("structure");
    TCase *tests = tcase_create("structure");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_test(tests, roles_become_types);
    tcase_add_test(tests, no_level_is_left_out);
    tcase_add_test(tests, arrays_stay_short);
    tcase_add_test(tests, marks_label_items);
    tcase_add_test(tests, pictures_tell_what_they_show);
    tcase_add_test(tests, rules_part_rows);
    tcase_add_test(tests, tables_go_on_overleaf);
    tcase_add_test(tests, paragraphs_go_on_overleaf);
    tcase_add_test(tests, links_belong_to_elements);
    tcase_add_test(tests, words_do_not_join);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
