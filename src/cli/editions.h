/* The briefings that report publishes: the nation's, one a province with news, and those that
 * somebody is mailed besides, set by several processes at once. */
#ifndef TAKLIMAT_CLI_EDITIONS_H
#define TAKLIMAT_CLI_EDITIONS_H

#include "cli/briefing.h"
#include "cli/publish.h"
#include "cli/subscriptions.h"

/* What all of them share; borrowed. */
struct editions {
    const struct press *press;
    const struct press
        *other_press; /* of the other language; open where something is mailed in it */
    const struct subscriptions *mailed;
    const struct finished *finished;
    const struct briefing_options *options; /* the nation's */
    struct publication *publication;        /* takes the PDFs and digests */
    unsigned jobs;                          /* at once: workers.h */
    worker_task *beside; /* something else that is done beside them, as task 0; NULL */
    void *beside_context;
    struct outcome beside_outcome; /* set by editions_print */
};

/* Sets them, each with its digest, and lists their files, in the same order and with the same bytes
 * however many are set at once; tells what the fonts lack. Returns in *pages how many pages they
 * have. Errors as of press_print, file_write and workers_run. */
bool editions_print(struct editions *editions, size_t *pages, struct error *error);

#endif
