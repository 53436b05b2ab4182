/* Clusters of near-duplicates: exactly the connected components over all pairs above the bar, found
 * by comparing every pair, in whatever order the articles come. */
#include <config.h>

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "extract/sketch.h"
#include "month.h"
#include "summary/clusters.h"

#define ARTICLES 120

struct month {
    struct facts facts[ARTICLES];
    const struct facts *list[ARTICLES];
    char sketches[ARTICLES][SKETCH_DIGITS];
};

static void set_lane(char sketch[SKETCH_DIGITS], size_t lane, uint32_t value) {
    static const char digits[] = "0123456789abcdef";
    sketch[2 * lane] = digits[value >> 4 & 15];
    sketch[2 * lane + 1] = digits[value & 15];
}

/* Sketches of families: each changes some lanes of an earlier one, many of them close to the bar on
 * either side. */
static void make_month(struct month *month, uint64_t *random) {
    memset(month, 0, sizeof *month);
    for (size_t i = 0; i < ARTICLES; i++) {
        char *sketch = month->sketches[i];
        size_t changes = 18 + next_random(random) % 16;
        bool family = i > 0 && next_random(random) % 5 > 0;
        if (family)
            memcpy(sketch, month->sketches[next_random(random) % i], SKETCH_DIGITS);
        for (size_t lane = 0; lane < SKETCH_LANES; lane++)
            if (!family)
                set_lane(sketch, lane, next_random(random));
        for (size_t change = 0; family && change < changes; change++)
            set_lane(sketch, next_random(random) % SKETCH_LANES, next_random(random));
        month->facts[i].sketch = (struct text){sketch, SKETCH_DIGITS};
        if (next_random(random) % 20 == 0)
            month->facts[i].sketch = TEXT("");
        static const char *const publishers[] = {"Harian", "harian", "Kabar", NULL};
        month->facts[i].publisher = text_of(publishers[next_random(random) % 4]);
        month->list[i] = &month->facts[i];
    }
}

/* The same by comparing all pairs until nothing changes. */
static void compare_all(const struct facts *const *list, size_t count, size_t *clusters) {
    bool changed = true;
    for (size_t i = 0; i < count; i++)
        clusters[i] = i;
    while (changed) {
        changed = false;
        for (size_t i = 0; i < count; i++)
            for (size_t j = 0; j < count; j++)
                if (clusters[j] < clusters[i] && cluster_is_pair(list[i], list[j])) {
                    clusters[i] = clusters[j];
                    changed = true;
                }
    }
}

static void shuffle(const struct facts **list, size_t count, uint64_t *random) {
    for (size_t i = count; i > 1; i--) {
        size_t j = next_random(random) % i;
        const struct facts *kept = list[i - 1];
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
        size_t *found = clusters_find(month.list, ARTICLES, &arena);
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

/* Two sketches that agree in exactly `equal` lanes, wherever these lie, are joined exactly from the
 * bar on. */
START_TEST(the_bar_itself) {
    uint64_t random = (uint64_t)_i;
    size_t equal = (size_t)_i;
    char one[SKETCH_DIGITS], other[SKETCH_DIGITS];
    struct facts facts[2] = {{.sketch = {one, SKETCH_DIGITS}}, {.sketch = {other, SKETCH_DIGITS}}};
    const struct facts *const list[] = {&facts[0], &facts[1]};
    for (int round = 0; round < 50; round++) {
        struct arena arena = {0};
        size_t left = equal;
        for (size_t lane = 0; lane < SKETCH_LANES; lane++) {
            uint32_t value = next_random(&random);
            bool same = next_random(&random) % (SKETCH_LANES - lane) < left;
            left -= same;
            set_lane(one, lane, value);
            set_lane(other, lane, same ? value : value ^ (1 + next_random(&random) % 255));
        }
        int similarity = sketch_similarity(facts[0].sketch, facts[1].sketch);
        static const char *const others[] = {"Kabar", "HARIAN", NULL};
        for (size_t other_one = 0; other_one < 3; other_one++) {
            bool near = similarity >= (other_one ? 70 : 60);
            facts[0].publisher = TEXT("Harian");
            facts[1].publisher = text_of(others[other_one]);
            ck_assert_int_eq(cluster_is_pair(&facts[0], &facts[1]), near);
            ck_assert_uint_eq(clusters_find(list, 2, &arena)[1], near ? 0 : 1);
        }
        arena_free(&arena);
    }
}
END_TEST

START_TEST(no_sketch_no_cluster) {
    struct facts facts[4] = {
        {.sketch = TEXT("")}, {.sketch = TEXT("")}, {.sketch = TEXT("zz")}, {.sketch = {NULL, 0}}};
    const struct facts *const list[] = {&facts[0], &facts[1], &facts[2], &facts[3]};
    struct arena arena = {0};
    size_t *found = clusters_find(list, 4, &arena);
    for (size_t i = 0; i < 4; i++)
        ck_assert_uint_eq(found[i], i);
    clusters_find(list, 0, &arena);
    arena_free(&arena);
}
END_TEST

/* A copy of a copy of a copy: the ends share little, and belong together. Thousands of copies take
 * no longer than thousands of other articles (comparing all pairs would end in the timeout). */
START_TEST(long_chains_and_many_copies) {
    enum { COUNT = 20000 };
    struct facts *facts = calloc(COUNT, sizeof *facts);
    const struct facts **list = calloc(COUNT, sizeof *list);
    char *sketches = calloc(COUNT, SKETCH_DIGITS);
    uint64_t random = 3;
    struct arena arena = {0};
    for (size_t i = 0; i < COUNT; i++) {
        char *sketch = sketches + i * SKETCH_DIGITS;
        if (i == 0)
            memset(sketch, '0', SKETCH_DIGITS);
        else
            memcpy(sketch, sketch - SKETCH_DIGITS, SKETCH_DIGITS);
        for (int change = 0; change < (_i ? 1 : 8); change++)
            set_lane(sketch, next_random(&random) % (_i ? 8 : SKETCH_LANES), next_random(&random));
        facts[i].sketch = (struct text){sketch, SKETCH_DIGITS};
        list[i] = &facts[i];
    }
    size_t *found = clusters_find(list, COUNT, &arena);
    for (size_t i = 0; i < COUNT; i++)
        ck_assert_uint_eq(found[i], 0);
    arena_free(&arena);
    free(sketches);
    free(list);
    free(facts);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("clusters");
    TCase *cases = tcase_create("clusters");
    tcase_set_timeout(cases, 60);
    tcase_add_loop_test(cases, all_pairs_above_the_bar, 0, 20);
    tcase_add_loop_test(cases, the_bar_itself, 0, SKETCH_LANES + 1);
    tcase_add_test(cases, no_sketch_no_cluster);
    tcase_add_loop_test(cases, long_chains_and_many_copies, 0, 2);
    suite_add_tcase(suite, cases);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
