/* The register: what is found, and what is complete. */
#include <config.h>

#include <check.h>
#include <stdlib.h>

#include "support.h"
#include "tables/register.h"

static struct arena arena;
static const struct legal_register *acts;

static void load(void) {
    struct error error = {0};
    struct faults faults = {.first = &error};
    struct register_sources sources = {.folder = tables_folder()};
    arena = (struct arena){0};
    acts = register_load(&sources, &arena, &faults);
    ck_assert_msg(acts, "%s:%zu: %s", error.file, error.record, error.message);
}

static void unload(void) { arena_free(&arena); }

static const struct {
    const char *type, *number;
    int year;
    const char *words, *title; /* NULL: not there */
} entries[] = {
    {"PP", "94", 2021, "", "Disiplin Pegawai Negeri Sipil"},
    {"PP", "094", 2021, "", "Disiplin Pegawai Negeri Sipil"},
    {"PP", "94", 2020, "", NULL},
    {"UU", "20", 2023, "", "Aparatur Sipil Negara"},
    {"Perda", "94", 2021, "", NULL},
    {"TAP MPR", "xi/mpr/1998", 1998, "",
     "Penyelenggara Negara yang Bersih dan Bebas Korupsi, Kolusi, dan Nepotisme"},
    /* one type, many offices */
    {"Perban", "1", 2023, "Peraturan Badan Apa Saja 1/2023", NULL},
    {"Perban", "1", 2023, "Peraturan bkn 1/2023",
     "Pemblokiran Data Kepegawaian dan/atau Layanan Kepegawaian pada Sistem Informasi Aparatur "
     "Sipil Negara"},
    {"SE", "1", 2023, "SE Menpan",
     "Pedoman Pembinaan dan Pengawasan Netralitas Pegawai Pemerintah "
     "Non Pegawai Negeri (PPNPN) dalam Penyelenggaraan Pemilihan "
     "Umum dan Pemilihan"},
    {"SE", "1", 2023, "SE Bupati", NULL},
};

START_TEST(test_find) {
    const struct register_entry *entry =
        register_find(acts, text_of(entries[_i].type), text_of(entries[_i].number),
                      entries[_i].year, text_of(entries[_i].words));
    ck_assert_int_eq(entry != NULL, entries[_i].title != NULL);
    if (entry)
        ck_assert(text_is(entry->title, entries[_i].title));
}
END_TEST

START_TEST(test_relations) {
    const struct register_entry *entry = register_find(acts, TEXT("UU"), TEXT("5"), 2014, TEXT(""));
    bool revoked = false;
    ck_assert_ptr_nonnull(entry);
    ck_assert_int_eq(entry->state, REGISTER_REVOKED);
    for (const struct register_relation *r = entry->relations; r; r = r->next) {
        ck_assert(!r->next || r->by_year <= r->next->by_year);
        if (r->kind == RELATION_REVOKED) {
            revoked = text_is(r->by_number, "20") && r->by_year == 2023;
            ck_assert_int_eq(date_compare(r->from, date_make(2023, 10, 31)), 0);
        }
    }
    ck_assert(revoked);
}
END_TEST

static const struct {
    const char *type;
    int year, last;
} years[] = {
    {"PP", 2020, 81},    {"UU", 2023, 22}, {"UU", 2024, 151},  {"Perppu", 2018, 0},
    {"PP", 2025, -1},    {"UU", 2026, -1}, {"PKPU", 2023, -1}, {"Permendagri", 2022, -1},
    {"Perda", 2020, -1}, {"UU", 1960, -1},
};

START_TEST(test_last_number) {
    ck_assert_int_eq(register_last_number(acts, text_of(years[_i].type), years[_i].year),
                     years[_i].last);
}
END_TEST

START_TEST(test_covers) {
    ck_assert(register_covers(acts, TEXT("PP"), date_make(2022, 1, 1)));
    ck_assert(!register_covers(acts, TEXT("PP"), date_make(2024, 1, 1)));
    ck_assert(!register_covers(acts, TEXT("PP"), (struct date){0}));
    ck_assert(!register_covers(acts, TEXT("Perpres"), date_make(2010, 1, 1)));
    ck_assert(!register_covers(acts, TEXT("Perda"), date_make(2010, 1, 1)));
}
END_TEST

#define COUNT(array) ((int)(sizeof(array) / sizeof((array)[0])))

int main(void) {
    Suite *suite = suite_create("register");
    TCase *tests = tcase_create("register");
    tcase_add_unchecked_fixture(tests, load, unload);
    tcase_add_loop_test(tests, test_find, 0, COUNT(entries));
    tcase_add_test(tests, test_relations);
    tcase_add_loop_test(tests, test_last_number, 0, COUNT(years));
    tcase_add_test(tests, test_covers);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
