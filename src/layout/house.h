/* What an office sets for itself on the page: paper, accent colour, and words of its own.
 *
 * Before: the configuration and the command line. After: the reader of templates, which lets it
 * override what the template says, and compose_office.c, which sets the words. */
#ifndef TAKLIMAT_LAYOUT_HOUSE_H
#define TAKLIMAT_LAYOUT_HOUSE_H

#include <stdbool.h>

#include "base/image.h"
#include "base/translate.h"
#include "layout/measure.h"

/* A size of paper, upright. */
struct paper {
    const char *name; /* "A4" */
    mpt width, height;
};

#define HOUSE_LINES 4 /* of a letterhead, and of an address */

/* What is not set is the template's. Texts are checked UTF-8 and borrowed. */
struct house {
    const struct paper *paper;           /* NULL: not set */
    bool accented;                       /* accent is set */
    uint32_t accent;                     /* 0xRRGGBB */
    struct text letterhead[HOUSE_LINES]; /* names at the head of the first page, the highest office
                                            first, the last the office's own, in larger type */
    size_t letterhead_count;
    struct text address[HOUSE_LINES]; /* below them */
    size_t address_count;
    const struct image *logo;    /* beside them, or before the masthead; NULL: none */
    struct text logo_sha256;     /* of its file, in hexadecimal */
    struct text organisation;    /* in the masthead, the running header, as the document's author */
    struct text number;          /* of the document, in the masthead */
    struct text contact;         /* in the masthead */
    struct text foreword;        /* plain text, an empty line between two paragraphs */
    struct text signatory;       /* who signs; none: nobody does, and what follows is not printed */
    struct text signatory_title; /* the signatory's office */
    struct text signatory_rank;  /* in the civil service (pangkat) */
    struct text signatory_id;    /* number (NIP) */
    struct text place;           /* where it is signed */
};

#define PAPER_NAMES N_("A4, F4 and Letter")

/* The paper of that name, capitals or not; NULL if there is none. */
const struct paper *paper_find(struct text name);

/* A logo is printed at this resolution, in pixels an inch, or below where it has fewer pixels, but
 * never below LOGO_DPI_LEAST: it is printed smaller then. */
#define LOGO_DPI 300
#define LOGO_DPI_LEAST 100

/* The largest rectangle that a logo is printed in: 30 by 24 mm in a letterhead, where coats of arms
 * stand beside some five lines, 40 by 14 mm before a masthead. */
void logo_room(const struct house *house, mpt *width, mpt *height);

/* How large house->logo, which is not NULL, is printed. */
void logo_size(const struct house *house, mpt *width, mpt *height);

/* Reads "#rrggbb", capitals or not. False if it is anything else; *out is then unchanged. */
bool accent_read(struct text text, uint32_t *out);

/* Contrast of the colour on white in hundredths, 100 to 2100, rounded down: WCAG 2.1, section
 * 1.4.3. Text in it wants ACCENT_CONTRAST at least. */
unsigned accent_contrast(uint32_t colour);
#define ACCENT_CONTRAST 450

/* The colour with so many hundredths of white in it: grounds and bars beside an accent. */
uint32_t accent_tint(uint32_t colour, unsigned white);

#endif
