/* Where a command's output goes: standard output, or a file that appears only when it is complete.
 */
#ifndef TAKLIMAT_CLI_SINK_H
#define TAKLIMAT_CLI_SINK_H

#include "base/file.h"

struct sink {
    bool is_stdout;
    struct buffer pending; /* for standard output */
    struct output file;
};

/* Opens `path`; NULL or "-" is standard output. Errors as output_open. */
bool sink_open(struct sink *sink, const char *path, struct error *error);

/* Appends. Errors: EXIT_IO; then sink_abort must follow. */
bool sink_write(struct sink *sink, struct text bytes, struct error *error);

/* Writes what is pending; a file gets its name now. The sink is closed either way. */
bool sink_commit(struct sink *sink, struct error *error);

/* Gives up: a file does not appear. */
void sink_abort(struct sink *sink);

#endif
