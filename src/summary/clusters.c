/* Clusters of near-duplicates: see clusters.h. Before: sketches. After: finish.c.
 *
 * Every pair above the bar is found, none by chance: two sketches that agree in at least E of their
 * L lanes differ in at most L - E, so if the lanes are cut into L - E + 1 bands, one band at least
 * is equal throughout. Sketches are therefore sorted by each band in turn, and only those with an
 * equal band are compared. What is known to be connected is not compared again, so that a thousand
 * copies of one text cost no more than a thousand different ones. */
#include <config.h>

#include "summary/clusters.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "extract/sketch.h"

#define NONE SIZE_MAX

/* The articles with a sketch. */
struct sketched {
    size_t article; /* index */
    struct text publisher;
    uint8_t lanes[SKETCH_LANES];
};

/* A sketch's place in the order of one band. */
struct banded {
    uint64_t key; /* the band's lanes */
    size_t sketch;
};

struct forest {
    struct sketched *sketches;
    size_t count;
    size_t *parents; /* of sketches; the root of a tree is its lowest index */
    size_t *next;    /* in a list of one bucket, NONE at its end */
    size_t *heads;   /* of the lists of one bucket */
    int needed;      /* lanes that must agree */
    int needed_one_outlet;
};

static bool other_outlet(struct text a, struct text b) {
    return a.size && b.size && !text_equal_ascii_nocase(a, b);
}

bool cluster_is_pair(const struct facts *a, const struct facts *b) {
    int bar = other_outlet(a->publisher, b->publisher) ? CLUSTER_SIMILARITY
                                                       : CLUSTER_SIMILARITY_ONE_OUTLET;
    return sketch_similarity(a->sketch, b->sketch) >= bar;
}

/* The number of equal lanes from which on sketch_similarity reaches the bar. */
static int lanes_needed(int bar) {
    char one[SKETCH_DIGITS], other[SKETCH_DIGITS];
    memset(one, '0', sizeof one);
    memset(other, '1', sizeof other);
    for (int equal = 1; equal < SKETCH_LANES; equal++) {
        memset(other, '0', 2 * (size_t)equal);
        if (sketch_similarity((struct text){one, sizeof one}, (struct text){other, sizeof other}) >=
            bar)
            return equal;
    }
    return SKETCH_LANES;
}

static size_t find_root(struct forest *forest, size_t sketch) {
    size_t *parents = forest->parents;
    while (parents[sketch] != sketch)
        sketch = parents[sketch] = parents[parents[sketch]];
    return sketch;
}

static void unite(struct forest *forest, size_t a, size_t b) {
    a = find_root(forest, a);
    b = find_root(forest, b);
    forest->parents[a > b ? a : b] = a < b ? a : b;
}

/* What cluster_is_pair says, on lanes that are read already. */
static bool is_near(const struct forest *forest, size_t a, size_t b) {
    const struct sketched *left = &forest->sketches[a], *right = &forest->sketches[b];
    int equal = 0;
    for (size_t i = 0; i < SKETCH_LANES; i++)
        equal += left->lanes[i] == right->lanes[i];
    return equal >= forest->needed_one_outlet ||
           (equal >= forest->needed && other_outlet(left->publisher, right->publisher));
}

/* True if `sketch` is connected to the list that starts at `head`, after connecting it where it is
 * near a member. */
static bool joins(struct forest *forest, size_t sketch, size_t head) {
    if (find_root(forest, sketch) == find_root(forest, head))
        return true;
    for (size_t member = head; member != NONE; member = forest->next[member])
        if (is_near(forest, sketch, member)) {
            unite(forest, sketch, member);
            return true;
        }
    return false;
}

/* Connects what is near among sketches with one key: each list holds sketches that are connected.
 */
static void link_bucket(struct forest *forest, const struct banded *bucket, size_t count) {
    size_t lists = 0;
    for (size_t i = 0; i < count; i++) {
        size_t sketch = bucket[i].sketch, home = NONE;
        for (size_t list = 0; list < lists; list++)
            if (joins(forest, sketch, forest->heads[list]) && home == NONE)
                home = list;
        if (home == NONE) {
            home = lists++;
            forest->heads[home] = NONE;
        }
        forest->next[sketch] = forest->heads[home];
        forest->heads[home] = sketch;
    }
}

static int banded_order(const void *left, const void *right) {
    const struct banded *a = left, *b = right;
    if (a->key != b->key)
        return a->key < b->key ? -1 : 1;
    return (a->sketch > b->sketch) - (a->sketch < b->sketch);
}

/* The lanes from `first` to before `end` as one number. Bands longer than 8 lanes, which only a bar
 * near 100 has, count with 8 of them: more is compared, nothing is missed. */
static uint64_t band_key(const uint8_t lanes[SKETCH_LANES], size_t first, size_t end) {
    uint64_t key = 0;
    for (size_t i = first; i < end && i < first + 8; i++)
        key = key << 8 | lanes[i];
    return key;
}

static void link_band(struct forest *forest, struct banded *order, size_t first, size_t end) {
    for (size_t i = 0; i < forest->count; i++)
        order[i] = (struct banded){band_key(forest->sketches[i].lanes, first, end), i};
    qsort(order, forest->count, sizeof *order, banded_order);
    for (size_t i = 0, next; i < forest->count; i = next) {
        for (next = i + 1; next < forest->count && order[next].key == order[i].key;)
            next++;
        if (next - i > 1)
            link_bucket(forest, order + i, next - i);
    }
}

static void link_all(struct forest *forest) {
    struct banded *order = memory_alloc_array(forest->count + 1, sizeof *order);
    size_t bands = (size_t)(SKETCH_LANES - forest->needed + 1);
    for (size_t band = 0; band < bands; band++)
        link_band(forest, order, band * SKETCH_LANES / bands, (band + 1) * SKETCH_LANES / bands);
    memory_free(order);
}

static size_t read_sketches(const struct facts *const *articles, size_t count,
                            struct sketched *sketches) {
    size_t found = 0;
    for (size_t i = 0; i < count; i++) {
        sketches[found].article = i;
        sketches[found].publisher = articles[i]->publisher;
        found += sketch_read(articles[i]->sketch, sketches[found].lanes);
    }
    return found;
}

size_t *clusters_find(const struct facts *const *articles, size_t count, struct arena *arena) {
    size_t *clusters = arena_alloc_array(arena, count + 1, sizeof *clusters);
    struct arena scratch = {0};
    struct forest forest = {.needed = lanes_needed(CLUSTER_SIMILARITY),
                            .needed_one_outlet = lanes_needed(CLUSTER_SIMILARITY_ONE_OUTLET)};
    forest.sketches = arena_alloc_array(&scratch, count + 1, sizeof *forest.sketches);
    forest.parents = arena_alloc_array(&scratch, count + 1, sizeof *forest.parents);
    forest.next = arena_alloc_array(&scratch, count + 1, sizeof *forest.next);
    forest.heads = arena_alloc_array(&scratch, count + 1, sizeof *forest.heads);
    forest.count = read_sketches(articles, count, forest.sketches);
    for (size_t i = 0; i < forest.count; i++)
        forest.parents[i] = i;
    link_all(&forest);
    for (size_t i = 0; i < count; i++)
        clusters[i] = i;
    for (size_t i = 0; i < forest.count; i++)
        clusters[forest.sketches[i].article] = forest.sketches[find_root(&forest, i)].article;
    arena_free(&scratch);
    return clusters;
}
