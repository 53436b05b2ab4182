/* The workbook read back by intake's reader, which is no part of what writes it: cells as they
 * were, nothing that is a formula, the same bytes each time, and no workbook on a full disk. */
#include <config.h>

#include <check.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/spreadsheet.h"
#include "cli/spreadsheet_check.h"
#include "intake/archive.h"
#include "intake/sheet.h"
#include "support.h"

#if defined HAVE_LIBXLSXWRITER && defined HAVE_LIBZIP && defined HAVE_LIBXML2

#define LONGEST 32767

/* A text, and the cell that it becomes. */
static const struct {
    const char *text, *cell;
} texts[] = {{"Camat Gantung", "Camat Gantung"},
             {"=1+1", "=1+1"},
             {"+62 811", "+62 811"},
             {"-1", "-1"},
             {"@SUM(A1)", "@SUM(A1)"},
             {"{=1+1}", "{=1+1}"},
             {"=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"},
             {"https://contoh.example/?a=1&b=2", "https://contoh.example/?a=1&b=2"},
             {"19.06", "19.06"},
             {"0094", "0094"},
             {"<b>&amp;</b>", "<b>&amp;</b>"},
             {"dua\r\nbaris", "dua\nbaris"},
             {"satu\x01\x1F\x0B"
              "dua",
              "satu   dua"},
             {"\xEF\xBF\xBF", "\xEF\xBF\xBD"},
             {" tepi ", " tepi "},
             {"“Netral” \xF0\x9F\x98\x80", "“Netral” \xF0\x9F\x98\x80"}};
#define TEXTS (sizeof texts / sizeof *texts)

static struct spreadsheet *begin(const char *folder) {
    struct error error = {0};
    ck_assert(mkdir(folder, 0777) == 0);
    struct spreadsheet *book =
        spreadsheet_open(folder, "taklimat 2024-08", date_make(2024, 9, 1), &error);
    ck_assert_msg(book != NULL, "%s", error.message);
    return book;
}

/* Ends the workbook; its folder is empty then, and is removed. */
static bool end(struct spreadsheet *book, const char *folder, struct buffer *out,
                struct spreadsheet_losses *losses) {
    struct error error = {0};
    bool ok = spreadsheet_close(book, out, losses, &error);
    ck_assert_int_eq(error.code, ok ? EXIT_DONE : EXIT_IO);
    ck_assert(ok || strstr(error.message, strerror(EFBIG)));
    ck_assert_msg(rmdir(folder) == 0, "%s is not empty", folder);
    return ok;
}

/* A name below the scratch folder, of this process. */
static const char *scratch(const char *name) {
    static char path[1024];
    const char *folder = getenv("TAKLIMAT_SCRATCH");
    snprintf(path, sizeof path, "%.900s/%s-%ld", folder ? folder : ".", name, (long)getpid());
    return path;
}

static void write_texts(const char *folder, struct buffer *out) {
    struct spreadsheet_losses losses;
    struct spreadsheet *book = begin(folder);
    struct table_sink *table = spreadsheet_sheet(book, "first");
    table_head(table, "text story day url");
    for (size_t i = 0; i < TEXTS; i++) {
        table_string(table, texts[i].text);
        table_count(table, i);
        table_date(table, date_make(2024, 8, 5));
        table_string(table, "");
        table_end_row(table);
    }
    table = spreadsheet_sheet(book, "second");
    table_head(table, "day");
    table_date(table, date_make(1850, 1, 1));
    table_end_row(table);
    ck_assert(end(book, folder, out, &losses));
    ck_assert_uint_eq(losses.cut + losses.rows, 0);
}

/* The next row, of so many cells. */
static const struct sheet_row *next_row(struct sheet *sheet, size_t cells) {
    const struct sheet_row *row;
    struct fault fault;
    ck_assert(sheet_next(sheet, &row, &fault));
    ck_assert_ptr_nonnull(row);
    ck_assert_uint_eq(row->end - row->first, cells);
    return row;
}

static void expect_cell(const struct sheet *sheet, size_t index, enum cell_kind kind,
                        const char *wanted) {
    const struct sheet_cell *cell = &sheet->cells[index];
    struct text value = text_slice(buffer_view(&sheet->text), cell->value);
    ck_assert_int_eq(cell->kind, kind);
    ck_assert_msg(text_is(value, wanted), "'%.*s' is not '%s'", (int)value.size, value.data,
                  wanted);
}

START_TEST(cells_come_back) {
    ck_assert(spreadsheet_is_there());
    struct buffer book = {0};
    struct sheet sheet = {0};
    struct fault fault;
    char number[24];
    write_texts(scratch("cells"), &book);
    struct archive *archive = archive_open(buffer_view(&book), &fault);
    ck_assert_ptr_nonnull(archive);
    ck_assert(sheet_open(&sheet, archive, "xl/worksheets/sheet1.xml", 1 << 20, &fault));
    expect_cell(&sheet, next_row(&sheet, 4)->first, CELL_TEXT, "text");
    for (size_t i = 0; i < TEXTS; i++) {
        size_t first = next_row(&sheet, 3)->first;
        snprintf(number, sizeof number, "%zu", i);
        expect_cell(&sheet, first, CELL_TEXT, texts[i].cell);
        expect_cell(&sheet, first + 1, CELL_NUMBER, number);
        expect_cell(&sheet, first + 2, CELL_NUMBER, "45509"); /* 2024-08-05 */
    }
    sheet_close(&sheet);
    sheet = (struct sheet){0};
    ck_assert(sheet_open(&sheet, archive, "xl/worksheets/sheet2.xml", 1 << 20, &fault));
    next_row(&sheet, 1);
    expect_cell(&sheet, next_row(&sheet, 1)->first, CELL_TEXT, "1850-01-01");
    sheet_close(&sheet);
    archive_close(archive);
    buffer_free(&book);
}
END_TEST

START_TEST(the_same_bytes) {
    struct buffer first = {0}, second = {0};
    write_texts(scratch("same"), &first);
    sleep(1); /* nothing comes from the clock */
    write_texts(scratch("same-again"), &second);
    ck_assert(text_equal(buffer_view(&first), buffer_view(&second)));
    buffer_free(&first);
    buffer_free(&second);
}
END_TEST

/* Characters of `size` bytes each, and the bytes that are left of them in a cell. */
static const struct {
    const char *character;
    size_t count, left;
    bool cut;
} lengths[] = {{"a", LONGEST, LONGEST, false},
               {"a", LONGEST + 1, LONGEST - 1 + 3, true},
               {"é", LONGEST, 2 * LONGEST, false},
               {"\xF0\x9F\x98\x80", LONGEST / 2, 4 * (LONGEST / 2), false},
               {"\xF0\x9F\x98\x80", LONGEST, 4 * (LONGEST / 2) + 3, true}};

START_TEST(long_cells_are_cut_and_told) {
    struct buffer text = {0}, book = {0};
    struct sheet sheet = {0};
    struct fault fault;
    struct spreadsheet_losses losses;
    const char *folder = scratch("long");
    struct spreadsheet *writer = begin(folder);
    struct table_sink *table = spreadsheet_sheet(writer, "long");
    for (size_t i = 0; i < lengths[_i].count; i++)
        buffer_string(&text, lengths[_i].character);
    table_head(table, "text");
    table_text(table, buffer_view(&text));
    table_end_row(table);
    ck_assert(end(writer, folder, &book, &losses));
    ck_assert_uint_eq(losses.cut, lengths[_i].cut);
    struct archive *archive = archive_open(buffer_view(&book), &fault);
    ck_assert(sheet_open(&sheet, archive, "xl/worksheets/sheet1.xml", 1 << 20, &fault));
    next_row(&sheet, 1);
    const struct sheet_cell *cell = &sheet.cells[next_row(&sheet, 1)->first];
    ck_assert_uint_eq(span_size(cell->value), lengths[_i].left);
    struct text value = text_slice(buffer_view(&sheet.text), cell->value);
    ck_assert(text_ends(value, "…") == lengths[_i].cut);
    sheet_close(&sheet);
    archive_close(archive);
    buffer_free(&book);
    buffer_free(&text);
}
END_TEST

#define ROWS_MOST 1048576

START_TEST(rows_have_a_most) {
    struct buffer book = {0};
    struct spreadsheet_losses losses;
    const char *folder = scratch("rows");
    struct spreadsheet *writer = begin(folder);
    struct table_sink *table = spreadsheet_sheet(writer, "rows");
    table_head(table, "text");
    for (size_t row = 1; row < ROWS_MOST - 1; row++)
        table_end_row(table);
    for (int i = 0; i < 3; i++) { /* of which one fits */
        table_string(table, "akhir");
        table_end_row(table);
    }
    ck_assert(end(writer, folder, &book, &losses));
    ck_assert_uint_eq(losses.rows, 2);
    buffer_free(&book);
}
END_TEST

/* No file may grow beyond this: more than the workbook packed, less than its sheet unpacked. */
#define FULL 60000

START_TEST(a_full_disk) {
    struct buffer book = {0};
    struct spreadsheet_losses losses;
    struct rlimit before, full;
    const char *folder = scratch("full");
    ck_assert(getrlimit(RLIMIT_FSIZE, &before) == 0);
    full = before;
    full.rlim_cur = FULL;
    signal(SIGXFSZ, SIG_IGN);
    struct spreadsheet *writer = begin(folder);
    struct table_sink *table = spreadsheet_sheet(writer, "full");
    ck_assert(setrlimit(RLIMIT_FSIZE, &full) == 0);
    table_head(table, "text");
    for (size_t i = 0; i < 1500; i++) {
        table_string(table, "Pegawai dilarang ikut kampanye.");
        table_end_row(table);
    }
    bool ok = end(writer, folder, &book, &losses);
    setrlimit(RLIMIT_FSIZE, &before);
    ck_assert(!ok);
    ck_assert_uint_lt(book.size, FULL / 2); /* what there is of it was packed */
    buffer_free(&book);
}
END_TEST

START_TEST(what_is_missing_is_seen) {
    struct buffer book = {0};
    size_t characters[] = {100, 3, 0}, more[] = {100, 1000};
    write_texts(scratch("whole"), &book);
    struct text bytes = buffer_view(&book);
    ck_assert(spreadsheet_is_whole(bytes, characters, 2));
    ck_assert(!spreadsheet_is_whole(bytes, more, 2));
    ck_assert(!spreadsheet_is_whole(bytes, characters, 3));
    ck_assert(
        !spreadsheet_is_whole(text_slice(bytes, (struct span){0, bytes.size / 2}), characters, 2));
    book.data[bytes.size / 3] ^= 1;
    ck_assert(!spreadsheet_is_whole(bytes, characters, 2));
    buffer_free(&book);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("spreadsheet");
    TCase *tests = tcase_create("spreadsheet");
    tcase_add_test(tests, cells_come_back);
    tcase_add_test(tests, the_same_bytes);
    tcase_add_loop_test(tests, long_cells_are_cut_and_told, 0, sizeof lengths / sizeof *lengths);
    tcase_add_test(tests, rows_have_a_most);
    tcase_add_test(tests, a_full_disk);
    tcase_add_test(tests, what_is_missing_is_seen);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}

#else

int main(void) {
    puts("SKIP: built without libxlsxwriter, libzip or libxml2");
    return 77;
}

#endif
