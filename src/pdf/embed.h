/* The fonts of a document. */
#ifndef TAKLIMAT_PDF_EMBED_H
#define TAKLIMAT_PDF_EMBED_H

#include "pdf/document.h"

/* Embeds a subset of each face that was drawn with, and names them /F0 to /F7 in the resources.
 * Nothing can be drawn afterwards. */
void embed_fonts(struct document *document);

#endif
