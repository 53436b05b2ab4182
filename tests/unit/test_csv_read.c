/* Tables that spreadsheets saved, whole and damaged. */
#include <config.h>

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/csv_read.h"
#include "summary/csv_cells.h"
#include "support.h"

/* The table as "a|b/c|d", cells by | and rows by /, or "LINE: what is wrong". */
static void read_all(struct text bytes, struct buffer *out) {
    struct csv_reader reader;
    struct arena arena = {0};
    struct error error = {0};
    struct csv_row *row = malloc(sizeof *row);
    ck_assert_ptr_nonnull(row);
    bool ok = csv_reader_open(&reader, bytes, &error);
    for (bool first = true; ok && csv_reader_next(&reader, &arena, row, &error); first = false) {
        if (!first)
            buffer_char(out, '/');
        for (size_t i = 0; i < row->count; i++) {
            if (i)
                buffer_char(out, '|');
            buffer_text(out, row->cells[i]);
        }
    }
    if (error.code) {
        buffer_clear(out);
        buffer_printf(out, "%zu: %s", error.record, error.message);
    }
    free(row);
    arena_free(&arena);
}

static const struct {
    const char *bytes, *table;
} tables[] = {
    {"", ""},
    {"a,b\nc,d\n", "a|b/c|d"},
    {"a,b\nc,d", "a|b/c|d"},
    {"a;b\r\nc;d\r\n", "a|b/c|d"},
    {"a\tb\rc\td\r", "a|b/c|d"},
    {"\xEF\xBB\xBF"
     "a,b\n",
     "a|b"},
    {"\xEF\xBB\xBFsep=;\r\na,b;c\r\n", "a,b|c"},
    {"sep=,\na;b,c\n", "a;b|c"},
    {"\"a;x;y\",b,c\n1,2,3\n", "a;x;y|b|c/1|2|3"}, /* what is quoted does not vote */
    {"a;b\n\"x;\"\"y\"\"\r\nz\";2\n", "a|b/x;\"y\"\r\nz|2"},
    {"a,b\n\"x\" y,2\n", "a|b/x|2"}, /* behind the closing mark */
    {"a,b\nx\"y,2\n", "a|b/x\"y|2"}, /* a mark inside is a mark */
    {"a,b\n\n1,2\n", "a|b//1|2"},
    {"a,b\n,\n", "a|b/|"},
    {"a,b\n'=1+1,'-x\n", "a|b/=1+1|-x"}, /* neutralised, undone */
    {"a,b\n'tis,''=x\n", "a|b/'tis|'=x"},
    {"a,b\n\"=\"\"0012\"\"\",=\"7\"\n", "a|b/0012|7"}, /* as text in Excel */
    {"a,b\nx,\"never closed\n1,2\n", "2: a quotation mark is opened and never closed"},
    {"a,b\n1,\xE9\n", "2: is not UTF-8; save the table as CSV in UTF-8"},
};

START_TEST(tables_are_read) {
    struct buffer out = {0};
    read_all(text_of(tables[_i].bytes), &out);
    ck_assert_msg(text_is(buffer_view(&out), tables[_i].table), "%.*s", (int)out.size, out.data);
    buffer_free(&out);
}
END_TEST

START_TEST(lines_are_counted_through_cells) {
    struct csv_reader reader;
    struct arena arena = {0};
    struct error error = {0};
    static struct csv_row row;
    static const size_t lines[] = {1, 2, 5, 6};
    ck_assert(csv_reader_open(&reader, TEXT("a,b\r\n\"x\r\ny\nz\",1\r\n2,3\n4,5\n"), &error));
    for (size_t i = 0; i < 4; i++) {
        ck_assert(csv_reader_next(&reader, &arena, &row, &error));
        ck_assert_uint_eq(row.line, lines[i]);
    }
    ck_assert(!csv_reader_next(&reader, &arena, &row, &error));
    ck_assert_int_eq(error.code, EXIT_DONE);
    arena_free(&arena);
}
END_TEST

START_TEST(bytes_that_are_no_table) {
    struct buffer out = {0};
    read_all((struct text){"a,b\n1,\0002\n", 9}, &out);
    ck_assert(text_is(buffer_view(&out), "2: holds a NUL byte; save the table as CSV in UTF-8"));
    buffer_clear(&out);
    read_all((struct text){"\xFF\xFE"
                           "a\0,\0",
                           6},
             &out); /* UTF-16 */
    ck_assert(text_starts(buffer_view(&out), "1: holds a NUL byte"));
    buffer_free(&out);
}
END_TEST

START_TEST(rows_have_a_most_of_cells) {
    struct buffer bytes = {0}, out = {0};
    buffer_string(&bytes, "a,b\n");
    for (size_t i = 0; i < 100000; i++)
        buffer_char(&bytes, ',');
    read_all(buffer_view(&bytes), &out);
    ck_assert(text_is(buffer_view(&out), "2: a row of more than 256 cells"));
    buffer_free(&bytes);
    buffer_free(&out);
}
END_TEST

/* Ten megabytes in one cell, half of them doubled marks, are read in one pass. */
START_TEST(long_cells) {
    struct buffer bytes = {0}, out = {0};
    buffer_string(&bytes, "a,b\n\"");
    for (size_t i = 0; i < 2500000; i++)
        buffer_string(&bytes, "xy\"\"");
    buffer_string(&bytes, "\",2\n");
    read_all(buffer_view(&bytes), &out);
    ck_assert_uint_eq(out.size, strlen("a|b/") + 3 * 2500000 + strlen("|2"));
    buffer_free(&bytes);
    buffer_free(&out);
}
END_TEST

static const char *const cells[] = {"",
                                    "x",
                                    "=1",
                                    "'=1",
                                    "''=1",
                                    "\"=1\"",
                                    " -2",
                                    "@a",
                                    "a;b,c\td",
                                    "a\"b\"\"c",
                                    "line\r\nline\n",
                                    "'tis",
                                    "= \"x",
                                    "\xEF\xBC\x9Dx",
                                    "sep=;",
                                    "\"",
                                    "x\"",
                                    "-",
                                    "+62 812"};

/* Whatever csv_cells.c writes comes back as it was. */
START_TEST(what_is_written_comes_back) {
    static const char separators[] = ";,\t";
    struct arena arena = {0};
    struct error error = {0};
    static struct csv_row row;
    for (const char *separator = separators; *separator; separator++) {
        struct buffer out = {0};
        struct csv csv = csv_open(&out, *separator);
        table_head(&csv.sink, "first second");
        table_string(&csv.sink, cells[_i]);
        table_string(&csv.sink, "end");
        table_end_row(&csv.sink);
        struct csv_reader reader;
        ck_assert(csv_reader_open(&reader, buffer_view(&out), &error));
        ck_assert(csv_reader_next(&reader, &arena, &row, &error));
        ck_assert(csv_reader_next(&reader, &arena, &row, &error));
        ck_assert_uint_eq(row.count, 2);
        ck_assert_msg(text_is(row.cells[0], cells[_i]), "%s: %.*s", cells[_i],
                      (int)row.cells[0].size, row.cells[0].data);
        buffer_free(&out);
    }
    arena_free(&arena);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("csv_read");
    TCase *tcase = tcase_create("csv_read");
    tcase_add_loop_test(tcase, tables_are_read, 0, sizeof tables / sizeof *tables);
    tcase_add_test(tcase, lines_are_counted_through_cells);
    tcase_add_test(tcase, bytes_that_are_no_table);
    tcase_add_test(tcase, rows_have_a_most_of_cells);
    tcase_add_test(tcase, long_cells);
    tcase_add_loop_test(tcase, what_is_written_comes_back, 0, sizeof cells / sizeof *cells);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
