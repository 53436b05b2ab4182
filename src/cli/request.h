/* Is there anything to do? What a run is asked for, held against what is published.
 *
 * Before: the command line, the configuration and the files on disk. After: report, which does
 * nothing, publishes a first briefing or a revision. */
#ifndef TAKLIMAT_CLI_REQUEST_H
#define TAKLIMAT_CLI_REQUEST_H

#include "base/arena.h"
#include "base/error.h"
#include "intake/intake.h"

/* What the newest revision is to a request. */
enum standing {
    STANDING_NONE,    /* nothing is published, or nothing that tells what it was made of */
    STANDING_OTHER,   /* it was made of something else */
    STANDING_DAMAGED, /* it was made of this, but its files are not what was published; told */
    STANDING_SAME
};

/* How the request (manifest_request) stands to the published folder, NULL for none. Reads its
 * run.json and, where that begins with the request, checks every output listed by size and digest.
 */
enum standing request_standing(struct arena *arena, const char *folder, struct text request);

/* False, with EXIT_TRY_AGAIN and the file's name, if what was read is not what had been digested
 * before: it was changed, or came or went, meanwhile. */
bool request_holds(const struct input_file *before, size_t before_count,
                   const struct input_file *read, size_t read_count, struct error *error);

#endif
