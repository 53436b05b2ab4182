/* The stream of articles: intake and extraction record by record, with rejects written down and
 * counted.
 *
 * Before: files. After: `accept` of the command (writing facts, or adding them to a summary).
 * Memory is flat. */
#ifndef TAKLIMAT_CLI_STREAM_H
#define TAKLIMAT_CLI_STREAM_H

#include "base/error.h"
#include "cli/sink.h"
#include "extract/facts.h"
#include "intake/intake.h"
#include "tables/tables.h"

#define STREAM_REASONS 32

struct stream {
    /* Set by the caller. */
    const struct tables *tables;
    struct sink
        *rejects; /* where rejected records are written as JSON lines; NULL: they are only told */
    bool (*accept)(void *context, const struct facts *facts, struct error *error);
    void *context;
    const struct article
        *article;    /* the one whose facts are being accepted; filled by stream_run */
    bool no_digests; /* the SHA-256 of the inputs is not needed */

    /* Filled by stream_run. */
    size_t accepted, rejected;
    size_t facts; /* of the rejected ones, those that are facts and no articles */
    struct stream_reason {
        const char *reason;
        size_t count;
    } reasons[STREAM_REASONS]; /* by reason, in byte order */
    size_t reason_count;
    struct arena arena;        /* owns `inputs` */
    struct input_file *inputs; /* the files read, in order */
    size_t input_count;
};

/* Reads all of `paths` (files, folders, "-"). A rejected record is told, written down and counted,
 * and the run goes on. Returns false and an error where the input cannot be opened at all
 * (EXIT_NO_INPUT) or an output fails. */
bool stream_run(struct stream *stream, const char *const *paths, size_t count, struct error *error);

/* What the run's counts mean for the exit code: EXIT_DONE; EXIT_NO_INPUT without any record;
 * EXIT_BAD_DATA if every record was rejected. A message was printed for the latter two. */
int stream_verdict(const struct stream *stream);

void stream_free(struct stream *stream);

#endif
