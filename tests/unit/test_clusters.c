/* Clusters of near-duplicates: exactly the connected components over all pairs above the bar, found
 * by comparing every pair, in whatever order the articles come. */
#include <config.h>

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "extract/sketch.h"
#include "month.h"
#include "summary/clusters.h"
#include "summary/finished.h"
#include "support.h"

#define ARTICLES 120

struct month {
    struct likeness list[ARTICLES];
    char sketches[ARTICLES][SKETCH_BYTES];
};

static void set_lane(char sketch[SKETCH_BYTES], size_t lane, uint32_t value) {
    sketch[3 + 2 * lane] = (char)(unsigned char)(value >> 8 & 0xff);
    sketch[4 + 2 * lane] = (char)(unsigned char)(value & 0xff);
}

static void set_runs(char sketch[SKETCH_BYTES], uint32_t runs) {
    sketch[0] = SKETCH_VERSION;
    sketch[1] = (char)(unsigned char)(runs >> 8 & 0xff);
    sketch[2] = (char)(unsigned char)(runs & 0xff);
}

/* Values of a lane: few enough that articles that have nothing to do with each other share some. */
static uint32_t some_value(uint64_t *random) { return next_random(random) % 300; }

/* Sketches of families: each changes some lanes of an earlier one, many of them close to one of the
 * bars on either side. */
static void make_month(struct month *month, uint64_t *random) {
    memset(month, 0, sizeof *month);
    for (size_t i = 0; i < ARTICLES; i++) {
        char *sketch = month->sketches[i];
        size_t changes = next_random(random) % 45;
        bool family = i > 0 && next_random(random) % 5 > 0;
        if (family)
            memcpy(sketch, month->sketches[next_random(random) % i], SKETCH_BYTES);
        for (size_t lane = 0; lane < SKETCH_LANES; lane++)
            if (!family)
                set_lane(sketch, lane, some_value(random));
        for (size_t change = 0; family && change < changes; change++)
            set_lane(sketch, next_random(random) % SKETCH_LANES, some_value(random));
        set_runs(sketch, 60 + next_random(random) % 400);
        month->list[i].sketch = (struct text){sketch, SKETCH_BYTES};
        if (next_random(random) % 20 == 0)
            month->list[i].sketch = TEXT("");
        static const char *const publishers[] = {"Harian", "harian", "Kabar", "Warta", NULL};
        month->list[i].publisher = text_of(publishers[next_random(random) % 5]);
        if (next_random(random) % 4 > 0)
            month->list[i].published = month->list[i].day =
                date_make(2024, 8, 1 + (int)(next_random(random) % 12));
    }
}

/* The same by comparing all pairs until nothing changes. */
static void compare_all(const struct likeness *list, size_t count, size_t *clusters) {
    bool changed = true;
    for (size_t i = 0; i < count; i++)
        clusters[i] = i;
    while (changed) {
        changed = false;
        for (size_t i = 0; i < count; i++)
            for (size_t j = 0; j < count; j++)
                if (clusters[j] < clusters[i] && cluster_is_pair(&list[i], &list[j])) {
                    clusters[i] = clusters[j];
                    changed = true;
                }
    }
}

static void shuffle(struct likeness *list, size_t count, uint64_t *random) {
    for (size_t i = count; i > 1; i--) {
        size_t j = next_random(random) % i;
        struct likeness kept = list[i - 1];
        list[i - 1] = list[j];
        list[j] = kept;
    }
}

START_TEST(all_pairs_above_the_bar) {
    static struct month month;
    uint64_t random = (uint64_t)_i + 7;
    struct arena arena = {0};
    size_t wanted[ARTICLES], joined = 0;
    make_month(&month, &random);
    for (int order = 0; order < 3; order++) {
        compare_all(month.list, ARTICLES, wanted);
        uint32_t *found = clusters_find(month.list, ARTICLES, &arena);
        for (size_t i = 0; i < ARTICLES; i++) {
            ck_assert_uint_eq(found[i], wanted[i]);
            joined += found[i] != i;
        }
        shuffle(month.list, ARTICLES, &random);
    }
    ck_assert_uint_gt(joined, 0);
    ck_assert_uint_lt(joined, (size_t)3 * ARTICLES - 30);
    arena_free(&arena);
}
END_TEST

/* Two articles, whose sketches agree in exactly `equal` lanes, wherever these lie. */
struct two {
    char one[SKETCH_BYTES], other[SKETCH_BYTES];
    struct facts facts[2];
};

static void make_two(struct two *two, size_t equal, uint32_t runs, uint32_t other_runs,
                     uint64_t *random) {
    size_t left = equal;
    *two = (struct two){
        .facts = {{.sketch = {two->one, SKETCH_BYTES}}, {.sketch = {two->other, SKETCH_BYTES}}}};
    for (size_t lane = 0; lane < SKETCH_LANES; lane++) {
        uint32_t value = next_random(random);
        bool same = next_random(random) % (SKETCH_LANES - lane) < left;
        left -= same;
        set_lane(two->one, lane, value);
        set_lane(two->other, lane, same ? value : value ^ (1 + next_random(random) % 255));
    }
    set_runs(two->one, runs);
    set_runs(two->other, other_runs);
}

static bool is_joined(const struct two *two) {
    struct arena arena = {0};
    struct likeness list[] = {likeness_of(&two->facts[0]), likeness_of(&two->facts[1])};
    bool pair = cluster_is_pair(&list[0], &list[1]);
    bool joined = clusters_find(list, 2, &arena)[1] == 0;
    arena_free(&arena);
    ck_assert_int_eq(pair, joined);
    ck_assert_int_eq(pair, cluster_is_pair(&list[1], &list[0]));
    return joined;
}

/* The bars, in lanes of 64: 42, 66, 60 and 90 percent, rounded up. */
START_TEST(the_bars) {
    uint64_t random = (uint64_t)_i;
    size_t equal = (size_t)_i;
    struct two two;
    for (int round = 0; round < 2; round++) {
        make_two(&two, equal, 300, 300, &random);
        two.facts[0].publisher = TEXT("Harian");
        ck_assert_int_eq(is_joined(&two), equal >= 43);
        two.facts[1].publisher = TEXT("HARIAN");
        ck_assert_int_eq(is_joined(&two), equal >= 43);
        two.facts[1].publisher = TEXT("Kabar");
        ck_assert_int_eq(is_joined(&two), equal >= 27);
        two.facts[0].published = date_make(2024, 8, 1);
        two.facts[1].published = date_make(2024, 8, 7);
        ck_assert_int_eq(is_joined(&two), equal >= 27);
        two.facts[1].published = date_make(2024, 8, 8);
        ck_assert_int_eq(is_joined(&two), equal >= 58);
        two.facts[0].event_date = two.facts[1].event_date = date_make(2024, 8, 1);
        ck_assert_int_eq(is_joined(&two), equal >= 27);
        set_runs(two.one, 119);
        set_runs(two.other, 500);
        ck_assert_int_eq(is_joined(&two), equal >= 39);
    }
}
END_TEST

/* Half as long, and 25 of 64 lanes: 25 * 450 / 89 = 126 of 150 runs are shared, 84 percent; with 26
 * lanes 130 are. */
START_TEST(what_was_cut_short) {
    uint64_t random = 5;
    struct two two;
    make_two(&two, 26, 300, 150, &random);
    ck_assert(!is_joined(&two));
    two.facts[0].publisher = TEXT("Harian");
    two.facts[1].publisher = TEXT("Kabar");
    ck_assert(is_joined(&two));
    set_runs(two.other, 155);
    ck_assert(!is_joined(&two));
    set_runs(two.other, 300);
    ck_assert(!is_joined(&two));
}
END_TEST

START_TEST(no_sketch_no_cluster) {
    struct likeness list[4] = {
        {.sketch = TEXT("")}, {.sketch = TEXT("")}, {.sketch = TEXT("zz")}, {.sketch = {NULL, 0}}};
    struct arena arena = {0};
    uint32_t *found = clusters_find(list, 4, &arena);
    for (size_t i = 0; i < 4; i++)
        ck_assert_uint_eq(found[i], i);
    clusters_find(list, 0, &arena);
    arena_free(&arena);
}
END_TEST

/* Who represents a story: the first that is whole and tells the region, wherever it stands. */
START_TEST(who_represents_a_story) {
    static struct flag advertorial = {.kind = FLAG_ADVERTORIAL, .note = {"", 0}};
    static const struct {
        const char *id;
        int day;
        enum scope scope;
        uint32_t runs;
        size_t flags;
    } members[] = {
        {"a-short", 1, SCOPE_NATIONAL, 200, 0},   {"b-late", 5, SCOPE_NATIONAL, 300, 0},
        {"c-unknown", 2, SCOPE_UNKNOWN, 300, 0},  {"d-first", 3, SCOPE_NATIONAL, 280, 0},
        {"e-longest", 4, SCOPE_NATIONAL, 300, 0}, {"f-advertorial", 1, SCOPE_NATIONAL, 600, 1}};
    enum { COUNT = sizeof members / sizeof members[0] };
    for (size_t turn = 0; turn < COUNT; turn++) {
        struct summary summary;
        struct finished finished;
        char sketch[SKETCH_BYTES] = "";
        summary_init(&summary, (struct period){.zone = {NULL, 0}}, TEXT("t"), TEXT("t"));
        for (size_t i = 0; i < COUNT; i++) {
            size_t k = (i + turn) % COUNT;
            set_runs(sketch, members[k].runs);
            summary_add(&summary, &(struct facts){.id = text_of(members[k].id),
                                                  .sha256 = text_of(members[k].id),
                                                  .published = date_make(2024, 8, members[k].day),
                                                  .scope = members[k].scope,
                                                  .flags = &advertorial,
                                                  .flag_count = members[k].flags,
                                                  .sketch = {sketch, SKETCH_BYTES}});
        }
        summary_seal(&summary);
        finish(&summary, NULL, &finished);
        ck_assert_uint_eq(finished.story_count, 1);
        ck_assert(sample_is(finished.stories[0].kept, "d-first"));
        ck_assert_uint_eq(finished.stories[0].copy_count, COUNT - 1);
        ck_assert(!finished.stories[0].advertorial);
        ck_assert_uint_eq(finished.counts.copies, COUNT - 1);
        finished_free(&finished);
        summary_free(&summary);
    }
}
END_TEST

/* Months that would take for ever if all pairs that share something were compared. */
enum adversary {
    COPIES, /* one text, again and again */
    DRIFT,  /* a copy of a copy of a copy: the ends share nothing, and belong together */
    NEARLY, /* each differs from the one text in a lane of its own choice */
    FORMS,  /* two in five lanes are the same for all, and no two are copies */
    MENUS,  /* announcements too short for the bar of others, with nearly half of the lanes the same
             */
    HALVES, /* forms of one outlet, or of none, that share half of the lanes */
    ADVERSARIES
};

static void make_adversary(enum adversary kind, char *sketch, const char *before, const char *first,
                           uint64_t *random) {
    static const uint32_t shared[ADVERSARIES] = {100, 0, 0, 40, 45, 0};
    if (before)
        memcpy(sketch, kind == NEARLY ? first : before, SKETCH_BYTES);
    for (size_t lane = 0; lane < SKETCH_LANES; lane++)
        if (!before || kind == FORMS || kind == MENUS || (kind == HALVES && lane % 2))
            set_lane(sketch, lane,
                     next_random(random) % 100 < shared[kind] ? (uint32_t)lane
                                                              : next_random(random));
    for (int change = 0; before && change < (kind == DRIFT ? 8 : kind == NEARLY); change++)
        set_lane(sketch, next_random(random) % SKETCH_LANES, next_random(random));
    set_runs(sketch, kind == MENUS ? 40 : 300);
}

START_TEST(months_made_to_take_long) {
    enum { COUNT = 10000, MENUS_COUNT = 2000 };
    bool apart = _i == FORMS || _i == MENUS || _i == HALVES;
    size_t count = _i == MENUS ? MENUS_COUNT : COUNT;
    struct likeness *list = calloc(COUNT, sizeof *list);
    char *sketches = calloc(COUNT, SKETCH_BYTES);
    uint64_t random = 3;
    struct arena arena = {0};
    size_t joined = 0;
    for (size_t i = 0; i < count; i++) {
        char *sketch = sketches + i * SKETCH_BYTES;
        make_adversary((enum adversary)_i, sketch, i ? sketch - SKETCH_BYTES : NULL, sketches,
                       &random);
        list[i].sketch = (struct text){sketch, SKETCH_BYTES};
        list[i].publisher = i % 2 ? TEXT("Harian") : TEXT("");
    }
    uint32_t *found = clusters_find(list, count, &arena);
    for (size_t i = 0; i < count; i++)
        joined += found[i] != i;
    ck_assert_uint_eq(joined, apart ? 0 : count - 1);
    arena_free(&arena);
    free(sketches);
    free(list);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("clusters");
    TCase *cases = tcase_create("clusters");
    tcase_set_timeout(cases, 60);
    tcase_add_loop_test(cases, all_pairs_above_the_bar, 0, 5);
    tcase_add_loop_test(cases, the_bars, 0, SKETCH_LANES + 1);
    tcase_add_test(cases, what_was_cut_short);
    tcase_add_test(cases, no_sketch_no_cluster);
    tcase_add_test(cases, who_represents_a_story);
    tcase_add_loop_test(cases, months_made_to_take_long, 0, ADVERSARIES);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
