/* Text, UTF-8, dates, buffers, arena and error record of base. */
#include <config.h>

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/base64.h"
#include "base/buffer.h"
#include "base/date.h"
#include "base/decimal.h"
#include "base/error.h"
#include "base/search.h"
#include "base/sha256.h"
#include "base/utf8.h"
#include "support.h"

/* The first bad byte; -1: all is well. From RFC 3629 and the table of ill-formed sequences of the
 * Unicode standard. */
static const struct {
    const char *bytes;
    int bad;
} utf8_cases[] = {
    {"", -1},
    {"netral", -1},
    {"caf\xC3\xA9", -1},
    {"\xE2\x80\x9Ckata\xE2\x80\x9D", -1},
    {"\xF0\x9F\x98\x80", -1},
    {"\xEF\xBF\xBF", -1},
    {"abc\x80", 3},
    {"\xC0\xAF", 0},
    {"\xC3", 0},
    {"12345678\xE2\x80", 8},
    {"\xED\xA0\x80", 0},
    {"\xF4\x90\x80\x80", 0},
    {"\xF5\x80\x80\x80", 0},
    {"\xE0\x80\x80", 0},
    {"aaaaaaaaaaaaaaaa\xFFz", 16},
};

START_TEST(test_utf8_check) {
    struct text text = text_of(utf8_cases[_i].bytes);
    size_t want = utf8_cases[_i].bad < 0 ? text.size : (size_t)utf8_cases[_i].bad;
    ck_assert_uint_eq(utf8_check(text), want);
}
END_TEST

START_TEST(test_utf8_fold) {
    struct arena arena = {0};
    ck_assert(text_is(utf8_fold(&arena, TEXT("Jum\xE2\x80\x99"
                                             "at")),
                      "jum'at"));
    ck_assert(text_is(utf8_fold(&arena, TEXT("\xC3\x89TAPE")), "\xC3\xA9tape"));
    ck_assert(text_is(utf8_fold(&arena, TEXT("ka\xC2\xADta")), "kata"));
    struct text same = TEXT("netral");
    ck_assert_ptr_eq(utf8_fold(&arena, same).data, same.data);
    arena_free(&arena);
}
END_TEST

START_TEST(test_utf8_nfc) {
    struct arena arena = {0};
    struct text plain = TEXT("\xE2\x80\x9Csudah\xE2\x80\x9D \xC3\xA9");
    ck_assert(!utf8_may_need_nfc(plain));
    ck_assert_ptr_eq(utf8_nfc(&arena, plain).data, plain.data);
    ck_assert(text_is(utf8_nfc(&arena, TEXT("e\xCC\x81")), "\xC3\xA9"));
    ck_assert(text_is(utf8_nfc(&arena, TEXT("\xE2\x80\x80x")), "\xE2\x80\x82x"));
    arena_free(&arena);
}
END_TEST

/* Every character below U+3000: where the quick check says no, normalising changes nothing. */
START_TEST(test_utf8_quick_check_is_safe) {
    struct arena arena = {0};
    for (uint32_t c = 0x80; c < 0x3000; c++) {
        char room[8] = "a";
        struct text text = {room, 1 + utf8_encode(c, room + 1)};
        if (utf8_may_need_nfc(text))
            continue;
        room[text.size] = '\0';
        /* Forced through utf8proc by a character that needs it behind. */
        struct text forced = arena_concat(&arena, text, TEXT("|e\xCC\x81"), TEXT(""));
        struct text normal = utf8_nfc(&arena, forced);
        ck_assert_msg(text_starts(normal, room), "U+%04X changes", c);
        arena_reset(&arena);
    }
    arena_free(&arena);
}
END_TEST

START_TEST(test_text) {
    ck_assert(text_equal(text_trim(TEXT(" \t\xC2\xA0 a b \xC2\xA0\n")), TEXT("a b")));
    ck_assert_uint_eq(text_trim(TEXT("  ")).size, 0);
    ck_assert_uint_eq(text_find(TEXT("abcabc"), 1, TEXT("abc")), 3);
    ck_assert_uint_eq(text_find(TEXT("abc"), 0, TEXT("x")), 3);
    ck_assert_int_lt(text_compare(TEXT("a"), TEXT("ab")), 0);
    ck_assert(text_equal_ascii_nocase(TEXT("ASN"), TEXT("asn")));
    ck_assert_int_eq(text_compare_ascii_nocase(TEXT("ASN"), TEXT("asn")), 0);
    ck_assert_int_lt(text_compare_ascii_nocase(TEXT("asn"), TEXT("ASNx")), 0);
    ck_assert_int_lt(text_compare_ascii_nocase(TEXT("Bupati"), TEXT("camat")), 0);
    ck_assert_int_gt(text_compare_ascii_nocase(TEXT("\xc3\xa9"), TEXT("z")), 0);
    ck_assert(!text_equal((struct text){0}, TEXT("a")));
    ck_assert(text_equal(text_slice(TEXT("abc"), (struct span){2, 9}), TEXT("c")));
}
END_TEST

/* From the calendar: the five weekdays are those of the days themselves. */
static const struct {
    const char *day;
    int weekday;
} weekday_cases[] = {
    {"2022-07-07", 4}, {"2024-08-05", 1}, {"2024-02-29", 4}, {"1970-01-01", 4}, {"2000-12-31", 7},
};

START_TEST(test_weekday) {
    struct date date = date_parse_iso(text_of(weekday_cases[_i].day));
    ck_assert(date_is_set(date));
    ck_assert_int_eq(date_weekday(date), weekday_cases[_i].weekday);
}
END_TEST

START_TEST(test_date_round_trip) {
    for (int32_t days = -200000; days < 200000; days += 7) {
        char text[DATE_SIZE];
        struct date date = date_from_days(days);
        ck_assert_int_eq(date_days(date), days);
        date_format(date, text);
        ck_assert_int_eq(date_compare(date_parse_iso(text_of(text)), date), 0);
    }
}
END_TEST

START_TEST(test_date_refused) {
    static const char *const bad[] = {"2023-02-29", "2024-13-01", "2024-00-10", "2024-1-05",
                                      "20240105xx", "2024-01-32", "",           "0000-01-01"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        ck_assert_msg(!date_is_set(date_parse_iso(text_of(bad[i]))), "%s", bad[i]);
}
END_TEST

START_TEST(test_error_keeps_first) {
    struct error error = {0};
    ck_assert(!error_set(&error, EXIT_IO, "first\nline %d", 1));
    error_at(&error, "a\x1b.txt", 7);
    error_set(&error, EXIT_CONFIG, "second");
    error_at(&error, "b.txt", 8);
    ck_assert_int_eq(error.code, EXIT_IO);
    ck_assert_str_eq(error.message, "first?line 1");
    ck_assert_str_eq(error.file, "a?.txt");
    ck_assert_uint_eq(error.record, 7);
}
END_TEST

START_TEST(test_arena) {
    struct arena arena = {0};
    size_t capacity = 0;
    int *numbers = NULL;
    for (size_t i = 0; i < 100000; i++) {
        numbers = arena_grow(&arena, numbers, i, i + 1, sizeof *numbers, &capacity);
        numbers[i] = (int)i;
    }
    for (size_t i = 0; i < 100000; i++)
        ck_assert_int_eq(numbers[i], (int)i);
    ck_assert(text_is(arena_printf(&arena, "%d-%s", 7, "x"), "7-x"));
    ck_assert(text_is(arena_concat(&arena, TEXT("a"), (struct text){0}, TEXT("b")), "ab"));
    arena_reset(&arena);
    ck_assert_uint_eq(arena.used, 0);
    char *cleared = arena_alloc(&arena, 4096);
    for (size_t i = 0; i < 4096; i++)
        ck_assert_int_eq(cleared[i], 0);
    arena_free(&arena);
}
END_TEST

static const struct {
    const char *text;
    int32_t number;
} decimals[] = {{"0", 0},           {"7", 7},   {"007", 7},      {"123456789", 123456789},
                {"1234567890", -1}, {"", -1},   {"-1", -1},      {"+1", -1},
                {" 1", -1},         {"1 ", -1}, {"12a", -1},     {"1.5", -1},
                {"/", -1},          {":", -1},  {"\xD9\xA1", -1}};

START_TEST(test_decimal) {
    ck_assert_int_eq(decimal_read(text_of(decimals[_i].text)), decimals[_i].number);
}
END_TEST

START_TEST(test_decimal_is) {
    ck_assert(decimal_is(TEXT("0123456789012")));
    ck_assert(!decimal_is(TEXT("")));
    ck_assert(!decimal_is(TEXT("12/")));
}
END_TEST

static bool less(const void *item, const void *key) {
    return *(const int *)item < *(const int *)key;
}

/* All keys around the items of arrays of each length. */
START_TEST(test_search) {
    static const int items[] = {2, 4, 4, 4, 8, 10, 12};
    for (size_t count = 0; count <= sizeof items / sizeof *items; count++)
        for (int key = 0; key <= 14; key++) {
            size_t first = 0;
            while (first < count && items[first] < key)
                first++;
            ck_assert_uint_eq(search_first(items, count, sizeof *items, &key, less), first);
        }
    ck_assert_uint_eq(search_first(NULL, 0, sizeof *items, items, less), 0);
}
END_TEST

/* Vectors of FIPS 180-4 and RFC 4648. */
START_TEST(test_digest_and_base64) {
    struct arena arena = {0};
    struct text abc = TEXT("abc");
    ck_assert(text_is(sha256_hex(&arena, &abc, 1, 16), "ba7816bf8f01cfea"));
    struct text parts[] = {TEXT("a"), TEXT("b")}, joined = {"a\0b", 3};
    ck_assert(text_equal(sha256_hex(&arena, parts, 2, 64), sha256_hex(&arena, &joined, 1, 64)));
    ck_assert(text_is(base64_encode(&arena, TEXT("foobar")), "Zm9vYmFy"));
    ck_assert(text_is(base64_encode(&arena, TEXT("fooba")), "Zm9vYmE="));
    ck_assert(text_is(base64_encode(&arena, TEXT("")), ""));
    arena_free(&arena);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("base text");
    TCase *cases = tcase_create("all");
    tcase_add_loop_test(cases, test_utf8_check, 0, sizeof utf8_cases / sizeof *utf8_cases);
    tcase_add_test(cases, test_utf8_fold);
    tcase_add_test(cases, test_utf8_nfc);
    tcase_add_test(cases, test_utf8_quick_check_is_safe);
    tcase_add_test(cases, test_text);
    tcase_add_loop_test(cases, test_weekday, 0, sizeof weekday_cases / sizeof *weekday_cases);
    tcase_add_test(cases, test_date_round_trip);
    tcase_add_test(cases, test_date_refused);
    tcase_add_test(cases, test_error_keeps_first);
    tcase_add_test(cases, test_arena);
    tcase_add_test(cases, test_digest_and_base64);
    tcase_add_loop_test(cases, test_decimal, 0, sizeof decimals / sizeof *decimals);
    tcase_add_test(cases, test_decimal_is);
    tcase_add_test(cases, test_search);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
