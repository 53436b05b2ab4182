/* Opening the fonts: what is missing or damaged is named, and no damage does more than that.
 * Subsets are whole fonts again, with every part of the glyphs they hold. */
#include <config.h>

#include <check.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "pages_fixture.h"
#include "pdf/fonts.h"
#include "pdf/subset.h"
#include "pdf/tounicode.h"
#include "support.h"

#define MANIFEST                                                                                   \
    "# invented\nPT Serif\tA.ttf\ttext-regular\nPT Serif\tA.ttf\ttext-bold\n"                      \
    "PT Serif\tA.ttf\ttext-italic\nPT Serif\tA.ttf\ttext-bolditalic\tlicence\tmore\n"              \
    "PT Sans\tA.ttf\tsans-regular\nPT Sans\tA.ttf\tsans-bold\nPT Sans\tA.ttf\tsans-italic\n"

#define LAST_LINE "PT Sans\tB.ttf\tsans-bolditalic\n"

static char folder[512];

static void setup(void) {
    snprintf(folder, sizeof folder, "%s/test_fonts", fixture_folder("TAKLIMAT_SCRATCH"));
    mkdir(folder, 0777);
}

static void put(const char *name, struct text bytes) {
    char path[600];
    struct error error = {0};
    snprintf(path, sizeof path, "%s/%s", folder, name);
    ck_assert_msg(file_write(path, bytes, &error), "%s", error.message);
}

/* PT Serif, from the folder of the tests. */
static struct buffer a_font(void) {
    char path[600];
    struct buffer bytes = {0};
    struct error error = {0};
    snprintf(path, sizeof path, "%s/PTF55F.ttf", fixture_folder("TAKLIMAT_FONTS"));
    ck_assert_msg(file_read(path, 0, &bytes, &error), "%s", error.message);
    return bytes;
}

/* Opens the folder of this test; the error must name `file` and say `what`. */
static void expect_refusal(const char *file, const char *what) {
    struct error error = {0};
    ck_assert_ptr_null(fonts_open(folder, &error));
    ck_assert_int_eq(error.code, EXIT_CONFIG);
    ck_assert_msg(strstr(error.file, file), "%s in %s: %s", file, error.file, error.message);
    ck_assert_msg(strstr(error.message, what), "%s in: %s", what, error.message);
}

START_TEST(names_what_is_missing) {
    char path[600];
    struct buffer font = a_font();
    struct error error = {0};
    ck_assert_ptr_null(fonts_open("/nonexistent", &error));
    ck_assert_int_eq(error.code, EXIT_CONFIG);
    ck_assert_ptr_nonnull(strstr(error.file, "/nonexistent/manifest.tsv"));
    put("A.ttf", buffer_view(&font));
    snprintf(path, sizeof path, "%s/B.ttf", folder);
    remove(path);
    put("manifest.tsv", TEXT(MANIFEST));
    expect_refusal("manifest.tsv", "sans-bolditalic");
    put("manifest.tsv", TEXT(MANIFEST LAST_LINE));
    expect_refusal("B.ttf", "");
    put("manifest.tsv", TEXT(MANIFEST "PT Sans\t../B.ttf\tsans-bolditalic\n"));
    expect_refusal("manifest.tsv", "not a file of this folder");
    put("manifest.tsv", TEXT(""));
    expect_refusal("manifest.tsv", "text-regular");
    buffer_free(&font);
}
END_TEST

START_TEST(refuses_what_is_no_font) {
    struct buffer font = a_font();
    put("A.ttf", buffer_view(&font));
    put("manifest.tsv", TEXT(MANIFEST LAST_LINE));
    put("B.ttf", TEXT("OTTO and so on"));
    expect_refusal("B.ttf", "not a TrueType font");
    put("B.ttf", TEXT(""));
    expect_refusal("B.ttf", "not a TrueType font");
    for (size_t size = 4; size < font.size; size = size * 3 + 1) {
        put("B.ttf", (struct text){font.data, size});
        expect_refusal("B.ttf", "damaged font");
    }
    put("B.ttf", buffer_view(&font));
    struct error error = {0};
    struct fonts *fonts = fonts_open(folder, &error);
    ck_assert_msg(fonts != NULL, "%s", error.message);
    fonts_close(fonts);
    buffer_free(&font);
}
END_TEST

/* A subset of a few characters, with é, which PT Serif composes of two glyphs. */
static struct buffer make_subset(const struct truetype *font) {
    struct glyphs glyphs;
    struct buffer out = {0};
    glyphs_init(&glyphs, font);
    for (uint32_t character = 'a'; character <= 'f'; character++)
        glyphs_code(&glyphs, character);
    glyphs_code(&glyphs, 0xE9);
    glyphs_code(&glyphs, 0x1E9E);
    subset_write(&glyphs, &out);
    glyphs_free(&glyphs);
    return out;
}

/* A byte of the font's head, or of its directory, is changed in many ways; the font is refused or
 * can be used, and nothing is read outside it (which the sanitizers and valgrind see). */
START_TEST(survives_damage) {
    struct buffer whole = a_font();
    struct truetype font;
    size_t opened = 0, refused = 0;
    uint32_t state = 1;
    for (size_t round = 0; round < 600; round++) {
        struct error error = {0};
        struct buffer copy = {0};
        buffer_text(&copy, buffer_view(&whole));
        for (size_t k = 0; k < 1 + round % 4; k++) {
            state = state * 1664525u + 1013904223u;
            size_t span = round % 2 ? 400 : copy.size;
            copy.data[state % span] = (char)(state >> 24);
        }
        if (truetype_open(&font, &copy, &error)) {
            struct buffer subset = make_subset(&font);
            truetype_kerning(&font, state >> 16, state & 0xFFFF);
            buffer_free(&subset);
            truetype_close(&font);
            opened++;
        } else {
            ck_assert_int_eq(error.code, EXIT_CONFIG);
            refused++;
        }
        ck_assert_uint_eq(copy.size, 0);
    }
    ck_assert_uint_gt(opened, 50);
    ck_assert_uint_gt(refused, 50);
    buffer_free(&whole);
}
END_TEST

START_TEST(subsets_keep_all_parts) {
    struct fonts *fonts = fixture_fonts();
    ck_assert_ptr_nonnull(fonts);
    const struct truetype *font = &fonts->faces[FACE_TEXT_REGULAR];
    struct glyphs glyphs;
    struct buffer out = {0};
    glyphs_init(&glyphs, font);
    ck_assert_uint_eq(glyphs_code(&glyphs, 'x'), 1);
    ck_assert_uint_eq(glyphs_code(&glyphs, 0xE9), 2);
    ck_assert_uint_eq(glyphs_code(&glyphs, 'x'), 1);
    ck_assert_uint_eq(glyphs_code(&glyphs, 0x0627), 0);
    ck_assert_uint_eq(glyphs_code(&glyphs, 0x1F600), 0);
    subset_write(&glyphs, &out);
    ck_assert_uint_ge(glyphs.count, 5); /* é brings e and its accent */
    struct text tables = buffer_view(&out);
    uint32_t sum = 0;
    ck_assert_uint_eq(out.size % 4, 0);
    for (size_t at = 0; at < out.size; at += 4)
        sum += truetype_u32(tables, at);
    ck_assert_uint_eq(sum, 0xB1B0AFBAu);
    ck_assert_uint_lt(out.size, 40000);
    glyphs_free(&glyphs);
    buffer_free(&out);
    fonts_close(fonts);
}
END_TEST

START_TEST(text_maps_in_blocks) {
    struct fonts *fonts = fixture_fonts();
    ck_assert_ptr_nonnull(fonts);
    struct glyphs glyphs;
    struct buffer out = {0};
    size_t used = 0;
    glyphs_init(&glyphs, &fonts->faces[FACE_SANS_REGULAR]);
    for (uint32_t character = 0xC0; used < 130 && character < 0x500; character++)
        used += glyphs_code(&glyphs, character) != 0;
    tounicode_write(&glyphs, &out);
    buffer_char(&out, '\0');
    ck_assert_uint_eq(used, 130);
    ck_assert_ptr_nonnull(strstr(out.data, "\n100 beginbfchar\n<0001><00C0>\n"));
    ck_assert_ptr_nonnull(strstr(out.data, "endbfchar\n30 beginbfchar\n"));
    ck_assert_ptr_nonnull(strstr(out.data, "endbfchar\nendcmap\n"));
    glyphs_free(&glyphs);
    buffer_free(&out);
    fonts_close(fonts);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("fonts");
    TCase *tests = tcase_create("fonts");
    tcase_add_checked_fixture(tests, setup, NULL);
    tcase_set_timeout(tests, 120);
    tcase_add_test(tests, names_what_is_missing);
    tcase_add_test(tests, refuses_what_is_no_font);
    tcase_add_test(tests, survives_damage);
    tcase_add_test(tests, subsets_keep_all_parts);
    tcase_add_test(tests, text_maps_in_blocks);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
