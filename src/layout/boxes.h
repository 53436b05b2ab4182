/* Boxes: the pieces of a paragraph that lines are made of, with the spaces between them and what a
 * break there would cost.
 *
 * Before: runs. After: linebreak.c chooses among the breaks. */
#ifndef TAKLIMAT_LAYOUT_BOXES_H
#define TAKLIMAT_LAYOUT_BOXES_H

#include "layout/linebreak.h"

/* What lies between a box and the one before it. */
enum joint {
    JOINT_SPACE,  /* a space to break at */
    JOINT_INSIDE, /* after a dash, slash or hyphen: a break that shows */
    JOINT_HYPHEN, /* between syllables: a hyphen is added where the line ends here */
    JOINT_FORCED, /* a word wider than the column was cut */
    JOINT_TIED,   /* a space that keeps "PP 94" or "2,37 %" together */
    JOINT_NONE    /* the middle of a word, where its style changes */
};

struct box {
    uint32_t run;
    uint8_t joint;       /* enum joint */
    uint32_t start, end; /* bytes in the run's text */
    mpt width;
    mpt glue;   /* natural width of the space before it; 0 if none */
    mpt hyphen; /* width of the hyphen that a break before it adds; 0 if none */
};

/* The boxes of the paragraph, in the arena. */
struct box *boxes_make(struct arena *arena, const struct setting *setting, size_t *count);

#endif
