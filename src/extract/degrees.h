/* Academic degrees and the other titles behind and before a name: where they begin and end.
 *
 * Before: struct reading. After: names asks whether a word can be a name's, mentions where the
 * degrees end. Which titles there are stands in honorifics.tsv; physicians' fields and degrees with
 * full stops are read by their form, for no table has them all. Tokens by number. */
#ifndef TAKLIMAT_EXTRACT_DEGREES_H
#define TAKLIMAT_EXTRACT_DEGREES_H

#include "extract/reading.h"

/* The longest title at token `at` that stands behind names (`after`) or before them: "Apt" does
 * both. NULL if there is none; the hit is the article's. */
const struct hit *degrees_honorific(const struct reading *reading, uint32_t at, bool after);

/* True for a physician's field: SpA, SpOG. */
bool degrees_specialty(const struct reading *reading, uint32_t at);

/* True for a degree written without its full stops in small and capital letters, which no name's
 * word looks like: MKes, SPd. */
bool degrees_joined(const struct reading *reading, uint32_t at);

/* True for a letter that begins a degree and is no initial of a name: "M.Biomed". */
bool degrees_begin(const struct reading *reading, uint32_t at);

/* The token after the degrees behind a name (, S.H., M.Si), `at` itself if there are none. */
uint32_t degrees_after(const struct reading *reading, uint32_t at);

#endif
