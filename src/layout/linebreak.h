/* Setting a paragraph into lines.
 *
 * Before: runs of text in styles, and a width. After: paginate puts the lines on pages. The breaks
 * are chosen for the whole paragraph at once: of all ways to break it the one with the least sum of
 * squared faults wins, where a fault is a space stretched or shrunk, a break inside a word, hyphens
 * below each other, neighbouring lines of very different tightness, or a line left ragged because
 * its spaces would have to grow beyond the template's cap. */
#ifndef TAKLIMAT_LAYOUT_LINEBREAK_H
#define TAKLIMAT_LAYOUT_LINEBREAK_H

#include "layout/template.h"

#define NO_LINK SIZE_MAX

/* A stretch of text in one style. */
struct run {
    enum style style;
    struct text text; /* from legible_text for the style's face */
    size_t link;      /* index of a destination, or NO_LINK */
    struct text uri;  /* where a link leads out; none if it does not */
};

/* Part of a run on a line. */
struct piece {
    size_t run;
    struct text text;
    mpt x;          /* from the line's left edge */
    mpt width;      /* with word_space */
    mpt word_space; /* added to each space */
};

struct line {
    struct piece *pieces;
    size_t count;
    mpt width;
};

struct lines {
    struct line *at;
    size_t count;
};

struct setting {
    const struct template *template;
    const struct measure *measure;
    const struct run *runs;
    size_t run_count;
    mpt width; /* of the column, > 0 */
    enum align align;
    bool balance; /* display: lines of about one length, ended where the sense allows */
};

/* The lines of the paragraph, in the arena; none for a paragraph without a visible character. Every
 * character but the spaces at line ends is in exactly one piece, in order. A line breaks at spaces,
 * after dashes, slashes and the hyphens of reduplication (berturut-turut); between numbers and the
 * words that are tied to them only if nothing else is possible; inside a word only if the word
 * alone is wider than the column. No line is wider than `width` unless a single character is.
 * Linear in the text (times the words on a line). */
struct lines linebreak_set(struct arena *arena, const struct setting *setting);

/* What to add to each of the `spaces` spaces, `glue` wide in all, of a line of `natural` width, so
 * that a justified line fills the column; 0 where that would pass the cap, and for the `last` line.
 * Less than 0 where the line is wider than the column. */
mpt linebreak_stretch(const struct setting *setting, int64_t natural, int64_t glue, size_t spaces,
                      bool last);

#endif
