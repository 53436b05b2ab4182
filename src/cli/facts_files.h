/* Reading files of facts and summaries into a summary.
 *
 * Before: files that extract or merge wrote. After: merge and render. */
#ifndef TAKLIMAT_CLI_FACTS_FILES_H
#define TAKLIMAT_CLI_FACTS_FILES_H

#include "base/error.h"
#include "summary/summary.h"

/* Zero-initialise. */
struct facts_files {
    size_t lines;    /* lines read that were not empty */
    size_t rejected; /* lines that were wrong; each was told */
};

/* Reads every line of `paths` ("-" or none: standard input) into `summary`. A bad line is told,
 * counted and left out. Returns false and an error where a file cannot be read, or where a line was
 * made with other tables than the summary's. */
bool facts_files_read(struct facts_files *files, const char *const *paths, size_t count,
                      struct summary *summary, struct error *error);

/* EXIT_DONE, or EXIT_NO_INPUT without a line, or EXIT_BAD_DATA if every line was wrong; the latter
 * two after a message. */
int facts_files_verdict(const struct facts_files *files);

#endif
