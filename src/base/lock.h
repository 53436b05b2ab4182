/* The lock of a folder: one process at a time does something in it.
 *
 * Before: a command that publishes below a folder, or sends what its ledger lists. After: under the
 * lock it knows that whatever was left half done there, was left by a run that is gone. */
#ifndef TAKLIMAT_BASE_LOCK_H
#define TAKLIMAT_BASE_LOCK_H

#include "base/error.h"

/* What the folder is locked for; each has a file of its own there. */
enum lock_use { LOCK_PUBLISHING, LOCK_MAIL };

/* Takes a lock of the existing folder `folder` without waiting. Returns a descriptor that holds it
 * until lock_release or the end of the process, however that comes; or -1 and an error:
 * EXIT_TRY_AGAIN where another process holds it (named by its number, where it is of this machine),
 * EXIT_CANNOT_CREATE where the file cannot be made (a symbolic link is refused), EXIT_IO where the
 * file system knows no locks. The file stays in the folder, empty. Once a process: a second call
 * for the same lock would succeed, and its release would let go of the first. */
int lock_take(const char *folder, enum lock_use use, struct error *error);

/* Lets go; does nothing with -1. */
void lock_release(int lock);

#endif
