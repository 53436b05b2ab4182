/* Syndicated copies are counted once: months made from the samples (copies.h), read, extracted and
 * clustered as a report does. Every copy's original is known, so both kinds of mistake are counted.
 *
 * As recorded, of 750 copies in 50 months, joined with their original:
 *
 *     ends    124 of 124      lead    125 of 125      middle  126 of 126
 *     words   126 of 126      all     109 of 125      short   116 of 124
 *
 * that is 726, and no false ones. (The samples are short, 190 words on average: what "all" does to
 * them leaves about half of what either has.) */
#include <config.h>

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "copies.h"
#include "extract/extract.h"
#include "intake_fixture.h"
#include "summary/clusters.h"
#include "summary/summary.h"
#include "support.h"

#define MONTHS 12
#define ORIGINALS 64

/* At least so many percent of all copies are to be joined, and of those of one edit. */
#define BAR_ALL 96
#define BAR_EDIT 85

struct tally {
    size_t copies[EDITS], joined[EDITS], months, false_joins;
};

static void read_all(const char *path, struct summary *summary) {
    struct error error = {0};
    struct arena arena = {0};
    struct article article;
    struct reject reject;
    struct facts facts;
    struct intake *intake =
        intake_open(&path, 1, (struct intake_options){0}, test_tables(), &error);
    ck_assert_msg(intake != NULL, "%s", error.message);
    while (intake_next(intake, &arena, &article, &reject) == INTAKE_ARTICLE) {
        extract_facts(&article, test_tables(), &arena, &facts);
        summary_add(summary, &facts);
        arena_reset(&arena);
    }
    intake_close(intake);
    arena_free(&arena);
}

/* The texts of the samples, in `arena`; their number. */
static size_t read_originals(struct text texts[ORIGINALS], struct arena *arena) {
    struct error error = {0};
    struct arena scratch = {0};
    struct article article;
    struct reject reject;
    char path[1024];
    const char *const paths[] = {path};
    size_t count = 0;
    snprintf(path, sizeof path, "%s/samples/gold.jsonl", getenv("top_srcdir"));
    struct intake *intake =
        intake_open(paths, 1, (struct intake_options){0}, test_tables(), &error);
    ck_assert_msg(intake != NULL, "%s", error.message);
    while (intake_next(intake, &scratch, &article, &reject) == INTAKE_ARTICLE) {
        ck_assert_uint_lt(count, ORIGINALS);
        if (!text_is(article.id, "id-003")) /* itself a copy of en-003 */
            texts[count++] = arena_copy(arena, article.text);
        arena_reset(&scratch);
    }
    intake_close(intake);
    arena_free(&scratch);
    return count;
}

/* What an id of copies.h stands for: its original's index, or a number of its own. */
static size_t family_of(struct text id) {
    char digits[32] = "";
    const char *dash = memchr(id.data, '-', id.size);
    size_t start = dash ? (size_t)(dash - id.data) + 1 : 1;
    snprintf(digits, sizeof digits, "%.*s", (int)(id.size - start), id.data + start);
    return (size_t)strtoul(digits, NULL, 10) + (id.data[0] == 'f' ? 1000 : 0);
}

static void count_joins(const struct summary *summary, struct tally *tally) {
    struct arena arena = {0};
    size_t count = summary->count;
    struct facts *list = arena_alloc_array(&arena, count, sizeof *list);
    struct likeness *likenesses = arena_alloc_array(&arena, count, sizeof *likenesses);
    for (size_t i = 0; i < count; i++) {
        summary_article(summary, i, &arena, &list[i]);
        likenesses[i] = likeness_of(&list[i]);
    }
    const uint32_t *clusters = clusters_find(likenesses, count, &arena);
    for (size_t i = 0; i < count; i++) {
        struct text id = list[i].id;
        for (size_t j = 0; j < count; j++) {
            bool family = family_of(id) == family_of(list[j].id);
            if (id.data[0] == 'c' && list[j].id.data[0] == 'o' && family) {
                tally->copies[id.data[1] - '0']++;
                tally->joined[id.data[1] - '0'] += clusters[i] == clusters[j];
            } else if (i < j && !family && clusters[i] == clusters[j]) {
                printf("joined: %.*s %.*s\n", (int)id.size, id.data, (int)list[j].id.size,
                       list[j].id.data);
                tally->false_joins++;
            }
        }
    }
    arena_free(&arena);
}

static void try_month(const struct text *originals, size_t count, uint64_t seed,
                      struct tally *tally) {
    struct buffer records = {0};
    struct summary summary;
    size_t copies = copies_make(originals, count, seed, &records);
    const char *path =
        fixture_write(fixture_folder("copies"), "month.jsonl", buffer_view(&records));
    summary_init(&summary, (struct period){.zone = {NULL, 0}}, TEXT("t"), TEXT("t"));
    read_all(path, &summary);
    ck_assert_uint_eq(summary.count, count + copies + COPIES_FORMS);
    count_joins(&summary, tally);
    tally->months++;
    summary_free(&summary);
    buffer_free(&records);
}

START_TEST(copies_are_joined_and_nothing_else) {
    struct text originals[ORIGINALS];
    struct arena arena = {0};
    struct tally tally = {0};
    size_t copies = 0, joined = 0, count = read_originals(originals, &arena);
    for (uint64_t seed = 1; seed <= MONTHS; seed++)
        try_month(originals, count, seed, &tally);
    for (size_t edit = 0; edit < EDITS; edit++) {
        printf("%-8s %4zu copies, %4zu joined\n", edit_names[edit], tally.copies[edit],
               tally.joined[edit]);
        copies += tally.copies[edit];
        joined += tally.joined[edit];
        ck_assert_uint_ge(100 * tally.joined[edit], BAR_EDIT * tally.copies[edit]);
    }
    printf("all      %4zu copies, %4zu joined, %zu false\n", copies, joined, tally.false_joins);
    ck_assert_uint_ge(copies, 10 * MONTHS);
    ck_assert_uint_ge(100 * joined, BAR_ALL * copies);
    ck_assert_uint_eq(tally.false_joins, 0);
    arena_free(&arena);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("copies");
    TCase *cases = tcase_create("copies");
    tcase_set_timeout(cases, 120);
    tcase_add_test(cases, copies_are_joined_and_nothing_else);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
