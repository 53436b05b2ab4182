/* Breaks: which boxes of a paragraph stand on one line, and what each line costs.
 *
 * Before: boxes.c cuts the runs. After: linebreak.c places the pieces of each line. Its own file so
 * that a test can hold the chosen breaks against others.
 *
 * A line costs something by itself and something below the line above it: after Knuth and Plass,
 * "Breaking Paragraphs into Lines" (1981), whose classes of tightness these are. So the best lines
 * that end before a box are kept once for each class of the last of them and each number of hyphens
 * that it ends: BREAK_STATES of them. */
#ifndef TAKLIMAT_LAYOUT_BREAKS_H
#define TAKLIMAT_LAYOUT_BREAKS_H

#include "layout/boxes.h"

/* Where a line's spaces stand between shrunk and stretched to the cap. A line that is left ragged
 * has them as they are. */
enum tightness { TIGHT, NORMAL, LOOSE, VERY_LOOSE, TIGHTNESSES };

#define BREAK_STATES (2 * TIGHTNESSES) /* with one hyphen or none at the end; with two or more */
#define RIVER_DEMERITS 40000           /* more than this it may not cost to be rid of rivers */
#define BREAKS_AVOIDED 4               /* lines of rivers that are tried to do without */

struct break_node {
    int64_t cost;   /* least demerits of lines that end so; INT64_MAX: none do */
    uint32_t from;  /* where the last of these lines begins, */
    uint32_t state; /* and the state of those before it */
};

/* The line of boxes `from` to `end` - 1. */
struct break_line {
    size_t from, end;
};

struct breaks {
    const struct setting *setting; /* borrowed */
    struct box *boxes;
    size_t count;
    int64_t *width;                           /* [i]: widths of boxes and glue before box i */
    int64_t *glue;                            /* [i]: glue before boxes 0 to i-1 */
    struct break_node (*nodes)[BREAK_STATES]; /* [i]: lines that end before box i */
    int64_t *floor;       /* [i]: what lines that end before box i or a later one cost at least */
    size_t *from, *other; /* [i]: where the line that ends before box i begins; as chosen before */
    struct break_line avoid[BREAKS_AVOIDED];
    size_t avoided;
};

/* A line by itself. */
struct break_fault {
    int64_t demerits; /* -1 if it does not fit */
    enum tightness tightness;
};

/* A line's spaces: how wide they are before they are stretched, how many, and what each is
 * stretched by; less than 0: shrunk. */
struct break_spaces {
    int64_t glue;
    size_t count;
    mpt stretch;
};

/* The boxes of the paragraph and their sums, in `arena`; no break is chosen yet. */
void breaks_prepare(struct breaks *breaks, struct arena *arena, const struct setting *setting);

/* Fills `from` so that the lines to from[count], from[from[count]] ... have the least sum of
 * demerits; of a justified paragraph then, where rivers (rivers.h) can be broken up by lines that
 * cost little more, these. Linear in the boxes (times those on a line). */
void breaks_choose(struct breaks *breaks);

struct break_fault breaks_fault(const struct breaks *breaks, size_t i, size_t j);

/* The spaces of the line of boxes i to j-1. */
struct break_spaces breaks_spaces(const struct breaks *breaks, size_t i, size_t j);

/* Demerits of all the lines that `from` leads to, each by itself and below the one above; -1 if one
 * does not fit. */
int64_t breaks_cost(const struct breaks *breaks);

/* True if the line that ends before box j ends with a hyphen that was added or stood there. */
bool breaks_hyphen(const struct breaks *breaks, size_t j);

/* The lines that `from` leads to, placed, in `arena`. */
struct lines breaks_lines(struct arena *arena, const struct breaks *breaks);

#endif
