/* Listing folders: see folder.h. Below every stage. */
#include <config.h>

#include "base/folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>

static int by_bytes(const void *left, const void *right) {
    return strcmp(*(const char *const *)left, *(const char *const *)right);
}

/* False, with errno, if reading fails. */
static bool read_names(DIR *stream, const char *ending, struct arena *arena, struct folder *out) {
    size_t capacity = 0;
    for (;;) {
        errno = 0;
        const struct dirent *entry = readdir(stream);
        if (!entry)
            return errno == 0;
        struct text name = text_of(entry->d_name);
        if (name.data[0] == '.' || !text_ends(name, ending))
            continue;
        out->names = arena_grow(arena, out->names, out->count, out->count + 1, sizeof *out->names,
                                &capacity);
        out->names[out->count++] = arena_cstring(arena, name);
    }
}

bool folder_list(const char *path, const char *ending, struct arena *arena, struct folder *out) {
    DIR *stream = opendir(path);
    *out = (struct folder){0};
    if (!stream)
        return false;
    bool ok = read_names(stream, ending, arena, out);
    int cause = errno;
    closedir(stream);
    if (!ok) {
        *out = (struct folder){0};
        errno = cause;
        return false;
    }
    if (out->count)
        qsort(out->names, out->count, sizeof *out->names, by_bytes);
    out->paths = arena_alloc_array(arena, out->count, sizeof *out->paths);
    for (size_t i = 0; i < out->count; i++)
        out->paths[i] = arena_printf(arena, "%s/%s", path, out->names[i]).data;
    return true;
}
