/* Tells at memory speed whether a text holds one of some long phrases, which it nearly never does.
 *
 * Before: the phrases of boilerplate.tsv. After: only a text that holds one is searched for
 * each.
 *
 * Wherever a phrase of n bytes stands, one of the places 0, n - 7, 2(n - 7) ... of the text lies in
 * it with eight bytes of it: so only the eight bytes at those places are looked up, and the phrases
 * that have them compared with what stands around. */
#ifndef TAKLIMAT_TABLES_PHRASE_FILTER_H
#define TAKLIMAT_TABLES_PHRASE_FILTER_H

#include <stdint.h>

#include "base/arena.h"

#define PHRASE_FILTER_BITS 15

/* Eight bytes of a phrase. */
struct phrase_piece {
    uint64_t bytes;
    struct text phrase; /* borrowed */
    size_t offset;      /* of the bytes within it */
};

struct phrase_filter {
    size_t stride; /* bytes from one place to the next; 0: a phrase is too short for this */
    struct phrase_piece *pieces; /* every one of every phrase, by its bytes */
    size_t count;
    uint64_t bits[1 << (PHRASE_FILTER_BITS - 6)]; /* a bit for each piece, by its hash */
};

/* The filter for these phrases, which it borrows; in `arena`. */
struct phrase_filter *phrase_filter_new(const struct text *phrases, size_t count,
                                        struct arena *arena);

/* True if the text holds one of the phrases, or if a phrase is too short to tell. */
bool phrase_filter_holds(const struct phrase_filter *filter, struct text text);

#endif
