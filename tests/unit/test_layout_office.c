/* The briefing of an office: what it sets for itself stands where it should, and nothing of it
 * without an office. */
#include <config.h>

#include <check.h>

#include "layout_fixture.h"
#include "month.h"
#include "support.h"

static const struct sample samples[] = {
    {.id = "a",
     .title = "Pegawai diminta netral",
     .publisher = "Kabar Uji",
     .published = "2024-08-05",
     .event_date = "2024-08-05",
     .scope = "regency",
     .region = "19.06"},
    {.id = "b",
     .title = "Gubernur berpesan",
     .publisher = "Suara Contoh",
     .published = "2024-08-07",
     .event_date = "2024-08-07",
     .scope = "province",
     .region = "19"},
};

static void lay_out(const char *name, const char *region, const struct house *house,
                    struct pages *pages) {
    struct period period = {.from = date_make(2024, 8, 1), .until = date_make(2024, 9, 1)};
    struct template *template = fixture_template(name);
    struct measure measure = fixture_measure();
    struct error error = {0};
    struct finished finished;
    struct summary summary;
    struct briefing_options options = {.region = text_of(region),
                                       .region_name = TEXT("Kalimantan Timur"),
                                       .issued = period.until,
                                       .program = TEXT("taklimat 0"),
                                       .tables_version = TEXT("2026.1"),
                                       .house = house};
    summary_init(&summary, period, TEXT("2026.1"), TEXT("00"));
    for (size_t i = 0; i < sizeof samples / sizeof *samples; i++)
        sample_add(&summary, &samples[i]);
    summary_seal(&summary);
    finish(&summary, NULL, &finished);
    finished_open(&finished);
    ck_assert(layout_briefing(&finished, template, &measure, &options, pages, &error));
    fixture_open(pages);
    template_free(template);
    finished_free(&finished);
    summary_free(&summary);
}

/* The page on which the words stand; page_count if none has them. */
static size_t page_with(const struct pages *pages, const char *words) {
    for (size_t p = 0; p < pages->count; p++) {
        struct pages one = {.at = &pages->at[p], .count = 1};
        struct buffer text = fixture_squeezed(&one);
        bool found = fixture_contains(&text, words);
        buffer_free(&text);
        if (found)
            return p;
    }
    return pages->count;
}

#define LITERAL(words)                                                                             \
    { words, sizeof(words) - 1 }

static const struct house office = {
    .organisation = LITERAL("Dinas Contoh Pesisir"),
    .number = LITERAL("7/X/2024"),
    .contact = LITERAL("Jalan Laut 1"),
    .foreword = LITERAL("Baris satu\r\nbaris dua.\r\n \r\n\r\nParagraf dua.\n"),
    .signatory = LITERAL("Ratna Dewi"),
    .signatory_title = LITERAL("Kepala Dinas"),
    .signatory_id = LITERAL("19800101"),
    .place = LITERAL("Muara"),
};

/* For the nation, a province, a region, and a place without news, in both languages. */
static const struct {
    const char *template, *region, *foreword, *number;
    size_t foreword_page;
} housed_editions[] = {
    {"id", "", "Kata pengantar", "Nomor: 7/X/2024", 1},
    {"en", "19", "Foreword", "Ref. 7/X/2024", 1},
    {"id", "19.06", "Kata pengantar", "Nomor: 7/X/2024", 0},
    {"en", "64", "Foreword", "Ref. 7/X/2024", 0},
};

START_TEST(bears_what_the_office_sets) {
    struct pages pages;
    lay_out(housed_editions[_i].template, housed_editions[_i].region, &office, &pages);
    ck_assert(text_is(pages.author, "Dinas Contoh Pesisir"));
    ck_assert_uint_eq(page_with(&pages, "DINAS CONTOH PESISIR"), 0);
    ck_assert_uint_eq(page_with(&pages, housed_editions[_i].number), 0);
    ck_assert_uint_eq(page_with(&pages, "Jalan Laut 1"), 0);
    size_t page = housed_editions[_i].foreword_page;
    ck_assert_uint_eq(page_with(&pages, "Baris satu baris dua."), page);
    ck_assert_uint_eq(page_with(&pages, "Paragraf dua."), page);
    bool listed = false;
    for (size_t i = 0; i < pages.outline_count; i++)
        listed |= text_is(pages.outline[i].title, housed_editions[_i].foreword);
    ck_assert(listed);
    size_t last = pages.count - 1; /* the signature, all of it, in its order */
    ck_assert_uint_eq(
        page_with(&pages, "Muara, 1 September 2024 Kepala Dinas Ratna Dewi NIP 19800101"), last);
    pages_free(&pages);
}
END_TEST

/* A number as long as the configuration allows is printed to its end. */
START_TEST(number_is_whole) {
    static const char digits[] = "123456789012345678901234567890123456789012345678";
    const struct house house = {.number = text_of(digits)};
    struct pages pages;
    lay_out(_i ? "en" : "id", "", &house, &pages);
    ck_assert_uint_eq(page_with(&pages, digits), 0);
    pages_free(&pages);
}
END_TEST

/* Nothing of it without an office; without a signatory nobody signs. */
START_TEST(bears_nothing_else) {
    static const struct house contact = {.contact = {"Jalan Laut 1", 12}, .place = {"Muara", 5}};
    struct pages pages;
    lay_out("id", "", _i ? &contact : NULL, &pages);
    ck_assert(text_is(pages.author, "taklimat"));
    ck_assert_uint_eq(page_with(&pages, "Jalan Laut 1"), _i ? 0 : pages.count);
    ck_assert_uint_eq(page_with(&pages, "Kata pengantar"), pages.count);
    ck_assert_uint_eq(page_with(&pages, "Muara"), pages.count);
    ck_assert_uint_eq(page_with(&pages, "Nomor:"), pages.count);
    pages_free(&pages);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("layout_office");
    TCase *tests = tcase_create("layout_office");
    tcase_add_loop_test(tests, bears_what_the_office_sets, 0,
                        sizeof housed_editions / sizeof *housed_editions);
    tcase_add_loop_test(tests, number_is_whole, 0, 2);
    tcase_add_loop_test(tests, bears_nothing_else, 0, 2);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
