/* The operators of a page: what is drawn is as wide as what layout was told, and colours, lengths
 * and strings are written as PDF wants them. */
#include <config.h>

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "pages_fixture.h"
#include "pdf/content.h"
#include "pdf/syntax.h"
#include "support.h"

static struct fonts *fonts;

static void setup(void) {
    fonts = fixture_fonts();
    ck_assert_ptr_nonnull(fonts);
}

static void teardown(void) { fonts_close(fonts); }

/* How far the operand of the one TJ in `content` moves, in thousandths of an em. */
static int64_t drawn_width(const struct glyphs *glyphs, struct text content) {
    size_t at = text_find(content, 0, TEXT("[(")) + 1;
    int64_t sum = 0;
    while (content.data[at] != ']') {
        if (content.data[at] != '(') {
            char *end;
            sum -= strtol(content.data + at, &end, 10);
            at = (size_t)(end - content.data);
            continue;
        }
        unsigned bytes[2], half = 0;
        for (at++; content.data[at] != ')'; at++) {
            if (content.data[at] == '\\')
                at++;
            bytes[half] = (unsigned char)content.data[at];
            if (content.data[at] == 'r' && content.data[at - 1] == '\\')
                bytes[half] = '\r';
            half ^= 1;
            if (half == 0) {
                unsigned code = bytes[0] << 8 | bytes[1];
                ck_assert_uint_lt(code, glyphs->count);
                sum += glyphs->font->advance[glyphs->used[code].glyph];
            }
        }
        ck_assert_uint_eq(half, 0);
        at++;
    }
    return sum;
}

static const char *const lines[] = {
    "Wali Kota mengimbau warga agar waspada",
    "AVATAR To. Yogya Wajo “Tj” – P.A.",
    "café naïve ’kutip’ 2,37 % (a) \\ [b]",
    "WWW",
    " spasi  ganda ",
    "a",
    "Tahun 2024/2025; Rp 1.250.000 — ±5 °C",
};

START_TEST(drawn_as_wide_as_measured) {
    struct measure measure = fonts_measure(fonts);
    static const mpt spaces[] = {0, 1, 777, 2500, -300};
    static const mpt sizes[] = {9800, 7500, 24000, 1000};
    for (enum face face = 0; face < FACES; face++)
        for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
            for (size_t k = 0; k < 5; k++) {
                mpt size = sizes[(i + k) % 4], count = 0;
                struct pages pages = fixture_pages(1);
                struct document document = {.pages = &pages, .fonts = fonts, .tagged = true};
                struct buffer out = {0};
                struct item *item = fixture_text(&pages, 0, face, size, 100000, lines[i]);
                item->of.text.word_space = spaces[k];
                for (const char *s = lines[i]; s[0] && s[1]; s++)
                    count += *s == ' '; /* after the last character nothing is stretched */
                content_draw(&document, 0, &out);
                structure_free(&document.structure);
                int64_t drawn = drawn_width(&document.glyphs[face], buffer_view(&out));
                int64_t told = measure.width(measure.context, face, size, text_of(lines[i])) +
                               (int64_t)count * spaces[k];
                /* one thousandth of an em of the stretch, and half a millipoint of the width */
                ck_assert_int_le(llabs(drawn * size - told * 1000), size + 500);
                glyphs_free(&document.glyphs[face]);
                buffer_free(&out);
                fixture_free(&pages);
            }
}
END_TEST

START_TEST(width_is_sum_of_words) {
    struct measure measure = fonts_measure(fonts);
    for (enum face face = 0; face < FACES; face++) {
        mpt whole = measure.width(measure.context, face, 10000, TEXT("AVA. To Yogya"));
        mpt parts = measure.width(measure.context, face, 10000, TEXT("AVA.")) +
                    measure.width(measure.context, face, 10000, TEXT("To")) +
                    measure.width(measure.context, face, 10000, TEXT("Yogya")) +
                    2 * measure.width(measure.context, face, 10000, TEXT(" "));
        ck_assert_int_le(abs(whole - parts), 3);
    }
    mpt loose = 0;
    const char *letters = "AVATo";
    for (size_t i = 0; i < strlen(letters); i++)
        loose +=
            measure.width(measure.context, FACE_TEXT_REGULAR, 10000, (struct text){letters + i, 1});
    ck_assert_int_lt(measure.width(measure.context, FACE_TEXT_REGULAR, 10000, TEXT("AVATo")),
                     loose); /* kerned */
    ck_assert_int_eq(measure.width(measure.context, FACE_SANS_BOLD, 10000, TEXT("")), 0);
}
END_TEST

START_TEST(says_which_glyphs_there_are) {
    static const struct {
        uint32_t character;
        bool there;
    } cases[] = {
        {'a', true},    {' ', true},     {0xE9, true},    {0x2019, true},   {0x201C, true},
        {0x2013, true}, {0x2026, true},  {0xA0, true},    {0x25B2, false},  {0x9, false},
        {0x0, false},   {0x0627, false}, {0xFFFF, false}, {0x1F600, false}, {0x10FFFF, false},
    };
    struct measure measure = fonts_measure(fonts);
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        for (enum face face = 0; face < FACES; face++)
            ck_assert_msg(measure.has_glyph(measure.context, face, cases[i].character) ==
                              cases[i].there,
                          "face %d, U+%04X", (int)face, (unsigned)cases[i].character);
}
END_TEST

START_TEST(draws_rules_shapes_and_colours) {
    struct pages pages = fixture_pages(1);
    struct document document = {.pages = &pages, .fonts = fonts, .tagged = true};
    struct buffer out = {0};
    struct point corners[] = {{0, 0}, {10500, 0}, {0, 20000}};
    fixture_item(&pages, 0, ITEM_RULE)->of.rule =
        (struct item_rule){57000, 100000, 481276, 500, 0x808080};
    fixture_item(&pages, 0, ITEM_SHAPE)->of.shape = (struct item_shape){corners, 3, 0xFF0080};
    fixture_item(&pages, 0, ITEM_SHAPE)->of.shape = (struct item_shape){corners, 2, 0};
    fixture_item(&pages, 0, ITEM_RULE)->of.rule = (struct item_rule){0, 0, 0, 5, 0};
    fixture_text(&pages, 0, FACE_TEXT_REGULAR, 0, 1000, "tanpa ukuran");
    fixture_text(&pages, 0, FACE_TEXT_REGULAR, 9000, 1000, "");
    content_draw(&document, 0, &out);
    structure_free(&document.structure);
    buffer_char(&out, '\0');
    ck_assert_str_eq(out.data, "/Artifact BMC\n.502 g\n57 741.39 481.276 .5 re f\n"
                               "1 0 .502 rg\n0 841.89 m\n10.5 841.89 l\n0 821.89 l\nh f\nEMC\n");
    buffer_free(&out);
    fixture_free(&pages);
}
END_TEST

START_TEST(writes_values) {
    static const struct {
        const char *in, *out;
    } strings[] = {
        {"Bab (1) \\ a", "(Bab \\(1\\) \\\\ a)"},
        {"", "()"},
        {"\xC3\xA9", "<FEFF00E9>"},
        {"a\xF0\x9F\x98\x80", "<FEFF0061D83DDE00>"},
        {"baris\nbaru\x01\x7F", "(baris baru  )"},
        {"\xC3\xA9\t\xC2\x85\xEF\xBF\xBF\xF0\x9F\xBF\xBF", "<FEFF00E900200020>"},
    };
    static const struct {
        int64_t in;
        const char *out;
    } numbers[] = {{0, "0"},      {1, ".001"},      {-1, "-.001"},    {1000, "1"},
                   {-500, "-.5"}, {12340, "12.34"}, {-2001, "-2.001"}};
    struct buffer out = {0};
    for (size_t i = 0; i < sizeof strings / sizeof *strings; i++) {
        buffer_clear(&out);
        syntax_text(&out, text_of(strings[i].in));
        ck_assert_msg(text_is(buffer_view(&out), strings[i].out), "%s", strings[i].out);
    }
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++) {
        buffer_clear(&out);
        syntax_thousandths(&out, numbers[i].in);
        ck_assert_msg(text_is(buffer_view(&out), numbers[i].out), "%s", numbers[i].out);
    }
    buffer_clear(&out);
    syntax_uri(&out, TEXT("https://contoh.id/a b?(\xC3\xA9)"));
    ck_assert(text_is(buffer_view(&out), "(https://contoh.id/a%20b?\\(%C3%A9\\))"));
    buffer_clear(&out);
    syntax_integer(&out, INT64_MIN);
    ck_assert(text_is(buffer_view(&out), "-9223372036854775808"));
    buffer_free(&out);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("content");
    TCase *tests = tcase_create("content");
    tcase_add_checked_fixture(tests, setup, teardown);
    tcase_add_test(tests, drawn_as_wide_as_measured);
    tcase_add_test(tests, width_is_sum_of_words);
    tcase_add_test(tests, says_which_glyphs_there_are);
    tcase_add_test(tests, draws_rules_shapes_and_colours);
    tcase_add_test(tests, writes_values);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
