/* The manifest of a run, run.json: what went in, with which program and tables, what was counted,
 * what came out. It begins with the request: what was asked for, which is known before anything is
 * read, and by which a later run sees that there is nothing to do. */
#ifndef TAKLIMAT_CLI_MANIFEST_H
#define TAKLIMAT_CLI_MANIFEST_H

#include "base/buffer.h"
#include "cli/past.h"
#include "cli/publish.h"
#include "cli/stream.h"
#include "cli/subscriptions.h"
#include "layout/house.h"
#include "summary/decide.h"
#include "summary/finished.h"
#include "tables/tables.h"

/* The largest run.json that is read: a million inputs take two thirds of it. */
#define MANIFEST_BYTES ((size_t)256 << 20)

struct manifest {
    const struct tables *tables;
    struct text template_name, template_sha256, language;
    const struct subscriptions *mailed;
    const char *name; /* the period's, as its folder is called */
    struct period period;
    struct date issued;
    bool allow_empty, review, plain;
    bool edited; /* there are decisions of an editor */
    char separator;
    const char *const *paths; /* the arguments that the inputs lie in */
    size_t path_count;
    const struct input_file *inputs;
    size_t input_count;
    const struct stream *stream;
    const struct finished *finished;
    const struct summary *summary;
    const struct decided_list *decided;
    const struct house *house;
    const struct history *history; /* what the month is compared with */
    const struct publication *publication;
};

/* Appends the request: run/1 up to and with "inputs". Needs neither stream, finished, summary,
 * decided nor publication. Runs with the same request, not edited, have the same outcome. No clock
 * time is in it. */
void manifest_request(const struct manifest *manifest, struct buffer *out);

/* Appends "counts" and "decisions", those that were applied: what differs where the request is the
 * same and there are decisions. Needs no publication. */
void manifest_found(const struct manifest *manifest, struct buffer *out);

/* Appends the rest, "outputs" and "revision", and a line end. */
void manifest_outcome(const struct manifest *manifest, unsigned revision, struct buffer *out);

#endif
