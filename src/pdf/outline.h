/* The outline: chapters and sections beside the page. */
#ifndef TAKLIMAT_PDF_OUTLINE_H
#define TAKLIMAT_PDF_OUTLINE_H

#include "pdf/document.h"

/* Writes the outline and names it in the catalogue; nothing if the pages have none. */
void outline_write(struct document *document);

#endif
