/* Reading a table that a spreadsheet saved: RFC 4180 and what programs make of it.
 *
 * Before: the bytes of a file, or of one row of it. After: files of decisions, exports of articles.
 * Understood are a byte-order mark, a line "sep=;", the separators , and ; and tab (that of which
 * the first line has most), cells in quotation marks with separators, line ends and doubled marks
 * in them, and line ends LF, CRLF and CR. In a cell, what keeps spreadsheets from seeing a formula
 * is undone: the apostrophe that this program's own tables have before one, and ="...". */
#ifndef TAKLIMAT_BASE_CSV_READ_H
#define TAKLIMAT_BASE_CSV_READ_H

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"

#define CSV_CELLS 256 /* in one row */

struct csv_reader {
    struct text bytes; /* borrowed */
    size_t at;
    size_t line; /* of `at`, from 1 */
    char separator;
    const char *refused; /* what was refused, static, English; NULL: nothing */
};

struct csv_row {
    struct text cells[CSV_CELLS]; /* borrowed from the bytes, or in the arena */
    size_t count;
    size_t line; /* in which it begins, from 1 */
    bool loose;  /* text stood between a cell's closing mark and the separator, and was dropped */
};

/* Tells the separator of a table that begins with `bytes`: its byte-order mark and a line "sep=;"
 * are looked at, and *head is their size. */
char csv_separator(struct text bytes, size_t *head);

/* Begins to read. Errors: EXIT_CONFIG where the bytes are no text in UTF-8, with the line. */
bool csv_reader_open(struct csv_reader *reader, struct text bytes, struct error *error);

/* Reads the next row; false at the end, and with an error (EXIT_CONFIG, the line as its record)
 * where a quotation mark is never closed or a row has more than CSV_CELLS cells. A blank line is a
 * row of one empty cell. */
bool csv_reader_next(struct csv_reader *reader, struct arena *arena, struct csv_row *row,
                     struct error *error);

/* Where a search for the end of a row stands. Zero-initialise for each row. */
struct csv_scan {
    enum { CSV_CELL_START, CSV_BARE, CSV_QUOTED, CSV_MARK } state;
};

/* Advances over `bytes`, the next ones of a table, to the end of the row: the number of them that
 * belong to it, without the line end. *ended tells that it was found. Sees cells as the reader
 * above does, so that a table can be cut into rows without being held whole. */
size_t csv_scan_row(struct csv_scan *scan, char separator, struct text bytes, bool *ended);

/* Whether a spreadsheet might run the text as a formula. */
bool csv_is_formula(struct text text);

#endif
