/* Lists of single words: a word's entry has a bit for each list that holds it, in any case; a table
 * with an unknown list, or with a word twice in one, is refused with its line. */
#include <config.h>

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "base/token.h"
#include "support.h"
#include "tables/word_lists.h"

/* The lists of a word, as bits. */
static uint64_t lists_of(const struct vocabulary *vocabulary, const char *word) {
    uint32_t number = vocabulary_find(vocabulary, token_hash(text_of(word)));
    return word_entry(vocabulary, number)->lists;
}

START_TEST(the_table_says_what_words_are_for) {
    static const struct {
        const char *word;
        enum word_list list;
        bool in;
    } cases[] = {
        {"itu", LIST_POINTING, true},         {"ITU", LIST_POINTING, true},
        {"saat", LIST_OCCASION, true},        {"saat", LIST_POINTING, false},
        {",", LIST_BEFORE_ATTRIBUTION, true}, {"harus", LIST_VERB_BOUND, true},
        {"harus", LIST_DIRECTING, true},      {"gandrung", LIST_DIRECTING, false},
    };
    struct arena arena = {0};
    struct error error = {0};
    struct vocabulary *vocabulary = vocabulary_new(&arena);
    bool good = word_lists_load(tables_folder(), &arena, vocabulary, &error);
    ck_assert_msg(good, "%s:%zu: %s", error.file, error.record, error.message);
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        bool in = lists_of(vocabulary, cases[i].word) >> cases[i].list & 1;
        ck_assert_msg(in == cases[i].in, "%s", cases[i].word);
    }
    uint64_t used = 0;
    for (uint32_t word = 0; word < vocabulary->count; word++)
        used |= word_entry(vocabulary, word)->lists;
    for (unsigned list = 0; list < WORD_LISTS; list++)
        ck_assert_msg(used >> list & 1, "list number %u is empty", list);
    arena_free(&arena);
}
END_TEST

/* Loads a table of these rows; the line that is refused, 0 if it is good. */
static size_t refused_line(const char *rows) {
    const char *scratch = getenv("TAKLIMAT_SCRATCH");
    struct arena arena = {0};
    struct error error = {0};
    char *folder =
        arena_cstring(&arena, arena_printf(&arena, "%s/word_lists", scratch ? scratch : "."));
    mkdir(folder, 0777);
    char *path = arena_cstring(&arena, arena_printf(&arena, "%s/word_lists.tsv", folder));
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    fprintf(file, "list\twords\texample\n%s", rows);
    fclose(file);
    bool good = word_lists_load(folder, &arena, vocabulary_new(&arena), &error);
    ck_assert_int_eq(error.code, good ? 0 : EXIT_CONFIG);
    size_t line = good ? 0 : error.record;
    arena_free(&arena);
    return line;
}

START_TEST(bad_tables_are_refused) {
    ck_assert_uint_eq(refused_line("pointing\titu; ini\titu\n"), 0);
    ck_assert_uint_eq(refused_line("pointing\titu\titu\nadverb\titu\titu\n"), 0);
    ck_assert_uint_eq(refused_line("pointing\titu\titu\npoints\tini\tini\n"), 3);
    ck_assert_uint_eq(refused_line("pointing\titu; Itu\titu\n"), 2);
    ck_assert_uint_eq(refused_line("pointing\titu\titu\npointing\tini; itu\tini\n"), 3);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("word_lists");
    TCase *tests = tcase_create("word_lists");
    tcase_add_test(tests, the_table_says_what_words_are_for);
    tcase_add_test(tests, bad_tables_are_refused);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
