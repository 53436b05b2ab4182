/* A workbook (.xlsx), sheet by sheet: the form of tables that keeps days as days. The only user of
 * libxlsxwriter.
 *
 * Before: report_tables.c fills its sheets. After: spreadsheet_check.c looks whether it is whole;
 * then it is published.
 *
 * Text is written as text, so that no cell is a formula, and a number with a leading zero or a code
 * such as 19.06 stays what it is; counts are numbers, days are days. The row of headings stays in
 * sight and filters. Nothing in the file comes from the clock: the same cells give the same bytes
 * with the same versions of libxlsxwriter and zlib. */
#ifndef TAKLIMAT_CLI_SPREADSHEET_H
#define TAKLIMAT_CLI_SPREADSHEET_H

#include "base/buffer.h"
#include "base/error.h"
#include "summary/table_sink.h"

struct spreadsheet; /* opaque */

/* What of the tables the workbook could not take: Excel's limits (Excel specifications and limits,
 * support.microsoft.com) are 32,767 characters a cell and 1,048,576 rows a sheet. */
struct spreadsheet_losses {
    size_t cut;  /* cells that end in "…" */
    size_t rows; /* rows left out */
};

/* True if the program was built with libxlsxwriter, and with libzip, which checks what it wrote. */
bool spreadsheet_is_there(void);

/* Begins a workbook. While it is made there are files in `folder`, an existing one to which only
 * this run writes: the workbook itself, under a temporary name, and some that have none. `title`
 * (ASCII) and `created` stand in its properties; all are copied. One row is held in memory at a
 * time. Errors: EXIT_CANNOT_CREATE. NULL then, and if spreadsheet_is_there is false
 * (EXIT_INTERNAL). */
struct spreadsheet *spreadsheet_open(const char *folder, const char *title, struct date created,
                                     struct error *error);

/* Begins a sheet; the one before is complete. `name`: at most 31 letters. The sink is the
 * spreadsheet's. */
struct table_sink *spreadsheet_sheet(struct spreadsheet *spreadsheet, const char *name);

/* Ends the workbook, appends its bytes to `out` and removes the file; tells what was lost. Frees
 * the spreadsheet, whatever happens. False with EXIT_IO where it could not be written whole: a full
 * disk, a limit on files. Then libxlsxwriter may have told it on standard error, too. */
bool spreadsheet_close(struct spreadsheet *spreadsheet, struct buffer *out,
                       struct spreadsheet_losses *losses, struct error *error);

#endif
