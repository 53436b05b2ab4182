/* Staging folders of killed runs: see leftovers.h. Before: publish.c. After: nothing. */
#include <config.h>

#include "cli/leftovers.h"

#include <dirent.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/message.h"

#define ENDING ".part"

/* True for .2024-08.part and the like: the name of a period between the dots. */
static bool is_staging(const char *entry) {
    size_t name = entry[0] == '.' ? strspn(entry + 1, "0123456789-_") : 0;
    return name > 0 && strcmp(entry + 1 + name, ENDING) == 0;
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

static bool is_ours(int at, const char *path) {
    struct stat state;
    return fstatat(at, path, &state, AT_SYMLINK_NOFOLLOW) == 0 && S_ISDIR(state.st_mode) &&
           state.st_uid == geteuid();
}

void leftovers_remove(const char *out) {
    DIR *folder = opendir(out);
    if (!folder)
        return;
    int at = dirfd(folder);
    for (struct dirent *entry; (entry = readdir(folder));)
        if (is_staging(entry->d_name) && is_ours(at, entry->d_name) &&
            leftovers_remove_folder(at, entry->d_name))
            message_note("removed what a run that was killed had left: %s/%s", out, entry->d_name);
    closedir(folder);
}
