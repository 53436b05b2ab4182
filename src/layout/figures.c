/* Key-figure cards and horizontal bars. Before: compose_front.c. Below paginate.c. */
#include <config.h>

#include "layout/columns.h"
#include "layout/pager.h"

#define CARD_GAP 12000   /* between cards, millipoints */
#define CARD_BAR 2600    /* the accent bar at a card's left edge */
#define CARD_PAD_X 10000 /* from the bar to the text, and at the right edge */
#define CARD_PAD_Y 7000  /* above and below the text */
#define ARROW 5000       /* side of the arrow before a change */
#define ARROW_ROOM 7500  /* from the edge to the words behind it */
#define BAR_VALUE 30000  /* room for the value at the right of a bar's label, at least */
#define VALUE_GAP 4000   /* between the two */
#define BAR_DROP 1600    /* from the label to the bar */
#define BAR_THICK 4200   /* thickness of a bar */
#define BAR_SPACE 5200   /* below a bar */

static mpt stack_height(struct pager *pager, const struct paragraph *paragraph, mpt width) {
    return (mpt)pager_lines(pager, paragraph, width, ALIGN_LEFT).count *
           pager->template->styles[paragraph->style].leading;
}

/* The width of a card where so many stand beside each other, and that of its text. */
static mpt card_width(struct pager *pager, const struct block *block, size_t across) {
    mpt count = (mpt)across;
    return (pager_frame(pager, block->flow).width - CARD_GAP * (count - 1)) / count;
}

static mpt card_text_width(struct pager *pager, const struct block *block, size_t across) {
    return card_width(pager, block, across) - CARD_BAR - 2 * CARD_PAD_X;
}

/* How many cards stand beside each other: all, or in large type half of them, or one, so that no
 * figure and no word of a label is cut. */
static size_t cards_across(struct pager *pager, const struct block *block) {
    size_t across = block->of.cards.count;
    for (bool fits = false; across > 1 && !fits;) {
        mpt width = card_text_width(pager, block, across);
        fits = true;
        for (size_t i = 0; i < block->of.cards.count && fits; i++) {
            const struct card *card = &block->of.cards.at[i];
            fits = widest_word(pager, &card->value, width) <= width &&
                   widest_word(pager, &card->label, width) <= width;
        }
        across = fits ? across : across / 2;
    }
    return across;
}

/* Of each of the cards, which are all as high as the highest. */
static mpt card_height(struct pager *pager, const struct block *block, size_t across) {
    mpt highest = 0, width = card_text_width(pager, block, across);
    for (size_t i = 0; i < block->of.cards.count; i++) {
        const struct card *card = &block->of.cards.at[i];
        mpt height = stack_height(pager, &card->value, width) +
                     stack_height(pager, &card->label, width) +
                     stack_height(pager, &card->note, width) +
                     stack_height(pager, &card->change, width - ARROW_ROOM);
        highest = height > highest ? height : highest;
    }
    return highest + 2 * CARD_PAD_Y;
}

mpt cards_height(struct pager *pager, const struct block *block) {
    size_t across = cards_across(pager, block);
    mpt rows = (mpt)((block->of.cards.count + across - 1) / across);
    return rows * (card_height(pager, block, across) + CARD_GAP) - CARD_GAP;
}

/* The paragraph's lines from y on; returns where they end. */
static mpt put_stack(struct pager *pager, size_t page, const struct paragraph *paragraph,
                     struct frame frame, mpt y, enum align align) {
    struct lines lines = pager_lines(pager, paragraph, frame.width, align);
    uint32_t element = pager_element(pager);
    for (size_t i = 0; i < lines.count; i++, y += pager->template->styles[paragraph->style].leading)
        put_line(pager, page, paragraph, &lines.at[i], frame, y, align, ROLE_P, element);
    return y;
}

/* The change since the month before, behind an arrow. */
static void put_change(struct pager *pager, size_t page, const struct card *card,
                       struct frame frame, mpt y) {
    const struct style_values *style = &pager->template->styles[card->change.style];
    mpt base = y + style_ascent(style), top = base - ARROW, middle = frame.x + ARROW / 2;
    if (card->change.count == 0)
        return;
    if (card->direction != 0) {
        bool up = card->direction > 0;
        struct point *points = arena_alloc_array(pager->words, 3, sizeof *points);
        points[0] = (struct point){frame.x, up ? base : top};
        points[1] = (struct point){frame.x + ARROW, up ? base : top};
        points[2] = (struct point){middle, up ? top : base};
        put_shape(pager, page, (struct item_shape){points, 3, style->colour});
        frame = (struct frame){frame.x + ARROW_ROOM, frame.width - ARROW_ROOM};
    }
    put_stack(pager, page, &card->change, frame, y, ALIGN_LEFT);
}

/* One card, its top left corner at (x, y); `trend` is the width of its columns of months. */
static void put_card(struct pager *pager, size_t page, const struct card *card, struct frame frame,
                     mpt y, mpt height, mpt trend) {
    const uint32_t *colours = pager->template->colours;
    struct frame text = {frame.x + CARD_BAR + CARD_PAD_X, frame.width - CARD_BAR - 2 * CARD_PAD_X};
    put_rule(pager, page,
             (struct item_rule){frame.x, y, frame.width, height, colours[COLOUR_TINT]});
    put_rule(pager, page, (struct item_rule){frame.x, y, CARD_BAR, height, colours[COLOUR_ACCENT]});
    mpt below = put_stack(pager, page, &card->value, text, y + CARD_PAD_Y, ALIGN_LEFT);
    below = put_stack(pager, page, &card->label, text, below, ALIGN_LEFT);
    put_stack(pager, page, &card->note, text, below, ALIGN_LEFT);
    put_card_trend(pager, page, card, (struct frame){text.x + text.width - trend, trend},
                   y + CARD_PAD_Y);
    mpt change = stack_height(pager, &card->change, text.width - ARROW_ROOM);
    put_change(pager, page, card, text, y + height - CARD_PAD_Y - change);
}

void place_cards(struct pager *pager, const struct block *block, mpt keep) {
    const struct style_values *style = &pager->template->styles[block->text.style];
    struct cursor cursor = pager_cursor(pager, block->flow);
    size_t across = cards_across(pager, block);
    mpt height = card_height(pager, block, across), width = card_width(pager, block, across);
    mpt trend = cards_trend_width(pager, block, card_text_width(pager, block, across));
    pager_begin(pager, &cursor, style->before, keep);
    mpt left = pager_frame(pager, block->flow).x;
    for (size_t i = 0; i < block->of.cards.count; i++) {
        mpt column = (mpt)(i % across), row = (mpt)(i / across);
        put_card(pager, cursor.page, &block->of.cards.at[i],
                 (struct frame){left + column * (width + CARD_GAP), width},
                 cursor.y + row * (height + CARD_GAP), height, trend);
    }
    cursor.y += cards_height(pager, block);
    cursor.fresh = false;
    cursor.after = style->after;
    pager_advance(pager, block->flow, cursor);
}

/* What a bar's label leaves free for its value. */
static mpt value_room(struct pager *pager, const struct bar *bar) {
    mpt room = widest_word(pager, &bar->value, 0) + VALUE_GAP;
    return room > BAR_VALUE ? room : BAR_VALUE;
}

/* Height of one bar with its label above. */
static mpt bar_height(struct pager *pager, const struct block *block, const struct bar *bar) {
    mpt width = pager_frame(pager, block->flow).width - value_room(pager, bar);
    return stack_height(pager, &bar->label, width) + BAR_DROP + BAR_THICK + BAR_SPACE;
}

mpt bars_height(struct pager *pager, const struct block *block) {
    mpt height = 0;
    for (size_t i = 0; i < block->of.bars.count; i++)
        height += bar_height(pager, block, &block->of.bars.at[i]);
    return height;
}

/* Label at the left, value at the right, the bar below on a track as long as the column: the eye
 * compares lengths from one edge, whatever the names are. */
static void put_bar(struct pager *pager, size_t page, const struct bar *bar, struct frame frame,
                    mpt y, size_t longest) {
    const uint32_t *colours = pager->template->colours;
    mpt length =
        longest ? (mpt)((int64_t)frame.width * (int64_t)bar->length / (int64_t)longest) : 0;
    mpt below =
        put_stack(pager, page, &bar->label,
                  (struct frame){frame.x, frame.width - value_room(pager, bar)}, y, ALIGN_LEFT);
    put_stack(pager, page, &bar->value, frame, y, ALIGN_RIGHT);
    below += BAR_DROP;
    put_rule(pager, page,
             (struct item_rule){frame.x, below, frame.width, BAR_THICK, colours[COLOUR_TINT]});
    if (length > 0)
        put_rule(pager, page,
                 (struct item_rule){frame.x, below, length, BAR_THICK,
                                    colours[bar->length == longest ? COLOUR_ACCENT : COLOUR_BAR]});
}

void place_bars(struct pager *pager, const struct block *block, mpt keep) {
    const struct style_values *style = &pager->template->styles[block->text.style];
    struct cursor cursor = pager_cursor(pager, block->flow);
    size_t longest = 0;
    for (size_t i = 0; i < block->of.bars.count; i++)
        longest = block->of.bars.at[i].length > longest ? block->of.bars.at[i].length : longest;
    struct frame frame = pager_frame(pager, block->flow);
    mpt height = bars_height(pager, block);
    pager_begin(pager, &cursor, style->before, keep > height ? keep : height);
    if (block->alt.size)
        figure_begin(pager, cursor.page,
                     (struct item_figure){frame.x, cursor.y, frame.width, height, block->alt});
    for (size_t i = 0; i < block->of.bars.count; i++) {
        const struct bar *bar = &block->of.bars.at[i];
        put_bar(pager, cursor.page, bar, frame, cursor.y, longest);
        cursor.y += bar_height(pager, block, bar);
    }
    figure_end(pager);
    cursor.fresh = false;
    cursor.after = style->after;
    pager_advance(pager, block->flow, cursor);
}
