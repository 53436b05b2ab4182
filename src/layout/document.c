/* Building the document: see document.h. */
#include <config.h>

#include "layout/document.h"

#include "layout/legible.h"
#include "layout/wording.h"
#include "tables/glossary.h"

static const struct text none = {NULL, 0};

struct block *document_add(struct document *document, enum block_kind kind, enum style style) {
    struct block *block = arena_alloc(document->arena, sizeof *block);
    block->kind = kind;
    block->flow = document->flow;
    block->text.style = style;
    block->anchor = NO_ANCHOR;
    document->at = arena_grow(document->arena, document->at, document->count, document->count + 1,
                              sizeof *document->at, &document->capacity);
    return document->at[document->count++] = block;
}

struct block *document_paragraph(struct document *document, enum style style, struct text text) {
    struct block *block = document_add(document, BLOCK_PARAGRAPH, style);
    paragraph_add(document, &block->text, style, text);
    return block;
}

void document_level(struct document *document) {
    document_add(document, BLOCK_LEVEL, STYLE_TEXT)->flow = FLOW_FULL;
}

size_t document_anchor(struct document *document) { return document->anchors++; }

void block_outline(struct document *document, struct block *block, unsigned level,
                   struct text title) {
    if (block->anchor == NO_ANCHOR)
        block->anchor = document_anchor(document);
    block->in_outline = true;
    block->outline_level = level;
    block->outline_title = arena_copy(document->arena, title);
}

struct paragraph *block_note(struct document *document, struct block *block, enum style style) {
    block->notes = arena_grow(document->arena, block->notes, block->note_count,
                              block->note_count + 1, sizeof *block->notes, &block->note_capacity);
    struct paragraph *note = &block->notes[block->note_count++];
    *note = (struct paragraph){.style = style};
    return note;
}

static void add_run(struct document *document, struct paragraph *paragraph, struct run run) {
    const struct style_values *style = &document->template->styles[run.style];
    if (run.text.size == 0)
        return;
    if (document->glossary)
        glossary_mark(document->glossary, run.text, document->met);
    if (style->upper)
        run.text = wording_upper(document->arena, run.text);
    run.text = legible_text(document->arena, document->measure, style->face, run.text,
                            &document->replaced);
    paragraph->runs =
        arena_grow(document->arena, paragraph->runs, paragraph->count, paragraph->count + 1,
                   sizeof *paragraph->runs, &paragraph->capacity);
    paragraph->runs[paragraph->count++] = run;
}

void paragraph_add(struct document *document, struct paragraph *paragraph, enum style style,
                   struct text text) {
    add_run(document, paragraph, (struct run){style, text, NO_LINK, none});
}

void paragraph_add_link(struct document *document, struct paragraph *paragraph, enum style style,
                        struct text text, size_t anchor) {
    add_run(document, paragraph, (struct run){style, text, anchor, none});
}

/* Addresses come from articles: only the web, nothing that runs or opens a file, no space or
 * control character. */
static bool is_web_address(struct text uri) {
    if (!text_starts(uri, "http://") && !text_starts(uri, "https://"))
        return false;
    for (size_t i = 0; i < uri.size; i++)
        if ((unsigned char)uri.data[i] <= ' ' || uri.data[i] == 0x7F)
            return false;
    return uri.size <= 2000;
}

void paragraph_add_uri(struct document *document, struct paragraph *paragraph, enum style style,
                       struct text text, struct text uri) {
    if (!is_web_address(uri))
        uri = none;
    add_run(document, paragraph,
            (struct run){style, text, NO_LINK, uri.size ? arena_copy(document->arena, uri) : none});
}

static struct cell *make_cells(struct document *document, size_t count) {
    return arena_alloc_array(document->arena, count, sizeof(struct cell));
}

struct table *document_table(struct document *document, const struct column *columns,
                             size_t count) {
    struct table *table = &document_add(document, BLOCK_TABLE, STYLE_TABLE_CELL)->of.table;
    table->columns = columns;
    table->column_count = count;
    table->head = (struct row){make_cells(document, count), NO_ANCHOR};
    return table;
}

struct row *table_row(struct document *document, struct table *table) {
    table->rows = arena_grow(document->arena, table->rows, table->row_count, table->row_count + 1,
                             sizeof *table->rows, &table->capacity);
    struct row *row = &table->rows[table->row_count++];
    *row = (struct row){make_cells(document, table->column_count), NO_ANCHOR};
    return row;
}

struct paragraph *cell_add(struct document *document, struct cell *cell, enum style style) {
    cell->paragraphs = arena_grow(document->arena, cell->paragraphs, cell->count, cell->count + 1,
                                  sizeof *cell->paragraphs, &cell->capacity);
    struct paragraph *paragraph = &cell->paragraphs[cell->count++];
    *paragraph = (struct paragraph){.style = style};
    return paragraph;
}

struct paragraph *cell_text(struct document *document, struct cell *cell, enum style style,
                            struct text text) {
    struct paragraph *paragraph = cell_add(document, cell, style);
    paragraph_add(document, paragraph, style, text);
    return paragraph;
}

struct bar *bars_add(struct document *document, struct block *block) {
    block->of.bars.at =
        arena_grow(document->arena, block->of.bars.at, block->of.bars.count,
                   block->of.bars.count + 1, sizeof *block->of.bars.at, &block->of.bars.capacity);
    struct bar *bar = &block->of.bars.at[block->of.bars.count++];
    *bar = (struct bar){.label = {.style = STYLE_FIGURE_LABEL},
                        .value = {.style = STYLE_FIGURE_VALUE}};
    return bar;
}
