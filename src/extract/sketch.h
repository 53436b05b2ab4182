/* The near-duplicate signature of an article: which of its short word runs it shares with another,
 * and how many it has.
 *
 * Before: tokens. After: src/summary finds syndicated copies by comparing signatures. In JSON a
 * sketch is the hex digits of its bytes. */
#ifndef TAKLIMAT_EXTRACT_SKETCH_H
#define TAKLIMAT_EXTRACT_SKETCH_H

#include <stdint.h>

#include "base/text.h"

#define SKETCH_LANES 64
#define SKETCH_BYTES                                                                               \
    (3 + 2 * SKETCH_LANES) /* version, runs, lanes; numbers with the high byte first */
#define SKETCH_DIGITS (2 * SKETCH_BYTES) /* of its hex form */

/* The first byte of a sketch. To be changed whenever the same text would get other lanes: sketches
 * of two versions look unlike even where the texts are equal, and must not be mixed. */
#define SKETCH_VERSION 2

struct sketch {
    uint16_t runs; /* in the article, each with its weight; 65535 stands for all above, too */
    uint16_t lanes[SKETCH_LANES];
};

/* Reads the bytes of a sketch; false (*out undefined) if they are none, or of another version. */
bool sketch_read(struct text bytes, struct sketch *out);

/* In how many lanes two sketches agree. Of two articles that share s percent of the weight of all
 * runs of four words that either has, s percent agree (an estimate: with a true 70 the standard
 * error is 6; 1 of 65,536 agrees by accident). */
int sketch_equal_lanes(const struct sketch *a, const struct sketch *b);

/* How much of their runs two articles share, as percent of what either has (0 to 100); 0 where one
 * is no sketch, as that of an article without words (""). */
int sketch_similarity(struct text a, struct text b);

#endif
