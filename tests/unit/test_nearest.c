/* What messages are made of: the nearest word, the place of a key in a JSON text, the kind of a
 * file that is no text. */
#include <config.h>

#include <check.h>
#include <stdlib.h>

#include "base/foreign.h"
#include "base/json_locate.h"
#include "base/nearest.h"
#include "support.h"

static const char *const words[] = {"larangan", "imbauan", "sanksi", NULL};

static const struct {
    const char *word, *near, *said, *listed;
} nearness[] = {
    {"larang", "larangan", "; is 'larangan' meant?",
     "; is 'larangan' meant? known are larangan, imbauan and sanksi"},
    {"SANKSI", "sanksi", "; is 'sanksi' meant?",
     "; is 'sanksi' meant? known are larangan, imbauan and sanksi"},
    {"berlaku", NULL, "", "; known are larangan, imbauan and sanksi"},
    {"", NULL, "", "; known are larangan, imbauan and sanksi"},
    {"sebuah kata yang amat sangat panjang sekali", NULL, "",
     "; known are larangan, imbauan and sanksi"},
};

START_TEST(words_are_near) {
    char out[NEAREST_SIZE];
    struct text word = text_of(nearness[_i].word);
    ck_assert_pstr_eq(nearest_word(word, words), nearness[_i].near);
    ck_assert_str_eq(nearest_say(out, word, words, false), nearness[_i].said);
    ck_assert_str_eq(nearest_say(out, word, words, true), nearness[_i].listed);
}
END_TEST

/* A list without room is cut. */
START_TEST(long_lists_are_cut) {
    const char *many[101];
    char out[NEAREST_SIZE];
    for (size_t i = 0; i < 100; i++)
        many[i] = "panjang-sekali";
    many[100] = NULL;
    nearest_say(out, TEXT("x"), many, true);
    ck_assert_uint_eq(strlen(out), NEAREST_SIZE - 1);
}
END_TEST

static const char json[] =
    " {\n\"a\": 1,\n\"b\": {\"c.d\": [1,\n{\"e\":\n \"}\\\"]\"}], \"c\": 2},\n"
    "\"b\": {\"f\":\n3, \"\": 4}}";

static const struct {
    const char *path, *found; /* "": the beginning */
} paths[] = {
    {"a", "\"a\""},
    {"", ""},
    {"x", ""},
    {"b.f", "\"f\""},
    {"b.c", "\"b\": {\"f\""}, /* of two, the last */
    {"b.f.g", "\"f\""},
    {"b.", "\"b\": {\"f\""},
    {"a.b.c", "\"a\""},
    {"[0]", ""},
};

START_TEST(keys_are_located) {
    struct text text = text_of(json);
    size_t at = text_find(text, 0, text_of(paths[_i].found));
    ck_assert_uint_eq(json_locate(text, paths[_i].path), paths[_i].found[0] ? at : 0);
}
END_TEST

START_TEST(elements_are_located) {
    struct text text = TEXT("{\"a.b\": [0, [1, {\"c\": 5}], \"x\"], \"a\": {\"b\": 1}}");
    ck_assert_uint_eq(json_locate(text, "a.b.[0]"), 9);
    ck_assert_uint_eq(json_locate(text, "a.b.[1].[1].c"), 17);
    ck_assert_uint_eq(json_locate(text, "a.b.[2]"), 27);
    ck_assert_uint_eq(json_locate(text, "a.b.[3]"), 1);
    ck_assert_uint_eq(json_locate(text, "a.b.[99999999999999999999]"), 1);
    ck_assert_uint_eq(json_locate(text, "a.b.[-1]"), 9);
    ck_assert_uint_eq(text_line(TEXT("a\nb\nc"), 2), 2);
    ck_assert_uint_eq(text_line(TEXT("a\nb\nc"), 99), 3);
}
END_TEST

/* Every beginning of a text, and such texts with one byte changed: no place outside of it. */
START_TEST(broken_texts_have_places_too) {
    static const char bytes[] = "{}[]\",:\\ \n0";
    for (size_t size = 0; size < sizeof json; size++)
        for (size_t i = 0; i < sizeof bytes; i++) {
            char *copy = malloc(size + 1); /* so that tools see what is read behind it */
            memcpy(copy, json, size);
            copy[size] = bytes[i];
            for (size_t j = 0; j < sizeof paths / sizeof *paths; j++)
                ck_assert_uint_le(json_locate((struct text){copy, size + 1}, paths[j].path), size);
            free(copy);
        }
}
END_TEST

START_TEST(other_files_are_told) {
    ck_assert_ptr_nonnull(foreign_form(TEXT("\xFF\xFE\x41")));
    ck_assert_ptr_nonnull(foreign_form(TEXT("PK\x03\x04...")));
    ck_assert_ptr_nonnull(foreign_form(TEXT("%PDF-1.7")));
    ck_assert_ptr_null(foreign_form(TEXT("\xEF\xBB\xBFtype")));
    ck_assert_ptr_null(foreign_form(TEXT("PKPU")));
    ck_assert_ptr_null(foreign_form(TEXT("")));
}
END_TEST

int main(void) {
    Suite *suite = suite_create("nearest");
    TCase *tcase = tcase_create("nearest");
    tcase_add_loop_test(tcase, words_are_near, 0, sizeof nearness / sizeof *nearness);
    tcase_add_test(tcase, long_lists_are_cut);
    tcase_add_loop_test(tcase, keys_are_located, 0, sizeof paths / sizeof *paths);
    tcase_add_test(tcase, elements_are_located);
    tcase_add_test(tcase, broken_texts_have_places_too);
    tcase_add_test(tcase, other_files_are_told);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
