/* The near-duplicate signature: equal texts are 100 alike, others 0, and edited copies about as
 * alike as their runs of four words are. */
#include <config.h>

#include <check.h>
#include <stdlib.h>

#include "base/buffer.h"
#include "extract/recognisers.h"
#include "extract/sketch.h"

#define WORDS 300

/* The sketch of `text`; the tokens inside `cut` count as cut. */
static struct text sketch_of(struct arena *arena, struct text text, struct span cut) {
    struct article article = {.text = text, .tokens = tokenise(arena, text)};
    struct facts facts = {0};
    for (size_t i = 0; i < article.tokens.count; i++) {
        struct token *token = &article.tokens.at[i];
        token->cut = span_within((struct span){token->start, token->end}, cut);
    }
    extract_sketch(&article, arena, &facts);
    return facts.sketch;
}

/* A text of `count` invented words, every `changed`th of which (0: none) differs. */
static struct text invent(struct arena *arena, unsigned seed, size_t count, size_t changed) {
    struct text text = TEXT("");
    for (size_t i = 0; i < count; i++) {
        bool other = changed && i % changed == changed - 1;
        text = arena_concat(
            arena, text, arena_printf(arena, "kata%c%u%zu", other ? 'x' : 'y', seed, i), TEXT(" "));
    }
    return text;
}

static int likeness(size_t count, size_t changed) {
    struct arena arena = {0};
    int sum = 0;
    for (unsigned seed = 0; seed < 20; seed++) {
        struct text a = sketch_of(&arena, invent(&arena, seed, count, 0), (struct span){0, 0});
        struct text b =
            sketch_of(&arena, invent(&arena, seed, count, changed), (struct span){0, 0});
        sum += sketch_similarity(a, b);
    }
    arena_free(&arena);
    return sum / 20;
}

START_TEST(equal_texts_agree) {
    ck_assert_int_eq(likeness(WORDS, 0), 100);
    ck_assert_int_eq(likeness(3, 0), 100);
    ck_assert_int_eq(likeness(1, 0), 100);
}
END_TEST

/* One word in n changed spoils four runs of n: of the runs in either text, (n - 4) of (n + 4) are
 * shared. */
START_TEST(edited_copies_are_found) {
    ck_assert_int_ge(likeness(WORDS, 50), 86); /* 46 of 54: 85 */
    ck_assert_int_ge(likeness(WORDS, 30), 70); /* 76 */
    ck_assert_int_ge(likeness(80, 30), 65);
    ck_assert_int_le(likeness(WORDS, 10), 50); /* 43 */
    ck_assert_int_le(likeness(WORDS, 4), 2);
}
END_TEST

START_TEST(capitals_and_marks_do_not_count) {
    struct arena arena = {0};
    struct text a =
        sketch_of(&arena, TEXT("Warga diminta tenang, kata dia di pasar."), (struct span){0, 0});
    struct text b =
        sketch_of(&arena, TEXT("WARGA diminta \"tenang\" kata dia\ndi Pasar"), (struct span){0, 0});
    ck_assert_uint_eq(a.size, SKETCH_DIGITS);
    ck_assert_int_eq(sketch_similarity(a, b), 100);
    arena_free(&arena);
}
END_TEST

START_TEST(what_is_cut_does_not_count) {
    struct arena arena = {0};
    struct text whole = TEXT("Baca juga menu lain Warga diminta tenang kata dia");
    struct text a = sketch_of(&arena, whole, (struct span){0, 19});
    struct text b =
        sketch_of(&arena, text_slice(whole, (struct span){20, whole.size}), (struct span){0, 0});
    ck_assert_int_eq(sketch_similarity(a, b), 100);
    arena_free(&arena);
}
END_TEST

START_TEST(no_sketch_is_like_none) {
    struct arena arena = {0};
    struct text none = sketch_of(&arena, TEXT("... !"), (struct span){0, 0});
    struct text some = sketch_of(&arena, TEXT("satu dua tiga empat lima"), (struct span){0, 0});
    uint8_t lanes[SKETCH_LANES];
    ck_assert_uint_eq(none.size, 0);
    ck_assert_int_eq(sketch_similarity(none, none), 0);
    ck_assert_int_eq(sketch_similarity(none, some), 0);
    ck_assert_int_eq(sketch_similarity(some, some), 100);
    ck_assert(sketch_read(some, lanes));
    char *wrong = arena_cstring(&arena, some);
    wrong[5] = 'G';
    ck_assert(!sketch_read(text_of(wrong), lanes));
    arena_free(&arena);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("sketch");
    TCase *tests = tcase_create("sketch");
    tcase_add_test(tests, equal_texts_agree);
    tcase_add_test(tests, edited_copies_are_found);
    tcase_add_test(tests, capitals_and_marks_do_not_count);
    tcase_add_test(tests, what_is_cut_does_not_count);
    tcase_add_test(tests, no_sketch_is_like_none);
    suite_add_tcase(suite, tests);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
