/* Changing the facts of an article as an editor decided: see decide.h. Before: decide.c. After:
 * finish. */
#include <config.h>

#include <string.h>

#include "summary/decide.h"
#include "tables/regions.h"

/* The place of a fact's words among quoted_texts. */
static size_t words_place(const struct facts *facts, struct subject subject) {
    size_t place = subject.index;
    if (subject.kind == SUBJECT_QUOTE)
        return place;
    place += facts->quote_count;
    if (subject.kind == SUBJECT_STATEMENT)
        return place;
    place += facts->statement_count;
    if (subject.kind == SUBJECT_CITATION)
        return place;
    return place + facts->citation_count + facts->backref_count;
}

static bool is_number(struct text text, size_t *number) {
    *number = 0;
    for (size_t i = 0; i < text.size; i++) {
        if (text.data[i] < '0' || text.data[i] > '9' || i > 6)
            return false;
        *number = *number * 10 + (size_t)(text.data[i] - '0');
    }
    return text.size > 0;
}

void decide_make_room(struct facts *facts, size_t decisions, struct arena *arena) {
    struct person *people =
        arena_alloc_array(arena, facts->people_count + decisions, sizeof *people);
    if (facts->people_count)
        memcpy(people, facts->people, facts->people_count * sizeof *people);
    facts->people = people;
}

/* The person with this name, one more if nobody has it. */
static int person_named(struct facts *facts, struct text name, struct arena *arena) {
    for (size_t i = 0; i < facts->people_count; i++)
        if (text_equal_ascii_nocase(facts->people[i].name, name))
            return (int)i;
    facts->people[facts->people_count] = (struct person){.id = (int)facts->people_count,
                                                         .name = arena_copy(arena, name),
                                                         .honorifics = TEXT(""),
                                                         .kind = PERSON_PERSON};
    return (int)facts->people_count++;
}

static bool find_speaker(struct facts *facts, const struct decision *decision, struct arena *arena,
                         int *speaker, struct text *why) {
    struct text who = decision->field[FIELD_SPEAKER];
    size_t number;
    *speaker = NOBODY;
    if (who.size == 0)
        return true;
    if (!is_number(who, &number)) {
        *speaker = person_named(facts, who, arena);
    } else if (number < facts->people_count) {
        *speaker = (int)number;
    } else {
        *why = arena_printf(arena, "%s: the article has no person %zu; left out", decision->fid,
                            number);
        return false;
    }
    struct text position = decision->field[FIELD_POSITION];
    if (position.data)
        facts->people[*speaker].position = arena_copy(arena, position);
    return true;
}

static bool correct_words(struct facts *facts, struct subject subject,
                          const struct decision *decision, struct arena *arena, struct text *why) {
    int speaker = subject_speaker(facts, subject);
    if (decision->field[FIELD_SPEAKER].data && !find_speaker(facts, decision, arena, &speaker, why))
        return false;
    if (decision->field[FIELD_TEXT].data && facts->quoted_texts)
        facts->quoted_texts[words_place(facts, subject)] =
            arena_copy(arena, decision->field[FIELD_TEXT]);
    if (subject.kind == SUBJECT_QUOTE) {
        facts->quotes[subject.index].speaker = speaker;
    } else if (subject.kind == SUBJECT_STATEMENT) {
        facts->statements[subject.index].speaker = speaker;
    } else {
        struct advisory *advisory = &facts->advisories[subject.index];
        advisory->speaker = speaker;
        if (decision->field[FIELD_TYPE].data)
            advisory->type = advisory_type_of(decision->field[FIELD_TYPE]);
        if (decision->field[FIELD_ADDRESSEE].data)
            advisory->addressee = arena_copy(arena, decision->field[FIELD_ADDRESSEE]);
    }
    return true;
}

static void correct_citation(struct facts *facts, struct subject subject,
                             const struct decision *decision, const struct tables *tables,
                             decide_verdict *verdict, struct arena *arena) {
    struct citation *citation = &facts->citations[subject.index];
    struct instrument meant = citation->resolved.type.size ? citation->resolved : citation->written;
    size_t year;
    if (decision->field[FIELD_TYPE].data)
        meant.type = arena_copy(arena, decision->field[FIELD_TYPE]);
    if (decision->field[FIELD_NUMBER].data)
        meant.number = arena_copy(arena, decision->field[FIELD_NUMBER]);
    if (is_number(decision->field[FIELD_YEAR], &year))
        meant.year = (int)year;
    citation->resolved = meant;
    citation->suggestion = citation->title = (struct text){NULL, 0};
    citation->replaced_by = citation->note = (struct text){NULL, 0};
    citation->note_values = NULL;
    citation->since = (struct date){0};
    citation->status = STATUS_UNKNOWN;
    if (verdict)
        verdict(tables, facts_day(facts), citation_text(facts, subject.index), citation, arena);
}

static void correct_region(struct facts *facts, const struct decision *decision,
                           const struct tables *tables, struct arena *arena) {
    struct text value = decision->field[FIELD_REGION];
    const struct region *region = regions_find(tables->regions, value);
    facts->scope = decision_scope(value);
    facts->region_code = facts->region_name = (struct text){NULL, 0};
    facts->region_confidence = 100;
    if (facts->scope != SCOPE_REGENCY || !region)
        return;
    facts->scope = region->type == REGION_PROVINCE ? SCOPE_PROVINCE : SCOPE_REGENCY;
    facts->region_code = arena_copy(arena, region->code);
    facts->region_name = arena_copy(arena, region->name);
}

static void correct_date(struct facts *facts, const struct decision *decision) {
    if (decision->field[FIELD_EVENT_DATE].data)
        facts->event_date = date_parse_iso(decision->field[FIELD_EVENT_DATE]);
    if (decision->field[FIELD_PUBLISHED].data)
        facts->published = date_parse_iso(decision->field[FIELD_PUBLISHED]);
}

bool decide_correct(struct facts *facts, struct subject subject, const struct decision *decision,
                    const struct tables *tables, decide_verdict *verdict, struct arena *arena,
                    struct text *why) {
    switch (subject.kind) {
    case SUBJECT_ADVISORY:
    case SUBJECT_QUOTE:
    case SUBJECT_STATEMENT:
        return correct_words(facts, subject, decision, arena, why);
    case SUBJECT_CITATION:
        correct_citation(facts, subject, decision, tables, verdict, arena);
        return true;
    case SUBJECT_REGION:
        correct_region(facts, decision, tables, arena);
        return true;
    case SUBJECT_DATE:
        correct_date(facts, decision);
        return true;
    case SUBJECT_NONE:
        break;
    }
    return false;
}

static bool is_gone(const struct facts *facts, const bool *gone, enum subject_kind kind,
                    size_t index) {
    return gone[subject_slot(facts, (struct subject){kind, index})];
}

/* True if the citation of this name is gone. */
static bool citation_gone(const struct facts *facts, const bool *gone, const char *fid) {
    for (size_t i = 0; i < facts->citation_count; i++)
        if (is_gone(facts, gone, SUBJECT_CITATION, i) &&
            memcmp(facts->citations[i].fid, fid, FID_SIZE) == 0)
            return true;
    return false;
}

/* What stays of each list, and of the words of all of them, which follow one another. */
struct rest {
    size_t quotes, statements, citations, backrefs, advisories;
    size_t read, written; /* words */
};

/* Whether the next words stay: moves them up if so. */
static bool stays(struct facts *facts, struct rest *rest, bool gone) {
    if (!gone && facts->quoted_texts)
        facts->quoted_texts[rest->written++] = facts->quoted_texts[rest->read];
    rest->read++;
    return !gone;
}

static void remove_facts(struct facts *facts, const bool *gone) {
    struct rest rest = {0};
    for (size_t i = 0; i < facts->quote_count; i++)
        if (stays(facts, &rest, is_gone(facts, gone, SUBJECT_QUOTE, i)))
            facts->quotes[rest.quotes++] = facts->quotes[i];
    for (size_t i = 0; i < facts->statement_count; i++)
        if (stays(facts, &rest, is_gone(facts, gone, SUBJECT_STATEMENT, i)))
            facts->statements[rest.statements++] = facts->statements[i];
    for (size_t i = 0; i < facts->citation_count; i++)
        stays(facts, &rest, is_gone(facts, gone, SUBJECT_CITATION, i));
    for (size_t i = 0; i < facts->backref_count; i++)
        if (stays(facts, &rest, citation_gone(facts, gone, facts->backrefs[i].citation)))
            facts->backrefs[rest.backrefs++] = facts->backrefs[i];
    for (size_t i = 0; i < facts->citation_count; i++)
        if (!is_gone(facts, gone, SUBJECT_CITATION, i))
            facts->citations[rest.citations++] = facts->citations[i];
    for (size_t i = 0; i < facts->advisory_count; i++)
        if (stays(facts, &rest, is_gone(facts, gone, SUBJECT_ADVISORY, i)))
            facts->advisories[rest.advisories++] = facts->advisories[i];
    facts->quote_count = rest.quotes;
    facts->statement_count = rest.statements;
    facts->citation_count = rest.citations;
    facts->backref_count = rest.backrefs;
    facts->advisory_count = rest.advisories;
}

void decide_remove(struct facts *facts, const struct subject *subjects, const bool *gone,
                   const bool *settled) {
    size_t flags = 0;
    for (size_t i = 0; i < facts->flag_count; i++)
        if (subjects[i].kind == SUBJECT_NONE || !settled[subject_slot(facts, subjects[i])])
            facts->flags[flags++] = facts->flags[i];
    facts->flag_count = flags;
    remove_facts(facts, gone);
}
