/* Reading files, and writing them so that no output ever looks finished when it is not. */
#ifndef TAKLIMAT_BASE_FILE_H
#define TAKLIMAT_BASE_FILE_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/buffer.h"
#include "base/digest.h"
#include "base/error.h"

/* Reads the whole of `path` (at most `limit` bytes; 0: no limit) into `out` (appended). Errors:
 * EXIT_NO_INPUT if it cannot be opened or is no regular file, EXIT_IO if reading fails or it is
 * larger; `out` then holds what was read. */
bool file_read(const char *path, size_t limit, struct buffer *out, struct error *error);

/* The whole of `path` in `arena`. Errors as above; *out is not to be used then. */
bool file_text(const char *path, struct arena *arena, struct text *out, struct error *error);

/* Adds the bytes of `path` to a digest; *size receives how many there are. Errors as above. */
bool file_digest(const char *path, struct digest *digest, size_t *size, struct error *error);

/* The SHA-256 of `path` as 64 lower-case hex digits and NUL, and its size. Errors as above. */
bool file_sha256(const char *path, char hex[DIGEST_HEX_SIZE], size_t *size, struct error *error);

/* A file being written under a temporary name beside `path`. */
struct output {
    int descriptor;  /* -1 when closed */
    char *path;      /* owned */
    char *temporary; /* owned */
    struct buffer pending;
};

/* Creates a temporary file beside `path` (O_CREAT|O_EXCL|O_NOFOLLOW, mode 0666 less the umask). A
 * `path` that is a symbolic link or anything but a regular file is refused. Errors:
 * EXIT_CANNOT_CREATE. */
bool output_open(struct output *output, const char *path, struct error *error);

/* Appends bytes, buffered. Errors: EXIT_IO; the output must then be aborted. */
bool output_write(struct output *output, const void *bytes, size_t size, struct error *error);

/* Writes what is pending, fsyncs, renames to the final name and fsyncs the folder. On failure
 * (EXIT_IO, or EXIT_CANNOT_CREATE if the name became a link meanwhile) the temporary file is
 * removed and the final name is untouched. The output is closed either way. */
bool output_commit(struct output *output, struct error *error);

/* Removes the temporary file. Does nothing on a closed output. */
void output_abort(struct output *output);

/* Writes `bytes` to `path` in one go, as above. */
bool file_write(const char *path, struct text bytes, struct error *error);

/* Puts on disk what a file or folder (its names) holds; false with errno where that fails. Some
 * file systems cannot sync a folder and say EINVAL: nothing more can be done there, and that is
 * true. */
bool path_sync(const char *path);

/* Makes the folder `path` and those above it where they are missing; a component that is a symbolic
 * link is followed, except the last, which is refused. Errors: EXIT_CANNOT_CREATE. */
bool folder_make(const char *path, struct error *error);

/* Writes all of `bytes` to an open descriptor (standard output), retrying short writes. Errors:
 * EXIT_IO. */
bool descriptor_write(int descriptor, struct text bytes, struct error *error);

#endif
