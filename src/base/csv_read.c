/* Reading a table that a spreadsheet saved: see csv_read.h. Below every stage. */
#include <config.h>

#include "base/csv_read.h"

#include <string.h>

#include "base/translate.h"
#include "base/utf8.h"

static bool refuse(struct csv_reader *reader, struct error *error, size_t line, const char *what) {
    reader->refused = what;
    error_set(error, EXIT_CONFIG, "%s", translate(what));
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

char csv_separator(struct text bytes, size_t *head) {
    *head = text_starts(bytes, "\xEF\xBB\xBF") ? 3 : 0;
    struct text first = text_slice(bytes, (struct span){*head, line_end(bytes, *head)});
    if (first.size != 5 || !text_starts(first, "sep="))
        return guess_separator(bytes, *head);
    struct csv_reader reader = {.bytes = bytes, .at = *head + first.size};
    skip_line_end(&reader);
    *head = reader.at;
    return first.data[4];
}

bool csv_reader_open(struct csv_reader *reader, struct text bytes, struct error *error) {
    *reader = (struct csv_reader){.bytes = bytes, .line = 1};
    const char *zero = bytes.size ? memchr(bytes.data, 0, bytes.size) : NULL;
    if (zero)
        return refuse(reader, error, count_lines(bytes, (size_t)(zero - bytes.data)),
                      N_("holds a NUL byte; save the table as CSV in UTF-8"));
    size_t bad = utf8_check(bytes);
    if (bad < bytes.size)
        return refuse(reader, error, count_lines(bytes, bad),
                      N_("is not UTF-8; save the table as CSV in UTF-8"));
    reader->separator = csv_separator(bytes, &reader->at);
    reader->line += reader->at > 3; /* the line "sep=;" */
    return true;
}

/* Characters with which a formula begins, and their full-width forms, which some spreadsheets take
 * for the same. Tab and carriage return are here because what follows them may be read as another
 * cell. */
static bool starts_formula(uint32_t c) {
    return c == '=' || c == '+' || c == '-' || c == '@' || c == '\t' || c == '\r' || c == 0xFF1D ||
           c == 0xFF0B || c == 0xFF0D || c == 0xFF20;
}

/* The first character after spaces and quotation marks decides, since readers differ in what they
 * trim. */
bool csv_is_formula(struct text text) {
    for (size_t at = 0, size; at < text.size; at += size) {
        uint32_t c = utf8_decode(text, at, &size);
        if (starts_formula(c))
            return true;
        if (c != '"' && c != '\'' && c != '\n' && !utf8_is_space(c) && !utf8_is_ignorable(c))
            return false;
    }
    return false;
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

/* A cell; what stands behind the closing mark of a quoted one, up to the separator, is dropped, and
 * *loose tells that it was more than blanks. */
static bool read_cell(struct csv_reader *reader, struct arena *arena, struct text *cell,
                      bool *loose) {
    size_t start = reader->at;
    bool quoted = start < reader->bytes.size && reader->bytes.data[start] == '"';
    if (quoted) {
        reader->at++;
        if (!read_quoted(reader, arena, cell))
            return false;
    }
    for (; !ends_cell(reader); reader->at++)
        *loose |= quoted && reader->bytes.data[reader->at] != ' ';
    if (!quoted)
        *cell = text_slice(reader->bytes, (struct span){start, reader->at});
    *cell = undo_neutralised(*cell);
    return true;
}

bool csv_reader_next(struct csv_reader *reader, struct arena *arena, struct csv_row *row,
                     struct error *error) {
    row->count = 0;
    row->line = reader->line;
    row->loose = false;
    if (reader->at >= reader->bytes.size)
        return false;
    for (;;) {
        if (row->count == CSV_CELLS)
            return refuse(reader, error, row->line, N_("a row of more than 256 cells"));
        if (!read_cell(reader, arena, &row->cells[row->count++], &row->loose))
            return refuse(reader, error, row->line,
                          N_("a quotation mark is opened and never closed"));
        if (reader->at >= reader->bytes.size || reader->bytes.data[reader->at] != reader->separator)
            break;
        reader->at++;
    }
    skip_line_end(reader);
    return true;
}

size_t csv_scan_row(struct csv_scan *scan, char separator, struct text bytes, bool *ended) {
    *ended = false;
    for (size_t i = 0; i < bytes.size; i++) {
        char c = bytes.data[i];
        if (scan->state == CSV_QUOTED) {
            const char *mark = memchr(bytes.data + i, '"', bytes.size - i);
            if (!mark)
                break;
            i = (size_t)(mark - bytes.data);
            scan->state = CSV_MARK; /* closing, or the first of a pair */
        } else if (c == '"' && scan->state != CSV_BARE) {
            scan->state = CSV_QUOTED;
        } else if (c == '\n' || c == '\r') {
            *ended = true;
            return i;
        } else {
            scan->state = c == separator ? CSV_CELL_START : CSV_BARE;
        }
    }
    return bytes.size;
}
