/* Telling formats apart: see format.h. */
#include <config.h>

#include "intake/format.h"

#include <string.h>

#include "base/csv_read.h"
#include "intake/record.h"

/* Bytes looked at for UTF-16 without a mark. */
#define SAMPLE 512

/* A longer first line is no row of headings. */
#define HEADING_MOST 4096

static bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

static size_t skip_space(struct text text, size_t at) {
    while (at < text.size && is_space(text.data[at]))
        at++;
    return at;
}

size_t format_mark_size(struct text head) { return text_starts(head, "\xEF\xBB\xBF") ? 3 : 0; }

bool format_is_utf16(struct text head, bool *little) {
    if (head.size < 2)
        return false;
    *little = text_starts(head, "\xFF\xFE");
    if (*little || text_starts(head, "\xFE\xFF"))
        return true;
    size_t sample = (head.size < SAMPLE ? head.size : SAMPLE) & ~(size_t)1, nul[2] = {0, 0};
    for (size_t i = 0; i < sample; i++)
        nul[i % 2] += head.data[i] == '\0';
    *little = nul[1] > 0;
    size_t units = sample / 2;
    return (nul[0] == 0) != (nul[1] == 0) && (nul[0] + nul[1]) * 10 >= units * 7;
}

/* The line that begins at or after `at`, blank ones skipped and trimmed; *next is where the one
 * after it begins. */
static struct text line_at(struct text text, size_t at, size_t *next) {
    at = skip_space(text, at);
    const char *start = text.data + at, *end = memchr(start, '\n', text.size - at);
    size_t size = end ? (size_t)(end - start) : text.size - at;
    *next = at + size;
    return text_trim((struct text){start, size});
}

/* Objects: one a line, or spread over lines? Spread out, the second line begins no object. */
static enum slicer_mode tell_objects(struct text head, size_t at) {
    size_t next;
    struct text first = line_at(head, at, &next), second = line_at(head, next, &next);
    bool whole_line = text_ends(first, "}") && first.size > 1;
    return whole_line || text_starts(second, "{") ? SLICER_LINES : SLICER_VALUES;
}

/* True if `head` begins as a JSON object or array of objects, not just as a text with a bracket. */
static bool begins_json(struct text head, size_t at) {
    char c = at < head.size ? head.data[at] : '\0';
    size_t second = skip_space(head, at + 1);
    char d = second < head.size ? head.data[second] : '\0';
    return (c == '{' && (d == '"' || d == '}')) || (c == '[' && (d == '{' || d == ']'));
}

/* True if `head` begins as a page, from `at` on. */
static bool begins_page(struct text head, size_t at) {
    static const char *const beginnings[] = {"<!doctype html", "<html"};
    for (size_t i = 0; i < sizeof beginnings / sizeof *beginnings; i++) {
        struct text beginning = text_of(beginnings[i]);
        struct text piece = text_slice(head, (struct span){at, at + beginning.size});
        if (text_equal_ascii_nocase(piece, beginning))
            return true;
    }
    return false;
}

/* True if the first line names the text and another field of records, as a table's does. */
static bool begins_table(struct text head) {
    size_t begin, next;
    struct csv_row *row = NULL;
    struct csv_reader reader = {.line = 1, .separator = csv_separator(head, &begin)};
    reader.bytes = line_at(head, begin, &next);
    if (reader.bytes.size == 0 || reader.bytes.size > HEADING_MOST)
        return false;
    struct arena arena = {0};
    struct error error = {0};
    struct record_columns columns;
    struct notes notes = {0};
    row = arena_alloc(&arena, sizeof *row);
    bool table = csv_reader_next(&reader, &arena, row, &error) &&
                 record_columns_tell(row->cells, row->count, &arena, &columns, &notes) &&
                 columns.count > 1;
    arena_free(&arena);
    return table;
}

static enum content tell_content(enum input_format format, struct text head, size_t at) {
    switch (format) {
    case INPUT_JSON:
    case INPUT_LINES:
        return CONTENT_JSON;
    case INPUT_TEXT:
        return CONTENT_PLAIN;
    case INPUT_PAGE:
        return CONTENT_PAGE;
    case INPUT_TABLE:
        return CONTENT_TABLE;
    case INPUT_ARCHIVE:
        return CONTENT_ARCHIVE;
    case INPUT_UNKNOWN:
        break;
    }
    return begins_json(head, at)             ? CONTENT_JSON
           : text_starts(head, "PK\x03\x04") ? CONTENT_ARCHIVE
           : begins_page(head, at)           ? CONTENT_PAGE
           : begins_table(head)              ? CONTENT_TABLE
                                             : CONTENT_PLAIN;
}

enum slicer_mode format_tell(enum input_format format, struct text head, enum content *content) {
    size_t at = skip_space(head, format_mark_size(head));
    *content = tell_content(format, head, at);
    bool little;
    if (*content == CONTENT_TABLE)
        return SLICER_ROWS;
    if (*content != CONTENT_JSON || format_is_utf16(head, &little))
        return SLICER_WHOLE;
    if (at < head.size && head.data[at] == '[')
        return SLICER_ARRAY;
    if (format == INPUT_LINES)
        return SLICER_LINES;
    return tell_objects(head, at);
}
