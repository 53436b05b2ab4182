/* Tables for spreadsheets: see month_tables.h. Before: the finished view. After: csv_cells.c and
 * cli/spreadsheet.c.
 */
#include <config.h>

#include "summary/month_tables.h"

#include "summary/citation_cells.h"

static void put_confidence(struct table_sink *table, int hundredths) {
    table_count(table, hundredths < 0 ? 0 : (size_t)hundredths);
}

#define WHERE_HEADINGS "story article day scope region_code region"

/* The columns of WHERE_HEADINGS. */
static void put_where(struct table_sink *table, const struct story *story,
                      const struct facts *facts) {
    table_count(table, story->number);
    table_text(table, facts->id);
    table_date(table, story->day);
    table_string(table, scope_name(facts->scope));
    table_text(table, facts->region_code);
    table_text(table, facts->region_name);
}

#define SPEAKER_HEADINGS "speaker position institution"

/* The columns of SPEAKER_HEADINGS. */
static void put_speaker(struct table_sink *table, const struct facts *facts, int speaker) {
    const struct person nobody = {0};
    bool known = speaker >= 0 && (size_t)speaker < facts->people_count;
    const struct person *person = known ? &facts->people[speaker] : &nobody;
    table_text(table, person->name);
    table_text(table, person->position);
    table_text(table, person->institution);
}

#define SOURCE_HEADINGS "publisher url advertorial start end"

/* The kinds of the flags about a fact or on its words, each once, joined by " | ". */
static void put_fact_flags(struct table_sink *table, const struct facts *facts, const char *fid,
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
    table_text(table, buffer_view(&out));
    buffer_free(&out);
}

/* The columns of SOURCE_HEADINGS; start and end of the fact are bytes of the article's text. */
static void put_source(struct table_sink *table, const struct story *story,
                       const struct facts *facts, struct span span) {
    table_text(table, facts->publisher);
    table_text(table, facts->url);
    table_boolean(table, story->advertorial);
    table_count(table, span.start);
    table_count(table, span.end);
}

/* The columns of SOURCE_HEADINGS and the flags, with which a row ends, for the fact of this name
 * and place. */
static void put_flagged(struct table_sink *table, const struct story *story,
                        const struct facts *facts, const char *fid, struct span span) {
    put_source(table, story, facts, span);
    put_fact_flags(table, facts, fid, span);
    table_end_row(table);
}

/* Texts joined by " | ". `scratch` is overwritten. */
static void put_list(struct table_sink *table, const struct text *texts, size_t count,
                     struct buffer *scratch) {
    buffer_clear(scratch);
    for (size_t i = 0; i < count; i++) {
        if (i)
            buffer_string(scratch, " | ");
        buffer_text(scratch, texts[i]);
    }
    table_text(table, buffer_view(scratch));
}

static void put_advisory(struct table_sink *table, const struct story *story,
                         const struct facts *facts, size_t index, struct buffer *scratch) {
    const struct advisory *advisory = &facts->advisories[index];
    table_string(table, advisory->fid);
    put_where(table, story, facts);
    table_string(table, advisory_type_name(advisory->type));
    put_list(table, advisory->topics, advisory->topic_count, scratch);
    table_text(table, advisory->addressee);
    put_speaker(table, facts, advisory->speaker);
    table_text(table, advisory_text(facts, index));
    put_confidence(table, advisory->confidence);
    put_flagged(table, story, facts, advisory->fid, advisory->span);
}

void month_advisories(const struct finished *finished, struct table_sink *table) {
    table_head(table, "fid " WHERE_HEADINGS " type topics addressee " SPEAKER_HEADINGS
                      " text confidence " SOURCE_HEADINGS " flags");
    struct buffer scratch = {0};
    struct reader reader = {.finished = finished};
    for (size_t i = 0; i < finished->story_count; i++) {
        const struct facts *facts = reader_story(&reader, i);
        for (size_t j = 0; j < facts->advisory_count; j++)
            put_advisory(table, &finished->stories[i], facts, j, &scratch);
    }
    reader_free(&reader);
    buffer_free(&scratch);
}

static void put_quote(struct table_sink *table, const struct story *story,
                      const struct facts *facts, size_t index) {
    const struct quote *quote = &facts->quotes[index];
    table_string(table, quote->fid);
    table_string(table, "quote");
    put_where(table, story, facts);
    put_speaker(table, facts, quote->speaker);
    table_text(table, quote_text(facts, index));
    table_count(table, quote->repeats.count);
    put_confidence(table, quote->confidence);
    put_flagged(table, story, facts, quote->fid, quote->span);
}

static void put_statement(struct table_sink *table, const struct story *story,
                          const struct facts *facts, size_t index) {
    const struct statement *statement = &facts->statements[index];
    table_string(table, statement->fid);
    table_string(table, "statement");
    put_where(table, story, facts);
    put_speaker(table, facts, statement->speaker);
    table_text(table, statement_text(facts, index));
    table_count(table, 0);
    put_confidence(table, statement->confidence);
    put_flagged(table, story, facts, statement->fid, statement->span);
}

void month_quotes(const struct finished *finished, struct table_sink *table) {
    table_head(table, "fid kind " WHERE_HEADINGS " " SPEAKER_HEADINGS
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
                put_quote(table, story, facts, quote++);
            else
                put_statement(table, story, facts, other++);
    }
    reader_free(&reader);
}

static void put_citation(struct table_sink *table, const struct story *story,
                         const struct facts *facts, size_t index,
                         const struct note_wording *wording, struct buffer *scratch) {
    table_string(table, facts->citations[index].fid);
    put_where(table, story, facts);
    citation_cells(table, facts, index, wording, scratch);
    table_text(table, facts->citations[index].sentence);
    put_source(table, story, facts, facts->citations[index].span);
    table_end_row(table);
}

void month_citations(const struct finished *finished, const struct note_wording *wording,
                     struct table_sink *table) {
    table_head(table, "fid " WHERE_HEADINGS " " CITATION_HEADINGS " sentence " SOURCE_HEADINGS);
    struct buffer scratch = {0};
    struct reader reader = {.finished = finished};
    for (size_t i = 0; i < finished->story_count; i++) {
        const struct facts *facts = reader_story(&reader, i);
        for (size_t j = 0; j < facts->citation_count; j++)
            put_citation(table, &finished->stories[i], facts, j, wording, &scratch);
    }
    reader_free(&reader);
    buffer_free(&scratch);
}

/* The numbers of the stories in which an official is quoted, joined by " | ". */
static void put_stories(struct table_sink *table, const struct finished *finished,
                        const struct official *official, struct buffer *scratch) {
    buffer_clear(scratch);
    for (size_t i = 0; i < official->quote_count; i++) {
        size_t story = official->quotes[i].story;
        if (i && official->quotes[i - 1].story == story)
            continue;
        buffer_printf(scratch, scratch->size ? " | %zu" : "%zu", finished->stories[story].number);
    }
    table_text(table, buffer_view(scratch));
}

static void put_officials(struct table_sink *table, const struct finished *finished,
                          const struct chapter *chapter, struct buffer *scratch) {
    for (size_t i = 0; i < chapter->official_count; i++) {
        const struct official *official = &chapter->officials[i];
        table_string(table, scope_name(chapter->scope));
        table_text(table, chapter->code);
        table_text(table, chapter->name);
        table_text(table, official->who->name);
        table_text(table, official->who->honorifics);
        table_text(table, official->who->position);
        table_string(table, official->who->kind == PERSON_INSTITUTION ? "institution" : "person");
        table_count(table, official->direct_count);
        table_count(table, official->quote_count - official->direct_count);
        put_stories(table, finished, official, scratch);
        table_end_row(table);
    }
}

void month_officials(const struct finished *finished, struct table_sink *table) {
    table_head(table,
               "scope region_code region name honorifics position kind quotes statements stories");
    struct buffer scratch = {0};
    put_officials(table, finished, &finished->national, &scratch);
    for (size_t i = 0; i < finished->province_count; i++) {
        const struct province *province = &finished->provinces[i];
        put_officials(table, finished, &province->own, &scratch);
        for (size_t j = 0; j < province->region_count; j++)
            put_officials(table, finished, &province->regions[j], &scratch);
    }
    put_officials(table, finished, &finished->unknown, &scratch);
    buffer_free(&scratch);
}

static bool has_flag(const struct facts *facts, enum flag_kind kind) {
    for (size_t i = 0; i < facts->flag_count; i++)
        if (facts->flags[i].kind == kind)
            return true;
    return false;
}

/* The kinds of the article's flags, each once, joined by " | ". */
static void put_flags(struct table_sink *table, const struct facts *facts, struct buffer *scratch) {
    buffer_clear(scratch);
    for (int kind = 0; kind < FLAG_KINDS; kind++) {
        if (!has_flag(facts, (enum flag_kind)kind))
            continue;
        if (scratch->size)
            buffer_string(scratch, " | ");
        buffer_string(scratch, flag_kind_name((enum flag_kind)kind));
    }
    table_text(table, buffer_view(scratch));
}

/* What `month_articles` says of one article. */
struct listed {
    const struct facts *facts;
    const struct story *story; /* NULL if it is in none */
    const char *place;         /* inside, outside or undated */
    struct period period;
    struct text copy_of; /* id of the article that represents the story; none for that itself */
};

static void put_article(struct table_sink *table, const struct listed *listed,
                        struct buffer *scratch) {
    const struct facts *facts = listed->facts;
    const struct story *story = listed->story;
    table_text(table, facts->id);
    table_string(table, listed->place);
    if (story && story->number)
        table_count(table, story->number);
    else
        table_string(table, "");
    table_text(table, listed->copy_of);
    table_date(table, period_day(listed->period, facts));
    table_date(table, facts->event_date);
    table_date(table, facts->published);
    table_string(table, scope_name(facts->scope));
    table_text(table, facts->region_code);
    table_text(table, facts->region_name);
    put_list(table, facts->also, facts->also_count, scratch);
    table_text(table, facts->title);
    table_text(table, facts->publisher);
    table_text(table, facts->author);
    table_text(table, facts->url);
    table_boolean(table, has_flag(facts, FLAG_ADVERTORIAL));
    table_count(table, facts->quote_count);
    table_count(table, facts->statement_count);
    table_count(table, facts->citation_count);
    table_count(table, facts->advisory_count);
    put_flags(table, facts, scratch);
    table_text(table, facts->sha256);
    table_end_row(table);
}

static void put_story(struct table_sink *table, struct reader *reader, const struct story *story,
                      struct buffer *scratch) {
    struct listed listed = {reader_article(reader, story->kept), story, "inside",
                            reader->finished->period, TEXT("")};
    struct text id = listed.facts->id;
    put_article(table, &listed, scratch);
    listed.copy_of = id; /* which outlasts the facts */
    for (size_t i = 0; i < story->copy_count; i++) {
        listed.facts = reader_article(reader, story->kept_copies[i]);
        put_article(table, &listed, scratch);
    }
}

static void put_others(struct table_sink *table, struct reader *reader, const struct kept **kept,
                       size_t count, const char *place, struct buffer *scratch) {
    for (size_t i = 0; i < count; i++)
        put_article(table,
                    &(struct listed){reader_article(reader, kept[i]), NULL, place,
                                     reader->finished->period, TEXT("")},
                    scratch);
}

void month_articles(const struct finished *finished, struct table_sink *table) {
    table_head(
        table,
        "article period story copy_of day event_date published scope region_code region also title "
        "publisher author url advertorial quotes statements citations advisories flags sha256");
    struct buffer scratch = {0};
    struct reader reader = {.finished = finished};
    for (size_t i = 0; i < finished->story_count; i++)
        put_story(table, &reader, &finished->stories[i], &scratch);
    for (size_t i = 0; i < finished->off_topic_count; i++)
        put_story(table, &reader, &finished->off_topic[i], &scratch);
    put_others(table, &reader, finished->kept_outside, finished->outside_count, "outside",
               &scratch);
    put_others(table, &reader, finished->kept_undated, finished->undated_count, "undated",
               &scratch);
    reader_free(&reader);
    buffer_free(&scratch);
}
