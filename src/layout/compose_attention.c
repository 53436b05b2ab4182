/* The front page's box of what needs a person's eye: so many of each kind, the weightiest first,
 * each leading to where they stand. Before: attention.c says what it is. */
#include <config.h>

#include "layout/attention.h"

/* "3  Tanda kutip tidak lengkap" */
static void compose_concern(struct composer *composer, const struct concern *concern) {
    struct document *document = composer->document;
    struct block *block = document_add(document, BLOCK_PARAGRAPH, STYLE_LIST_ITEM);
    struct text count = wording_number(composer->arena, composer->template, concern->count);
    block->mark.style = STYLE_LIST_ITEM;
    paragraph_add(document, &block->mark, STYLE_WARNING, count);
    if (concern->anchor == NO_ANCHOR)
        paragraph_add(document, &block->text, STYLE_LIST_ITEM, concern->what);
    else
        paragraph_add_link(document, &block->text, STYLE_LIST_ITEM, concern->what, concern->anchor);
}

/* "dan 12 lagi, lihat halaman 21": what the box has no room for. */
static void compose_more(struct composer *composer, size_t count) {
    size_t anchor = attention_anchor(composer),
           target = anchor != NO_ANCHOR ? anchor : composer->method;
    struct block *block = document_add(composer->document, BLOCK_CONTENTS, STYLE_LIST_ITEM);
    paragraph_add(
        composer->document, &block->text, STYLE_LIST_ITEM,
        wording_count(composer->arena, composer->template, LABEL_ATTENTION_REST, count, NULL));
    block->of.target = target;
}

/* The height of the line for the rest. */
static mpt more_height(struct composer *composer, size_t count) {
    struct front_mark mark = front_room_mark(&composer->room);
    mpt left = front_room_left(&composer->room, FLOW_SIDE);
    compose_more(composer, count);
    left -= front_room_left(&composer->room, FLOW_SIDE);
    front_room_back(&composer->room, &mark);
    return left;
}

/* The concerns that fit, and below them how much is left over. */
static void compose_concerns(struct composer *composer, const struct concerns *concerns) {
    size_t rest = 0, shown = 0;
    for (size_t i = 0; i < concerns->count; i++)
        rest += concerns->at[i].count;
    for (; shown < concerns->count; shown++) {
        struct front_mark mark = front_room_mark(&composer->room);
        size_t then = rest - concerns->at[shown].count;
        compose_concern(composer, &concerns->at[shown]);
        mpt need = then ? more_height(composer, then) : 0;
        if (front_room_left(&composer->room, FLOW_SIDE) < need) {
            front_room_back(&composer->room, &mark);
            break;
        }
        rest = then;
    }
    if (rest)
        compose_more(composer, rest);
}

void compose_attention(struct composer *composer) {
    const struct text *labels = composer->template->labels;
    struct concerns concerns;
    attention_list(composer, &concerns);
    document_paragraph(composer->document, STYLE_FIGURE_TITLE, labels[LABEL_ATTENTION]);
    if (concerns.count == 0)
        document_paragraph(composer->document, STYLE_FIGURE_UNIT, labels[LABEL_ATTENTION_NONE]);
    compose_concerns(composer, &concerns);
}
