/* Decisions about whole articles, values with separators in them, and very many decisions. */
#include <config.h>

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "decisions_fixture.h"

#define QUOTE(fid, text)                                                                           \
    "{\"fid\":\"" fid "\",\"start\":0,\"end\":10,\"text\":\"" text                                 \
    "\",\"speaker\":null,\"cue\":null,\"repeats\":[],\"confidence\":0.9,\"rule\":\"r\"}"

/* Three articles; `tiga` is marked as an advertorial and as off the topic. */
static void fill(void) {
    summary_init(&summary, (struct period){.zone = TEXT("Asia/Jakarta")}, test_tables()->version,
                 test_tables()->sha256);
    sample_add(&summary, &(struct sample){.id = "dua", .quotes = QUOTE("q-000001", "dua")});
    sample_add(&summary, &(struct sample){.id = "satu",
                                          .published = "2024-08-05",
                                          .scope = "regency",
                                          .region = "19.06",
                                          .quotes = QUOTE("q-000001", "satu"),
                                          .flags = "{\"kind\":\"repaired\",\"note\":\"\","
                                                   "\"fact\":null}"});
    sample_add(&summary,
               &(struct sample){.id = "tiga",
                                .flags = "{\"kind\":\"advertorial\",\"note\":\"\",\"fact\":null},"
                                         "{\"kind\":\"off_topic\",\"note\":\"\",\"fact\":null}"});
    summary_seal(&summary);
}

static bool has_flag(const struct facts *facts, enum flag_kind kind) {
    size_t count = 0;
    for (size_t i = 0; i < facts->flag_count; i++)
        count += facts->flags[i].kind == kind;
    ck_assert_uint_le(count, 1);
    return count == 1;
}

START_TEST(articles_are_dropped) {
    fill();
    apply("article,satu,drop,,salah\nq-000001,satu,correct,text=lain,\nArticle,tiga,drop,,");
    check_told("");
    ck_assert_uint_eq(summary.count, 1);
    article("dua");
    ck_assert_uint_eq(decided.dropped, 2);
    ck_assert_uint_eq(decided.count, 3);
    ck_assert(text_is(decided.at[1].article, "satu"));
    ck_assert(text_is(decided.at[1].words, "Judul")); /* lives on */
    ck_assert_int_eq(decided.at[1].kind, SUBJECT_ARTICLE);
    clear();
}
END_TEST

START_TEST(all_articles_are_dropped) {
    fill();
    apply("article,satu,drop,,\narticle,dua,drop,,\narticle,tiga,drop,,\narticle,tiga,accept,,");
    check_told("5: w-c8735f: decided otherwise in f.csv:4; this one holds\n");
    ck_assert_uint_eq(summary.count, 1);
    ck_assert_uint_eq(decided.dropped, 2);
    clear();
}
END_TEST

/* The marks of an article, before and after. */
static const struct {
    const char *id, *value;
    bool advertorial, off_topic;
} marks[] = {
    {"satu", "advertorial=ya", true, false},
    {"satu", "advertorial=YES; off_topic=1", true, true},
    {"satu", "off_topic=ya;", false, true},
    {"satu", "advertorial=tidak; off_topic=no", false, false},
    {"dua", "off_topic=ya", false, true},
    {"tiga", "advertorial=tidak", false, true},
    {"tiga", "off_topic=0", true, false},
    {"tiga", "off_topic=no; advertorial=no", false, false},
    {"tiga", "off_topic=ya; advertorial=ya", true, true},
};

START_TEST(marks_are_changed) {
    struct buffer row = {0};
    fill();
    buffer_printf(&row, "article,%s,correct,%s,", marks[_i].id, marks[_i].value);
    buffer_char(&row, '\0');
    apply(row.data);
    check_told("");
    const struct facts *facts = article(marks[_i].id);
    ck_assert(has_flag(facts, FLAG_ADVERTORIAL) == marks[_i].advertorial);
    ck_assert(has_flag(facts, FLAG_OFF_TOPIC) == marks[_i].off_topic);
    for (size_t i = 1; i < facts->flag_count; i++)
        ck_assert_int_lt(facts->flags[i - 1].kind, facts->flags[i].kind);
    if (strcmp(marks[_i].id, "satu") == 0)
        ck_assert(has_flag(facts, FLAG_REPAIRED));
    buffer_free(&row);
    clear();
}
END_TEST

/* What an article has one of can be named by a word. */
START_TEST(words_name_region_and_date) {
    char fid[FID_SIZE];
    fill();
    apply("region,satu,correct,region=nasional,\ndate,satu,correct,event_date=2024-08-01,\n"
          "date,dua,accept,,");
    check_told("");
    ck_assert_int_eq(article("satu")->scope, SCOPE_NATIONAL);
    ck_assert_int_eq(article("satu")->event_date.day, 1);
    ck_assert(article("dua")->date_checked && !article("dua")->region_checked);
    fid_make(fid, 'r', TEXT("satu"), (struct span){0, 0});
    ck_assert_str_eq(decided.at[1].decision->fid, fid); /* so that tables name it the same */
    clear();
}
END_TEST

/* A backslash keeps a semicolon from separating. */
START_TEST(separators_are_escaped) {
    static const struct {
        const char *value, *text;
    } cases[] = {
        {"text=jam 7\\; tempat = balai", "jam 7; tempat = balai"},
        {"text=a; b\\; speaker=x; speaker=Ani", "a; b; speaker=x"},
        {"text=a\\\\; speaker=x", "a\\; speaker=x"},
        {"text=C:\\data\\; ", "C:\\data;"},
        {"text=C:\\data\\", "C:\\data\\"},
        {"text=a \\b; speaker=Ani", "a \\b"},
        {"speaker=Ani; text=\\;", ";"},
        {"text=;; speaker=Ani", ";"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buffer row = {0};
        fill();
        buffer_printf(&row, "q-000001,satu,correct,%s,", cases[i].value);
        buffer_char(&row, '\0');
        apply(row.data);
        check_told("");
        ck_assert_msg(text_is(quote_text(article("satu"), 0), cases[i].text), "%s: %.*s",
                      cases[i].value, (int)quote_text(article("satu"), 0).size,
                      quote_text(article("satu"), 0).data);
        buffer_free(&row);
        clear();
    }
}
END_TEST

/* Facts of an article without an id are not two facts each. */
START_TEST(an_article_without_an_id) {
    summary_init(&summary, (struct period){.zone = TEXT("Asia/Jakarta")}, test_tables()->version,
                 test_tables()->sha256);
    sample_add(&summary, &(struct sample){.id = "x", .quotes = QUOTE("q-000001", "a")});
    summary_seal(&summary);
    struct facts *facts = sample_open(&summary, 0, &opened);
    facts->id = TEXT("");
    summary.articles[0] = keep_facts(&summary.keeper, facts);
    apply("q-000001,,drop,,");
    check_told("");
    ck_assert_uint_eq(article("")->quote_count, 0);
    clear();
}
END_TEST

#define MANY 100000

static void add_many_facts(void) {
    struct buffer quotes = {0};
    for (unsigned i = 0; i < MANY; i++)
        buffer_printf(&quotes,
                      "%s{\"fid\":\"q-%06x\",\"start\":%u,\"end\":%u,\"text\":\"a\",\"speaker\":"
                      "null,\"cue\":null,\"repeats\":[],\"confidence\":0.9,\"rule\":\"r\"}",
                      i ? "," : "", i, 2 * i, 2 * i + 1);
    buffer_char(&quotes, '\0');
    sample_add(&summary, &(struct sample){.id = "banyak", .quotes = quotes.data});
    buffer_free(&quotes);
}

/* Decisions about all facts of one article, each naming somebody new, in two orders: the time grows
 * with their number, and the result does not depend on the order. */
START_TEST(very_many_decisions) {
    for (int reverse = 0; reverse < 2; reverse++) {
        struct buffer file = {0};
        buffer_string(&file, "fid,article,decision,value\n");
        for (unsigned i = 0; i < MANY; i++) {
            unsigned n = reverse ? MANY - 1 - i : i;
            if (n % 3)
                buffer_printf(&file, "q-%06x,banyak,correct,speaker=Orang %u\n", n, n);
            else
                buffer_printf(&file, "q-%06x,banyak,drop,\n", n);
        }
        summary_init(&summary, (struct period){.zone = TEXT("Asia/Jakarta")},
                     test_tables()->version, test_tables()->sha256);
        add_many_facts();
        summary_seal(&summary);
        apply_text(buffer_view(&file));
        const struct facts *facts = article("banyak");
        ck_assert_uint_eq(decided.count, MANY);
        ck_assert_uint_eq(facts->quote_count, MANY - (MANY + 2) / 3);
        for (size_t i = 0; i < facts->quote_count; i++) {
            char name[40];
            snprintf(name, sizeof name, "Orang %lu", strtoul(facts->quotes[i].fid + 2, NULL, 16));
            ck_assert(text_is(facts->people[facts->quotes[i].speaker].name, name));
        }
        buffer_free(&file);
        clear();
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("decided_articles");
    TCase *tcase = tcase_create("decided_articles");
    tcase_add_unchecked_fixture(tcase, load_test_tables, NULL);
    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, articles_are_dropped);
    tcase_add_test(tcase, all_articles_are_dropped);
    tcase_add_loop_test(tcase, marks_are_changed, 0, sizeof marks / sizeof *marks);
    tcase_add_test(tcase, words_name_region_and_date);
    tcase_add_test(tcase, separators_are_escaped);
    tcase_add_test(tcase, an_article_without_an_id);
    tcase_add_test(tcase, very_many_decisions);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
