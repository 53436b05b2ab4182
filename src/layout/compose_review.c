/* "Perlu diperiksa": the beginning of the review list, and what its reasons are called. Before:
 * summary/review.c. After: paginate.c; the same words stand in review.csv. */
#include <config.h>

#include "layout/compose.h"

/* Lines a briefing shows of the list: what a person can go through in a quarter of an hour. The
 * rest is counted and stands in review.csv. */
#define LINES_NATION 20
#define LINES_PLACE 10
#define EXCERPT 200  /* characters of a fact's words */
#define FOUND_MOST 4 /* further notes on a fact */

_Static_assert(LABEL_REVIEW_UNPLACED - LABEL_REVIEW_LOST_NEGATION == REVIEW_UNPLACED,
               "labels in the order of reasons");

enum label review_label(enum review_reason reason) {
    return (enum label)((unsigned)LABEL_REVIEW_LOST_NEGATION + (unsigned)reason);
}

/* "PP 94/2020, nomor yang tidak pernah ada; mungkin PP 94/2021" */
static struct text about_citation(const struct composer *composer, const struct citation *citation,
                                  bool verdict) {
    struct arena *arena = composer->arena;
    const struct instrument *act =
        citation->resolved.type.size ? &citation->resolved : &citation->written;
    struct text about = instrument_name(composer, act);
    if (act->number.size == 0 && !verdict) /* its words, which follow, say more */
        return TEXT("");
    struct fill replaced[] = {{"instrument", citation->replaced_by}, {NULL, {NULL, 0}}};
    struct fill meant[] = {{"instrument", citation->suggestion}, {NULL, {NULL, 0}}};
    if (verdict)
        about = arena_concat(arena, about, TEXT(", "),
                             composer->template->labels[status_label(citation->status)]);
    if (verdict && citation->replaced_by.size)
        about = arena_concat(arena, about, TEXT(", "),
                             wording_label(arena, composer->template, LABEL_REPLACED_BY, replaced));
    if (citation->suggestion.size)
        about = arena_concat(arena, about, TEXT("; "),
                             wording_label(arena, composer->template, LABEL_SUGGESTION, meant));
    return about;
}

static struct text about_dates(const struct composer *composer, const struct facts *facts) {
    struct fill fills[] = {
        {"event", wording_short_day(composer->arena, composer->template, facts->event_date)},
        {"published", wording_short_day(composer->arena, composer->template, facts->published)},
        {NULL, {NULL, 0}}};
    return wording_label(composer->arena, composer->template, LABEL_REVIEW_DATES, fills);
}

/* "Budi Santoso, Kepala BKD Kota Bogor" */
static struct text about_speaker(const struct composer *composer, const struct review_item *item) {
    const struct person *person =
        fact_speaker(item->facts, subject_speaker(item->facts, item->subject));
    if (!person)
        return TEXT("");
    return person->position.size
               ? arena_concat(composer->arena, person->name, TEXT(", "), person->position)
               : person->name;
}

/* What there is to know beside the reason, in words of the template; empty for nothing. */
static struct text about(const struct composer *composer, const struct review_item *item) {
    const struct facts *facts = item->facts;
    switch (item->subject.kind) {
    case SUBJECT_CITATION: {
        bool verdict = item->first == REVIEW_CITATION;
        return about_citation(composer, &facts->citations[item->subject.index], verdict);
    }
    case SUBJECT_DATE:
        return item->first == REVIEW_UNDATED ? TEXT("") : about_dates(composer, facts);
    case SUBJECT_REGION:
        return facts->region_name;
    case SUBJECT_ADVISORY:
    case SUBJECT_QUOTE:
    case SUBJECT_STATEMENT:
        return about_speaker(composer, item);
    case SUBJECT_ARTICLE:
    case SUBJECT_NONE:
        break;
    }
    return TEXT("");
}

/* True if the flag says something that belongs to the item: it is about the same fact or, of an
 * article without a date, about its dates. */
static bool tells(const struct review_item *item, const struct flag *flag) {
    return item->first == REVIEW_UNDATED ? flag->kind == FLAG_DATE_CONFLICT
                                         : text_is(flag->fact, item->fid);
}

/* What the program found, in the reader's language: first what the reason comes from, then what
 * other flags near by say of the same fact. */
static struct text found_of(const struct composer *composer, const struct review_item *item) {
    const struct facts *facts = item->facts;
    struct text found = TEXT("");
    size_t i = 0, end = facts->flag_count, told = 0;
    if (item->flag)
        found = note_of(composer, item->flag->note, item->flag->values);
    if (item->subject.kind < SUBJECT_REGION)
        i = facts_flags_near(facts, subject_span(facts, item->subject), &end);
    for (; i < end && told < FOUND_MOST; i++) {
        const struct flag *flag = &facts->flags[i];
        if (flag == item->flag || !tells(item, flag) || !flag->note.size)
            continue;
        struct text note = note_of(composer, flag->note, flag->values);
        found = arena_concat(composer->arena, found, found.size ? TEXT("; ") : TEXT(""), note);
        told++;
    }
    return found;
}

/* "Program kurang yakin bahwa ini arahan"; the other reasons say what is in doubt. */
static struct text reason_of(const struct composer *composer, const struct review_item *item) {
    static const enum label kinds[SUBJECT_NONE] = {[SUBJECT_ADVISORY] = LABEL_KIND_ADVISORY,
                                                   [SUBJECT_QUOTE] = LABEL_KIND_QUOTE,
                                                   [SUBJECT_STATEMENT] = LABEL_KIND_STATEMENT,
                                                   [SUBJECT_CITATION] = LABEL_KIND_CITATION,
                                                   [SUBJECT_REGION] = LABELS,
                                                   [SUBJECT_DATE] = LABELS};
    enum label kind = kinds[item->subject.kind];
    if (item->first != REVIEW_UNSURE || kind == LABELS)
        return composer->template->labels[review_label(item->first)];
    struct fill fills[] = {{"kind", composer->template->labels[kind]}, {NULL, {NULL, 0}}};
    return wording_label(composer->arena, composer->template, LABEL_REVIEW_UNSURE_OF, fills);
}

struct text layout_review_words(const struct template *template, const struct note_forms *notes,
                                struct arena *arena, const struct review_item *item) {
    const struct composer composer = {.arena = arena, .template = template, .notes = notes};
    struct text words = reason_of(&composer, item), more = about(&composer, item);
    for (int reason = (int)item->first + 1; reason < REVIEW_REASONS; reason++)
        if (item->reasons >> reason & 1)
            words = arena_concat(arena, words, TEXT("; "),
                                 template->labels[review_label((enum review_reason)reason)]);
    if (more.size)
        words = arena_concat(arena, words, TEXT(": "), more);
    struct text note = found_of(&composer, item);
    return note.size ? arena_concat(arena, words, TEXT(" | "), note) : words;
}

bool review_in_edition(const struct composer *composer, const struct review_item *item) {
    if (item->story == NO_STORY)
        return composer->edition->kind == EDITION_NATION;
    return composer->told[item->story];
}

/* By what the article can be found where it came from: its id, and file and record where they are
 * known. */
static struct text record_name(const struct composer *composer, const struct facts *facts) {
    if (facts->file.size == 0)
        return facts->id;
    struct text record = arena_printf(composer->arena, ":%zu", facts->record);
    struct text file = arena_concat(composer->arena, facts->file, record, TEXT(""));
    return arena_concat(composer->arena, facts->id, TEXT(" · "), file);
}

/* Whose article, and where it leads to; what no list of sources has, by its record. */
static void add_where(struct composer *composer, struct block *block,
                      const struct review_item *item) {
    struct text outlet = publisher_of(composer, item->facts);
    struct paragraph *note = block_note(composer->document, block, STYLE_SIDE);
    paragraph_add(composer->document, note, STYLE_SIDE, outlet);
    if (item->facts->region_name.size)
        add_separated(composer, note, STYLE_SIDE, item->facts->region_name);
    if (item->story == NO_STORY || item->facts->title.size == 0)
        add_separated(composer, note, STYLE_SIDE, record_name(composer, item->facts));
    if (item->story != NO_STORY)
        add_source_note(composer, block, TEXT(""), item->story);
}

/* "! Sanksi tidak tercantum: “penurunan pangkat” tidak termasuk ...": then the words in print. */
static void compose_item(struct composer *composer, const struct review_item *item) {
    struct document *document = composer->document;
    struct text found = found_of(composer, item), more = about(composer, item),
                excerpt = without_comma(text_trim(subject_words(item->facts, item->subject)));
    struct block *block = document_add(document, BLOCK_PARAGRAPH, STYLE_LIST_ITEM);
    block->mark.style = STYLE_LIST_ITEM;
    paragraph_add(document, &block->mark, STYLE_WARNING, TEXT("!"));
    paragraph_add(document, &block->text, STYLE_WARNING, reason_of(composer, item));
    if (found.size && item->subject.kind >= SUBJECT_CITATION)
        more = TEXT(""); /* the note names the act, or the days */
    if (more.size || found.size)
        paragraph_add(document, &block->text, STYLE_WARNING, TEXT(": "));
    if (more.size)
        paragraph_add(document, &block->text, STYLE_STRONG, more);
    if (more.size && found.size)
        paragraph_add(document, &block->text, STYLE_LIST_ITEM, TEXT("; "));
    paragraph_add(document, &block->text, STYLE_LIST_ITEM, found);
    if (item->subject.kind >= SUBJECT_REGION)
        excerpt = title_of(composer, item->facts);
    paragraph_add(document, &block->text, STYLE_LIST_ITEM, TEXT(" · "));
    paragraph_add(document, &block->text, STYLE_LIST_ITEM,
                  wording_shorten(composer->arena, excerpt, EXCERPT));
    add_where(composer, block, item);
}

static size_t most_lines(const struct composer *composer) {
    return composer->edition->kind == EDITION_NATION ? LINES_NATION : LINES_PLACE;
}

size_t review_count(const struct composer *composer) {
    const struct review *review = composer->options->review;
    size_t count = 0;
    for (size_t i = 0; review && i < review->count; i++)
        count += review_in_edition(composer, &review->items[i]);
    return count;
}

bool review_is_whole(const struct composer *composer) {
    return composer->review != NO_ANCHOR && composer->review_count <= most_lines(composer);
}

void compose_review(struct composer *composer) {
    struct document *document = composer->document;
    const struct text *labels = composer->template->labels;
    const struct review *review = composer->options->review;
    if (composer->review == NO_ANCHOR)
        return;
    size_t most = most_lines(composer), count = composer->review_count, shown = 0;
    compose_closing(composer, labels[LABEL_REVIEW], composer->review);
    document->flow = FLOW_MAIN;
    enum label note =
        composer->edition->kind == EDITION_NATION ? LABEL_REVIEW_NOTE : LABEL_REVIEW_NOTE_PLACE;
    document_paragraph(document, STYLE_NOTE, labels[count ? note : LABEL_REVIEW_NONE])->keep_next =
        count > 0;
    if (composer->options->decided && composer->edition->kind == EDITION_NATION)
        document_paragraph(document, STYLE_NOTE,
                           wording_count(composer->arena, composer->template, LABEL_REVIEW_DECIDED,
                                         composer->options->decided, NULL))
            ->keep_next = count > 0;
    for (size_t i = 0; i < review->count && shown < most; i++) {
        if (!review_in_edition(composer, &review->items[i]))
            continue;
        compose_item(composer, &review->items[i]);
        shown++;
    }
    if (count > shown)
        document_paragraph(document, STYLE_NOTE,
                           wording_count(composer->arena, composer->template, LABEL_REVIEW_REST,
                                         count - shown, NULL));
    document->flow = FLOW_FULL;
}
