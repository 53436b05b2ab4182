/* Layout: a finished month and a template in, pages out. A pure function; computes in integers.
 *
 * Before: src/summary. After: src/pdf. Inside: edition.c selects, compose*.c write the document
 * (headings, paragraphs, tables), linebreak.c sets text into lines, paginate.c fills pages. */
#ifndef TAKLIMAT_LAYOUT_LAYOUT_H
#define TAKLIMAT_LAYOUT_LAYOUT_H

#include "base/faults.h"
#include "layout/house.h"
#include "layout/measure.h"
#include "layout/pages.h"
#include "summary/changes.h"
#include "summary/finished.h"
#include "summary/history.h"
#include "summary/review.h"

struct template; /* layout/template.h: geometry, styles, labels; opaque here */

/* Reads `path` (templates/id.json). On failure NULL and EXIT_CONFIG with file and what is wrong.
 * Free with template_free. */
struct template *template_load(const char *path, struct error *error);

/* The same; tells every fault, with the path of the key (styles.title.size) and its line. The
 * paper and accent that `house` sets (NULL: nothing) stand in the place of the template's; margins
 * and columns that leave no room on that paper are a fault. */
struct template *template_read(const char *path, const struct house *house, struct faults *faults);
void template_free(struct template *template);

struct province_tiles; /* tables/province_tiles.h */
struct topics;         /* tables/topics.h */
struct regions;        /* tables/regions.h */
struct glossary;       /* tables/glossary.h */

/* What a revision says of the one that it replaces. */
struct addendum {
    unsigned revision;             /* 2 or more */
    const struct summary *before;  /* the articles of the one before; NULL: they cannot be read */
    const struct changes *changes; /* since then; not NULL unless `before` is */
};

struct briefing_options {
    struct text region;      /* "" the nation; "19" one province; "19.06" one region */
    struct text region_name; /* its name, for a place without news; none: the code stands there */
    struct date issued;      /* in the masthead */
    struct text program;     /* "taklimat 0.1.0", for the notes on method */
    struct text zone; /* whose days are meant, as people call it: "WIB"; none: each region's own */
    struct text tables_version;
    const struct review *review; /* what should be looked at, for a section of its own; NULL: no
                                    such section */
    size_t decided; /* decisions of an editor that were applied, told in that section */
    struct date tables_date;
    size_t tables_added;                /* files that the user added to the register */
    const struct province_tiles *tiles; /* where provinces stand on the map; NULL: no map */
    const struct history *history; /* the months before, to tell change and trend; NULL: nothing is
                                      compared */
    const struct regions *regions; /* all there are, to tell the silent ones; NULL: no such
                                      section */
    const struct glossary *glossary; /* abbreviations to explain; NULL: no such section */
    const struct topics *topics;     /* names of what advisories are about; NULL: no bars */
    size_t read, accepted, rejected; /* records, for the notes on method; 0,0,0 if not known */
    const struct addendum *addendum; /* NULL: the period's first briefing */
    const struct house *house;       /* words of the office's own; NULL: none */
};

/* Sets the briefing. Errors: EXIT_CONFIG (geometry without room for text). On failure *out is
 * empty. Free with pages_free. */
bool layout_briefing(const struct finished *finished, const struct template *template,
                     const struct measure *measure, const struct briefing_options *options,
                     struct pages *out, struct error *error);

/* The figures that the place's briefing prints on its cards and counts by topic: code "" the
 * nation, "19", "19.06". `topics` may be NULL: then no advisory has one. The code is borrowed, the
 * counts by topic live in `arena`. */
struct place_figures layout_figures(const struct finished *finished, const struct topics *topics,
                                    struct text code, struct arena *arena);

/* Notes in the template's language, with its dates; borrows the template. `forms` may be NULL: then
 * notes stay as they are. */
struct note_wording layout_note_wording(const struct template *template,
                                        const struct note_forms *forms);

/* Why the item should be looked at, in the template's words, then what the program found, likewise;
 * in `arena`. For review.csv. */
struct text layout_review_words(const struct template *template, const struct note_forms *notes,
                                struct arena *arena, const struct review_item *item);

#endif
