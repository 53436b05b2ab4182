/* Pages: what layout hands to a writer. Boxes of text, rules, shapes and links at fixed places.
 *
 * Before: layout/paginate.c. After: src/pdf draws them without deciding anything. Coordinates are
 * millipoints from the top left corner of the page, y downwards; colours are 0xRRGGBB. Everything
 * lives in the pages' arena. */
#ifndef TAKLIMAT_LAYOUT_PAGES_H
#define TAKLIMAT_LAYOUT_PAGES_H

#include "base/arena.h"
#include "base/image.h"
#include "layout/measure.h"

enum item_kind { ITEM_TEXT, ITEM_RULE, ITEM_SHAPE, ITEM_LINK, ITEM_FIGURE, ITEM_IMAGE };

/* The structure element an item belongs to, for tagged output; artifacts are not read aloud. */
enum item_role {
    ROLE_ARTIFACT,
    ROLE_TITLE,
    ROLE_H1,
    ROLE_H2,
    ROLE_H3,
    ROLE_P,
    ROLE_QUOTE,
    ROLE_LIST,
    ROLE_TH,
    ROLE_TD,
    ROLE_CONTENTS,
    ROLE_NOTE,
    ROLE_LIST_MARK, /* the number or dot of the item of a list that follows, an element of its own
                     */
    ROLE_FIGURE     /* all that a picture is drawn of, its words too: see ITEM_FIGURE */
};

struct point {
    mpt x, y;
};

struct item {
    enum item_kind kind;
    enum item_role role;
    uint32_t element; /* items with the same number belong to one paragraph, cell or heading, in
                         reading order; 0 for artifacts */
    union {
        struct item_text { /* one run of one face on one line */
            mpt x, baseline;
            enum face face;
            mpt size;
            uint32_t colour;
            mpt word_space;   /* extra width added to each space, for justification */
            mpt width;        /* with word_space */
            struct text text; /* every character has a glyph in the face */
        } text;
        struct item_rule { /* a filled rectangle */
            mpt x, y, width, height;
            uint32_t colour;
        } rule;
        struct item_shape { /* a filled polygon */
            struct point *points;
            size_t count;
            uint32_t colour;
        } shape;
        struct item_link { /* a rectangle that leads somewhere */
            mpt x, y, width, height;
            size_t destination; /* index in pages.destinations, if uri is none */
            struct text uri;    /* http(s) address, or none */
        } link;
        struct item_figure { /* a picture begins, within the rectangle; draws nothing itself. The
                                items after it with its element, all on its page, are the picture */
            mpt x, y, width, height;
            struct text alt; /* what it shows, in words: read instead of it. Never empty */
        } figure;
        struct item_image { /* a picture of pixels, in the rectangle */
            mpt x, y, width, height;
            const struct image *image; /* borrowed: lives longer than the pages */
        } image;
    } of;
};

struct packed; /* layout/packed.h */

struct page {
    struct item *items; /* in reading order; NULL while they are packed */
    size_t item_count;
    const struct packed *packed; /* as paginate.c leaves them; NULL otherwise */
    struct text label;           /* page label, such as "3" */
};

struct destination {
    size_t page; /* index */
    mpt y;       /* top of what it leads to */
};

struct outline_entry {
    struct text title;
    unsigned level;     /* 0 outermost; at most one deeper than the entry before */
    size_t destination; /* index in pages.destinations */
};

struct pages {
    struct arena arena; /* owns everything below */
    mpt width, height;
    struct page *at;
    size_t count;
    struct destination *destinations;
    size_t destination_count;
    struct outline_entry *outline;
    size_t outline_count;
    struct text title, author, subject, keywords; /* document metadata */
    struct text language;                         /* "id", "en" */
    struct text digest; /* the briefing on one screen, as plain text: digest_text.h */
    size_t replaced;    /* characters that no face has, shown as a replacement and counted */
};

/* The page with its items, in `arena` if they were packed; their texts are borrowed from the pages.
 */
struct page pages_open(const struct pages *pages, size_t index, struct arena *arena);

void pages_free(struct pages *pages);

#endif
