/* The rule tables: each is read, no form stands in it twice, and each example holds the form that
 * it is the example of, found in the way that articles are searched. All together load into one
 * lexicon. */
#include <config.h>

#include <check.h>
#include <stdlib.h>

#include "base/token.h"
#include "support.h"
#include "tables/cues.h"
#include "tables/tables.h"
#include "tables/topics.h"
#include "tables/tsv.h"

/* A table with examples. A form may stand twice where the column `scope` differs (NULL: never).
 * Where `several`, the cell holds forms separated by ; and the example one of them. */
static const struct {
    const char *file, *forms, *scope;
    bool several;
} tables[] = {
    {"abbreviations.tsv", "form", NULL, false},
    {"common_words.tsv", "forms", NULL, true},
    {"advisory_cues.tsv", "forms", NULL, true},
    {"topics.tsv", "forms", "label", true},
    {"addressees.tsv", "forms", "label", true},
    {"honorifics.tsv", "form", "place", false},
    {"institutions.tsv", "forms", NULL, true},
    {"positions.tsv", "forms", NULL, true},
    {"pronouns.tsv", "form", NULL, false},
    {"speech_cues.tsv", "forms", "kind", true},
    {"region_words.tsv", "form", NULL, false},
    {"regulation_types.tsv", "form", "case", false},
    {"citation_words.tsv", "word", "kind", false},
    {"subdistricts.tsv", "names", "code", true},
    {"ministries.tsv", "long", NULL, true},
    {"regulation_nicknames.tsv", "names", "from", true},
    {"sanctions.tsv", "forms", "article", true},
    {"signatories.tsv", "forms", NULL, true},
    {"verify_words.tsv", "word", "kind", false},
    {"word_lists.tsv", "words", "list", true},
};

/* Reads table number `index`; fails the test if that does not work. */
static struct tsv open_table(int index, struct arena *arena) {
    const char *wanted[] = {tables[index].forms, "example", tables[index].scope, NULL};
    struct error error = {0};
    struct tsv table;
    bool good = tsv_read(tables_folder(), tables[index].file, wanted, arena, &table, &error);
    ck_assert_msg(good, "%s:%zu: %s", error.file, error.record, error.message);
    ck_assert_uint_gt(table.row_count, 0);
    return table;
}

/* Takes the next form of the cell. */
static bool next_form(int index, struct text *rest, struct text *form) {
    if (tables[index].several) {
        return tsv_next_form(rest, form);
    }
    *form = *rest;
    *rest = (struct text){0};
    return form->size > 0;
}

/* A number for each value of the scope column: the first row that has it. */
static uint32_t scope_of_row(int index, const struct tsv *table, size_t row) {
    if (!tables[index].scope) {
        return 0;
    }
    size_t column = tsv_column(table, tables[index].scope), first = 0;
    while (!text_equal(tsv_cell(table, first, column), tsv_cell(table, row, column))) {
        first++;
    }
    return (uint32_t)first;
}

START_TEST(no_form_stands_twice) {
    struct arena arena = {0};
    struct tsv table = open_table(_i, &arena);
    struct lexicon *lexicon = lexicon_new(&arena);
    size_t column = tsv_column(&table, tables[_i].forms);
    for (size_t row = 0; row < table.row_count; row++) {
        struct text rest = tsv_cell(&table, row, column), form;
        size_t forms = 0;
        for (; next_form(_i, &rest, &form); forms++) {
            bool added = lexicon_add(lexicon, form, LEXEME_CUE, scope_of_row(_i, &table, row),
                                     LEXEME_ANY_CASE);
            ck_assert_msg(added, "%s:%zu: \"%.*s\" is there twice", tables[_i].file,
                          table.lines[row], (int)form.size, form.data);
        }
        ck_assert_msg(forms > 0, "%s:%zu: no form", tables[_i].file, table.lines[row]);
    }
    arena_free(&arena);
}
END_TEST

START_TEST(each_example_holds_its_form) {
    struct arena arena = {0};
    struct tsv table = open_table(_i, &arena);
    for (size_t row = 0; row < table.row_count; row++) {
        struct text rest = tsv_cell(&table, row, tsv_column(&table, tables[_i].forms)), form;
        struct text example = tsv_cell(&table, row, tsv_column(&table, "example"));
        struct lexicon *lexicon = lexicon_new(&arena);
        while (next_form(_i, &rest, &form)) {
            lexicon_add(lexicon, form, LEXEME_CUE, 0, LEXEME_ANY_CASE);
        }
        struct hits hits = lexicon_scan(lexicon, example, tokenise(&arena, example), &arena);
        ck_assert_msg(hits.count > 0, "%s:%zu: the example \"%.*s\" holds no form", tables[_i].file,
                      table.lines[row], (int)example.size, example.data);
    }
    arena_free(&arena);
}
END_TEST

START_TEST(advisory_cues_have_known_types) {
    static const char *const types[] = {"larangan", "imbauan",   "kewajiban",
                                        "sanksi",   "pelaporan", "-"};
    struct arena arena = {0};
    struct error error = {0};
    const char *wanted[] = {"type", NULL};
    struct tsv table;
    ck_assert(tsv_read(tables_folder(), "advisory_cues.tsv", wanted, &arena, &table, &error));
    for (size_t row = 0; row < table.row_count; row++) {
        struct text type = tsv_cell(&table, row, tsv_column(&table, "type"));
        bool known = false;
        for (size_t i = 0; i < sizeof types / sizeof types[0]; i++) {
            known = known || text_is(type, types[i]);
        }
        ck_assert_msg(known, "advisory_cues.tsv:%zu: unknown type", table.lines[row]);
    }
    arena_free(&arena);
}
END_TEST

START_TEST(all_tables_load_together) {
    struct error error = {0};
    struct tables all;
    ck_assert_msg(tables_load(tables_folder(), &all, &error), "%s:%zu: %s", error.file,
                  error.record, error.message);
    ck_assert_uint_eq(all.sha256.size, 64);
    ck_assert_uint_gt(all.version.size, 0);
    ck_assert(text_is(topics_label(all.topics, 0), "netralitas"));
    ck_assert_int_eq(cues_get(all.cues, 0)->role, CUE_ASK);
    ck_assert(text_is(cues_addressee(all.cues, 0), "ASN"));
    tables_free(&all);
}
END_TEST

START_TEST(a_missing_folder_is_an_error) {
    struct error error = {0};
    struct tables all;
    ck_assert(!tables_load("/nonexistent/tables", &all, &error));
    ck_assert_int_eq(error.code, EXIT_CONFIG);
    ck_assert_str_ne(error.message, "");
}
END_TEST

int main(void) {
    Suite *suite = suite_create("tables");
    TCase *tests = tcase_create("tables");
    int count = (int)(sizeof tables / sizeof tables[0]);
    tcase_add_loop_test(tests, no_form_stands_twice, 0, count);
    tcase_add_loop_test(tests, each_example_holds_its_form, 0, count);
    tcase_add_test(tests, advisory_cues_have_known_types);
    tcase_add_test(tests, all_tables_load_together);
    tcase_add_test(tests, a_missing_folder_is_an_error);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
