/* What makes the document one for archives: PDF/A-1, conformance level B (ISO 19005-1). */
#ifndef TAKLIMAT_PDF_ARCHIVE_H
#define TAKLIMAT_PDF_ARCHIVE_H

#include "pdf/document.h"

/* Writes the metadata once more as XMP, with the values of the information dictionary; with a
 * colour profile (profile_read) the output intent too, and that the document is PDF/A. Without one
 * it claims nothing. metadata_write must have been there before. */
void archive_write(struct document *document, struct text profile);

#endif
