/* Reading a table that a spreadsheet saved: RFC 4180 and what programs make of it.
 *
 * Before: the bytes of a file. After: decision_file.c. Understood are a byte-order mark, a line
 * "sep=;", the separators , and ; and tab (that of which the first line has most), cells in
 * quotation marks with separators, line ends and doubled marks in them, and line ends LF, CRLF and
 * CR. In a cell, what keeps spreadsheets from seeing a formula is undone: the apostrophe that
 * csv_cells.c puts before one, and ="...". */
#ifndef TAKLIMAT_SUMMARY_CSV_READ_H
#define TAKLIMAT_SUMMARY_CSV_READ_H

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"

#define CSV_CELLS 256 /* in one row */

struct csv_reader {
    struct text bytes; /* borrowed */
    size_t at;
    size_t line; /* of `at`, from 1 */
    char separator;
};

struct csv_row {
    struct text cells[CSV_CELLS]; /* borrowed from the bytes, or in the arena */
    size_t count;
    size_t line; /* in which it begins, from 1 */
};

/* Begins to read. Errors: EXIT_CONFIG where the bytes are no text in UTF-8, with the line. */
bool csv_reader_open(struct csv_reader *reader, struct text bytes, struct error *error);

/* Reads the next row; false at the end, and with an error (EXIT_CONFIG, the line as its record)
 * where a quotation mark is never closed or a row has more than CSV_CELLS cells. A blank line is a
 * row of one empty cell. */
bool csv_reader_next(struct csv_reader *reader, struct arena *arena, struct csv_row *row,
                     struct error *error);

#endif
