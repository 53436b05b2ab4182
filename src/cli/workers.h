/* Work done by several processes at once, where it falls into tasks that share nothing but what
 * they read.
 *
 * Processes and not threads: what a task changes, and what it allocates, is its own, so that no
 * code need know of it, and what is read is shared by the system until somebody writes to it. A
 * task writes files of its own; besides them only its outcome comes back. */
#ifndef TAKLIMAT_CLI_WORKERS_H
#define TAKLIMAT_CLI_WORKERS_H

#include "base/error.h"

#define JOBS_MOST 999 /* tasks at once */

/* What a task tells. */
struct outcome {
    struct error error;     /* code EXIT_DONE: it is done */
    size_t pages, replaced; /* of a briefing: see briefing.h */
    size_t cut, left_out;   /* cells and rows of a workbook: see spreadsheet.h */
};

/* Does task `number`, from 0, on; fills `outcome`, which is empty. Runs in a process of its own or,
 * one after another, in this one; prints nothing. */
typedef void worker_task(void *context, size_t number, struct outcome *outcome);

/* How many tasks at once, from the argument of --jobs: a number from 1 to JOBS_MOST; NULL: as many
 * as there are processors. 0, after a message, if it is wrong. */
unsigned workers_jobs(const char *argument);

/* Does `count` tasks, `jobs` of them at once, in the order of their numbers as far as can be; fills
 * `outcomes`. After a task that failed, and once the run is asked to stop (stop.h), no other is
 * begun. True if all are done; else the error is that of the first that failed, by number, whatever
 * `jobs` is. Errors besides: EXIT_INTERNAL where a process ended before its task was done. */
bool workers_run(size_t count, unsigned jobs, worker_task *task, void *context,
                 struct outcome *outcomes, struct error *error);

#endif
