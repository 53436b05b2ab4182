/* Figures of a month: what is written is read again, and what is wrong is refused. */
#include <config.h>

#include <check.h>
#include <stdio.h>
#include <string.h>

#include "summary/history.h"
#include "support.h"

static const struct place_figures places[] = {
    {{"", 0}, 9, 8, {1, 2, 3, 4, 5}, 6, 7},
    {{"19", 2}, 5, 4, {0, 1, 0, 1, 0}, 2, 1},
    {{"19.06", 5}, 5, 4, {0, 1, 0, 1, 0}, 2, 0},
};

static struct month_figures sample(void) {
    return (struct month_figures){.year = 2024,
                                  .month = 7,
                                  .tables = TEXT("2026.1"),
                                  .topics = TEXT("ab/10"),
                                  .added = 2,
                                  .places = (struct place_figures *)places,
                                  .count = 3};
}

START_TEST(read_as_written) {
    struct month_figures month = sample(), again;
    struct buffer out = {0};
    struct arena arena = {0};
    struct error error = {0};
    history_write(&month, &out);
    ck_assert_msg(history_read(buffer_view(&out), &arena, &again, &error), "%s", error.message);
    ck_assert_int_eq(again.year * 100 + again.month, 202407);
    ck_assert(text_is(again.tables, "2026.1") && text_is(again.topics, "ab/10"));
    ck_assert_uint_eq(again.added, 2);
    ck_assert_uint_eq(again.count, 3);
    for (size_t i = 0; i < 3; i++) {
        struct place_figures found = history_place(&again, places[i].code);
        ck_assert(text_equal(found.code, places[i].code));
        ck_assert_uint_eq(found.articles, places[i].articles);
        ck_assert_uint_eq(found.stories, places[i].stories);
        ck_assert_uint_eq(found.quotes, places[i].quotes);
        ck_assert_uint_eq(found.regulations, places[i].regulations);
        ck_assert(memcmp(found.by_type, places[i].by_type, sizeof found.by_type) == 0);
    }
    ck_assert_uint_eq(history_place(&again, TEXT("32")).articles, 0);
    ck_assert(history_comparable(&month, &again));
    again.added = 0;
    ck_assert(!history_comparable(&month, &again));
    again = month;
    again.topics = TEXT("");
    ck_assert(!history_comparable(&month, &again));
    again = month;
    again.tables = TEXT("2026.2"); /* told in the notes on method, but compared */
    ck_assert(history_comparable(&month, &again));
    buffer_free(&out);
    arena_free(&arena);
}
END_TEST

#define HEAD                                                                                       \
    "{\"taklimat\":\"figures/"                                                                     \
    "1\",\"month\":\"2024-07\",\"tables\":\"1\",\"topics\":\"\",\"added\":0,"
#define PLACE(code, types)                                                                         \
    "{\"code\":\"" code "\",\"articles\":1,\"stories\":1,\"advisories\":[" types                   \
    "],\"quotes\":1,\"regulations\":1}"

static const struct {
    const char *json, *wrong; /* NULL: nothing */
} cases[] = {
    {HEAD "\"places\":[" PLACE("", "1,1,1,1,1") "]}", NULL},
    {HEAD "\"places\":[" PLACE("", "1,1,1,1,1"), ""},
    {"", ""},
    {"[]", "it does not begin as figures/1"},
    {"{\"taklimat\":\"run/1\"}", "it does not begin as figures/1"},
    {"{\"taklimat\":\"figures/1\",\"month\":\"2024-13\"}", "the month is none"},
    {"{\"taklimat\":\"figures/1\",\"month\":\"2024-7\"}", "the month is none"},
    {"{\"taklimat\":\"figures/1\",\"month\":\"2024-07\",\"tables\":1}", "counted with is missing"},
    {HEAD "\"places\":{}}", "places is no array"},
    {HEAD "\"places\":[]}", "the nation is missing"},
    {HEAD "\"places\":[" PLACE("19", "1,1,1,1,1") "]}", "not in order"},
    {HEAD "\"places\":[" PLACE("", "1,1,1,1,1") "," PLACE("", "1,1,1,1,1") "]}", "not in order"},
    {HEAD "\"places\":[" PLACE("", "1,1,1,1") "]}", "lacks a number"},
    {HEAD "\"places\":[" PLACE("", "1,1,1,1,1,1") "]}", "lacks a number"},
    {HEAD "\"places\":[" PLACE("", "1,1,-1,1,1") "]}", "lacks a number"},
    {HEAD "\"places\":[" PLACE("", "1,1,1.5,1,1") "]}", "lacks a number"},
    {HEAD "\"places\":[" PLACE("", "1,1,\\\"1\\\",1,1") "]}", ""},
    {HEAD "\"places\":[" PLACE("", "1,1,1e12,1,1") "]}", "lacks a number"},
    {HEAD "\"places\":[{}]}", "lacks a number"},
};

START_TEST(wrong_figures_are_refused) {
    struct arena arena = {0};
    struct error error = {0};
    struct month_figures month;
    bool good = history_read(text_of(cases[_i].json), &arena, &month, &error);
    ck_assert_int_eq(good, cases[_i].wrong == NULL);
    ck_assert_uint_eq(month.count, good ? 1 : 0);
    if (!good) {
        ck_assert_int_eq(error.code, EXIT_BAD_DATA);
        ck_assert_msg(strstr(error.message, cases[_i].wrong), "%s", error.message);
    }
    arena_free(&arena);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("history");
    TCase *tests = tcase_create("history");
    tcase_add_test(tests, read_as_written);
    tcase_add_loop_test(tests, wrong_figures_are_refused, 0, sizeof cases / sizeof *cases);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
