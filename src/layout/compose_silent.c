/* Silent regions: of which nothing was found this month, and which of them had news in an earlier
 * one. A province where anything was found lists the others by name; one where nothing was is named
 * with their number. Before: compose.c. */
#include <config.h>

#include "layout/compose.h"
#include "tables/regions.h"

static const struct column silent_columns[] = {
    {200, ALIGN_LEFT}, {110, ALIGN_RIGHT}, {690, ALIGN_LEFT}};

/* The regions of a province. */
struct silence {
    const struct region *province;
    const struct region **at;          /* those of which nothing was found, by code */
    const struct history_month **last; /* of each: the last month with news, NULL: none known */
    size_t count, known, regions;      /* known: with such a month; regions: all of the province */
};

/* True if anything stands in this month's chapters of the region. */
static bool is_found(const struct finished *finished, const struct region *region) {
    for (size_t i = 0; i < finished->province_count; i++) {
        const struct province *province = &finished->provinces[i];
        if (!text_equal(text_slice(region->code, (struct span){0, 2}), province->code))
            continue;
        for (size_t k = 0; k < province->region_count; k++)
            if (text_equal(province->regions[k].code, region->code))
                return true;
    }
    return false;
}

static const struct history_month *last_news(const struct history *history, struct text code) {
    for (size_t i = history ? history->count : 0; i > 0; i--) {
        const struct month_figures *figures = history->at[i - 1].figures;
        if (figures && history_place(figures, code).articles > 0)
            return &history->at[i - 1];
    }
    return NULL;
}

static void add_silent(struct silence *out, const struct region *region,
                       const struct history_month *last) {
    out->at[out->count] = region;
    out->last[out->count++] = last;
    out->known += last != NULL;
}

/* The regions of the province that is number `first` of the table; *next is the province after it.
 */
static struct silence find_silent(const struct composer *composer, size_t first, size_t *next) {
    const struct regions *regions = composer->options->regions;
    struct silence out = {.province = regions_get(regions, first)};
    size_t end = first + 1;
    while (end < regions_count(regions) && regions_get(regions, end)->type != REGION_PROVINCE)
        end++;
    out.regions = end - first - 1;
    out.at = arena_alloc_array(composer->arena, out.regions, sizeof *out.at);
    out.last = arena_alloc_array(composer->arena, out.regions, sizeof *out.last);
    for (size_t i = first + 1; i < end; i++) {
        const struct region *region = regions_get(regions, i);
        if (!is_found(composer->finished, region))
            add_silent(&out, region, last_news(composer->options->history, region->code));
    }
    *next = end;
    return out;
}

/* "Bogor", "Kota Bogor": a city bears its kind, a regency does not. */
static struct text short_of(const struct region *region) {
    return region->type == REGION_CITY ? region->name : region->short_name;
}

/* A name in bold, with the last month that had news of it. */
static void add_known(struct composer *composer, struct paragraph *paragraph,
                      const struct region *region, const struct history_month *last) {
    struct text month = composer->template->short_months[last->month - 1];
    paragraph_add(composer->document, paragraph, STYLE_TABLE_STRONG, short_of(region));
    paragraph_add(composer->document, paragraph, STYLE_SOFT,
                  arena_concat(composer->arena, TEXT("\xC2\xA0("), month, TEXT(")")));
}

/* The names, or only those with a month and how many others there are. */
static void add_names(struct composer *composer, struct paragraph *paragraph,
                      const struct silence *silence, bool all) {
    struct text plain = TEXT(""); /* names and commas that stand in one style */
    bool first = true;
    for (size_t i = 0; i < silence->count; i++) {
        if (!all && !silence->last[i])
            continue;
        struct text name = silence->last[i] ? TEXT("") : short_of(silence->at[i]);
        plain = arena_concat(composer->arena, plain, first ? TEXT("") : TEXT(", "), name);
        first = false;
        if (!silence->last[i])
            continue;
        paragraph_add(composer->document, paragraph, STYLE_TABLE_CELL, plain);
        add_known(composer, paragraph, silence->at[i], silence->last[i]);
        plain = TEXT("");
    }
    size_t others = silence->count - silence->known;
    if (all || others == 0) {
        paragraph_add(composer->document, paragraph, STYLE_TABLE_CELL, plain);
        return;
    }
    struct text rest =
        wording_count(composer->arena, composer->template, LABEL_SILENT_OTHERS, others, NULL);
    paragraph_add(composer->document, paragraph, STYLE_SOFT,
                  arena_concat(composer->arena, TEXT(" "), rest, TEXT("")));
}

static struct text count_words(const struct composer *composer, const struct silence *silence) {
    struct fill fills[] = {
        {"n", wording_number(composer->arena, composer->template, silence->count)},
        {"total", wording_number(composer->arena, composer->template, silence->regions)},
        {NULL, {NULL, 0}}};
    return wording_label(composer->arena, composer->template, LABEL_SILENT_COUNT, fills);
}

/* True if its names stand in the table: something was found there, now or in an earlier month. */
static bool is_listed(const struct silence *silence) {
    return silence->count && (silence->count < silence->regions || silence->known);
}

static void add_row(struct composer *composer, struct table *table, const struct silence *silence) {
    struct document *document = composer->document;
    struct row *row = table_row(document, table);
    cell_text(document, &row->cells[0], STYLE_TABLE_STRONG, silence->province->name);
    cell_text(document, &row->cells[1], STYLE_TABLE_CELL, count_words(composer, silence));
    struct paragraph *names = cell_add(document, &row->cells[2], STYLE_TABLE_CELL);
    add_names(composer, names, silence, silence->count < silence->regions);
}

static void compose_table(struct composer *composer, const struct silence *all, size_t count) {
    struct document *document = composer->document;
    const struct text *labels = composer->template->labels;
    struct table *table = NULL;
    for (size_t i = 0; i < count; i++) {
        if (!is_listed(&all[i]))
            continue;
        if (!table) {
            table = document_table(document, silent_columns, 3);
            for (size_t k = 0; k < 3; k++)
                cell_text(document, &table->head.cells[k], STYLE_TABLE_HEAD,
                          labels[LABEL_COLUMN_PROVINCE + k]);
        }
        add_row(composer, table, &all[i]);
    }
}

/* "Aceh (23), Bali (9)": provinces where nothing was found, now or earlier. */
static void compose_whole(struct composer *composer, const struct silence *all, size_t count) {
    struct text list = TEXT("");
    for (size_t i = 0; i < count; i++) {
        if (all[i].count == 0 || is_listed(&all[i]))
            continue;
        struct text number = wording_number(composer->arena, composer->template, all[i].count);
        struct text words =
            arena_concat(composer->arena, all[i].province->name, TEXT("\xC2\xA0("), number);
        words = arena_concat(composer->arena, list.size ? TEXT(", ") : TEXT(""), words, TEXT(")"));
        list = arena_concat(composer->arena, list, words, TEXT(""));
    }
    struct fill fills[] = {{"provinces", list}, {NULL, {NULL, 0}}};
    if (list.size)
        document_paragraph(
            composer->document, STYLE_TEXT,
            wording_label(composer->arena, composer->template, LABEL_SILENT_WHOLE, fills));
}

/* What the section says, above its lists. */
static void compose_note(struct composer *composer, const struct silence *all, size_t count) {
    struct silence sum = {.count = 0};
    for (size_t i = 0; i < count; i++) {
        sum.count += all[i].count;
        sum.known += all[i].known;
        sum.regions += all[i].regions;
    }
    struct fill fills[] = {{"count", count_words(composer, &sum)}, {NULL, {NULL, 0}}};
    struct block *block = document_paragraph(
        composer->document, STYLE_TEXT,
        wording_label(composer->arena, composer->template, LABEL_SILENT_NOTE, fills));
    if (sum.known == 0)
        return;
    paragraph_add(composer->document, &block->text, STYLE_TEXT, TEXT(" "));
    paragraph_add(composer->document, &block->text, STYLE_TEXT,
                  composer->template->labels[LABEL_SILENT_MARKED]);
}

bool silence_is_there(const struct composer *composer) {
    const struct edition *edition = composer->edition;
    return composer->options->regions && edition->kind != EDITION_REGION &&
           edition->figures.stories > 0;
}

void compose_silent(struct composer *composer) {
    const struct regions *regions = composer->options->regions;
    struct text code = composer->options->region;
    if (composer->silent == NO_ANCHOR)
        return;
    struct silence *all = arena_alloc_array(composer->arena, regions_count(regions), sizeof *all);
    size_t count = 0;
    for (size_t i = 0, next; i < regions_count(regions); i = next) {
        all[count] = find_silent(composer, i, &next);
        count += code.size == 0 || text_equal(all[count].province->code, code);
    }
    compose_closing(composer, composer->template->labels[LABEL_SILENT], composer->silent);
    composer->document->flow = FLOW_MAIN;
    compose_note(composer, all, count);
    if (code.size == 0)
        compose_whole(composer, all, count);
    composer->document->flow = FLOW_FULL;
    if (code.size == 0)
        compose_table(composer, all, count);
    else if (count && all[0].count)
        add_names(composer,
                  &document_add(composer->document, BLOCK_PARAGRAPH, STYLE_TABLE_CELL)->text,
                  &all[0], true);
}
