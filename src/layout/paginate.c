/* Blocks onto pages: see paginate.h. Tables are placed by table.c, cards and bars by figures.c,
 * the map by tile_map.c, trends by trends.c. */
#include <config.h>

#include "layout/paginate.h"

#include "base/memory.h"
#include "layout/pager.h"
#include "layout/running.h"

#define KEEP_CHAIN 8      /* headings in a row that are kept together */
#define PAD 7000          /* around text on a tinted ground, millipoints */
#define RULE_GAP 4000     /* from a line above a paragraph to its text */
#define BAR_GAP 10000     /* from an accent bar to the text */
#define NUMBER_ROOM 34000 /* at the right of a contents entry, for the page number */

static const struct style_values *style_of(const struct pager *pager, enum style style) {
    return &pager->template->styles[style];
}

/* Where the text of a paragraph stands inside its flow's frame. */
static struct frame text_frame(const struct pager *pager, const struct block *block) {
    const struct style_values *style = style_of(pager, block->text.style);
    struct frame frame = pager_frame(pager, block->flow);
    mpt left = style->indent + (style->bar ? style->bar + BAR_GAP : 0) + (style->tinted ? PAD : 0);
    frame.x += left;
    frame.width -=
        left + (style->tinted ? PAD : 0) + (block->kind == BLOCK_CONTENTS ? NUMBER_ROOM : 0);
    return frame;
}

/* Space above the first line inside the block. */
static mpt inset(const struct style_values *style) {
    return (style->tinted ? PAD : 0) + (style->rule ? style->rule + RULE_GAP : 0);
}

static mpt notes_height(struct pager *pager, const struct block *block) {
    mpt height = 0, width = pager_frame(pager, FLOW_SIDE).width;
    for (size_t i = 0; i < block->note_count; i++) {
        const struct paragraph *note = &block->notes[i];
        height += (mpt)pager_lines(pager, note, width, ALIGN_LEFT).count *
                  style_of(pager, note->style)->leading;
    }
    return height;
}

/* Notes taller than this do not stand beside their paragraph but below it. */
static mpt notes_limit(const struct pager *pager) {
    return (pager_bottom(pager) - pager_top(pager)) / 3;
}

/* Heights of a paragraph with `lines` lines: the whole, and what its first page must hold at least.
 */
static void paragraph_heights(struct pager *pager, const struct block *block, size_t lines,
                              mpt *whole, mpt *first) {
    const struct style_values *style = style_of(pager, block->text.style);
    mpt pads = inset(style) + (style->tinted ? PAD : 0);
    mpt notes = notes_height(pager, block);
    if (notes > notes_limit(pager))
        notes = 0;
    bool together = lines <= 3 || style->keep != KEEP_NONE || block->keep_next;
    *whole = pads + (mpt)lines * style->leading;
    if (*whole > (pager_bottom(pager) - pager_top(pager)) / 2)
        together = false; /* keeping it in one piece would cost more than it is worth */
    *first = together ? *whole : pads + 2 * style->leading;
    if (notes > *first)
        *first = notes;
    if (notes > *whole)
        *whole = notes;
}

static void block_heights(struct pager *pager, const struct block *block, mpt *whole, mpt *first) {
    *whole = *first = 0;
    if (block->kind == BLOCK_PARAGRAPH || block->kind == BLOCK_CONTENTS) {
        struct lines lines = pager_lines(pager, &block->text, text_frame(pager, block).width,
                                         style_of(pager, block->text.style)->align);
        paragraph_heights(pager, block, lines.count, whole, first);
    } else if (block->kind == BLOCK_TABLE) {
        *whole = *first = table_first_height(pager, block, 0);
    } else if (block->kind == BLOCK_CARDS) {
        *whole = *first = cards_height(pager, block);
    } else if (block->kind == BLOCK_BARS) {
        *whole = *first = bars_height(pager, block);
    } else if (block->kind == BLOCK_MAP) {
        *whole = *first = map_height(pager, block);
    } else if (block->kind == BLOCK_TRENDS) {
        *whole = *first = trends_height(pager, block);
    }
}

mpt block_height(struct pager *pager, const struct block *block) {
    mpt whole, first;
    block_heights(pager, block, &whole, &first);
    return whole;
}

/* How the block at `index` keeps with its neighbours. */
static enum keep keep_of(const struct pager *pager, size_t index) {
    const struct block *block = pager->document->at[index];
    return block->kind == BLOCK_PARAGRAPH ? style_of(pager, block->text.style)->keep : KEEP_NONE;
}

/* True if the block at `index` ends what stands above it in the same column. */
static bool keeps_previous(const struct pager *pager, size_t index) {
    struct block *const *at = pager->document->at;
    return index > 0 && index < pager->document->count && keep_of(pager, index) == KEEP_PREVIOUS &&
           at[index]->flow == at[index - 1]->flow;
}

/* True if the block at `index` stays with the next one. A table's last row does, not its first:
 * see tail_height. */
static bool keeps_next(const struct pager *pager, size_t index) {
    const struct block *block = pager->document->at[index];
    return block->keep_next || keep_of(pager, index) == KEEP_NEXT ||
           (block->kind != BLOCK_TABLE && keeps_previous(pager, index + 1));
}

/* The space between the block at `index` and the next one. */
static mpt gap_after(const struct pager *pager, size_t index) {
    mpt after = style_of(pager, pager->document->at[index]->text.style)->after;
    mpt before = style_of(pager, pager->document->at[index + 1]->text.style)->before;
    return after > before ? after : before;
}

/* The height of what ends the block at `index`, with the space above it; 0 if nothing does. */
static mpt tail_height(struct pager *pager, size_t index) {
    mpt height = 0;
    for (size_t i = index; i < index + KEEP_CHAIN && keeps_previous(pager, i + 1); i++) {
        height += gap_after(pager, i) + block_height(pager, pager->document->at[i + 1]);
    }
    return height;
}

/* What must fit on the page where block `index` begins: its own beginning, or all of it and the
 * beginning of what it stays with, as far as one page holds that. */
static mpt height_needed(struct pager *pager, size_t index) {
    const struct document *document = pager->document;
    int64_t page = pager_bottom(pager) - pager_top(pager), need = 0, reach = page;
    for (size_t i = index; i < document->count && i < index + KEEP_CHAIN; i++) {
        mpt whole, first;
        block_heights(pager, document->at[i], &whole, &first);
        if (document->at[i]->kind == BLOCK_TABLE)
            first = table_first_height(pager, document->at[i], tail_height(pager, i));
        if (need + first > page)
            break;
        reach = need + first;
        if (!keeps_next(pager, i) || i + 1 == document->count)
            break;
        need += whole + gap_after(pager, i);
    }
    return (mpt)reach;
}

/* How many of `left` lines go on this page, of which `room` fit; 0: none, begin on the next page.
 */
static size_t lines_here(size_t left, size_t room, bool first) {
    if (left <= room)
        return left;
    size_t take = room;
    if (left - take < 2)
        take = left > 2 ? left - 2 : 0;
    if (first && take < 2)
        take = 0;
    return take;
}

/* Ground, bar and line of a stretch of the block from y to y + height. */
static void put_decoration(struct pager *pager, const struct block *block, size_t page, mpt y,
                           mpt height) {
    const struct style_values *style = style_of(pager, block->text.style);
    struct frame frame = pager_frame(pager, block->flow);
    const uint32_t *colours = pager->template->colours;
    mpt x = frame.x + style->indent;
    if (style->tinted)
        put_rule(
            pager, page,
            (struct item_rule){x, y, frame.width - style->indent, height, colours[COLOUR_TINT]});
    if (style->bar)
        put_rule(pager, page, (struct item_rule){x, y, style->bar, height, colours[COLOUR_ACCENT]});
    if (style->rule)
        put_rule(pager, page,
                 (struct item_rule){frame.x, y, frame.width, style->rule, colours[COLOUR_LINE]});
}

/* The mark of a list's item, in the indent beside the first line. */
static void put_mark(struct pager *pager, const struct block *block, size_t page, mpt y) {
    enum item_role role = style_role(block->text.style);
    struct frame frame = pager_frame(pager, block->flow);
    struct frame text = text_frame(pager, block);
    frame.width = text.x - frame.x;
    struct lines lines = pager_lines(pager, &block->mark, frame.width, ALIGN_LEFT);
    if (lines.count)
        put_line(pager, page, &block->mark, &lines.at[0], frame, y, ALIGN_LEFT,
                 role == ROLE_LIST ? ROLE_LIST_MARK : role, pager_element(pager));
}

/* The notes in the side column, from y on. Returns where they end. */
static mpt put_notes(struct pager *pager, const struct block *block, size_t page, mpt y) {
    struct frame frame = pager_frame(pager, FLOW_SIDE);
    mpt shift =
        style_ascent(style_of(pager, block->text.style)); /* baselines of the first lines meet */
    for (size_t i = 0; i < block->note_count; i++) {
        const struct paragraph *note = &block->notes[i];
        const struct style_values *style = style_of(pager, note->style);
        struct lines lines = pager_lines(pager, note, frame.width, ALIGN_LEFT);
        uint32_t element = pager_element(pager);
        if (i == 0 && shift > style_ascent(style))
            y += shift - style_ascent(style);
        for (size_t line = 0; line < lines.count; line++, y += style->leading)
            put_line(pager, page, note, &lines.at[line], frame, y, ALIGN_LEFT, ROLE_NOTE, element);
    }
    return y;
}

/* Notes that are too tall to stand beside their paragraph, below it, line by line. */
static void flow_notes(struct pager *pager, const struct block *block, struct cursor *cursor) {
    struct frame frame = pager_frame(pager, FLOW_MAIN);
    for (size_t i = 0; i < block->note_count; i++) {
        const struct paragraph *note = &block->notes[i];
        const struct style_values *style = style_of(pager, note->style);
        struct lines lines = pager_lines(pager, note, frame.width, ALIGN_LEFT);
        uint32_t element = pager_element(pager);
        for (size_t line = 0; line < lines.count; line++) {
            pager_begin(pager, cursor, 0, style->leading);
            put_line(pager, cursor->page, note, &lines.at[line], frame, cursor->y, ALIGN_LEFT,
                     ROLE_NOTE, element);
            cursor->y += style->leading;
            cursor->fresh = false;
        }
    }
}

/* The page number at the right of a contents entry, to be filled in, and what leads to the place.
 */
static void put_target(struct pager *pager, const struct block *block, size_t page, mpt y,
                       const struct line *last, uint32_t element) {
    const struct style_values *style = style_of(pager, block->text.style);
    struct frame frame = pager_frame(pager, block->flow), text = text_frame(pager, block);
    mpt right = frame.x + frame.width;
    struct item_text number = {.x = right, .baseline = y + style_ascent(style), .text = {"", 0}};
    pager->pending =
        arena_grow(pager->arena, pager->pending, pager->pending_count, pager->pending_count + 1,
                   sizeof *pager->pending, &pager->pending_capacity);
    pager->sheets[page].waits = true;
    size_t item = put_styled(pager, page, ROLE_CONTENTS, element, block->text.style, number);
    pager->pending[pager->pending_count++] =
        (struct pending){page, item, block->of.target, text.x + (last ? last->width : 0)};
    put_link(
        pager, page, ROLE_CONTENTS, element,
        (struct item_link){text.x, y, right - text.x, style->leading, block->of.target, {NULL, 0}});
}

/* Lines [from, from + count) of the block at the cursor, with all that stands around them. */
static void put_stretch(struct pager *pager, const struct block *block, const struct lines *lines,
                        size_t from, size_t count, struct cursor *cursor, uint32_t element) {
    const struct style_values *style = style_of(pager, block->text.style);
    mpt above = from == 0 ? inset(style) : style->tinted ? PAD : 0;
    mpt below = style->tinted ? PAD : 0;
    mpt height = above + (mpt)count * style->leading + below;
    if (from == 0 || !style->rule)
        put_decoration(pager, block, cursor->page, cursor->y, height);
    if (from == 0)
        put_mark(pager, block, cursor->page, cursor->y + above);
    for (size_t i = 0; i < count; i++) {
        mpt y = cursor->y + above + (mpt)i * style->leading;
        put_line(pager, cursor->page, &block->text, &lines->at[from + i], text_frame(pager, block),
                 y, style->align, style_role(block->text.style), element);
        if (block->kind == BLOCK_CONTENTS && from + i + 1 == lines->count)
            put_target(pager, block, cursor->page, y, &lines->at[from + i], element);
    }
    cursor->y += height;
    cursor->fresh = false;
}

/* Lines that fit below the cursor. */
static size_t room(const struct pager *pager, const struct style_values *style,
                   const struct cursor *cursor, bool first) {
    mpt pads = (first ? inset(style) : style->tinted ? PAD : 0) + (style->tinted ? PAD : 0);
    mpt left = pager_bottom(pager) - cursor->y - pads;
    return left > 0 ? (size_t)(left / style->leading) : 0;
}

static void put_paragraph(struct pager *pager, const struct block *block, struct cursor *cursor) {
    const struct style_values *style = style_of(pager, block->text.style);
    struct lines lines =
        pager_lines(pager, &block->text, text_frame(pager, block).width, style->align);
    uint32_t element = pager_element(pager);
    for (size_t from = 0; from < lines.count;) {
        size_t fit = room(pager, style, cursor, from == 0);
        size_t take = lines_here(lines.count - from, fit, from == 0);
        if (take == 0 && cursor->fresh)
            take = fit ? fit : 1; /* a page of its own would not help */
        if (take == 0) {
            pager_turn(pager, cursor);
            continue;
        }
        put_stretch(pager, block, &lines, from, take, cursor, element);
        from += take;
        if (from < lines.count)
            pager_turn(pager, cursor);
    }
    cursor->after = style->after;
}

/* What begins with the block: its anchor, its entry in the outline, the running header. */
static void begin_block(struct pager *pager, const struct block *block, const struct cursor *cursor,
                        bool top) {
    pager_anchor(pager, block->anchor, cursor->page, cursor->y);
    if (block->running.size) {
        pager->running = arena_copy(pager->arena, block->running);
        if (top)
            pager->sheets[cursor->page].running = pager->running;
    }
    if (!block->in_outline)
        return;
    unsigned deepest =
        pager->outline_count ? pager->outline[pager->outline_count - 1].level + 1 : 0;
    pager->outline =
        arena_grow(pager->arena, pager->outline, pager->outline_count, pager->outline_count + 1,
                   sizeof *pager->outline, &pager->outline_capacity);
    pager->outline[pager->outline_count++] = (struct outline_entry){
        arena_copy(pager->arena, block->outline_title),
        block->outline_level < deepest ? block->outline_level : deepest, block->anchor};
}

/* True if the block begins a page: always, or because too little of this one is left. */
static bool wants_page(const struct pager *pager, const struct block *block,
                       const struct cursor *cursor) {
    int64_t page = pager_bottom(pager) - pager_top(pager), left = pager_bottom(pager) - cursor->y;
    return block->new_page || left * 100 < page * style_of(pager, block->text.style)->room;
}

static void place_paragraph(struct pager *pager, const struct block *block, mpt need) {
    const struct style_values *style = style_of(pager, block->text.style);
    bool beside = block->note_count > 0 && notes_height(pager, block) <= notes_limit(pager);
    struct cursor cursor = pager_cursor(pager, beside ? FLOW_FULL : block->flow);
    if (!cursor.fresh && wants_page(pager, block, &cursor))
        pager_turn(pager, &cursor);
    pager_begin(pager, &cursor, style->before, need);
    begin_block(pager, block, &cursor, cursor.fresh);
    struct cursor notes = cursor;
    put_paragraph(pager, block, &cursor);
    if (block->note_count == 0) {
        pager_advance(pager, block->flow, cursor);
        return;
    }
    if (beside) {
        notes.y = put_notes(pager, block, notes.page, notes.y + inset(style));
        notes.fresh = false;
        if (notes.page == cursor.page && notes.y > cursor.y)
            cursor.y = notes.y;
    } else {
        flow_notes(pager, block, &cursor);
    }
    pager_advance(pager, FLOW_FULL, cursor);
}

static void place(struct pager *pager, size_t index) {
    const struct block *block = pager->document->at[index];
    bool begins =
        block->kind != BLOCK_LEVEL && (block->kind != BLOCK_TABLE || !block->of.table.goes_on);
    mpt need = begins ? height_needed(pager, index) : 0;
    switch (block->kind) {
    case BLOCK_PARAGRAPH:
    case BLOCK_CONTENTS:
        place_paragraph(pager, block, need);
        break;
    case BLOCK_TABLE:
        place_table(pager, block, need, tail_height(pager, index));
        break;
    case BLOCK_CARDS:
        place_cards(pager, block, need);
        break;
    case BLOCK_BARS:
        place_bars(pager, block, need);
        break;
    case BLOCK_MAP:
        place_map(pager, block, need);
        break;
    case BLOCK_TRENDS:
        place_trends(pager, block, need);
        break;
    case BLOCK_LEVEL:
        pager_advance(pager, FLOW_FULL, pager_cursor(pager, FLOW_FULL));
        break;
    }
    pager_forget(pager);
}

static void finish_pages(struct pager *pager) {
    struct pages *out = pager->out;
    out->width = pager->template->geometry.width;
    out->height = pager->template->geometry.height;
    out->count = pager->count;
    out->at = arena_alloc_array(pager->arena, pager->count, sizeof *out->at);
    for (size_t i = 0; i < pager->count; i++)
        out->at[i] = (struct page){.item_count = pager->sheets[i].packed_count,
                                   .packed = pager->sheets[i].packed,
                                   .label = arena_printf(pager->arena, "%zu", i + 1)};
    out->destinations = pager->destinations;
    out->destination_count = pager->document->anchors;
    out->outline = pager->outline;
    out->outline_count = pager->outline_count;
    out->replaced = pager->document->replaced;
}

/* A destination for each anchor that the document has by now. */
static void follow_document(struct pager *pager) {
    pager->words = pager->document->arena;
    pager->destinations =
        arena_grow(pager->arena, pager->destinations, pager->anchors, pager->document->anchors,
                   sizeof *pager->destinations, &pager->destination_capacity);
    pager->anchors = pager->document->anchors;
}

struct pager *paginate_begin(struct document *document, const struct furniture *furniture,
                             struct pages *out) {
    struct pager *pager = memory_alloc_array(1, sizeof *pager);
    *pager = (struct pager){.arena = &out->arena,
                            .document = document,
                            .furniture = furniture,
                            .out = out,
                            .template = document->template,
                            .measure = document->measure};
    follow_document(pager);
    struct cursor top = {.page = 0, .y = pager_top(pager), .fresh = true};
    pager->main = pager->side = top;
    pager_begin(pager, &top, 0, 0); /* makes the first page */
    pager->running = furniture->place;
    pager->main.y = pager->side.y = running_masthead(pager, furniture);
    return pager;
}

static void place_all(struct pager *pager) {
    follow_document(pager);
    for (size_t i = 0; i < pager->document->count; i++)
        place(pager, i);
    pager_let_go(pager);
}

bool paginate_so_far(struct pager *pager) {
    struct document *document = pager->document;
    if (document->count == 0 || keeps_next(pager, document->count - 1))
        return false;
    place_all(pager);
    document->at = NULL;
    document->count = document->capacity = 0;
    arena_reset(document->arena);
    return true;
}

void paginate_end(struct pager *pager) {
    place_all(pager);
    running_fill(pager, pager->furniture);
    finish_pages(pager);
    arena_free(&pager->scratch);
    buffer_free(&pager->packing);
    memory_free(pager->sheets);
    memory_free(pager);
}

void paginate(struct document *document, const struct furniture *furniture, struct pages *out) {
    paginate_end(paginate_begin(document, furniture, out));
}
