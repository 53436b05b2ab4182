/* Names of facts: stable, and unique within an article even where the hashes collide. */
#include <config.h>

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "base/memory.h"
#include "extract/facts_names.h"
#include "summary/refid.h"
#include "support.h"

static struct arena arena;

static void setup(void) { arena = (struct arena){0}; }

static void teardown(void) { arena_free(&arena); }

#define TRIES 20000

struct tried {
    char fid[FID_SIZE];
    struct span span;
};

static int by_fid(const void *a, const void *b) { return memcmp(a, b, FID_SIZE); }

/* Two spans whose quotes have one name in the article `id`: among 20,000 there are some twelve. */
static void find_collision(struct text id, struct span spans[2]) {
    struct tried *tried = memory_alloc_array(TRIES, sizeof *tried);
    for (size_t i = 0; i < TRIES; i++) {
        tried[i].span = (struct span){i, i + 10};
        fid_make(tried[i].fid, 'q', id, tried[i].span);
    }
    qsort(tried, TRIES, sizeof *tried, by_fid);
    size_t i = 1;
    while (i < TRIES && by_fid(&tried[i - 1], &tried[i]) != 0)
        i++;
    ck_assert_uint_lt(i, TRIES);
    bool first = tried[i - 1].span.start < tried[i].span.start;
    spans[0] = tried[first ? i - 1 : i].span;
    spans[1] = tried[first ? i : i - 1].span;
    memory_free(tried);
}

static struct facts quotes_at(struct text id, const struct span *spans, size_t count) {
    struct facts facts = {.id = id, .quote_count = count};
    facts.quotes = arena_alloc_array(&arena, count, sizeof *facts.quotes);
    for (size_t i = 0; i < count; i++) {
        facts.quotes[i].span = spans[i];
        fid_make(facts.quotes[i].fid, 'q', id, spans[i]);
    }
    return facts;
}

START_TEST(test_the_name_is_that_of_the_format) {
    char fid[FID_SIZE];
    fid_make(fid, 'q', TEXT("5f1e9a0c2b7d4e61"), (struct span){236, 350});
    ck_assert_uint_eq(strspn(fid + 2, "0123456789abcdef"), 6);
    ck_assert_int_eq(fid[0], 'q');
    struct span spans[] = {{236, 350}, {400, 410}};
    struct facts facts = quotes_at(TEXT("5f1e9a0c2b7d4e61"), spans, 2);
    fids_settle(&facts, 'q', &arena);
    ck_assert_str_eq(facts.quotes[0].fid, fid); /* no collision, no change */
}
END_TEST

START_TEST(test_a_collision_is_settled_by_place) {
    struct span spans[2], turned[2];
    find_collision(TEXT("a"), spans);
    turned[0] = spans[1];
    turned[1] = spans[0];
    struct facts facts = quotes_at(TEXT("a"), spans, 2), other = quotes_at(TEXT("a"), turned, 2);
    char before[FID_SIZE];
    memcpy(before, facts.quotes[0].fid, FID_SIZE);
    ck_assert_str_eq(before, facts.quotes[1].fid);
    fids_settle(&facts, 'q', &arena);
    fids_settle(&other, 'q', &arena);
    ck_assert_str_eq(facts.quotes[0].fid, before);
    ck_assert_str_ne(facts.quotes[1].fid, before);
    ck_assert_int_eq(facts.quotes[1].fid[0], 'q');
    ck_assert_uint_eq(strlen(facts.quotes[1].fid), FID_SIZE - 1);
    ck_assert_str_eq(other.quotes[1].fid, facts.quotes[0].fid);
    ck_assert_str_eq(other.quotes[0].fid, facts.quotes[1].fid);
}
END_TEST

/* An article that is renamed and gets its own id back has the same names again. */
START_TEST(test_renaming_settles_too) {
    struct span spans[2];
    find_collision(TEXT("a"), spans);
    struct facts facts = quotes_at(TEXT("a"), spans, 2);
    fids_settle(&facts, 'q', &arena);
    char second[FID_SIZE];
    memcpy(second, facts.quotes[1].fid, FID_SIZE);
    struct flag flag = {.kind = FLAG_GARBLED, .fact = text_of(second)};
    facts.flags = &flag;
    facts.flag_count = 1;
    refid_facts(&facts, TEXT("a~1"), &arena);
    ck_assert(text_is(facts.flags[0].fact, facts.quotes[1].fid));
    refid_facts(&facts, TEXT("a"), &arena);
    ck_assert_str_eq(facts.quotes[1].fid, second);
    ck_assert(text_is(facts.flags[0].fact, second));
}
END_TEST

int main(void) {
    Suite *suite = suite_create("facts_names");
    TCase *cases = tcase_create("facts_names");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_test(cases, test_the_name_is_that_of_the_format);
    tcase_add_test(cases, test_a_collision_is_settled_by_place);
    tcase_add_test(cases, test_renaming_settles_too);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
