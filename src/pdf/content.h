/* What is drawn on a page. */
#ifndef TAKLIMAT_PDF_CONTENT_H
#define TAKLIMAT_PDF_CONTENT_H

#include "pdf/document.h"

/* Appends the operators that draw the page's text, rules and shapes; its links are links.c's. Notes
 * in document->glyphs what is used. */
void content_draw(struct document *document, const struct page *page, struct buffer *out);

#endif
