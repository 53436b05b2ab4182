/* Reads tab-separated tables: see tsv.h. Before: the data folder. After: the table loaders. */
#include <config.h>

#include "tables/tsv.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/decimal.h"
#include "base/file.h"
#include "base/foreign.h"
#include "base/translate.h"
#include "base/utf8.h"

/* The line that begins at `at`, without its end; the next one begins at *next. */
static struct span line_at(struct text text, size_t at, size_t *next) {
    size_t end = text_find(text, at, TEXT("\n"));
    *next = end + 1;
    return (struct span){at, end > at && text.data[end - 1] == '\r' ? end - 1 : end};
}

/* Splits a line at tabs: writes where its cells start, and where one behind them would. Returns how
 * many cells there are; of more than TSV_COLUMNS not all are written. */
static size_t split_line(struct text text, struct span line, uint32_t starts[TSV_COLUMNS + 1]) {
    size_t count = 0;
    for (size_t at = line.start; at <= line.end; count++) {
        const char *tab = memchr(text.data + at, '\t', line.end - at);
        if (count < TSV_COLUMNS)
            starts[count] = (uint32_t)at;
        at = tab ? (size_t)(tab - text.data) + 1 : line.end + 1;
    }
    starts[count < TSV_COLUMNS ? count : TSV_COLUMNS] = (uint32_t)line.end + 1;
    return count;
}

/* The cell that starts at *start and ends before the tab before the next. */
static struct text cell_from(const struct tsv *table, const uint32_t *start) {
    return text_trim(text_slice(table->text, (struct span){start[0], start[1] - 1}));
}

static bool check_columns(const struct tsv *table, const char *const *wanted, size_t line,
                          struct faults *faults) {
    size_t before = faults->count;
    for (; *wanted; wanted++)
        if (!tsv_has(table, *wanted))
            faults_add(faults, table->path, line, "column \"%s\" is missing", *wanted);
    for (size_t i = 1; i < table->column_count; i++)
        for (size_t j = 0; j < i; j++)
            if (table->columns[i].size && text_equal(table->columns[i], table->columns[j]))
                faults_add(faults, table->path, line, "column \"%.*s\" stands there twice",
                           (int)table->columns[i].size, table->columns[i].data);
    return faults->count == before;
}

/* Room for a row of each line from `from` on: counted before, for large tables grow slowly. */
static void make_room(struct tsv *table, size_t from, struct arena *arena) {
    size_t rows = 1;
    for (size_t at = from; (at = text_find(table->text, at, TEXT("\n"))) < table->text.size; at++)
        rows++;
    table->lines = arena_alloc_array_uncleared(arena, rows, sizeof *table->lines);
    table->starts =
        arena_alloc_array_uncleared(arena, rows * (table->column_count + 1), sizeof *table->starts);
}

/* A spreadsheet's own separator where tabs are wanted: the columns would all be missing. */
static bool is_other_separator(struct text line, char separator) {
    size_t cells = 1;
    for (size_t i = 0; i < line.size; i++)
        cells += line.data[i] == separator;
    return cells >= 3 || text_starts(line, "sep=");
}

static bool check_separator(const struct tsv *table, struct text line, size_t number,
                            struct faults *faults) {
    static const char others[] = ";,|";
    for (size_t i = 0; others[i] && table->column_count == 1; i++)
        if (is_other_separator(line, others[i]))
            return faults_add(faults, table->path, number,
                              "columns are separated by '%c', but tabs are wanted; in a "
                              "spreadsheet, save as text with tabs, in UTF-8",
                              text_starts(line, "sep=") && line.size > 4 ? line.data[4]
                                                                         : others[i]);
    return true;
}

/* Takes the line of column names. */
static bool take_columns(struct tsv *table, struct span line, const char *const *wanted,
                         size_t number, struct faults *faults) {
    uint32_t starts[TSV_COLUMNS + 1];
    size_t count = split_line(table->text, line, starts);
    if (count > TSV_COLUMNS)
        return faults_add(faults, table->path, number, "too many columns");
    for (size_t i = 0; i < count; i++)
        table->columns[i] = cell_from(table, starts + i);
    table->column_count = count;
    table->columns_line = number;
    return check_separator(table, text_slice(table->text, line), number, faults) &&
           check_columns(table, wanted, number, faults);
}

/* Takes a row; one that is wrong is told and left out. */
static void take_row(struct tsv *table, struct span line, size_t number, struct faults *faults) {
    uint32_t starts[TSV_COLUMNS + 1];
    size_t count = split_line(table->text, line, starts), places = table->column_count + 1;
    if (span_size(line) > TSV_LINE_MAX) {
        faults_add(faults, table->path, number, "a line of more than %d bytes", TSV_LINE_MAX);
    } else if (memchr(table->text.data + line.start, '\0', span_size(line))) {
        faults_add(faults, table->path, number, "a NUL byte");
    } else if (count != table->column_count) {
        faults_add(faults, table->path, number, "%zu cells, but %zu columns", count,
                   table->column_count);
    } else {
        memcpy(table->starts + table->row_count * places, starts, places * sizeof *starts);
        table->lines[table->row_count++] = number;
    }
}

/* Takes the lines from byte `at` on. */
static bool parse(struct tsv *table, size_t at, const char *const *wanted, struct arena *arena,
                  struct faults *faults) {
    for (size_t number = 1; at < table->text.size; number++) {
        struct span line = line_at(table->text, at, &at);
        if (line.start == line.end || table->text.data[line.start] == '#')
            continue;
        if (table->column_count) {
            take_row(table, line, number, faults);
            continue;
        }
        if (!take_columns(table, line, wanted, number, faults))
            return false;
        make_room(table, at, arena);
    }
    return table->column_count || faults_add(faults, table->path, 1, "no line of column names");
}

/* What is no text in UTF-8 with lines, or too long for places in 32 bits. */
static bool check_bytes(const struct tsv *table, struct faults *faults) {
    struct text text = table->text;
    const char *other = foreign_form(text);
    size_t bad = utf8_check(text);
    if (text.size >= UINT32_MAX)
        return faults_add(faults, table->path, 0, "larger than 4 GiB");
    if (other)
        return faults_add(faults, table->path, 0, "%s", other);
    if (bad < text.size)
        return faults_add(faults, table->path, text_line(text, bad),
                          "invalid UTF-8: the file is in another encoding; save it as UTF-8");
    if (text_find(text, 0, TEXT("\n")) == text.size && text_find(text, 0, TEXT("\r")) < text.size)
        return faults_add(faults, table->path, 1,
                          "lines end with CR alone, as on an old Mac; save them with LF or CRLF");
    return true;
}

bool tsv_open(const char *path, const char *const *wanted, struct arena *arena, struct tsv *out,
              struct faults *faults) {
    struct error cause = {0};
    *out = (struct tsv){.path = arena_copy(arena, text_of(path)).data};
    if (!file_text(path, arena, &out->text, &cause))
        return faults_add(faults, out->path, 0, "%s", cause.message);
    if (!check_bytes(out, faults))
        return false;
    bool marked = text_starts(out->text, "\xEF\xBB\xBF"); /* as spreadsheets do */
    return parse(out, marked ? 3 : 0, wanted, arena, faults);
}

bool tsv_read(const char *folder, const char *name, const char *const *wanted, struct arena *arena,
              struct tsv *out, struct error *error) {
    struct faults faults = {.first = error};
    const char *path = arena_printf(arena, "%s/%s", folder, name).data;
    return tsv_open(path, wanted, arena, out, &faults) && faults.count == 0;
}

bool tsv_has(const struct tsv *table, const char *column) {
    return tsv_column(table, column) < TSV_COLUMNS;
}

size_t tsv_column(const struct tsv *table, const char *column) {
    for (size_t i = 0; i < table->column_count; i++)
        if (text_is(table->columns[i], column))
            return i;
    return TSV_COLUMNS;
}

struct text tsv_cell(const struct tsv *table, size_t row, size_t column) {
    return column < table->column_count
               ? cell_from(table, table->starts + row * (table->column_count + 1) + column)
               : TEXT("");
}

int32_t tsv_number(const struct tsv *table, size_t row, size_t column, int32_t otherwise) {
    int32_t value = decimal_read(tsv_cell(table, row, column));
    return value < 0 ? otherwise : value;
}

bool tsv_row_error(const struct tsv *table, size_t row, struct error *error, const char *format,
                   ...) {
    char message[400];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(message, sizeof message, translate(format), arguments);
    va_end(arguments);
    error_set(error, EXIT_CONFIG, "%s", message);
    error_at(error, table->path, table->lines[row]);
    return false;
}

bool tsv_next_form(struct text *rest, struct text *form) {
    while (rest->size) {
        size_t end = text_find(*rest, 0, TEXT(";"));
        *form = text_trim(text_slice(*rest, (struct span){0, end}));
        *rest = text_slice(*rest, (struct span){end + 1, rest->size});
        if (form->size)
            return true;
    }
    return false;
}
