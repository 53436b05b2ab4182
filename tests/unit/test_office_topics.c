/* The office's topics: tables that are refused with their line, and scores of articles. */
#include <config.h>

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "extract/off_topic.h"
#include "support.h"

static struct arena arena;
static const struct note_forms *forms;
static char path[256];

static void setup(void) {
    const char *folder = getenv("TAKLIMAT_SCRATCH");
    struct error error = {0};
    arena = (struct arena){0};
    forms = note_forms_load(tables_folder(), &arena, &error);
    ck_assert_msg(forms != NULL, "%s", error.message);
    snprintf(path, sizeof path, "%s/office-topics-%ld.tsv", folder ? folder : "/tmp",
             (long)getpid());
}

static void teardown(void) {
    unlink(path);
    arena_free(&arena);
}

static const struct office_topics *load(const char *rows, struct error *error) {
    FILE *file = fopen(path, "w");
    ck_assert_ptr_nonnull(file);
    fprintf(file, "# a comment\ntopic\tweight\tforms\texample\n%s", rows);
    fclose(file);
    struct faults faults = {.first = error};
    return office_topics_load(path, TEXT("mine"), 10, &arena, &faults);
}

static const struct {
    const char *rows, *message;
    size_t line;
} refused[] = {
    {"", "a table of topics without rows: nothing would be on topic", 0},
    {"banjir\t10\tbanjir\tAda banjir.\n", "the weight is no number from -9 to 9 without 0", 3},
    {"banjir\t0\tbanjir\tAda banjir.\n", "the weight is no number from -9 to 9 without 0", 3},
    {"banjir\t-\tbanjir\tAda banjir.\n", "the weight is no number from -9 to 9 without 0", 3},
    {"banjir\t\tbanjir\tAda banjir.\n", "the weight is no number from -9 to 9 without 0", 3},
    {"banjir\t1\t\tAda banjir.\n", "a topic without forms", 3},
    {"banjir\t1\t;;\tAda banjir.\n", "a topic without forms", 3},
    {"\t1\tbanjir\tAda banjir.\n", "a topic without a name", 3},
    {"banjir\t1\tbanjir; Banjir\tAda banjir.\n", "a form is there twice", 3},
    {"banjir\t1\tbanjir\tAda banjir.\nair\t2\tair bah; banjir\tAda air bah.\n",
     "a form of an earlier row is there again", 4},
    {"banjir\t1\tbanjir\tAda longsor.\n", "the example holds none of the forms", 3},
    {"banjir\t1\tbanjir\n", "3 cells, but 4 columns", 3},
};

START_TEST(test_refused) {
    struct error error = {0};
    ck_assert_ptr_null(load(refused[_i].rows, &error));
    ck_assert_int_eq(error.code, EXIT_CONFIG);
    ck_assert_str_eq(error.message, refused[_i].message);
    ck_assert_uint_eq(error.record, refused[_i].line);
    ck_assert_str_eq(error.file, path);
}
END_TEST

START_TEST(test_missing_column) {
    struct error error = {0};
    struct faults faults = {.first = &error};
    FILE *file = fopen(path, "w");
    fputs("topic\tforms\texample\nbanjir\tbanjir\tAda banjir.\n", file);
    fclose(file);
    ck_assert_ptr_null(office_topics_load(path, TEXT("mine"), 10, &arena, &faults));
    ck_assert_str_eq(error.message, "column \"weight\" is missing");
}
END_TEST

static const char table[] = "banjir\t1\tbanjir; air bah\tAda banjir.\n"
                            "longsor\t2\tlongsor; tanah longsor\tAda longsor.\n"
                            "banjir\t-2\tbanjir diskon\tToko itu banjir diskon.\n";

/* A body of 100 words or so in sentences of their own, so that the floor of 200 words counts. */
static const struct {
    const char *title, *text;
    int score;
    const char *note;
} scored[] = {
    {"Jalan Baru", "Bupati meresmikan jalan baru itu.", 0, "score 0 of 10"},
    {"Jalan Baru", "Warga mengungsi karena BANJIR.", 5, "score 5 of 10: banjir 1"},
    {"Banjir Lagi", "Warga mengungsi.", 25, "score 25 of 10: banjir 5"},
    {"Jalan Baru", "Tanah longsor dan banjir melanda desa itu.", 15,
     "score 15 of 10: banjir 1, longsor 2"},
    {"Jalan Baru", "Toko itu banjir diskon dan banjir pembeli.", 0, "score 0 of 10: banjir -1"},
    {"Jalan Baru", "Kebanjiran pesanan, pabrik menambah pekerja.", 0, "score 0 of 10"},
};

START_TEST(test_scores) {
    struct error error = {0};
    const struct office_topics *topics = load(table, &error);
    ck_assert_msg(topics, "%s:%zu: %s", error.file, error.record, error.message);
    struct text text = text_of(scored[_i].text);
    struct article article = {.title = text_of(scored[_i].title), .text = text};
    article.tokens = tokenise(&arena, text);
    struct topic_score score = topic_score(&article, topics, forms, &arena);
    ck_assert_int_eq(score.score, scored[_i].score);
    ck_assert_msg(text_is(score.note.words, scored[_i].note), "%.*s", (int)score.note.words.size,
                  score.note.words.data);
}
END_TEST

/* The headline inside the text is counted as the headline only, and what was cut not at all; a long
 * text is scored by its own length. */
START_TEST(test_parts_of_text) {
    struct error error = {0};
    const struct office_topics *topics = load(table, &error);
    char long_text[4096] = "Banjir lagi\n";
    for (int i = 0; i < 300; i++)
        strcat(long_text, "kata ");
    strcat(long_text, "longsor banjir");
    struct text text = text_of(long_text);
    struct article article = {.title = TEXT("Banjir lagi"), .text = text, .title_span = {0, 11}};
    article.tokens = tokenise(&arena, text);
    article.tokens.at[article.tokens.count - 2].cut = 1;
    struct topic_score score = topic_score(&article, topics, forms, &arena);
    ck_assert_int_eq(score.score, 6 * 1000 / 301);
    for (size_t i = 0; i < article.tokens.count; i++)
        ck_assert_uint_eq(article.tokens.at[i].word, 0); /* the article itself is not touched */
}
END_TEST

int main(void) {
    Suite *suite = suite_create("office_topics");
    TCase *cases = tcase_create("office_topics");
    tcase_add_checked_fixture(cases, setup, teardown);
    tcase_add_loop_test(cases, test_refused, 0, sizeof refused / sizeof *refused);
    tcase_add_test(cases, test_missing_column);
    tcase_add_loop_test(cases, test_scores, 0, sizeof scored / sizeof *scored);
    tcase_add_test(cases, test_parts_of_text);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
