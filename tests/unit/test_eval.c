/* How taklimat eval compares names, numbers and spans. */
#include <config.h>

#include <check.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "cli/eval_check.h"
#include "cli/eval_match.h"
#include "cli/eval_words.h"
#include "support.h"

/* Annotated name, found name, one person or not. */
static const struct {
    const char *gold, *got;
    bool agree;
} name_cases[] = {
    {"Rukmini Talo", "Rukmini Talo", true},
    {"Rukmini Talo", "RUKMINI TALO", true},
    {"Rukmini Talo", "Dr. Hj. Rukmini Talo, MSi", true},
    {"Rukmini Talo", "Rukmini Talo, M.Si", false}, /* M and Si are two words more */
    {"Rukmini Talo", "Talo", true},                /* half of it */
    {"Rukmini Sari Talo", "Talo", false},          /* less than half */
    {"Rukmini", "Rukmini Talo", true},             /* one word more */
    {"Rukmini", "Rukmini Sari Talo", false},       /* two more */
    {"Rukmini Talo", "Rukmini Sari", false},
    {"Rukmini Talo", "", false},
    {"H. Drs.", "H", true},                  /* nothing but honorifics: they count then */
    {"\xEF\xBC\xB2ukmini", "rukmini", true}, /* full-width R */
    {"Stra\xC3\x9F"
     "e",
     "STRASSE", true},
    {"", "", false},
};

START_TEST(test_names_agree) {
    struct arena arena = {0};
    struct wordlist gold = name_words(&arena, text_of(name_cases[_i].gold));
    struct wordlist got = name_words(&arena, text_of(name_cases[_i].got));
    ck_assert_msg(names_agree(gold, got) == name_cases[_i].agree, "'%s' and '%s'",
                  name_cases[_i].gold, name_cases[_i].got);
    arena_free(&arena);
}
END_TEST

START_TEST(test_words) {
    struct arena arena = {0};
    struct wordlist words = words_of(&arena, TEXT("Pasal 5 huruf_n, (ayat\xC2\xB2)"));
    const char *want[] = {"pasal", "5", "huruf", "n", "ayat2"};
    ck_assert_uint_eq(words.count, 5);
    for (size_t i = 0; i < words.count; i++)
        ck_assert(text_is(words.at[i], want[i]));
    ck_assert_uint_eq(words_of(&arena, (struct text){0}).count, 0);
    struct wordlist twice = words_sorted(&arena, TEXT("b a b"));
    ck_assert_uint_eq(words_shared(twice, words_sorted(&arena, TEXT("b b b"))), 2);
    arena_free(&arena);
}
END_TEST

START_TEST(test_instrument_forms) {
    struct arena arena = {0};
    ck_assert(text_is(number_form(&arena, TEXT(" 0010 / A")), "10/a"));
    ck_assert(text_is(number_form(&arena, TEXT("000")), ""));
    ck_assert(text_is(type_form(&arena, TEXT("TAP\xC2\xA0MPR")), "tapmpr"));
    ck_assert(text_is(type_form(&arena, TEXT("Permen-PANRB")), "permenpanrb"));
    arena_free(&arena);
}
END_TEST

START_TEST(test_span_core) {
    struct text text = TEXT("\xE2\x80\x9CYa, benar.\xE2\x80\x9D kata");
    struct span core = span_core(text, (struct span){0, 16});
    ck_assert_uint_eq(core.start, 3);
    ck_assert_uint_eq(core.end, 12);
    core = span_core(text, (struct span){12, 16}); /* nothing but marks: empty, at its end */
    ck_assert_uint_eq(core.start, 16);
    ck_assert_uint_eq(core.end, 16);
}
END_TEST

/* The best pair first; a span is used once; of equals the first counts. */
START_TEST(test_match) {
    struct arena arena = {0};
    struct span gold[] = {{0, 10}, {20, 30}, {40, 50}},
                got[] = {{20, 29}, {20, 30}, {0, 6}, {44, 60}};
    struct pairlist pairs =
        spans_match(&arena, (struct spanlist){gold, 3}, (struct spanlist){got, 4}, 0.5);
    ck_assert_uint_eq(pairs.count, 2);
    ck_assert_uint_eq(pairs.at[0].gold, 1);
    ck_assert_uint_eq(pairs.at[0].got, 1);
    ck_assert_uint_eq(pairs.at[1].gold, 0);
    ck_assert_uint_eq(pairs.at[1].got, 2);
    struct span same[] = {{20, 30}, {20, 30}};
    bool gold_met[3] = {false}, got_met[2] = {false};
    ck_assert_uint_eq(spans_same(&arena, (struct spanlist){gold, 3}, (struct spanlist){same, 2},
                                 gold_met, got_met),
                      1);
    ck_assert(gold_met[1] && got_met[0] && !got_met[1] && !gold_met[0]);
    arena_free(&arena);
}
END_TEST

/* A hundred thousand spans on both sides take no noticeable time. */
START_TEST(test_match_many) {
    enum { MANY = 100000 };
    struct arena arena = {0};
    struct span *spans = arena_alloc_array(&arena, MANY, sizeof *spans);
    for (size_t i = 0; i < MANY; i++)
        spans[i] = (struct span){10 * i, 10 * i + 9};
    struct spanlist list = {spans, MANY};
    ck_assert_uint_eq(spans_match(&arena, list, list, 0.8).count, MANY);
    arena_free(&arena);
}
END_TEST

START_TEST(test_union) {
    struct span a[] = {{5, 20}, {0, 10}, {30, 40}}, b[] = {{15, 35}};
    struct spanlist joined = spans_union((struct spanlist){a, 3});
    ck_assert_uint_eq(joined.count, 2);
    ck_assert_uint_eq(spans_size(joined), 30);
    ck_assert_uint_eq(spans_common(joined, (struct spanlist){b, 1}), 10);
}
END_TEST

START_TEST(test_width) {
    ck_assert_uint_eq(utf8_width('a'), 1);
    ck_assert_uint_eq(utf8_width(0x301), 0);
    ck_assert_uint_eq(utf8_width(0x4E2D), 2);
}
END_TEST

/* Where a key stands, the key, the known one that it looks like. */
static const struct {
    const char *where, *key, *nearest;
} key_cases[] = {
    {"", "quote", "quotes"},
    {"", "Quotes", "quotes"},
    {"", "event-date", "event_date"},
    {"", "supercalifragilistic", NULL},
    {"", "a key of more than thirty-two bytes", NULL},
    {"", "", NULL},
    {"quotes", "speeker", "speaker"},
    {"quotes", "\xC3\xA9nd", "end"},
    {"citations", "nomor", "number"},
    {"citations", "pin_point", "pinpoint"},
    {"people", "nama", "name"},
};

START_TEST(test_keys_nearest) {
    const char *nearest = keys_nearest(key_cases[_i].where, text_of(key_cases[_i].key));
    ck_assert_pstr_eq(nearest, key_cases[_i].nearest);
}
END_TEST

/* An annotated article, and whether its offsets look like characters. */
static const struct {
    const char *line;
    bool characters;
} offset_cases[] = {
    {"{\"text\":\"\xC3\xA9\xC3\xA9 satu dua\",\"quotes\":[{\"start\":5,\"end\":9}]}", false},
    {"{\"text\":\"\xC3\xA9\xC3\xA9 satu dua\",\"quotes\":[{\"start\":3,\"end\":7}]}", true},
    {"{\"text\":\"ee satu dua\",\"quotes\":[{\"start\":4,\"end\":6}]}", false},
    {"{\"text\":\"\xC3\xA9\xC3\xA9 satu dua\",\"quotes\":[{\"start\":-3,\"end\":700}]}", false},
    {"{\"text\":\"\xC3\xA9\",\"quotes\":7}", false},
    {"{\"text\":7,\"quotes\":[{}]}", false},
};

START_TEST(test_counts_characters) {
    struct arena arena = {0};
    struct error error = {0};
    struct cJSON *line = json_parse(text_of(offset_cases[_i].line), EXIT_BAD_DATA, &error);
    ck_assert_ptr_nonnull(line);
    ck_assert(eval_counts_characters(line, &arena) == offset_cases[_i].characters);
    json_free(line);
    arena_free(&arena);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("eval");
    TCase *tests = tcase_create("eval");
    tcase_add_loop_test(tests, test_names_agree, 0, sizeof name_cases / sizeof *name_cases);
    tcase_add_loop_test(tests, test_keys_nearest, 0, sizeof key_cases / sizeof *key_cases);
    tcase_add_loop_test(tests, test_counts_characters, 0,
                        sizeof offset_cases / sizeof *offset_cases);
    tcase_add_test(tests, test_words);
    tcase_add_test(tests, test_instrument_forms);
    tcase_add_test(tests, test_span_core);
    tcase_add_test(tests, test_match);
    tcase_add_test(tests, test_match_many);
    tcase_add_test(tests, test_union);
    tcase_add_test(tests, test_width);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
