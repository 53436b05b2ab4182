/* Cells and rows of a CSV table. Before: csv.c, which says what stands in them. After: a buffer. */
#ifndef TAKLIMAT_SUMMARY_CSV_CELLS_H
#define TAKLIMAT_SUMMARY_CSV_CELLS_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/date.h"

struct csv {
    struct buffer *out; /* borrowed */
    char separator;
    bool in_row; /* a cell was written in this row already */
};

/* Starts a table: byte-order mark and the row of headings, which are separated by spaces. */
struct csv csv_start(struct buffer *out, char separator, const char *headings);

/* A cell of text; empty for none. Quoted where it must be, with an apostrophe where a spreadsheet
 * would see a formula. */
void csv_text(struct csv *csv, struct text text);
void csv_string(struct csv *csv, const char *string);

void csv_count(struct csv *csv, size_t count);
void csv_boolean(struct csv *csv, bool value); /* 1 or 0 */
void csv_date(struct csv *csv, struct date date);

/* Ends the row. */
void csv_end_row(struct csv *csv);

#endif
