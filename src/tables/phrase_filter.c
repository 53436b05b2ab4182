/* A filter for long phrases: see phrase_filter.h. Before: boilerplate.c. After: intake/phrases.c.
 */
#include <config.h>

#include "tables/phrase_filter.h"

#include <stdlib.h>
#include <string.h>

#include "base/eight.h"
#include "base/search.h"

#define PIECE 8

static size_t bit_of(uint64_t piece) {
    return (size_t)(piece * UINT64_C(0x9E3779B97F4A7C15) >> (64 - PHRASE_FILTER_BITS));
}

static int compare_pieces(const void *a, const void *b) {
    const struct phrase_piece *x = a, *y = b;
    if (x->bytes != y->bytes)
        return x->bytes < y->bytes ? -1 : 1;
    return (x->offset > y->offset) - (x->offset < y->offset);
}

static void add_phrase(struct phrase_filter *filter, struct text phrase) {
    if (phrase.size < PIECE)
        filter->stride = 0;
    else if (filter->stride > phrase.size - PIECE + 1)
        filter->stride = phrase.size - PIECE + 1;
    for (size_t i = 0; i + PIECE <= phrase.size; i++) {
        uint64_t bytes = eight_load(phrase.data + i);
        filter->pieces[filter->count++] = (struct phrase_piece){bytes, phrase, i};
        filter->bits[bit_of(bytes) / 64] |= UINT64_C(1) << bit_of(bytes) % 64;
    }
}

struct phrase_filter *phrase_filter_new(const struct text *phrases, size_t count,
                                        struct arena *arena) {
    struct phrase_filter *filter = arena_alloc(arena, sizeof *filter);
    size_t bytes = 0;
    for (size_t i = 0; i < count; i++)
        bytes += phrases[i].size;
    filter->stride = SIZE_MAX / 2;
    filter->pieces = arena_alloc_array(arena, bytes + 1, sizeof *filter->pieces);
    for (size_t i = 0; i < count; i++)
        add_phrase(filter, phrases[i]);
    qsort(filter->pieces, filter->count, sizeof *filter->pieces, compare_pieces);
    return filter;
}

static bool piece_before(const void *piece, const void *bytes) {
    return ((const struct phrase_piece *)piece)->bytes < *(const uint64_t *)bytes;
}

/* True if a phrase stands around place `at`, which has these bytes. */
static bool stands_around(const struct phrase_filter *filter, struct text text, size_t at,
                          uint64_t bytes) {
    size_t i =
        search_first(filter->pieces, filter->count, sizeof *filter->pieces, &bytes, piece_before);
    for (; i < filter->count && filter->pieces[i].bytes == bytes; i++) {
        const struct phrase_piece *piece = &filter->pieces[i];
        if (piece->offset <= at && piece->phrase.size <= text.size - (at - piece->offset) &&
            memcmp(text.data + at - piece->offset, piece->phrase.data, piece->phrase.size) == 0)
            return true;
    }
    return false;
}

bool phrase_filter_holds(const struct phrase_filter *filter, struct text text) {
    if (filter->stride == 0)
        return true;
    for (size_t at = 0; at + PIECE <= text.size; at += filter->stride) {
        uint64_t bytes = eight_load(text.data + at);
        if ((filter->bits[bit_of(bytes) / 64] >> bit_of(bytes) % 64 & 1) &&
            stands_around(filter, text, at, bytes))
            return true;
    }
    return false;
}
