/* The eight faces, inside src/pdf; pdf.h shows the rest of the program an opaque struct fonts. */
#ifndef TAKLIMAT_PDF_FONTS_H
#define TAKLIMAT_PDF_FONTS_H

#include "layout/measure.h"
#include "pdf/pdf.h"
#include "pdf/truetype.h"

struct fonts {
    struct truetype faces[FACES];
};

/* Kerning between two characters of a run, 1/1000 em, and the glyphs they are shown by. Spaces are
 * not kerned: so the width of a line is the sum of its words and spaces, and justification has
 * nothing to correct. */
int fonts_kerning(const struct truetype *font, uint32_t left, uint32_t right);

/* The glyph of a character; 0, the font's box for what is missing, if it has none. */
static inline unsigned fonts_glyph(const struct truetype *font, uint32_t character) {
    return character < TRUETYPE_CHARACTERS ? font->glyph_of[character] : 0;
}

#endif
