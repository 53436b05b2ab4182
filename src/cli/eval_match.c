/* Matching spans: see eval_match.h. Before: eval_sheet.c. After: eval_score.c, eval_pfsa.c. */
#include <config.h>

#include "cli/eval_match.h"

#include <stdint.h>
#include <stdlib.h>

#include "base/search.h"
#include "base/utf8.h"

/* What does not count at the ends of a span: annotators and programs differ in it. */
static bool is_margin(uint32_t c) {
    static const uint32_t margins[] = {' ',  '\t',   '\r',   '\n',   0xA0,   0x200B, '"',
                                       '\'', 0x201C, 0x201D, 0x201E, 0x201F, 0x2018, 0x2019,
                                       0xAB, 0xBB,   '`',    '.',    ',',    ';',    ':',
                                       '!',  '?',    0x2026, '-',    0x2013, 0x2014};
    for (size_t i = 0; i < sizeof margins / sizeof *margins; i++)
        if (margins[i] == c)
            return true;
    return false;
}

/* The start of the character that ends before `end`. */
static size_t character_before(struct text text, size_t end) {
    do
        end--;
    while (end > 0 && ((unsigned char)text.data[end] & 0xC0) == 0x80);
    return end;
}

struct span span_core(struct text text, struct span span) {
    size_t size;
    while (span.start < span.end && is_margin(utf8_decode(text, span.start, &size)))
        span.start += size;
    while (span.start < span.end) {
        size_t before = character_before(text, span.end);
        if (!is_margin(utf8_decode(text, before, &size)))
            break;
        span.end = before;
    }
    return span;
}

/* The shared part of two spans over their union; 0 where they share nothing. */
static double overlap(struct span a, struct span b) {
    size_t start = a.start > b.start ? a.start : b.start, end = a.end < b.end ? a.end : b.end;
    if (end <= start)
        return 0;
    size_t first = a.start < b.start ? a.start : b.start, last = a.end > b.end ? a.end : b.end;
    return (double)(end - start) / (double)(last - first);
}

/* A span with its place in its list. */
struct placed {
    struct span span;
    size_t place;
};

static int compare_placed(const void *a, const void *b) {
    const struct placed *x = a, *y = b;
    if (x->span.start != y->span.start)
        return x->span.start < y->span.start ? -1 : 1;
    if (x->span.end != y->span.end)
        return x->span.end < y->span.end ? -1 : 1;
    return (x->place > y->place) - (x->place < y->place);
}

static struct placed *sort_spans(struct arena *arena, struct spanlist spans) {
    struct placed *sorted = arena_alloc_array(arena, spans.count + 1, sizeof *sorted);
    for (size_t i = 0; i < spans.count; i++)
        sorted[i] = (struct placed){spans.at[i], i};
    if (spans.count > 1)
        qsort(sorted, spans.count, sizeof *sorted, compare_placed);
    return sorted;
}

static bool starts_before(const void *placed, const void *offset) {
    return ((const struct placed *)placed)->span.start < *(const size_t *)offset;
}

/* The first place whose span starts at or after `offset`. */
static size_t first_from(const struct placed *sorted, size_t count, size_t offset) {
    return search_first(sorted, count, sizeof *sorted, &offset, starts_before);
}

struct candidate {
    double score;
    struct pair pair;
};

static int compare_candidates(const void *a, const void *b) {
    const struct candidate *x = a, *y = b;
    if (x->score > y->score || x->score < y->score)
        return x->score > y->score ? -1 : 1;
    if (x->pair.gold != y->pair.gold)
        return x->pair.gold < y->pair.gold ? -1 : 1;
    return (x->pair.got > y->pair.got) - (x->pair.got < y->pair.got);
}

struct candidates {
    struct candidate *at;
    size_t count, capacity;
};

/* Adds what comes close to gold[i]. A span that shares half of the union starts no further before
 * it than it is long, so that far ones are never looked at. */
static void find_candidates(struct arena *arena, struct span gold, size_t i,
                            const struct placed *sorted, size_t count, double threshold,
                            struct candidates *out) {
    size_t length = gold.end - gold.start;
    size_t from = gold.start > length ? gold.start - length : 0;
    for (size_t j = first_from(sorted, count, from); j < count && sorted[j].span.start < gold.end;
         j++) {
        double score = overlap(gold, sorted[j].span);
        if (score < threshold)
            continue;
        out->at =
            arena_grow(arena, out->at, out->count, out->count + 1, sizeof *out->at, &out->capacity);
        out->at[out->count++] = (struct candidate){score, {i, sorted[j].place}};
    }
}

struct pairlist spans_match(struct arena *arena, struct spanlist gold, struct spanlist got,
                            double threshold) {
    struct candidates candidates = {0};
    struct placed *sorted = sort_spans(arena, got);
    for (size_t i = 0; i < gold.count; i++)
        find_candidates(arena, gold.at[i], i, sorted, got.count, threshold, &candidates);
    if (candidates.count > 1)
        qsort(candidates.at, candidates.count, sizeof *candidates.at, compare_candidates);
    bool *gold_used = arena_alloc_array(arena, gold.count + 1, sizeof *gold_used);
    bool *got_used = arena_alloc_array(arena, got.count + 1, sizeof *got_used);
    struct pairlist pairs = {arena_alloc_array(arena, gold.count + 1, sizeof *pairs.at), 0};
    for (size_t i = 0; i < candidates.count; i++) {
        struct pair pair = candidates.at[i].pair;
        if (gold_used[pair.gold] || got_used[pair.got])
            continue;
        gold_used[pair.gold] = got_used[pair.got] = true;
        pairs.at[pairs.count++] = pair;
    }
    return pairs;
}

size_t spans_same(struct arena *arena, struct spanlist gold, struct spanlist got, bool *gold_met,
                  bool *got_met) {
    struct placed *a = sort_spans(arena, gold), *b = sort_spans(arena, got);
    size_t same = 0;
    for (size_t i = 0, j = 0; i < gold.count && j < got.count;) {
        struct placed x = {a[i].span, 0}, y = {b[j].span, 0};
        int order = compare_placed(&x, &y);
        if (order == 0) {
            gold_met[a[i].place] = got_met[b[j].place] = true;
            same++;
        }
        i += order <= 0;
        j += order >= 0;
    }
    return same;
}

static int compare_starts(const void *a, const void *b) {
    const struct span *x = a, *y = b;
    return (x->start > y->start) - (x->start < y->start);
}

struct spanlist spans_union(struct spanlist spans) {
    size_t kept = 0;
    if (spans.count > 1)
        qsort(spans.at, spans.count, sizeof *spans.at, compare_starts);
    for (size_t i = 0; i < spans.count; i++) {
        struct span *last = kept ? &spans.at[kept - 1] : NULL;
        if (!last || spans.at[i].start > last->end)
            spans.at[kept++] = spans.at[i];
        else if (spans.at[i].end > last->end)
            last->end = spans.at[i].end;
    }
    spans.count = kept;
    return spans;
}

size_t spans_size(struct spanlist spans) {
    size_t size = 0;
    for (size_t i = 0; i < spans.count; i++)
        size += span_size(spans.at[i]);
    return size;
}

size_t spans_common(struct spanlist a, struct spanlist b) {
    size_t common = 0;
    for (size_t i = 0, j = 0; i < a.count && j < b.count;) {
        struct span x = a.at[i], y = b.at[j];
        size_t start = x.start > y.start ? x.start : y.start, end = x.end < y.end ? x.end : y.end;
        common += end > start ? end - start : 0;
        i += x.end <= y.end;
        j += y.end <= x.end;
    }
    return common;
}
