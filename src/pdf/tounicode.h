/* The map by which text is taken out of a PDF again. */
#ifndef TAKLIMAT_PDF_TOUNICODE_H
#define TAKLIMAT_PDF_TOUNICODE_H

#include "base/buffer.h"
#include "pdf/glyphs.h"

/* Appends a ToUnicode CMap: the character of each code. */
void tounicode_write(const struct glyphs *glyphs, struct buffer *out);

#endif
