/* Staging folders of killed runs: see leftovers.h. Before: publish.c. After: nothing. */
#include <config.h>

#include "cli/leftovers.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/message.h"

#define DIGITS "0123456789"

/* The process in a name of the form .NAME.PID-N.part; 0 for any other name. */
static pid_t process_of(const char *entry, const char *name) {
    size_t size = strlen(name);
    if (entry[0] != '.' || strncmp(entry + 1, name, size) != 0 || entry[1 + size] != '.')
        return 0;
    const char *number = entry + size + 2;
    size_t digits = strspn(number, DIGITS);
    size_t counter = number[digits] == '-' ? strspn(number + digits + 1, DIGITS) : 0;
    if (digits == 0 || digits > 9 || counter == 0 || counter > 9 ||
        strcmp(number + digits + 1 + counter, ".part") != 0)
        return 0;
    return (pid_t)strtol(number, NULL, 10);
}

/* A folder of this process's number is left from an earlier life: its own is not made yet. */
static bool is_gone(pid_t process) {
    return process == getpid() || (kill(process, 0) != 0 && errno == ESRCH);
}

/* Removes the files of the open folder, which is closed. */
static void remove_files(int descriptor) {
    DIR *folder = fdopendir(descriptor);
    if (!folder) {
        close(descriptor);
        return;
    }
    for (struct dirent *entry; (entry = readdir(folder));)
        if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0)
            unlinkat(dirfd(folder), entry->d_name, 0);
    closedir(folder);
}

bool leftovers_remove_folder(int at, const char *path) {
    int descriptor = openat(at, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    remove_files(descriptor);
    return unlinkat(at, path, AT_REMOVEDIR) == 0;
}

/* True if it is a folder of ours that nobody holds. */
static bool is_abandoned(int at, const char *path) {
    struct stat state;
    int descriptor = openat(at, path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    bool abandoned = descriptor >= 0 && fstat(descriptor, &state) == 0 &&
                     state.st_uid == geteuid() && flock(descriptor, LOCK_EX | LOCK_NB) == 0;
    if (descriptor >= 0)
        close(descriptor);
    return abandoned;
}

void leftovers_remove(const char *out, const char *name) {
    DIR *folder = opendir(out);
    if (!folder)
        return;
    int at = dirfd(folder);
    for (struct dirent *entry; (entry = readdir(folder));) {
        pid_t process = process_of(entry->d_name, name);
        if (process > 0 && is_gone(process) && is_abandoned(at, entry->d_name) &&
            leftovers_remove_folder(at, entry->d_name))
            message_line("removed what a run that was killed had left: %s/%s", out, entry->d_name);
    }
    closedir(folder);
}
