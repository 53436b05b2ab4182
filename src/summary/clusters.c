/* Clusters of near-duplicates: see clusters.h. Before: sketches. After: finish.c.
 *
 * Every pair is found, none by chance. Call a lane with its value an item; an article has 64. Let
 * the items of the month be ordered, rare ones first. If two articles must agree in E lanes, the
 * rarest item that they share is among the 64 - E + 1 rarest of either: at most 64 - E of its items
 * are not shared (the prefix filter of Chaudhuri, Ganti, Kaushik 2006 and of PPJoin, Xiao et al.
 * 2008). So only articles that share an item of these prefixes are compared. Any order of items
 * will do, as long as it is one for all articles; rare first is the fast one, for what thousands
 * share (a form, a copyright line) is left out.
 *
 * What is known to be connected is not compared again: a component needs no more than a tree of
 * pairs. How long it takes, for n articles:
 *   - sorting the items of 64 lanes by counting: linear.
 *   - copies of one text, however many, and texts that each differ a little from the others:
 * linear, since the first comparison connects each to those before.
 *   - different texts: each is compared with those that share one of about 40 items by accident,
 *     n/65536 each; 100 comparisons of 10 ns at 200,000 articles.
 *   - forms, of which thousands share a third of the items and which are no copies: linear while
 *     the prefix has room for the items that they do not share; that is what ordering by rarity is
 *     for. Where the forms themselves fill half of the lanes and more, and are no copies all the
 *     same, each is compared with each: the one case left with n*n comparisons, 7 s for 20,000. */
#include <config.h>

#include "summary/clusters.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "extract/sketch.h"
#include "summary/summary.h"

#define NONE UINT32_MAX
#define VALUES 65536 /* of a lane */

/* Counts of items are kept for so many groups of values a lane: coarse, but the same for all. */
#define GROUPS 4096

/* In a bucket of so many, pairs are looked at more closely before they are compared. */
#define LARGE_BUCKET 64

/* No pair of copies agrees in fewer lanes. */
#define LEAST_LANES ((CLUSTER_CONTAINED_LEAST * SKETCH_LANES + 99) / 100)

/* An article with a sketch. */
struct sketched {
    uint32_t article; /* index */
    struct sketch sketch;
};

struct forest {
    const struct likeness *articles;
    struct sketched *sketches;
    uint32_t count;
    uint32_t *counts;   /* how often the items of each group occur, [lane][group] */
    uint64_t *prefixes; /* of each sketch the lanes of its rarest items, as bits */
    uint64_t *suffixes; /* of those in a bucket the lanes of its item and of more frequent ones */
    uint32_t *parents;  /* of sketches; the root of a tree is its lowest index */
    uint32_t *next;     /* in a list of one bucket, NONE at its end */
    uint32_t *heads;    /* of the lists of one bucket */
    uint32_t *order;    /* the sketches with one lane in their prefix, by its value */
    uint32_t *ends;     /* where in `order` each value ends */
};

static bool other_outlet(struct text a, struct text b) {
    return a.size && b.size && !text_equal_ascii_nocase(a, b);
}

/* Whether both are days, and no further apart than copies are. */
static bool is_near_day(struct date a, struct date b) {
    return date_is_set(a) && date_is_set(b) && abs(date_days(a) - date_days(b)) <= CLUSTER_DAYS;
}

/* Whether the days that are known of both (of event or of publication) all lie far apart. */
static bool is_far_day(const struct likeness *a, const struct likeness *b) {
    bool known = date_is_set(a->day) && date_is_set(b->day);
    return known && !is_near_day(a->day, b->day) && !is_near_day(a->published, b->published);
}

/* The fewest lanes that are `percent` of all. */
static int lanes_of(int percent) { return (percent * SKETCH_LANES + 99) / 100; }

/* Whether CLUSTER_CONTAINED of the shorter one stands in the longer one. If `equal` of 64 parts of
 * what either has are shared, so are equal / (64 + equal) of the sum of their runs, which counts
 * twice what is shared. */
static bool is_contained(const struct sketch *a, const struct sketch *b, int equal) {
    int64_t shorter = a->runs < b->runs ? a->runs : b->runs;
    int64_t both = (int64_t)a->runs + b->runs;
    return equal >= LEAST_LANES &&
           100 * equal * both >= CLUSTER_CONTAINED * shorter * (SKETCH_LANES + equal);
}

static bool is_short(const struct sketch *sketch) { return sketch->runs < CLUSTER_SHORT_RUNS; }

/* No pair of this article and any other agrees in fewer lanes. */
static int needed_lanes(const struct sketch *sketch) {
    return lanes_of(is_short(sketch) ? CLUSTER_SHORT : CLUSTER_CONTAINED_LEAST);
}

/* Whether two articles whose sketches agree in `equal` lanes are copies. */
static bool is_copy(const struct likeness *a, const struct sketch *left, const struct likeness *b,
                    const struct sketch *right, int equal) {
    if (equal < needed_lanes(left) || equal < needed_lanes(right))
        return false;
    if (equal < lanes_of(CLUSTER_FAR_DAYS) && is_far_day(a, b))
        return false;
    if (!other_outlet(a->publisher, b->publisher))
        return equal >= lanes_of(CLUSTER_ONE_OUTLET);
    return equal >= lanes_of(CLUSTER_OTHER_OUTLET) || is_contained(left, right, equal);
}

struct likeness likeness_of(const struct facts *facts) {
    return (struct likeness){facts->publisher, facts->sketch, facts->published, facts_day(facts)};
}

bool cluster_is_pair(const struct likeness *a, const struct likeness *b) {
    struct sketch left, right;
    return sketch_read(a->sketch, &left) && sketch_read(b->sketch, &right) &&
           is_copy(a, &left, b, &right, sketch_equal_lanes(&left, &right));
}

/* The place of a sketch's item in the order of all: by how often its group occurs, then by lane. */
static uint64_t item_key(const uint32_t *counts, const struct sketch *sketch, size_t lane) {
    return (uint64_t)counts[lane * GROUPS + sketch->lanes[lane] % GROUPS] * SKETCH_LANES + lane;
}

static int count_bits(uint64_t bits) {
    bits -= bits >> 1 & UINT64_C(0x5555555555555555);
    bits = (bits & UINT64_C(0x3333333333333333)) + (bits >> 2 & UINT64_C(0x3333333333333333));
    bits = (bits + (bits >> 4)) & UINT64_C(0x0f0f0f0f0f0f0f0f);
    return (int)(bits * UINT64_C(0x0101010101010101) >> 56);
}

static bool is_near(const struct forest *forest, uint32_t a, uint32_t b) {
    const struct sketched *left = &forest->sketches[a], *right = &forest->sketches[b];
    int equal = sketch_equal_lanes(&left->sketch, &right->sketch);
    return equal >= LEAST_LANES &&
           is_copy(&forest->articles[left->article], &left->sketch,
                   &forest->articles[right->article], &right->sketch, equal);
}

static uint32_t find_root(struct forest *forest, uint32_t sketch) {
    uint32_t *parents = forest->parents;
    while (parents[sketch] != sketch)
        sketch = parents[sketch] = parents[parents[sketch]];
    return sketch;
}

static void unite(struct forest *forest, uint32_t a, uint32_t b) {
    a = find_root(forest, a);
    b = find_root(forest, b);
    forest->parents[a > b ? a : b] = a < b ? a : b;
}

/* True if `sketch` is connected to the list that starts at `head`, after connecting it where it is
 * near a member. */
static bool joins(struct forest *forest, uint32_t sketch, uint32_t head) {
    if (find_root(forest, sketch) == find_root(forest, head))
        return true;
    for (uint32_t member = head; member != NONE; member = forest->next[member]) {
        uint64_t common = forest->suffixes[sketch] & forest->suffixes[member];
        if (count_bits(common) >= LEAST_LANES && is_near(forest, sketch, member)) {
            unite(forest, sketch, member);
            return true;
        }
    }
    return false;
}

/* Whether all of a bucket are connected already. */
static bool is_connected(struct forest *forest, const uint32_t *bucket, size_t count) {
    uint32_t root = find_root(forest, bucket[0]);
    for (size_t i = 1; i < count; i++)
        if (find_root(forest, bucket[i]) != root)
            return false;
    return true;
}

/* The lanes of a sketch whose items are no rarer than its item in `lane`, as bits. */
static uint64_t suffix_from(const struct forest *forest, uint32_t sketch, size_t lane) {
    const struct sketch *lanes = &forest->sketches[sketch].sketch;
    uint64_t suffix = 0, least = item_key(forest->counts, lanes, lane);
    for (size_t i = 0; i < SKETCH_LANES; i++)
        suffix |= (uint64_t)(item_key(forest->counts, lanes, i) >= least) << i;
    return suffix;
}

/* Connects what is near among sketches that share the item in `lane`: each list holds sketches that
 * are connected. Pairs that share a rarer item, too, need not be found here: it is enough to look
 * at the items from this one on, which in a large bucket are counted first. */
static void link_bucket(struct forest *forest, const uint32_t *bucket, size_t count, size_t lane) {
    size_t lists = 0;
    if (is_connected(forest, bucket, count))
        return;
    for (size_t i = 0; i < count; i++)
        forest->suffixes[bucket[i]] =
            count < LARGE_BUCKET ? UINT64_MAX : suffix_from(forest, bucket[i], lane);
    for (size_t i = 0; i < count; i++) {
        uint32_t sketch = bucket[i], home = NONE;
        for (size_t list = 0; list < lists; list++)
            if (joins(forest, sketch, forest->heads[list]) && home == NONE)
                home = (uint32_t)list;
        if (home == NONE) {
            home = (uint32_t)lists++;
            forest->heads[home] = NONE;
        }
        forest->next[sketch] = forest->heads[home];
        forest->heads[home] = sketch;
    }
}

/* Puts the sketches with `lane` in their prefix in the order of its value, and what `ends` says. */
static void sort_lane(struct forest *forest, size_t lane) {
    uint64_t bit = UINT64_C(1) << lane;
    uint32_t *ends = forest->ends, total = 0;
    memset(ends, 0, VALUES * sizeof *ends);
    for (uint32_t i = 0; i < forest->count; i++)
        ends[forest->sketches[i].sketch.lanes[lane]] += (forest->prefixes[i] & bit) != 0;
    for (size_t value = 0; value < VALUES; value++) {
        uint32_t here = ends[value];
        ends[value] = total;
        total += here;
    }
    for (uint32_t i = 0; i < forest->count; i++)
        if (forest->prefixes[i] & bit)
            forest->order[ends[forest->sketches[i].sketch.lanes[lane]]++] = i;
}

static void link_lane(struct forest *forest, size_t lane) {
    sort_lane(forest, lane);
    for (size_t value = 0, start = 0; value < VALUES; value++) {
        size_t end = forest->ends[value];
        if (end - start > 1)
            link_bucket(forest, forest->order + start, end - start, lane);
        start = end;
    }
}

static void count_items(struct forest *forest) {
    for (uint32_t i = 0; i < forest->count; i++)
        for (size_t lane = 0; lane < SKETCH_LANES; lane++)
            forest->counts[lane * GROUPS + forest->sketches[i].sketch.lanes[lane] % GROUPS]++;
}

/* The lanes of the `size` rarest items, as bits. */
static uint64_t rarest_lanes(const struct forest *forest, const struct sketch *sketch, int size) {
    uint64_t keys[SKETCH_LANES], prefix = 0;
    for (size_t lane = 0; lane < SKETCH_LANES; lane++) {
        uint64_t key = item_key(forest->counts, sketch, lane);
        size_t place = lane;
        for (; place > 0 && keys[place - 1] > key; place--)
            keys[place] = keys[place - 1];
        keys[place] = key;
    }
    for (int i = 0; i < size; i++)
        prefix |= UINT64_C(1) << keys[i] % SKETCH_LANES;
    return prefix;
}

static void choose_prefixes(struct forest *forest) {
    count_items(forest);
    for (uint32_t i = 0; i < forest->count; i++) {
        const struct sketch *sketch = &forest->sketches[i].sketch;
        int size = SKETCH_LANES - needed_lanes(sketch) + 1;
        forest->prefixes[i] = rarest_lanes(forest, sketch, size);
        forest->parents[i] = i;
    }
}

static void read_sketches(struct forest *forest, size_t count) {
    for (size_t i = 0; i < count; i++) {
        struct sketched *sketched = &forest->sketches[forest->count];
        sketched->article = (uint32_t)i;
        forest->count += sketch_read(forest->articles[i].sketch, &sketched->sketch);
    }
}

uint32_t *clusters_find(const struct likeness *articles, size_t count, struct arena *arena) {
    uint32_t *clusters = arena_alloc_array(arena, count + 1, sizeof *clusters);
    struct arena scratch = {0};
    struct forest forest = {.articles = articles};
    if (count >= NONE)
        memory_resize(NULL, SIZE_MAX, 2); /* exhausted: does not return */
    forest.sketches = arena_alloc_array(&scratch, count + 1, sizeof *forest.sketches);
    forest.prefixes = arena_alloc_array(&scratch, count + 1, sizeof *forest.prefixes);
    forest.parents = arena_alloc_array(&scratch, count + 1, sizeof *forest.parents);
    forest.next = arena_alloc_array(&scratch, count + 1, sizeof *forest.next);
    forest.heads = arena_alloc_array(&scratch, count + 1, sizeof *forest.heads);
    forest.order = arena_alloc_array(&scratch, count + 1, sizeof *forest.order);
    forest.ends = arena_alloc_array(&scratch, VALUES, sizeof *forest.ends);
    forest.suffixes = arena_alloc_array(&scratch, count + 1, sizeof *forest.suffixes);
    forest.counts =
        arena_alloc_array(&scratch, (size_t)SKETCH_LANES * GROUPS, sizeof *forest.counts);
    read_sketches(&forest, count);
    choose_prefixes(&forest);
    for (size_t lane = 0; lane < SKETCH_LANES; lane++)
        link_lane(&forest, lane);
    for (uint32_t i = 0; i < count; i++)
        clusters[i] = i;
    for (uint32_t i = 0; i < forest.count; i++)
        clusters[forest.sketches[i].article] = forest.sketches[find_root(&forest, i)].article;
    arena_free(&scratch);
    return clusters;
}
