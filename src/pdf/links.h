/* Where links and the outline lead. */
#ifndef TAKLIMAT_PDF_LINKS_H
#define TAKLIMAT_PDF_LINKS_H

#include "pdf/document.h"

/* Appends "/Dest(12)" for a destination of the pages, by its name; nothing if there is none of that
 * number. */
void links_put_destination(const struct document *document, size_t destination, struct buffer *out);

/* Appends the links of a page to `out`, as they are to stand in its /Annots: written out in a plain
 * document; in a tagged one, whose structure refers to them, as references to objects. Nothing for
 * a page without links. */
void links_draw(struct document *document, size_t page, struct buffer *out);

/* Writes where the destinations are, by their names, and names the list in the catalogue; nothing
 * if there are none. The pages must be there. */
void links_write_destinations(struct document *document);

#endif
