/* The facts of an article under one handle: see subject.h. Before: facts. After: review.c,
 * decide.c. */
#include <config.h>

#include "summary/subject.h"

#include <stdlib.h>
#include <string.h>

#include "base/search.h"

#define WORD_KINDS SUBJECT_REGION /* the kinds before it have words of their own */

static const char letters[] = "aqscrdw";

const char *subject_kind_name(enum subject_kind kind) {
    static const char *const names[] = {"advisory", "quote", "statement", "citation",
                                        "region",   "date",  "article",   "none"};
    return names[kind];
}

enum subject_kind subject_kind_of(char letter) {
    const char *at = letter ? strchr(letters, letter) : NULL;
    return at ? (enum subject_kind)(at - letters) : SUBJECT_NONE;
}

size_t subject_count(const struct facts *facts, enum subject_kind kind) {
    switch (kind) {
    case SUBJECT_ADVISORY:
        return facts->advisory_count;
    case SUBJECT_QUOTE:
        return facts->quote_count;
    case SUBJECT_STATEMENT:
        return facts->statement_count;
    case SUBJECT_CITATION:
        return facts->citation_count;
    case SUBJECT_REGION:
    case SUBJECT_DATE:
    case SUBJECT_ARTICLE:
        return 1;
    case SUBJECT_NONE:
        break;
    }
    return 0;
}

size_t subject_slot(const struct facts *facts, struct subject subject) {
    size_t slot = subject.index;
    for (int kind = 0; kind < (int)subject.kind; kind++)
        slot += subject_count(facts, (enum subject_kind)kind);
    return slot;
}

size_t subject_slots(const struct facts *facts) {
    return subject_slot(facts, (struct subject){SUBJECT_NONE, 0});
}

/* What facts of every kind have, where it is kept. */
struct members {
    char *fid; /* all of them NULL for what an article has one of */
    bool *checked;
    const struct span *span;
    const int *confidence;
    const int *speaker; /* NULL for a citation, too */
};

static struct members members_of(const struct facts *facts, struct subject subject) {
    switch (subject.kind) {
    case SUBJECT_ADVISORY: {
        struct advisory *fact = &facts->advisories[subject.index];
        return (struct members){fact->fid, &fact->checked, &fact->span, &fact->confidence,
                                &fact->speaker};
    }
    case SUBJECT_QUOTE: {
        struct quote *fact = &facts->quotes[subject.index];
        return (struct members){fact->fid, &fact->checked, &fact->span, &fact->confidence,
                                &fact->speaker};
    }
    case SUBJECT_STATEMENT: {
        struct statement *fact = &facts->statements[subject.index];
        return (struct members){fact->fid, &fact->checked, &fact->span, &fact->confidence,
                                &fact->speaker};
    }
    case SUBJECT_CITATION: {
        struct citation *fact = &facts->citations[subject.index];
        return (struct members){fact->fid, &fact->checked, &fact->span, &fact->confidence, NULL};
    }
    case SUBJECT_REGION:
    case SUBJECT_DATE:
    case SUBJECT_ARTICLE:
    case SUBJECT_NONE:
        break;
    }
    return (struct members){0};
}

void subject_own_fid(enum subject_kind kind, struct text article, char fid[FID_SIZE]) {
    fid_make(fid, letters[kind], article, (struct span){0, 0});
}

void subject_fid(const struct facts *facts, struct subject subject, char fid[FID_SIZE]) {
    const char *given = members_of(facts, subject).fid;
    if (given)
        memcpy(fid, given, FID_SIZE);
    else
        subject_own_fid(subject.kind, facts->id, fid);
}

struct span subject_span(const struct facts *facts, struct subject subject) {
    const struct span *span = members_of(facts, subject).span;
    return span ? *span : (struct span){0, 0};
}

struct text subject_words(const struct facts *facts, struct subject subject) {
    switch (subject.kind) {
    case SUBJECT_ADVISORY:
        return advisory_text(facts, subject.index);
    case SUBJECT_QUOTE:
        return quote_text(facts, subject.index);
    case SUBJECT_STATEMENT:
        return statement_text(facts, subject.index);
    case SUBJECT_CITATION:
        return citation_text(facts, subject.index);
    case SUBJECT_REGION:
    case SUBJECT_DATE:
    case SUBJECT_ARTICLE:
    case SUBJECT_NONE:
        break;
    }
    return facts->title.size ? facts->title : facts_opening(facts);
}

int subject_confidence(const struct facts *facts, struct subject subject) {
    const int *confidence = members_of(facts, subject).confidence;
    return confidence ? *confidence : subject.kind == SUBJECT_REGION ? facts->region_confidence : 0;
}

int subject_speaker(const struct facts *facts, struct subject subject) {
    const int *speaker = members_of(facts, subject).speaker;
    return speaker ? *speaker : NOBODY;
}

bool subject_checked(const struct facts *facts, struct subject subject) {
    const bool *mark = members_of(facts, subject).checked;
    if (mark)
        return *mark;
    if (subject.kind == SUBJECT_ARTICLE)
        return false;
    return subject.kind == SUBJECT_REGION ? facts->region_checked : facts->date_checked;
}

void subject_set_checked(struct facts *facts, struct subject subject) {
    bool *mark = members_of(facts, subject).checked;
    if (subject.kind == SUBJECT_ARTICLE)
        return;
    if (!mark)
        mark = subject.kind == SUBJECT_REGION ? &facts->region_checked : &facts->date_checked;
    *mark = true;
}

/* A fact by its name. */
struct named {
    const char *fid;
    struct subject subject;
};

static int named_order(const void *left, const void *right) {
    const struct named *a = left, *b = right;
    int order = memcmp(a->fid, b->fid, FID_SIZE - 1);
    if (order)
        return order;
    return (a->subject.index > b->subject.index) - (a->subject.index < b->subject.index);
}

/* The facts sorted by name. */
struct names {
    struct named *at;
    size_t count;
};

static struct names list_names(const struct facts *facts, struct arena *arena) {
    struct names names = {arena_alloc_array(arena, subject_slots(facts), sizeof *names.at), 0};
    for (int kind = 0; kind < WORD_KINDS; kind++)
        for (size_t i = 0; i < subject_count(facts, (enum subject_kind)kind); i++) {
            struct subject subject = {(enum subject_kind)kind, i};
            names.at[names.count++] = (struct named){members_of(facts, subject).fid, subject};
        }
    if (names.count)
        qsort(names.at, names.count, sizeof *names.at, named_order);
    return names;
}

static bool name_before(const void *named, const void *fid) {
    return memcmp(((const struct named *)named)->fid, fid, FID_SIZE - 1) < 0;
}

/* The fact of this name, or none. */
static struct subject find_named(const struct names *names, struct text fid) {
    if (fid.size != FID_SIZE - 1)
        return (struct subject){SUBJECT_NONE, 0};
    size_t first = search_first(names->at, names->count, sizeof *names->at, fid.data, name_before);
    bool found = first < names->count && memcmp(names->at[first].fid, fid.data, FID_SIZE - 1) == 0;
    return found ? names->at[first].subject : (struct subject){SUBJECT_NONE, 0};
}

/* The weightiest fact in whose words the flag stands. next[kind] is the first fact of the kind that
 * does not end before it: flags and facts come in the order of the text. */
static struct subject find_around(const struct facts *facts, struct span span,
                                  size_t next[WORD_KINDS]) {
    struct subject found = {SUBJECT_NONE, 0};
    for (int kind = WORD_KINDS; kind-- > 0;) {
        size_t count = subject_count(facts, (enum subject_kind)kind);
        struct subject subject = {(enum subject_kind)kind, next[kind]};
        while (subject.index < count && subject_span(facts, subject).end <= span.start)
            subject.index++;
        next[kind] = subject.index;
        if (subject.index < count && span_overlap(subject_span(facts, subject), span))
            found = subject;
    }
    return found;
}

/* Flags that ask nothing of a person: what they mark is cut out, listed apart, or done. */
static bool asks(enum flag_kind kind) {
    return kind != FLAG_DUPLICATE && kind != FLAG_BOILERPLATE && kind != FLAG_ADVERTORIAL &&
           kind != FLAG_SYNDICATED && kind != FLAG_OFF_TOPIC && kind != FLAG_CONVERTED &&
           kind != FLAG_REPAIRED;
}

struct subject *flag_subjects(const struct facts *facts, struct arena *arena) {
    if (facts->flag_count == 0)
        return NULL;
    struct subject *subjects = arena_alloc_array(arena, facts->flag_count, sizeof *subjects);
    struct names names = list_names(facts, arena);
    size_t next[WORD_KINDS] = {0};
    for (size_t i = 0; i < facts->flag_count; i++) {
        const struct flag *flag = &facts->flags[i];
        subjects[i] = (struct subject){SUBJECT_NONE, 0};
        if (!asks(flag->kind))
            continue;
        if (flag->kind == FLAG_DATE_CONFLICT)
            subjects[i].kind = SUBJECT_DATE;
        else
            subjects[i] = find_named(&names, flag->fact);
        if (subjects[i].kind == SUBJECT_NONE)
            subjects[i] = find_around(facts, flag->span, next);
    }
    return subjects;
}
