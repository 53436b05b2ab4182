/* What the document says of itself. */
#ifndef TAKLIMAT_PDF_METADATA_H
#define TAKLIMAT_PDF_METADATA_H

#include "pdf/document.h"

/* The program, as the document names it. */
#define METADATA_CREATOR PACKAGE_NAME " " PACKAGE_VERSION

/* Title, author, subject, keywords, language and page labels. No date: it would make two runs
 * differ. */
void metadata_write(struct document *document);

#endif
