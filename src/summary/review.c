/* The review list: see review.h. Before: the finished month. After: layout, review_table.c. */
#include <config.h>

#include "summary/review.h"

#include <stdlib.h>
#include <string.h>

/* Below these hundredths a fact is unsure. Where from: of articles that were unread when the rules
 * were made, 41 of 100 advisories below 70 were right, and 95 from there on; of the other kinds
 * little lies below these, and more of it is wrong than above (HACKING, Accuracy). A date has no
 * confidence. */
static const int sure[SUBJECT_NONE] = {
    [SUBJECT_ADVISORY] = 70, [SUBJECT_QUOTE] = 80,  [SUBJECT_STATEMENT] = 80,
    [SUBJECT_CITATION] = 85, [SUBJECT_REGION] = 70, [SUBJECT_DATE] = 0};

/* The least confidence of the words an advisory stands in at which its speaker is not asked about:
 * a quotation whose speaker the sentence does not name has less. */
#define SPEAKER_SURE 85

/* Days from the edge of the period within which a wrong weekday may mean another month. */
#define NEAR_EDGE 6

const char *review_reason_name(enum review_reason reason) {
    static const char *const names[REVIEW_REASONS] = {"lost_negation",
                                                      "sanction_mismatch",
                                                      "signatory_mismatch",
                                                      "impossible_citation",
                                                      "bad_citation",
                                                      "title_mismatch",
                                                      "speaker_unsure",
                                                      "month_unsure",
                                                      "region_unsure",
                                                      "garbled",
                                                      "unbalanced_quote",
                                                      "undated",
                                                      "date_conflict",
                                                      "low_confidence",
                                                      "unplaced"};
    return names[reason];
}

/* What the functions below share. */
struct lister {
    const struct finished *finished;
    struct arena *arena;
    struct arena scratch; /* reset for each article */
    struct review *out;
    size_t capacity;
    const struct facts *facts; /* the article under way, in `scratch` */
    size_t first;              /* its first item */
    size_t story;
    size_t *items; /* by slot: 1 + the number of its item, 0 for none */
};

/* How many other articles tell the same. */
static size_t copies_of(const struct lister *l) {
    return l->story == NO_STORY ? 0 : l->finished->stories[l->story].copy_count;
}

/* The item of the subject, made where there is none; NULL where a person decided on it before. */
static struct review_item *item_of(struct lister *l, struct subject subject) {
    if (subject_checked(l->facts, subject))
        return NULL;
    size_t *number = &l->items[subject_slot(l->facts, subject)];
    if (!*number) {
        struct review *out = l->out;
        out->items = arena_grow(l->arena, out->items, out->count, out->count + 1,
                                sizeof *out->items, &l->capacity);
        struct review_item *item = &out->items[out->count++];
        *item = (struct review_item){.facts = l->facts,
                                     .story = l->story,
                                     .copies = copies_of(l),
                                     .subject = subject,
                                     .first = REVIEW_REASONS,
                                     .confidence = subject_confidence(l->facts, subject)};
        subject_fid(l->facts, subject, item->fid);
        *number = out->count;
    }
    return &l->out->items[*number - 1];
}

/* Of an advertorial only advisories are printed. */
static bool is_advertorial(const struct lister *l) {
    return l->story != NO_STORY && l->finished->stories[l->story].advertorial;
}

static void add_reason(struct lister *l, struct subject subject, enum review_reason reason,
                       const struct flag *flag) {
    bool printed = subject.kind == SUBJECT_ADVISORY || !is_advertorial(l);
    struct review_item *item = printed ? item_of(l, subject) : NULL;
    if (!item)
        return;
    item->reasons |= 1U << reason;
    if (reason >= item->first)
        return;
    item->first = reason;
    item->flag = flag;
}

/* True if the day lies within a week of the period's edge, on either side. */
static bool near_edge(struct period period, struct date day) {
    struct date edges[2] = {period.from, period.until};
    for (size_t i = 0; i < 2; i++) {
        int32_t days = date_is_set(edges[i]) && date_is_set(day)
                           ? date_days(day) - date_days(edges[i])
                           : NEAR_EDGE + 1;
        if (days >= -NEAR_EDGE && days <= NEAR_EDGE)
            return true;
    }
    return false;
}

/* True if the article might belong to another month than it is counted in. */
static bool could_move(const struct lister *l) {
    struct period period = l->finished->period;
    struct date event = l->facts->event_date, published = l->facts->published;
    if (date_is_set(event) && date_is_set(published) &&
        period_holds(period, event) != period_holds(period, published))
        return true;
    return near_edge(period, period_day(period, l->facts));
}

static enum review_reason flag_reason(const struct lister *l, const struct flag *flag,
                                      struct subject subject) {
    switch (flag->kind) {
    case FLAG_LOST_NEGATION:
        return REVIEW_LOST_NEGATION;
    case FLAG_SANCTION_MISMATCH:
        return REVIEW_SANCTION;
    case FLAG_SIGNATORY_MISMATCH:
        return REVIEW_SIGNATORY;
    case FLAG_BAD_CITATION:
        return subject.kind == SUBJECT_CITATION &&
                       l->facts->citations[subject.index].status == STATUS_IMPOSSIBLE
                   ? REVIEW_IMPOSSIBLE
                   : REVIEW_CITATION;
    case FLAG_TITLE_MISMATCH:
        return REVIEW_TITLE;
    case FLAG_DATE_CONFLICT:
        return could_move(l) ? REVIEW_MONTH : REVIEW_DATE;
    case FLAG_UNBALANCED_QUOTE:
        return REVIEW_MARKS;
    default:
        return REVIEW_GARBLED;
    }
}

static void list_flags(struct lister *l) {
    const struct subject *subjects = flag_subjects(l->facts, &l->scratch);
    for (size_t i = 0; i < l->facts->flag_count; i++) {
        const struct flag *flag = &l->facts->flags[i];
        if (subjects[i].kind == SUBJECT_NONE)
            continue;
        enum review_reason reason = flag_reason(l, flag, subjects[i]);
        if (l->story != NO_STORY || reason == REVIEW_MONTH)
            add_reason(l, subjects[i], reason, flag);
    }
}

/* The confidence of the quotation or statement that the advisory stands in, 100 where it stands in
 * none: then `sure` decides. next[] are the first of each that do not end before it. */
static int around(const struct facts *facts, struct span span, size_t next[2]) {
    int least = 100;
    for (int k = 0; k < 2; k++) {
        struct subject subject = {k ? SUBJECT_STATEMENT : SUBJECT_QUOTE, next[k]};
        size_t count = subject_count(facts, subject.kind);
        while (subject.index < count && subject_span(facts, subject).end <= span.start)
            subject.index++;
        next[k] = subject.index;
        if (subject.index < count && span_overlap(subject_span(facts, subject), span) &&
            subject_confidence(facts, subject) < least)
            least = subject_confidence(facts, subject);
    }
    return least;
}

static void list_speakers(struct lister *l) {
    size_t next[2] = {0};
    for (size_t i = 0; i < l->facts->advisory_count; i++) {
        const struct advisory *advisory = &l->facts->advisories[i];
        if (advisory->speaker == NOBODY)
            continue;
        if (around(l->facts, advisory->span, next) < SPEAKER_SURE)
            add_reason(l, (struct subject){SUBJECT_ADVISORY, i}, REVIEW_SPEAKER, NULL);
    }
}

static void list_unsure(struct lister *l) {
    for (int kind = 0; kind < SUBJECT_REGION; kind++)
        for (size_t i = 0; i < subject_count(l->facts, (enum subject_kind)kind); i++) {
            struct subject subject = {(enum subject_kind)kind, i};
            if (subject_confidence(l->facts, subject) < sure[kind])
                add_reason(l, subject, REVIEW_UNSURE, NULL);
        }
}

static void list_region(struct lister *l) {
    struct subject region = {SUBJECT_REGION, 0};
    if (l->facts->scope == SCOPE_UNKNOWN)
        add_reason(l, region, REVIEW_UNPLACED, NULL);
    else if (l->facts->region_code.size && l->facts->region_confidence < sure[SUBJECT_REGION])
        add_reason(l, region, REVIEW_REGION, NULL);
}

static void begin_article(struct lister *l, const struct kept *kept, size_t story) {
    arena_reset(&l->scratch);
    l->facts = finished_facts(l->finished, kept, &l->scratch);
    l->first = l->out->count;
    l->story = story;
    l->items = arena_alloc_array(&l->scratch, subject_slots(l->facts), sizeof *l->items);
}

/* What is listed of an article needs its facts for as long as the list lives. */
static void end_article(struct lister *l, const struct kept *kept) {
    if (l->first == l->out->count)
        return;
    const struct facts *facts = finished_facts(l->finished, kept, l->arena);
    for (size_t i = l->first; i < l->out->count; i++) {
        struct review_item *item = &l->out->items[i];
        if (item->flag)
            item->flag = facts->flags + (item->flag - l->facts->flags);
        item->facts = facts;
    }
}

static void list_story(struct lister *l, size_t story) {
    const struct kept *kept = l->finished->stories[story].kept;
    begin_article(l, kept, story);
    list_flags(l);
    list_speakers(l);
    list_unsure(l);
    list_region(l);
    end_article(l, kept);
}

#define COMPARE(a, b)                                                                              \
    if ((a) != (b))                                                                                \
    return (a) < (b) ? -1 : 1

static int item_order(const void *left, const void *right) {
    const struct review_item *a = left, *b = right;
    COMPARE(a->first, b->first);
    COMPARE(b->copies, a->copies);
    COMPARE(a->subject.kind, b->subject.kind);
    COMPARE(a->confidence, b->confidence);
    COMPARE(a->story, b->story);
    size_t at = subject_span(a->facts, a->subject).start,
           other = subject_span(b->facts, b->subject).start;
    COMPARE(at, other);
    int order = memcmp(a->fid, b->fid, FID_SIZE);
    return order ? order : text_compare(a->facts->id, b->facts->id);
}

void review_make(const struct finished *finished, struct arena *arena, struct review *out) {
    struct lister l = {.finished = finished, .arena = arena, .out = out};
    *out = (struct review){0};
    for (size_t i = 0; i < finished->story_count; i++)
        list_story(&l, i);
    for (size_t i = 0; i < finished->outside_count; i++) {
        begin_article(&l, finished->kept_outside[i], NO_STORY);
        list_flags(&l);
        end_article(&l, finished->kept_outside[i]);
    }
    for (size_t i = 0; i < finished->undated_count; i++) {
        begin_article(&l, finished->kept_undated[i], NO_STORY);
        add_reason(&l, (struct subject){SUBJECT_DATE, 0}, REVIEW_UNDATED, NULL);
        end_article(&l, finished->kept_undated[i]);
    }
    if (out->count)
        qsort(out->items, out->count, sizeof *out->items, item_order);
    arena_free(&l.scratch);
}
