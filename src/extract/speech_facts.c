/* From what was read to facts: see speech_facts.h. */
#include <config.h>

#include "extract/speech_facts.h"

#include "base/plain.h"
#include "extract/flags.h"

static struct arena *arena_of(const struct speech_facts *facts) { return facts->reading->arena; }

static struct text text_of_range(const struct speech_facts *facts, struct range range) {
    struct text words =
        text_slice(facts->reading->article->text, reading_span(facts->reading, range));
    return plain_text(facts->reading->arena, words);
}

static bool is_empty(struct range range) { return range.first >= range.end; }

void speech_facts_prepare(struct speech_facts *facts, size_t utterances) {
    facts->quote_numbers = arena_alloc_array(arena_of(facts), utterances + 1, sizeof(size_t));
}

/* The person id of an actor, given when they first speak; NOBODY for NO_ACTOR. */
static int person_id(struct speech_facts *facts, int actor) {
    struct actor *who = people_actor(facts->people, actor);
    if (!who)
        return NOBODY;
    if (who->id < 0) {
        facts->speakers =
            arena_grow(arena_of(facts), facts->speakers, facts->speaker_count,
                       facts->speaker_count + 1, sizeof *facts->speakers, &facts->speaker_capacity);
        who->id = (int)facts->speaker_count;
        facts->speakers[facts->speaker_count++] = actor;
    }
    return who->id;
}

/* How sure a quotation's speaker is, in hundredths: the share of speakers that were right in
 * annotated articles unread before, 227 quotations. */
static int quote_confidence(const struct utterance *utterance, const struct quoted *quoted) {
    int confidence = 98;
    if (utterance->attribution.kind == ATTRIBUTION_LAST)
        confidence = 96;
    else if (utterance->attribution.kind != ATTRIBUTION_NAMED)
        confidence = 80;
    if (quoted->open == NO_TOKEN || quoted->close == NO_TOKEN)
        confidence -= 15; /* where it begins or ends is a guess */
    return confidence;
}

void speech_facts_quote(struct speech_facts *facts, const struct utterance *utterance,
                        size_t number, const struct quoted *quoted, int speaker) {
    const struct attribution *by = &utterance->attribution;
    struct quote quote = {.span = reading_span(facts->reading, quoted->words),
                          .speaker = person_id(facts, speaker),
                          .cue = reading_span(facts->reading, by->cue),
                          .confidence = quote_confidence(utterance, quoted),
                          .rule = by->kind == ATTRIBUTION_NONE ? "quote-alone" : by->rule};
    fid_make(quote.fid, 'q', facts->reading->article->id, quote.span);
    facts->quotes = arena_grow(arena_of(facts), facts->quotes, facts->quote_count,
                               facts->quote_count + 1, sizeof quote, &facts->quote_capacity);
    facts->quote_numbers[number] = facts->quote_count;
    facts->quotes[facts->quote_count++] = quote;
}

void speech_facts_repeat(struct speech_facts *facts, size_t utterance, struct span span) {
    facts->repeats =
        arena_grow(arena_of(facts), facts->repeats, facts->repeat_count, facts->repeat_count + 1,
                   sizeof *facts->repeats, &facts->repeat_capacity);
    facts->repeats[facts->repeat_count++] = (struct repeat){utterance, span};
}

void speech_facts_statement(struct speech_facts *facts, struct span span,
                            const struct attribution *attribution, int speaker, int confidence) {
    struct statement statement = {.span = span,
                                  .speaker = person_id(facts, speaker),
                                  .cue = reading_span(facts->reading, attribution->cue),
                                  .confidence = confidence,
                                  .rule = attribution->rule};
    fid_make(statement.fid, 's', facts->reading->article->id, span);
    facts->statements =
        arena_grow(arena_of(facts), facts->statements, facts->statement_count,
                   facts->statement_count + 1, sizeof statement, &facts->statement_capacity);
    facts->statements[facts->statement_count++] = statement;
}

void speech_facts_extend(struct speech_facts *facts, size_t end) {
    struct statement *last = &facts->statements[facts->statement_count - 1];
    last->span.end = end;
    fid_make(last->fid, 's', facts->reading->article->id, last->span);
}

/* A body's name: where the text explains a short form and goes on to use it, that; or that and the
 * place behind it; but not of newspapers and companies. */
static struct text body_name(const struct speech_facts *facts, const struct actor *actor) {
    if (is_empty(actor->short_name) || actor->short_name.first < actor->name.first)
        return text_of_range(facts, actor->name);
    if (actor->row != NO_ROW &&
        offices_institution(facts->reading->tables->offices, actor->row) == INSTITUTION_WHOLE)
        return text_of_range(facts, actor->name);
    struct text short_name = text_of_range(facts, actor->short_name);
    struct range place = {actor->short_name.end + 1, actor->name.end};
    if (!is_empty(place))
        return arena_concat(arena_of(facts), short_name, TEXT(" "), text_of_range(facts, place));
    struct range full = {actor->name.first, actor->short_name.first - 1};
    return actor->short_used ? short_name : text_of_range(facts, full);
}

/* The institution in a position: from the first body named in it, else what follows the head. */
static struct text institution_of(const struct speech_facts *facts, const struct actor *actor) {
    struct text none = {NULL, 0};
    if (is_empty(actor->position))
        return none;
    for (uint32_t at = actor->head + 1; at < actor->position.end; at++)
        if (reading_hit(facts->reading, at, LEXEME_INSTITUTION))
            return text_of_range(facts, (struct range){at, actor->position.end});
    return none;
}

static struct text honorifics_of(const struct speech_facts *facts, const struct actor *actor) {
    struct text before = text_of_range(facts, actor->titles);
    struct range degrees = actor->degrees;
    if (!is_empty(degrees) && reading_is(facts->reading, degrees.first, KNOWN_COMMA))
        degrees.first++;
    struct text after = text_of_range(facts, degrees);
    if (is_empty(actor->titles))
        return is_empty(degrees) ? TEXT("") : after;
    return is_empty(degrees) ? before : arena_concat(arena_of(facts), before, TEXT(" "), after);
}

static struct person person_of(const struct speech_facts *facts, const struct actor *actor) {
    struct person person = {.id = actor->id,
                            .name = text_of_range(facts, actor->name),
                            .honorifics = TEXT(""),
                            .kind = PERSON_PERSON};
    if (actor->kind == MENTION_BODY) {
        person.name = person.institution = body_name(facts, actor);
        person.kind = PERSON_INSTITUTION;
        return person;
    }
    person.institution = institution_of(facts, actor);
    if (is_empty(actor->name)) {
        person.name = text_of_range(facts, actor->position);
        return person;
    }
    person.honorifics = honorifics_of(facts, actor);
    if (!is_empty(actor->position))
        person.position = text_of_range(facts, actor->position);
    return person;
}

static struct span mention_span(const struct speech_facts *facts, const struct mention *mention) {
    struct range range = mention->name;
    if (is_empty(range))
        range = mention->words;
    return reading_span(facts->reading, range);
}

/* The person id of a mention's actor if they speak, else NOBODY. */
static int mentioned(const struct speech_facts *facts, const struct mention *mention) {
    const struct actor *actor = people_actor(facts->people, mention->person);
    return actor ? actor->id : NOBODY;
}

/* Gives each person the places where they are mentioned, in order. */
static void write_mentions(const struct speech_facts *facts, const struct mention_list *mentions,
                           struct person *people) {
    for (size_t i = 0; i < mentions->count; i++) {
        int id = mentioned(facts, &mentions->at[i]);
        if (id >= 0)
            people[id].mentions.count++;
    }
    for (size_t i = 0; i < facts->speaker_count; i++) {
        people[i].mentions.at = arena_alloc_array(arena_of(facts), people[i].mentions.count,
                                                  sizeof *people[i].mentions.at);
        people[i].mentions.count = 0;
    }
    for (size_t i = 0; i < mentions->count; i++) {
        int id = mentioned(facts, &mentions->at[i]);
        if (id >= 0)
            people[id].mentions.at[people[id].mentions.count++] =
                mention_span(facts, &mentions->at[i]);
    }
}

static void write_repeats(const struct speech_facts *facts) {
    for (size_t i = 0; i < facts->repeat_count; i++)
        facts->quotes[facts->quote_numbers[facts->repeats[i].utterance]].repeats.count++;
    for (size_t i = 0; i < facts->quote_count; i++) {
        struct spans *repeats = &facts->quotes[i].repeats;
        if (repeats->count)
            repeats->at = arena_alloc_array(arena_of(facts), repeats->count, sizeof *repeats->at);
        repeats->count = 0;
    }
    for (size_t i = 0; i < facts->repeat_count; i++) {
        struct spans *repeats =
            &facts->quotes[facts->quote_numbers[facts->repeats[i].utterance]].repeats;
        repeats->at[repeats->count++] = facts->repeats[i].span;
    }
}

/* The row of the table of notes that says what is lost beside the stray mark; `next` goes on
 * through the quotations, which come in the same order. */
static const char *stray_note(const struct quoted_list *quotations, uint32_t stray, size_t *next) {
    while (*next < quotations->count && quotations->at[*next].words.end < stray)
        ++*next;
    for (size_t i = *next; i < quotations->count && i < *next + 2; i++) {
        const struct quoted *quoted = &quotations->at[i];
        if (quoted->open == stray && quoted->close == NO_TOKEN)
            return "quote_unclosed";
        if (quoted->close == stray && quoted->open == NO_TOKEN)
            return "quote_unopened";
    }
    return "quote_stray";
}

/* A flag for each stray mark. */
static void write_flags(const struct speech_facts *facts, const struct quoted_list *quotations,
                        struct facts *out) {
    size_t count = quotations->stray_count;
    size_t next = 0;
    struct flag *unbalanced = arena_alloc_array(arena_of(facts), count, sizeof *unbalanced);
    for (size_t i = 0; i < count; i++) {
        const char *code = stray_note(quotations, quotations->strays[i].first, &next);
        struct note note = note_make(facts->reading->tables->notes, arena_of(facts), code,
                                     (struct text[NOTE_PLACES]){{0}});
        unbalanced[i] = (struct flag){.kind = FLAG_UNBALANCED_QUOTE,
                                      .span = reading_span(facts->reading, quotations->strays[i]),
                                      .note = note.words,
                                      .values = note.values};
    }
    flags_add(out, unbalanced, count, arena_of(facts));
}

void speech_facts_write(struct speech_facts *facts, const struct mention_list *mentions,
                        const struct quoted_list *quotations, struct facts *out) {
    struct person *people =
        arena_alloc_array(arena_of(facts), facts->speaker_count, sizeof *people);
    for (size_t i = 0; i < facts->speaker_count; i++)
        people[i] = person_of(facts, people_actor(facts->people, facts->speakers[i]));
    write_mentions(facts, mentions, people);
    write_repeats(facts);
    out->people = people;
    out->people_count = facts->speaker_count;
    out->quotes = facts->quotes;
    out->quote_count = facts->quote_count;
    out->statements = facts->statements;
    out->statement_count = facts->statement_count;
    write_flags(facts, quotations, out);
}
