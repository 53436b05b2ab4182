/* The lock of an output folder: one run at a time publishes below it.
 *
 * Before: a command that publishes. After: publish.c, which under the lock knows that whatever
 * staging folder stands there was left by a run that is gone. */
#ifndef TAKLIMAT_CLI_LOCK_H
#define TAKLIMAT_CLI_LOCK_H

#include "base/error.h"

#define LOCK_NAME ".taklimat.lock"

/* Takes the lock of the existing folder `folder` without waiting. Returns a descriptor that holds
 * it until lock_release or the end of the process, however that comes; or -1 and an error:
 * EXIT_TRY_AGAIN where another process holds it (named by its number, where it is of this machine),
 * EXIT_CANNOT_CREATE where the file cannot be made (a symbolic link is refused), EXIT_IO where the
 * file system knows no locks. The file stays in the folder, empty. Once a process: a second call
 * for the same folder would succeed, and its release would let go of the first. */
int lock_take(const char *folder, struct error *error);

/* Lets go; does nothing with -1. */
void lock_release(int lock);

#endif
