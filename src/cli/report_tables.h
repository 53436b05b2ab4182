/* The tables of a run: each as CSV, and all of them as the sheets of one workbook.
 *
 * Before: the finished month. After: publish.c lists the files. */
#ifndef TAKLIMAT_CLI_REPORT_TABLES_H
#define TAKLIMAT_CLI_REPORT_TABLES_H

#include "cli/report_run.h"

/* Writes advisories.csv and its like, review.csv where it is asked for, into the staging folder.
 * Errors as publication_add. */
bool report_tables_csv(struct run *run, struct error *error);

/* Writes taklimat-2024-08.xlsx into the staging folder, as a task (workers.h) beside the briefings;
 * `context` is the run. Only where spreadsheet_is_there. What the tables hold and it could not take
 * is counted in the outcome; errors as spreadsheet_close and file_write. */
void report_tables_workbook(void *context, size_t number, struct outcome *outcome);

/* Tells what the workbook could not take, and lists it. Errors as publication_list. */
bool report_tables_list(struct run *run, const struct outcome *outcome, struct error *error);

#endif
