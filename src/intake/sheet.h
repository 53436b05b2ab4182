/* The rows of one sheet of a workbook, one by one.
 *
 * Before: the sheet's part. After: workbook.c. A few rows are held at a time. */
#ifndef TAKLIMAT_INTAKE_SHEET_H
#define TAKLIMAT_INTAKE_SHEET_H

#include "base/buffer.h"
#include "intake/part.h"

/* Cells of a row that are looked at. */
#define SHEET_CELLS 256

enum cell_kind {
    CELL_TEXT,   /* also formulas' texts, truth values, dates written as text */
    CELL_SHARED, /* value is the number of a shared string */
    CELL_NUMBER  /* as it is written; days since 1900 where it is a date */
};

struct sheet_cell {
    size_t column; /* from 0 */
    enum cell_kind kind;
    struct span value; /* of sheet.text */
};

struct sheet_row {
    size_t number; /* as the sheet counts it, from 1 */
    size_t first;  /* cells, half-open */
    size_t end;
    bool over; /* its own texts are longer than the limit, and were cut */
};

/* Zero-initialise; sheet_open, then sheet_next until it ends, then sheet_close. */
struct sheet {
    struct part part;
    struct markup_sink sink;
    size_t limit; /* bytes that the texts of a row may have */
    struct buffer text;
    struct sheet_cell *cells;
    size_t cell_count, cell_capacity;
    struct sheet_row *rows;
    size_t row_count, row_capacity;
    size_t next; /* row to be given next */
    bool ended;

    /* while it is being read */
    size_t number;    /* of the row under way, or the last one */
    size_t row_start; /* of its texts */
    size_t column;    /* of the cell under way, or behind the last one */
    enum cell_kind kind;
    bool in_row, in_cell, writing, aside, is_error;
    size_t cell_start;
    bool over;
};

/* Opens the sheet in the part of this name; `limit` in bytes. The sheet must not move from then on.
 * False, with *fault, if it cannot be. */
bool sheet_open(struct sheet *sheet, struct archive *archive, const char *name, size_t limit,
                struct fault *fault);

/* The next row that has a cell; *row is NULL at the end. What it points to holds until the next
 * call. False, with *fault, if the sheet is damaged. */
bool sheet_next(struct sheet *sheet, const struct sheet_row **row, struct fault *fault);

void sheet_close(struct sheet *sheet);

#endif
