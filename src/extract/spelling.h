/* Likeness of words: nicknames and misspellings of a name.
 *
 * Before: two words as they stand in a text. After: people puts mentions together. */
#ifndef TAKLIMAT_EXTRACT_SPELLING_H
#define TAKLIMAT_EXTRACT_SPELLING_H

#include "base/text.h"

/* How likely `word` is another form of the name `full`: 0 not, 1 a shortened form (Edo of Alferdo),
 * 2 a misspelling by one or two letters (Jalen of Jaelan), 3 its beginning or end (Andri of
 * Andriyanto, Risma of Tri Rismaharini). ASCII letters are compared without case. Words of more
 * than 32 bytes are never alike. */
int spelling_likeness(struct text word, struct text full);

#endif
