/* What is drawn on a page. */
#ifndef TAKLIMAT_PDF_CONTENT_H
#define TAKLIMAT_PDF_CONTENT_H

#include "pdf/document.h"

/* Appends the operators that draw the text, rules and shapes of page `page`; its links are
 * links.c's. Notes in document->glyphs and document->structure what is used and marked. Pages are
 * drawn in their order. */
void content_draw(struct document *document, size_t page, struct buffer *out);

#endif
