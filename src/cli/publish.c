/* Publishing outputs all at once: see publish.h. Before: the command report, which fills the
 * staging folder. */
#include <config.h>

#include "cli/publish.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/lock.h"
#include "base/translate.h"
#include "cli/leftovers.h"
#include "cli/stop.h"

static const char *copy_string(struct publication *publication, const char *string) {
    return arena_copy(&publication->arena, text_of(string)).data;
}

/* Under the lock nobody else uses the name of the staging folder. */
static bool make_staging(struct publication *publication, struct error *error) {
    const char *staging =
        arena_printf(&publication->arena, "%s/.%s.part", publication->out, publication->name).data;
    if (mkdir(staging, 0777) != 0) {
        enum exit_code code = errno == ENOSPC || errno == EIO ? EXIT_IO : EXIT_CANNOT_CREATE;
        error_set(error, code, "cannot create the folder: %s", translate_cause(errno));
        error_at(error, staging, 0);
        return false;
    }
    publication->staging = staging;
    return true;
}

bool publication_open(struct publication *publication, const char *out, const char *name,
                      struct error *error) {
    *publication = (struct publication){.lock = -1};
    publication->out = copy_string(publication, out);
    publication->name = copy_string(publication, name);
    if (!folder_make(publication->out, error))
        return false;
    publication->lock = lock_take(publication->out, LOCK_PUBLISHING, error);
    if (publication->lock < 0)
        return false;
    stop_watch();
    leftovers_remove(out);
    return make_staging(publication, error);
}

const char *publication_path(struct publication *publication, struct text name) {
    return arena_printf(&publication->arena, "%s/%.*s", publication->staging, (int)name.size,
                        name.data)
        .data;
}

static void list_file(struct publication *publication, struct text name, size_t bytes,
                      const char *hex) {
    publication->files =
        arena_grow(&publication->arena, publication->files, publication->count,
                   publication->count + 1, sizeof *publication->files, &publication->capacity);
    publication->files[publication->count++] =
        (struct published_file){arena_copy(&publication->arena, name), bytes,
                                arena_copy(&publication->arena, text_of(hex))};
}

bool publication_add(struct publication *publication, struct text name, struct text bytes,
                     struct error *error) {
    char hex[DIGEST_HEX_SIZE];
    if (!file_write(publication_path(publication, name), bytes, error))
        return false;
    struct digest *digest = digest_start();
    digest_add(digest, bytes.data, bytes.size);
    digest_finish(digest, hex);
    list_file(publication, name, bytes.size, hex);
    return true;
}

bool publication_list(struct publication *publication, struct text name, struct error *error) {
    char hex[DIGEST_HEX_SIZE];
    size_t bytes;
    if (!file_sha256(publication_path(publication, name), hex, &bytes, error))
        return false;
    list_file(publication, name, bytes, hex);
    return true;
}

const char *publication_folder(struct arena *arena, const char *out, const char *name,
                               unsigned revision) {
    if (revision == 1)
        return arena_printf(arena, "%s/%s", out, name).data;
    return arena_printf(arena, "%s/%s-r%u", out, name, revision).data;
}

static const char *revision_path(struct publication *publication, unsigned revision) {
    return publication_folder(&publication->arena, publication->out, publication->name, revision);
}

static bool exists(const char *path) {
    struct stat status;
    return lstat(path, &status) == 0;
}

/* A revision is a folder; a link or file of that name was planted or put there by mistake. */
static bool is_revision(const char *path, struct error *error) {
    struct stat status;
    if (lstat(path, &status) == 0 && S_ISDIR(status.st_mode))
        return true;
    error_set(error, EXIT_CANNOT_CREATE, "%s",
              S_ISLNK(status.st_mode) ? _("refused: is a symbolic link")
                                      : _("refused: is not a folder"));
    error_at(error, path, 0);
    return false;
}

bool publication_newest(struct arena *arena, const char *out, const char *name, unsigned *revision,
                        const char **path, struct error *error) {
    *path = NULL;
    for (*revision = 0;; ++*revision) {
        const char *next = publication_folder(arena, out, name, *revision + 1);
        if (!exists(next))
            return true;
        if (!is_revision(next, error))
            return false;
        *path = next;
    }
}

bool publication_publish(struct publication *publication, unsigned revision, const char **path,
                         struct error *error) {
    *path = revision_path(publication, revision);
    path_sync(publication->staging);
    if (exists(*path))
        error_set(error, EXIT_CANNOT_CREATE, "is there already");
    else if (rename(publication->staging, *path) != 0)
        error_set(error, EXIT_IO, "cannot rename into place: %s", translate_cause(errno));
    if (error->code != EXIT_DONE) {
        error_at(error, *path, 0);
        return false;
    }
    publication->staging = NULL;
    path_sync(publication->out);
    return true;
}

void publication_close(struct publication *publication) {
    if (publication->staging)
        leftovers_remove_folder(AT_FDCWD, publication->staging);
    if (publication->out) /* else it was never opened */
        lock_release(publication->lock);
    arena_free(&publication->arena);
    *publication = (struct publication){.lock = -1};
}
