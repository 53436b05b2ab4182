/* The register: what is found, what is complete, and tables that are refused. */
#include <config.h>

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "tables/register.h"

static struct arena arena;
static const struct legal_register *acts;

static void load(void) {
    const char *folder = getenv("TAKLIMAT_TABLES");
    struct error error = {0};
    arena = (struct arena){0};
    acts = register_load(folder ? folder : "src/tables", &arena, &error);
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

#define ACTS_HEAD "type\tnumber\tyear\ttitle\ttitle_mark\tfrom\tuntil\tstatus\tmark\tissuer\n"
#define RELATIONS_HEAD                                                                             \
    "type\tnumber\tyear\trelation\tby_type\tby_number\tby_year\tfrom\tmark\tnote\n"
#define ONE "UU\t1\t2001\tSatu\t\t2001-01-01\t\tlisted\t\t\n"
#define TWO "UU\t2\t2002\tDua\t\t2002-01-01\t\tlisted\t\t\n"

/* Tables as they are given, and the line that is refused (0: the message alone). */
static const struct {
    const char *acts, *relations, *years;
    size_t line;
    const char *message; /* NULL: accepted */
} tables[] = {
    {ACTS_HEAD ONE TWO, RELATIONS_HEAD, "UU\t2001\t5\tyes\tx\n", 0, NULL},
    {ACTS_HEAD ONE ONE, RELATIONS_HEAD, "", 3, "the act stands here twice"},
    {ACTS_HEAD "UU\t1\t2001\tSatu\t\t\t\tgone\t\t\n", RELATIONS_HEAD, "", 2,
     "unknown status, or no year"},
    {"type\tnumber\tyear\n", RELATIONS_HEAD, "", 1, "column \"title\" is missing"},
    {ACTS_HEAD ONE TWO, RELATIONS_HEAD "UU\t1\t2001\teaten\tUU\t2\t2002\t\t\t\n", "", 2,
     "an act that is not in register.tsv, or unknown relation"},
    {ACTS_HEAD ONE TWO, RELATIONS_HEAD "UU\t9\t2001\trevoked\tUU\t2\t2002\t\t\t\n", "", 2,
     "an act that is not in register.tsv, or unknown relation"},
    {ACTS_HEAD ONE TWO,
     RELATIONS_HEAD "UU\t1\t2001\trevoked\tUU\t2\t2002\t\t\t\nUU\t2\t2002\trevoked\tUU\t1\t2001\t\t"
                    "\t\n",
     "", 0, "UU 1/2001 revokes itself"},
    {ACTS_HEAD ONE, RELATIONS_HEAD "UU\t1\t2001\tamended\tUU\t1\t2001\t\t\t\n", "", 2,
     "the act is related to itself"},
    {ACTS_HEAD ONE, RELATIONS_HEAD, "UU\t2001\t5\tyes\tx\nUU\t2001\t6\tyes\tx\n", 3,
     "no number, or the year stands here twice"},
};

static void put(const char *folder, const char *name, const char *head, const char *body) {
    char path[512];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    fputs(head, file);
    fputs(body, file);
    ck_assert_int_eq(fclose(file), 0);
}

START_TEST(test_refused) {
    const char *scratch = getenv("TAKLIMAT_SCRATCH");
    char folder[256];
    struct error error = {0};
    struct arena own = {0};
    snprintf(folder, sizeof folder, "%s/register-%d", scratch ? scratch : "/tmp", _i);
    mkdir(folder, 0700);
    put(folder, "register.tsv", "", tables[_i].acts);
    put(folder, "register_relations.tsv", "", tables[_i].relations);
    put(folder, "register_years.tsv", "type\tyear\tlast_number\tcomplete\tsource\n",
        tables[_i].years);
    put(folder, "register_coverage.tsv", "type\tuntil\n", "UU\t2020-01-01\n");
    bool good = register_load(folder, &own, &error) != NULL;
    ck_assert_msg(good == !tables[_i].message, "%s", error.message);
    if (!good) {
        ck_assert_int_eq(error.code, EXIT_CONFIG);
        ck_assert_uint_eq(error.record, tables[_i].line);
        ck_assert_msg(text_ends(text_of(error.message), tables[_i].message), "%s", error.message);
    }
    arena_free(&own);
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
    tcase_add_loop_test(tests, test_refused, 0, COUNT(tables));
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
