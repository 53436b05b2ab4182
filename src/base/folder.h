/* The files of a folder, in an order that is the same on every machine. */
#ifndef TAKLIMAT_BASE_FOLDER_H
#define TAKLIMAT_BASE_FOLDER_H

#include <stdbool.h>

#include "base/arena.h"

/* Names of files, and their paths with the folder before them; NUL-terminated. */
struct folder {
    const char **names, **paths;
    size_t count;
};

/* Lists what in the folder at `path` ends in `ending` and does not begin with a dot, by the bytes
 * of the names. All in `arena`. False, with errno, if the folder cannot be read; *out is empty
 * then. */
bool folder_list(const char *path, const char *ending, struct arena *arena, struct folder *out);

#endif
