/* A TrueType file of only the glyphs that a document uses. */
#ifndef TAKLIMAT_PDF_SUBSET_H
#define TAKLIMAT_PDF_SUBSET_H

#include "base/buffer.h"
#include "pdf/glyphs.h"

/* Appends to `out` a font whose glyph numbers are the codes of `glyphs`. Glyphs that used ones are
 * composed of, at any depth, are added to `glyphs` first. */
void subset_write(struct glyphs *glyphs, struct buffer *out);

#endif
