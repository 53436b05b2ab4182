/* Reading a table that a spreadsheet saved: see csv_read.h. Before: bytes. After:
 * decision_file.c. */
#include <config.h>

#include "summary/csv_read.h"

#include <string.h>

#include "base/utf8.h"
#include "summary/csv_cells.h"

static bool refuse(struct error *error, size_t line, const char *what) {
    error_set(error, EXIT_CONFIG, "%s", what);
    error_at(error, "", line);
    return false;
}

static size_t count_lines(struct text text, size_t end) {
    size_t lines = 1;
    for (size_t i = 0; i < end; i++)
        lines += text.data[i] == '\n';
    return lines;
}

/* The end of the line that begins at `at`, before its end mark. */
static size_t line_end(struct text bytes, size_t at) {
    while (at < bytes.size && bytes.data[at] != '\n' && bytes.data[at] != '\r')
        at++;
    return at;
}

/* The separator that the first line has most of outside of quotation marks; the first of equals. */
static char guess_separator(struct text bytes, size_t at) {
    static const char candidates[] = ",;\t";
    size_t counts[3] = {0}, end = line_end(bytes, at), best = 0;
    bool quoted = false;
    for (; at < end; at++) {
        const char *found = bytes.data[at] ? strchr(candidates, bytes.data[at]) : NULL;
        quoted ^= bytes.data[at] == '"';
        if (found && !quoted)
            counts[found - candidates]++;
    }
    for (size_t i = 1; i < 3; i++)
        if (counts[i] > counts[best])
            best = i;
    return candidates[best];
}

/* Steps over the end mark of a line. */
static void skip_line_end(struct csv_reader *reader) {
    struct text bytes = reader->bytes;
    if (reader->at >= bytes.size)
        return;
    bool pair = bytes.data[reader->at] == '\r' && reader->at + 1 < bytes.size &&
                bytes.data[reader->at + 1] == '\n';
    reader->at += pair ? 2 : 1;
    reader->line++;
}

bool csv_reader_open(struct csv_reader *reader, struct text bytes, struct error *error) {
    *reader = (struct csv_reader){.bytes = bytes, .line = 1};
    const char *zero = bytes.size ? memchr(bytes.data, 0, bytes.size) : NULL;
    if (zero)
        return refuse(error, count_lines(bytes, (size_t)(zero - bytes.data)),
                      "holds a NUL byte; save the table as CSV in UTF-8");
    size_t bad = utf8_check(bytes);
    if (bad < bytes.size)
        return refuse(error, count_lines(bytes, bad),
                      "is not UTF-8; save the table as CSV in UTF-8");
    if (text_starts(bytes, "\xEF\xBB\xBF"))
        reader->at = 3;
    struct text first = text_slice(bytes, (struct span){reader->at, line_end(bytes, reader->at)});
    bool named = first.size == 5 && text_starts(first, "sep=");
    if (named) {
        reader->at += first.size;
        skip_line_end(reader);
    }
    reader->separator = named ? first.data[4] : guess_separator(bytes, reader->at);
    return true;
}

/* The cell as whoever wrote it meant it. */
static struct text undo_neutralised(struct text cell) {
    struct text rest = text_slice(cell, (struct span){1, cell.size});
    if (text_starts(cell, "'") && csv_is_formula(rest))
        return rest;
    bool wrapped = cell.size >= 3 && text_starts(cell, "=\"") && text_ends(cell, "\"");
    return wrapped ? text_slice(cell, (struct span){2, cell.size - 1}) : cell;
}

/* A cell in quotation marks, the reader behind the opening one. Its marks are undoubled in a copy
 * where there are any. */
static bool read_quoted(struct csv_reader *reader, struct arena *arena, struct text *cell) {
    size_t start = reader->at, doubled = 0;
    struct text bytes = reader->bytes;
    for (;; reader->at++) {
        if (reader->at >= bytes.size)
            return false;
        char c = bytes.data[reader->at];
        bool pair = c == '"' && reader->at + 1 < bytes.size && bytes.data[reader->at + 1] == '"';
        if (c == '"' && !pair)
            break;
        doubled += pair;
        reader->at += pair;
        reader->line += c == '\n';
    }
    *cell = text_slice(bytes, (struct span){start, reader->at++});
    if (doubled == 0)
        return true;
    char *copy = arena_alloc_uncleared(arena, cell->size - doubled);
    size_t used = 0;
    for (size_t i = 0; i < cell->size; i++) {
        copy[used++] = cell->data[i];
        i += cell->data[i] == '"';
    }
    *cell = (struct text){copy, used};
    return true;
}

static bool ends_cell(const struct csv_reader *reader) {
    if (reader->at >= reader->bytes.size)
        return true;
    char c = reader->bytes.data[reader->at];
    return c == reader->separator || c == '\n' || c == '\r';
}

/* A cell; what stands behind the closing mark of a quoted one, up to the separator, is dropped. */
static bool read_cell(struct csv_reader *reader, struct arena *arena, struct text *cell) {
    size_t start = reader->at;
    bool quoted = start < reader->bytes.size && reader->bytes.data[start] == '"';
    if (quoted) {
        reader->at++;
        if (!read_quoted(reader, arena, cell))
            return false;
    }
    while (!ends_cell(reader))
        reader->at++;
    if (!quoted)
        *cell = text_slice(reader->bytes, (struct span){start, reader->at});
    *cell = undo_neutralised(*cell);
    return true;
}

bool csv_reader_next(struct csv_reader *reader, struct arena *arena, struct csv_row *row,
                     struct error *error) {
    row->count = 0;
    row->line = reader->line;
    if (reader->at >= reader->bytes.size)
        return false;
    for (;;) {
        if (row->count == CSV_CELLS)
            return refuse(error, row->line, "a row of more than 256 cells");
        if (!read_cell(reader, arena, &row->cells[row->count++]))
            return refuse(error, row->line, "a quotation mark is opened and never closed");
        if (reader->at >= reader->bytes.size || reader->bytes.data[reader->at] != reader->separator)
            break;
        reader->at++;
    }
    skip_line_end(reader);
    return true;
}
