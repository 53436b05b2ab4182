/* Which spans of two lists belong together.
 *
 * Before: spans of a gold file and of facts over the same text. After: eval_score.c counts. */
#ifndef TAKLIMAT_CLI_EVAL_MATCH_H
#define TAKLIMAT_CLI_EVAL_MATCH_H

#include "base/arena.h"
#include "base/text.h"

struct spanlist {
    struct span *at; /* in the arena */
    size_t count;
};

/* A pair: number `gold` of the first list and number `got` of the second. */
struct pair {
    size_t gold, got;
};

struct pairlist {
    struct pair *at; /* in the arena */
    size_t count;
};

/* `span` without white space, quotation marks, dashes and end punctuation at both ends; empty at
 * its end where nothing else is in it. It must lie in `text` and cut no character. */
struct span span_core(struct text text, struct span span);

/* One-to-one pairs of spans whose overlap is at least `threshold` (0.5 or more) of their union, the
 * best first, of equals the first of the lists. */
struct pairlist spans_match(struct arena *arena, struct spanlist gold, struct spanlist got,
                            double threshold);

/* Counts the spans that stand in both lists, one for one; gold_met[i] and got_met[i] (each cleared
 * by the caller, one for each span) become true for them. */
size_t spans_same(struct arena *arena, struct spanlist gold, struct spanlist got, bool *gold_met,
                  bool *got_met);

/* Joins overlapping spans in place, ascending. */
struct spanlist spans_union(struct spanlist spans);

/* Bytes in all spans, and bytes in both lists; the lists from spans_union. */
size_t spans_size(struct spanlist spans);
size_t spans_common(struct spanlist a, struct spanlist b);

#endif
