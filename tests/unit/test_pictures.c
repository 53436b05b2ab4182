/* Pictures: the tile map (its table, its shades, what of it stands on the pages), and what the
 * overview counts: topics and who is quoted. */
#include <config.h>

#include <check.h>

#include "intake_fixture.h"
#include "layout/map_classes.h"
#include "layout_fixture.h"
#include "pictures_fixture.h"
#include "support.h"
#include "tables/province_tiles.h"
#include "tables/regions.h"
#include "tables/topics.h"

START_TEST(each_province_has_one_tile) {
    const struct tables *tables = test_tables();
    const struct province_tiles *tiles = tables->tiles;
    for (size_t i = 0; i < regions_count(tables->regions); i++) {
        const struct region *region = regions_get(tables->regions, i);
        size_t found = 0;
        for (size_t k = 0; k < tiles->count; k++)
            found += text_equal(tiles->at[k].code, region->code);
        ck_assert_uint_eq(found, region->type == REGION_PROVINCE);
    }
    ck_assert_uint_eq(tiles->count, 38);
    for (size_t i = 0; i < tiles->count; i++)
        for (size_t k = 0; k < i; k++) {
            const struct province_tile *a = &tiles->at[i], *b = &tiles->at[k];
            ck_assert(a->row != b->row || a->column != b->column);
            ck_assert(!text_equal(a->abbreviation, b->abbreviation));
        }
}
END_TEST

static const struct {
    const char *rows, *wrong;
    size_t line;
} refused[] = {
    {"11\t0\t0\tAC\n", "a province has no tile", 0},
    {"11\t0\t0\tAC\n11\t0\t1\tAD\n", "the province has a tile already", 3},
    {"11\t0\t0\tAC\n12\t0\t0\tSU\n", "another province stands on this tile", 3},
    {"11\t0\t0\tAC\n12\t0\t1\tAC\n", "another province has this abbreviation", 3},
    {"11.01\t0\t0\tAC\n", "the code is no province's", 2},
    {"10\t0\t0\tAC\n", "the code is no province's", 2},
    {"11\t0\t-1\tAC\n", "row and column are numbers from 0 to 19", 2},
    {"11\t20\t0\tAC\n", "row and column are numbers from 0 to 19", 2},
    {"11\t0\t0\tAc\n", "the abbreviation is not two capital letters", 2},
    {"11\t0\t0\tACE\n", "the abbreviation is not two capital letters", 2},
};

START_TEST(wrong_tables_are_refused) {
    struct buffer table = {0};
    struct arena arena = {0};
    struct error error = {0};
    const char *folder = fixture_folder("tiles");
    buffer_printf(&table, "code\trow\tcolumn\tabbreviation\n%s", refused[_i].rows);
    fixture_write(folder, "province_tiles.tsv", buffer_view(&table));
    ck_assert_ptr_null(province_tiles_load(folder, test_tables()->regions, &arena, &error));
    ck_assert_int_eq(error.code, EXIT_CONFIG);
    ck_assert_str_eq(error.message, refused[_i].wrong);
    ck_assert_uint_eq(error.record, refused[_i].line);
    buffer_free(&table);
    arena_free(&arena);
}
END_TEST

/* The contrast of WCAG 2 in hundredths. */
static uint32_t contrast(uint32_t a, uint32_t b) {
    uint32_t x = map_luminance(a) + 50000, y = map_luminance(b) + 50000;
    return x > y ? x * 100 / y : y * 100 / x;
}

/* Greyscale alone tells the classes apart, and the abbreviation can be read on each. */
START_TEST(shades_are_told_apart) {
    struct template *template = fixture_template(_i ? "en" : "id");
    for (unsigned count = 2; count <= MAP_CLASSES; count++)
        for (unsigned number = 0; number < count; number++) {
            uint32_t shade = map_shade(template->colours, number, count);
            ck_assert_uint_ge(contrast(shade, map_ink(shade)), 450);
            if (number)
                ck_assert_uint_ge(contrast(shade, map_shade(template->colours, number - 1, count)),
                                  135);
        }
    ck_assert_uint_eq(map_shade(template->colours, 4, 5), template->colours[COLOUR_ACCENT]);
    template_free(template);
}
END_TEST

static const struct {
    size_t values[12], limits[MAP_CLASSES - 1];
    unsigned count;
} classed[] = {
    {{1}, {1}, 2},
    {{3, 1, 0, 0, 2}, {1, 2, 3}, 4},
    {{7}, {2, 3, 5, 7}, 5},
    {{10, 10, 10}, {2, 3, 5, 10}, 5},
    /* one has most: the others still differ */
    {{120, 9, 8, 5, 4, 3, 2, 1, 1}, {1, 3, 5, 120}, 5},
    {{112, 18, 15, 14, 13, 13, 11, 10, 8, 6, 4, 3}, {5, 10, 20, 112}, 5},
    {{1200, 400, 90, 60, 40, 30, 20, 12}, {20, 50, 100, 1200}, 5},
    {{51, 52, 53, 54, 55, 56, 57, 58}, {20, 30, 50, 58}, 5},
    {{100000, 1}, {1, 30000, 50000, 100000}, 5},
};

START_TEST(classes_fill_evenly) {
    struct map_classes classes = map_classes_of(classed[_i].values, 12);
    unsigned before = 0;
    ck_assert_uint_eq(classes.count, classed[_i].count);
    for (unsigned i = 0; i + 1 < classes.count; i++)
        ck_assert_msg(classes.limits[i] == classed[_i].limits[i], "limit %u: %zu", i,
                      classes.limits[i]);
    ck_assert_uint_eq(map_class(&classes, 0), 0);
    for (size_t value = 1; value <= classes.limits[classes.count - 2]; value++) {
        unsigned now = map_class(&classes, value);
        ck_assert_uint_ge(now, before);
        ck_assert_uint_gt(now, 0);
        before = now;
    }
    ck_assert_uint_eq(before, classes.count - 1);
}
END_TEST

START_TEST(luminance_is_near_the_eye) {
    static const struct {
        uint32_t colour, least, most;
    } cases[] = {{0x000000, 0, 0},
                 {0xFFFFFF, 990000, 1000000},
                 {0x777777, 150000, 220000}, /* 0.184 */
                 {0x0D4A75, 50000, 80000},   /* 0.064 */
                 {0xFF0000, 205000, 215000}};
    ck_assert_uint_ge(map_luminance(cases[_i].colour), cases[_i].least);
    ck_assert_uint_le(map_luminance(cases[_i].colour), cases[_i].most);
}
END_TEST

/* The month of pictures_fixture.h as a briefing of the template, of the nation or a region. */
static void lay_out(const char *name, const char *region, struct pages *pages) {
    pictures_lay_out(name, region, NULL, pages);
}

static void check_inside(const struct item_figure *figure, const struct item *item) {
    const struct item_rule *rule = &item->of.rule;
    if (item->kind != ITEM_RULE)
        return;
    ck_assert_int_ge(rule->x, figure->x - 400); /* the line around a square of the legend */
    ck_assert_int_le(rule->x + rule->width, figure->x + figure->width);
    ck_assert_int_ge(rule->y, figure->y - 900); /* an outline at the map's top */
    ck_assert_int_le(rule->y + rule->height, figure->y + figure->height);
}

static const struct {
    const char *name, *region, *alt, *words;
    size_t links;
} maps[] = {
    {"id", "", "Peta ubin 38 provinsi. Arahan menurut provinsi. Jumlah arahan, Agustus 2024: ",
     "Kepulauan Bangka Belitung 3, Papua 1; tidak ada di provinsi lain.", 2},
    {"en", "", "Tile map of the 38 provinces. ",
     "Kepulauan Bangka Belitung 3, Papua 1; none in other provinces.", 2},
    {"id", "91", "Peta ubin 38 provinsi. ", "bergaris tepi: Papua: Kepulauan Bangka Belitung 3", 0},
};

START_TEST(map_is_drawn) {
    struct pages pages;
    size_t first, end, links = 0, marks = 0;
    lay_out(maps[_i].name, maps[_i].region, &pages);
    const struct item_figure *figure = pictures_find(&pages, 0, maps[_i].alt, &first, &end);
    ck_assert_ptr_nonnull(figure);
    ck_assert_uint_lt(text_find(figure->alt, 0, text_of(maps[_i].words)), figure->alt.size);
    for (size_t i = first; i < end; i++) {
        const struct item *item = &pages.at[0].items[i];
        check_inside(figure, item);
        links += item->kind == ITEM_LINK;
        marks += item->kind == ITEM_TEXT && item->of.text.text.size == 2;
    }
    ck_assert_uint_eq(links, maps[_i].links);
    ck_assert_uint_eq(marks, 38);
    struct buffer words = fixture_words(&pages);
    ck_assert(fixture_contains(&words, _i == 1 ? "2 advisories without a" : "2 arahan tanpa"));
    buffer_free(&words);
    pages_free(&pages);
}
END_TEST

/* A shade for none, for 1, for 2 (empty, but in the legend) and for 3. */
START_TEST(legend_tells_each_shade) {
    struct pages pages;
    size_t first, end, found = 0;
    static const char *const wanted[] = {"0", "1", "2", "3"};
    lay_out("id", "", &pages);
    ck_assert_ptr_nonnull(pictures_find(&pages, 0, "Peta", &first, &end));
    for (size_t i = first; i < end; i++) {
        const struct item *item = &pages.at[0].items[i];
        if (item->kind == ITEM_TEXT && item->of.text.text.size == 1)
            ck_assert(text_is(item->of.text.text, wanted[found++]));
    }
    ck_assert_uint_eq(found, 4);
    pages_free(&pages);
}
END_TEST

static const struct {
    const char *name, *region, *words;
} overviews[] = {
    {"id", "", "Narasumber yang paling sering dikutip Narasumber Kutipan Sumber Sari Wulandari"},
    {"id", "", "Arahan menurut topik Jumlah arahan, Agustus 2024"},
    {"id", "", "Pilkada 6 "},
    {"en", "", "Advisories by topic Number of advisories, August 2024"},
    {"en", "", "Local elections 6 "},
    {"en", "", "An advisory may have several topics, or none."},
};

START_TEST(overview_counts) {
    struct pages pages;
    lay_out(overviews[_i].name, overviews[_i].region, &pages);
    struct buffer words = fixture_words(&pages), squeezed = {0};
    for (size_t i = 0; i < words.size; i++)
        if (words.data[i] != ' ' || i == 0 || words.data[i - 1] != ' ')
            buffer_char(&squeezed, words.data[i]);
    ck_assert_msg(fixture_contains(&squeezed, overviews[_i].words), "%s", overviews[_i].words);
    buffer_free(&words);
    buffer_free(&squeezed);
    pages_free(&pages);
}
END_TEST

/* One person in two chapters is one row, with the sum of both and the sources of both. */
START_TEST(who_is_quoted_in_two_places_is_one) {
    struct pages pages;
    size_t found = 0, rows = 0;
    lay_out("id", "", &pages);
    for (size_t p = 0; p < pages.count; p++)
        for (size_t i = 0; i + 3 < pages.at[p].item_count; i++) {
            const struct item *item = &pages.at[p].items[i];
            bool cell = item->kind == ITEM_TEXT && item->role == ROLE_TD;
            if (!cell || !text_is(item->of.text.text, "Sari Wulandari"))
                continue;
            rows++;
            for (size_t k = i; k < pages.at[p].item_count && k < i + 8; k++)
                found += pages.at[p].items[k].kind == ITEM_TEXT &&
                         (text_is(pages.at[p].items[k].of.text.text, "[1]") ||
                          text_is(pages.at[p].items[k].of.text.text, "[3]") ||
                          text_is(pages.at[p].items[k].of.text.text, "3"));
        }
    ck_assert_uint_eq(rows, 1);
    ck_assert_uint_eq(found, 3);
    pages_free(&pages);
}
END_TEST

/* A topic has a name in each language, of its own. */
START_TEST(topics_have_names) {
    const struct topics *topics = test_tables()->topics;
    for (size_t i = 0; i < topics_count(topics); i++)
        for (int language = 0; language < NOTE_LANGUAGES; language++) {
            struct text name = topics_name(topics, i, (enum note_language)language);
            ck_assert_uint_gt(name.size, 0);
            ck_assert_uint_lt(name.size, 40);
            for (size_t k = 0; k < i; k++)
                ck_assert(!text_equal(name, topics_name(topics, k, (enum note_language)language)));
        }
}
END_TEST

/* Three articles now: one more than before, as many, one less; whatever the place had no news of
 * was none. */
static const struct {
    size_t articles;
    const char *name, *tables, *words;
    size_t arrows;
} changes[] = {
    {2, "id", "2026.1", "+1 dari Juli", 4},
    {2, "en", "2026.1", "+1 since July", 4},
    {3, "id", "2026.1", "sama dengan Juli", 3},
    {4, "id", "2026.1", "tidak ada catatan –1 dari Juli", 4},
    {4, "id", "2025.4", "Angka Juli 2024 dihitung dengan tabel versi lain (2025.4)", 4},
    {0, "id", NULL, "3 Artikel", 0},
};

START_TEST(change_since_the_month_before) {
    struct pages pages;
    struct place_figures nation = {{"", 0}, changes[_i].articles, 3, {1, 1, 1, 1, 1}, 4, 1, NULL};
    struct month_figures month = {.year = 2024, .month = 7, .places = &nation, .count = 1};
    size_t arrows = 0;
    month.tables = changes[_i].tables ? text_of(changes[_i].tables) : TEXT("");
    struct history history = {
        .at = {{.year = 2024, .month = 7, .figures = &month}},
        .count = 1,
    };
    pictures_lay_out(changes[_i].name, "", changes[_i].tables ? &history : NULL, &pages);
    for (size_t i = 0; i < pages.at[0].item_count; i++)
        arrows += pages.at[0].items[i].kind == ITEM_SHAPE;
    ck_assert_uint_eq(arrows, changes[_i].arrows);
    struct buffer words = fixture_words(&pages);
    ck_assert_int_eq(fixture_contains(&words, "Juli "), changes[_i].tables && _i != 1);
    struct buffer squeezed = {0};
    for (size_t i = 0; i < words.size; i++)
        if (words.data[i] != ' ' || i == 0 || words.data[i - 1] != ' ')
            buffer_char(&squeezed, words.data[i]);
    ck_assert_msg(fixture_contains(&squeezed, changes[_i].words), "%.*s", 900, squeezed.data);
    buffer_free(&words);
    buffer_free(&squeezed);
    pages_free(&pages);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("pictures");
    TCase *tests = tcase_create("pictures");
    tcase_add_unchecked_fixture(tests, load_test_tables, NULL);
    tcase_add_test(tests, each_province_has_one_tile);
    tcase_add_loop_test(tests, wrong_tables_are_refused, 0, sizeof refused / sizeof *refused);
    tcase_add_loop_test(tests, shades_are_told_apart, 0, 2);
    tcase_add_loop_test(tests, classes_fill_evenly, 0, sizeof classed / sizeof *classed);
    tcase_add_loop_test(tests, luminance_is_near_the_eye, 0, 5);
    tcase_add_loop_test(tests, map_is_drawn, 0, sizeof maps / sizeof *maps);
    tcase_add_test(tests, legend_tells_each_shade);
    tcase_add_loop_test(tests, overview_counts, 0, sizeof overviews / sizeof *overviews);
    tcase_add_test(tests, who_is_quoted_in_two_places_is_one);
    tcase_add_test(tests, topics_have_names);
    tcase_add_loop_test(tests, change_since_the_month_before, 0, sizeof changes / sizeof *changes);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
