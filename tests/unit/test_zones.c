/* Time zones: the table, and which day a moment is where. */
#include <config.h>

#include <stdio.h>

#include "intake_fixture.h"
#include "support.h"
#include "tables/regions.h"
#include "tables/zones.h"

START_TEST(zones_by_name_and_region) {
    const struct zones *zones = test_tables()->zones;
    ck_assert_uint_eq(zones->count, 3);
    ck_assert_ptr_eq(test_tables()->zone, &zones->at[0]);
    ck_assert_ptr_eq(zones_find(zones, TEXT("wita")), zones_find(zones, TEXT("Asia/Makassar")));
    ck_assert_ptr_null(zones_find(zones, TEXT("WI")));
    ck_assert_ptr_null(zones_find(zones, TEXT("")));
    ck_assert_int_eq(zones_of(zones, TEXT("19.06"))->hours, 7);
    ck_assert_int_eq(zones_of(zones, TEXT("53"))->hours, 8);
    ck_assert_int_eq(zones_of(zones, TEXT("94.01"))->hours, 9);
    ck_assert_ptr_null(zones_of(zones, TEXT("")));
    ck_assert_ptr_null(zones_of(zones, TEXT("9")));
    ck_assert_ptr_null(zones_of(zones, (struct text){NULL, 0}));
    for (size_t i = 0; i < regions_count(test_tables()->regions); i++)
        ck_assert_ptr_nonnull(zones_of(zones, regions_get(test_tables()->regions, i)->code));
}
END_TEST

/* Seconds after the beginning of 1970 in Greenwich, and the day in two zones. */
static const struct {
    int64_t seconds;
    const char *jakarta, *jayapura;
} moments[] = {
    {0, "1970-01-01", "1970-01-01"},
    {-1, "1970-01-01", "1970-01-01"},
    {-7 * 3600 - 1, "1969-12-31", "1970-01-01"},
    {1735660799, "2024-12-31", "2025-01-01"}, /* 31 December 2024, 15:59:59 */
    {1735664400, "2025-01-01", "2025-01-01"}, /* 17:00:00 */
    {1735664399, "2024-12-31", "2025-01-01"},
    {1735657199, "2024-12-31", "2024-12-31"}, /* 14:59:59 */
};

START_TEST(days_of_moments) {
    const struct zones *zones = test_tables()->zones;
    char day[DATE_SIZE];
    date_format(zone_day(&zones->at[0], moments[_i].seconds), day);
    ck_assert_str_eq(day, moments[_i].jakarta);
    date_format(zone_day(&zones->at[2], moments[_i].seconds), day);
    ck_assert_str_eq(day, moments[_i].jayapura);
}
END_TEST

/* Tables that cannot be right, each with what is told of it. */
static const struct {
    const char *rows, *message;
} wrong[] = {
    {"WIB\tAsia/Jakarta\t7\t11;19.06\n", "this is no province's code: 19.06"},
    {"WIB\tAsia/Jakarta\t7\t11\nWIT\tAsia/Jayapura\t9\t11\n",
     "this province has a zone already: 11"},
    {"WIB\tAsia/Jakarta\t17\t11\n", "hours are a number from -12 to 14"},
    {"WIB\tAsia/Jakarta\t7\t11\n", "province 12 has no zone"},
};

START_TEST(wrong_tables) {
    struct arena arena = {0};
    struct error error = {0};
    const char *folder = fixture_folder("zones");
    char table[400];
    snprintf(table, sizeof table, "zone\tname\thours\tprovinces\n%s", wrong[_i].rows);
    fixture_write(folder, "zones.tsv", text_of(table));
    ck_assert_ptr_null(zones_load(folder, test_tables()->regions, &arena, &error));
    ck_assert_int_eq(error.code, EXIT_CONFIG);
    ck_assert_str_eq(error.message, wrong[_i].message);
    arena_free(&arena);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("zones");
    TCase *tests = tcase_create("zones");
    tcase_add_unchecked_fixture(tests, load_test_tables, NULL);
    tcase_add_test(tests, zones_by_name_and_region);
    tcase_add_loop_test(tests, days_of_moments, 0, sizeof moments / sizeof *moments);
    tcase_add_loop_test(tests, wrong_tables, 0, sizeof wrong / sizeof *wrong);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
