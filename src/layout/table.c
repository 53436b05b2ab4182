/* Tables: rows between horizontal rules, the head repeated on every page. Before: compose_*.c.
 * Below paginate.c. */
#include <config.h>

#include "layout/columns.h"
#include "layout/pager.h"
#include "layout/wording.h"

#define ROW_PAD 2800    /* above and below the text of a row, millipoints */
#define SHORT_PART 4    /* a table up to this part of the page is not split */
#define ROW_STUB 60000  /* of a row that is split, at least this much stands before the split */
#define RULE_STRONG 900 /* above the head and below the last row */
#define RULE_MIDDLE 600 /* below the head */
#define RULE_LIGHT 400  /* between rows */

/* A cell set into lines, with how far it is placed. */
struct set_cell {
    struct frame frame;
    struct lines *paragraphs; /* one a paragraph of the cell */
    size_t paragraph, line;   /* what comes next */
};

struct set_row {
    const struct row *row;
    struct set_cell *cells;
    mpt height; /* of the tallest cell, with pads */
};

static mpt leading(const struct pager *pager, const struct paragraph *paragraph) {
    return pager->template->styles[paragraph->style].leading;
}

static struct set_row set_row(struct pager *pager, const struct table *table,
                              const struct frame *frames, const struct row *row) {
    struct set_row set = {.row = row};
    set.cells = arena_alloc_array(&pager->scratch, table->column_count, sizeof *set.cells);
    for (size_t i = 0; i < table->column_count; i++) {
        const struct cell *cell = &row->cells[i];
        mpt height = 0;
        set.cells[i].frame = frames[i];
        set.cells[i].paragraphs =
            arena_alloc_array(&pager->scratch, cell->count, sizeof *set.cells[i].paragraphs);
        for (size_t p = 0; p < cell->count; p++) {
            set.cells[i].paragraphs[p] =
                pager_lines(pager, &cell->paragraphs[p], frames[i].width, table->columns[i].align);
            height += (mpt)set.cells[i].paragraphs[p].count * leading(pager, &cell->paragraphs[p]);
        }
        set.height = height > set.height ? height : set.height;
    }
    set.height += 2 * ROW_PAD;
    return set;
}

/* Places what of the cell fits from y down to `bottom`, with `force` at least one line. Returns
 * where it ended; *done becomes false if something is left. */
static mpt put_cell(struct pager *pager, size_t page, const struct cell *cell, struct set_cell *set,
                    enum align align, mpt y, mpt bottom, enum item_role role, bool force,
                    bool *done) {
    for (; set->paragraph < cell->count; set->paragraph++, set->line = 0) {
        const struct paragraph *paragraph = &cell->paragraphs[set->paragraph];
        const struct lines *lines = &set->paragraphs[set->paragraph];
        uint32_t element = set->line < lines->count ? pager_element(pager) : 0;
        for (; set->line < lines->count; set->line++, y += leading(pager, paragraph)) {
            if (y + leading(pager, paragraph) > bottom && !force) {
                *done = false;
                return y;
            }
            put_line(pager, page, paragraph, &lines->at[set->line], set->frame, y, align, role,
                     element);
            force = false;
        }
    }
    return y;
}

/* Places what of the row fits on the page, with `force` at least a line; true if all of it did. */
static bool put_row(struct pager *pager, const struct table *table, struct set_row *row,
                    struct cursor *cursor, enum item_role role, bool force) {
    mpt bottom = pager_bottom(pager) - ROW_PAD - RULE_STRONG, end = cursor->y;
    bool done = true;
    for (size_t i = 0; i < table->column_count; i++) {
        mpt stop =
            put_cell(pager, cursor->page, &row->row->cells[i], &row->cells[i],
                     table->columns[i].align, cursor->y + ROW_PAD, bottom, role, force, &done);
        end = stop > end ? stop : end;
    }
    cursor->y = end + ROW_PAD;
    cursor->fresh = false;
    return done;
}

static void put_table_rule(struct pager *pager, const struct block *block,
                           const struct cursor *cursor, mpt thickness, enum colour colour) {
    struct frame frame = pager_frame(pager, block->flow);
    put_rule(pager, cursor->page,
             (struct item_rule){frame.x, cursor->y, frame.width, thickness,
                                pager->template->colours[colour]});
}

/* The head that later pages repeat: the same, "(lanjutan)" added in the widest column. */
static struct row continued_head(struct pager *pager, const struct table *table) {
    size_t widest = 0;
    struct row head = {arena_alloc_array(pager->words, table->column_count, sizeof *head.cells),
                       NO_ANCHOR};
    for (size_t i = 0; i < table->column_count; i++) {
        head.cells[i] = table->head.cells[i];
        if (table->columns[i].share > table->columns[widest].share)
            widest = i;
    }
    struct cell *cell = &head.cells[widest];
    if (cell->count == 0)
        return head;
    struct document words =
        *pager->document; /* for its fonts and arena; nothing is added to the document itself */
    struct paragraph copy = {.style = cell->paragraphs[0].style};
    for (size_t i = 0; i < cell->paragraphs[0].count; i++)
        paragraph_add(&words, &copy, cell->paragraphs[0].runs[i].style,
                      cell->paragraphs[0].runs[i].text);
    paragraph_add(&words, &copy, STYLE_SOFT,
                  arena_concat(pager->words, TEXT(" ("), pager->template->labels[LABEL_CONTINUED],
                               TEXT(")")));
    cell->paragraphs = arena_alloc(pager->words, sizeof *cell->paragraphs);
    cell->paragraphs[0] = copy;
    cell->count = 1;
    return head;
}

static void put_head(struct pager *pager, const struct block *block, const struct frame *frames,
                     const struct row *head, struct cursor *cursor) {
    struct set_row row = set_row(pager, &block->of.table, frames, head);
    put_table_rule(pager, block, cursor, RULE_STRONG, COLOUR_INK);
    cursor->y += RULE_STRONG;
    put_row(pager, &block->of.table, &row, cursor, ROLE_TH, true);
    put_table_rule(pager, block, cursor, RULE_MIDDLE, COLOUR_INK);
    cursor->y += RULE_MIDDLE;
}

static mpt head_height(struct pager *pager, const struct table *table, const struct frame *frames) {
    return set_row(pager, table, frames, &table->head).height + RULE_STRONG + RULE_MIDDLE;
}

/* A row that is taller than a third of the page may be split where it begins, after ROW_STUB. */
static mpt row_need(const struct pager *pager, const struct set_row *row) {
    mpt limit = (pager_bottom(pager) - pager_top(pager)) / 3;
    return row->height < limit ? row->height : ROW_STUB < limit ? ROW_STUB : limit;
}

mpt table_first_height(struct pager *pager, const struct block *block, mpt tail) {
    const struct table *table = &block->of.table;
    struct frame *frames = table_columns(pager, block);
    mpt limit = (pager_bottom(pager) - pager_top(pager)) / SHORT_PART, least = 0;
    mpt height = head_height(pager, table, frames) + RULE_STRONG;
    for (size_t i = 0; i < table->row_count; i++) {
        struct set_row row = set_row(pager, table, frames, &table->rows[i]);
        mpt need = row_need(pager, &row);
        height += need + RULE_LIGHT + (i + 1 == table->row_count ? tail : 0);
        if (i < 2 || (table->row_count == 3 && !table->more))
            least = height;
        else if (height > limit)
            return least;
        if (need < row.height)
            return least;
    }
    return height;
}

/* What must stand below row `index` on its page: the tail below the last, and the last below the
 * one before, so that it is never alone below a head. 0 where both would not fit on one page. */
static mpt need_below(struct pager *pager, const struct block *block, const struct frame *frames,
                      size_t index, mpt tail, mpt room) {
    const struct table *table = &block->of.table;
    mpt need = tail;
    if (table->more)
        return 0;
    if (index + 2 == table->row_count) {
        struct set_row last = set_row(pager, table, frames, &table->rows[index + 1]);
        need += RULE_LIGHT + row_need(pager, &last);
    } else if (index + 2 < table->row_count) {
        return 0;
    }
    return need <= room ? need : 0;
}

/* The next page, headed. */
static void turn(struct pager *pager, const struct block *block, const struct frame *frames,
                 struct row *head, struct cursor *cursor) {
    if (!head->cells)
        *head = continued_head(pager, &block->of.table);
    put_table_rule(pager, block, cursor, RULE_LIGHT, COLOUR_INK);
    pager_turn(pager, cursor);
    put_head(pager, block, frames, head, cursor);
}

void place_table(struct pager *pager, const struct block *block, mpt keep, mpt tail) {
    const struct table *table = &block->of.table;
    const struct style_values *style = &pager->template->styles[block->text.style];
    struct frame *frames = table_columns(pager, block);
    struct row later = {NULL, NO_ANCHOR};
    struct cursor cursor = pager_cursor(pager, block->flow);
    mpt below = RULE_STRONG;
    mpt headed = head_height(pager, table, frames); /* a row that fits below a head is not split */
    if (!table->goes_on) {
        pager_begin(pager, &cursor, style->before, keep);
        pager_anchor(pager, block->anchor, cursor.page, cursor.y);
        put_head(pager, block, frames, &table->head, &cursor);
    }
    for (size_t i = 0; i < table->row_count; i++) {
        bool first = i == 0 && !table->goes_on;
        struct set_row row = set_row(pager, table, frames, &table->rows[i]);
        mpt room = pager_bottom(pager) - pager_top(pager) - headed - row.height - below;
        mpt need = room >= 0 ? row.height + need_below(pager, block, frames, i, tail, room)
                             : row_need(pager, &row);
        if (!first)
            put_table_rule(pager, block, &cursor, RULE_LIGHT, COLOUR_LINE);
        if (!first && cursor.y + need + below > pager_bottom(pager))
            turn(pager, block, frames, &later, &cursor);
        pager_anchor(pager, table->rows[i].anchor, cursor.page, cursor.y);
        for (bool force = false; !put_row(pager, table, &row, &cursor, ROLE_TD, force);
             force = true)
            turn(pager, block, frames, &later, &cursor);
        pager_forget(pager);
    }
    if (!table->more) {
        put_table_rule(pager, block, &cursor, RULE_STRONG, COLOUR_INK);
        cursor.y += RULE_STRONG;
        cursor.after = style->after;
    }
    pager_advance(pager, block->flow, cursor);
}
