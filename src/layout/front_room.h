/* What room is left on the first page while its blocks are composed, so that it is filled whatever
 * paper and type a template has, and nothing of it runs over.
 *
 * Before: compose_front.c adds a block and asks. After: paginate.c places what was kept, at the
 * heights that were counted here. */
#ifndef TAKLIMAT_LAYOUT_FRONT_ROOM_H
#define TAKLIMAT_LAYOUT_FRONT_ROOM_H

#include "layout/pager.h"

/* Where columns go on. */
struct front_columns {
    struct cursor main, side;
};

struct front_room {
    struct document *document; /* borrowed, as the pager is */
    struct pager *pager;
    struct front_columns columns;
    size_t measured; /* blocks of the document that are counted */
};

/* A state of the document to which front_room_back returns. */
struct front_mark {
    size_t blocks, replaced;
    struct front_columns columns;
};

/* Counts from where the pager stands, before any block that the document holds now. Nothing needs
 * to be closed; `pager`, which pages `document`, is as before after each call. */
void front_room_open(struct front_room *room, struct document *document, struct pager *pager);

/* Millipoints between the end of the column (FLOW_MAIN or FLOW_SIDE), with all blocks that are
 * there, and the bottom of the page; less than 0 where they run over. */
mpt front_room_left(struct front_room *room, enum flow flow);

struct front_mark front_room_mark(struct front_room *room);

/* Takes the blocks off the document that came after the mark. */
void front_room_back(struct front_room *room, const struct front_mark *mark);

#endif
