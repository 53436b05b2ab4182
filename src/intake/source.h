/* The bytes of one input, chunk by chunk, with their offset and digest.
 *
 * Before: a path or standard input. After: the slicer cuts records out of the chunks; a file is
 * never held whole. */
#ifndef TAKLIMAT_INTAKE_SOURCE_H
#define TAKLIMAT_INTAKE_SOURCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/digest.h"
#include "base/text.h"
#include "intake/utf16.h"

struct source {
    int descriptor;       /* -1 when closed */
    unsigned char *chunk; /* owned */
    size_t start;         /* unread bytes are chunk[start..end) */
    size_t end;
    size_t offset;         /* of chunk[start] in the input */
    bool ended;            /* nothing will follow `end` */
    int failure;           /* errno of a read that failed, 0 if none */
    struct digest *digest; /* of everything read; NULL if it is not wanted */
    size_t bytes;          /* read so far, as they are in the input */
    unsigned char *raw;    /* owned; bytes before they are converted from UTF-16, else NULL */
    struct utf16 utf16;
};

/* Opens `path` ("-": standard input), `digested` to have its SHA-256. Returns 0, or the errno;
 * *source is closed then. A folder is EISDIR. */
int source_open(struct source *source, const char *path, bool digested);

/* Sees to it that at least one unread byte is there; false at the end or after a failure. */
bool source_more(struct source *source);

/* Fills the chunk as far as the input goes; only before anything was skipped. For telling formats
 * apart. */
void source_fill(struct source *source);

/* The unread bytes of the chunk. */
struct text source_view(const struct source *source);

/* Has the input, of which nothing was skipped yet, converted from UTF-16 as it is read: view and
 * offset are those of the UTF-8 then, which begins without a mark; size and digest stay the input's
 * own. What is no character becomes U+FFFD. */
void source_decode_utf16(struct source *source, bool little);

/* Drops `size` bytes of the view. */
void source_skip(struct source *source, size_t size);

/* Reads what is left and drops it, so that size and digest are those of the whole input. */
void source_drain(struct source *source);

/* Closes; size and digest (hex, "" if not wanted) of what was read go to *bytes and `hex`. Does
 * nothing on a closed source. */
void source_close(struct source *source, size_t *bytes, char hex[DIGEST_HEX_SIZE]);

#endif
