/* What layout must know of fonts, asked through callbacks: layout never sees the PDF library. */
#ifndef TAKLIMAT_LAYOUT_MEASURE_H
#define TAKLIMAT_LAYOUT_MEASURE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/text.h"

/* All lengths in layout are millipoints: 1/1000 of a point, 1 pt = 1/72 inch. A4 is 595276 by
 * 841890. */
typedef int32_t mpt;

/* The faces of fonts/manifest.tsv, in its order of roles. */
enum face {
    FACE_TEXT_REGULAR,
    FACE_TEXT_BOLD,
    FACE_TEXT_ITALIC,
    FACE_TEXT_BOLD_ITALIC, /* PT Serif */
    FACE_SANS_REGULAR,
    FACE_SANS_BOLD,
    FACE_SANS_ITALIC,
    FACE_SANS_BOLD_ITALIC, /* PT Sans */
    FACES
};

struct measure {
    void *context; /* borrowed, handed to the callbacks */

    /* Width of checked UTF-8 set in `face` at `size` millipoints, with the font's kerning if the
     * writer applies it. The same value on every machine with the same font files. */
    mpt (*width)(void *context, enum face face, mpt size, struct text text);

    /* True if the face has a glyph for the character. */
    bool (*has_glyph)(void *context, enum face face, uint32_t codepoint);
};

#endif
