/* Setting lines: where they break, how wide they are, and that nothing is lost; with a face of
 * equal widths. */
#include <config.h>

#include <check.h>

#include "layout/legible.h"
#include "layout/linebreak.h"
#include "layout_fixture.h"
#include "month.h"
#include "support.h"

static struct template *template;
static struct measure measure;
static struct arena arena;

static void set_up(void) {
    template = fixture_template("id");
    measure = fixture_measure();
}

static void tear_down(void) {
    template_free(template);
    arena_free(&arena);
}

/* A column of so many characters in style text. */
static struct setting column(const struct run *runs, size_t count, size_t characters,
                             enum align align) {
    mpt character = template->styles[STYLE_TEXT].size / 2;
    return (struct setting){template, &measure, runs, count, (mpt)characters * character,
                            align,    false};
}

/* The lines, joined by '|'. */
static const char *joined(const struct setting *setting) {
    struct lines lines = linebreak_set(&arena, setting);
    struct buffer out = {0};
    for (size_t i = 0; i < lines.count; i++) {
        if (i > 0)
            buffer_char(&out, '|');
        for (size_t k = 0; k < lines.at[i].count; k++)
            buffer_text(&out, lines.at[i].pieces[k].text);
    }
    const char *result = arena_cstring(&arena, buffer_view(&out));
    buffer_free(&out);
    return result;
}

static const char *broken(const char *text, size_t characters, bool hyphenated) {
    struct run run = {hyphenated ? STYLE_TEXT : STYLE_DECK, text_of(text), NO_LINK, {NULL, 0}};
    struct setting setting = column(&run, 1, characters, ALIGN_LEFT);
    if (!hyphenated)
        setting.width = (mpt)characters * (template->styles[STYLE_DECK].size / 2);
    return joined(&setting);
}

static const struct {
    const char *text;
    size_t characters;
    const char *lines;
} breaks[] = {
    {"satu dua tiga", 40, "satu dua tiga"},
    {"satu dua tiga", 8, "satu dua|tiga"},
    {"", 10, ""},
    {"   ", 10, ""},
    {"menurut aturan PP 94", 17, "menurut aturan|PP 94"},
    {"harga naik jadi 2,37 %", 20, "harga naik jadi|2,37 %"},
    {"biaya sebesar Rp 1", 16, "biaya sebesar|Rp 1"},
    {"mulai tanggal 5 Agustus", 16, "mulai|tanggal 5|Agustus"},
    {"rapat pada 5 Agu 2024", 14, "rapat pada|5 Agu 2024"},
    {"rapat Agustus 2024", 15, "rapat|Agustus 2024"},
    {"tiga kali berturut-turut", 20, "tiga kali berturut-|turut"},
    {"kabupaten/kota", 11, "kabupaten/|kota"},
    {"tahun 2019/2020", 10, "tahun|2019/2020"},
    {"abcdefghijklmnopqrst", 8, "abcdefgh|ijklmnop|qrst"},
    {"kata \xC2\xA0tetap", 12, "kata  tetap"},
    {"aku – kamu", 6, "aku –|kamu"},
    {"PP 1 PP 2 PP 3 PP 4", 6, "PP 1|PP 2|PP 3|PP 4"},
};

START_TEST(breaks_where_it_may) {
    if (_i == 7) /* "tanggal 5 Agustus" is tied throughout and wider than the column: it must part,
                    not overflow */
        ck_assert_ptr_nonnull(strchr(broken(breaks[_i].text, breaks[_i].characters, false), '|'));
    else
        ck_assert_str_eq(broken(breaks[_i].text, breaks[_i].characters, false), breaks[_i].lines);
}
END_TEST

START_TEST(hyphenates_only_where_the_style_says) {
    ck_assert_str_eq(broken("aa memberikan", 9, true), "aa membe-|rikan");
    ck_assert_str_eq(broken("aa memberikan", 9, false), "aa|memberika|n");
}
END_TEST

/* Display: lines of about one length, or what a reader would say in one breath; never a word alone.
 */
static const struct {
    const char *text;
    size_t characters;
    const char *lines;
} headlines[] = {
    {"Pejabat menyampaikan 77 arahan, terbanyak imbauan", 42,
     "Pejabat menyampaikan 77 arahan,|terbanyak imbauan"},
    {"Warga diminta tenang menunggu pengumuman resmi", 40,
     "Warga diminta tenang|menunggu pengumuman resmi"},
    {"Rapat dengar pendapat di Kota Bandar Lampung", 40,
     "Rapat dengar pendapat|di Kota Bandar Lampung"},
    {"Satu baris saja", 40, "Satu baris saja"},
    {"satu dua tiga empat lima enam tujuh delapan sembilan sepuluh", 30,
     "satu dua tiga empat lima enam|tujuh delapan sembilan sepuluh"},
};

START_TEST(display_is_balanced) {
    struct run run = {STYLE_TITLE, text_of(headlines[_i].text), NO_LINK, {NULL, 0}};
    struct setting setting = column(&run, 1, 1, ALIGN_LEFT);
    setting.width = (mpt)headlines[_i].characters * (template->styles[STYLE_TITLE].size / 2);
    setting.balance = true;
    ck_assert_str_eq(joined(&setting), headlines[_i].lines);
}
END_TEST

/* A paragraph does not end in a line of a part of a word, though the line above would be full. */
START_TEST(no_fragment_ends_a_paragraph) {
    struct run run = {
        STYLE_TEXT, TEXT("Abcdefgh Ijklmno Pqrst Uvw di Ini memberikan"), NO_LINK, {NULL, 0}};
    struct setting setting = column(&run, 1, 40, ALIGN_JUSTIFY);
    ck_assert_str_eq(joined(&setting), "Abcdefgh Ijklmno Pqrst Uvw di Ini|memberikan");
    run.text = TEXT("Abcdefgh Ijklmno Pqrst Uvw di Ini memberikan itu");
    ck_assert_str_eq(joined(&setting), "Abcdefgh Ijklmno Pqrst Uvw di Ini membe-|rikan itu");
}
END_TEST

static struct text random_text(uint64_t *state) {
    static const char *const words[] = {
        "di",
        "dan",
        "ASN",
        "PP",
        "94",
        "Rp",
        "2,37",
        "%",
        "netral",
        "berturut-turut",
        "–",
        "memberikan",
        "pertanggungjawaban",
        "https://contoh.id/berita/2024/08/05/judul-berita?id=12",
        "a",
        "kabupaten/kota",
        "(satu",
        "dua)",
        "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
        "é"};
    struct buffer out = {0};
    size_t count = next_random(state) % 120;
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            buffer_string(&out, next_random(state) % 12 ? " " : NO_BREAK_SPACE);
        buffer_string(&out, words[next_random(state) % (sizeof words / sizeof *words)]);
    }
    struct text text = arena_copy(&arena, buffer_view(&out));
    buffer_free(&out);
    return text;
}

/* Appends the text without spaces of any kind. */
static void append_solid(struct buffer *out, struct text text) {
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] == ' ')
            continue;
        if (text.data[i] == '\xC2' && i + 1 < text.size && text.data[i + 1] == '\xA0')
            i++;
        else
            buffer_char(out, text.data[i]);
    }
}

/* What the lines hold is what the runs hold, but for hyphens at line ends. */
static void check_nothing_lost(const struct setting *setting, const struct lines *lines) {
    struct buffer wanted = {0}, got = {0};
    for (size_t i = 0; i < setting->run_count; i++)
        append_solid(&wanted, setting->runs[i].text);
    for (size_t i = 0; i < lines->count; i++) {
        size_t before = got.size;
        for (size_t k = 0; k < lines->at[i].count; k++)
            append_solid(&got, lines->at[i].pieces[k].text);
        ck_assert_uint_gt(got.size, before);
        if (got.data[got.size - 1] == '-' &&
            (got.size > wanted.size || memcmp(got.data, wanted.data, got.size) != 0))
            got.size--; /* the breaker's own */
        ck_assert_mem_eq(got.data, wanted.data, got.size);
    }
    ck_assert_uint_eq(got.size, wanted.size);
    buffer_free(&wanted);
    buffer_free(&got);
}

static void check_widths(const struct setting *setting, const struct lines *lines) {
    for (size_t i = 0; i < lines->count; i++) {
        const struct line *line = &lines->at[i];
        mpt x = 0, space = template->styles[STYLE_TEXT].size / 2;
        ck_assert_int_le(line->width, setting->width);
        for (size_t k = 0; k < line->count; k++) {
            ck_assert_int_ge(line->pieces[k].x, x);
            x = line->pieces[k].x + line->pieces[k].width;
            mpt extra = line->pieces[k].word_space;
            ck_assert_int_le(extra, space * template->typesetting.stretch / 100 + 1);
            ck_assert_int_ge(extra, -space * template->typesetting.shrink / 100 - 1);
        }
        ck_assert_int_eq(x, line->width);
    }
}

START_TEST(random_paragraphs) {
    uint64_t state = (uint64_t)_i + 1;
    struct run runs[3];
    for (size_t i = 0; i < 3; i++)
        runs[i] = (struct run){
            i == 1 ? STYLE_TEXT : STYLE_ADVISORY, random_text(&state), NO_LINK, {NULL, 0}};
    struct setting setting =
        column(runs, 3, 12 + next_random(&state) % 60, _i % 2 ? ALIGN_JUSTIFY : ALIGN_LEFT);
    struct lines lines = linebreak_set(&arena, &setting);
    check_nothing_lost(&setting, &lines);
    check_widths(&setting, &lines);
}
END_TEST

/* Justified lines reach the edge unless they are the last or would be stretched past the cap. */
START_TEST(justified_lines_are_full) {
    struct text text =
        TEXT("satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas dua belas tiga "
             "belas empat "
             "belas lima belas enam belas tujuh belas delapan belas sembilan belas dua puluh");
    struct run run = {STYLE_TEXT, text, NO_LINK, {NULL, 0}};
    struct setting setting = column(&run, 1, 44, ALIGN_JUSTIFY);
    struct lines lines = linebreak_set(&arena, &setting);
    ck_assert_uint_ge(lines.count, 4);
    for (size_t i = 0; i + 1 < lines.count; i++)
        ck_assert_int_ge(lines.at[i].width,
                         setting.width - 20); /* less than a space a thousandth each */
    ck_assert_int_eq(lines.at[lines.count - 1].pieces[0].word_space, 0);
}
END_TEST

/* Twice the text takes about twice the boxes: no list of all breaks is searched for each. */
START_TEST(long_paragraphs_are_linear) {
    struct buffer text = {0};
    for (size_t i = 0; i < 200000; i++)
        buffer_string(&text, "kata ");
    struct run run = {STYLE_TEXT, buffer_view(&text), NO_LINK, {NULL, 0}};
    struct setting setting = column(&run, 1, 60, ALIGN_JUSTIFY);
    struct lines lines = linebreak_set(&arena, &setting);
    ck_assert_uint_ge(lines.count, 200000 / 12);
    buffer_free(&text);
}
END_TEST

static const struct {
    const char *text, *legible;
    size_t replaced;
} characters[] = {
    {"biasa saja", "biasa saja", 0},
    {"dua  spasi\tdan\nbaris", "dua spasi dan baris", 0},
    {"emoji \xF0\x9F\x98\x80 ini", "emoji [?] ini", 1},
    {"keluarga \xF0\x9F\x91\xA8\xE2\x80\x8D\xF0\x9F\x91\xA9", "keluarga [?]", 2},
    {"\xD8\xB3\xD9\x84\xD8\xA7\xD9\x85", "[?]", 4},
    {"a\xE2\x80\x8B\xC2\xAD"
     "b",
     "ab", 0},
    {"5\xE2\x80\xAF%", "5\xC2\xA0%", 0},
    {"\xE2\x88\x92"
     "1",
     "\xE2\x80\x93"
     "1",
     0},
    {"cafe\xCC\x81", "caf\xC3\xA9", 0},
    {"a\x01"
     "b\x7F"
     "c",
     "a b c", 0},
};

START_TEST(shows_what_the_face_lacks) {
    size_t replaced = 0;
    struct text text =
        legible_text(&arena, &measure, FACE_TEXT_REGULAR, text_of(characters[_i].text), &replaced);
    ck_assert_str_eq(arena_cstring(&arena, text), characters[_i].legible);
    ck_assert_uint_eq(replaced, characters[_i].replaced);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("linebreak");
    TCase *tests = tcase_create("linebreak");
    tcase_add_checked_fixture(tests, set_up, tear_down);
    tcase_add_loop_test(tests, breaks_where_it_may, 0, sizeof breaks / sizeof *breaks);
    tcase_add_test(tests, hyphenates_only_where_the_style_says);
    tcase_add_test(tests, no_fragment_ends_a_paragraph);
    tcase_add_loop_test(tests, display_is_balanced, 0, sizeof headlines / sizeof *headlines);
    tcase_add_loop_test(tests, random_paragraphs, 0, 300);
    tcase_add_test(tests, justified_lines_are_full);
    tcase_add_test(tests, long_paragraphs_are_linear);
    tcase_add_loop_test(tests, shows_what_the_face_lacks, 0,
                        sizeof characters / sizeof *characters);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
