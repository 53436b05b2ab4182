/* Tables of articles, as monitoring tools export them: a row of headings, then an article a row.
 *
 * Before: rows of a CSV file, cut by slicer.c, or of a workbook. After: records, as from JSON. */
#ifndef TAKLIMAT_INTAKE_TABLE_H
#define TAKLIMAT_INTAKE_TABLE_H

#include "base/csv_read.h"
#include "intake/record.h"

/* Zero-initialise for each file; `separator` is the caller's to set. */
struct table {
    char separator;
    bool begun;     /* the headings were read */
    size_t cells;   /* headings, without empty ones at the end */
    size_t text_at; /* the column of the text that stands last */
    struct record_columns columns;
    struct csv_row row; /* of a CSV file, the last that was read */
};

/* What a row is. */
enum table_row { TABLE_NOTHING, TABLE_RECORD, TABLE_FAULT };

/* Reads headings (checked UTF-8). False, with *fault, if there is no column of the text, or if it
 * is a table of facts that this program wrote. */
bool table_begin(struct table *table, const struct text *headings, size_t count,
                 struct arena *arena, struct notes *notes, struct fault *fault);

/* Reads a row below the headings. TABLE_NOTHING for one of empty cells alone. A row that has more
 * cells than there are headings, or ends with its text as if a line break had cut it, is a fault.
 */
enum table_row table_read(const struct table *table, const struct text *cells, size_t count,
                          struct arena *arena, struct record *record, struct fault *fault);

/* Reads the next row of a CSV file, whose bytes are in UTF-8 or in Windows-1252; the first one is
 * the headings (TABLE_NOTHING, or a fault that holds for the whole file). */
enum table_row table_read_csv(struct table *table, struct text bytes, struct arena *arena,
                              struct record *record, struct notes *notes, struct fault *fault);

#endif
