/* Widths of columns: see columns.h. Before: table.c, figures.c. */
#include <config.h>

#include "layout/columns.h"

#define COLUMN_GAP 9000 /* between columns, millipoints */
#define WORD_BYTES 24   /* longer ones may be cut */

static mpt widest_in_run(struct pager *pager, const struct run *run, mpt enough) {
    const struct style_values *style = &pager->template->styles[run->style];
    mpt widest = 0;
    for (size_t at = 0, end; at < run->text.size && !style->hyphenate; at = end + 1) {
        end = text_find(run->text, at, TEXT(" "));
        size_t bytes = end - at;
        /* hardly a character is wider than three quarters of its size */
        if (bytes > WORD_BYTES || (int64_t)bytes * style->size * 3 / 4 <= enough)
            continue;
        mpt width = pager->measure->width(pager->measure->context, style->face, style->size,
                                          text_slice(run->text, (struct span){at, end}));
        widest = width > widest ? width : widest;
    }
    return widest;
}

mpt widest_word(struct pager *pager, const struct paragraph *paragraph, mpt enough) {
    mpt widest = 0;
    for (size_t i = 0; i < paragraph->count; i++) {
        mpt width = widest_in_run(pager, &paragraph->runs[i], enough);
        widest = width > widest ? width : widest;
    }
    return widest;
}

static mpt widest_of_cell(struct pager *pager, const struct cell *cell, mpt enough) {
    mpt widest = 0;
    for (size_t i = 0; i < cell->count; i++) {
        mpt width = widest_word(pager, &cell->paragraphs[i], enough);
        widest = width > widest ? width : widest;
    }
    return widest;
}

/* What the words of a column need. */
static mpt column_need(struct pager *pager, const struct table *table, size_t column, mpt enough) {
    mpt need = widest_of_cell(pager, &table->head.cells[column], enough);
    if (table->goes_on || table->more)
        return need;
    for (size_t row = 0; row < table->row_count; row++) {
        mpt width = widest_of_cell(pager, &table->rows[row].cells[column], enough);
        need = width > need ? width : need;
    }
    return need;
}

static bool cuts_words(struct pager *pager, const struct table *table, const struct frame *frames) {
    for (size_t i = 0; i < table->column_count; i++)
        if (column_need(pager, table, i, frames[i].width) > frames[i].width)
            return true;
    return false;
}

/* Columns that are too narrow for a word become as wide as it is; the others pay for it, each in
 * proportion to what it has to spare. */
static void share_anew(struct pager *pager, const struct table *table, struct frame *frames) {
    int64_t lacking = 0, spare = 0;
    mpt *need = arena_alloc_array(pager->words, table->column_count, sizeof *need);
    for (size_t i = 0; i < table->column_count; i++) {
        need[i] = column_need(pager, table, i, 0);
        int64_t more = (int64_t)need[i] - frames[i].width;
        lacking += more > 0 ? more : 0;
        spare += more < 0 ? -more : 0;
    }
    for (size_t i = 0; i < table->column_count && spare >= lacking; i++) {
        int64_t less = (int64_t)frames[i].width - need[i];
        frames[i].width =
            less < 0 ? need[i] : frames[i].width - (mpt)((lacking * less + spare - 1) / spare);
    }
}

struct frame *table_columns(struct pager *pager, const struct block *block) {
    const struct table *table = &block->of.table;
    struct frame whole = pager_frame(pager, block->flow);
    struct frame *frames = arena_alloc_array(pager->words, table->column_count, sizeof *frames);
    mpt room = whole.width - COLUMN_GAP * (mpt)(table->column_count - 1);
    for (size_t i = 0; i < table->column_count; i++)
        frames[i].width = (mpt)((int64_t)room * table->columns[i].share / 1000);
    if (cuts_words(pager, table, frames))
        share_anew(pager, table, frames);
    for (size_t i = 0; i < table->column_count; i++)
        frames[i].x = i ? frames[i - 1].x + frames[i - 1].width + COLUMN_GAP : whole.x;
    return frames;
}
