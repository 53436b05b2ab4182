/* Staging folders that runs left behind when they were killed.
 *
 * Before: publish.c, which made them under the names .NAME.PID-N.part. After: the next run of the
 * same name removes them. */
#ifndef TAKLIMAT_CLI_LEFTOVERS_H
#define TAKLIMAT_CLI_LEFTOVERS_H

#include <stdbool.h>

/* Removes from the folder `out` those of `name`: folders (never what a link points to) of this
 * user, whose process is not there any more and which nobody holds a lock on; each is told in a
 * line. What cannot be removed stays, and is no error. */
void leftovers_remove(const char *out, const char *name);

/* Removes a staging folder at `path`, taken from the folder with the descriptor `at`: the files in
 * it, then itself. True if it is gone; one with folders in it, which are none of ours, stays. */
bool leftovers_remove_folder(int at, const char *path);

#endif
