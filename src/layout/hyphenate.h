/* Hyphenation of Indonesian words by syllables.
 *
 * Before: boxes.c, for words that may part at a line's end. */
#ifndef TAKLIMAT_LAYOUT_HYPHENATE_H
#define TAKLIMAT_LAYOUT_HYPHENATE_H

#include "base/text.h"

#define HYPHENS_MOST 24

/* Where `word` may part: offsets in ascending order, at most HYPHENS_MOST. Returns their number; 0
 * unless the word (but for marks around it) is all lower-case ASCII letters, since names and
 * abbreviations do not part. */
size_t hyphenate(struct text word, size_t offsets[HYPHENS_MOST]);

#endif
