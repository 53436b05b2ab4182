/* Reading tables: tab-separated files with a `#` comment at the top, one line of column names, then
 * rows.
 *
 * Before: files of the data folder. After: one loader a table turns rows into structs and phrases.
 */
#ifndef TAKLIMAT_TABLES_TSV_H
#define TAKLIMAT_TABLES_TSV_H

#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/faults.h"

#define TSV_COLUMNS 16
#define TSV_LINE_MAX 65536 /* bytes of a row; a whole document pasted into a cell is a mistake */

/* A table in memory. Cells are borrowed from the arena, trimmed of spaces. */
struct tsv {
    const char *path; /* for messages */
    struct text text; /* the file's */
    size_t column_count;
    size_t columns_line; /* where their names stand, from 1 */
    struct text columns[TSV_COLUMNS];
    uint32_t *starts; /* where each cell starts, row after row; behind those of a row, where a
                         further one would: a hundred thousand texts would be four times that */
    size_t *lines;    /* line number of each row in the file, from 1 */
    size_t row_count;
};

/* Reads the file at `path`. `wanted` lists the columns that must be there, NULL at its end. False
 * if it is no table at all: no such file, invalid UTF-8, a column that is missing or there twice. A
 * row that is wrong (another number of cells, a NUL byte, too long) is left out and told, and the
 * rest is read. Empty lines and lines that begin with # are skipped, and a byte-order mark.
 * Everything lives in `arena`. */
bool tsv_open(const char *path, const char *const *wanted, struct arena *arena, struct tsv *out,
              struct faults *faults);

/* The same of `folder`/`name`; any fault, a wrong row included, makes it false, and `error` holds
 * the first. */
bool tsv_read(const char *folder, const char *name, const char *const *wanted, struct arena *arena,
              struct tsv *out, struct error *error);

/* True if the table has the column. */
bool tsv_has(const struct tsv *table, const char *column);

/* The number of a column (it must be one of `wanted`), or TSV_COLUMNS. */
size_t tsv_column(const struct tsv *table, const char *column);

/* The cell; empty if it has no text. */
struct text tsv_cell(const struct tsv *table, size_t row, size_t column);

/* The cell as a number, or `otherwise` if it is empty or none. */
int32_t tsv_number(const struct tsv *table, size_t row, size_t column, int32_t otherwise);

/* Sets `error` (EXIT_CONFIG) at the file and line of the row. Always false, for loaders to return.
 */
bool tsv_row_error(const struct tsv *table, size_t row, struct error *error, const char *format,
                   ...) __attribute__((format(printf, 4, 5)));

/* Takes the next `;`-separated, trimmed form from *rest into *form; false when none is left. */
bool tsv_next_form(struct text *rest, struct text *form);

#endif
