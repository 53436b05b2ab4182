/* The smaller parts of a chapter: regulations, flags and sources. Before: compose_chapter.c. */
#include <config.h>

#include "layout/compose.h"

#define EXCERPT 160 /* characters of a fact shown with a flag about it */

static const struct column regulation_columns[] = {
    {180, ALIGN_LEFT}, {450, ALIGN_LEFT}, {100, ALIGN_RIGHT}, {270, ALIGN_LEFT}};

/* The text of the fact with this fid, or none. */
static struct text fact_text(const struct facts *facts, struct text fid) {
    for (size_t i = 0; i < facts->quote_count; i++)
        if (text_is(fid, facts->quotes[i].fid))
            return quote_text(facts, i);
    for (size_t i = 0; i < facts->statement_count; i++)
        if (text_is(fid, facts->statements[i].fid))
            return statement_text(facts, i);
    for (size_t i = 0; i < facts->citation_count; i++)
        if (text_is(fid, facts->citations[i].fid))
            return citation_text(facts, i);
    for (size_t i = 0; i < facts->advisory_count; i++)
        if (text_is(fid, facts->advisories[i].fid))
            return advisory_text(facts, i);
    return (struct text){NULL, 0};
}

/* The words in marks, unless they begin with one. */
static struct text in_quotes(const struct composer *composer, struct text words) {
    if (text_starts(words, "“") || text_starts(words, "\""))
        return words;
    return arena_concat(composer->arena, composer->template->labels[LABEL_QUOTE_OPEN], words,
                        composer->template->labels[LABEL_QUOTE_CLOSE]);
}

/* True for an act that only its own words can tell: "Surat Edaran Gubernur". */
static bool is_unnumbered(const struct cited *cited) {
    return cited->instrument.number.size == 0 && cited->title.size == 0;
}

/* The title, or what the articles call it; below where in the instrument and in which articles. */
static void fill_subject(struct composer *composer, struct cell *cell, const struct cited *cited) {
    struct document *document = composer->document;
    struct text called = in_quotes(composer, text_trim(cited->words));
    bool named = cited->title.size || is_unnumbered(cited);
    bool untitled = cited->title.size == 0 && cited->status != STATUS_UNKNOWN &&
                    cited->status != STATUS_IMPOSSIBLE;
    struct paragraph *where = NULL;
    if (named)
        where =
            cell_text(document, cell, STYLE_TABLE_CELL, cited->title.size ? cited->title : called);
    if (!named || untitled || cited->note.words.size || cited->pinpoint_count)
        where = cell_add(document, cell, STYLE_SOFT); /* else the sources follow the title */
    if (untitled)
        add_separated(composer, where, STYLE_SOFT,
                      composer->template->labels[LABEL_REGULATION_UNTITLED]);
    if (cited->note.words.size)
        add_separated(composer, where, STYLE_SOFT,
                      note_of(composer, cited->note.words, cited->note.values));
    for (size_t i = 0; i < cited->pinpoint_count; i++) {
        if (where->count)
            paragraph_add(document, where, STYLE_SOFT, i ? TEXT("; ") : TEXT(" · "));
        paragraph_add(document, where, STYLE_SOFT, cited->pinpoints[i]);
    }
    for (size_t i = 0; i < cited->story_count; i++) {
        if (composer->sources[cited->stories[i]] == NO_ANCHOR)
            continue; /* an article of another edition */
        paragraph_add(document, where, STYLE_SOFT, TEXT(" "));
        add_source(composer, where, cited->stories[i]);
    }
}

static void fill_status(struct composer *composer, struct cell *cell, const struct cited *cited) {
    struct document *document = composer->document;
    const struct text *labels = composer->template->labels;
    enum style style = status_doubtful(cited->status) ? STYLE_WARNING : STYLE_TABLE_CELL;
    cell_text(document, cell, style, labels[status_label(cited->status)]);
    struct fill replaced[] = {{"instrument", cited->replaced_by}, {NULL, {NULL, 0}}};
    struct fill meant[] = {{"instrument", cited->suggestion}, {NULL, {NULL, 0}}};
    for (unsigned kind = FLAG_SANCTION_MISMATCH; kind <= FLAG_TITLE_MISMATCH; kind++)
        if (cited->flags >> kind & 1) /* what the status does not tell */
            cell_text(document, cell, STYLE_WARNING, check_words(composer, (enum flag_kind)kind));
    if (cited->replaced_by.size)
        cell_text(document, cell, STYLE_SOFT,
                  wording_label(composer->arena, composer->template, LABEL_REPLACED_BY, replaced));
    if (cited->suggestion.size)
        cell_text(document, cell, STYLE_SOFT,
                  wording_label(composer->arena, composer->template, LABEL_SUGGESTION, meant));
}

/* The name of the region whose act it is; none if it is no region's. */
static struct text region_of(const struct composer *composer, const struct cited *cited) {
    const struct finished *finished = composer->finished;
    for (size_t i = 0; i < cited->story_count; i++) {
        const struct facts *facts = story_facts(composer, cited->stories[i]);
        if (text_equal(facts->region_code, cited->office))
            return facts->region_name;
    }
    for (size_t i = 0; i < finished->province_count; i++)
        if (text_equal(finished->provinces[i].code, cited->office))
            return finished->provinces[i].name;
    return (struct text){NULL, 0};
}

/* "PP 94/2021", "Peraturan BPOM 5/2026", "Peraturan badan 5" of nobody knows whom; a region's act
 * among those of others with its region: "Perda 3/2018, Kabupaten Wonosobo". */
static struct text act_name(const struct composer *composer, const struct cited *cited,
                            bool everywhere) {
    struct instrument act = cited->instrument;
    if (text_is(act.type, "Perban")) {
        act.type = arena_concat(composer->arena, TEXT("Peraturan"), TEXT(" "),
                                cited->office.size ? cited->office : TEXT("badan"));
        return instrument_name(composer, &act);
    }
    struct text name = instrument_name(composer, &act);
    struct fill fills[] = {{"instrument", name}, {NULL, {NULL, 0}}};
    if (is_unnumbered(cited))
        name =
            wording_label(composer->arena, composer->template, LABEL_INSTRUMENT_UNNUMBERED, fills);
    struct text region = {NULL, 0};
    if (everywhere && cited->office.size)
        region = region_of(composer, cited);
    return region.size ? arena_concat(composer->arena, name, TEXT(", "), region) : name;
}

void compose_regulations(struct composer *composer, const struct cited *cited, size_t count,
                         bool everywhere) {
    struct document *document = composer->document;
    const struct text *labels = composer->template->labels;
    if (count == 0)
        return;
    struct table *table = document_table(document, regulation_columns, 4);
    cell_text(document, &table->head.cells[0], STYLE_TABLE_HEAD, labels[LABEL_COLUMN_INSTRUMENT]);
    cell_text(document, &table->head.cells[1], STYLE_TABLE_HEAD, labels[LABEL_COLUMN_SUBJECT]);
    cell_text(document, &table->head.cells[2], STYLE_TABLE_HEAD, labels[LABEL_COLUMN_MENTIONS]);
    cell_text(document, &table->head.cells[3], STYLE_TABLE_HEAD, labels[LABEL_COLUMN_STATUS]);
    for (size_t i = 0; i < count; i++) {
        struct row *row = table_row(document, table);
        cell_text(document, &row->cells[0], STYLE_TABLE_STRONG,
                  act_name(composer, &cited[i], everywhere));
        fill_subject(composer, &row->cells[1], &cited[i]);
        cell_text(document, &row->cells[2], STYLE_TABLE_CELL,
                  wording_number(composer->arena, composer->template, cited[i].mention_count));
        fill_status(composer, &row->cells[3], &cited[i]);
    }
}

void compose_flags(struct composer *composer, const struct chapter *chapter) {
    struct document *document = composer->document;
    const struct text *labels = composer->template->labels;
    if (chapter->flagged_count == 0)
        return;
    document->flow = FLOW_MAIN;
    document_paragraph(document, STYLE_PART, labels[LABEL_FLAGS]);
    for (size_t i = 0; i < chapter->flagged_count; i++) {
        const struct flagged *flagged = &chapter->flagged[i];
        const struct facts *facts = story_facts(composer, flagged->story);
        const struct flag *flag = &facts->flags[flagged->index];
        struct block *block = document_add(document, BLOCK_PARAGRAPH, STYLE_LIST_ITEM);
        block->mark.style = STYLE_LIST_ITEM;
        paragraph_add(document, &block->mark, STYLE_WARNING, TEXT("!"));
        paragraph_add(document, &block->text, STYLE_WARNING, labels[flag_label(flag->kind)]);
        struct text excerpt = without_comma(text_trim(fact_text(facts, flag->fact)));
        struct text note = note_of(composer, flag->note, flag->values);
        paragraph_add(document, &block->text, STYLE_LIST_ITEM, TEXT(": "));
        paragraph_add(document, &block->text, STYLE_LIST_ITEM, note);
        paragraph_add(document, &block->text, STYLE_LIST_ITEM, note.size ? TEXT(" · ") : TEXT(""));
        paragraph_add(document, &block->text, STYLE_LIST_ITEM,
                      excerpt.size
                          ? in_quotes(composer, wording_shorten(composer->arena, excerpt, EXCERPT))
                          : title_of(composer, facts));
        add_source_note(composer, block, facts->publisher, flagged->story);
    }
    document->flow = FLOW_FULL;
}

void compose_source_line(struct composer *composer, size_t story) {
    struct document *document = composer->document;
    const struct facts *facts = story_facts(composer, story);
    struct block *block = document_add(document, BLOCK_PARAGRAPH, STYLE_SOURCE);
    block->mark.style = STYLE_SOURCE;
    add_source(composer, &block->mark, story);
    paragraph_add(document, &block->text, STYLE_SOURCE, title_of(composer, facts));
    add_separated(composer, &block->text, STYLE_SOFT, publisher_of(composer, facts));
    add_separated(composer, &block->text, STYLE_SOFT,
                  wording_short_day(composer->arena, composer->template,
                                    composer->finished->stories[story].day));
    if (composer->finished->stories[story].advertorial)
        add_separated(composer, &block->text, STYLE_WARNING,
                      composer->template->labels[LABEL_ADVERTORIAL]);
}

/* "Berita lain yang juga menyangkut daerah ini: [4] [17]": the nation's edition shows each story
 * where it belongs. */
static void compose_references(struct composer *composer, const struct chapter *chapter) {
    struct document *document = composer->document;
    if (chapter->also_count == 0)
        return;
    struct text also = composer->template->labels[LABEL_ALSO];
    struct block *block = document_paragraph(
        document, STYLE_NOTE, arena_concat(composer->arena, also, TEXT(":"), TEXT("")));
    for (size_t i = 0; i < chapter->also_count; i++) {
        paragraph_add(document, &block->text, STYLE_NOTE, TEXT(" "));
        add_source(composer, &block->text, chapter->also[i]);
    }
}

static void compose_chapter_sources(struct composer *composer, const struct chapter *chapter) {
    const struct text *labels = composer->template->labels;
    bool own =
        composer->edition->kind != EDITION_REGION; /* there the list of sources follows at once */
    if (own && chapter->story_count)
        document_paragraph(composer->document, STYLE_PART, labels[LABEL_SOURCES]);
    for (size_t i = 0; own && i < chapter->story_count; i++)
        compose_source_line(composer, chapter->stories[i]);
    if (composer->edition->kind == EDITION_NATION) {
        compose_references(composer, chapter);
        return;
    }
    if (chapter->also_count)
        document_paragraph(composer->document, STYLE_PART, labels[LABEL_ALSO]);
    for (size_t i = 0; i < chapter->also_count; i++)
        compose_source_line(composer, chapter->also[i]);
}

void compose_parts(struct composer *composer, const struct edition_chapter *chapter) {
    for (size_t i = 0; i < PARTS; i++) {
        switch (composer->template->parts[i]) {
        case PART_ADVISORIES:
            compose_advisories(composer, chapter->chapter);
            break;
        case PART_OFFICIALS:
            compose_officials(composer, chapter->chapter);
            break;
        case PART_REGULATIONS:
            if (chapter->chapter->cited_count)
                document_paragraph(composer->document, STYLE_PART,
                                   composer->template->labels[LABEL_REGULATIONS]);
            compose_regulations(composer, chapter->chapter->cited, chapter->chapter->cited_count,
                                false);
            break;
        case PART_FLAGS:
            if (review_is_whole(composer))
                break; /* the section of what to check says the same, in order */
            compose_flags(composer, chapter->chapter);
            break;
        case PART_SOURCES:
            compose_chapter_sources(composer, chapter->chapter);
            compose_advertorials(composer, chapter->chapter);
            break;
        case PARTS:
            break;
        }
        compose_settle(composer);
    }
}
