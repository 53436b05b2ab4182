/* Keeps the names of an article's facts apart: see facts_names.h. Before: fid_make. After: flags,
 * and whoever looks for a fact by its name. */
#include <config.h>

#include "extract/facts_names.h"

#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/sha256.h"

/* A fact's name, where it is kept, and its place in the text. */
struct named {
    char *fid;
    struct span span;
};

static int by_name(const void *left, const void *right) {
    const struct named *a = left, *b = right;
    int order = memcmp(a->fid, b->fid, FID_SIZE);
    if (order)
        return order;
    if (a->span.start != b->span.start)
        return a->span.start < b->span.start ? -1 : 1;
    return (a->span.end > b->span.end) - (a->span.end < b->span.end);
}

static bool is_taken(const struct named *names, size_t count, const char fid[FID_SIZE]) {
    for (size_t i = 0; i < count; i++)
        if (memcmp(names[i].fid, fid, FID_SIZE) == 0)
            return true;
    return false;
}

/* The name of a further try: over the same values and the number of the try. */
static void make_again(char fid[FID_SIZE], struct text id, struct span span, unsigned attempt) {
    uint8_t digest[32];
    char kind[1] = {fid[0]}, start[DECIMAL_SIZE], end[DECIMAL_SIZE], number[DECIMAL_SIZE];
    const struct text parts[] = {id,
                                 {kind, 1},
                                 {start, decimal_write(start, span.start)},
                                 {end, decimal_write(end, span.end)},
                                 {number, decimal_write(number, attempt)}};
    sha256_parts(parts, sizeof parts / sizeof *parts, digest);
    for (size_t i = 0; i < FID_SIZE - 3; i++)
        fid[2 + i] = "0123456789abcdef"[(digest[i / 2] >> (i % 2 ? 0 : 4)) & 0xF];
}

/* Names that are there twice are rare (one article in a hundred thousand), so that looking through
 * all for each try costs nothing. */
static void settle(struct named *names, size_t count, struct text id) {
    qsort(names, count, sizeof *names, by_name);
    for (size_t i = 1; i < count; i++) {
        if (memcmp(names[i - 1].fid, names[i].fid, FID_SIZE) != 0)
            continue;
        size_t last = i; /* of those of one name; the first keeps it */
        while (last + 1 < count && memcmp(names[last + 1].fid, names[i].fid, FID_SIZE) == 0)
            last++;
        for (size_t k = i; k <= last; k++) {
            char fid[FID_SIZE];
            memcpy(fid, names[k].fid, FID_SIZE);
            for (unsigned attempt = 1; is_taken(names, count, fid); attempt++)
                make_again(fid, id, names[k].span, attempt);
            memcpy(names[k].fid, fid, FID_SIZE);
        }
        i = last;
    }
}

void fids_settle(struct facts *facts, char kind, struct arena *arena) {
    size_t count = kind == 'q'   ? facts->quote_count
                   : kind == 's' ? facts->statement_count
                   : kind == 'c' ? facts->citation_count
                                 : facts->advisory_count;
    if (count < 2)
        return;
    struct named *names = arena_alloc_array_uncleared(arena, count, sizeof *names);
    for (size_t i = 0; i < count; i++) {
        if (kind == 'q')
            names[i] = (struct named){facts->quotes[i].fid, facts->quotes[i].span};
        else if (kind == 's')
            names[i] = (struct named){facts->statements[i].fid, facts->statements[i].span};
        else if (kind == 'c')
            names[i] = (struct named){facts->citations[i].fid, facts->citations[i].span};
        else
            names[i] = (struct named){facts->advisories[i].fid, facts->advisories[i].span};
    }
    settle(names, count, facts->id);
}
