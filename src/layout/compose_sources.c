/* The list of sources, and the articles that were set aside: outside the period, or without a date.
 * Before: compose.c. */
#include <config.h>

#include "layout/compose.h"

/* Articles not counted that are listed, of each kind; all of them stand in articles.csv. */
#define ASIDE_MOST 40
#define OFF_TOPIC_MOST 120 /* a line each: three pages */

#define PIECE_ROWS 64 /* of the list of sources, composed before they are set */

static const struct column source_columns[] = {
    {75, ALIGN_RIGHT}, {745, ALIGN_LEFT}, {180, ALIGN_RIGHT}};
static const struct column article_columns[] = {{820, ALIGN_LEFT}, {180, ALIGN_RIGHT}};

/* The facts of an article that is no story's own, until compose_settle. */
static const struct facts *article_facts(const struct composer *composer, const struct kept *kept) {
    return finished_facts(composer->finished, kept, composer->arena);
}

/* Title with its address, then outlet, place and id. */
static void fill_article(struct composer *composer, struct cell *cell, const struct facts *facts,
                         bool advertorial) {
    struct document *document = composer->document;
    struct paragraph *title = cell_add(document, cell, STYLE_TABLE_CELL);
    paragraph_add_uri(document, title, facts->url.size ? STYLE_LINK : STYLE_TABLE_CELL,
                      whole_title_of(composer, facts), facts->url);
    struct paragraph *about = cell_add(document, cell, STYLE_SOFT);
    add_separated(composer, about, STYLE_SOFT, publisher_of(composer, facts));
    add_separated(composer, about, STYLE_SOFT, facts->region_name);
    add_separated(composer, about, STYLE_SOFT, facts->id);
    if (advertorial)
        add_separated(composer, about, STYLE_WARNING,
                      composer->template->labels[LABEL_ADVERTORIAL]);
    if (facts->url.size)
        paragraph_add_uri(document, cell_add(document, cell, STYLE_SOFT), STYLE_LINK, facts->url,
                          facts->url);
}

/* "Juga dimuat: Outlet, Title; ..." */
static void fill_copies(struct composer *composer, struct cell *cell, const struct story *story) {
    struct document *document = composer->document;
    if (story->copy_count == 0)
        return;
    struct paragraph *copies = cell_add(document, cell, STYLE_SOFT);
    paragraph_add(document, copies, STYLE_SOFT, composer->template->labels[LABEL_COPIES]);
    for (size_t i = 0; i < story->copy_count; i++) {
        const struct facts *facts = article_facts(composer, story->kept_copies[i]);
        paragraph_add(document, copies, STYLE_SOFT, i ? TEXT("; ") : TEXT(" "));
        paragraph_add(document, copies, STYLE_SOFT, publisher_of(composer, facts));
        paragraph_add(document, copies, STYLE_SOFT, TEXT(", "));
        paragraph_add_uri(document, copies, STYLE_SOFT, title_of(composer, facts), facts->url);
        paragraph_add(document, copies, STYLE_SOFT, TEXT(" · "));
        paragraph_add(document, copies, STYLE_SOFT, facts->id);
        paragraph_add(document, copies, STYLE_SOFT, TEXT(" · "));
        paragraph_add(document, copies, STYLE_SOFT,
                      wording_short_day(composer->arena, composer->template, facts_day(facts)));
    }
}

static void add_source_row(struct composer *composer, struct table *table, size_t index) {
    const struct story *story = &composer->finished->stories[index];
    struct row *row = table_row(composer->document, table);
    row->anchor = composer->sources[index];
    cell_text(composer->document, &row->cells[0], STYLE_TABLE_STRONG,
              arena_printf(composer->arena, "%zu", story->number));
    fill_article(composer, &row->cells[1], story_facts(composer, index), story->advertorial);
    fill_copies(composer, &row->cells[1], story);
    compose_evidence(composer, &row->cells[1], index);
    cell_text(composer->document, &row->cells[2], STYLE_TABLE_CELL,
              wording_short_day(composer->arena, composer->template, story->day));
}

static struct table *source_table(struct composer *composer, bool goes_on) {
    struct document *document = composer->document;
    const struct text *labels = composer->template->labels;
    struct table *table = document_table(document, source_columns, 3);
    cell_text(document, &table->head.cells[0], STYLE_TABLE_HEAD, labels[LABEL_COLUMN_NUMBER]);
    cell_text(document, &table->head.cells[1], STYLE_TABLE_HEAD, labels[LABEL_COLUMN_ARTICLE]);
    cell_text(document, &table->head.cells[2], STYLE_TABLE_HEAD, labels[LABEL_COLUMN_DATE]);
    table->goes_on = goes_on;
    return table;
}

void compose_sources(struct composer *composer) {
    struct document *document = composer->document;
    const struct text *labels = composer->template->labels;
    if (composer->source_list == NO_ANCHOR)
        return;
    if (composer->edition->kind == EDITION_REGION)
        compose_closing(composer, labels[LABEL_SOURCE_LIST], composer->source_list);
    else
        compose_opening(composer, composer->period, labels[LABEL_SOURCE_LIST],
                        composer->source_list, false);
    document_paragraph(document, STYLE_NOTE, labels[LABEL_SOURCE_LIST_NOTE])->keep_next = true;
    struct table *table = source_table(composer, false);
    size_t left = 0;
    for (size_t i = 0; i < composer->finished->story_count; i++)
        left += composer->sources[i] != NO_ANCHOR;
    for (size_t i = 0; i < composer->finished->story_count; i++) {
        if (composer->sources[i] == NO_ANCHOR)
            continue;
        if (table->row_count >= PIECE_ROWS && left > 1) { /* two rows at least in each piece */
            table->more = true;
            compose_settle(composer);
            table = source_table(composer, true);
        }
        add_source_row(composer, table, i);
        left--;
    }
}

/* An empty table of articles and their days. */
static struct table *article_table(struct composer *composer) {
    struct document *document = composer->document;
    const struct text *labels = composer->template->labels;
    struct table *table = document_table(document, article_columns, 2);
    cell_text(document, &table->head.cells[0], STYLE_TABLE_HEAD, labels[LABEL_COLUMN_ARTICLE]);
    cell_text(document, &table->head.cells[1], STYLE_TABLE_HEAD, labels[LABEL_COLUMN_DATE]);
    return table;
}

/* "Masih ada 12 lagi di articles.csv.", where the list ended at `most`. */
static void compose_rest(struct composer *composer, size_t count, size_t most) {
    if (count > most)
        document_paragraph(composer->document, STYLE_NOTE,
                           wording_count(composer->arena, composer->template, LABEL_SET_ASIDE_REST,
                                         count - most, NULL));
}

/* The first of the articles, by day. */
static void compose_articles(struct composer *composer, enum label heading, enum label note,
                             const struct kept **articles, size_t count) {
    struct document *document = composer->document;
    const struct text *labels = composer->template->labels;
    if (count == 0)
        return;
    document_paragraph(document, STYLE_PART, labels[heading]);
    document_paragraph(document, STYLE_NOTE,
                       wording_count(composer->arena, composer->template, note, count, NULL))
        ->keep_next = true;
    struct table *table = article_table(composer);
    for (size_t i = 0; i < count && i < ASIDE_MOST; i++) {
        const struct facts *facts = article_facts(composer, articles[i]);
        struct row *row = table_row(document, table);
        fill_article(composer, &row->cells[0], facts, false);
        cell_text(document, &row->cells[1], STYLE_TABLE_CELL,
                  wording_short_day(composer->arena, composer->template, facts_day(facts)));
    }
    compose_rest(composer, count, ASIDE_MOST);
}

/* Why it is off topic: "nilai 4 dari 10". */
static struct text off_topic_note(const struct composer *composer, const struct facts *facts) {
    for (size_t i = 0; i < facts->flag_count; i++)
        if (facts->flags[i].kind == FLAG_OFF_TOPIC)
            return note_of(composer, facts->flags[i].note, facts->flags[i].values);
    return TEXT("");
}

/* A story off the office's topic: title with its address, outlets, why. */
static void fill_off_topic(struct composer *composer, struct cell *cell,
                           const struct story *story) {
    const struct facts *facts = article_facts(composer, story->kept);
    struct paragraph *line = cell_add(composer->document, cell, STYLE_TABLE_CELL);
    paragraph_add_uri(composer->document, line, facts->url.size ? STYLE_LINK : STYLE_TABLE_CELL,
                      title_of(composer, facts), facts->url);
    add_separated(composer, line, STYLE_SOFT, publisher_of(composer, facts));
    if (story->advertorial)
        add_separated(composer, line, STYLE_WARNING, composer->template->labels[LABEL_ADVERTORIAL]);
    for (size_t k = 0; k < story->copy_count; k++)
        add_separated(composer, line, STYLE_SOFT,
                      publisher_of(composer, article_facts(composer, story->kept_copies[k])));
    add_separated(composer, line, STYLE_SOFT, off_topic_note(composer, facts));
}

static void compose_off_topic(struct composer *composer) {
    struct document *document = composer->document;
    const struct text *labels = composer->template->labels;
    const struct edition *edition = composer->edition;
    if (edition->off_topic_count == 0)
        return;
    document_paragraph(document, STYLE_PART, labels[LABEL_OFF_TOPIC]);
    document_paragraph(document, STYLE_NOTE,
                       wording_count(composer->arena, composer->template, LABEL_OFF_TOPIC_NOTE,
                                     edition->off_topic_count, NULL))
        ->keep_next = true;
    struct table *table = article_table(composer);
    for (size_t i = 0; i < edition->off_topic_count && i < OFF_TOPIC_MOST; i++) {
        const struct story *story = edition->off_topic[i];
        struct row *row = table_row(document, table);
        fill_off_topic(composer, &row->cells[0], story);
        cell_text(document, &row->cells[1], STYLE_TABLE_CELL,
                  wording_short_day(composer->arena, composer->template, story->day));
    }
    compose_rest(composer, edition->off_topic_count, OFF_TOPIC_MOST);
}

void compose_set_aside(struct composer *composer) {
    const struct text *labels = composer->template->labels;
    const struct finished *finished = composer->finished;
    if (composer->set_aside == NO_ANCHOR)
        return;
    compose_closing(composer, labels[LABEL_SET_ASIDE], composer->set_aside);
    compose_off_topic(composer);
    if (composer->edition->kind != EDITION_NATION)
        return;
    compose_articles(composer, LABEL_UNDATED, LABEL_UNDATED_NOTE, finished->kept_undated,
                     finished->undated_count);
    compose_articles(composer, LABEL_OUTSIDE, LABEL_OUTSIDE_NOTE, finished->kept_outside,
                     finished->outside_count);
}
