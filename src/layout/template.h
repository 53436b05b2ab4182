/* The template: how a briefing looks and in which language it speaks. Read from JSON once, then
 * only read.
 *
 * Before: templates/id.json or en.json, described in templates/README.md. After: compose asks for
 * labels and formats, linebreak and paginate for styles and geometry. */
#ifndef TAKLIMAT_LAYOUT_TEMPLATE_H
#define TAKLIMAT_LAYOUT_TEMPLATE_H

#include "base/arena.h"
#include "base/error.h"
#include "layout/labels.h"
#include "layout/layout.h"
#include "layout/measure.h"
#include "layout/style.h"

enum align { ALIGN_LEFT, ALIGN_JUSTIFY, ALIGN_RIGHT, ALIGN_CENTRE };
enum keep { KEEP_NONE, KEEP_NEXT, KEEP_TOGETHER, KEEP_PREVIOUS };

struct style_values {
    enum face face;
    mpt size, leading;
    mpt before, after; /* space above and below; the larger of two neighbours counts; none at the
                          top of a page */
    mpt indent;        /* from the left edge of the column; a list's mark hangs in it */
    mpt rule;          /* thickness of a line above, 0 none */
    mpt bar;           /* width of an accent bar at the left edge, 0 none */
    uint32_t colour;   /* 0xRRGGBB */
    enum align align;
    enum keep keep;
    int room; /* begins a page unless this part of the page is free below, in percent; 0 anywhere */
    bool tinted;    /* on a tinted ground */
    bool upper;     /* set in capitals */
    bool balance;   /* display: lines of about one length, see linebreak.h */
    bool hyphenate; /* lower-case words may part between syllables, by Indonesian rules */
};

struct geometry {
    mpt width, height;            /* of the paper */
    mpt top, right, bottom, left; /* margins; running header and footer stand in top and bottom */
    mpt header,
        footer; /* from the paper's edge to the baseline of the running header, of the footer */
    mpt gutter; /* between the main and the side column */
    mpt side;   /* width of the side column */
};

struct typesetting {
    int stretch; /* a space may grow by at most this part of its width, in percent; beyond it the
                    line stays ragged */
    int shrink;  /* and shrink by this */
};

/* Words that do not part from a number beside them at a line's end. */
struct ties {
    struct text *before_number; /* "PP", "Rp", "Pasal" */
    size_t before_count;
    struct text *after_number; /* "%", "persen", month names */
    size_t after_count;
};

struct template {
    struct arena arena;   /* owns everything below */
    struct text language; /* "id", "en" */
    struct geometry geometry;
    struct typesetting typesetting;
    uint32_t colours[COLOURS];
    struct style_values styles[STYLES];
    enum section sections[SECTIONS];
    enum part parts[PARTS];
    struct text thousands;             /* "." */
    struct text day, short_day, month; /* "{day} {month} {year}" */
    struct text months[12], short_months[12];
    struct ties ties;
    struct text labels[LABELS];
};

#endif
