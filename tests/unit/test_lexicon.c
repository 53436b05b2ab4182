/* The lexicon and the reader of tables. */
#include <config.h>

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/file.h"
#include "support.h"
#include "tables/lexicon.h"
#include "tables/tsv.h"

static struct lexicon *make(struct arena *arena) {
    struct lexicon *lexicon = lexicon_new(arena);
    lexicon_add(lexicon, TEXT("Belitung"), LEXEME_REGION, 2, LEXEME_CAPITAL);
    lexicon_add(lexicon, TEXT("Belitung Timur"), LEXEME_REGION, 6, LEXEME_CAPITAL);
    lexicon_add(lexicon, TEXT("PP"), LEXEME_REGULATION, 1, LEXEME_ANY_CASE);
    lexicon_add(lexicon, TEXT("PPS"), LEXEME_INSTITUTION, 3, LEXEME_EXACT_CASE);
    lexicon_add(lexicon, TEXT("Minggu"), LEXEME_WEEKDAY, 7, LEXEME_CAPITAL);
    lexicon_add(lexicon, TEXT("tidak boleh"), LEXEME_CUE, 4, LEXEME_ANY_CASE);
    lexicon_add(lexicon, TEXT("tidak boleh"), LEXEME_CUE, 5, LEXEME_ANY_CASE);
    return lexicon;
}

/* Hits as class:row at first-end, in their order. */
static const struct {
    const char *text;
    const char *hits;
} cases[] = {
    {"di Belitung Timur", "0:6@1-3 0:2@1-2 "},
    {"BELITUNG timur", "0:6@0-2 0:2@0-1 "},
    {"belitung", ""},
    {"PPPK pp", "7:1@1-2 "},
    {"PPS pps", "10:3@0-1 "},
    {"minggu Minggu", "3:7@1-2 "},
    {"Tidak\nboleh", "14:4@0-2 14:5@0-2 "},
    {"tidak\n\nboleh", ""},
    {"", ""},
};

START_TEST(test_scan) {
    struct arena arena = {0};
    struct buffer printed = {0};
    struct lexicon *lexicon = make(&arena);
    struct text text = text_of(cases[_i].text);
    struct tokens tokens = tokenise(&arena, text);
    struct hits hits = lexicon_scan(lexicon, text, tokens, &arena);
    for (size_t i = 0; i < hits.count; i++)
        buffer_printf(&printed, "%d:%u@%u-%u ", hits.at[i].class, hits.at[i].row, hits.at[i].first,
                      hits.at[i].end);
    buffer_char(&printed, '\0');
    ck_assert_str_eq(printed.data, cases[_i].hits);
    buffer_free(&printed);
    arena_free(&arena);
}
END_TEST

/* Many words, so that the vocabulary grows; each keeps its number and entry. */
START_TEST(test_vocabulary) {
    struct arena arena = {0};
    struct vocabulary *vocabulary = vocabulary_new(&arena);
    uint64_t hashes[5000];
    uint32_t numbers[5000];
    for (size_t i = 0; i < 5000; i++) {
        hashes[i] = token_hash(arena_printf(&arena, "kata%zu", i));
        ck_assert_uint_eq(vocabulary_find(vocabulary, hashes[i]), KNOWN_NONE);
        numbers[i] = vocabulary_add(vocabulary, hashes[i]);
        vocabulary_entry(vocabulary, hashes[i])->node = (uint32_t)i;
    }
    for (size_t i = 0; i < 5000; i++) {
        ck_assert_uint_eq(vocabulary_find(vocabulary, hashes[i]), numbers[i]);
        ck_assert_uint_eq(word_entry(vocabulary, numbers[i])->node, i);
    }
    struct tokens tokens = tokenise(&arena, TEXT("Dan, KATA7 lain"));
    vocabulary_number(vocabulary, tokens.at, tokens.count);
    ck_assert_uint_eq(tokens.at[0].word, KNOWN_DAN);
    ck_assert_uint_eq(tokens.at[1].word, KNOWN_COMMA);
    ck_assert_uint_eq(tokens.at[2].word, numbers[7]);
    ck_assert_uint_eq(tokens.at[3].word, KNOWN_NONE);
    arena_free(&arena);
}
END_TEST

START_TEST(test_at_and_before) {
    struct arena arena = {0};
    struct lexicon *lexicon = make(&arena);
    struct text text = TEXT("di Belitung Timur tidak boleh");
    struct tokens tokens = tokenise(&arena, text);
    struct hits hits = lexicon_scan(lexicon, text, tokens, &arena);
    ck_assert_uint_eq(hits_at(&hits, 1, LEXEME_REGION)->row, 6);
    ck_assert_ptr_null(hits_at(&hits, 1, LEXEME_CUE));
    ck_assert_uint_eq(hits_before(&hits, 3, LEXEME_REGION)->row, 6);
    ck_assert_uint_eq(hits_before(&hits, 2, LEXEME_REGION)->row, 2);
    ck_assert_ptr_null(hits_before(&hits, 1, LEXEME_REGION));
    arena_free(&arena);
}
END_TEST

/* Many forms, so that the tables of edges and nodes grow. */
START_TEST(test_growth) {
    struct arena arena = {0};
    struct lexicon *lexicon = lexicon_new(&arena);
    for (uint32_t i = 0; i < 20000; i++)
        ck_assert(lexicon_add(lexicon, arena_printf(&arena, "kata%u ganda%u", i % 977, i),
                              LEXEME_TOPIC, i, LEXEME_ANY_CASE));
    ck_assert(!lexicon_add(lexicon, TEXT("KATA5 ganda5"), LEXEME_TOPIC, 5, LEXEME_ANY_CASE));
    for (uint32_t i = 0; i < 20000; i += 37) {
        struct text text = arena_printf(&arena, "kata%u ganda%u", i % 977, i);
        struct tokens tokens = tokenise(&arena, text);
        struct hits hits = lexicon_scan(lexicon, text, tokens, &arena);
        ck_assert_uint_eq(hits.count, 1);
        ck_assert_uint_eq(hits.at[0].row, i);
    }
    arena_free(&arena);
}
END_TEST

static const char *const wanted[] = {"form", "value", NULL};

/* A table's bytes, and the message it must give ("" for none). */
static const struct {
    const char *bytes;
    const char *message;
    size_t line;
} tables[] = {
    {"# note\nform\tvalue\na\t1\n\nb \t\n", "", 0},
    {"form\nx\n", "column \"value\" is missing", 1},
    {"form\tvalue\na\t1\nb\n", "1 cells, but 2 columns", 3},
    {"# only\n", "no line of column names", 1},
    {"form\tvalue\na\t\xFF\n", "invalid UTF-8: the file is in another encoding; save it as UTF-8",
     2},
    {"\xEF\xBB\xBF# n\r\nform\tvalue\r\na\t1\r\n\r\nb\t\r\n", "", 0},
    {"form;value;x\n1;2;3\n",
     "columns are separated by ';', but tabs are wanted; in a spreadsheet, save as text with tabs, "
     "in UTF-8",
     1},
    {"sep=,\nform,value\n1,2\n",
     "columns are separated by ',', but tabs are wanted; in a spreadsheet, save as text with tabs, "
     "in UTF-8",
     1},
    {"form;value\n", "column \"form\" is missing", 1}, /* two cells may be words */
    {"\xFF\xFE"
     "f",
     "is UTF-16 (Excel's \"Unicode Text\"); save it as UTF-8", 0},
    {"PK\x03\x04", "is a workbook or a zip file (such as .xlsx or .ods); save it as text", 0},
    {"form\tvalue\ra\t1\r", "lines end with CR alone, as on an old Mac; save them with LF or CRLF",
     1},
};

START_TEST(test_tsv) {
    struct arena arena = {0};
    struct error error = {0};
    struct tsv table;
    const char *scratch = getenv("TAKLIMAT_SCRATCH");
    char name[64];
    snprintf(name, sizeof name, "table-%ld.tsv", (long)getpid());
    if (!scratch)
        scratch = "/tmp";
    const char *path = arena_printf(&arena, "%s/%s", scratch, name).data;
    ck_assert(file_write(path, text_of(tables[_i].bytes), &error));
    bool ok = tsv_read(scratch, name, wanted, &arena, &table, &error);
    unlink(path);
    ck_assert_int_eq(ok, tables[_i].message[0] == '\0');
    ck_assert_str_eq(error.message, tables[_i].message);
    ck_assert_uint_eq(error.record, tables[_i].line);
    if (ok) {
        ck_assert_uint_eq(table.row_count, 2);
        ck_assert(text_is(tsv_cell(&table, 1, tsv_column(&table, "form")), "b"));
        ck_assert_int_eq(tsv_number(&table, 0, 1, -1), 1);
        ck_assert_int_eq(tsv_number(&table, 1, 1, -1), -1);
        ck_assert_uint_eq(table.lines[1], 5);
    }
    arena_free(&arena);
}
END_TEST

START_TEST(test_forms) {
    struct text rest = TEXT(" a ;; b c;"), form;
    ck_assert(tsv_next_form(&rest, &form) && text_is(form, "a"));
    ck_assert(tsv_next_form(&rest, &form) && text_is(form, "b c"));
    ck_assert(!tsv_next_form(&rest, &form));
}
END_TEST

int main(void) {
    Suite *suite = suite_create("lexicon");
    TCase *tcase = tcase_create("all");
    tcase_add_loop_test(tcase, test_scan, 0, sizeof cases / sizeof *cases);
    tcase_add_test(tcase, test_at_and_before);
    tcase_add_test(tcase, test_vocabulary);
    tcase_add_test(tcase, test_growth);
    tcase_add_loop_test(tcase, test_tsv, 0, sizeof tables / sizeof *tables);
    tcase_add_test(tcase, test_forms);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
