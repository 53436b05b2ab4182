/* Comparing facts with annotations in the project's own form: see eval_score.h. Before:
 * eval_sheet.c. After: eval_tally.c. */
#include <config.h>

#include "cli/eval_score.h"

#include <inttypes.h>

#include "cli/eval_words.h"

#define NEAR 0.8     /* overlap of a quote found but for a few words */
#define SENTENCE 0.5 /* overlap that tells which sentence or citation is meant */

/* What the functions below share. */
struct scoring {
    struct tally *tally;
    const struct sheet *gold, *facts;
    bool no_facts; /* `facts` is an empty sheet then, and not even its nulls are right */
    struct arena *arena;
};

/* One judgement, with what was wanted and what was there. */
static void judge(struct scoring *s, enum eval_kind kind, bool right, struct text want,
                  struct text got, struct text about) {
    tally_right(s->tally, kind, right);
    if (!right)
        tally_error(s->tally, kind, want, got, about);
}

static void score_region(struct scoring *s) {
    struct text want = s->gold->region, got = s->facts->region, none = {0};
    struct span province = {0, 2};
    bool known = !s->no_facts;
    if (s->facts->region_from_record)
        return;
    if (!known)
        got = TEXT("no facts");
    judge(s, EVAL_REGION, known && text_equal(want, got), want, got, none);
    judge(s, EVAL_PROVINCE,
          known && text_equal(text_slice(want, province), text_slice(got, province)), want, got,
          none);
}

static void score_date(struct scoring *s) {
    struct text want = s->gold->date, got = s->no_facts ? TEXT("no facts") : s->facts->date;
    judge(s, want.size ? EVAL_DATE : EVAL_DATE_NULL, !s->no_facts && text_equal(want, got), want,
          got, (struct text){0});
}

static bool holds(const struct text *codes, size_t count, struct text code) {
    for (size_t i = 0; i < count; i++)
        if (text_equal(codes[i], code))
            return true;
    return false;
}

/* The codes without those that stand twice. */
static struct wordlist code_set(struct arena *arena, const struct text *codes, size_t count) {
    struct wordlist set = {arena_alloc_array(arena, count + 1, sizeof *set.at), 0};
    for (size_t i = 0; i < count; i++)
        if (!holds(set.at, set.count, codes[i]))
            set.at[set.count++] = codes[i];
    return set;
}

static void score_also(struct scoring *s) {
    if (s->facts->region_from_record)
        return;
    struct wordlist want = code_set(s->arena, s->gold->also, s->gold->also_count);
    struct wordlist got = code_set(s->arena, s->facts->also, s->facts->also_count);
    size_t met = 0;
    for (size_t i = 0; i < want.count; i++) {
        bool there = holds(got.at, got.count, want.at[i]);
        met += there;
        if (!there)
            tally_error(s->tally, EVAL_ALSO, TEXT("missed"), want.at[i], (struct text){0});
    }
    for (size_t i = 0; i < got.count; i++)
        if (!holds(want.at, want.count, got.at[i]))
            tally_error(s->tally, EVAL_ALSO, TEXT("spurious"), got.at[i], (struct text){0});
    tally_found(s->tally, EVAL_ALSO, met, want.count, got.count);
}

/* The spans of a list, as written or without marks at their ends. */
static struct spanlist list_spans(struct scoring *s, const struct sheet *sheet,
                                  enum sheet_list list, bool core) {
    const struct items *items = &sheet->lists[list];
    struct spanlist spans = {arena_alloc_array(s->arena, items->count + 1, sizeof *spans.at), 0};
    for (size_t i = 0; i < items->count; i++)
        spans.at[spans.count++] =
            core ? span_core(s->gold->text, items->at[i].span) : items->at[i].span;
    return spans;
}

/* What an item is, for a list of errors: a citation as "UU 10/2016 45..54", anything else by its
 * type, if it has one. */
static struct text name_item(struct scoring *s, enum eval_kind kind, const struct item *item) {
    if (kind == EVAL_ATTRIBUTED)
        return item->speaker;
    if (kind != EVAL_CITATIONS && kind != EVAL_CITATIONS_NAMED)
        return item->type;
    struct text number = item->number.data ? item->number : TEXT("-");
    struct text year =
        item->year == NO_YEAR ? TEXT("-") : arena_printf(s->arena, "%" PRId64, item->year);
    return arena_printf(s->arena, "%.*s %.*s/%.*s %zu..%zu", (int)item->type.size, item->type.data,
                        (int)number.size, number.data, (int)year.size, year.data, item->span.start,
                        item->span.end);
}

/* Lists the items that were not met: missed ones of the gold sheet, spurious ones of the facts. */
static void list_unmet(struct scoring *s, enum eval_kind kind, struct text what,
                       const struct item *items, size_t count, const bool *met) {
    if (kind != s->tally->listed)
        return;
    for (size_t i = 0; i < count; i++)
        if (!met[i])
            tally_error(s->tally, kind, what, name_item(s, kind, &items[i]),
                        text_slice(s->gold->text, items[i].span));
}

/* Counts pairs of two lists of items and lists what has none. */
static void count_pairs(struct scoring *s, enum eval_kind kind, struct items gold,
                        struct items facts, struct pairlist pairs) {
    bool *gold_met = arena_alloc_array(s->arena, gold.count + 1, sizeof *gold_met);
    bool *facts_met = arena_alloc_array(s->arena, facts.count + 1, sizeof *facts_met);
    for (size_t i = 0; i < pairs.count; i++)
        gold_met[pairs.at[i].gold] = facts_met[pairs.at[i].got] = true;
    list_unmet(s, kind, TEXT("missed"), gold.at, gold.count, gold_met);
    list_unmet(s, kind, TEXT("spurious"), facts.at, facts.count, facts_met);
    tally_found(s->tally, kind, pairs.count, gold.count, facts.count);
}

/* Judges the speaker of a pair; null is right only where gold has null. Nothing is judged, and the
 * answer is false, where gold does not say. */
static bool score_speaker(struct scoring *s, enum eval_kind kind, const struct item *gold,
                          const struct item *facts) {
    struct text want = gold->speaker, got = facts->speaker;
    struct text about = text_slice(s->gold->text, gold->span);
    if (!gold->has_speaker)
        return false;
    bool right =
        !want.data ? !got.data
                   : got.data && names_agree(name_words(s->arena, want), name_words(s->arena, got));
    judge(s, kind, right, want, got, about);
    if (kind == EVAL_SPEAKER && got.data) {
        tally_right(s->tally, EVAL_SPEAKER_WRONG, !right); /* its share is that of the wrong ones */
        if (!right)
            tally_error(s->tally, EVAL_SPEAKER_WRONG, want, got, about);
    }
    return right;
}

/* A quote is found if the very same words are marked. */
static void score_exact_quotes(struct scoring *s, struct spanlist gold, struct spanlist facts) {
    bool *gold_met = arena_alloc_array(s->arena, gold.count + 1, sizeof *gold_met);
    bool *facts_met = arena_alloc_array(s->arena, facts.count + 1, sizeof *facts_met);
    size_t met = spans_same(s->arena, gold, facts, gold_met, facts_met);
    list_unmet(s, EVAL_QUOTES, TEXT("missed"), s->gold->lists[LIST_QUOTES].at, gold.count,
               gold_met);
    list_unmet(s, EVAL_QUOTES, TEXT("spurious"), s->facts->lists[LIST_QUOTES].at, facts.count,
               facts_met);
    tally_found(s->tally, EVAL_QUOTES, met, gold.count, facts.count);
}

/* Quotes found and given the right speaker. Those whose speaker gold does not say are left out, and
 * so is what was found for them. */
static void score_attributed(struct scoring *s, struct items gold, struct items facts,
                             struct pairlist pairs) {
    bool *gold_met = arena_alloc_array(s->arena, gold.count + 1, sizeof *gold_met);
    bool *facts_met = arena_alloc_array(s->arena, facts.count + 1, sizeof *facts_met);
    size_t right = 0, wanted = 0, got = facts.count;
    for (size_t i = 0; i < gold.count; i++) {
        wanted += gold.at[i].has_speaker;
        gold_met[i] = !gold.at[i].has_speaker;
    }
    for (size_t i = 0; i < pairs.count; i++) {
        const struct item *want = &gold.at[pairs.at[i].gold];
        bool met = score_speaker(s, EVAL_SPEAKER, want, &facts.at[pairs.at[i].got]);
        right += met;
        got -= !want->has_speaker;
        gold_met[pairs.at[i].gold] |= met;
        facts_met[pairs.at[i].got] = met || !want->has_speaker;
    }
    if (gold.count > 0 && wanted == 0)
        return;
    list_unmet(s, EVAL_ATTRIBUTED, TEXT("missed"), gold.at, gold.count, gold_met);
    list_unmet(s, EVAL_ATTRIBUTED, TEXT("spurious"), facts.at, facts.count, facts_met);
    tally_found(s->tally, EVAL_ATTRIBUTED, right, wanted, got);
}

static void score_quotes(struct scoring *s) {
    struct items gold = s->gold->lists[LIST_QUOTES], facts = s->facts->lists[LIST_QUOTES];
    struct spanlist g = list_spans(s, s->gold, LIST_QUOTES, true);
    struct spanlist h = list_spans(s, s->facts, LIST_QUOTES, true);
    score_exact_quotes(s, g, h);
    struct pairlist pairs = spans_match(s->arena, g, h, NEAR);
    count_pairs(s, EVAL_QUOTES_NEAR, gold, facts, pairs);
    score_attributed(s, gold, facts, pairs);
}

/* Statements or advisories. */
static void score_sentences(struct scoring *s, enum sheet_list list, enum eval_kind kind,
                            enum eval_kind speaker) {
    struct items gold = s->gold->lists[list], facts = s->facts->lists[list];
    struct pairlist pairs = spans_match(s->arena, list_spans(s, s->gold, list, true),
                                        list_spans(s, s->facts, list, true), SENTENCE);
    count_pairs(s, kind, gold, facts, pairs);
    for (size_t i = 0; i < pairs.count; i++) {
        const struct item *want = &gold.at[pairs.at[i].gold], *got = &facts.at[pairs.at[i].got];
        if (list == LIST_ADVISORIES && want->has_type)
            judge(s, EVAL_ADVISORY_TYPE, text_equal(want->type, got->type), want->type, got->type,
                  text_slice(s->gold->text, want->span));
        score_speaker(s, speaker, want, got);
    }
}

/* The citations of a sheet that have a number, or those that have none. */
static struct items citations_with(struct scoring *s, const struct sheet *sheet, bool number) {
    const struct items *all = &sheet->lists[LIST_CITATIONS];
    struct items some = {.at = arena_alloc_array(s->arena, all->count + 1, sizeof *some.at)};
    for (size_t i = 0; i < all->count; i++)
        if ((all->at[i].number.data != NULL) == number)
            some.at[some.count++] = all->at[i];
    return some;
}

static struct spanlist spans_of(struct scoring *s, struct items items) {
    struct spanlist spans = {arena_alloc_array(s->arena, items.count + 1, sizeof *spans.at), 0};
    for (size_t i = 0; i < items.count; i++)
        spans.at[spans.count++] = items.at[i].span;
    return spans;
}

/* `a` is gold's: a year that it does not have is not judged. */
static bool same_instrument(struct scoring *s, const struct item *a, const struct item *b) {
    return (a->year == b->year || !a->has_year) &&
           text_equal(type_form(s->arena, a->type), type_form(s->arena, b->type)) &&
           text_equal(number_form(s->arena, a->number), number_form(s->arena, b->number));
}

/* Citations that have a number, or those without. A pair that names another instrument is none, and
 * its spans are not matched with others instead. */
static void score_citations(struct scoring *s, enum eval_kind kind, bool number) {
    struct items gold = citations_with(s, s->gold, number);
    struct items facts = citations_with(s, s->facts, number);
    struct pairlist pairs = spans_match(s->arena, spans_of(s, gold), spans_of(s, facts), SENTENCE);
    size_t kept = 0;
    for (size_t i = 0; i < pairs.count; i++)
        if (same_instrument(s, &gold.at[pairs.at[i].gold], &facts.at[pairs.at[i].got]))
            pairs.at[kept++] = pairs.at[i];
    pairs.count = kept;
    count_pairs(s, kind, gold, facts, pairs);
    for (size_t i = 0; i < pairs.count; i++) {
        const struct item *want = &gold.at[pairs.at[i].gold], *got = &facts.at[pairs.at[i].got];
        if (!want->has_pinpoint)
            continue;
        bool right =
            words_equal(words_of(s->arena, want->pinpoint), words_of(s->arena, got->pinpoint));
        judge(s, EVAL_PINPOINT, right, want->pinpoint, got->pinpoint,
              text_slice(s->gold->text, want->span));
    }
}

/* A person of the facts who speaks. */
struct candidate {
    const struct voice *voice;
    struct wordlist name;
    bool taken;
};

/* The free candidate that agrees with a name and shares most words with it, the first of equals. */
static struct candidate *best_candidate(struct candidate *candidates, size_t count,
                                        struct wordlist name) {
    struct candidate *best = NULL;
    size_t most = 0;
    for (size_t i = 0; i < count; i++) {
        struct candidate *candidate = &candidates[i];
        size_t shared = words_shared(name, candidate->name);
        if (candidate->taken || !names_agree(name, candidate->name) || (best && shared <= most))
            continue;
        best = candidate;
        most = shared;
    }
    return best;
}

/* Counts the words of a position that was found, or was not (`found` NULL). */
static void score_position(struct scoring *s, const struct voice *want, const struct voice *found) {
    struct wordlist a = words_sorted(s->arena, want->position);
    if (!found) {
        tally_found(s->tally, EVAL_POSITION, 0, a.count, 0);
        return;
    }
    if (want->position.size == 0)
        return;
    struct wordlist b = words_sorted(s->arena, found->position);
    tally_found(s->tally, EVAL_POSITION, words_shared(a, b), a.count, b.count);
    if (!words_equal(a, b))
        tally_error(s->tally, EVAL_POSITION, want->name, want->position, found->position);
}

static size_t list_speakers(struct scoring *s, struct candidate *candidates) {
    size_t count = 0;
    for (size_t i = 0; i < s->facts->people_count; i++) {
        const struct voice *voice = &s->facts->people[i];
        if (voice->speaks)
            candidates[count++] =
                (struct candidate){voice, name_words(s->arena, voice->name), false};
    }
    return count;
}

static void score_people(struct scoring *s) {
    struct candidate *candidates =
        arena_alloc_array(s->arena, s->facts->people_count + 1, sizeof *candidates);
    size_t count = list_speakers(s, candidates), met = 0;
    for (size_t i = 0; i < s->gold->people_count; i++) {
        const struct voice *want = &s->gold->people[i];
        struct candidate *best =
            best_candidate(candidates, count, name_words(s->arena, want->name));
        if (want->has_position)
            score_position(s, want, best ? best->voice : NULL);
        if (best)
            best->taken = true;
        else
            tally_error(s->tally, EVAL_PEOPLE, TEXT("missed"), want->name, want->position);
        met += best != NULL;
    }
    for (size_t i = 0; i < count; i++)
        if (!candidates[i].taken)
            tally_error(s->tally, EVAL_PEOPLE, TEXT("spurious"), candidates[i].voice->name,
                        candidates[i].voice->position);
    tally_found(s->tally, EVAL_PEOPLE, met, s->gold->people_count, count);
}

static void score_noise(struct scoring *s) {
    struct spanlist gold = s->gold->noise, facts = s->facts->noise;
    for (size_t i = 0; i < gold.count; i++)
        if (spans_common((struct spanlist){&gold.at[i], 1}, facts) < span_size(gold.at[i]))
            tally_error(s->tally, EVAL_NOISE, TEXT("missed"), (struct text){0},
                        text_slice(s->gold->text, gold.at[i]));
    for (size_t i = 0; i < facts.count; i++)
        if (spans_common((struct spanlist){&facts.at[i], 1}, gold) < span_size(facts.at[i]))
            tally_error(s->tally, EVAL_NOISE, TEXT("spurious"), (struct text){0},
                        text_slice(s->gold->text, facts.at[i]));
    tally_found(s->tally, EVAL_NOISE, spans_common(gold, facts), spans_size(gold),
                spans_size(facts));
}

void score_article(struct tally *tally, const struct sheet *gold, const struct sheet *facts,
                   struct arena *arena) {
    static const struct sheet nothing = {.people_count = 0};
    struct scoring s = {tally, gold, facts ? facts : &nothing, !facts, arena};
    if (gold->has_region)
        score_region(&s);
    if (gold->has_also)
        score_also(&s);
    if (gold->has_date)
        score_date(&s);
    if (gold->lists[LIST_QUOTES].given)
        score_quotes(&s);
    if (gold->lists[LIST_STATEMENTS].given)
        score_sentences(&s, LIST_STATEMENTS, EVAL_STATEMENTS, EVAL_STATEMENT_SPEAKER);
    if (gold->lists[LIST_ADVISORIES].given)
        score_sentences(&s, LIST_ADVISORIES, EVAL_ADVISORIES, EVAL_ADVISORY_SPEAKER);
    if (gold->lists[LIST_CITATIONS].given) {
        score_citations(&s, EVAL_CITATIONS, true);
        score_citations(&s, EVAL_CITATIONS_NAMED, false);
    }
    if (gold->has_people)
        score_people(&s);
    if (gold->has_flags)
        score_noise(&s);
}
