/* The tables of a run: each as CSV, and all of them as the sheets of one workbook.
 *
 * Before: the finished month. After: publish.c lists the files. */
#ifndef TAKLIMAT_CLI_REPORT_TABLES_H
#define TAKLIMAT_CLI_REPORT_TABLES_H

#include "cli/report_run.h"

/* Writes advisories.csv and its like, review.csv where it is asked for, into the staging folder.
 * Errors as publication_add. */
bool report_tables_csv(struct run *run, struct error *error);

/* Writes taklimat-2024-08.xlsx, or nothing where the program was built without it; tells what of
 * the tables it could not take. Errors as spreadsheet_close and publication_add. */
bool report_tables_workbook(struct run *run, struct error *error);

#endif
