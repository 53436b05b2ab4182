/* A workbook: see spreadsheet.h. Before: report_tables.c. */
#include <config.h>

#include "cli/spreadsheet.h"

#if defined HAVE_LIBXLSXWRITER && defined HAVE_LIBZIP

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/translate.h"
#include "base/utf8.h"
#include "cli/spreadsheet_check.h"

#define CELL_LENGTH 32767 /* UTF-16 units that Excel allows in a cell */
#define EPOCH 25569       /* 1970-01-01 in a workbook, which counts days from 1900 */
#define SHEETS 8
#define COLUMNS 64
#define HEADING 24 /* bytes of a heading, with NUL */

/* How columns look that are not of the usual width. */
static const struct look {
    const char *heading;
    double width; /* in characters of the default font */
    bool wraps;   /* its text may be long: several lines */
} looks[] = {{"article", 24, false},     {"region", 26, false},    {"speaker", 26, false},
             {"name", 26, false},        {"position", 32, true},   {"institution", 28, true},
             {"addressee", 24, true},    {"topics", 22, true},     {"text", 70, true},
             {"sentence", 70, true},     {"title", 50, true},      {"note", 50, true},
             {"flags", 30, true},        {"reason", 50, true},     {"value", 30, true},
             {"publisher", 24, false},   {"source", 24, false},    {"author", 20, false},
             {"url", 40, false},         {"also", 20, true},       {"stories", 20, true},
             {"replaced_by", 16, false}, {"suggestion", 16, false}};

#define USUAL_WIDTH 12.0

struct spreadsheet {
    struct table_sink sink;
    struct arena arena; /* of what libxlsxwriter borrows */
    lxw_workbook *workbook;
    lxw_worksheet *sheet; /* the one under way; NULL before the first */
    lxw_format *head, *plain, *wrapped, *day;
    const char *path; /* of the file being written, temporary */
    bool wraps[COLUMNS];
    size_t columns;
    size_t row, column; /* the next cell's */
    size_t sheets, characters[SHEETS];
    struct spreadsheet_losses losses;
    bool failed;
    int cause; /* of what could not be written; 0: not known */
    struct buffer scratch;
};

bool spreadsheet_is_there(void) { return true; }

static struct spreadsheet *spreadsheet_of(struct table_sink *sink) {
    return (struct spreadsheet *)sink;
}

/* Keeps in mind that something failed, and why: what libxlsxwriter does not notice is left in
 * errno, which nothing that succeeds sets. */
static void note(struct spreadsheet *spreadsheet, lxw_error outcome) {
    spreadsheet->failed |= outcome != LXW_NO_ERROR;
    if (errno == ENOSPC || errno == EDQUOT || errno == EFBIG || errno == EIO)
        spreadsheet->cause = errno;
}

/* The cell that is next, and whether the sheet has its row. */
static bool next_cell(struct spreadsheet *spreadsheet, size_t *column) {
    *column = spreadsheet->column++;
    return spreadsheet->row < LXW_ROW_MAX && *column < COLUMNS;
}

/* What XML cannot hold, or libxlsxwriter would write as an escape, becomes white space or the
 * replacement character. */
static uint32_t storable(uint32_t c) {
    if (c == 0xFFFE || c == 0xFFFF)
        return 0xFFFD;
    return c < 0x20 && c != '\t' && c != '\n' ? ' ' : c;
}

/* The text as a string in spreadsheet->scratch that is no longer than a cell may be; NUL bytes, and
 * the carriage returns of line ends, are dropped as csv_cells.c does. */
static const char *cell_string(struct spreadsheet *spreadsheet, struct text text) {
    struct buffer *out = &spreadsheet->scratch;
    size_t units = 0, last = 0; /* where the text ends if one more unit is too many */
    buffer_clear(out);
    for (size_t at = 0, size; at < text.size; at += size) {
        uint32_t c = utf8_decode(text, at, &size);
        if (c == 0 || (c == '\r' && at + 1 < text.size && text.data[at + 1] == '\n'))
            continue;
        units += c > 0xFFFF ? 2 : 1;
        if (units > CELL_LENGTH) {
            out->size = last;
            buffer_string(out, "…");
            spreadsheet->losses.cut++;
            break;
        }
        char bytes[4];
        buffer_append(out, bytes, utf8_encode(storable(c), bytes));
        if (units < CELL_LENGTH)
            last = out->size;
    }
    spreadsheet->characters[spreadsheet->sheets - 1] += out->size;
    buffer_char(out, '\0');
    return out->data;
}

static void put_text(struct table_sink *sink, struct text text) {
    struct spreadsheet *spreadsheet = spreadsheet_of(sink);
    size_t column;
    if (!next_cell(spreadsheet, &column) || text.size == 0)
        return;
    note(spreadsheet, worksheet_write_string(spreadsheet->sheet, (lxw_row_t)spreadsheet->row,
                                             (lxw_col_t)column, cell_string(spreadsheet, text),
                                             spreadsheet->wraps[column] ? spreadsheet->wrapped
                                                                        : spreadsheet->plain));
}

static void put_number(struct spreadsheet *spreadsheet, double number, lxw_format *format) {
    size_t column;
    if (!next_cell(spreadsheet, &column))
        return;
    spreadsheet->characters[spreadsheet->sheets - 1]++; /* a digit at least */
    note(spreadsheet, worksheet_write_number(spreadsheet->sheet, (lxw_row_t)spreadsheet->row,
                                             (lxw_col_t)column, number, format));
}

static void put_count(struct table_sink *sink, size_t count) {
    put_number(spreadsheet_of(sink), (double)count, spreadsheet_of(sink)->plain);
}

/* A day before 1900, which a workbook does not know, is text. */
static void put_date(struct table_sink *sink, struct date date) {
    struct spreadsheet *spreadsheet = spreadsheet_of(sink);
    char iso[DATE_SIZE];
    date_format(date, iso);
    if (date.year < 1901 || date.year > 9999)
        put_text(sink, text_of(iso));
    else
        put_number(spreadsheet, date_days(date) + EPOCH, spreadsheet->day);
}

static void end_row(struct table_sink *sink) {
    struct spreadsheet *spreadsheet = spreadsheet_of(sink);
    spreadsheet->losses.rows += spreadsheet->row >= LXW_ROW_MAX;
    spreadsheet->row++;
    spreadsheet->column = 0;
}

/* Width and breaking of a column by its heading. */
static void dress_column(struct spreadsheet *spreadsheet, size_t column, const char *heading) {
    double width = USUAL_WIDTH;
    spreadsheet->wraps[column] = false;
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
        if (strcmp(looks[i].heading, heading) == 0) {
            width = looks[i].width;
            spreadsheet->wraps[column] = looks[i].wraps;
        }
    note(spreadsheet, worksheet_set_column(spreadsheet->sheet, (lxw_col_t)column, (lxw_col_t)column,
                                           width, NULL));
}

static void put_heading(struct spreadsheet *spreadsheet, struct text name) {
    size_t column;
    if (!next_cell(spreadsheet, &column))
        return;
    const char *heading = cell_string(spreadsheet, name);
    dress_column(spreadsheet, column, heading);
    note(spreadsheet, worksheet_write_string(spreadsheet->sheet, 0, (lxw_col_t)column, heading,
                                             spreadsheet->head));
    spreadsheet->columns = column + 1;
}

static void put_head(struct table_sink *sink, const char *headings) {
    struct spreadsheet *spreadsheet = spreadsheet_of(sink);
    struct text all = text_of(headings);
    for (size_t at = 0, end; at < all.size; at = end + 1) {
        end = text_find(all, at, TEXT(" "));
        put_heading(spreadsheet, text_slice(all, (struct span){at, end}));
    }
    end_row(sink);
}

static void make_formats(struct spreadsheet *spreadsheet) {
    lxw_workbook *workbook = spreadsheet->workbook;
    spreadsheet->head = workbook_add_format(workbook);
    spreadsheet->plain = workbook_add_format(workbook);
    spreadsheet->wrapped = workbook_add_format(workbook);
    spreadsheet->day = workbook_add_format(workbook);
    format_set_bold(spreadsheet->head);
    format_set_align(spreadsheet->plain, LXW_ALIGN_VERTICAL_TOP);
    format_set_align(spreadsheet->wrapped, LXW_ALIGN_VERTICAL_TOP);
    format_set_text_wrap(spreadsheet->wrapped);
    format_set_align(spreadsheet->day, LXW_ALIGN_VERTICAL_TOP);
    format_set_align(spreadsheet->day, LXW_ALIGN_LEFT);
    format_set_num_format(spreadsheet->day, "yyyy-mm-dd");
}

/* Seconds of the day's beginning since 1970, which libxlsxwriter writes as UTC; those of 1980, as
 * zip files count, where there is no date, since 0 stands for the clock. */
static time_t seconds_of(struct date date) {
    return (time_t)date_days(date_is_set(date) ? date : date_make(1980, 1, 1)) * 86400;
}

struct spreadsheet *spreadsheet_open(const char *folder, const char *title, struct date created,
                                     struct error *error) {
    static const struct table_form form = {put_head, put_text, put_count, put_date, end_row};
    struct spreadsheet *spreadsheet = memory_alloc(sizeof *spreadsheet);
    *spreadsheet = (struct spreadsheet){.sink = {&form}};
    spreadsheet->path = arena_printf(&spreadsheet->arena, "%s/.workbook.part", folder).data;
    lxw_workbook_options options = {
        .constant_memory = LXW_TRUE,
        .tmpdir = arena_cstring(&spreadsheet->arena, text_of(folder)),
    };
    lxw_doc_properties properties = {
        .title = arena_cstring(&spreadsheet->arena, text_of(title)),
        .comments = arena_cstring(&spreadsheet->arena, TEXT("taklimat " PACKAGE_VERSION)),
        .created = seconds_of(created)};
    errno = 0;
    spreadsheet->workbook = workbook_new_opt(spreadsheet->path, &options);
    if (!spreadsheet->workbook) {
        error_set(error, EXIT_CANNOT_CREATE, "cannot begin a workbook");
        error_at(error, folder, 0);
        arena_free(&spreadsheet->arena);
        memory_free(spreadsheet);
        return NULL;
    }
    note(spreadsheet, workbook_set_properties(spreadsheet->workbook, &properties));
    make_formats(spreadsheet);
    return spreadsheet;
}

/* What takes all rows of a sheet to be known. Excel shall not complain of codes that are text. */
static void end_sheet(struct spreadsheet *spreadsheet) {
    size_t last = spreadsheet->row < LXW_ROW_MAX ? spreadsheet->row : LXW_ROW_MAX;
    if (!spreadsheet->sheet || spreadsheet->columns == 0)
        return;
    note(spreadsheet, worksheet_ignore_errors(spreadsheet->sheet, LXW_IGNORE_NUMBER_STORED_AS_TEXT,
                                              "A1:XFD1048576"));
    note(spreadsheet, worksheet_autofilter(spreadsheet->sheet, 0, 0, (lxw_row_t)(last - 1),
                                           (lxw_col_t)(spreadsheet->columns - 1)));
}

struct table_sink *spreadsheet_sheet(struct spreadsheet *spreadsheet, const char *name) {
    end_sheet(spreadsheet);
    spreadsheet->sheet = workbook_add_worksheet(spreadsheet->workbook, name);
    spreadsheet->row = spreadsheet->column = spreadsheet->columns = 0;
    spreadsheet->sheets++;
    worksheet_freeze_panes(spreadsheet->sheet, 1, 0);
    return &spreadsheet->sink;
}

/* Appends the file to `out`; false if it is not what was to be written. */
static bool read_back(const struct spreadsheet *spreadsheet, struct buffer *out) {
    struct error error = {0};
    size_t start = out->size;
    if (!file_read(spreadsheet->path, 0, out, &error))
        return false;
    return spreadsheet_is_whole((struct text){out->data + start, out->size - start},
                                spreadsheet->characters, spreadsheet->sheets);
}

bool spreadsheet_close(struct spreadsheet *spreadsheet, struct buffer *out,
                       struct spreadsheet_losses *losses, struct error *error) {
    end_sheet(spreadsheet);
    note(spreadsheet, workbook_close(spreadsheet->workbook));
    bool ok = !spreadsheet->failed && read_back(spreadsheet, out);
    if (!ok && spreadsheet->cause)
        error_set(error, EXIT_IO, "the workbook cannot be written whole: %s",
                  translate_cause(spreadsheet->cause));
    else if (!ok)
        error_set(error, EXIT_IO, "the workbook cannot be written whole");
    unlink(spreadsheet->path);
    *losses = spreadsheet->losses;
    buffer_free(&spreadsheet->scratch);
    arena_free(&spreadsheet->arena);
    memory_free(spreadsheet);
    return ok;
}

#else

bool spreadsheet_is_there(void) { return false; }

struct spreadsheet *spreadsheet_open(const char *folder, const char *title, struct date created,
                                     struct error *error) {
    (void)folder, (void)title, (void)created;
    error_set(error, EXIT_INTERNAL, "built without libxlsxwriter");
    return NULL;
}

struct table_sink *spreadsheet_sheet(struct spreadsheet *spreadsheet, const char *name) {
    (void)spreadsheet, (void)name;
    return NULL;
}

bool spreadsheet_close(struct spreadsheet *spreadsheet, struct buffer *out,
                       struct spreadsheet_losses *losses, struct error *error) {
    (void)spreadsheet, (void)out, (void)losses, (void)error;
    return false;
}

#endif
