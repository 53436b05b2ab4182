/* Rivers: white streaks that run down through a paragraph's spaces.
 *
 * Before: breaks.c chose lines. It asks here whether they make rivers. */
#ifndef TAKLIMAT_LAYOUT_RIVERS_H
#define TAKLIMAT_LAYOUT_RIVERS_H

#include "layout/breaks.h"

#define RIVER_LINES 3 /* with a space below a space: two may be chance, three catch the eye */

/* How many rivers the lines make that breaks->from leads to. A river is a chain of spaces on
 * RIVER_LINES lines or more, one below the other, where at least half of the narrower of two lies
 * below the other. If there is one, `line` becomes the line on which the last of them reaches
 * RIVER_LINES. */
size_t rivers_count(const struct breaks *breaks, struct break_line *line);

#endif
