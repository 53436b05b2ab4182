/* The tagged structure: what a screen reader reads, and in which order.
 *
 * While pages are drawn each stretch of one element's items is marked with a number that is its own
 * on the page; when all are drawn the tree of elements is written, with the way back from each mark
 * and each link to its element (ISO 32000-1, 14.7 and 14.8). */
#ifndef TAKLIMAT_PDF_STRUCTURE_H
#define TAKLIMAT_PDF_STRUCTURE_H

#include "layout/pages.h"
#include "pdf/haru.h"

#define STRUCTURE_NONE SIZE_MAX

/* A stretch of items of one element on one page. */
struct mark {
    uint32_t element;
    enum item_role role;
    size_t page;
    unsigned number; /* on its page, from 0 */
    mpt x;           /* left edge of its first item */
    bool after_rule; /* a rule was drawn since the mark before: rows of a table are parted so */
    size_t next;     /* the element's next mark, or STRUCTURE_NONE */
};

/* A link that belongs to an element. */
struct linked {
    uint32_t element;
    size_t page;
    unsigned annotation; /* object number */
    size_t next;         /* the element's next link, or STRUCTURE_NONE */
};

/* A picture: what is read instead of it, and where it stands. */
struct figure {
    uint32_t element;
    struct item_figure item; /* the text in the pages */
};

struct structure {
    struct mark *marks; /* owned; in reading order, so page by page */
    size_t mark_count, mark_capacity;
    struct linked *links; /* owned */
    size_t link_count, link_capacity;
    struct figure *figures; /* owned; in reading order, as their numbers are given */
    size_t figure_count, figure_capacity;
    unsigned marks_here; /* on the page that is being drawn */
    bool after_rule;
};

void structure_free(struct structure *structure);

/* A page begins. */
void structure_page(struct structure *structure);

/* A rule was drawn. */
void structure_rule(struct structure *structure);

/* Notes that items of `item`'s element, which is not 0, begin on the page; returns their number. */
unsigned structure_mark(struct structure *structure, size_t page, const struct item *item);

/* Notes that the picture of `item`, an ITEM_FIGURE, begins. */
void structure_figure(struct structure *structure, const struct item *item);

/* Notes a link of `element`, which is not 0. Returns the key under which the way back is found,
 * which the link must name as its /StructParent. */
size_t structure_link(struct structure *structure, size_t page_count, size_t page, uint32_t element,
                      unsigned annotation);

struct document;

/* Writes the tree and names it in the catalogue. All pages and links must be there. */
void structure_write(struct document *document);

#endif
