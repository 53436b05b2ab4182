/* The briefing on one screen, as plain text to paste into a messenger or to stand in a mail: whose
 * it is, key figures, highlights, what is to check.
 *
 * Before: compose.c, when the pages are composed. After: pages.digest, which the command line
 * writes beside the PDF. It says nothing that the front page does not: its figures are
 * front_words.h's, its highlights those that the page leads with (composer->leads), its list
 * attention.h's. */
#ifndef TAKLIMAT_LAYOUT_DIGEST_TEXT_H
#define TAKLIMAT_LAYOUT_DIGEST_TEXT_H

#include "layout/compose.h"

#define DIGEST_LINES 28   /* at most, as a screen of DIGEST_COLUMNS characters breaks them */
#define DIGEST_COLUMNS 72 /* characters */

/* The digest of an edition whose front page is composed, in `arena`: UTF-8 without a mark, lines
 * ended by "\n". A paragraph is one line, however long; a highlight takes one and leads back to its
 * article (outlet, date, number in the list of sources). As many highlights as DIGEST_LINES leave
 * room for, but one at least. `title` and `issue` are the briefing's. Of names and words from
 * outside, control characters and marks of direction are dropped, and the marks that messengers
 * take for bold, italic and the like (* _ ~ `) become others that look like them. */
struct text digest_text(const struct composer *composer, struct text title, struct text issue,
                        struct arena *arena);

#endif
