/* Tells at memory speed that a text holds none of some long phrases, which is nearly always so.
 *
 * Before: the phrases of boilerplate.tsv. After: only a text that may hold one is searched for
 * each.
 *
 * Wherever a phrase of n bytes stands, one of the places 0, n - 7, 2(n - 7) ... of the text lies in
 * it with eight bytes of it: so only the eight bytes at those places are looked up. */
#ifndef TAKLIMAT_TABLES_PHRASE_FILTER_H
#define TAKLIMAT_TABLES_PHRASE_FILTER_H

#include <stdint.h>

#include "base/arena.h"

#define PHRASE_FILTER_BITS 15

struct phrase_filter {
    size_t stride;    /* bytes from one place to the next; 0: a phrase is too short for this */
    uint64_t *pieces; /* every eight bytes that stand together in a phrase, in ascending order */
    size_t count;
    uint64_t bits[1 << (PHRASE_FILTER_BITS - 6)]; /* a bit for each piece, by its hash */
};

/* The filter for these phrases; in `arena`. */
struct phrase_filter *phrase_filter_new(const struct text *phrases, size_t count,
                                        struct arena *arena);

/* False if the text holds none of the phrases for sure. */
bool phrase_filter_may_hold(const struct phrase_filter *filter, struct text text);

#endif
