/* UTF-16 as UTF-8, piece by piece.
 *
 * Before: the bytes of an input, in chunks that may end within a character. After: source.c gives
 * them on as UTF-8, so that large tables in UTF-16 are read with flat memory. */
#ifndef TAKLIMAT_INTAKE_UTF16_H
#define TAKLIMAT_INTAKE_UTF16_H

#include <stdbool.h>
#include <stddef.h>

/* Zero-initialise but for `little`. */
struct utf16 {
    bool little;   /* the lower byte comes first */
    bool begun;    /* a unit was read: the mark is behind */
    bool has_half; /* `half` is a byte whose other one is still to come */
    unsigned char half;
    unsigned high; /* the first half of a surrogate pair; 0 if none waits */
};

/* Bytes that `size` bytes of UTF-16 may become, what was held back included. */
#define UTF16_ROOM(size) (((size) / 2 + 2) * 3 + 4)

/* Converts `size` bytes into `out` (UTF16_ROOM(size) bytes); returns how many were written. The
 * byte-order mark is dropped, half a surrogate pair becomes U+FFFD. */
size_t utf16_decode(struct utf16 *utf16, const unsigned char *bytes, size_t size, char *out);

/* What is left at the end of the input: U+FFFD for half a character, else nothing. */
size_t utf16_end(struct utf16 *utf16, char *out);

#endif
