/* The set of words seen in an article: what is marked is found, also after it has grown; words
 * chosen so that all belong into the same place take a bounded number of steps each. */
#include <config.h>

#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "extract/reading.h"
#include "support.h"

#define ALIKE 400  /* words of one place: more than any is looked for */
#define STEPS 128  /* as reading.c has it */
#define PLACE 1023 /* the bits that are alike: those of the table that would hold 400 words */

static struct arena arena;

static void teardown(void) { arena_free(&arena); }

/* The word number `number`: five letters. */
static void write_word(char *out, unsigned number) {
    for (int i = 0; i < 5; i++) {
        out[i] = (char)('a' + number % 26);
        number /= 26;
    }
}

/* A text of ALIKE words whose hashes have the same bits where the set's place comes from; or of
 * any. */
static struct text words_of(bool alike) {
    char *text = arena_alloc_array_uncleared(&arena, 6 * ALIKE, 1);
    size_t count = 0;
    for (unsigned number = 0; count < ALIKE; number++) {
        char *word = text + 6 * count;
        write_word(word, number);
        word[5] = ' ';
        count += !alike || (token_hash((struct text){word, 5}) >> 32 & PLACE) == 7;
    }
    return (struct text){text, 6 * ALIKE};
}

/* How many of the words are still seen after all have been marked. */
static unsigned remembered(struct text text) {
    struct article article = {.text = text};
    article.tokens = tokenise(&arena, text);
    ck_assert_uint_eq(article.tokens.count, ALIKE);
    article.hits = lexicon_scan(test_tables()->lexicon, text, article.tokens, &arena);
    struct reading reading;
    reading_init(&reading, &article, test_tables(), &arena);
    for (uint32_t at = 0; at < ALIKE; at++)
        reading_mark(&reading, at, SEEN_IN_NAME);
    unsigned seen = 0;
    for (uint32_t at = 0; at < ALIKE; at++)
        seen += (reading_seen(&reading, at) & SEEN_IN_NAME) != 0;
    return seen;
}

START_TEST(all_marked_words_are_seen) { ck_assert_uint_eq(remembered(words_of(false)), ALIKE); }
END_TEST

/* Whatever lies further than that is neither looked for nor put there, so none costs more. */
START_TEST(words_of_one_place_are_bounded) {
    unsigned seen = remembered(words_of(true));
    ck_assert_uint_ge(seen, STEPS / 2);
    ck_assert_uint_le(seen, STEPS);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("reading");
    TCase *tests = tcase_create("reading");
    tcase_add_checked_fixture(tests, load_test_tables, teardown);
    tcase_add_test(tests, all_marked_words_are_seen);
    tcase_add_test(tests, words_of_one_place_are_bounded);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
