/* Who is quoted most, over all chapters of the edition: one row a person of the month. Before:
 * compose_contents.c. */
#include <config.h>

#include <stdlib.h>

#include "layout/compose.h"

#define QUOTED_MOST 8  /* rows */
#define SOURCES_MOST 6 /* numbers in a row */
#define NAME_MOST 60   /* characters; all of them stand in the chapter */
#define POSITION_MOST 90

static const struct column quoted_columns[] = {
    {620, ALIGN_LEFT}, {130, ALIGN_RIGHT}, {250, ALIGN_LEFT}};

/* The official of one chapter, and how often the same is quoted in all of them. */
struct quoted {
    const struct official *official;
    size_t order, total;
};

static int by_person(const void *a, const void *b) {
    const struct quoted *left = a, *right = b;
    int order = text_compare(left->official->who->name, right->official->who->name);
    if (!order)
        order = text_compare(left->official->who->position, right->official->who->position);
    return order ? order : (left->order > right->order) - (left->order < right->order);
}

static int by_total(const void *a, const void *b) {
    const struct quoted *left = a, *right = b;
    if (left->total != right->total)
        return left->total > right->total ? -1 : 1;
    return by_person(a, b);
}

static bool same_person(const struct official *a, const struct official *b) {
    return a->who == b->who;
}

/* Sums up the rows of each person; those stand together unless others have the same name and
 * position. */
static void add_up(struct quoted *all, size_t count) {
    for (size_t i = 0, end; i < count; i = end) {
        size_t total = 0;
        for (end = i; end < count && same_person(all[i].official, all[end].official); end++)
            total += all[end].total;
        for (size_t k = i; k < end; k++)
            all[k].total = total;
    }
}

/* All persons with a direct quotation, once a chapter, by name. */
static struct quoted *collect(const struct composer *composer, size_t *count) {
    const struct edition *edition = composer->edition;
    size_t most = 0;
    for (size_t c = 0; c < edition->chapter_count; c++)
        most += edition->chapters[c].chapter->official_count;
    struct quoted *all = arena_alloc_array(composer->arena, most, sizeof *all);
    *count = 0;
    for (size_t c = 0; c < edition->chapter_count; c++)
        for (size_t i = 0; i < edition->chapters[c].chapter->official_count; i++) {
            const struct official *official = &edition->chapters[c].chapter->officials[i];
            if (official->who->kind == PERSON_PERSON && official->direct_count) {
                all[*count] = (struct quoted){official, *count, official->direct_count};
                ++*count;
            }
        }
    if (*count)
        qsort(all, *count, sizeof *all, by_person);
    add_up(all, *count);
    return all;
}

/* Numbers of the stories in which the official is quoted, "…" for those that find no room. */
static void add_sources(struct composer *composer, struct paragraph *cell,
                        const struct official *official, size_t *shown) {
    size_t last = SIZE_MAX;
    for (size_t i = 0; i < official->quote_count; i++) {
        const struct official_quote *quote = &official->quotes[i];
        if (quote->statement || quote->story == last)
            continue;
        last = quote->story;
        ++*shown;
        if (*shown > SOURCES_MOST + 1)
            return;
        if (cell->count)
            paragraph_add(composer->document, cell, STYLE_TABLE_CELL, TEXT(" "));
        if (*shown > SOURCES_MOST)
            paragraph_add(composer->document, cell, STYLE_SOFT, TEXT("…"));
        else
            add_source(composer, cell, quote->story);
    }
}

/* The person of `all[first]`, with the sources of those that are the same. Returns how many are. */
static size_t add_row(struct composer *composer, struct table *table, const struct quoted *all,
                      size_t count) {
    struct document *document = composer->document;
    struct row *row = table_row(document, table);
    size_t same = 0, shown = 0;
    cell_text(document, &row->cells[0], STYLE_TABLE_STRONG,
              wording_shorten(composer->arena, all->official->who->name, NAME_MOST));
    if (all->official->who->position.size)
        cell_text(document, &row->cells[0], STYLE_SOFT,
                  wording_shorten(composer->arena, all->official->who->position, POSITION_MOST));
    cell_text(document, &row->cells[1], STYLE_TABLE_CELL,
              wording_number(composer->arena, composer->template, all->total));
    struct paragraph *sources = cell_add(document, &row->cells[2], STYLE_TABLE_CELL);
    for (; same < count && same_person(all[0].official, all[same].official); same++)
        add_sources(composer, sources, all[same].official, &shown);
    return same;
}

void compose_quoted(struct composer *composer) {
    const struct text *labels = composer->template->labels;
    struct document *document = composer->document;
    size_t count;
    struct quoted *all = collect(composer, &count);
    if (count == 0)
        return;
    qsort(all, count, sizeof *all, by_total);
    document_paragraph(document, STYLE_PART, labels[LABEL_OVERVIEW_QUOTED]);
    struct table *table = document_table(document, quoted_columns, 3);
    cell_text(document, &table->head.cells[0], STYLE_TABLE_HEAD, labels[LABEL_COLUMN_PERSON]);
    cell_text(document, &table->head.cells[1], STYLE_TABLE_HEAD, labels[LABEL_COLUMN_QUOTES]);
    cell_text(document, &table->head.cells[2], STYLE_TABLE_HEAD, labels[LABEL_COLUMN_SOURCES]);
    for (size_t i = 0, rows = 0; i < count && rows < QUOTED_MOST; rows++)
        i += add_row(composer, table, &all[i], count - i);
}
