/* Decisions to the facts they are about: see decide.h. Before: decision_file.c. After:
 * decide_change.c changes the facts. */
#include <config.h>

#include "summary/decide.h"

#include <stdlib.h>
#include <string.h>

#include "base/search.h"
#include "base/translate.h"

/* A decision on its way. */
struct entry {
    const struct decision *decision;
    size_t order; /* in which it was given: the later holds */
    size_t hits;  /* facts that it names */
};

/* A fact that a decision names. */
struct target {
    size_t article, slot;
    struct subject subject;
    struct entry *entry;
};

/* What the functions below share. */
struct decider {
    struct summary *summary;
    const struct tables *tables;
    decide_verdict *verdict;
    decision_complaint *complain;
    void *context;
    struct arena scratch;  /* of the whole run */
    struct entry *entries; /* by name, article, order */
    size_t entry_count;
    struct target *targets;
    size_t target_count, target_capacity;
    bool kinds[SUBJECT_NONE + 1]; /* some decision is about one */
    bool *gone;                   /* by article: dropped as a whole */
    struct decided_list *out;
};

static void complain_of(const struct decider *d, const struct decision *decision,
                        struct text what) {
    d->complain(d->context, decision->file, decision->line, what);
}

static int name_order(const struct decision *a, const char *fid, struct text article) {
    int order = memcmp(a->fid, fid, FID_SIZE);
    return order ? order : text_compare(a->article, article);
}

static int entry_order(const void *left, const void *right) {
    const struct entry *a = left, *b = right;
    int order = name_order(a->decision, b->decision->fid, b->decision->article);
    if (order)
        return order;
    return (a->order > b->order) - (a->order < b->order);
}

static bool same_decision(const struct decision *a, const struct decision *b) {
    return a->verb == b->verb && text_equal(a->value, b->value);
}

/* Tells that `later` holds against `earlier`, unless they say the same. */
static void tell_contradiction(struct decider *d, const struct decision *earlier,
                               const struct decision *later) {
    if (same_decision(earlier, later))
        return;
    complain_of(d, later,
                arena_printf(&d->scratch, _("%s: decided otherwise in %s:%zu; this one holds"),
                             later->fid, earlier->file, earlier->line));
}

/* Sorts the decisions by name and keeps the last of those for the same one. */
static void sort_entries(struct decider *d, const struct decisions *decisions) {
    d->entries = arena_alloc_array(&d->scratch, decisions->count + 1, sizeof *d->entries);
    for (size_t i = 0; i < decisions->count; i++) {
        d->entries[i] = (struct entry){&decisions->at[i], i, 0};
        d->kinds[subject_kind_of(decisions->at[i].fid[0])] = true;
    }
    qsort(d->entries, decisions->count, sizeof *d->entries, entry_order);
    for (size_t i = 0; i < decisions->count; i++) {
        const struct decision *now = d->entries[i].decision;
        struct entry *last = d->entry_count ? &d->entries[d->entry_count - 1] : NULL;
        if (last && name_order(last->decision, now->fid, now->article) == 0) {
            tell_contradiction(d, last->decision, now);
            *last = d->entries[i];
        } else {
            d->entries[d->entry_count++] = d->entries[i];
        }
    }
}

/* What a decision is looked for by. */
struct wanted {
    const char *fid;
    struct text article;
};

static bool entry_before(const void *entry, const void *key) {
    const struct wanted *wanted = key;
    return name_order(((const struct entry *)entry)->decision, wanted->fid, wanted->article) < 0;
}

/* The decision about a fact of this name that names this article (none: that names no article), or
 * NULL. */
static struct entry *find_entry(const struct decider *d, const char *fid, struct text article) {
    struct wanted wanted = {fid, article};
    size_t at = search_first(d->entries, d->entry_count, sizeof *d->entries, &wanted, entry_before);
    bool found = at < d->entry_count && name_order(d->entries[at].decision, fid, article) == 0;
    return found ? &d->entries[at] : NULL;
}

static void match_subject(struct decider *d, const struct facts *facts, size_t article,
                          struct subject subject) {
    char fid[FID_SIZE];
    subject_fid(facts, subject, fid);
    struct entry *found[2] = {find_entry(d, fid, facts->id),
                              find_entry(d, fid, (struct text){NULL, 0})};
    for (size_t i = 0; i < 2; i++) {
        if (!found[i] || (i == 1 && found[1] == found[0])) /* an article without an id */
            continue;
        found[i]->hits++;
        d->targets = arena_grow(&d->scratch, d->targets, d->target_count, d->target_count + 1,
                                sizeof *d->targets, &d->target_capacity);
        d->targets[d->target_count++] =
            (struct target){article, subject_slot(facts, subject), subject, found[i]};
    }
}

static void match_article(struct decider *d, const struct facts *facts, size_t article) {
    for (int kind = 0; kind < SUBJECT_NONE; kind++) {
        if (!d->kinds[kind])
            continue;
        for (size_t i = 0; i < subject_count(facts, (enum subject_kind)kind); i++)
            match_subject(d, facts, article, (struct subject){(enum subject_kind)kind, i});
    }
}

static int by_order(const void *left, const void *right) {
    const struct entry *const *a = left, *const *b = right;
    return ((*a)->order > (*b)->order) - ((*a)->order < (*b)->order);
}

/* Tells of a decision that names nothing. */
static void tell_missing(struct decider *d, const struct decision *decision) {
    struct text article = decision->article;
    if (article.size && subject_kind_of(decision->fid[0]) >= SUBJECT_REGION)
        complain_of(d, decision,
                    arena_printf(&d->scratch, _("there is no article %.*s; left out"),
                                 (int)article.size, article.data));
    else
        complain_of(
            d, decision,
            article.size
                ? arena_printf(&d->scratch, _("there is no fact %s in article %.*s; left out"),
                               decision->fid, (int)article.size, article.data)
                : arena_printf(&d->scratch, _("there is no fact %s; left out"), decision->fid));
}

/* Tells of decisions that name no fact or several, in the order in which they were given. */
static void tell_unmatched(struct decider *d) {
    struct entry **order = arena_alloc_array(&d->scratch, d->entry_count + 1, sizeof *order);
    for (size_t i = 0; i < d->entry_count; i++)
        order[i] = &d->entries[i];
    qsort(order, d->entry_count, sizeof *order, by_order);
    for (size_t i = 0; i < d->entry_count; i++) {
        const struct decision *decision = order[i]->decision;
        if (order[i]->hits == 0)
            tell_missing(d, decision);
        else if (order[i]->hits > 1)
            complain_of(d, decision,
                        arena_printf(&d->scratch,
                                     _("%s names %zu facts; the column 'article' must tell "
                                       "which; left out"),
                                     decision->fid, order[i]->hits));
    }
}

static int target_order(const void *left, const void *right) {
    const struct target *a = left, *b = right;
    if (a->article != b->article)
        return a->article < b->article ? -1 : 1;
    if (a->slot != b->slot)
        return a->slot < b->slot ? -1 : 1;
    return (a->entry->order > b->entry->order) - (a->entry->order < b->entry->order);
}

/* Sorts the targets and keeps the last decision for each, without those that are not clear. */
static void sort_targets(struct decider *d) {
    size_t kept = 0;
    if (d->target_count)
        qsort(d->targets, d->target_count, sizeof *d->targets, target_order);
    for (size_t i = 0; i < d->target_count; i++) {
        struct target *now = &d->targets[i], *last = kept ? &d->targets[kept - 1] : NULL;
        if (now->entry->hits > 1)
            continue;
        if (last && last->article == now->article && last->slot == now->slot) {
            tell_contradiction(d, last->entry->decision, now->entry->decision);
            *last = *now;
        } else {
            d->targets[kept++] = *now;
        }
    }
    d->target_count = kept;
}

static void note_decided(struct decider *d, const struct facts *facts,
                         const struct target *target) {
    /* The region may be one that a decision before gave. */
    struct text region = keep_word(&d->summary->keeper, facts->region_name);
    d->out->at[d->out->count++] = (struct decided){.decision = target->entry->decision,
                                                   .article = facts->id,
                                                   .kind = target->subject.kind,
                                                   .region = region,
                                                   .words = subject_words(facts, target->subject),
                                                   .publisher = facts->publisher,
                                                   .url = facts->url};
}

/* Forgets the region or the day of the event, or marks the article as gone. */
static void drop_own(struct decider *d, struct facts *facts, size_t article,
                     enum subject_kind kind) {
    if (kind == SUBJECT_REGION) {
        facts->scope = SCOPE_UNKNOWN;
        facts->region_code = facts->region_name = (struct text){NULL, 0};
    } else if (kind == SUBJECT_DATE) {
        facts->event_date = (struct date){0};
    } else if (kind == SUBJECT_ARTICLE) {
        d->gone[article] = true;
        d->out->dropped++;
    }
}

/* Applies a decision, but for what is removed. False where it cannot be, which is told. */
static bool apply_decision(struct decider *d, struct decide_article *article,
                           const struct target *target) {
    const struct decision *decision = target->entry->decision;
    struct text why;
    note_decided(d, article->facts, target);
    if (decision->verb == DECISION_CORRECT &&
        !decide_correct(article, target->subject, decision, &why)) {
        complain_of(d, decision, why);
        d->out->count--;
        return false;
    }
    subject_set_checked(article->facts, target->subject);
    if (decision->verb == DECISION_DROP)
        drop_own(d, article->facts, target->article, target->subject.kind);
    return true;
}

/* Applies the decisions about one article. */
static void change_article(struct decider *d, const struct target *targets, size_t count) {
    struct arena arena = {0};
    struct facts opened, *facts = &opened;
    summary_article(d->summary, targets->article, &arena, facts);
    struct decide_article article = {
        .facts = facts, .tables = d->tables, .verdict = d->verdict, .arena = &arena};
    bool *gone = arena_alloc_array(&arena, subject_slots(facts), sizeof *gone);
    bool *settled = arena_alloc_array(&arena, subject_slots(facts), sizeof *settled);
    const struct subject *subjects = flag_subjects(facts, &arena);
    const struct decision *marks = NULL;
    decide_make_room(&article, count, &arena);
    for (size_t i = 0; i < count; i++) {
        const struct decision *decision = targets[i].entry->decision;
        if (!apply_decision(d, &article, &targets[i]))
            continue;
        settled[targets[i].slot] = true;
        gone[targets[i].slot] = decision->verb == DECISION_DROP;
        if (targets[i].subject.kind == SUBJECT_ARTICLE && decision->verb == DECISION_CORRECT)
            marks = decision;
    }
    decide_remove(facts, subjects, gone, settled, &arena);
    if (marks)
        decide_marks(facts, marks, &arena);
    d->summary->articles[targets->article] = keep_facts(&d->summary->keeper, facts);
    arena_free(&arena);
}

static void match_all(struct decider *d) {
    struct arena arena = {0};
    for (size_t i = 0; i < d->summary->count; i++) {
        struct facts facts;
        arena_reset(&arena);
        summary_article(d->summary, i, &arena, &facts);
        match_article(d, &facts, i);
    }
    arena_free(&arena);
}

/* Takes the articles that are gone out of the summary. */
static void remove_articles(struct decider *d) {
    struct summary *summary = d->summary;
    size_t kept = 0;
    for (size_t i = 0; i < summary->count && d->out->dropped; i++)
        if (!d->gone[i])
            summary->articles[kept++] = summary->articles[i];
    if (d->out->dropped)
        summary->count = kept;
}

void decide(struct summary *summary, const struct decisions *decisions, const struct tables *tables,
            decide_verdict *verdict, decision_complaint *complain, void *context,
            struct decided_list *out) {
    struct decider d = {.summary = summary,
                        .tables = tables,
                        .verdict = verdict,
                        .complain = complain,
                        .context = context,
                        .out = out};
    *out = (struct decided_list){0};
    if (decisions->count == 0)
        return;
    sort_entries(&d, decisions);
    match_all(&d);
    tell_unmatched(&d);
    sort_targets(&d);
    out->at = arena_alloc_array(&summary->keeper.arena, d.target_count + 1, sizeof *out->at);
    d.gone = arena_alloc_array(&d.scratch, summary->count + 1, sizeof *d.gone);
    for (size_t i = 0, end; i < d.target_count; i = end) {
        for (end = i + 1; end < d.target_count && d.targets[end].article == d.targets[i].article;)
            end++;
        change_article(&d, d.targets + i, end - i);
    }
    remove_articles(&d);
    arena_free(&d.scratch);
}
