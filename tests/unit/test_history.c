/* Figures of a month: what is written is read again, and what is wrong is refused. */
#include <config.h>

#include <check.h>
#include <stdio.h>
#include <string.h>

#include "base/json_sum.h"
#include "summary/history.h"
#include "support.h"

static const size_t by_topic[] = {3, 4};
static const struct place_figures places[] = {
    {{"", 0}, 9, 8, {1, 2, 3, 4, 5}, 6, 7, by_topic},
    {{"19", 2}, 5, 4, {0, 1, 0, 1, 0}, 2, 1, by_topic},
    {{"19.06", 5}, 5, 4, {0, 1, 0, 1, 0}, 2, 0, NULL},
};
static const struct text labels[] = {{"pilkada", 7}, {"hoaks", 5}};

static struct month_figures sample(void) {
    return (struct month_figures){.year = 2024,
                                  .month = 7,
                                  .tables = TEXT("2026.1"),
                                  .zone = TEXT("Asia/Jakarta"),
                                  .by = TEXT("event"),
                                  .topics = TEXT("ab/10"),
                                  .added = 2,
                                  .labels = (struct text *)labels,
                                  .label_count = 2,
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
    ck_assert(text_is(again.zone, "Asia/Jakarta") && text_is(again.by, "event"));
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
    struct place_figures nowhere = history_place(&again, TEXT("32"));
    size_t count = 9;
    ck_assert_uint_eq(nowhere.articles, 0);
    ck_assert(history_topic(&again, &again.places[1], TEXT("hoaks"), &count) && count == 4);
    ck_assert(history_topic(&again, &again.places[2], TEXT("hoaks"), &count) && count == 0);
    ck_assert(history_topic(&again, &nowhere, TEXT("pilkada"), &count) && count == 0);
    ck_assert(!history_topic(&again, &again.places[0], TEXT("netralitas"), &count));
    ck_assert(history_comparable(&month, &again));
    again.added = 0;
    ck_assert(!history_comparable(&month, &again));
    again = month;
    again.topics = TEXT("");
    ck_assert(!history_comparable(&month, &again));
    again = month;
    again.by = TEXT("");
    ck_assert(!history_comparable(&month, &again));
    again = month;
    again.zone = TEXT("Asia/Jayapura");
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
    "3\",\"month\":\"2024-07\",\"tables\":\"1\",\"zone\":\"Asia/"                                  \
    "Jakarta\",\"by\":\"\",\"topics\":\"\",\"added\":0,"
#define LABELS "\"labels\":[\"pilkada\"],"
#define PLACE(code, types)                                                                         \
    "{\"code\":\"" code "\",\"articles\":1,\"stories\":1,\"advisories\":[" types                   \
    "],\"quotes\":1,\"regulations\":1,\"topics\":[2]}"

static const struct {
    const char *json, *wrong; /* NULL: nothing */
} cases[] = {
    {HEAD LABELS "\"places\":[" PLACE("", "1,1,1,1,1") "]}", NULL},
    {HEAD LABELS "\"places\":[" PLACE("", "1,1,1,1,1"), ""},
    {"", "it does not begin as figures/3"},
    {"[]", "it does not begin as figures/3"},
    {"{\"taklimat\":\"run/1\"}", "it does not begin as figures/3"},
    {"{\"taklimat\":\"figures/1\",\"month\":\"2024-07\"}", "it does not begin as figures/3"},
    {"{\"taklimat\":\"figures/3\",\"month\":\"2024-13\"}", "the month is none"},
    {"{\"taklimat\":\"figures/3\",\"month\":\"2024-7\"}", "the month is none"},
    {"{\"taklimat\":\"figures/3\",\"month\":\"2024-07\",\"tables\":1}", "counted with is missing"},
    {HEAD "\"labels\":1}", "labels is no array"},
    {HEAD "\"labels\":[1]}", "a label is no text"},
    {HEAD "\"labels\":[],\"places\":[" PLACE("", "1,1,1,1,1") "]}", "lacks a number"},
    {HEAD LABELS "\"places\":{}}", "places is no array"},
    {HEAD LABELS "\"places\":[]}", "the nation is missing"},
    {HEAD LABELS "\"places\":[" PLACE("19", "1,1,1,1,1") "]}", "not in order"},
    {HEAD LABELS "\"places\":[" PLACE("", "1,1,1,1,1") "," PLACE("", "1,1,1,1,1") "]}",
     "not in order"},
    {HEAD LABELS "\"places\":[" PLACE("", "1,1,1,1") "]}", "lacks a number"},
    {HEAD LABELS "\"places\":[" PLACE("", "1,1,1,1,1,1") "]}", "lacks a number"},
    {HEAD LABELS "\"places\":[" PLACE("", "1,1,-1,1,1") "]}", "lacks a number"},
    {HEAD LABELS "\"places\":[" PLACE("", "1,1,1.5,1,1") "]}", "lacks a number"},
    {HEAD LABELS "\"places\":[" PLACE("", "1,1,\\\"1\\\",1,1") "]}", ""},
    {HEAD LABELS "\"places\":[" PLACE("", "1,1,1e12,1,1") "]}", "lacks a number"},
    {HEAD LABELS "\"places\":[{}]}", "lacks a number"},
};

/* The case's object with a checksum of what it is; what ends in no brace stays as it is. */
static struct buffer summed(const char *json) {
    struct buffer out = {0};
    struct text text = text_of(json);
    bool whole = text_ends(text, "}");
    buffer_text(&out, text_slice(text, (struct span){0, text.size - whole}));
    if (whole)
        json_sum_end(&out, 0);
    return out;
}

START_TEST(wrong_figures_are_refused) {
    struct arena arena = {0};
    struct error error = {0};
    struct month_figures month;
    struct buffer json = summed(cases[_i].json);
    bool good = history_read(buffer_view(&json), &arena, &month, &error);
    ck_assert_int_eq(good, cases[_i].wrong == NULL);
    ck_assert_uint_eq(month.count, good ? 1 : 0);
    if (!good) {
        ck_assert_int_eq(error.code, EXIT_BAD_DATA);
        ck_assert_msg(strstr(error.message, cases[_i].wrong), "%s", error.message);
    }
    buffer_free(&json);
    arena_free(&arena);
}
END_TEST

/* Whatever single byte is changed, or wherever the file is cut: it is refused. */
START_TEST(damage_is_told) {
    struct month_figures month = sample(), again;
    struct buffer out = {0};
    struct arena arena = {0};
    history_write(&month, &out);
    for (size_t i = 0; i + 1 < out.size; i++) {
        struct error error = {0};
        char byte = out.data[i];
        out.data[i] = byte == '1' ? '2' : '1';
        ck_assert_msg(!history_read(buffer_view(&out), &arena, &again, &error), "byte %zu", i);
        out.data[i] = byte;
        struct text cut = text_slice(buffer_view(&out), (struct span){0, i});
        ck_assert_msg(!history_read(cut, &arena, &again, &error), "cut at %zu", i);
    }
    buffer_free(&out);
    arena_free(&arena);
}
END_TEST

START_TEST(what_is_known_of_a_year) {
    struct month_figures month = sample();
    struct history history = {.count = 3};
    history.at[0].figures = &month;
    history.at[1].state = HISTORY_MISSING;
    history.at[2].state = HISTORY_DAMAGED;
    ck_assert_uint_eq(history_known(&history), 1);
    ck_assert_ptr_null(history_before(&history));
    history.at[2] = history.at[0];
    ck_assert_uint_eq(history_known(&history), 2);
    ck_assert_ptr_eq(history_before(&history), &month);
    history.count = 0;
    ck_assert_ptr_null(history_before(&history));
    ck_assert_ptr_null(history_before(NULL));
    ck_assert_uint_eq(history_known(NULL), 0);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("history");
    TCase *tests = tcase_create("history");
    tcase_add_test(tests, read_as_written);
    tcase_add_test(tests, damage_is_told);
    tcase_add_test(tests, what_is_known_of_a_year);
    tcase_add_loop_test(tests, wrong_figures_are_refused, 0, sizeof cases / sizeof *cases);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
