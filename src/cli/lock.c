/* The lock of an output folder: see lock.h. Before: publish.c. After: nothing. */
#include <config.h>

#include "cli/lock.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/translate.h"

/* Locks of fcntl and not of flock: the system tells the holder's number itself, so that it is never
 * that of an earlier run; they work over NFS; and a process that this one starts does not keep
 * them. */
static int take(int descriptor, const char *folder, struct error *error) {
    struct flock lock = {.l_type = F_WRLCK, .l_whence = SEEK_SET};
    if (fcntl(descriptor, F_SETLK, &lock) == 0)
        return descriptor;
    int cause = errno;
    if (cause != EACCES && cause != EAGAIN)
        error_set(error, EXIT_IO, "cannot be locked: %s", translate_cause(cause));
    else if (fcntl(descriptor, F_GETLK, &lock) == 0 && lock.l_type != F_UNLCK && lock.l_pid > 0)
        error_set(error, EXIT_TRY_AGAIN, "another run (process %ld) is publishing here; try again",
                  (long)lock.l_pid);
    else
        error_set(error, EXIT_TRY_AGAIN, "another run is publishing here; try again");
    error_at(error, folder, 0);
    close(descriptor);
    return -1;
}

int lock_take(const char *folder, struct error *error) {
    char path[4096];
    int length = snprintf(path, sizeof path, "%s/" LOCK_NAME, folder);
    errno = ENAMETOOLONG;
    int descriptor = length < (int)sizeof path
                         ? open(path, O_RDWR | O_CREAT | O_NOFOLLOW | O_CLOEXEC, 0666)
                         : -1;
    if (descriptor >= 0)
        return take(descriptor, folder, error);
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
