/* Breaks: which boxes of a paragraph stand on one line, and what each line costs.
 *
 * Before: boxes.c cuts the runs. After: linebreak.c places the pieces of each line. Its own file so
 * that a test can hold the chosen breaks against others. */
#ifndef TAKLIMAT_LAYOUT_BREAKS_H
#define TAKLIMAT_LAYOUT_BREAKS_H

#include "layout/boxes.h"

struct breaks {
    const struct setting *setting; /* borrowed */
    struct box *boxes;
    size_t count;
    int64_t *width; /* [i]: widths of boxes and glue before box i */
    int64_t *glue;  /* [i]: glue before boxes 0 to i-1 */
    int64_t *best;  /* [i]: least demerits of lines that end before box i */
    size_t *from;   /* [i]: where the last of these lines begins */
};

/* The boxes of the paragraph and their sums, in `arena`; no break is chosen yet. */
void breaks_prepare(struct breaks *breaks, struct arena *arena, const struct setting *setting);

/* Fills `best` and `from` so that the lines to from[count], from[from[count]] ... have the least
 * sum of demerits. */
void breaks_choose(struct breaks *breaks);

/* Demerits of the line of boxes i to j-1; -1 if it does not fit. */
int64_t breaks_demerits(const struct breaks *breaks, size_t i, size_t j);

/* The lines that `from` leads to, placed, in `arena`. */
struct lines breaks_lines(struct arena *arena, const struct breaks *breaks);

#endif
