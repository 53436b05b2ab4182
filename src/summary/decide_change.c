/* Changing the facts of an article as an editor decided: see decide.h. Before: decide.c. After:
 * finish. */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/translate.h"
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

void decide_make_room(struct decide_article *article, size_t decisions, struct arena *scratch) {
    struct facts *facts = article->facts;
    struct person *people =
        arena_alloc_array(article->arena, facts->people_count + decisions, sizeof *people);
    if (facts->people_count)
        memcpy(people, facts->people, facts->people_count * sizeof *people);
    facts->people = people;
    article->names = name_index_make(facts, decisions, scratch);
}

/* The person with this name, one more if nobody has it. */
static int person_named(struct decide_article *article, struct text name) {
    struct facts *facts = article->facts;
    int found = name_index_find(&article->names, facts, name);
    if (found != NOBODY)
        return found;
    facts->people[facts->people_count] = (struct person){.id = (int)facts->people_count,
                                                         .name = arena_copy(article->arena, name),
                                                         .honorifics = TEXT(""),
                                                         .kind = PERSON_PERSON};
    name_index_add(&article->names, facts, facts->people_count);
    return (int)facts->people_count++;
}

static bool find_speaker(struct decide_article *article, const struct decision *decision,
                         int *speaker, struct text *why) {
    struct facts *facts = article->facts;
    struct text who = decision->field[FIELD_SPEAKER];
    int32_t number = decimal_read(who);
    *speaker = NOBODY;
    if (who.size == 0)
        return true;
    if (number < 0) {
        *speaker = person_named(article, who);
    } else if ((size_t)number < facts->people_count) {
        *speaker = number;
    } else {
        *why = arena_printf(article->arena, _("%s: the article has no person %d; left out"),
                            decision->fid, (int)number);
        return false;
    }
    struct text position = decision->field[FIELD_POSITION];
    if (position.data)
        facts->people[*speaker].position = arena_copy(article->arena, position);
    return true;
}

static bool correct_words(struct decide_article *article, struct subject subject,
                          const struct decision *decision, struct text *why) {
    struct facts *facts = article->facts;
    struct arena *arena = article->arena;
    int speaker = subject_speaker(facts, subject);
    if (decision->field[FIELD_SPEAKER].data && !find_speaker(article, decision, &speaker, why))
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

static void correct_citation(struct decide_article *article, struct subject subject,
                             const struct decision *decision) {
    struct facts *facts = article->facts;
    struct arena *arena = article->arena;
    struct citation *citation = &facts->citations[subject.index];
    struct instrument meant = citation->resolved.type.size ? citation->resolved : citation->written;
    if (decision->field[FIELD_TYPE].data)
        meant.type = arena_copy(arena, decision->field[FIELD_TYPE]);
    if (decision->field[FIELD_NUMBER].data)
        meant.number = arena_copy(arena, decision->field[FIELD_NUMBER]);
    if (decision->field[FIELD_YEAR].data)
        meant.year = decimal_read(decision->field[FIELD_YEAR]);
    citation->resolved = meant;
    citation->suggestion = citation->title = (struct text){NULL, 0};
    citation->replaced_by = citation->note = (struct text){NULL, 0};
    citation->note_values = NULL;
    citation->since = (struct date){0};
    citation->status = STATUS_UNKNOWN;
    if (article->verdict)
        article->verdict(article->tables, facts_day(facts), citation_text(facts, subject.index),
                         citation, arena);
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

bool decide_correct(struct decide_article *article, struct subject subject,
                    const struct decision *decision, struct text *why) {
    switch (subject.kind) {
    case SUBJECT_ADVISORY:
    case SUBJECT_QUOTE:
    case SUBJECT_STATEMENT:
        return correct_words(article, subject, decision, why);
    case SUBJECT_CITATION:
        correct_citation(article, subject, decision);
        return true;
    case SUBJECT_REGION:
        correct_region(article->facts, decision, article->tables, article->arena);
        return true;
    case SUBJECT_DATE:
        correct_date(article->facts, decision);
        return true;
    case SUBJECT_ARTICLE:
        return true;
    case SUBJECT_NONE:
        break;
    }
    return false;
}

/* Takes the flags of the kind away. */
static void take_flags(struct facts *facts, enum flag_kind kind) {
    size_t kept = 0;
    for (size_t i = 0; i < facts->flag_count; i++)
        if (facts->flags[i].kind != kind)
            facts->flags[kept++] = facts->flags[i];
    facts->flag_count = kept;
}

/* Puts a flag about the whole article where it belongs: by start, then kind. */
static void put_flag(struct facts *facts, enum flag_kind kind, struct arena *arena) {
    size_t at = 0;
    struct flag *flags = arena_alloc_array(arena, facts->flag_count + 1, sizeof *flags);
    while (at < facts->flag_count && facts->flags[at].span.start == 0 &&
           facts->flags[at].kind < kind)
        at++;
    for (size_t i = 0; i < facts->flag_count; i++)
        flags[i + (i >= at)] = facts->flags[i];
    flags[at] = (struct flag){.kind = kind, .note = TEXT("")};
    facts->flags = flags;
    facts->flag_count++;
}

static void set_mark(struct facts *facts, enum flag_kind kind, struct text value,
                     struct arena *arena) {
    if (!value.data)
        return;
    take_flags(facts, kind);
    if (decision_says_yes(value))
        put_flag(facts, kind, arena);
}

void decide_marks(struct facts *facts, const struct decision *decision, struct arena *arena) {
    set_mark(facts, FLAG_ADVERTORIAL, decision->field[FIELD_ADVERTORIAL], arena);
    set_mark(facts, FLAG_OFF_TOPIC, decision->field[FIELD_OFF_TOPIC], arena);
}

static bool is_gone(const struct facts *facts, const bool *gone, enum subject_kind kind,
                    size_t index) {
    return gone[subject_slot(facts, (struct subject){kind, index})];
}

static int fid_order(const void *left, const void *right) {
    return memcmp(*(const char *const *)left, *(const char *const *)right, FID_SIZE);
}

/* The names of the citations that are gone, sorted. */
struct gone_citations {
    const char **fids;
    size_t count;
};

static struct gone_citations list_gone(const struct facts *facts, const bool *gone,
                                       struct arena *scratch) {
    struct gone_citations list = {
        arena_alloc_array(scratch, facts->citation_count + 1, sizeof *list.fids), 0};
    for (size_t i = 0; i < facts->citation_count; i++)
        if (is_gone(facts, gone, SUBJECT_CITATION, i))
            list.fids[list.count++] = facts->citations[i].fid;
    qsort(list.fids, list.count, sizeof *list.fids, fid_order);
    return list;
}

static bool citation_gone(const struct gone_citations *list, const char *fid) {
    return bsearch(&fid, list->fids, list->count, sizeof *list->fids, fid_order) != NULL;
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

static void remove_facts(struct facts *facts, const bool *gone, struct arena *scratch) {
    struct rest rest = {0};
    struct gone_citations gone_citations = list_gone(facts, gone, scratch);
    for (size_t i = 0; i < facts->quote_count; i++)
        if (stays(facts, &rest, is_gone(facts, gone, SUBJECT_QUOTE, i)))
            facts->quotes[rest.quotes++] = facts->quotes[i];
    for (size_t i = 0; i < facts->statement_count; i++)
        if (stays(facts, &rest, is_gone(facts, gone, SUBJECT_STATEMENT, i)))
            facts->statements[rest.statements++] = facts->statements[i];
    for (size_t i = 0; i < facts->citation_count; i++)
        stays(facts, &rest, is_gone(facts, gone, SUBJECT_CITATION, i));
    for (size_t i = 0; i < facts->backref_count; i++)
        if (stays(facts, &rest, citation_gone(&gone_citations, facts->backrefs[i].citation)))
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
                   const bool *settled, struct arena *scratch) {
    size_t flags = 0;
    for (size_t i = 0; i < facts->flag_count; i++)
        if (subjects[i].kind == SUBJECT_NONE || !settled[subject_slot(facts, subjects[i])])
            facts->flags[flags++] = facts->flags[i];
    facts->flag_count = flags;
    remove_facts(facts, gone, scratch);
}
