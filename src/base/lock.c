/* The lock of a folder: see lock.h. Below every stage. */
#include <config.h>

#include "base/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/translate.h"

static void tell_holder(pid_t holder, enum lock_use use, struct error *error) {
    if (use == LOCK_MAIL)
        error_set(error, EXIT_TRY_AGAIN,
                  "another run (process %ld) is at the mail of this ledger; try again",
                  (long)holder);
    else
        error_set(error, EXIT_TRY_AGAIN, "another run (process %ld) is publishing here; try again",
                  (long)holder);
}

/* Locks of fcntl and not of flock: the system tells the holder's number itself, so that it is never
 * that of an earlier run; they work over NFS; and a process that this one starts does not keep
 * them. */
static int take(int descriptor, const char *folder, enum lock_use use, struct error *error) {
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    if (fcntl(descriptor, F_SETLK, &lock) == 0)
        return descriptor;
    int cause = errno;
    if (cause != EACCES && cause != EAGAIN)
        error_set(error, EXIT_IO, "cannot be locked: %s", translate_cause(cause));
    else if (fcntl(descriptor, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK && lock.l_pid > 0)
        tell_holder(lock.l_pid, use, error);
    else if (use == LOCK_MAIL)
        error_set(error, EXIT_TRY_AGAIN, "another run is at the mail of this ledger; try again");
    else
        error_set(error, EXIT_TRY_AGAIN, "another run is publishing here; try again");
    error_at(error, folder, 0);
    close(descriptor);
    return -1;
}

int lock_take(const char *folder, enum lock_use use, struct error *error) {
    static const char *const names[] = {".taklimat.lock", ".mail.lock"};
    char path[4096];
    int length = snprintf(path, sizeof path, "%s/%s", folder, names[use]);
    errno = ENAMETOOLONG;
    int descriptor = length < (int)sizeof path
                         ? open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666)
                         : -1;
    if (descriptor >= 0)
        return take(descriptor, folder, use, error);
    if (errno == ELOOP)
        error_set(error, EXIT_CANNOT_CREATE, "refused: is a symbolic link");
    else
        error_set(error, errno == ENOSPC || errno == EIO ? EXIT_IO : EXIT_CANNOT_CREATE,
                  "cannot create the lock: %s", translate_cause(errno));
    error_at(error, path, 0);
    return -1;
}

void lock_release(int lock) {
    if (lock >= 0)
        close(lock);
}
