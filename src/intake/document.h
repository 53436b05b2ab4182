/* Documents of a word processor (.docx): one article each, a paragraph a line.
 *
 * Before: the zip file. After: a text, which record.c takes like that of a .txt file. */
#ifndef TAKLIMAT_INTAKE_DOCUMENT_H
#define TAKLIMAT_INTAKE_DOCUMENT_H

#include "intake/archive.h"

/* Whether the archive is a document. */
bool document_is(const struct archive *archive);

/* The document's text, in `arena`: paragraphs parted by empty lines. Left out are deleted passages,
 * notes, headers, and what stands twice for old programs. False, with *fault, if it is damaged or
 * its text is longer than `limit` bytes. */
bool document_read(struct archive *archive, size_t limit, struct arena *arena, struct text *text,
                   struct fault *fault);

#endif
