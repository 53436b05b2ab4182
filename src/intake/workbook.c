/* Workbooks: see workbook.h. intake.c stands before it, table.c and record.c after it. */
#include <config.h>

#include "intake/workbook.h"

#include <string.h>

#include "base/date.h"
#include "base/decimal.h"
#include "base/json_write.h"
#include "base/memory.h"
#include "intake/sheet.h"
#include "intake/strings.h"
#include "intake/table.h"
#include "intake/workbook_parts.h"

/* Rows of a sheet in which headings are looked for: titles may stand above them. */
#define HEADINGS_WITHIN 10

/* Bytes that all cells may have together: a shared string may stand in every row. */
#define CELLS_MOST ((size_t)1024 * 1024 * 1024)

struct workbook {
    struct archive *archive;
    size_t limit;
    struct arena arena; /* of the names of its parts */
    struct workbook_parts parts;
    struct strings strings;
    struct sheet sheet;
    struct table table;
    struct text cells[SHEET_CELLS]; /* of the row under way */
    bool numbers[SHEET_CELLS];      /* they were written as numbers */
    size_t count;                   /* of the cells, gaps included */
    size_t resolved;                /* bytes of all cells so far */
};

bool workbook_is(const struct archive *archive) { return archive_has(archive, WORKBOOK_PART); }

/* The bytes that a cell's text has. */
static struct text cell_bytes(const struct workbook *workbook, const struct sheet_cell *cell) {
    struct text value = text_slice(buffer_view(&workbook->sheet.text), cell->value);
    if (cell->kind != CELL_SHARED)
        return value;
    int number = decimal_read(text_trim(value));
    return number < 0 ? TEXT("") : strings_get(&workbook->strings, (size_t)number);
}

/* Puts a row's texts into workbook->cells. False if they are longer than the limit. */
static bool fill_cells(struct workbook *workbook, const struct sheet_row *row,
                       struct arena *arena) {
    size_t bytes = 0, *count = &workbook->count;
    *count = 0;
    for (size_t i = row->first; i < row->end; i++) {
        const struct sheet_cell *cell = &workbook->sheet.cells[i];
        struct text text = cell_bytes(workbook, cell);
        bytes += text.size;
        workbook->resolved += text.size;
        if (row->over || bytes > workbook->limit)
            return false;
        for (; *count <= cell->column; ++*count)
            workbook->cells[*count] = TEXT("");
        if (text_trim(text).size > 0)
            workbook->cells[cell->column] = strings_decode(text, arena);
        workbook->numbers[cell->column] = cell->kind == CELL_NUMBER;
    }
    return !row->over;
}

/* Days that a workbook counts from 31 December 1899 as the day before the first; it takes 1900 for
 * a leap year, so that the count is right from March 1900 on. */
#define EXCEL_EPOCH (-25569) /* 30 December 1899, in days since 1970 */
#define DAYS_TO_1904 1462

/* Counts that may be dates of articles, 1954 to 2119; 20240805 is no count, nor is a year. */
#define SERIAL_LEAST 20000
#define SERIAL_MOST 80000

/* A date that is written as a count of days, with a fraction for the time of day; else the text. */
static struct text date_text(const struct workbook *workbook, struct text number,
                             struct arena *arena) {
    size_t point = text_find(number, 0, TEXT("."));
    int days = decimal_read(text_slice(number, (struct span){0, point}));
    char date[DATE_SIZE];
    days += days > 0 && workbook->parts.from_1904 ? DAYS_TO_1904 : 0;
    if (days < SERIAL_LEAST || days > SERIAL_MOST)
        return number;
    date_format(date_from_days(days + EXCEL_EPOCH), date);
    return text_of(arena_cstring(arena, text_of(date)));
}

/* Dates as text, in the columns that hold them. */
static void write_dates(struct workbook *workbook, struct arena *arena) {
    const struct record_columns *columns = &workbook->table.columns;
    for (size_t i = 0; i < columns->count; i++) {
        size_t at = columns->at[i].at;
        if (columns->at[i].field == FIELD_PUBLISHED && at < workbook->count &&
            workbook->numbers[at])
            workbook->cells[at] = date_text(workbook, workbook->cells[at], arena);
    }
}

struct text workbook_raw(const struct workbook *workbook, struct arena *arena) {
    const struct record_columns *columns = &workbook->table.columns;
    struct buffer out = {0};
    struct json_writer json = {.out = &out};
    bool written[FIELDS] = {false};
    json_open_object(&json);
    for (size_t i = 0; i < columns->count; i++) {
        struct record_column column = columns->at[i];
        if (column.at >= workbook->count || written[column.field] ||
            workbook->cells[column.at].size == 0)
            continue;
        json_member_text(&json, record_field_name(column.field), workbook->cells[column.at]);
        written[column.field] = true;
    }
    json_close_object(&json);
    struct text raw = arena_copy(arena, buffer_view(&out));
    buffer_free(&out);
    return raw;
}

/* Looks for headings in the sheet that is open. *fault is set where it is damaged, or holds facts.
 */
static bool find_headings(struct workbook *workbook, struct arena *arena, struct notes *notes,
                          struct fault *fault) {
    for (size_t i = 0; i < HEADINGS_WITHIN; i++) {
        const struct sheet_row *row;
        struct fault none = {0};
        if (!sheet_next(&workbook->sheet, &row, fault) || !row)
            return false;
        if (!fill_cells(workbook, row, arena))
            continue;
        if (table_begin(&workbook->table, workbook->cells, workbook->count, arena, notes, &none))
            return true;
        if (strcmp(none.reason, "not_articles") == 0) {
            *fault = none;
            return false;
        }
    }
    return false;
}

/* Opens the first sheet that has headings. */
static bool find_sheet(struct workbook *workbook, struct arena *arena, struct notes *notes,
                       struct fault *fault) {
    const struct workbook_parts *parts = &workbook->parts;
    for (size_t i = 0; i < parts->sheet_count && !fault->reason; i++) {
        const char *part = parts->sheets[i].part;
        if (!part || !archive_has(workbook->archive, part))
            continue;
        sheet_close(&workbook->sheet);
        if (sheet_open(&workbook->sheet, workbook->archive, part, workbook->limit, fault) &&
            find_headings(workbook, arena, notes, fault))
            return true;
    }
    return fault_set(fault, "no_text", 0,
                     "no column holds the text: the first rows of its sheets name none of text, "
                     "content, body, isi");
}

struct workbook *workbook_open(struct archive *archive, size_t limit, struct arena *arena,
                               struct notes *notes, struct fault *fault) {
    struct workbook *workbook = memory_alloc_array(1, sizeof *workbook);
    workbook->archive = archive;
    workbook->limit = limit;
    bool good = workbook_parts_read(&workbook->parts, archive, &workbook->arena, fault);
    const char *strings = workbook->parts.strings;
    if (good && strings && archive_has(archive, strings))
        good = strings_read(&workbook->strings, archive, strings, fault);
    if (good && find_sheet(workbook, arena, notes, fault))
        return workbook;
    workbook_free(workbook);
    return NULL;
}

enum workbook_result workbook_next(struct workbook *workbook, struct arena *arena,
                                   struct record *record, size_t *number, struct fault *fault) {
    const struct sheet_row *row;
    for (;;) {
        bool good = sheet_next(&workbook->sheet, &row, fault);
        *number = workbook->sheet.number;
        workbook->count = 0;
        if (!good)
            return WORKBOOK_BROKEN;
        if (!row)
            return WORKBOOK_END;
        *number = row->number;
        if (workbook->resolved > CELLS_MOST) {
            fault_set(fault, "too_large", 0, "its cells hold more than 1 GiB together");
            return WORKBOOK_BROKEN;
        }
        if (!fill_cells(workbook, row, arena)) {
            fault_set(fault, "too_large", 0, "the row is larger than the limit");
            return WORKBOOK_FAULT;
        }
        write_dates(workbook, arena);
        enum table_row read =
            table_read(&workbook->table, workbook->cells, workbook->count, arena, record, fault);
        if (read == TABLE_NOTHING)
            continue;
        return read == TABLE_RECORD ? WORKBOOK_RECORD : WORKBOOK_FAULT;
    }
}

void workbook_free(struct workbook *workbook) {
    if (!workbook)
        return;
    sheet_close(&workbook->sheet);
    strings_free(&workbook->strings);
    arena_free(&workbook->arena);
    memory_free(workbook);
}
