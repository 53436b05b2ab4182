/* The rows of one sheet: see sheet.h. */
#include <config.h>

#include "intake/sheet.h"

#include <string.h>

#include "base/ascii.h"
#include "base/decimal.h"
#include "base/memory.h"

/* Bytes that a sheet may have unpacked; a million rows of usual articles are less where their texts
 * are shared strings. */
#define SHEET_MOST ((size_t)1024 * 1024 * 1024)

/* More rows than any program writes (2^20). */
#define ROWS_MOST ((size_t)1 << 24)

/* The number that a row or cell has, if it says one that is later than the last; else the next. */
static size_t row_number(const struct sheet *sheet, const char *written) {
    size_t number = 0;
    for (; written && ascii_is_digit(*written) && number < ROWS_MOST; written++)
        number = number * 10 + (size_t)(*written - '0');
    return number > sheet->number && number < ROWS_MOST ? number : sheet->number + 1;
}

/* The column of a cell named such as AB12, from 0; `otherwise` if it says none. */
static size_t column_of(const char *name, size_t otherwise) {
    size_t column = 0;
    for (; name && ascii_is_upper(*name) && column < SHEET_CELLS * 26; name++)
        column = column * 26 + (size_t)(*name - 'A') + 1;
    return column > 0 ? column - 1 : otherwise;
}

static void begin_cell(struct sheet *sheet, const char *const *attributes) {
    struct text kind = text_of(markup_attribute(attributes, "t"));
    sheet->column = column_of(markup_attribute(attributes, "r"), sheet->column);
    sheet->kind = text_is(kind, "s")                     ? CELL_SHARED
                  : kind.size == 0 || text_is(kind, "n") ? CELL_NUMBER
                                                         : CELL_TEXT;
    sheet->is_error = text_is(kind, "e"); /* #N/A */
    sheet->in_cell = true;
    sheet->cell_start = sheet->text.size;
}

static void begin_row(struct sheet *sheet, const char *const *attributes) {
    sheet->number = row_number(sheet, markup_attribute(attributes, "r"));
    sheet->in_row = true;
    sheet->over = false;
    sheet->column = 0;
    sheet->row_start = sheet->text.size;
    sheet->rows =
        memory_grow(sheet->rows, sheet->row_count, sizeof *sheet->rows, &sheet->row_capacity);
    sheet->rows[sheet->row_count] =
        (struct sheet_row){.number = sheet->number, .first = sheet->cell_count};
}

static void open_element(void *context, const char *name, const char *const *attributes) {
    struct sheet *sheet = context;
    if (strcmp(name, "row") == 0 && !sheet->in_row)
        begin_row(sheet, attributes);
    else if (strcmp(name, "c") == 0 && sheet->in_row && !sheet->in_cell)
        begin_cell(sheet, attributes);
    else if (strcmp(name, "rPh") == 0)
        sheet->aside = true;
    bool value = strcmp(name, "v") == 0 || strcmp(name, "t") == 0;
    sheet->writing = value && sheet->in_cell && !sheet->aside;
}

static void end_cell(struct sheet *sheet) {
    bool kept =
        sheet->text.size > sheet->cell_start && sheet->column < SHEET_CELLS && !sheet->is_error;
    if (kept) {
        sheet->cells = memory_grow(sheet->cells, sheet->cell_count, sizeof *sheet->cells,
                                   &sheet->cell_capacity);
        sheet->cells[sheet->cell_count++] =
            (struct sheet_cell){sheet->column, sheet->kind, {sheet->cell_start, sheet->text.size}};
    } else {
        sheet->text.size = sheet->cell_start;
    }
    sheet->column++;
    sheet->in_cell = false;
}

static void end_row(struct sheet *sheet) {
    struct sheet_row *row = &sheet->rows[sheet->row_count];
    row->end = sheet->cell_count;
    row->over = sheet->over;
    sheet->row_count += row->end > row->first || row->over;
    sheet->in_row = sheet->in_cell = false;
}

static void close_element(void *context, const char *name) {
    struct sheet *sheet = context;
    sheet->writing = false;
    if (strcmp(name, "rPh") == 0)
        sheet->aside = false;
    else if (strcmp(name, "c") == 0 && sheet->in_cell)
        end_cell(sheet);
    else if (strcmp(name, "row") == 0 && sheet->in_row)
        end_row(sheet);
}

static void take_text(void *context, struct text text) {
    struct sheet *sheet = context;
    if (!sheet->writing || sheet->over)
        return;
    sheet->over = text.size > sheet->limit - (sheet->text.size - sheet->row_start);
    if (!sheet->over)
        buffer_text(&sheet->text, text);
}

bool sheet_open(struct sheet *sheet, struct archive *archive, const char *name, size_t limit,
                struct fault *fault) {
    sheet->limit = limit;
    sheet->sink = (struct markup_sink){sheet, open_element, close_element, take_text, NULL};
    return part_open(&sheet->part, archive, name, SHEET_MOST, &sheet->sink, fault);
}

/* Drops the rows that were given; what of a row is under way moves to the front. */
static void drop_given(struct sheet *sheet) {
    if (sheet->next < sheet->row_count || sheet->next == 0)
        return;
    struct sheet_row under_way = sheet->in_row ? sheet->rows[sheet->row_count]
                                               : (struct sheet_row){.first = sheet->cell_count};
    size_t cells = sheet->cell_count - under_way.first;
    size_t from = sheet->in_row ? sheet->row_start : sheet->text.size;
    if (cells > 0)
        memmove(sheet->cells, sheet->cells + under_way.first, cells * sizeof *sheet->cells);
    for (size_t i = 0; i < cells; i++) {
        sheet->cells[i].value.start -= from;
        sheet->cells[i].value.end -= from;
    }
    if (sheet->text.size > from)
        memmove(sheet->text.data, sheet->text.data + from, sheet->text.size - from);
    sheet->text.size -= from;
    sheet->cell_start -= sheet->in_cell ? from : 0;
    sheet->row_start = 0;
    sheet->cell_count = cells;
    under_way.first = 0;
    sheet->rows[0] = under_way;
    sheet->row_count = sheet->next = 0;
}

bool sheet_next(struct sheet *sheet, const struct sheet_row **row, struct fault *fault) {
    *row = NULL;
    drop_given(sheet);
    while (sheet->next == sheet->row_count && !sheet->ended)
        if (!part_step(&sheet->part, &sheet->ended, fault)) {
            sheet->ended = true;
            return false;
        }
    if (sheet->next < sheet->row_count)
        *row = &sheet->rows[sheet->next++];
    return true;
}

void sheet_close(struct sheet *sheet) {
    part_close(&sheet->part);
    buffer_free(&sheet->text);
    memory_free(sheet->cells);
    memory_free(sheet->rows);
    *sheet = (struct sheet){0};
}
