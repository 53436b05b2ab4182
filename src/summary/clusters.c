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
 * An article has two prefixes: articles of one outlet, or of one that is not named, must agree in
 * more lanes, so that their rarest item is in the narrow one of both; what else the wide one holds
 * is for pairs of two outlets. An outlet's forms, of which thousands share half of the lanes, thus
 * never meet.
 *
 * What is known to be connected is not compared again: a component needs no more than a tree of
 * pairs. How long it takes, for n articles:
 *   - sorting the items of 64 lanes by counting: linear.
 *   - copies of one text, however many, and texts that each differ a little from the others:
 * linear, since the first comparison connects each to those before.
 *   - different texts: each meets those that share one of about 40 items by accident, n/65536 each:
 *     100 at 200,000 articles, nearly all of which four bits a lane tell apart.
 *   - forms of one outlet, of which thousands share up to two thirds of the items and which are no
 *     copies: linear, since the prefixes have room for the items that they do not share; that is
 *     what ordering by rarity is for. The case left with n*n comparisons are forms of different
 *     outlets that share between LEAST_LANES and what makes them copies, or more, but lie
 *     CLUSTER_DAYS apart. */
#include <config.h>

#include "summary/clusters.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "extract/sketch.h"
#include "summary/summary.h"

#define NONE UINT32_MAX
#define UNNAMED 0 /* outlet */

/* Values of a lane are sorted into at most so many buckets, and counted in at most so many groups:
 * coarse, but the same for all articles. */
#define BUCKETS_MOST 65536
#define GROUPS_MOST 4096

/* No pair of copies agrees in fewer lanes; nor one of an outlet, or of one that is not named. */
#define LEAST_LANES ((CLUSTER_CONTAINED_LEAST * SKETCH_LANES + 99) / 100)
#define ONE_OUTLET_LANES ((CLUSTER_ONE_OUTLET * SKETCH_LANES + 99) / 100)

/* The low bits of all lanes, a bit of each in a word: most pairs are told apart without a look at
 * their sketches. */
#define PLANES 4

/* So many sketches further is looked ahead. */
#define AHEAD 24

/* An article with a sketch. */
struct sketched {
    uint32_t article; /* index */
    struct sketch sketch;
};

struct planes {
    uint64_t bits[PLANES];
};

/* What is looked at of a sketch again and again, in one line of the cache. */
struct leaf {
    struct planes planes;
    uint64_t wide;   /* the lanes of its rarest items, as bits */
    uint64_t narrow; /* the rarest of them, in which copies of one outlet share one */
    uint32_t parent; /* the root of a tree is its lowest index */
    uint32_t outlet; /* a number for each, however it is capitalised; UNNAMED */
    uint32_t home;   /* of a root: the list of its tree, if that holds one of the tree */
};

struct forest {
    const struct likeness *articles;
    struct sketched *sketches; /* by outlet */
    struct leaf *leaves;       /* of the sketches */
    uint32_t count;
    size_t buckets, groups;
    uint32_t *counts; /* how often the items of each group occur, [lane][group] */
    uint32_t *order;  /* the sketches with one lane in their prefix, by its bucket */
    uint32_t *ends;   /* where in `order` each bucket ends */
    /* Of one bucket, whose sketches have numbers here. */
    uint32_t *chosen;     /* those that are linked */
    struct planes *local; /* their planes, side by side */
    uint32_t *next;       /* in a list, NONE at its end */
    uint32_t *heads;      /* of the lists */
    uint32_t *others;     /* where in the lists those begin that the next ones are compared with */
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

static size_t group_of(const struct forest *forest, const struct sketch *sketch, size_t lane) {
    return lane * forest->groups + sketch->lanes[lane] % forest->groups;
}

static size_t bucket_of(const struct forest *forest, uint32_t sketch, size_t lane) {
    return forest->sketches[sketch].sketch.lanes[lane] % forest->buckets;
}

static int count_bits(uint64_t bits) {
    bits -= bits >> 1 & UINT64_C(0x5555555555555555);
    bits = (bits & UINT64_C(0x3333333333333333)) + (bits >> 2 & UINT64_C(0x3333333333333333));
    bits = (bits + (bits >> 4)) & UINT64_C(0x0f0f0f0f0f0f0f0f);
    return (int)(bits * UINT64_C(0x0101010101010101) >> 56);
}

static struct planes planes_of(const struct sketch *sketch) {
    struct planes planes = {{0}};
    for (size_t lane = 0; lane < SKETCH_LANES; lane++)
        for (size_t i = 0; i < PLANES; i++)
            planes.bits[i] |= (uint64_t)(sketch->lanes[lane] >> i & 1) << lane;
    return planes;
}

/* Whether as many lanes as no pair of copies has differ in their low bits. */
static bool are_unlike(const struct planes *a, const struct planes *b) {
    uint64_t differ = 0;
    for (size_t i = 0; i < PLANES; i++)
        differ |= a->bits[i] ^ b->bits[i];
    return SKETCH_LANES - count_bits(differ) < LEAST_LANES;
}

static bool is_near(const struct forest *forest, uint32_t a, uint32_t b) {
    const struct sketched *left = &forest->sketches[a], *right = &forest->sketches[b];
    int equal = sketch_equal_lanes(&left->sketch, &right->sketch);
    return equal >= LEAST_LANES &&
           is_copy(&forest->articles[left->article], &left->sketch,
                   &forest->articles[right->article], &right->sketch, equal);
}

static uint32_t find_root(struct forest *forest, uint32_t sketch) {
    struct leaf *leaves = forest->leaves;
    while (leaves[sketch].parent != sketch)
        sketch = leaves[sketch].parent = leaves[leaves[sketch].parent].parent;
    return sketch;
}

static void unite(struct forest *forest, uint32_t a, uint32_t b) {
    a = find_root(forest, a);
    b = find_root(forest, b);
    forest->leaves[a > b ? a : b].parent = a < b ? a : b;
}

/* Whether all of a bucket are connected already. */
static bool is_connected(struct forest *forest, const uint32_t *bucket, size_t count) {
    uint32_t root = find_root(forest, bucket[0]);
    for (size_t i = 1; i < count; i++)
        if (find_root(forest, bucket[i]) != root)
            return false;
    return true;
}

/* Connects sketch number `at` to the list, whose members are connected, if it is near one of them
 * from number `member` on. */
static void join_list(struct forest *forest, const uint32_t *sketches, size_t at, uint32_t member) {
    for (; member != NONE; member = forest->next[member]) {
        if (are_unlike(&forest->local[at], &forest->local[member]))
            continue;
        bool together = find_root(forest, sketches[at]) == find_root(forest, sketches[member]);
        if (!together && !is_near(forest, sketches[at], sketches[member]))
            continue;
        if (!together)
            unite(forest, sketches[at], sketches[member]);
        return;
    }
}

/* Puts sketch number `at` into the list of its tree, or begins one. Returns how many lists there
 * are. */
static uint32_t put_into_list(struct forest *forest, const uint32_t *sketches, size_t at,
                              uint32_t lists) {
    uint32_t root = find_root(forest, sketches[at]), home = forest->leaves[root].home;
    if (home >= lists || find_root(forest, sketches[forest->heads[home]]) != root) {
        home = forest->leaves[root].home = lists++;
        forest->heads[home] = NONE;
    }
    forest->next[at] = forest->heads[home];
    forest->heads[home] = (uint32_t)at;
    return lists;
}

/* How many of the first sketches are of one outlet. */
static size_t outlet_run(const struct forest *forest, const uint32_t *sketches, size_t count) {
    size_t end = 1;
    uint32_t outlet = forest->leaves[sketches[0]].outlet;
    while (end < count && forest->leaves[sketches[end]].outlet == outlet)
        end++;
    return end;
}

/* Connects what is near among `count` sketches: all pairs, or those of two outlets only. */
static void link_pairs(struct forest *forest, const uint32_t *sketches, size_t count,
                       bool two_outlets) {
    uint32_t lists = 0;
    for (size_t i = 0; i < count; i++)
        forest->local[i] = forest->leaves[sketches[i]].planes;
    for (size_t i = 0, length; i < count; i += length) {
        uint32_t before = lists;
        length = two_outlets ? outlet_run(forest, sketches + i, count - i) : 1;
        for (uint32_t list = 0; list < before; list++)
            forest->others[list] = forest->heads[list];
        for (size_t k = i; k < i + length; k++) {
            for (uint32_t list = 0; list < before; list++)
                join_list(forest, sketches, k, forest->others[list]);
            lists = put_into_list(forest, sketches, k, lists);
        }
    }
}

/* Connects what is near among sketches that share the item in `lane` (or another one of that
 * bucket, which does no harm). */
static void link_bucket(struct forest *forest, const uint32_t *bucket, size_t count, size_t lane) {
    size_t chosen = 0, unnamed = 0;
    if (is_connected(forest, bucket, count))
        return;
    for (size_t i = 0; i < count; i++)
        if (forest->leaves[bucket[i]].narrow >> lane & 1)
            forest->chosen[chosen++] = bucket[i];
    link_pairs(forest, forest->chosen, chosen, false);
    while (unnamed < count && forest->leaves[bucket[unnamed]].outlet == UNNAMED)
        unnamed++;
    if (chosen < count)
        link_pairs(forest, bucket + unnamed, count - unnamed, true);
}

/* Puts the sketches with `lane` in their prefix in the order of its buckets, and what `ends` says.
 */
static void sort_lane(struct forest *forest, size_t lane) {
    uint64_t bit = UINT64_C(1) << lane;
    uint32_t *ends = forest->ends, total = 0;
    memset(ends, 0, forest->buckets * sizeof *ends);
    for (uint32_t i = 0; i < forest->count; i++)
        ends[bucket_of(forest, i, lane)] += (forest->leaves[i].wide & bit) != 0;
    for (size_t bucket = 0; bucket < forest->buckets; bucket++) {
        uint32_t here = ends[bucket];
        ends[bucket] = total;
        total += here;
    }
    for (uint32_t i = 0; i < forest->count; i++)
        if (forest->leaves[i].wide & bit)
            forest->order[ends[bucket_of(forest, i, lane)]++] = i;
}

/* Asks the processor for what the buckets ahead need. */
static void look_ahead(const struct forest *forest, size_t place, size_t total) {
    for (size_t i = place + AHEAD; i < place + AHEAD + 4 && i < total; i++)
        __builtin_prefetch(&forest->leaves[forest->order[i]]);
}

static void link_lane(struct forest *forest, size_t lane) {
    sort_lane(forest, lane);
    size_t total = forest->ends[forest->buckets - 1];
    for (size_t bucket = 0, start = 0; bucket < forest->buckets; bucket++) {
        size_t end = forest->ends[bucket];
        look_ahead(forest, start, total);
        if (end - start > 1)
            link_bucket(forest, forest->order + start, end - start, lane);
        start = end;
    }
}

static void count_items(struct forest *forest) {
    for (uint32_t i = 0; i < forest->count; i++)
        for (size_t lane = 0; lane < SKETCH_LANES; lane++)
            forest->counts[group_of(forest, &forest->sketches[i].sketch, lane)]++;
}

/* The lanes of the items of a sketch, in the order of all: by how often the group occurs, then by
 * lane. */
static void order_lanes(const struct forest *forest, const struct sketch *sketch,
                        uint64_t lanes[SKETCH_LANES]) {
    for (size_t lane = 0; lane < SKETCH_LANES; lane++) {
        uint64_t count = forest->counts[group_of(forest, sketch, lane)];
        uint64_t key = count * SKETCH_LANES + lane;
        size_t place = lane;
        for (; place > 0 && lanes[place - 1] > key; place--)
            lanes[place] = lanes[place - 1];
        lanes[place] = key;
    }
    for (size_t i = 0; i < SKETCH_LANES; i++)
        lanes[i] %= SKETCH_LANES;
}

/* The first `size` lanes, as bits. */
static uint64_t first_lanes(const uint64_t lanes[SKETCH_LANES], int size) {
    uint64_t bits = 0;
    for (int i = 0; i < size; i++)
        bits |= UINT64_C(1) << lanes[i];
    return bits;
}

static void choose_prefixes(struct forest *forest) {
    count_items(forest);
    for (uint32_t i = 0; i < forest->count; i++) {
        const struct sketch *sketch = &forest->sketches[i].sketch;
        uint64_t lanes[SKETCH_LANES];
        order_lanes(forest, sketch, lanes);
        forest->leaves[i].wide = first_lanes(lanes, SKETCH_LANES - needed_lanes(sketch) + 1);
        forest->leaves[i].narrow = first_lanes(lanes, SKETCH_LANES - ONE_OUTLET_LANES + 1);
        forest->leaves[i].planes = planes_of(sketch);
        forest->leaves[i].parent = i;
    }
}

/* An article and its outlet. */
struct carried {
    struct text publisher;
    uint32_t article;
};

static int outlet_order(const void *left, const void *right) {
    const struct carried *a = left, *b = right;
    int order = a->publisher.data == b->publisher.data && a->publisher.size == b->publisher.size
                    ? 0
                    : text_compare_ascii_nocase(a->publisher, b->publisher);
    return order ? order : (a->article > b->article) - (a->article < b->article);
}

/* The articles that have a sketch, by outlet; those that name none come first. */
static void read_sketches(struct forest *forest, size_t count) {
    struct carried *carried = memory_alloc_array(count + 1, sizeof *carried);
    for (size_t i = 0; i < count; i++)
        carried[i] = (struct carried){forest->articles[i].publisher, (uint32_t)i};
    qsort(carried, count, sizeof *carried, outlet_order);
    uint32_t outlet = UNNAMED;
    for (size_t i = 0; i < count; i++) {
        struct sketched *sketched = &forest->sketches[forest->count];
        struct text before = i ? carried[i - 1].publisher : (struct text){NULL, 0};
        outlet += !text_equal_ascii_nocase(before, carried[i].publisher);
        sketched->article = carried[i].article;
        forest->leaves[forest->count].outlet = outlet;
        forest->count += sketch_read(forest->articles[sketched->article].sketch, &sketched->sketch);
    }
    memory_free(carried);
}

/* The least power of two that is no less than `count`, or `most`. */
static size_t table_size(size_t count, size_t most) {
    size_t size = 64;
    while (size < count && size < most)
        size *= 2;
    return size;
}

static void make_room(struct forest *forest, size_t count, struct arena *arena) {
    size_t room = count + 1;
    forest->buckets = table_size(2 * count, BUCKETS_MOST);
    forest->groups = table_size(2 * count, GROUPS_MOST);
    forest->sketches = arena_alloc_array(arena, room, sizeof *forest->sketches);
    forest->leaves = arena_alloc_array(arena, room, sizeof *forest->leaves);
    forest->counts =
        arena_alloc_array(arena, SKETCH_LANES * forest->groups, sizeof *forest->counts);
    forest->order = arena_alloc_array(arena, room, sizeof *forest->order);
    forest->ends = arena_alloc_array(arena, forest->buckets, sizeof *forest->ends);
    forest->chosen = arena_alloc_array(arena, room, sizeof *forest->chosen);
    forest->local = arena_alloc_array(arena, room, sizeof *forest->local);
    forest->next = arena_alloc_array(arena, room, sizeof *forest->next);
    forest->heads = arena_alloc_array(arena, room, sizeof *forest->heads);
    forest->others = arena_alloc_array(arena, room, sizeof *forest->others);
}

/* Calls each tree by its first article. */
static void name_trees(struct forest *forest, uint32_t *clusters) {
    uint32_t *first = forest->heads;
    for (uint32_t i = 0; i < forest->count; i++)
        first[i] = NONE;
    for (uint32_t i = 0; i < forest->count; i++) {
        uint32_t root = find_root(forest, i), article = forest->sketches[i].article;
        first[root] = article < first[root] ? article : first[root];
    }
    for (uint32_t i = 0; i < forest->count; i++)
        clusters[forest->sketches[i].article] = first[find_root(forest, i)];
}

uint32_t *clusters_find(const struct likeness *articles, size_t count, struct arena *arena) {
    uint32_t *clusters = arena_alloc_array(arena, count + 1, sizeof *clusters);
    struct arena scratch = {0};
    struct forest forest = {.articles = articles};
    if (count >= NONE)
        memory_resize(NULL, SIZE_MAX, 2); /* exhausted: does not return */
    make_room(&forest, count, &scratch);
    read_sketches(&forest, count);
    choose_prefixes(&forest);
    for (size_t lane = 0; lane < SKETCH_LANES; lane++)
        link_lane(&forest, lane);
    for (uint32_t i = 0; i < count; i++)
        clusters[i] = i;
    name_trees(&forest, clusters);
    arena_free(&scratch);
    return clusters;
}
