/* Reads tab-separated tables: see tsv.h. Before: the data folder. After: the table loaders. */
#include <config.h>

#include "tables/tsv.h"

#include <string.h>

#include "base/decimal.h"
#include "base/file.h"
#include "base/foreign.h"
#include "base/utf8.h"

/* Takes the next line, without its end, from *rest. */
static bool next_line(struct text *rest, struct text *line) {
    if (rest->size == 0)
        return false;
    size_t end = text_find(*rest, 0, TEXT("\n"));
    *line = text_slice(*rest, (struct span){0, end});
    *rest = text_slice(*rest, (struct span){end + 1, rest->size});
    if (text_ends(*line, "\r"))
        line->size--;
    return true;
}

/* Splits a line at tabs into at most `room` cells; returns how many there are, more than `room`
 * included. Byte by byte: most cells are short, and the register has a hundred thousand. */
static size_t split_cells(struct text line, struct text *cells, size_t room) {
    const char *at = line.data, *end = line.data + line.size;
    for (size_t count = 0;; at++) {
        const char *start = at;
        while (at < end && *at != '\t')
            at++;
        if (count < room)
            cells[count] = text_trim((struct text){start, (size_t)(at - start)});
        count++;
        if (at == end)
            return count;
    }
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

static void add_row(struct tsv *table, const struct text *cells, size_t line) {
    for (size_t i = 0; i < table->column_count; i++)
        table->cells[table->row_count * table->column_count + i] = cells[i];
    table->lines[table->row_count++] = line;
}

/* Room for a row of each line of `rest`: counted before, for large tables grow slowly. */
static void make_room(struct tsv *table, struct text rest, struct arena *arena) {
    size_t rows = 1;
    for (size_t at = 0; (at = text_find(rest, at, TEXT("\n"))) < rest.size; at++)
        rows++;
    table->lines = arena_alloc_array_uncleared(arena, rows, sizeof *table->lines);
    table->cells =
        arena_alloc_array_uncleared(arena, rows * table->column_count, sizeof *table->cells);
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
static bool take_columns(struct tsv *table, struct text line, const char *const *wanted,
                         size_t number, struct faults *faults) {
    size_t count = split_cells(line, table->columns, TSV_COLUMNS);
    if (count > TSV_COLUMNS)
        return faults_add(faults, table->path, number, "too many columns");
    table->column_count = count;
    table->columns_line = number;
    return check_separator(table, line, number, faults) &&
           check_columns(table, wanted, number, faults);
}

/* Takes a row; one that is wrong is told and left out. */
static void take_row(struct tsv *table, struct text line, size_t number, struct faults *faults) {
    struct text cells[TSV_COLUMNS];
    size_t count = split_cells(line, cells, TSV_COLUMNS);
    if (line.size > TSV_LINE_MAX)
        faults_add(faults, table->path, number, "a line of more than %d bytes", TSV_LINE_MAX);
    else if (memchr(line.data, '\0', line.size))
        faults_add(faults, table->path, number, "a NUL byte");
    else if (count != table->column_count)
        faults_add(faults, table->path, number, "%zu cells, but %zu columns", count,
                   table->column_count);
    else
        add_row(table, cells, number);
}

static bool parse(struct tsv *table, struct text rest, const char *const *wanted,
                  struct arena *arena, struct faults *faults) {
    struct text line;
    for (size_t number = 1; next_line(&rest, &line); number++) {
        if (line.size == 0 || line.data[0] == '#')
            continue;
        if (table->column_count) {
            take_row(table, line, number, faults);
            continue;
        }
        if (!take_columns(table, line, wanted, number, faults))
            return false;
        make_room(table, rest, arena);
    }
    return table->column_count || faults_add(faults, table->path, 1, "no line of column names");
}

/* The number of the line in which the byte stands. */
static size_t line_at(struct text text, size_t at) {
    size_t line = 1;
    for (size_t i = 0; i < at; i++)
        line += text.data[i] == '\n';
    return line;
}

/* What is no text in UTF-8 with lines. */
static bool check_bytes(const struct tsv *table, struct text text, struct faults *faults) {
    const char *other = foreign_form(text);
    size_t bad = utf8_check(text);
    if (other)
        return faults_add(faults, table->path, 0, "%s", other);
    if (bad < text.size)
        return faults_add(faults, table->path, line_at(text, bad),
                          "invalid UTF-8: the file is in another encoding; save it as UTF-8");
    if (text_find(text, 0, TEXT("\n")) == text.size && text_find(text, 0, TEXT("\r")) < text.size)
        return faults_add(faults, table->path, 1,
                          "lines end with CR alone, as on an old Mac; save them with LF or CRLF");
    return true;
}

bool tsv_open(const char *path, const char *const *wanted, struct arena *arena, struct tsv *out,
              struct faults *faults) {
    struct buffer bytes = {0};
    struct error cause = {0};
    *out = (struct tsv){.path = arena_copy(arena, text_of(path)).data};
    bool read = file_read(path, 0, &bytes, &cause);
    struct text text = arena_copy(arena, buffer_view(&bytes));
    buffer_free(&bytes);
    if (!read)
        return faults_add(faults, out->path, 0, "%s", cause.message);
    if (!check_bytes(out, text, faults))
        return false;
    if (text_starts(text, "\xEF\xBB\xBF")) /* a spreadsheet's byte-order mark */
        text = text_slice(text, (struct span){3, text.size});
    return parse(out, text, wanted, arena, faults);
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
    return column < table->column_count ? table->cells[row * table->column_count + column]
                                        : TEXT("");
}

int32_t tsv_number(const struct tsv *table, size_t row, size_t column, int32_t otherwise) {
    int32_t value = decimal_read(tsv_cell(table, row, column));
    return value < 0 ? otherwise : value;
}

bool tsv_row_error(const struct tsv *table, size_t row, struct error *error, const char *what) {
    error_set(error, EXIT_CONFIG, "%s", what);
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
