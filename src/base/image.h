/* Pictures: a PNG or JPEG file made into what print needs, no larger, opaque, of sRGB colours.
 *
 * Before: the bytes of a file that a user names. After: layout gives it a place, src/pdf embeds it.
 * What is in the file decides, not its name. Palettes, transparency, interlacing and 16 bits a
 * channel are taken; profiles of colour are not applied: what is no sRGB is taken for it. */
#ifndef TAKLIMAT_BASE_IMAGE_H
#define TAKLIMAT_BASE_IMAGE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"

#define IMAGE_BYTES_MOST ((size_t)16 << 20) /* of a file that is read */
#define IMAGE_PIXELS_MOST 16000000u         /* before it is scaled: 64 MB while it is decoded */
#define IMAGE_SIDE_MOST 60000u              /* pixels */
#define IMAGE_SIDE_LEAST 16u                /* fewer are no picture that one would print */

struct image {
    uint32_t width, height;      /* pixels */
    unsigned channels;           /* 1: grey; 3: red, green, blue */
    const unsigned char *pixels; /* row by row from the top, without padding */
};

/* Decodes `bytes`, lays what is transparent on white, scales it down until it is at most
 * `most_width` by `most_height` pixels (both > 0; its proportions stay, no side gets shorter than a
 * pixel; a smaller one stays as it is), and makes it grey where all of it is. The pixels live in
 * `arena`. The same bytes give the same pixels. Errors: EXIT_CONFIG for another format, a format
 * that this build cannot read, a damaged, truncated, CMYK, too large or too small picture; *out is
 * unchanged then. At most 5 bytes of memory a pixel are taken meanwhile. */
bool image_read(struct text bytes, uint32_t most_width, uint32_t most_height, struct arena *arena,
                struct image *out, struct error *error);

#endif
