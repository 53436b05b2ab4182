/* Pages saved from a browser: the article in them, and what the page says about it.
 *
 * Before: the bytes of an .html file. After: a record, as from JSON, whose text is the page's main
 * text: a paragraph a line, parted by empty lines. Offsets of facts count bytes of that text. It
 * may still hold furniture, which clean.c finds as in any scraped text. */
#ifndef TAKLIMAT_INTAKE_PAGE_H
#define TAKLIMAT_INTAKE_PAGE_H

#include "intake/record.h"

/* Reads a page in whatever encoding: that of a byte-order mark, UTF-8 if it is, else what the page
 * declares, else Windows-1252. A page without an article has no text, which prepare.c refuses. On
 * failure *fault says why. */
bool page_read(struct text bytes, struct arena *arena, struct record *record, struct fault *fault);

#endif
