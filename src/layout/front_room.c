/* Counting heights: see front_room.h. Before: compose_front.c, compose_attention.c. */
#include <config.h>

#include "layout/front_room.h"

void front_room_open(struct front_room *room, struct document *document, struct pager *pager) {
    *room = (struct front_room){document, pager, {pager->main, pager->side}, 0};
}

/* The block below what stands in its columns. */
static void add_block(struct front_room *room, const struct block *block) {
    struct pager *pager = room->pager;
    struct front_columns real = {pager->main, pager->side};
    const struct style_values *style = &pager->template->styles[block->text.style];
    pager->main = room->columns.main;
    pager->side = room->columns.side;
    struct cursor cursor = pager_cursor(pager, block->flow);
    if (block->kind != BLOCK_LEVEL) {
        mpt gap = cursor.after > style->before ? cursor.after : style->before;
        cursor.y += (cursor.fresh ? 0 : gap) + block_height(pager, block);
        cursor.fresh = false;
        cursor.after = style->after;
    }
    pager_advance(pager, block->flow, cursor);
    room->columns = (struct front_columns){pager->main, pager->side};
    pager->main = real.main;
    pager->side = real.side;
    pager_forget(pager);
}

static void count_blocks(struct front_room *room) {
    for (; room->measured < room->document->count; room->measured++)
        add_block(room, room->document->at[room->measured]);
}

mpt front_room_left(struct front_room *room, enum flow flow) {
    count_blocks(room);
    const struct cursor *cursor = flow == FLOW_SIDE ? &room->columns.side : &room->columns.main;
    return pager_bottom(room->pager) - cursor->y;
}

struct front_mark front_room_mark(struct front_room *room) {
    count_blocks(room);
    return (struct front_mark){room->document->count, room->document->replaced, room->columns};
}

void front_room_back(struct front_room *room, const struct front_mark *mark) {
    room->document->count = room->measured = mark->blocks;
    room->document->replaced = mark->replaced;
    room->columns = mark->columns;
}
