/* Templates: the two that are installed are whole, and whatever is wrong with one is said with file
 * and place. */
#include <config.h>

#include <check.h>

#include "base/file.h"
#include "layout/wording.h"
#include "layout_fixture.h"
#include "support.h"

static const char *const names[] = {"id", "en"};

START_TEST(installed_ones_are_whole) {
    struct template *template = fixture_template(names[_i]);
    ck_assert(text_is(template->language, names[_i]));
    ck_assert_int_ge(template->geometry.left, 18 * 2834);
    ck_assert_int_le(template->geometry.right, 22 * 2835);
    for (size_t i = 0; i < 12; i++)
        ck_assert_uint_gt(template->months[i].size, 2);
    template_free(template);
}
END_TEST

static const struct {
    const char *find, *replace, *message;
} faults[] = {
    {"\"template/1\"", "\"template/2\"", "taklimat: must be \"template/1\""},
    {"\"language\"", "\"lingua\"", "language: is missing"},
    {"\"gutter\": 6", "\"gutter\": 6, \"gutters\": 6", "geometry.gutters: is not known"},
    {"\"gutter\": 6", "\"gutter\": 6, \"gutter\": 7", "geometry.gutter: stands there twice"},
    {"\"gutter\": 6", "\"gutter\": -6", "geometry.gutter: must be a number from 0 to 10000"},
    {"\"left\": 20", "\"left\": 120",
     "geometry: the margins, gutter and side column leave no room for text on the paper's width"},
    {"\"top\": 25", "\"top\": 250",
     "geometry: the margins leave no room for text on the paper's height"},
    {"\"header\": 15", "\"header\": 30",
     "geometry: header and footer must stand inside the margins"},
    {"\"stretch\": ", "\"stretch\": 1.5, \"x\": ",
     "typesetting.stretch: must be a whole number from 0 to 1000"},
    {"\"#0d4a75\"", "\"blue\"",
     "colours.accent: must be a colour such as \"#0d4a75\", in lower case"},
    {"\"face\": \"sans-bold\", \"size\": 25", "\"face\": \"sans-heavy\", \"size\": 25",
     "styles.title.face: is a word that nobody knows; is 'sans-bold' meant? known are "},
    {"\"size\": 25", "\"size\": 0",
     "styles.title: size must be 1 to 200 points, leading at least nine tenths of it and at most "
     "400"},
    {"\"indent\": 12", "\"indent\": 300",
     "styles.quote.indent: leaves no room for text in the main column"},
    {"\"size\": 25, \"leading\": 29", "\"size\": 190, \"leading\": 200",
     "styles.title.leading: leaves no room for four lines on a page"},
    {"\"size\": 25, \"leading\": 29", "\"size\": 33, \"leading\": 29",
     "styles.title: size must be 1 to 200 points, leading at least nine tenths of it"},
    {"\"warning\":          { \"face\": \"sans-bold\", \"size\": 8.2, \"leading\": 10.8",
     "\"warning\": { \"face\": \"sans-bold\", \"size\": 10.5, \"leading\": 13",
     "styles.warning.size: is more than the leading of styles.side, in which it stands"},
    {"\"colour\": \"ink\", \"indent\": 26, \"after\": 3 }",
     "\"colour\": \"ink\", \"indent\": 19, \"after\": 3 }",
     "styles.warning.size: is too large for the indent of styles.list_item"},
    {"\"keep\": \"together\"", "\"keep\": \"always\"",
     "styles.pull.keep: is a word that nobody knows; known are none, next, together and previous"},
    {"\"upper\": true", "\"upper\": 1", "styles.letterhead.upper: must be true or false"},
    {"[\"front\", ", "[\"front\", \"front\", ", "sections.[1]: stands there twice"},
    {"[\"front\", ", "[", "sections: must name each of its words once: 'front' is missing"},
    {"[\"front\", ", "[\"back\", ", "sections.[0]: is not known; known are front, "},
    {"\"thousands\": ", "\"thousands\": 1, \"x\": ", "formats.thousands: must be a string"},
    {"\"month\": \"{month} {year}\"", "\"month\": \"{month} {yr}\"",
     "formats.month: {yr} is not known, or } is missing; known: month year"},
    {"\"short_months\": [", "\"short_months\": [\"x\", ",
     "short_months: has too few or too many elements"},
    {"\"page_of\": \"", "\"page_of\": \"{pages} ",
     "labels.page_of: {pages} is not known, or } is missing; known: page total"},
    {"\"page_of\": \"", "\"page_of\": \"{page", "labels.page_of: "},
    {"\"page_of\"", "\"page_off\"", "labels.page_of: is missing"},
    {"\"ties\": {", "\"ties\": {\"more\": [], ", "ties.more: is not known"},
};

static struct text with_fault(struct arena *arena, struct text whole, const char *find,
                              const char *replace) {
    size_t at = text_find(whole, 0, text_of(find));
    ck_assert_msg(at < whole.size, "the template has no '%s'", find);
    struct text before = text_slice(whole, (struct span){0, at});
    return arena_concat(arena, before, text_of(replace),
                        text_slice(whole, (struct span){at + strlen(find), whole.size}));
}

START_TEST(faults_are_named) {
    struct arena arena = {0};
    struct buffer bytes = {0};
    struct error error = {0};
    char path[1024];
    const char *scratch = getenv("TAKLIMAT_SCRATCH");
    ck_assert(file_read(fixture_template_path("id"), 0, &bytes, &error));
    snprintf(path, sizeof path, "%.900s/template-%d.json", scratch ? scratch : "/tmp", _i);
    ck_assert(file_write(
        path, with_fault(&arena, buffer_view(&bytes), faults[_i].find, faults[_i].replace),
        &error));
    ck_assert_ptr_null(template_load(path, &error));
    ck_assert_int_eq(error.code, EXIT_CONFIG);
    ck_assert_msg(strncmp(error.message, faults[_i].message, strlen(faults[_i].message)) == 0,
                  "'%s' instead of '%s'", error.message, faults[_i].message);
    ck_assert_str_eq(error.file, path);
    remove(path);
    buffer_free(&bytes);
    arena_free(&arena);
}
END_TEST

static char told[3000]; /* "LINE: what" and a line end, of each fault */

static void take_fault(void *context, const struct error *fault) {
    (void)context;
    size_t used = strlen(told);
    snprintf(told + used, sizeof told - used, "%zu: %s\n", fault->record, fault->message);
}

/* All faults are told, each with the line where the key stands. */
START_TEST(all_faults_are_told) {
    static const char *const changes[][2] = {
        {"\"language\": \"id\"", "\n\"language\": \"x\""},
        {"\"gutter\": 6", "\"guter\": 6"},
        {"\"header\": 15", "\n\n\"header\": \"x\", \"footer\": 1"},
        {"\"page_of\": \"", "\"page_of\": \"{pages}{x} "},
        {"\"ties\": {", "\"ties\": {\"more\": [], "}};
    struct arena arena = {0};
    struct buffer bytes = {0};
    struct error error = {0};
    struct faults all = {.first = &error, .tell = take_fault};
    char path[1024];
    const char *scratch = getenv("TAKLIMAT_SCRATCH");
    ck_assert(file_read(fixture_template_path("id"), 0, &bytes, &error));
    struct text text = buffer_view(&bytes);
    for (size_t i = 0; i < sizeof changes / sizeof *changes; i++)
        text = with_fault(&arena, text, changes[i][0], changes[i][1]);
    snprintf(path, sizeof path, "%.900s/template-all.json", scratch ? scratch : "/tmp");
    ck_assert(file_write(path, text, &error));
    ck_assert_ptr_null(template_read(path, NULL, &all));
    const struct {
        const char *key, *what;
    } wanted[] = {{"\"language\"", "language: must be a language code such as \"id\""},
                  {"\"geometry\"", "geometry.gutter: is missing"},
                  {"\"header\": \"x\"", "geometry.header: must be a number from 0 to 10000"},
                  {"\"footer\": 1", "geometry.footer: stands there twice"},
                  {"\"guter\"", "geometry.guter: is not known; is 'gutter' meant?"},
                  {"\"page_of\"", "labels.page_of: {pages} is not known"},
                  {"\"page_of\"", "labels.page_of: {x} is not known"},
                  {"\"more\"", "ties.more: is not known"}};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++) {
        char line[200];
        bool twice = strstr(wanted[i].what, "twice") != NULL; /* of two, the last */
        size_t at = text_find(text, 0, text_of(wanted[i].key)), number = 1;
        if (twice)
            at = text_find(text, at + 1, TEXT("\"footer\""));
        for (size_t j = 0; j < at; j++)
            number += text.data[j] == '\n';
        snprintf(line, sizeof line, "%zu: %s", number, wanted[i].what);
        ck_assert_msg(strstr(told, line), "'%s' is not in:\n%s", line, told);
    }
    ck_assert_uint_eq(all.count, sizeof wanted / sizeof *wanted);
    remove(path);
    buffer_free(&bytes);
    arena_free(&arena);
}
END_TEST

/* What is no JSON is told with the line where reading ended. */
START_TEST(no_json_is_told_with_its_line) {
    struct error error = {0};
    char path[1024];
    const char *scratch = getenv("TAKLIMAT_SCRATCH");
    snprintf(path, sizeof path, "%.900s/template-json.json", scratch ? scratch : "/tmp");
    ck_assert(file_write(path, TEXT("{\n\"taklimat\": \"template/1\",\n\"a\" 1}"), &error));
    ck_assert_ptr_null(template_load(path, &error));
    ck_assert_uint_eq(error.record, 3);
    remove(path);
}
END_TEST

START_TEST(missing_file_is_named) {
    struct error error = {0};
    ck_assert_ptr_null(template_load("/nonexistent/id.json", &error));
    ck_assert_int_eq(error.code, EXIT_CONFIG);
    ck_assert_str_eq(error.file, "/nonexistent/id.json");
}
END_TEST

static const struct {
    size_t number;
    const char *id, *en;
} numbers[] = {{0, "0", "0"},
               {7, "7", "7"},
               {999, "999", "999"},
               {1284, "1.284", "1,284"},
               {1234567, "1.234.567", "1,234,567"}};

START_TEST(numbers_as_people_write_them) {
    struct arena arena = {0};
    for (size_t i = 0; i < 2; i++) {
        struct template *template = fixture_template(names[i]);
        struct text text = wording_number(&arena, template, numbers[_i].number);
        ck_assert_str_eq(arena_cstring(&arena, text), i ? numbers[_i].en : numbers[_i].id);
        template_free(template);
    }
    arena_free(&arena);
}
END_TEST

static const struct {
    int from[3], until[3];
    const char *id, *en;
} periods[] = {
    {{2024, 8, 1}, {2024, 9, 1}, "Agustus 2024", "August 2024"},
    {{2024, 12, 1}, {2025, 1, 1}, "Desember 2024", "December 2024"},
    {{2024, 8, 5},
     {2024, 9, 1},
     "5 Agustus 2024 – 31 Agustus 2024",
     "5 August 2024 – 31 August 2024"},
    {{2024, 8, 1}, {0, 0, 0}, "sejak 1 Agustus 2024", "since 1 August 2024"},
    {{0, 0, 0}, {2024, 3, 1}, "sampai 29 Februari 2024", "until 29 February 2024"},
    {{0, 0, 0}, {0, 0, 0}, "semua tanggal", "all dates"},
};

START_TEST(periods_as_people_write_them) {
    struct arena arena = {0};
    const int *from = periods[_i].from, *until = periods[_i].until;
    struct period period = {.from = date_make(from[0], from[1], from[2]),
                            .until = date_make(until[0], until[1], until[2])};
    for (size_t i = 0; i < 2; i++) {
        struct template *template = fixture_template(names[i]);
        struct text text = wording_period(&arena, template, period);
        ck_assert_str_eq(arena_cstring(&arena, text), i ? periods[_i].en : periods[_i].id);
        template_free(template);
    }
    arena_free(&arena);
}
END_TEST

START_TEST(words_and_places) {
    struct arena arena = {0};
    struct fill fills[] = {{"a", TEXT("satu")}, {"b", TEXT("{a}")}, {NULL, {NULL, 0}}};
    struct template *template = fixture_template("en");
    ck_assert(text_is(wording_fill(&arena, TEXT("{a}, {b}{c}!"), fills), "satu, {a}!"));
    ck_assert(text_is(wording_fill(&arena, TEXT("{a"), fills), "{a"));
    ck_assert(text_is(wording_count(&arena, template, LABEL_COUNT_STORIES, 1, NULL), "1 story"));
    ck_assert(
        text_is(wording_count(&arena, template, LABEL_COUNT_STORIES, 1200, NULL), "1,200 stories"));
    ck_assert(text_is(wording_shorten(&arena, TEXT("satu dua tiga"), 10), "satu dua…"));
    ck_assert(text_is(wording_shorten(&arena, TEXT("satu dua"), 10), "satu dua"));
    ck_assert(text_is(wording_shorten(&arena, TEXT("sambungmenyambung"), 6), "sambun…"));
    ck_assert(text_is(wording_upper(&arena, TEXT("Jum'at é")), "JUM'AT é"));
    template_free(template);
    arena_free(&arena);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("template");
    TCase *tests = tcase_create("template");
    tcase_add_loop_test(tests, installed_ones_are_whole, 0, 2);
    tcase_add_loop_test(tests, faults_are_named, 0, sizeof faults / sizeof *faults);
    tcase_add_test(tests, missing_file_is_named);
    tcase_add_test(tests, all_faults_are_told);
    tcase_add_test(tests, no_json_is_told_with_its_line);
    tcase_add_loop_test(tests, numbers_as_people_write_them, 0, sizeof numbers / sizeof *numbers);
    tcase_add_loop_test(tests, periods_as_people_write_them, 0, sizeof periods / sizeof *periods);
    tcase_add_test(tests, words_and_places);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
