/* Who is told what: a translator that knows a few messages, and where its words go. */
#include <config.h>

#include <check.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "base/csv_read.h"
#include "base/faults.h"
#include "base/translate.h"
#include "intake/fault.h"
#include "support.h"

static const char *find(const char *message) {
    static const char *const known[][2] = {
        {"cannot open: %s", "tidak dapat dibuka: %s"},
        {"the record has no text", "rekaman itu tanpa teks"},
        {"invalid UTF-8 at byte %zu", "UTF-8 yang tidak sah pada bita %zu"},
        {"a quotation mark is opened and never closed", "tanda kutip tidak ditutup"},
    };
    ck_assert_str_ne(message, ""); /* a catalogue's own description */
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (strcmp(known[i][0], message) == 0)
            return known[i][1];
    return message;
}

static const char *find_count(const char *one, const char *many, size_t count) {
    (void)one, (void)many, (void)count;
    return "%zu berita";
}

static const char *find_cause(int number) { return number == ENOENT ? "tidak ada" : "lain"; }

static const struct translator indonesian = {find, find_count, find_cause};

static void begin(void) { translate_by(&indonesian); }
static void end(void) { translate_by(NULL); }

static void make_errors(struct error *error, struct error *fault) {
    struct faults faults = {.first = fault};
    error_set(error, EXIT_IO, "cannot open: %s", translate_cause(ENOENT));
    faults_add(&faults, "f", 2, "cannot open: %s", "x");
}

START_TEST(people_are_told_in_their_language) {
    struct error error = {0}, fault = {0};
    make_errors(&error, &fault);
    ck_assert_str_eq(error.message, "tidak dapat dibuka: tidak ada");
    ck_assert_str_eq(fault.message, "tidak dapat dibuka: x");
    ck_assert_str_eq(_(""), "");
    ck_assert_str_eq(translate_count("%zu article", "%zu articles", 1), "%zu berita");
}
END_TEST

/* What becomes a line of rejected.jsonl. */
START_TEST(faults_of_records_stay_english_for_files) {
    struct arena arena = {0};
    struct fault set = {0}, printed = {0};
    ck_assert(!fault_set(&set, "no_text", 0, "the record has no text"));
    fault_set(&set, "later", 0, "a consequence");
    ck_assert(
        !fault_print(&printed, &arena, "not_utf8", 7, "invalid UTF-8 at byte %zu", (size_t)7));
    ck_assert(text_is(set.message, "the record has no text"));
    ck_assert(text_is(set.told, "rekaman itu tanpa teks"));
    ck_assert(text_is(printed.message, "invalid UTF-8 at byte 7"));
    ck_assert(text_is(printed.told, "UTF-8 yang tidak sah pada bita 7"));
    arena_free(&arena);
}
END_TEST

START_TEST(a_refused_row_is_known_in_english) {
    struct arena arena = {0};
    struct error error = {0};
    struct csv_row row;
    struct csv_reader reader = {.bytes = TEXT("a,\"b\n"), .line = 1, .separator = ','};
    ck_assert(!csv_reader_next(&reader, &arena, &row, &error));
    ck_assert_str_eq(reader.refused, "a quotation mark is opened and never closed");
    ck_assert_str_eq(error.message, "tanda kutip tidak ditutup");
    arena_free(&arena);
}
END_TEST

START_TEST(without_a_translator_all_is_english) {
    struct error error = {0}, fault = {0};
    make_errors(&error, &fault);
    ck_assert_str_eq(fault.message, "cannot open: x");
    ck_assert_str_eq(translate_cause(ENOENT), strerror(ENOENT));
    ck_assert_str_eq(translate_count("%zu article", "%zu articles", 1), "%zu article");
    ck_assert_str_eq(translate_count("%zu article", "%zu articles", 2), "%zu articles");
}
END_TEST

int main(void) {
    Suite *suite = suite_create("translate");
    TCase *told = tcase_create("told"), *english = tcase_create("english");
    tcase_add_checked_fixture(told, begin, end);
    tcase_add_test(told, people_are_told_in_their_language);
    tcase_add_test(told, faults_of_records_stay_english_for_files);
    tcase_add_test(told, a_refused_row_is_known_in_english);
    tcase_add_test(english, without_a_translator_all_is_english);
    suite_add_tcase(suite, told);
    suite_add_tcase(suite, english);
    return run_suite(suite);
}
