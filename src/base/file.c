/* Reading files whole, and atomic, durable writing: see file.h. Below every stage. */
#include <config.h>

#include "base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/translate.h"

#define CHUNK ((size_t)256 * 1024)

/* Opens a regular file for reading; *size is what it is said to have. -1 after an error. */
static int open_regular(const char *path, size_t *size, struct error *error) {
    int descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    struct stat status;
    if (descriptor < 0) {
        error_set(error, EXIT_NO_INPUT, "cannot open: %s", translate_cause(errno));
    } else if (fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) {
        error_set(error, EXIT_NO_INPUT, "not a regular file");
        close(descriptor);
        descriptor = -1;
    } else {
        *size = (size_t)status.st_size;
    }
    if (descriptor < 0)
        error_at(error, path, 0);
    return descriptor;
}

/* The next bytes, at most `room`; *size is 0 at the end. False after an error. */
static bool read_piece(int descriptor, void *bytes, size_t room, size_t *size,
                       struct error *error) {
    ssize_t got;
    do
        got = read(descriptor, bytes, room);
    while (got < 0 && errno == EINTR);
    *size = got > 0 ? (size_t)got : 0;
    return got >= 0 || error_set(error, EXIT_IO, "cannot read: %s", translate_cause(errno));
}

/* Ends the reading of a file; returns `ok`. */
static bool close_read(int descriptor, const char *path, bool ok, struct error *error) {
    if (!ok)
        error_at(error, path, 0);
    close(descriptor);
    return ok;
}

bool file_read(const char *path, size_t limit, struct buffer *out, struct error *error) {
    size_t size, got = 1, before = out->size;
    int descriptor = open_regular(path, &size, error);
    bool ok = descriptor >= 0;
    if (!ok)
        return false;
    if (limit && limit < size)
        size = limit;
    while (ok && got) {
        size_t had = out->size - before, room = had <= size ? size - had + 1 : CHUNK;
        ok = read_piece(descriptor, buffer_room(out, room), room, &got, error);
        out->size += got;
        if (limit && out->size - before > limit)
            ok = error_set(error, EXIT_IO, "larger than the limit of %zu bytes", limit);
    }
    return close_read(descriptor, path, ok, error);
}

bool file_text(const char *path, struct arena *arena, struct text *out, struct error *error) {
    size_t size, got = 1, had = 0;
    int descriptor = open_regular(path, &size, error);
    bool ok = descriptor >= 0;
    if (!ok)
        return false;
    char *bytes = arena_alloc_uncleared(arena, size + 1);
    for (; ok && got && had <= size; had += got)
        ok = read_piece(descriptor, bytes + had, size + 1 - had, &got, error);
    if (had > size)
        ok = error_set(error, EXIT_IO, "it grew while it was read");
    *out = (struct text){bytes, had};
    return close_read(descriptor, path, ok, error);
}

bool file_digest(const char *path, struct digest *digest, size_t *size, struct error *error) {
    char bytes[64 * 1024];
    size_t got = 1, ignored;
    int descriptor = open_regular(path, &ignored, error);
    bool ok = descriptor >= 0;
    *size = 0;
    if (!ok)
        return false;
    for (; ok && got; *size += got) {
        ok = read_piece(descriptor, bytes, sizeof bytes, &got, error);
        digest_add(digest, bytes, got);
    }
    return close_read(descriptor, path, ok, error);
}

bool file_sha256(const char *path, char hex[DIGEST_HEX_SIZE], size_t *size, struct error *error) {
    struct digest *digest = digest_start();
    bool ok = file_digest(path, digest, size, error);
    digest_finish(digest, hex);
    return ok;
}

static char *string_copy(const char *string) {
    size_t size = strlen(string) + 1;
    return memcpy(memory_alloc(size), string, size);
}

/* "folder/.name.XXXX.part" beside `path`; XXXX from the process and a counter makes it unique among
 * runs. */
static char *temporary_name(const char *path, unsigned attempt) {
    const char *slash = strrchr(path, '/');
    size_t folder = slash ? (size_t)(slash - path) + 1 : 0;
    size_t room = strlen(path) + 48;
    char *name = memory_alloc(room);
    snprintf(name, room, "%.*s.%s.%ld-%u.part", (int)folder, path, path + folder, (long)getpid(),
             attempt);
    return name;
}

/* A final name may be missing or a regular file; anything else, a planted link above all, is
 * refused. */
static bool replaceable(const char *path, struct error *error) {
    struct stat status;
    if (lstat(path, &status) != 0) {
        if (errno == ENOENT)
            return true;
        error_set(error, EXIT_CANNOT_CREATE, "cannot create: %s", translate_cause(errno));
    } else if (S_ISREG(status.st_mode)) {
        return true;
    } else {
        error_set(error, EXIT_CANNOT_CREATE, "%s",
                  S_ISLNK(status.st_mode) ? _("refused: is a symbolic link")
                                          : _("refused: is not a regular file"));
    }
    error_at(error, path, 0);
    return false;
}

static void output_forget(struct output *output) {
    if (output->descriptor >= 0)
        close(output->descriptor);
    memory_free(output->path);
    memory_free(output->temporary);
    buffer_free(&output->pending);
    *output = (struct output){.descriptor = -1};
}

bool output_open(struct output *output, const char *path, struct error *error) {
    *output = (struct output){.descriptor = -1};
    if (!replaceable(path, error))
        return false;
    output->path = string_copy(path);
    for (unsigned attempt = 0; attempt < 100; attempt++) {
        memory_free(output->temporary);
        output->temporary = temporary_name(path, attempt);
        output->descriptor =
            open(output->temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
        if (output->descriptor >= 0)
            return true;
        if (errno != EEXIST)
            break;
    }
    int cause = errno;
    enum exit_code code = cause == ENOSPC || cause == EIO ? EXIT_IO : EXIT_CANNOT_CREATE;
    error_set(error, code, "cannot create: %s", translate_cause(cause));
    error_at(error, path, 0);
    output_forget(output);
    return false;
}

bool descriptor_write(int descriptor, struct text bytes, struct error *error) {
    while (bytes.size) {
        ssize_t wrote = write(descriptor, bytes.data, bytes.size);
        if (wrote < 0 && errno == EINTR)
            continue;
        if (wrote < 0)
            return error_set(error, EXIT_IO, "cannot write: %s", translate_cause(errno));
        bytes.data += wrote;
        bytes.size -= (size_t)wrote;
    }
    return true;
}

static bool output_flush(struct output *output, struct error *error) {
    bool ok = descriptor_write(output->descriptor, buffer_view(&output->pending), error);
    if (!ok)
        error_at(error, output->path, 0);
    buffer_clear(&output->pending);
    return ok;
}

bool output_write(struct output *output, const void *bytes, size_t size, struct error *error) {
    buffer_append(&output->pending, bytes, size);
    return output->pending.size < CHUNK || output_flush(output, error);
}

bool path_sync(const char *path) {
    int descriptor = open(path, O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return false;
    bool ok = fsync(descriptor) == 0 || errno == EINVAL;
    int cause = errno;
    close(descriptor);
    errno = cause;
    return ok;
}

/* A rename is durable only when the folder itself is on disk. */
static bool sync_folder(const char *path) {
    const char *slash = strrchr(path, '/');
    char *folder = string_copy(slash ? path : ".");
    if (slash)
        folder[slash == path ? 1 : slash - path] = '\0';
    bool ok = path_sync(folder);
    memory_free(folder);
    return ok;
}

static bool close_durably(struct output *output, struct error *error) {
    bool ok = fsync(output->descriptor) == 0 || errno == EINVAL;
    int cause = errno;
    if (close(output->descriptor) != 0 && ok) {
        ok = false;
        cause = errno;
    }
    output->descriptor = -1;
    if (!ok) {
        error_set(error, EXIT_IO, "cannot write: %s", translate_cause(cause));
        error_at(error, output->path, 0);
    }
    return ok;
}

bool output_commit(struct output *output, struct error *error) {
    bool ok = output_flush(output, error);
    ok = ok && close_durably(output, error);
    ok = ok && replaceable(output->path, error);
    if (ok && rename(output->temporary, output->path) != 0) {
        ok = error_set(error, EXIT_IO, "cannot rename into place: %s", translate_cause(errno));
        error_at(error, output->path, 0);
    }
    if (!ok)
        unlink(output->temporary);
    else if (!sync_folder(output->path)) {
        ok = error_set(error, EXIT_IO, "cannot sync the folder: %s", translate_cause(errno));
        error_at(error, output->path, 0);
    }
    output_forget(output);
    return ok;
}

void output_abort(struct output *output) {
    if (output->descriptor < 0)
        return;
    unlink(output->temporary);
    output_forget(output);
}

bool file_write(const char *path, struct text bytes, struct error *error) {
    struct output output;
    if (!output_open(&output, path, error))
        return false;
    if (!output_write(&output, bytes.data, bytes.size, error)) {
        output_abort(&output);
        return false;
    }
    return output_commit(&output, error);
}

static bool make_one(const char *path, bool last, struct error *error) {
    struct stat status;
    int cause = 0;
    if (mkdir(path, 0777) == 0)
        return true;
    cause = errno;
    bool exists = (last ? lstat(path, &status) : stat(path, &status)) == 0;
    if (exists && S_ISDIR(status.st_mode))
        return true;
    if (exists && S_ISLNK(status.st_mode))
        error_set(error, EXIT_CANNOT_CREATE, "refused: is a symbolic link");
    else
        error_set(error, EXIT_CANNOT_CREATE, "cannot create the folder: %s",
                  translate_cause(cause));
    error_at(error, path, 0);
    return false;
}

bool folder_make(const char *path, struct error *error) {
    char *partial = string_copy(path);
    bool ok = true;
    size_t size = strlen(partial);
    while (size > 1 && partial[size - 1] == '/')
        partial[--size] = '\0';
    for (size_t i = 1; ok && i < size; i++) {
        if (partial[i] != '/')
            continue;
        partial[i] = '\0';
        ok = make_one(partial, false, error);
        partial[i] = '/';
    }
    ok = ok && make_one(partial, true, error);
    memory_free(partial);
    return ok;
}
