/* Keeps the names of an article's facts apart: see facts_names.h. Before: fid_make. After: flags,
 * and whoever looks for a fact by its name. */
#include <config.h>

#include "extract/facts_names.h"

#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/memory.h"
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

/* The names of one kind, a bit each. */
#define NAMES (UINT32_C(1) << 24)

/* With more facts than this in an article names stay as they are: there are hardly any left. */
#define FACTS_MOST (NAMES / 4)

static uint32_t number_of(const char fid[FID_SIZE]) {
    uint32_t number = 0;
    for (size_t i = 2; i < FID_SIZE - 1; i++)
        number = number << 4 | (uint32_t)(fid[i] <= '9' ? fid[i] - '0' : fid[i] - 'a' + 10);
    return number;
}

/* Notes the name; true if it was noted before. */
static bool take(uint8_t *taken, const char fid[FID_SIZE]) {
    uint32_t number = number_of(fid);
    uint8_t bit = (uint8_t)(1u << number % 8);
    bool before = taken[number / 8] & bit;
    taken[number / 8] |= bit;
    return before;
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
    sha256_digits(fid + 2, digest, FID_SIZE - 3);
}

/* Gives those names anew that stand behind an equal one; `names` are sorted. All names are noted
 * before, so that none is given that another fact has. */
static void settle(struct named *names, size_t count, struct text id) {
    uint8_t *taken = memory_alloc_array(NAMES / 8, 1);
    memset(taken, 0, NAMES / 8);
    for (size_t i = 0; i < count; i++)
        take(taken, names[i].fid);
    char group[FID_SIZE]; /* the name whose first bearer keeps it */
    memcpy(group, names[0].fid, FID_SIZE);
    for (size_t i = 1; i < count; i++) {
        if (memcmp(group, names[i].fid, FID_SIZE) != 0) {
            memcpy(group, names[i].fid, FID_SIZE);
            continue;
        }
        unsigned attempt = 1;
        do
            make_again(names[i].fid, id, names[i].span, attempt++);
        while (take(taken, names[i].fid));
    }
    memory_free(taken);
}

/* Names that are there twice are rare: in one article in a hundred thousand. */
static bool any_twice(const struct named *names, size_t count) {
    for (size_t i = 1; i < count; i++)
        if (memcmp(names[i - 1].fid, names[i].fid, FID_SIZE) == 0)
            return true;
    return false;
}

void fids_settle(struct facts *facts, char kind, struct arena *arena) {
    size_t count = kind == 'q'   ? facts->quote_count
                   : kind == 's' ? facts->statement_count
                   : kind == 'c' ? facts->citation_count
                                 : facts->advisory_count;
    if (count < 2 || count > FACTS_MOST)
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
    qsort(names, count, sizeof *names, by_name);
    if (any_twice(names, count))
        settle(names, count, facts->id);
}
