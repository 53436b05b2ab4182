/* The files of a register: what later ones override, and what is refused. */
#include <config.h>

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "support.h"
#include "tables/register.h"
#include "tables/regulation_types.h"

#define ACTS_HEAD                                                                                  \
    "type\tnumber\tyear\ttitle\ttitle_mark\tin_force_from\tended_on\tstatus\tmark\tissuer\n"
#define RELATIONS_HEAD                                                                             \
    "type\tnumber\tyear\trelation\tby_type\tby_number\tby_year\tfrom\tmark\tnote\n"
#define YEARS_HEAD "type\tyear\tlast_number\tcomplete\tsource\n"
#define ONE "UU\t1\t2001\tSatu\t\t2001-01-01\t\tlisted\t\t\n"
#define TWO "UU\t2\t2002\tDua\t\t2002-01-01\t\tlisted\t\t\n"
#define THREE "UU\t3\t2003\tTiga\t\t2003-01-01\t\tlisted\t\t\n"
#define LINES_ENOUGH 70000
#define ADDED_MAX 3

static char made[256]; /* a folder with a register of its own */
static struct register_sources made_sources;
static char added_paths[ADDED_MAX][300];
static const char *added[ADDED_MAX];
static struct arena own;
static struct error fault;
static struct faults faults;

static void put(const char *name, const char *head, struct text body) {
    char path[512];
    snprintf(path, sizeof path, "%s/%s", made, name);
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    fputs(head, file);
    ck_assert_uint_eq(fwrite(body.data, 1, body.size, file), body.size);
    ck_assert_int_eq(fclose(file), 0);
}

static void open_folder(void) {
    const char *scratch = getenv("TAKLIMAT_SCRATCH");
    snprintf(made, sizeof made, "%s/register-%ld", scratch ? scratch : "/tmp", (long)getpid());
    mkdir(made, 0700);
    made_sources = (struct register_sources){.folder = made, .added = added};
    own = (struct arena){0};
    error_clear(&fault);
    faults = (struct faults){.first = &fault};
    put("register.tsv", ACTS_HEAD, TEXT(ONE TWO THREE));
    put("register_relations.tsv", RELATIONS_HEAD, TEXT(""));
    put("register_years.tsv", YEARS_HEAD, TEXT(""));
    put("register_coverage.tsv", "type\tuntil\n", TEXT("UU\t2020-01-01\n"));
}

static void close_folder(void) {
    static const char *const names[] = {"register.tsv",
                                        "register_relations.tsv",
                                        "register_years.tsv",
                                        "register_coverage.tsv",
                                        "0.tsv",
                                        "1.tsv",
                                        "2.tsv"};
    arena_free(&own);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char path[512];
        snprintf(path, sizeof path, "%s/%s", made, names[i]);
        remove(path);
    }
    rmdir(made);
}

/* Adds a file of the user's. */
static void add(struct text bytes) {
    size_t i = made_sources.added_count++;
    char name[8];
    snprintf(name, sizeof name, "%zu.tsv", i);
    put(name, "", bytes);
    snprintf(added_paths[i], sizeof added_paths[i], "%s/%s", made, name);
    added[i] = added_paths[i];
}

static const struct legal_register *load_made(void) {
    return register_load(&made_sources, &own, &faults);
}

static const struct legal_register *load_good(void) {
    const struct legal_register *loaded = load_made();
    ck_assert_msg(loaded, "%s:%zu: %s", fault.file, fault.record, fault.message);
    return loaded;
}

static const struct register_entry *act(const struct legal_register *loaded, const char *number,
                                        int year) {
    const struct register_entry *entry =
        register_find(loaded, TEXT("UU"), text_of(number), year, TEXT(""));
    ck_assert_ptr_nonnull(entry);
    return entry;
}

/* The register's own tables as they are given, and what is wrong with them. */
static const struct {
    const char *acts, *relations, *years;
    size_t line;
    const char *message; /* NULL: accepted */
} tables[] = {
    {ACTS_HEAD ONE TWO, RELATIONS_HEAD, "UU\t2001\t5\tyes\tx\n", 0, NULL},
    {ACTS_HEAD ONE ONE, RELATIONS_HEAD, "", 3, "the act stands here twice, first in line 2"},
    {ACTS_HEAD "UU\t1\t2001\tSatu\t\t\t\tgone\t\t\n", RELATIONS_HEAD, "", 2,
     "unknown status 'gone'; known are listed, in_force, amended, revoked, partly_revoked, adopted "
     "and expired"},
    {"type\tnumber\ttitle\n", RELATIONS_HEAD, "", 1, "column \"year\" is missing"},
    {ACTS_HEAD ONE TWO, RELATIONS_HEAD "UU\t1\t2001\teaten\tUU\t2\t2002\t\t\t\n", "", 2,
     "unknown relation 'eaten'; known are amended, revoked, partly_revoked, revoked_or_amended, "
     "adopted, revived and none"},
    {ACTS_HEAD ONE TWO, RELATIONS_HEAD "UU\t9\t2001\trevoked\tUU\t2\t2002\t\t\t\n", "", 2,
     "the register does not hold UU 9/2001"},
    {ACTS_HEAD ONE TWO,
     RELATIONS_HEAD "UU\t1\t2001\trevoked\tUU\t2\t2002\t\t\t\nUU\t2\t2002\trevoked\tUU\t1\t2001\t\t"
                    "\t\n",
     "", 3, "acts replace each other in a circle that leads back to UU 1/2001"},
    {ACTS_HEAD ONE, RELATIONS_HEAD "UU\t1\t2001\tamended\tUU\t1\t2001\t\t\t\n", "", 2,
     "the act is related to itself"},
    {ACTS_HEAD ONE TWO,
     RELATIONS_HEAD "UU\t1\t2001\tamended\tUU\t2\t2002\t\t\t\nUU\t1\t2001\tamended\tUU\t2\t2002\t\t"
                    "\t\n",
     "", 3, "the relation stands here twice, first in line 2"},
    {ACTS_HEAD ONE, RELATIONS_HEAD, "UU\t2001\t5\tyes\tx\nUU\t2001\t6\tyes\tx\n", 3,
     "the year stands here twice, first in line 2"},
};

START_TEST(test_own_tables) {
    put("register.tsv", "", text_of(tables[_i].acts));
    put("register_relations.tsv", "", text_of(tables[_i].relations));
    put("register_years.tsv", YEARS_HEAD, text_of(tables[_i].years));
    bool good = load_made() != NULL;
    ck_assert_msg(good == !tables[_i].message, "%s", fault.message);
    if (!good) {
        ck_assert_int_eq(fault.code, EXIT_CONFIG);
        ck_assert_uint_eq(fault.record, tables[_i].line);
        ck_assert_str_eq(fault.message, tables[_i].message);
    }
}
END_TEST

/* A user's file, and the first thing wrong with it. */
static const struct {
    struct text bytes;
    size_t line;
    const char *message;
} wrong[] = {
    {TEXT("type\tnumber\tyear\nUU\t7\t2001\nUU\t07\t2001\n"), 3,
     "the act stands here twice, first in line 2"},
    {TEXT("type\tnumber\tyear\tstatus\nUU\t7\t2001\tberlaku\n"), 2, "unknown status 'berlaku'"},
    {TEXT("# a\ntype\tnumber\tyear\tnumber\n"), 2, "column \"number\" stands there twice"},
    {TEXT("type\tnumber\n"), 1, "column \"year\" is missing"},
    {TEXT("type\tyear\tlast_number\n"), 1, "column \"source\" is missing"},
    {TEXT("type\tnumber\tyear\trelation\n"), 1, "column \"by_type\" is missing"},
    {TEXT("# nothing\n"), 1, "no line of column names"},
    {TEXT(""), 1, "no line of column names"},
    {TEXT("type\tnumber\tyear\nUU\t7\n"), 2, "2 cells, but 3 columns"},
    {TEXT("type\tnumber\tyear\nUU\t7\t2001\tx\n"), 2, "4 cells, but 3 columns"},
    {TEXT("type\tnumber\tyear\nUU\t\t2001\n"), 2, "'' is no number of a regulation"},
    {TEXT("type\tnumber\tyear\nUU\t7 a\t2001\n"), 2, "'7 a' is no number of a regulation"},
    {TEXT("type\tnumber\tyear\nUU\t7\t201\n"), 2, "'201' is no year"},
    {TEXT("type\tnumber\tyear\nUU\t7\t\n"), 2, "'' is no year"},
    {TEXT("type\tnumber\tyear\tin_force_from\nUU\t7\t2001\t31-12-2001\n"), 2,
     "in_force_from wants a date such as 2021-08-31, not '31-12-2001'"},
    {TEXT("type\tnumber\tyear\tended_on\nUU\t7\t2001\t2001-02-30\n"), 2,
     "ended_on wants a date such as 2021-08-31, not '2001-02-30'"},
    {TEXT("type\tnumber\tyear\tin_force_from\tended_on\nUU\t7\t2001\t2001-05-02\t2001-05-01\n"), 2,
     "ended on 2001-05-01, before it came into force on 2001-05-02"},
    /* the day of the register's own file counts */
    {TEXT("type\tnumber\tyear\tended_on\nUU\t1\t2001\t2000-12-31\n"), 2,
     "ended on 2000-12-31, before it came into force on 2001-01-01"},
    {TEXT("type\tnumber\tyear\treplaced_by\nUU\t1\t2001\tUU 2\n"), 2,
     "'UU 2' names no act; write it as UU 20/2023"},
    {TEXT("type\tnumber\tyear\treplaced_by\nUU\t1\t2001\tUU 2/02\n"), 2, "'02' is no year"},
    {TEXT("type\tnumber\tyear\tstatus\treplaced_by\nUU\t1\t2001\tamended\tUU 2/2002\n"), 2,
     "replaced_by wants the status revoked, partly_revoked or adopted"},
    {TEXT("type\tnumber\tyear\treplaced_by\nUU\t1\t2001\tUU 3/2003\nUU\t2\t2002\tUU 1/2001\n"
          "UU\t3\t2003\tUU 2/2002\n"),
     3, "acts replace each other in a circle that leads back to UU 1/2001"},
    {TEXT("type\tyear\tlast_number\tsource\nUU\t2003\t2\tlist\n"), 2, "UU 3/2003 is above 2"},
    {TEXT("type\tyear\tlast_number\tsource\nUU\t2003\t3\t\n"), 2, "a last number wants its source"},
    {TEXT("type\tyear\tlast_number\tsource\nUU\t2003\tmany\tlist\n"), 2,
     "last_number wants a number"},
    {TEXT("type\tyear\tlast_number\tsource\nUU\t20003\t9\tlist\n"), 2,
     "year wants a year such as 2021"},
    {TEXT("type\tnumber\tyear\nUU\t7\t2001\nUU\t8\t20\xff"
          "01\n"),
     3, "invalid UTF-8"},
    {TEXT("type\tnumber\tyear\nUU\t7\t20\0"
          "01\n"),
     2, "a NUL byte"},
    {TEXT("type\tnumber\tyear\nUndang-Undang\t7\t2001\n"), 2,
     "unknown type 'Undang-Undang'; is 'UU' meant? known are UU, Perppu, PP, "},
    {TEXT("type\tnumber\tyear\nPerpes\t7\t2001\n"), 2,
     "unknown type 'Perpes'; is 'Perpres' meant?"},
    {TEXT("type\tnumber\tyear\nPermendagi\t7\t2001\n"), 2,
     "unknown type 'Permendagi'; is 'Permendagri' meant?"},
    {TEXT("type\tnumber\tyear\tstatus\nUU\t7\t2001\trevokd\n"), 2,
     "unknown status 'revokd'; is 'revoked' meant? known are listed, in_force"},
    {TEXT("type\tnumber\tyear\tstatsu\nUU\t7\t2001\t\n"), 1,
     "unknown column \"statsu\"; is 'status' meant? known are title, title_mark"},
    {TEXT("type\tnumber\tyear\trelatin\tby_type\tby_number\tby_year\n"), 1,
     "column \"relation\" is missing"},
    {TEXT("type;number;year;title\nUU;7;2001;x\n"), 1, "columns are separated by ';'"},
    {TEXT("type\tnumber\tyear\ttitle\nPerda\t7\t2001\tKetertiban\n"), 2,
     "type Perda needs an issuer, such as Wonogiri: others have acts of this number"},
    {TEXT("type\tnumber\tyear\tissuer\nSE\t7\t2001\t\n"), 2, "type SE needs an issuer"},
    {TEXT("type\tyear\tlast_number\tsource\nPerda\t2003\t9\tlist\n"), 2,
     "type Perda has no last number: each region or office counts its own"},
};

START_TEST(test_wrong) {
    struct error error = {0};
    struct lexicon *lexicon = lexicon_new(&own);
    made_sources.types = regulation_types_load(tables_folder(), &own, lexicon, &error);
    ck_assert_ptr_nonnull(made_sources.types);
    add(wrong[_i].bytes);
    ck_assert_ptr_null(load_made());
    ck_assert_int_eq(fault.code, EXIT_CONFIG);
    ck_assert_str_eq(fault.file, added[0]);
    ck_assert_uint_eq(fault.record, wrong[_i].line);
    ck_assert_msg(text_starts(text_of(fault.message), wrong[_i].message), "%s", fault.message);
}
END_TEST

START_TEST(test_a_line_that_is_too_long) {
    static char bytes[LINES_ENOUGH + 100];
    size_t size = (size_t)snprintf(bytes, sizeof bytes, "type\tnumber\tyear\ttitle\nUU\t7\t2001\t");
    memset(bytes + size, 'x', LINES_ENOUGH);
    add((struct text){bytes, size + LINES_ENOUGH});
    ck_assert_ptr_null(load_made());
    ck_assert_uint_eq(fault.record, 2);
    ck_assert_str_eq(fault.message, "a line of more than 65536 bytes");
}
END_TEST

START_TEST(test_a_missing_file) {
    made_sources.added_count = 1;
    added[0] = "/nonexistent/a.tsv";
    ck_assert_ptr_null(load_made());
    ck_assert_int_eq(fault.code, EXIT_CONFIG);
    ck_assert_str_eq(fault.file, "/nonexistent/a.tsv");
}
END_TEST

static void hear(void *context, const struct error *one) {
    size_t *lines = context;
    lines[lines[0]++ + 1] = one->record;
}

/* Every fault is told, not only the first. */
START_TEST(test_all_faults) {
    size_t lines[10] = {0};
    faults.tell = hear;
    faults.context = lines;
    add(TEXT("type\tnumber\tyear\tstatus\nUU\t7\t2001\tgone\nUU\t8\nUU\t9\t2001\t\nUU\t9\t2001\t\n"
             "UU\t\t99\t\n"));
    ck_assert_ptr_null(load_made());
    ck_assert_uint_eq(faults.count, 5);
    ck_assert_uint_eq(lines[0], 5);
    ck_assert_uint_eq(lines[1], 3); /* found while the rows are split */
    ck_assert_uint_eq(lines[2], 2);
    ck_assert_uint_eq(lines[3], 5);
    ck_assert_uint_eq(lines[4], 6);
    ck_assert_uint_eq(lines[5], 6);
}
END_TEST

/* All that is wrong with one row, too, and rows of a file with an unknown column. */
START_TEST(test_all_faults_of_a_row) {
    size_t lines[12] = {0};
    faults.tell = hear;
    faults.context = lines;
    add(TEXT("type\tnumber\tyear\tin_force_from\tended_on\tstatus\treplaced_by\tanything\n"
             "UU\tx y\t99\t1/2/2001\t2001\tgone\tUU 5\t\n"
             "UU\t7\t2001\t1/2/2001\t\tgone\t\t\n"));
    ck_assert_ptr_null(load_made());
    ck_assert_uint_eq(faults.count, 9);
    ck_assert_uint_eq(lines[1], 1);
    for (size_t i = 2; i <= 7; i++)
        ck_assert_uint_eq(lines[i], 2);
    ck_assert_uint_eq(lines[8], 3);
    ck_assert_uint_eq(lines[9], 3);
}
END_TEST

/* An act of a region stands for no other's, whose name it is a part of or which has it as a part.
 */
START_TEST(test_issuers_are_whole_words) {
    static const struct {
        const char *words;
        bool found;
    } cases[] = {{"Perda Solok Nomor 1", true},
                 {"Perda Kabupaten Solok", true},
                 {"PERDA SOLOK", true},
                 {"Perda Solok, Nomor 1", true},
                 {"Perda Solok Selatan Nomor 1", false},
                 {"Perda Soloka", false},
                 {"Perda Nomor 1", false},
                 {"Perda Tasolok", false},
                 {"Perda Solok Selatan dan Solok", true}};
    add(TEXT("type\tnumber\tyear\tissuer\nPerda\t1\t2001\tSolok\n"));
    const struct legal_register *loaded = load_good();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        ck_assert_msg((register_find(loaded, TEXT("Perda"), TEXT("1"), 2001,
                                     text_of(cases[i].words)) != NULL) == cases[i].found,
                      "%s", cases[i].words);
}
END_TEST

/* A later file goes over an earlier one cell by cell; the order of columns is free. */
START_TEST(test_override) {
    add(TEXT("\xEF\xBB\xBFyear\tnumber\ttype\ttitle\tnote\r\n2001\t1\tUU\tKesatu\tours\r\n"
             "2009\t9\tUU\tSembilan\t\r\n"));
    add(TEXT("type\tnumber\tyear\tin_force_from\ttitle\nUU\t1\t2001\t2001-02-01\t\n"
             "UU\t2\t2002\t-\t-\n"));
    const struct legal_register *loaded = load_good();
    ck_assert_uint_eq(register_count(loaded), 4);
    ck_assert(text_is(act(loaded, "1", 2001)->title, "Kesatu"));
    ck_assert_int_eq(act(loaded, "1", 2001)->from.month, 2);
    ck_assert_int_eq(act(loaded, "1", 2001)->state, REGISTER_LISTED);
    ck_assert(!date_is_set(act(loaded, "2", 2002)->from));
    ck_assert_uint_eq(act(loaded, "2", 2002)->title.size, 0);
    ck_assert(text_is(act(loaded, "9", 2009)->title, "Sembilan"));
}
END_TEST

/* What replaced an act, and since when. */
START_TEST(test_replaced_by) {
    add(TEXT("type\tnumber\tyear\tended_on\treplaced_by\nUU\t1\t2001\t2002-02-28\tUU 2/2002\n"
             "UU\t2\t2002\t\tUU 003/2003\n"));
    const struct legal_register *loaded = load_good();
    const struct register_relation *first = act(loaded, "1", 2001)->relations,
                                   *second = act(loaded, "2", 2002)->relations;
    ck_assert_int_eq(act(loaded, "1", 2001)->state, REGISTER_REVOKED);
    ck_assert_int_eq(first->kind, RELATION_REVOKED);
    ck_assert(text_is(first->by_number, "2"));
    ck_assert_int_eq(date_compare(first->from, date_make(2002, 3, 1)), 0);
    ck_assert(text_is(second->by_number, "3"));
    ck_assert_int_eq(date_compare(second->from, date_make(2003, 1, 1)), 0);
}
END_TEST

/* A status sets aside what earlier files say about whether the act holds. */
START_TEST(test_a_status_voids_relations) {
    put("register_relations.tsv", RELATIONS_HEAD,
        TEXT("UU\t1\t2001\trevoked\tUU\t2\t2002\t\t\t\nUU\t2\t2002\trevoked\tUU\t3\t2003\t\t\t\n"));
    add(TEXT("type\tnumber\tyear\tstatus\ttitle\nUU\t1\t2001\tin_force\t\nUU\t2\t2002\t\tLain\n"));
    const struct legal_register *loaded = load_good();
    ck_assert_ptr_null(act(loaded, "1", 2001)->relations);
    ck_assert_int_eq(act(loaded, "1", 2001)->state, REGISTER_IN_FORCE);
    ck_assert_ptr_nonnull(act(loaded, "2", 2002)->relations);
}
END_TEST

/* What a later file says of a pair of acts replaces what earlier ones say of it. */
START_TEST(test_override_relations) {
    put("register_relations.tsv", RELATIONS_HEAD,
        TEXT("UU\t1\t2001\trevoked_or_amended\tUU\t2\t2002\t\t?\t\n"
             "UU\t1\t2001\trevoked\tUU\t3\t2003\t\t\t\n"));
    add(TEXT("relation\ttype\tnumber\tyear\tby_type\tby_number\tby_year\n"
             "partly_revoked\tUU\t1\t2001\tUU\t2\t2002\namended\tUU\t1\t2001\tUU\t2\t2002\n"
             "none\tUU\t1\t2001\tUU\t3\t2003\namended\tUU\t1\t2001\tPP\t5\t2001\n"));
    const struct register_relation *r = act(load_good(), "1", 2001)->relations;
    ck_assert(text_is(r->by_type, "PP")); /* in the order of years */
    r = r->next;
    ck_assert_int_eq(r->kind, RELATION_PARTLY_REVOKED);
    ck_assert(!r->unverified);
    r = r->next;
    ck_assert_int_eq(r->kind, RELATION_AMENDED);
    ck_assert_int_eq(r->by_year, 2002);
    ck_assert_ptr_null(r->next);
}
END_TEST

START_TEST(test_last_numbers_added) {
    put("register_years.tsv", YEARS_HEAD, TEXT("UU\t2003\t3\tyes\tx\n"));
    add(TEXT("source\ttype\tyear\tlast_number\nlist\tUU\t2003\t8\nlist\tPP\t2003\t0\n"));
    add(TEXT("type\tnumber\tyear\nUU\t8\t2003\n"));
    const struct legal_register *loaded = load_good();
    ck_assert_int_eq(register_last_number(loaded, TEXT("UU"), 2003), 8);
    ck_assert_int_eq(register_last_number(loaded, TEXT("PP"), 2003), 0);
    ck_assert_int_eq(register_last_number(loaded, TEXT("UU"), 2002), -1);
}
END_TEST

/* An act added above a last number known already: the later of the two rows is told. */
START_TEST(test_an_act_above_the_last_number) {
    put("register_years.tsv", YEARS_HEAD, TEXT("UU\t2003\t3\tyes\tx\n"));
    add(TEXT("type\tnumber\tyear\nUU\t4\t2003\n"));
    ck_assert_ptr_null(load_made());
    ck_assert_str_eq(fault.file, added[0]);
    ck_assert_uint_eq(fault.record, 2);
    ck_assert(strstr(fault.message, "register_years.tsv:2"));
}
END_TEST

/* One number, several offices: the issuer tells which. */
START_TEST(test_issuers) {
    add(TEXT("type\tnumber\tyear\tissuer\ttitle\nPerda\t1\t2001\tWonogiri\tA\n"
             "Perda\t1\t2001\tSleman\tB\n"));
    add(TEXT("type\tnumber\tyear\tissuer\ttitle\nPerda\t1\t2001\tSleman\tC\n"));
    const struct legal_register *loaded = load_good();
    ck_assert(text_is(
        register_find(loaded, TEXT("Perda"), TEXT("1"), 2001, TEXT("Perda Sleman 1/2001"))->title,
        "C"));
    ck_assert(text_is(
        register_find(loaded, TEXT("Perda"), TEXT("1"), 2001, TEXT("Perda Wonogiri"))->title, "A"));
    ck_assert_ptr_null(register_find(loaded, TEXT("Perda"), TEXT("1"), 2001, TEXT("Perda Kaur")));
    add(TEXT("type\tnumber\tyear\ttitle\nPerda\t1\t2001\tD\n"));
    ck_assert_ptr_null(load_made());
    ck_assert_str_eq(fault.message, "several offices issued this act; name the issuer");
}
END_TEST

/* Offices that nobody can count any more are a fault, for each row looks at them all. */
START_TEST(test_too_many_issuers) {
    struct buffer bytes = {0};
    buffer_printf(&bytes, "type\tnumber\tyear\tissuer\n");
    for (int i = 0; i < 1000; i++)
        buffer_printf(&bytes, "Perda\t1\t2001\tDesa %d\n", i);
    add(buffer_view(&bytes));
    load_good();
    buffer_printf(&bytes, "Perda\t1\t2001\tDesa 1000\n");
    made_sources.added_count = 0;
    add(buffer_view(&bytes));
    ck_assert_ptr_null(load_made());
    ck_assert_uint_eq(faults.count, 1);
    ck_assert_uint_eq(fault.record, 1002);
    ck_assert_str_eq(fault.message, "more than 1000 offices issued this act");
    buffer_free(&bytes);
}
END_TEST

/* A chain of replacements as long as the file is followed without recursion, in linear time. */
START_TEST(test_a_long_chain) {
    static char bytes[LINES_ENOUGH * 40];
    size_t size = (size_t)snprintf(bytes, sizeof bytes, "type\tnumber\tyear\treplaced_by\n");
    for (int i = 0; i < LINES_ENOUGH; i++)
        size += (size_t)snprintf(bytes + size, sizeof bytes - size, "UU\t%d\t2010\tUU %d/2010\n", i,
                                 i + 1);
    add((struct text){bytes, size});
    load_good();
    size += (size_t)snprintf(bytes + size, sizeof bytes - size, "UU\t%d\t2010\tUU 5/2010\n",
                             LINES_ENOUGH);
    made_sources.added_count = 0;
    add((struct text){bytes, size});
    ck_assert_ptr_null(load_made());
    ck_assert_uint_eq(faults.count, 1);
    ck_assert_str_eq(fault.message,
                     "acts replace each other in a circle that leads back to UU 5/2010");
}
END_TEST

#define COUNT(array) ((int)(sizeof(array) / sizeof((array)[0])))

int main(void) {
    Suite *suite = suite_create("register_files");
    TCase *own_files = tcase_create("files");
    tcase_add_checked_fixture(own_files, open_folder, close_folder);
    tcase_add_loop_test(own_files, test_own_tables, 0, COUNT(tables));
    tcase_add_loop_test(own_files, test_wrong, 0, COUNT(wrong));
    tcase_add_test(own_files, test_a_line_that_is_too_long);
    tcase_add_test(own_files, test_a_missing_file);
    tcase_add_test(own_files, test_all_faults);
    tcase_add_test(own_files, test_all_faults_of_a_row);
    tcase_add_test(own_files, test_issuers_are_whole_words);
    tcase_add_test(own_files, test_override);
    tcase_add_test(own_files, test_replaced_by);
    tcase_add_test(own_files, test_a_status_voids_relations);
    tcase_add_test(own_files, test_override_relations);
    tcase_add_test(own_files, test_last_numbers_added);
    tcase_add_test(own_files, test_an_act_above_the_last_number);
    tcase_add_test(own_files, test_issuers);
    tcase_add_test(own_files, test_too_many_issuers);
    tcase_add_test(own_files, test_a_long_chain);
    suite_add_tcase(suite, own_files);
    return run_suite(suite);
}
