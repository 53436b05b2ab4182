/* The near-duplicate signature of an article: which of its short word runs it shares with another,
 * in 128 hex digits.
 *
 * Before: tokens. After: src/summary finds syndicated copies by comparing signatures. */
#ifndef TAKLIMAT_EXTRACT_SKETCH_H
#define TAKLIMAT_EXTRACT_SKETCH_H

#include <stdint.h>

#include "base/text.h"

#define SKETCH_LANES 64                  /* one byte each */
#define SKETCH_DIGITS (2 * SKETCH_LANES) /* hex digits of a sketch */

/* How much of their text two articles share, as percent of the runs of four words that either has
 * (0 to 100, an estimate: with a true 70 the standard error is 6). 0 where a text is no sketch, as
 * that of an article without words
 * (""). Use it with a bar of about 50 for copies that were edited, 70 for copies. */
int sketch_similarity(struct text a, struct text b);

/* Reads a sketch; false (lanes undefined) if it is none. Two articles of similarity s agree in a
 * given lane with a probability of s: the summary groups candidates by runs of lanes. */
bool sketch_read(struct text sketch, uint8_t lanes[SKETCH_LANES]);

#endif
