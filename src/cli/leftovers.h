/* Staging folders that runs left behind when they were killed.
 *
 * Before: publish.c, which makes them under the names .NAME.part while it holds the folder's lock.
 * After: the next run that holds it removes them. */
#ifndef TAKLIMAT_CLI_LEFTOVERS_H
#define TAKLIMAT_CLI_LEFTOVERS_H

#include <stdbool.h>

/* Removes from the folder `out`, whose lock the caller holds, staging folders (never what a link
 * points to) of this user; each is told in a line. What cannot be removed stays, and is no error.
 */
void leftovers_remove(const char *out);

/* Removes a staging folder at `path`, taken from the folder with the descriptor `at`: the files in
 * it, then itself. True if it is gone; one with folders in it, which are none of ours, stays. */
bool leftovers_remove_folder(int at, const char *path);

#endif
