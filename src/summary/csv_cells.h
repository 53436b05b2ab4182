/* A table as CSV: RFC 4180, UTF-8 with a byte-order mark, CRLF.
 *
 * Before: month_tables.c and its like, which say what stands in it. After: the command line writes
 * the buffer to a file. A cell that a spreadsheet would take for a formula is preceded by an
 * apostrophe, which csv_read.c takes away again. */
#ifndef TAKLIMAT_SUMMARY_CSV_CELLS_H
#define TAKLIMAT_SUMMARY_CSV_CELLS_H

#include "base/buffer.h"
#include "summary/table_sink.h"

/* What Excel expects where the comma is the decimal sign, as in Indonesian. */
#define CSV_SEPARATOR ';'

struct csv {
    struct table_sink sink; /* its cells go to `out` */
    struct buffer *out;     /* borrowed */
    char separator;
    bool in_row; /* a cell was written in this row already */
};

/* A sink that appends to `out`; `separator` is ';', ',' or a tab. Nothing needs to be closed. */
struct csv csv_open(struct buffer *out, char separator);

#endif
