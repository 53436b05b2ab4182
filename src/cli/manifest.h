/* The manifest of a run, run.json: what went in, with which program and tables, what was counted,
 * what came out. */
#ifndef TAKLIMAT_CLI_MANIFEST_H
#define TAKLIMAT_CLI_MANIFEST_H

#include "base/buffer.h"
#include "cli/past.h"
#include "cli/publish.h"
#include "cli/stream.h"
#include "layout/house.h"
#include "summary/decide.h"
#include "summary/finished.h"
#include "tables/tables.h"

struct manifest {
    const struct tables *tables;
    struct text template_name, template_sha256;
    const char *name; /* the period's, as its folder is called */
    struct period period;
    struct date issued;
    bool allow_empty;
    const struct stream *stream;
    const struct finished *finished;
    const struct summary *summary;
    const struct decided_list *decided;
    const struct house *house;
    const struct history *history; /* what the month is compared with */
    const struct publication *publication;
};

/* Appends run/1 up to and without its last member, "revision": two runs that differ in nothing else
 * have the same bytes here. No clock time is in it. */
void manifest_write(const struct manifest *manifest, struct buffer *out);

/* Appends the last member, the closing brace and a line end. */
void manifest_end(unsigned revision, struct buffer *out);

#endif
