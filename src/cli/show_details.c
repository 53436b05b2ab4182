/* Names and values about articles and facts: see show_details.h. Before: extract. After:
 * show_terminal.c, show_html.c. */
#include <config.h>

#include "cli/show_details.h"

#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "extract/off_topic.h"
#include "tables/regions.h"

#define EVIDENCE_SHOWN 4 /* places of a region's evidence */

static void add(struct details *details, const char *name, struct text value) {
    if (value.size && details->count < DETAILS_MOST)
        details->at[details->count++] = (struct detail){name, value};
}

static struct text keep(struct arena *arena, struct buffer *buffer) {
    struct text text = arena_copy(arena, buffer_view(buffer));
    buffer_free(buffer);
    return text;
}

/* 0.97 from 97. */
static void put_confidence(struct buffer *out, int hundredths) {
    buffer_printf(out, "confidence %d.%02d", hundredths / 100, hundredths % 100);
}

static struct text date_text(struct arena *arena, struct date date) {
    char iso[DATE_SIZE];
    date_format(date, iso);
    return arena_copy(arena, text_of(iso));
}

static void put_quoted(struct buffer *out, struct text text) {
    buffer_char(out, '"');
    buffer_text(out, text);
    buffer_char(out, '"');
}

/* "2024-12-12, from "Kamis (12/12/24)"". */
static struct text event_text(const struct facts *facts, struct arena *arena) {
    struct buffer out = {0};
    if (!date_is_set(facts->event_date))
        return TEXT("unknown");
    buffer_text(&out, date_text(arena, facts->event_date));
    if (facts->text.data && span_size(facts->date_evidence)) {
        buffer_string(&out, ", from ");
        put_quoted(&out, text_slice(facts->text, facts->date_evidence));
    }
    return keep(arena, &out);
}

static bool seen_before(const struct facts *facts, size_t i) {
    const struct span *at = facts->region_evidence.at;
    for (size_t k = 0; k < i; k++)
        if (text_equal(text_slice(facts->text, at[k]), text_slice(facts->text, at[i])))
            return true;
    return false;
}

/* The first different words that speak for the region. */
static void put_evidence(struct buffer *out, const struct facts *facts) {
    size_t shown = 0;
    for (size_t i = 0; i < facts->region_evidence.count && shown < EVIDENCE_SHOWN; i++) {
        if (seen_before(facts, i))
            continue;
        buffer_string(out, shown++ ? ", " : ", from ");
        put_quoted(out, text_slice(facts->text, facts->region_evidence.at[i]));
    }
}

static struct text region_text(const struct facts *facts, struct arena *arena) {
    struct buffer out = {0};
    if (!facts->region_code.size)
        return facts->scope == SCOPE_NATIONAL ? TEXT("the nation") : TEXT("unknown");
    buffer_text(&out, facts->region_name);
    buffer_string(&out, " (");
    buffer_text(&out, facts->region_code);
    buffer_string(&out, "), ");
    put_confidence(&out, facts->region_confidence);
    if (facts->text.data)
        put_evidence(&out, facts);
    return keep(arena, &out);
}

static struct text also_text(const struct facts *facts, const struct tables *tables,
                             struct arena *arena) {
    struct buffer out = {0};
    for (size_t i = 0; i < facts->also_count; i++) {
        const struct region *region = regions_find(tables->regions, facts->also[i]);
        buffer_string(&out, i ? ", " : "");
        if (region)
            buffer_text(&out, region->name);
        buffer_string(&out, region ? " (" : "(");
        buffer_text(&out, facts->also[i]);
        buffer_char(&out, ')');
    }
    return keep(arena, &out);
}

void details_of_article(const struct facts *facts, const struct tables *tables, struct arena *arena,
                        struct details *out) {
    *out = (struct details){.count = 0};
    add(out, "id", facts->id);
    if (facts->file.size)
        add(out, "file",
            arena_printf(arena, "%.*s, record %zu", (int)facts->file.size, facts->file.data,
                         facts->record));
    add(out, "publisher", facts->publisher);
    add(out, "author", facts->author);
    add(out, "url", facts->url);
    add(out, "published", date_text(arena, facts->published));
    add(out, "event", event_text(facts, arena));
    add(out, "region", region_text(facts, arena));
    add(out, "also", also_text(facts, tables, arena));
}

void details_of_topic(const struct article *article, const struct tables *tables,
                      struct arena *arena, struct details *out) {
    if (tables->office_topics)
        add(out, "topic",
            topic_score(article, tables->office_topics, tables->notes, arena).note.words);
}

/* "Zulfan Marzuki, Sekretaris Daerah". */
static struct text speaker_text(const struct facts *facts, int speaker, struct arena *arena) {
    if (speaker == NOBODY)
        return TEXT("not named");
    const struct person *person = &facts->people[speaker];
    if (!person->position.size)
        return person->name;
    return arena_concat(arena, person->name, TEXT(", "), person->position);
}

static struct text words_at(const struct facts *facts, struct span span) {
    return facts->text.data && span_size(span) ? text_slice(facts->text, span) : (struct text){0};
}

static void add_rule(struct details *out, const char *rule, int confidence, struct arena *arena) {
    struct buffer value = {0};
    buffer_string(&value, rule ? rule : "not told");
    buffer_string(&value, ", ");
    put_confidence(&value, confidence);
    add(out, "rule", keep(arena, &value));
}

static void add_quote(struct details *out, const struct facts *facts, const struct quote *quote,
                      struct arena *arena) {
    add(out, "speaker", speaker_text(facts, quote->speaker, arena));
    add(out, "verb", words_at(facts, quote->cue));
    if (quote->repeats.count)
        add(out, "repeated", arena_printf(arena, "%zu times", quote->repeats.count));
    add_rule(out, quote->rule, quote->confidence, arena);
}

static void add_statement(struct details *out, const struct facts *facts,
                          const struct statement *statement, struct arena *arena) {
    add(out, "speaker", speaker_text(facts, statement->speaker, arena));
    add(out, "verb", words_at(facts, statement->cue));
    add_rule(out, statement->rule, statement->confidence, arena);
}

/* The types are words of the law; what each means stands beside it. */
static struct text advisory_text_of_type(enum advisory_type type) {
    static const struct text types[ADVISORY_TYPES] = {
        [ADVISORY_LARANGAN] = {"larangan (must not)", 19},
        [ADVISORY_IMBAUAN] = {"imbauan (asks, appeals, reminds)", 32},
        [ADVISORY_KEWAJIBAN] = {"kewajiban (must)", 16},
        [ADVISORY_SANKSI] = {"sanksi (what happens to offenders)", 34},
        [ADVISORY_PELAPORAN] = {"pelaporan (asks to report)", 26},
    };
    return types[type];
}

static void add_advisory(struct details *out, const struct facts *facts,
                         const struct advisory *advisory, struct arena *arena) {
    struct buffer topics = {0};
    for (size_t i = 0; i < advisory->topic_count; i++) {
        buffer_string(&topics, i ? ", " : "");
        buffer_text(&topics, advisory->topics[i]);
    }
    add(out, "type", advisory_text_of_type(advisory->type));
    add(out, "topics", keep(arena, &topics));
    add(out, "addressed to", advisory->addressee);
    add(out, "speaker", speaker_text(facts, advisory->speaker, arena));
    add_rule(out, advisory->rule, advisory->confidence, arena);
}

/* "PP 94/2021", as far as its parts are there. */
static struct text instrument_text(const struct instrument *instrument, struct arena *arena) {
    struct buffer out = {0};
    buffer_text(&out, instrument->type);
    if (instrument->number.size) {
        buffer_char(&out, ' ');
        buffer_text(&out, instrument->number);
    }
    if (instrument->year)
        buffer_printf(&out, "%c%d", instrument->number.size ? '/' : ' ', instrument->year);
    return keep(arena, &out);
}

static struct text status_text(const struct citation *citation, struct arena *arena) {
    struct buffer out = {0};
    for (const char *c = citation_status_name(citation->status); *c; c++)
        buffer_char(&out, *c == '_' ? ' ' : *c);
    if (date_is_set(citation->since)) {
        buffer_string(&out, " since ");
        buffer_text(&out, date_text(arena, citation->since));
    }
    if (citation->replaced_by.size) {
        buffer_string(&out, ", replaced by ");
        buffer_text(&out, citation->replaced_by);
    }
    if (citation->note.size) {
        buffer_string(&out, "; ");
        buffer_text(&out, citation->note);
    }
    return keep(arena, &out);
}

static void add_citation(struct details *out, const struct citation *citation,
                         struct arena *arena) {
    struct text written = instrument_text(&citation->written, arena), meant = {0};
    if (citation->resolved.type.size)
        meant = instrument_text(&citation->resolved, arena);
    add(out, "names", written);
    add(out, "means", text_equal(written, meant) ? (struct text){0} : meant);
    add(out, "pinpoint", citation->pinpoint);
    add(out, "title", citation->title);
    if (citation->status != STATUS_UNKNOWN)
        add(out, "status", status_text(citation, arena));
    add(out, "perhaps", citation->suggestion);
    add_rule(out, citation->rule, citation->confidence, arena);
}

static void add_backref(struct details *out, const struct marks *marks,
                        const struct backref *backref, struct arena *arena) {
    const struct mark *mark = marks_find(marks, backref->citation);
    if (mark)
        add(out, "refers to", arena_printf(arena, "fact %zu, %s", mark->number, mark->fid));
    else
        add(out, "refers to", TEXT("nothing that was found"));
}

/* "bad_citation: ..." as "bad citation: ...". */
static struct text flag_text(const struct flag *flag, struct arena *arena) {
    struct buffer out = {0};
    for (const char *c = flag_kind_name(flag->kind); *c; c++)
        buffer_char(&out, *c == '_' ? ' ' : *c);
    if (flag->note.size) {
        buffer_string(&out, ": ");
        buffer_text(&out, flag->note);
    }
    return keep(arena, &out);
}

/* Its name and place, and what the program noticed about it. */
static void add_place(struct details *out, const struct facts *facts, const struct marks *marks,
                      const struct mark *mark, struct arena *arena) {
    size_t note = mark->fid ? marks_first_note(marks, mark->fid) : marks->noted_count;
    for (; note < marks->noted_count && text_is(marks->by_fact[note]->fact, mark->fid); note++)
        add(out, "note", flag_text(marks->by_fact[note], arena));
    const struct flag *damage = mark->fid ? facts_damage(facts, mark->span) : NULL;
    if (damage && !text_is(damage->fact, mark->fid))
        add(out, "note", flag_text(damage, arena));
    add(out, "fact",
        arena_printf(arena, "%s%sbytes %zu to %zu", mark->fid ? mark->fid : "",
                     mark->fid ? ", " : "", mark->span.start, mark->span.end));
}

void details_of_fact(const struct facts *facts, const struct marks *marks, const struct mark *mark,
                     struct arena *arena, struct details *out) {
    *out = (struct details){.count = 0};
    switch (mark->kind) {
    case MARK_QUOTE:
        add_quote(out, facts, &facts->quotes[mark->index], arena);
        break;
    case MARK_STATEMENT:
        add_statement(out, facts, &facts->statements[mark->index], arena);
        break;
    case MARK_ADVISORY:
        add_advisory(out, facts, &facts->advisories[mark->index], arena);
        break;
    case MARK_CITATION:
        add_citation(out, &facts->citations[mark->index], arena);
        break;
    case MARK_BACKREF:
    case MARK_KINDS:
        add_backref(out, marks, &facts->backrefs[mark->index], arena);
        break;
    }
    add_place(out, facts, marks, mark, arena);
}

struct text *article_notes(const struct facts *facts, struct arena *arena, size_t *count) {
    struct text *notes = arena_alloc_array(arena, facts->flag_count + 1, sizeof *notes);
    *count = 0;
    for (size_t i = 0; i < facts->flag_count; i++) {
        const struct flag *flag = &facts->flags[i];
        if (flag->kind == FLAG_DUPLICATE || flag->kind == FLAG_BOILERPLATE || flag->fact.size)
            continue;
        notes[(*count)++] = flag_text(flag, arena);
    }
    return notes;
}

struct text excerpt(struct arena *arena, struct text text, size_t most) {
    size_t characters = 0, i = 0, size;
    for (; i < text.size && characters < most; i += size, characters++)
        utf8_decode(text, i, &size);
    struct text head = {text.data, i};
    return i < text.size ? arena_concat(arena, head, TEXT("..."), TEXT("")) : head;
}
