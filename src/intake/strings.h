/* The shared strings of a workbook: texts that cells name by their number.
 *
 * Before: the part of a workbook that holds them. After: workbook.c. They must be in memory, for
 * cells name them in any order; so they are what bounds the size of a workbook. */
#ifndef TAKLIMAT_INTAKE_STRINGS_H
#define TAKLIMAT_INTAKE_STRINGS_H

#include <stdint.h>

#include "base/buffer.h"
#include "intake/part.h"

/* Bytes that the part may have unpacked: 50,000 articles. */
#define STRINGS_MOST ((size_t)256 * 1024 * 1024)

/* Zero-initialise; free with strings_free. */
struct strings {
    struct buffer text;
    uint32_t *ends; /* of each, in text */
    size_t count, capacity;
    bool writing; /* within a string's text, while they are read */
    bool aside;   /* within a reading aid */
};

/* Reads the part of this name. False, with *fault, if it cannot be read. */
bool strings_read(struct strings *strings, struct archive *archive, const char *name,
                  struct fault *fault);

/* The string of this number, borrowed; "" if there is none. */
struct text strings_get(const struct strings *strings, size_t number);

/* The text that a cell means, in `arena`: what is written _x000D_ is the character of this number.
 */
struct text strings_decode(struct text text, struct arena *arena);

void strings_free(struct strings *strings);

#endif
