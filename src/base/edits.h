/* The edit distance of words: misspellings of names, slips in the keys of annotations. */
#ifndef TAKLIMAT_BASE_EDITS_H
#define TAKLIMAT_BASE_EDITS_H

#include "base/text.h"

#define EDITS_LONGEST 32 /* bytes of a word that is compared */

/* The number of bytes to put, take or change that make `b` of `a` (Levenshtein), ASCII case aside.
 * `b` must not be longer than EDITS_LONGEST. */
size_t edits_between(struct text a, struct text b);

#endif
