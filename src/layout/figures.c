/* Key-figure cards and horizontal bars. Before: compose_front.c. Below paginate.c. */
#include <config.h>

#include "layout/pager.h"

#define CARD_GAP 12000   /* between cards, millipoints */
#define CARD_BAR 2600    /* the accent bar at a card's left edge */
#define CARD_PAD_X 10000 /* from the bar to the text, and at the right edge */
#define CARD_PAD_Y 7000  /* above and below the text */
#define BAR_LABEL 420    /* share of the column for the labels of bars, in thousandths */
#define LABEL_GAP 6000   /* between label and bar */
#define BAR_VALUE 30000  /* room for the value at the right of the longest bar */
#define BAR_SPACE 5500   /* between bars */
#define BAR_THICK 9000   /* thickness of a bar at most */

static mpt stack_height(struct pager *pager, const struct paragraph *paragraph, mpt width) {
    return (mpt)pager_lines(pager, paragraph, width, ALIGN_LEFT).count *
           pager->template->styles[paragraph->style].leading;
}

static mpt card_width(struct pager *pager, const struct block *block) {
    mpt count = (mpt)block->of.cards.count;
    return (pager_frame(pager, block->flow).width - CARD_GAP * (count - 1)) / count;
}

mpt cards_height(struct pager *pager, const struct block *block) {
    mpt highest = 0, width = card_width(pager, block) - CARD_BAR - 2 * CARD_PAD_X;
    for (size_t i = 0; i < block->of.cards.count; i++) {
        const struct card *card = &block->of.cards.at[i];
        mpt height = stack_height(pager, &card->value, width) +
                     stack_height(pager, &card->label, width) +
                     stack_height(pager, &card->note, width);
        highest = height > highest ? height : highest;
    }
    return highest + 2 * CARD_PAD_Y;
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

void place_cards(struct pager *pager, const struct block *block, mpt keep) {
    const struct style_values *style = &pager->template->styles[block->text.style];
    struct cursor cursor = pager_cursor(pager, block->flow);
    mpt height = cards_height(pager, block), width = card_width(pager, block);
    pager_begin(pager, &cursor, style->before, keep);
    mpt x = pager_frame(pager, block->flow).x;
    for (size_t i = 0; i < block->of.cards.count; i++, x += width + CARD_GAP) {
        const struct card *card = &block->of.cards.at[i];
        struct frame text = {x + CARD_BAR + CARD_PAD_X, width - CARD_BAR - 2 * CARD_PAD_X};
        put_rule(
            pager, cursor.page,
            (struct item_rule){x, cursor.y, width, height, pager->template->colours[COLOUR_TINT]});
        put_rule(pager, cursor.page,
                 (struct item_rule){x, cursor.y, CARD_BAR, height,
                                    pager->template->colours[COLOUR_ACCENT]});
        mpt y =
            put_stack(pager, cursor.page, &card->value, text, cursor.y + CARD_PAD_Y, ALIGN_LEFT);
        y = put_stack(pager, cursor.page, &card->label, text, y, ALIGN_LEFT);
        put_stack(pager, cursor.page, &card->note, text, y, ALIGN_LEFT);
    }
    cursor.y += height;
    cursor.fresh = false;
    cursor.after = style->after;
    pager_advance(pager, block->flow, cursor);
}

static mpt label_width(struct pager *pager, const struct block *block) {
    return (mpt)((int64_t)pager_frame(pager, block->flow).width * BAR_LABEL / 1000);
}

mpt bars_height(struct pager *pager, const struct block *block) {
    mpt height = 0;
    for (size_t i = 0; i < block->of.bars.count; i++)
        height += stack_height(pager, &block->of.bars.at[i].label,
                               label_width(pager, block) - LABEL_GAP) +
                  BAR_SPACE;
    return height;
}

static void put_bar(struct pager *pager, size_t page, const struct bar *bar, struct frame frame,
                    mpt label, mpt y, size_t longest) {
    const struct style_values *style = &pager->template->styles[STYLE_FIGURE_LABEL];
    mpt room = frame.width - label - BAR_VALUE;
    mpt length = longest ? (mpt)((int64_t)room * (int64_t)bar->length / (int64_t)longest) : 0;
    mpt thick = style->leading < BAR_THICK ? style->leading : BAR_THICK;
    enum colour colour = bar->length == longest ? COLOUR_ACCENT : COLOUR_BAR;
    put_stack(pager, page, &bar->label, (struct frame){frame.x, label - LABEL_GAP}, y, ALIGN_LEFT);
    put_rule(pager, page,
             (struct item_rule){frame.x + label, y + (style->leading - thick) / 2,
                                length > 600 ? length : 600, thick,
                                pager->template->colours[colour]});
    put_stack(pager, page, &bar->value,
              (struct frame){frame.x + label + length + 5000, BAR_VALUE - 5000}, y, ALIGN_LEFT);
}

void place_bars(struct pager *pager, const struct block *block, mpt keep) {
    const struct style_values *style = &pager->template->styles[block->text.style];
    struct cursor cursor = pager_cursor(pager, block->flow);
    mpt label = label_width(pager, block);
    size_t longest = 0;
    for (size_t i = 0; i < block->of.bars.count; i++)
        longest = block->of.bars.at[i].length > longest ? block->of.bars.at[i].length : longest;
    pager_begin(pager, &cursor, style->before, keep);
    for (size_t i = 0; i < block->of.bars.count; i++) {
        const struct bar *bar = &block->of.bars.at[i];
        mpt height = stack_height(pager, &bar->label, label - LABEL_GAP);
        pager_begin(pager, &cursor, 0, height);
        put_bar(pager, cursor.page, bar, pager_frame(pager, block->flow), label, cursor.y, longest);
        cursor.y += height + BAR_SPACE;
        cursor.fresh = false;
    }
    cursor.after = style->after;
    pager_advance(pager, block->flow, cursor);
}
