/* Reads tab-separated tables: see tsv.h. Before: the data folder. After: the table loaders. */
#include <config.h>

#include "tables/tsv.h"

#include <stdio.h>

#include "base/file.h"
#include "base/utf8.h"

static bool bad_table(struct error *error, const char *path, size_t line, const char *what) {
    error_set(error, EXIT_CONFIG, "%s", what);
    error_at(error, path, line);
    return false;
}

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
 * included. */
static size_t split_cells(struct text line, struct text *cells, size_t room) {
    size_t count = 0;
    for (size_t start = 0; start <= line.size; count++) {
        size_t end = text_find(line, start, TEXT("\t"));
        if (count < room)
            cells[count] = text_trim(text_slice(line, (struct span){start, end}));
        start = end + 1;
    }
    return count;
}

static bool check_columns(const struct tsv *table, const char *const *wanted, size_t line,
                          struct error *error) {
    for (; *wanted; wanted++) {
        if (tsv_column(table, *wanted) < table->column_count)
            continue;
        char what[128];
        snprintf(what, sizeof what, "column \"%s\" is missing", *wanted);
        return bad_table(error, table->path, line, what);
    }
    return true;
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
    table->lines = arena_alloc_array(arena, rows, sizeof *table->lines);
    table->cells = arena_alloc_array(arena, rows * table->column_count, sizeof *table->cells);
}

static bool parse(struct tsv *table, struct text rest, const char *const *wanted,
                  struct arena *arena, struct error *error) {
    struct text line, cells[TSV_COLUMNS];
    for (size_t number = 1; next_line(&rest, &line); number++) {
        if (line.size == 0 || line.data[0] == '#')
            continue;
        size_t count = split_cells(line, cells, TSV_COLUMNS);
        if (count > TSV_COLUMNS)
            return bad_table(error, table->path, number, "too many columns");
        if (table->column_count == 0) {
            table->column_count = count;
            for (size_t i = 0; i < count; i++)
                table->columns[i] = cells[i];
            if (!check_columns(table, wanted, number, error))
                return false;
            make_room(table, rest, arena);
        } else if (count != table->column_count) {
            return bad_table(error, table->path, number, "another number of cells than columns");
        } else {
            add_row(table, cells, number);
        }
    }
    return table->column_count ? true : bad_table(error, table->path, 1, "no line of column names");
}

bool tsv_read(const char *folder, const char *name, const char *const *wanted, struct arena *arena,
              struct tsv *out, struct error *error) {
    struct buffer bytes = {0};
    *out = (struct tsv){0};
    out->path = arena_printf(arena, "%s/%s", folder, name).data;
    struct error cause = {0};
    if (!file_read(out->path, 0, &bytes, &cause)) {
        buffer_free(&bytes);
        return bad_table(error, out->path, 0, cause.message);
    }
    struct text text = arena_copy(arena, buffer_view(&bytes));
    buffer_free(&bytes);
    size_t bad = utf8_check(text);
    if (bad < text.size) {
        size_t line = 1;
        for (size_t i = 0; i < bad; i++)
            line += text.data[i] == '\n';
        return bad_table(error, out->path, line, "invalid UTF-8");
    }
    return parse(out, text, wanted, arena, error);
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
    struct text cell = tsv_cell(table, row, column);
    int32_t value = 0;
    if (cell.size == 0 || cell.size > 9)
        return otherwise;
    for (size_t i = 0; i < cell.size; i++) {
        if (cell.data[i] < '0' || cell.data[i] > '9')
            return otherwise;
        value = value * 10 + (cell.data[i] - '0');
    }
    return value;
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
