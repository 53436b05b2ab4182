/* Which characters of a face a document uses, and under which two-byte code each is drawn.
 *
 * Codes are given in the order of first use and are the glyph numbers of the subset that embed.c
 * writes: so subset, widths and ToUnicode hold what is used and nothing else. A code stands for one
 * character, even where a font draws two of them alike, so that text extracts as it was written. */
#ifndef TAKLIMAT_PDF_GLYPHS_H
#define TAKLIMAT_PDF_GLYPHS_H

#include "pdf/truetype.h"

struct glyphs {
    const struct truetype *font; /* borrowed */
    uint16_t *code_of;           /* owned: code of each character, 0 if not used yet */
    struct glyph {
        uint16_t character; /* 0 for a part of others that is not drawn by itself */
        uint16_t glyph;     /* in the font */
    } * used;               /* owned; used[0] is the box for what is missing */
    size_t count, capacity;
};

/* Starts with the box alone. Free with glyphs_free. */
void glyphs_init(struct glyphs *glyphs, const struct truetype *font);
void glyphs_free(struct glyphs *glyphs);

/* The code of a character, given now if it is new; 0 for one that the font lacks. */
unsigned glyphs_code(struct glyphs *glyphs, uint32_t character);

/* Adds a glyph that others are composed of, unless it is used; returns its code. */
unsigned glyphs_add_part(struct glyphs *glyphs, unsigned glyph, uint16_t *code_of_glyph);

#endif
