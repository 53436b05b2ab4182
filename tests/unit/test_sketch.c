/* The near-duplicate signature: equal texts are 100 alike, others 0, and edited copies about as
 * alike as their runs of four words are. */
#include <config.h>

#include <check.h>

#include "base/buffer.h"
#include "extract/recognisers.h"
#include "extract/sketch.h"
#include "support.h"

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
    ck_assert_uint_eq(a.size, SKETCH_BYTES);
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

/* Two reports after one form, with other figures, are less alike than two with other words. */
START_TEST(figures_weigh_more_than_words) {
    struct arena arena = {0};
    struct text form =
        TEXT("harga beras di pasar itu naik menjadi 12.500 rupiah dari 11.900 rupiah "
             "pada hari Senin 5/8/2024 menurut para pedagang yang ditemui di sana "
             "dan pembeli mengaku kaget dengan harga yang baru");
    struct text figures = TEXT(
        "harga beras di pasar itu naik menjadi 13.500 rupiah dari 12.900 rupiah pada hari Senin "
        "6/8/2024 menurut para pedagang yang ditemui di sana dan pembeli mengaku kaget dengan "
        "harga yang baru");
    struct text words = TEXT(
        "tarif beras di pasar itu naik menjadi 12.500 rupiah dari 11.900 rupiah pada hari Senin "
        "5/8/2024 menurut semua pedagang yang ditemui di sana dan pembeli mengaku kaget oleh "
        "harga yang baru");
    struct text a = sketch_of(&arena, form, (struct span){0, 0});
    struct text b = sketch_of(&arena, figures, (struct span){0, 0});
    struct text c = sketch_of(&arena, words, (struct span){0, 0});
    ck_assert_int_le(sketch_similarity(a, b), 35); /* 21 of 31 runs alike, 21 of 91 by weight */
    ck_assert_int_ge(sketch_similarity(a, c), 60);
    arena_free(&arena);
}
END_TEST

/* "12.500" is one word: of two prices only the whole counts. */
START_TEST(a_number_is_one_word) {
    struct arena arena = {0};
    struct sketch sketch;
    struct text a = sketch_of(&arena, TEXT("satu dua 12.500.000 tiga"), (struct span){0, 0});
    ck_assert(sketch_read(a, &sketch));
    ck_assert_uint_eq(sketch.runs, 4); /* one run, with a number */
    struct text b = sketch_of(&arena, TEXT("satu dua 12.500.001 tiga"), (struct span){0, 0});
    ck_assert_int_eq(sketch_similarity(a, b), 0);
    arena_free(&arena);
}
END_TEST

START_TEST(no_sketch_is_like_none) {
    struct arena arena = {0};
    struct text none = sketch_of(&arena, TEXT("... !"), (struct span){0, 0});
    struct text some = sketch_of(&arena, TEXT("satu dua tiga empat lima"), (struct span){0, 0});
    struct sketch sketch;
    ck_assert_uint_eq(none.size, 0);
    ck_assert_int_eq(sketch_similarity(none, none), 0);
    ck_assert_int_eq(sketch_similarity(none, some), 0);
    ck_assert_int_eq(sketch_similarity(some, some), 100);
    ck_assert(sketch_read(some, &sketch));
    ck_assert_uint_eq(sketch.runs, 2);
    char *wrong = arena_cstring(&arena, some);
    wrong[0]++; /* another version */
    ck_assert(!sketch_read((struct text){wrong, some.size}, &sketch));
    ck_assert(!sketch_read((struct text){some.data, some.size - 1}, &sketch));
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
    tcase_add_test(tests, figures_weigh_more_than_words);
    tcase_add_test(tests, a_number_is_one_word);
    tcase_add_test(tests, no_sketch_is_like_none);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
