/* Trends: what the columns show of earlier months, what stands in their words, and where there are
 * none. */
#include <config.h>

#include <check.h>

#include "layout/template.h"
#include "layout_fixture.h"
#include "pictures_fixture.h"
#include "support.h"

#define EARLIER 7 /* January to July 2024, before the fixture's August */

/* Appeals of the nation and of 19.06 in each month; March is damaged, May missing. */
static const size_t appeals[EARLIER] = {4, 0, 9, 12, 9, 3, 1};
static const size_t local[EARLIER] = {1, 0, 9, 2, 9, 0, 1};

struct year {
    struct history history;
    struct month_figures months[EARLIER];
    struct place_figures places[EARLIER][2];
    size_t topics[EARLIER];
    struct text label;
};

static bool is_known(size_t month) { return month != 2 && month != 4; }

/* The last `count` months of the seven. */
static void make_year(struct year *year, size_t count) {
    *year = (struct year){.label = TEXT("pilkada"), .history = {.count = count}};
    for (size_t i = 0; i < count; i++) {
        size_t month = EARLIER - count + i;
        struct place_figures *places = year->places[month];
        year->topics[month] = appeals[month];
        places[0] = (struct place_figures){.code = TEXT(""),
                                           .articles = 10 * appeals[month],
                                           .by_type = {[ADVISORY_IMBAUAN] = appeals[month]},
                                           .by_topic = &year->topics[month]};
        places[1] = (struct place_figures){.code = TEXT("19.06"), .articles = local[month]};
        year->months[month] = (struct month_figures){.year = 2024,
                                                     .month = (int)month + 1,
                                                     .tables = TEXT("2026.1"),
                                                     .labels = &year->label,
                                                     .label_count = month < 6,
                                                     .places = places,
                                                     .count = 2};
        year->history.at[i] = (struct history_month){
            .year = 2024,
            .month = (int)month + 1,
            .state =
                month == 2 ? HISTORY_DAMAGED : (is_known(month) ? HISTORY_KNOWN : HISTORY_MISSING),
            .figures = is_known(month) ? &year->months[month] : NULL};
    }
}

/* The words of the only picture that begin so, on any page; none if there is none. */
static struct text words_of(const struct pages *pages, const char *words) {
    size_t first, end;
    for (size_t page = 0; page < pages->count; page++) {
        const struct item_figure *figure = pictures_find(pages, page, words, &first, &end);
        if (figure)
            return figure->alt;
    }
    return (struct text){NULL, 0};
}

static const struct {
    const char *name, *region, *begins, *holds;
} told[] = {
    {"id", "", "Diagram kolom. Artikel. ",
     ". 40, 0, tidak ada data, 120, tidak ada data, 30, 10, 3."},
    {"id", "", "Diagram kolom. Arahan pejabat. ",
     ". 4, 0, tidak ada data, 12, tidak ada data, 3, 1, 6."},
    {"id", "", "Diagram kolom. Artikel. ",
     "Januari 2024 \xE2\x80\x93 Agustus 2024; tanpa data: Maret 2024, Mei 2024"},
    {"id", "", "Diagram kolom. Arahan menurut jenis, ",
     "Larangan: 0, 0, tidak ada data, 0, tidak ada data, 0, 0, 0; "
     "Imbauan: 4, 0, tidak ada data, 12, tidak ada data, 3, 1, 6;"},
    {"en", "", "Column charts. Advisories by type, ",
     "Appeals: 4, 0, no data, 12, no data, 3, 1, 6;"},
    /* July was counted with tables that did not know the topic */
    {"id", "", "Diagram kolom. Arahan menurut topik, ",
     "Pilkada: 4, 0, tidak ada data, 12, tidak ada data, 3, tidak ada data, 6."},
    {"id", "19.06", "Diagram kolom. Artikel. ",
     ". 1, 0, tidak ada data, 2, tidak ada data, 0, 1, 1."},
};

START_TEST(words_hold_the_figures) {
    struct year year;
    struct pages pages;
    make_year(&year, EARLIER);
    pictures_lay_out(told[_i].name, told[_i].region, &year.history, &pages);
    struct text words = words_of(&pages, told[_i].begins);
    ck_assert_msg(text_find(words, 0, text_of(told[_i].holds)) < words.size, "%.*s",
                  (int)words.size, words.data);
    pages_free(&pages);
}
END_TEST

/* A column for each month with something, a base line for each known one, and nothing for the
 * others; as high as the figures want. */
START_TEST(columns_are_as_high_as_figures) {
    static const size_t values[] = {40, 0, 0, 120, 0, 30, 10, 3};
    struct year year;
    struct pages pages;
    size_t first, end, lines = 0, columns = 0;
    mpt pitch = 0, highest = 0;
    make_year(&year, EARLIER);
    pictures_lay_out("id", "", &year.history, &pages);
    const struct item_figure *figure =
        pictures_find(&pages, 0, "Diagram kolom. Artikel. ", &first, &end);
    ck_assert_ptr_nonnull(figure);
    pitch = figure->width / 8;
    for (size_t i = first; i < end; i++)
        highest = pages.at[0].items[i].of.rule.height > highest
                      ? pages.at[0].items[i].of.rule.height
                      : highest;
    for (size_t i = first; i < end; i++) {
        const struct item_rule *rule = &pages.at[0].items[i].of.rule;
        size_t month = (size_t)((rule->x - figure->x + pitch / 2) / pitch);
        ck_assert_int_eq(pages.at[0].items[i].kind, ITEM_RULE);
        ck_assert(rule->x >= figure->x && rule->x + rule->width <= figure->x + figure->width);
        ck_assert(is_known(month));
        lines += rule->height == 500;
        if (rule->height == 500)
            continue;
        columns++;
        mpt want = (mpt)((size_t)highest * values[month] / 120);
        ck_assert_int_eq(rule->height, want < 700 ? 700 : want);
    }
    ck_assert_uint_eq(lines, 6);
    ck_assert_uint_eq(columns, 5);
    pages_free(&pages);
}
END_TEST

/* Two earlier months are no trend: only the change is told. */
START_TEST(few_months_are_no_trend) {
    struct year year;
    struct pages pages;
    make_year(&year, (size_t)_i);
    pictures_lay_out("id", "", _i ? &year.history : NULL, &pages);
    ck_assert_int_eq(words_of(&pages, "Diagram kolom").size > 0, history_known(&year.history) > 2);
    pages_free(&pages);
}
END_TEST

START_TEST(method_names_what_is_left_out) {
    struct year year;
    struct pages pages;
    make_year(&year, EARLIER);
    pictures_lay_out("id", "", &year.history, &pages);
    struct buffer words = fixture_squeezed(&pages);
    ck_assert(fixture_contains(&words, "angka 5 taklimat bulanan"));
    ck_assert(
        fixture_contains(&words, "Maret 2024 (berkas angkanya rusak), Mei 2024 (tidak terbit)"));
    buffer_free(&words);
    pages_free(&pages);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("trends");
    TCase *tests = tcase_create("trends");
    tcase_add_unchecked_fixture(tests, load_test_tables, NULL);
    tcase_add_loop_test(tests, words_hold_the_figures, 0, sizeof told / sizeof *told);
    tcase_add_test(tests, columns_are_as_high_as_figures);
    tcase_add_loop_test(tests, few_months_are_no_trend, 0, EARLIER + 1);
    tcase_add_test(tests, method_names_what_is_left_out);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
