/* The briefing of an office: what it sets for itself stands where it should, and nothing of it
 * without an office. */
#include <config.h>

#include <check.h>

#include "briefing_fixture.h"
#include "layout_fixture.h"
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
    const struct briefing_case with = {.template = name,
                                       BRIEFING_SAMPLES(samples),
                                       .options = {.region = text_of(region),
                                                   .region_name = TEXT("Kalimantan Timur"),
                                                   .program = TEXT("taklimat 0"),
                                                   .house = house}};
    briefing_lay_out(&with, pages);
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
    .signatory_rank = LITERAL("Pembina"),
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
        page_with(&pages, "Muara, 1 September 2024 Kepala Dinas Ratna Dewi Pembina NIP 19800101"),
        last);
    pages_free(&pages);
}
END_TEST

static const struct image arms = {.width = 300, .height = 400, .channels = 1};

static const struct house headed = {
    .letterhead = {LITERAL("Pemerintah Kota Muara"), LITERAL("Dinas Contoh Pesisir")},
    .letterhead_count = 2,
    .address = {LITERAL("Jalan Laut 1"), LITERAL("Telepon 2")},
    .address_count = 2,
    .logo = &arms,
    .organisation = LITERAL("Dinas Contoh Pesisir"),
    .number = LITERAL("7/X/2024"),
};

/* The only item of the kind on the first page, and none on others. */
static const struct item *only_item(const struct pages *pages, enum item_kind kind) {
    const struct item *found = NULL;
    for (size_t p = 0; p < pages->count; p++)
        for (size_t i = 0; i < pages->at[p].item_count; i++) {
            if (pages->at[p].items[i].kind != kind)
                continue;
            ck_assert_uint_eq(p, 0);
            ck_assert_ptr_null(found);
            found = &pages->at[p].items[i];
        }
    return found;
}

static const struct item_text *text_with(const struct page *page, const char *words) {
    for (size_t i = 0; i < page->item_count; i++)
        if (page->items[i].kind == ITEM_TEXT && text_is(page->items[i].of.text.text, words))
            return &page->items[i].of.text;
    ck_abort_msg("'%s' is not there", words);
    return NULL;
}

/* Names above each other in the middle of the page, the office's own in larger type; the arms on
 * their left; the address and a double line below; then the masthead, which does not repeat them.
 */
START_TEST(bears_a_letterhead) {
    struct pages pages;
    lay_out(housed_editions[_i].template, housed_editions[_i].region, &headed, &pages);
    const struct page *page = &pages.at[0];
    const struct item_text *rows[] = {text_with(page, "PEMERINTAH KOTA MUARA"),
                                      text_with(page, "DINAS CONTOH PESISIR"),
                                      text_with(page, "Jalan Laut 1"), text_with(page, "Telepon 2"),
                                      text_with(page, housed_editions[_i].number)};
    for (size_t i = 0; i < 4; i++) {
        ck_assert_int_lt(rows[i]->baseline, rows[i + 1]->baseline);
        ck_assert_int_le(abs(rows[i]->x + rows[i]->width / 2 - pages.width / 2), 1);
    }
    ck_assert_int_gt(rows[1]->size, rows[0]->size);
    const struct item *logo = only_item(&pages, ITEM_IMAGE);
    ck_assert_ptr_nonnull(logo);
    ck_assert_int_eq(logo->role, ROLE_FIGURE);
    ck_assert_ptr_eq(logo->of.image.image, &arms);
    ck_assert_int_eq(logo->of.image.height, 68031);
    ck_assert_int_lt(logo->of.image.x + logo->of.image.width, rows[1]->x);
    ck_assert_int_lt(logo->of.image.y + logo->of.image.height, rows[4]->baseline);
    ck_assert(text_is(page->items[0].of.figure.alt,
                      _i % 2 ? "Dinas Contoh Pesisir logo" : "Logo Dinas Contoh Pesisir"));
    struct pages first = {.at = &pages.at[0], .count = 1};
    struct buffer words = fixture_squeezed(&first);
    size_t at = text_find(buffer_view(&words), 0, TEXT("DINAS CONTOH PESISIR"));
    ck_assert_uint_eq(text_find(buffer_view(&words), at + 1, TEXT("DINAS CONTOH")), words.size);
    buffer_free(&words);
    pages_free(&pages);
}
END_TEST

/* A logo alone stands left of the masthead, which makes room for it. */
START_TEST(bears_a_logo) {
    static const struct house alone = {.logo = &arms};
    struct pages with, without;
    lay_out("id", "", &alone, &with);
    lay_out("id", "", NULL, &without);
    const struct item *logo = only_item(&with, ITEM_IMAGE);
    ck_assert_ptr_nonnull(logo);
    ck_assert_ptr_null(only_item(&without, ITEM_IMAGE));
    ck_assert(text_is(with.at[0].items[0].of.figure.alt, "Logo"));
    const struct item_text *moved = text_with(&with.at[0], "TAKLIMAT BULANAN · NASIONAL");
    const struct item_text *plain = text_with(&without.at[0], "TAKLIMAT BULANAN · NASIONAL");
    ck_assert_int_eq(plain->x, logo->of.image.x);
    ck_assert_int_gt(moved->x, logo->of.image.x + logo->of.image.width);
    ck_assert_int_eq(moved->baseline, plain->baseline);
    pages_free(&with);
    pages_free(&without);
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
    tcase_add_loop_test(tests, bears_a_letterhead, 0,
                        sizeof housed_editions / sizeof *housed_editions);
    tcase_add_test(tests, bears_a_logo);
    tcase_add_loop_test(tests, number_is_whole, 0, 2);
    tcase_add_loop_test(tests, bears_nothing_else, 0, 2);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
