/* Tables for spreadsheets: see csv.h. Before: the finished view. After: files beside the briefing.
 */
#include <config.h>

#include "summary/csv.h"

#include "summary/csv_cells.h"
#include "summary/csv_citation.h"

static void put_confidence(struct csv *csv, int hundredths) {
    csv_count(csv, hundredths < 0 ? 0 : (size_t)hundredths);
}

#define WHERE_HEADINGS "story article day scope region_code region"

/* The columns of WHERE_HEADINGS. */
static void put_where(struct csv *csv, const struct story *story, const struct facts *facts) {
    csv_count(csv, story->number);
    csv_text(csv, facts->id);
    csv_date(csv, story->day);
    csv_string(csv, scope_name(facts->scope));
    csv_text(csv, facts->region_code);
    csv_text(csv, facts->region_name);
}

#define SPEAKER_HEADINGS "speaker position institution"

/* The columns of SPEAKER_HEADINGS. */
static void put_speaker(struct csv *csv, const struct facts *facts, int speaker) {
    const struct person nobody = {0};
    bool known = speaker >= 0 && (size_t)speaker < facts->people_count;
    const struct person *person = known ? &facts->people[speaker] : &nobody;
    csv_text(csv, person->name);
    csv_text(csv, person->position);
    csv_text(csv, person->institution);
}

#define SOURCE_HEADINGS "publisher url advertorial start end"

/* The kinds of the flags about a fact or on its words, each once, joined by " | ". */
static void put_fact_flags(struct csv *csv, const struct facts *facts, const char *fid,
                           struct span span) {
    bool kinds[FLAG_KINDS] = {false};
    struct buffer out = {0};
    size_t end, first = facts_flags_near(facts, span, &end);
    for (size_t i = first; i < end; i++)
        if (text_is(facts->flags[i].fact, fid) || flag_damages(facts, &facts->flags[i], span))
            kinds[facts->flags[i].kind] = true;
    for (size_t kind = 0; kind < FLAG_KINDS; kind++)
        if (kinds[kind])
            buffer_printf(&out, out.size ? " | %s" : "%s", flag_kind_name((enum flag_kind)kind));
    csv_text(csv, buffer_view(&out));
    buffer_free(&out);
}

/* The columns of SOURCE_HEADINGS; start and end of the fact are bytes of the article's text. */
static void put_source(struct csv *csv, const struct story *story, const struct facts *facts,
                       struct span span) {
    csv_text(csv, facts->publisher);
    csv_text(csv, facts->url);
    csv_boolean(csv, story->advertorial);
    csv_count(csv, span.start);
    csv_count(csv, span.end);
}

/* The columns of SOURCE_HEADINGS and the flags, with which a row ends, for the fact of this name
 * and place. */
static void put_flagged(struct csv *csv, const struct story *story, const struct facts *facts,
                        const char *fid, struct span span) {
    put_source(csv, story, facts, span);
    put_fact_flags(csv, facts, fid, span);
    csv_end_row(csv);
}

/* Texts joined by " | ". `scratch` is overwritten. */
static void put_list(struct csv *csv, const struct text *texts, size_t count,
                     struct buffer *scratch) {
    buffer_clear(scratch);
    for (size_t i = 0; i < count; i++) {
        if (i)
            buffer_string(scratch, " | ");
        buffer_text(scratch, texts[i]);
    }
    csv_text(csv, buffer_view(scratch));
}

static void put_advisory(struct csv *csv, const struct story *story, const struct facts *facts,
                         size_t index, struct buffer *scratch) {
    const struct advisory *advisory = &facts->advisories[index];
    csv_string(csv, advisory->fid);
    put_where(csv, story, facts);
    csv_string(csv, advisory_type_name(advisory->type));
    put_list(csv, advisory->topics, advisory->topic_count, scratch);
    csv_text(csv, advisory->addressee);
    put_speaker(csv, facts, advisory->speaker);
    csv_text(csv, advisory_text(facts, index));
    put_confidence(csv, advisory->confidence);
    put_flagged(csv, story, facts, advisory->fid, advisory->span);
}

void csv_advisories(const struct finished *finished, char separator, struct buffer *out) {
    struct csv csv = csv_start(out, separator,
                               "fid " WHERE_HEADINGS " type topics addressee " SPEAKER_HEADINGS
                               " text confidence " SOURCE_HEADINGS " flags");
    struct buffer scratch = {0};
    struct reader reader = {.finished = finished};
    for (size_t i = 0; i < finished->story_count; i++) {
        const struct facts *facts = reader_story(&reader, i);
        for (size_t j = 0; j < facts->advisory_count; j++)
            put_advisory(&csv, &finished->stories[i], facts, j, &scratch);
    }
    reader_free(&reader);
    buffer_free(&scratch);
}

static void put_quote(struct csv *csv, const struct story *story, const struct facts *facts,
                      size_t index) {
    const struct quote *quote = &facts->quotes[index];
    csv_string(csv, quote->fid);
    csv_string(csv, "quote");
    put_where(csv, story, facts);
    put_speaker(csv, facts, quote->speaker);
    csv_text(csv, quote_text(facts, index));
    csv_count(csv, quote->repeats.count);
    put_confidence(csv, quote->confidence);
    put_flagged(csv, story, facts, quote->fid, quote->span);
}

static void put_statement(struct csv *csv, const struct story *story, const struct facts *facts,
                          size_t index) {
    const struct statement *statement = &facts->statements[index];
    csv_string(csv, statement->fid);
    csv_string(csv, "statement");
    put_where(csv, story, facts);
    put_speaker(csv, facts, statement->speaker);
    csv_text(csv, statement_text(facts, index));
    csv_count(csv, 0);
    put_confidence(csv, statement->confidence);
    put_flagged(csv, story, facts, statement->fid, statement->span);
}

void csv_quotes(const struct finished *finished, char separator, struct buffer *out) {
    struct csv csv = csv_start(out, separator,
                               "fid kind " WHERE_HEADINGS " " SPEAKER_HEADINGS
                               " text repeats confidence " SOURCE_HEADINGS " flags");
    struct reader reader = {.finished = finished};
    for (size_t i = 0; i < finished->story_count; i++) {
        const struct story *story = &finished->stories[i];
        const struct facts *facts = reader_story(&reader, i);
        /* Both lists are in the order of the text: merge them. */
        for (size_t quote = 0, other = 0;
             quote < facts->quote_count || other < facts->statement_count;)
            if (other == facts->statement_count ||
                (quote < facts->quote_count &&
                 facts->quotes[quote].span.start <= facts->statements[other].span.start))
                put_quote(&csv, story, facts, quote++);
            else
                put_statement(&csv, story, facts, other++);
    }
    reader_free(&reader);
}

static void put_citation(struct csv *csv, const struct story *story, const struct facts *facts,
                         size_t index, const struct note_wording *wording, struct buffer *scratch) {
    csv_string(csv, facts->citations[index].fid);
    put_where(csv, story, facts);
    csv_citation_cells(csv, facts, index, wording, scratch);
    csv_text(csv, facts->citations[index].sentence);
    put_source(csv, story, facts, facts->citations[index].span);
    csv_end_row(csv);
}

void csv_citations(const struct finished *finished, const struct note_wording *wording,
                   char separator, struct buffer *out) {
    struct csv csv =
        csv_start(out, separator,
                  "fid " WHERE_HEADINGS " " CSV_CITATION_HEADINGS " sentence " SOURCE_HEADINGS);
    struct buffer scratch = {0};
    struct reader reader = {.finished = finished};
    for (size_t i = 0; i < finished->story_count; i++) {
        const struct facts *facts = reader_story(&reader, i);
        for (size_t j = 0; j < facts->citation_count; j++)
            put_citation(&csv, &finished->stories[i], facts, j, wording, &scratch);
    }
    reader_free(&reader);
    buffer_free(&scratch);
}

/* The numbers of the stories in which an official is quoted, joined by " | ". */
static void put_stories(struct csv *csv, const struct finished *finished,
                        const struct official *official, struct buffer *scratch) {
    buffer_clear(scratch);
    for (size_t i = 0; i < official->quote_count; i++) {
        size_t story = official->quotes[i].story;
        if (i && official->quotes[i - 1].story == story)
            continue;
        buffer_printf(scratch, scratch->size ? " | %zu" : "%zu", finished->stories[story].number);
    }
    csv_text(csv, buffer_view(scratch));
}

static void put_officials(struct csv *csv, const struct finished *finished,
                          const struct chapter *chapter, struct buffer *scratch) {
    for (size_t i = 0; i < chapter->official_count; i++) {
        const struct official *official = &chapter->officials[i];
        csv_string(csv, scope_name(chapter->scope));
        csv_text(csv, chapter->code);
        csv_text(csv, chapter->name);
        csv_text(csv, official->who->name);
        csv_text(csv, official->who->honorifics);
        csv_text(csv, official->who->position);
        csv_string(csv, official->who->kind == PERSON_INSTITUTION ? "institution" : "person");
        csv_count(csv, official->direct_count);
        csv_count(csv, official->quote_count - official->direct_count);
        put_stories(csv, finished, official, scratch);
        csv_end_row(csv);
    }
}

void csv_officials(const struct finished *finished, char separator, struct buffer *out) {
    struct csv csv = csv_start(
        out, separator,
        "scope region_code region name honorifics position kind quotes statements stories");
    struct buffer scratch = {0};
    put_officials(&csv, finished, &finished->national, &scratch);
    for (size_t i = 0; i < finished->province_count; i++) {
        const struct province *province = &finished->provinces[i];
        put_officials(&csv, finished, &province->own, &scratch);
        for (size_t j = 0; j < province->region_count; j++)
            put_officials(&csv, finished, &province->regions[j], &scratch);
    }
    put_officials(&csv, finished, &finished->unknown, &scratch);
    buffer_free(&scratch);
}

static bool has_flag(const struct facts *facts, enum flag_kind kind) {
    for (size_t i = 0; i < facts->flag_count; i++)
        if (facts->flags[i].kind == kind)
            return true;
    return false;
}

/* The kinds of the article's flags, each once, joined by " | ". */
static void put_flags(struct csv *csv, const struct facts *facts, struct buffer *scratch) {
    buffer_clear(scratch);
    for (int kind = 0; kind < FLAG_KINDS; kind++) {
        if (!has_flag(facts, (enum flag_kind)kind))
            continue;
        if (scratch->size)
            buffer_string(scratch, " | ");
        buffer_string(scratch, flag_kind_name((enum flag_kind)kind));
    }
    csv_text(csv, buffer_view(scratch));
}

/* What `csv_articles` says of one article. */
struct listed {
    const struct facts *facts;
    const struct story *story; /* NULL if it is in none */
    const char *place;         /* inside, outside or undated */
    struct period period;
    struct text copy_of; /* id of the article that represents the story; none for that itself */
};

static void put_article(struct csv *csv, const struct listed *listed, struct buffer *scratch) {
    const struct facts *facts = listed->facts;
    const struct story *story = listed->story;
    csv_text(csv, facts->id);
    csv_string(csv, listed->place);
    if (story && story->number)
        csv_count(csv, story->number);
    else
        csv_string(csv, "");
    csv_text(csv, listed->copy_of);
    csv_date(csv, period_day(listed->period, facts));
    csv_date(csv, facts->event_date);
    csv_date(csv, facts->published);
    csv_string(csv, scope_name(facts->scope));
    csv_text(csv, facts->region_code);
    csv_text(csv, facts->region_name);
    put_list(csv, facts->also, facts->also_count, scratch);
    csv_text(csv, facts->title);
    csv_text(csv, facts->publisher);
    csv_text(csv, facts->author);
    csv_text(csv, facts->url);
    csv_boolean(csv, has_flag(facts, FLAG_ADVERTORIAL));
    csv_count(csv, facts->quote_count);
    csv_count(csv, facts->statement_count);
    csv_count(csv, facts->citation_count);
    csv_count(csv, facts->advisory_count);
    put_flags(csv, facts, scratch);
    csv_text(csv, facts->sha256);
    csv_end_row(csv);
}

static void put_story(struct csv *csv, struct reader *reader, const struct story *story,
                      struct buffer *scratch) {
    struct listed listed = {reader_article(reader, story->kept), story, "inside",
                            reader->finished->period, TEXT("")};
    struct text id = listed.facts->id;
    put_article(csv, &listed, scratch);
    listed.copy_of = id; /* which outlasts the facts */
    for (size_t i = 0; i < story->copy_count; i++) {
        listed.facts = reader_article(reader, story->kept_copies[i]);
        put_article(csv, &listed, scratch);
    }
}

static void put_others(struct csv *csv, struct reader *reader, const struct kept **kept,
                       size_t count, const char *place, struct buffer *scratch) {
    for (size_t i = 0; i < count; i++)
        put_article(csv,
                    &(struct listed){reader_article(reader, kept[i]), NULL, place,
                                     reader->finished->period, TEXT("")},
                    scratch);
}

void csv_articles(const struct finished *finished, char separator, struct buffer *out) {
    struct csv csv = csv_start(
        out, separator,
        "article period story copy_of day event_date published scope region_code region also title "
        "publisher author url advertorial quotes statements citations advisories flags sha256");
    struct buffer scratch = {0};
    struct reader reader = {.finished = finished};
    for (size_t i = 0; i < finished->story_count; i++)
        put_story(&csv, &reader, &finished->stories[i], &scratch);
    for (size_t i = 0; i < finished->off_topic_count; i++)
        put_story(&csv, &reader, &finished->off_topic[i], &scratch);
    put_others(&csv, &reader, finished->kept_outside, finished->outside_count, "outside", &scratch);
    put_others(&csv, &reader, finished->kept_undated, finished->undated_count, "undated", &scratch);
    reader_free(&reader);
    buffer_free(&scratch);
}
