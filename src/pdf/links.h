/* Where links and the outline lead. */
#ifndef TAKLIMAT_PDF_LINKS_H
#define TAKLIMAT_PDF_LINKS_H

#include "pdf/document.h"

/* Appends "/Dest[...]" for a destination of the pages; nothing if there is none of that number. */
void links_put_destination(struct document *document, size_t destination, struct buffer *out);

/* Adds the links of all pages; the pages themselves must be there. */
void links_write(struct document *document);

#endif
