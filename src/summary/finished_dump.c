/* The finished view as JSON, for people and tests: `render --dump=finished`. Before: finish. After:
 * nobody reads it back.
 *
 * Stories are told by their number, from 1, as in the briefing. */
#include <config.h>

#include "base/json_write.h"
#include "summary/finished.h"

static void write_date(struct json_writer *w, const char *key, struct date date) {
    char iso[DATE_SIZE];
    date_format(date, iso);
    json_key(w, key);
    json_string(w, date_is_set(date) ? iso : NULL);
}

static void write_count(struct json_writer *w, const char *key, size_t count) {
    json_member_integer(w, key, (int64_t)count);
}

static void write_stories(struct json_writer *w, const char *key, struct reader *r,
                          const size_t *stories, size_t count) {
    json_key(w, key);
    json_open_array(w);
    for (size_t i = 0; i < count; i++)
        json_integer(w, (int64_t)r->finished->stories[stories[i]].number);
    json_close_array(w);
}

static void write_articles(struct json_writer *w, const char *key, struct reader *r,
                           const struct kept **articles, size_t count) {
    json_key(w, key);
    json_open_array(w);
    for (size_t i = 0; i < count; i++) {
        const struct facts *facts = reader_article(r, articles[i]);
        json_open_object(w);
        json_member_text(w, "id", facts->id);
        write_date(w, "day", period_day(r->finished->period, facts));
        json_member_text(w, "title", facts->title);
        json_member_text(w, "publisher", facts->publisher);
        json_close_object(w);
    }
    json_close_array(w);
}

static void write_story(struct json_writer *w, struct reader *r, const struct story *story) {
    const struct facts *facts = reader_article(r, story->kept);
    json_open_object(w);
    write_count(w, "number", story->number);
    json_member_text(w, "id", facts->id);
    write_date(w, "day", story->day);
    json_member_text(w, "title", facts->title);
    json_member_text(w, "publisher", facts->publisher);
    json_member_text(w, "url", facts->url);
    json_key(w, "advertorial");
    json_boolean(w, story->advertorial);
    write_articles(w, "copies", r, story->kept_copies, story->copy_count);
    json_close_object(w);
}

static void write_directives(struct json_writer *w, struct reader *r,
                             const struct chapter *chapter) {
    json_key(w, "directives");
    json_open_object(w);
    for (size_t type = 0; type < ADVISORY_TYPES; type++) {
        json_key(w, advisory_type_name((enum advisory_type)type));
        json_open_array(w);
        for (size_t i = 0; i < chapter->directive_count[type]; i++) {
            struct directive directive = chapter->directives[type][i];
            const struct story *story = &r->finished->stories[directive.story];
            const struct facts *facts = reader_article(r, story->kept);
            json_open_object(w);
            write_count(w, "story", story->number);
            json_key(w, "fid");
            json_string(w, facts->advisories[directive.index].fid);
            json_member_text(w, "text", advisory_text(facts, directive.index));
            json_close_object(w);
        }
        json_close_array(w);
    }
    json_close_object(w);
}

static void write_quote(struct json_writer *w, struct reader *r,
                        const struct official_quote *quote) {
    const struct story *story = &r->finished->stories[quote->story];
    const struct facts *facts = reader_article(r, story->kept);
    json_open_object(w);
    write_count(w, "story", story->number);
    json_key(w, "fid");
    json_string(w, quote->statement ? facts->statements[quote->index].fid
                                    : facts->quotes[quote->index].fid);
    json_member_text(w, "text",
                     quote->statement ? statement_text(facts, quote->index)
                                      : quote_text(facts, quote->index));
    json_close_object(w);
}

static void write_official(struct json_writer *w, struct reader *r,
                           const struct official *official) {
    json_open_object(w);
    json_member_text(w, "name", official->who->name);
    json_member_text(w, "honorifics", official->who->honorifics);
    json_member_text(w, "position", official->who->position);
    json_key(w, "kind");
    json_string(w, official->who->kind == PERSON_INSTITUTION ? "institution" : "person");
    write_count(w, "direct", official->direct_count);
    json_key(w, "quotes");
    json_open_array(w);
    for (size_t i = 0; i < official->quote_count; i++)
        write_quote(w, r, &official->quotes[i]);
    json_close_array(w);
    json_close_object(w);
}

static void write_cited(struct json_writer *w, struct reader *r, const struct cited *cited) {
    json_open_object(w);
    json_member_text(w, "type", cited->instrument.type);
    json_member_text(w, "number", cited->instrument.number);
    json_key(w, "year");
    if (cited->instrument.year)
        json_integer(w, cited->instrument.year);
    else
        json_null(w);
    json_member_text(w, "office", cited->office);
    json_member_text(w, "title", cited->title);
    json_key(w, "status");
    json_string(w, citation_status_name(cited->status));
    json_member_text(w, "suggestion", cited->suggestion);
    json_member_text(w, "replaced_by", cited->replaced_by);
    json_key(w, "pinpoints");
    json_open_array(w);
    for (size_t i = 0; i < cited->pinpoint_count; i++)
        json_text(w, cited->pinpoints[i]);
    json_close_array(w);
    write_count(w, "mentions", cited->mention_count);
    write_stories(w, "stories", r, cited->stories, cited->story_count);
    json_close_object(w);
}

static void write_cited_list(struct json_writer *w, struct reader *r, const struct cited *cited,
                             size_t count) {
    json_key(w, "cited");
    json_open_array(w);
    for (size_t i = 0; i < count; i++)
        write_cited(w, r, &cited[i]);
    json_close_array(w);
}

static void write_flagged(struct json_writer *w, struct reader *r, const struct chapter *chapter) {
    json_key(w, "flagged");
    json_open_array(w);
    for (size_t i = 0; i < chapter->flagged_count; i++) {
        const struct story *story = &r->finished->stories[chapter->flagged[i].story];
        const struct facts *facts = reader_article(r, story->kept);
        const struct flag *flag = &facts->flags[chapter->flagged[i].index];
        json_open_object(w);
        write_count(w, "story", story->number);
        json_key(w, "kind");
        json_string(w, flag_kind_name(flag->kind));
        json_member_text(w, "note", flag->note);
        json_close_object(w);
    }
    json_close_array(w);
}

static void write_chapter(struct json_writer *w, struct reader *r, const struct chapter *chapter) {
    json_open_object(w);
    json_key(w, "scope");
    json_string(w, scope_name(chapter->scope));
    json_member_text(w, "code", chapter->code);
    json_member_text(w, "name", chapter->name);
    write_stories(w, "stories", r, chapter->stories, chapter->story_count);
    write_stories(w, "advertorials", r, chapter->advertorials, chapter->advertorial_count);
    write_stories(w, "also", r, chapter->also, chapter->also_count);
    write_directives(w, r, chapter);
    json_key(w, "officials");
    json_open_array(w);
    for (size_t i = 0; i < chapter->official_count; i++)
        write_official(w, r, &chapter->officials[i]);
    json_close_array(w);
    write_cited_list(w, r, chapter->cited, chapter->cited_count);
    write_flagged(w, r, chapter);
    json_close_object(w);
}

static void write_province(struct json_writer *w, struct reader *r,
                           const struct province *province) {
    json_open_object(w);
    json_member_text(w, "code", province->code);
    json_member_text(w, "name", province->name);
    write_count(w, "stories", province->story_count);
    write_count(w, "directives", province->directive_count);
    write_count(w, "quotes", province->quote_count);
    write_count(w, "statements", province->statement_count);
    write_count(w, "citations", province->citation_count);
    json_key(w, "own");
    write_chapter(w, r, &province->own);
    json_key(w, "regions");
    json_open_array(w);
    for (size_t i = 0; i < province->region_count; i++)
        write_chapter(w, r, &province->regions[i]);
    json_close_array(w);
    json_close_object(w);
}

static void write_counts(struct json_writer *w, const struct counts *counts) {
    json_key(w, "counts");
    json_open_object(w);
    write_count(w, "articles", counts->articles);
    write_count(w, "stories", counts->stories);
    write_count(w, "copies", counts->copies);
    write_count(w, "advertorials", counts->advertorials);
    for (size_t type = 0; type < ADVISORY_TYPES; type++)
        write_count(w, advisory_type_name((enum advisory_type)type), counts->directives[type]);
    write_count(w, "quotes", counts->quotes);
    write_count(w, "statements", counts->statements);
    write_count(w, "officials", counts->officials);
    write_count(w, "citations", counts->citations);
    write_count(w, "instruments", counts->instruments);
    write_count(w, "flags", counts->flags);
    write_count(w, "regions", counts->regions);
    write_count(w, "provinces", counts->provinces);
    write_count(w, "outside_period", counts->outside_period);
    write_count(w, "undated", counts->undated);
    write_count(w, "off_topic", counts->off_topic);
    json_close_object(w);
}

/* The stories off the office's topic; only where it has one. */
static void write_off_topic(struct json_writer *w, struct reader *r) {
    if (r->finished->off_topic_count == 0)
        return;
    json_key(w, "off_topic");
    json_open_array(w);
    for (size_t i = 0; i < r->finished->off_topic_count; i++)
        write_story(w, r, &r->finished->off_topic[i]);
    json_close_array(w);
}

static void write_period(struct json_writer *w, struct period period) {
    json_key(w, "period");
    json_open_object(w);
    write_date(w, "from", period.from);
    write_date(w, "until", period.until);
    json_member_text(w, "zone", period.zone);
    json_close_object(w);
}

static void write_chapters(struct json_writer *w, struct reader *r) {
    json_key(w, "national");
    write_chapter(w, r, &r->finished->national);
    json_key(w, "provinces");
    json_open_array(w);
    for (size_t i = 0; i < r->finished->province_count; i++)
        write_province(w, r, &r->finished->provinces[i]);
    json_close_array(w);
    json_key(w, "unknown");
    write_chapter(w, r, &r->finished->unknown);
}

void finished_dump(const struct finished *finished, struct buffer *out) {
    struct json_writer w = {.out = out};
    struct reader reader = {.finished = finished};
    json_open_object(&w);
    json_member_text(&w, "taklimat", TEXT("finished/1"));
    write_period(&w, finished->period);
    write_counts(&w, &finished->counts);
    json_key(&w, "stories");
    json_open_array(&w);
    for (size_t i = 0; i < finished->story_count; i++)
        write_story(&w, &reader, &finished->stories[i]);
    json_close_array(&w);
    write_chapters(&w, &reader);
    write_cited_list(&w, &reader, finished->cited, finished->cited_count);
    write_articles(&w, "outside", &reader, finished->kept_outside, finished->outside_count);
    write_articles(&w, "undated", &reader, finished->kept_undated, finished->undated_count);
    write_off_topic(&w, &reader);
    json_close_object(&w);
    buffer_char(out, '\n');
    reader_free(&reader);
}
