/* The review list: what is on it, why, and in which order. */
#include <config.h>

#include <check.h>
#include <stdio.h>

#include "month.h"
#include "summary/review.h"
#include "support.h"

static struct summary summary;
static struct finished finished;
static struct arena arena;
static struct review review;

static void open_month(void) {
    struct period period;
    ck_assert(period_of_month(TEXT("2024-08"), &period));
    summary_init(&summary, period, TEXT("1"), TEXT("x"));
}

static void make(void) {
    summary_seal(&summary);
    finish(&summary, NULL, &finished);
    review_make(&finished, &arena, &review);
}

static void close_month(void) {
    finished_free(&finished);
    summary_free(&summary);
    arena_free(&arena);
}

/* The list as "fid reason" pairs. */
static void check_list(const char *wanted) {
    struct buffer out = {0};
    for (size_t i = 0; i < review.count; i++)
        buffer_printf(&out, "%s%.1s %s", i ? ", " : "", review.items[i].fid,
                      review_reason_name(review.items[i].first));
    ck_assert_msg(text_is(buffer_view(&out), wanted), "%.*s", (int)out.size, out.data);
    buffer_free(&out);
}

/* Facts by number, 100 bytes apart; `confidence` as in JSON. */
#define ADVISORY(n, confidence, speaker)                                                           \
    "{\"fid\":\"a-00000" #n "\",\"start\":" #n "00,\"end\":" #n "50,\"text\":\"a\",\"type\":"      \
    "\"imbauan\",\"topics\":[],\"addressee\":null,\"speaker\":" speaker                            \
    ",\"confidence\":" confidence ",\"rule\":\"r\"}"
#define QUOTE(n, confidence)                                                                       \
    "{\"fid\":\"q-00000" #n "\",\"start\":" #n "00,\"end\":" #n "50,\"text\":\"q\",\"speaker\":0," \
    "\"cue\":null,\"repeats\":[],\"confidence\":" confidence ",\"rule\":\"r\"}"
#define CITATION(n, status)                                                                        \
    "{\"fid\":\"c-00000" #n "\",\"start\":" #n "00,\"end\":" #n "50,\"text\":\"PP 1/2020\","       \
    "\"type\":\"PP\",\"number\":\"1\",\"year\":2020,\"pinpoint\":null,\"resolved\":null,"          \
    "\"title\":null,\"status\":\"" status "\",\"since\":null,\"replaced_by\":null,"                \
    "\"suggestion\":null,\"confidence\":0.98,\"rule\":\"r\"}"
#define FLAG(kind, n, fact)                                                                        \
    "{\"kind\":\"" kind "\",\"start\":" #n "10,\"end\":" #n "20,\"note\":\"\",\"fact\":" fact "}"
#define PERSON                                                                                     \
    "{\"id\":0,\"name\":\"Budi Santoso\",\"honorifics\":\"\",\"position\":\"Camat\","              \
    "\"institution\":null,\"region\":null,\"kind\":\"person\",\"mentions\":[]}"

START_TEST(reasons_and_their_order) {
    open_month();
    sample_add(&summary,
               &(struct sample){
                   .id = "satu",
                   .published = "2024-08-15",
                   .event_date = "2024-08-14",
                   .scope = "national",
                   .people = PERSON,
                   .quotes = QUOTE(1, "0.65") "," QUOTE(4, "0.98"),
                   .citations = CITATION(5, "impossible") "," CITATION(6, "revoked") "," CITATION(
                       7, "in_force") "," CITATION(8, "in_force") "," CITATION(9, "in_force"),
                   .advisories = ADVISORY(1, "0.90", "0") "," ADVISORY(2, "0.45", "null") "," //
                   ADVISORY(3, "0.90", "null") "," ADVISORY(4, "0.90", "0"),
                   .flags = FLAG("lost_negation", 3, "\"a-000003\"") "," //
                   FLAG("unbalanced_quote", 4, "null") ","               //
                   FLAG("bad_citation", 5, "\"c-000005\"") ","           //
                   FLAG("bad_citation", 6, "\"c-000006\"") ","           //
                   FLAG("title_mismatch", 7, "\"c-000007\"") ","         //
                   FLAG("signatory_mismatch", 8, "\"c-000008\"") ","     //
                   FLAG("sanction_mismatch", 9, "\"c-000009\"") ","      //
                   FLAG("date_conflict", 9, "null") ","                  //
                   FLAG("boilerplate", 9, "null")});
    make();
    check_list("a lost_negation, c sanction_mismatch, c signatory_mismatch, c impossible_citation, "
               "c bad_citation, c title_mismatch, a speaker_unsure, a unbalanced_quote, "
               "d date_conflict, a low_confidence, q low_confidence");
    ck_assert_int_eq(review.items[0].confidence, 90);
    ck_assert_ptr_nonnull(review.items[0].flag);
    ck_assert_ptr_null(review.items[6].flag);
    close_month();
}
END_TEST

START_TEST(a_fact_has_one_row_for_all_its_reasons) {
    open_month();
    sample_add(&summary, &(struct sample){.id = "satu",
                                          .published = "2024-08-15",
                                          .scope = "national",
                                          .advisories = ADVISORY(1, "0.40", "null"),
                                          .flags = FLAG("garbled", 1, "null") "," //
                                          FLAG("lost_negation", 1, "\"a-000001\"")});
    make();
    check_list("a lost_negation");
    ck_assert_uint_eq(review.items[0].reasons,
                      1U << REVIEW_LOST_NEGATION | 1U << REVIEW_GARBLED | 1U << REVIEW_UNSURE);
    close_month();
}
END_TEST

/* Dates that contradict each other matter more where another month may be right. */
START_TEST(dates_near_the_edge) {
    static const struct {
        const char *event, *published, *list;
    } cases[] = {{"2024-08-14", "2024-08-15", "d date_conflict"},
                 {"2024-08-03", "2024-08-15", "d month_unsure"},
                 {"2024-08-29", "2024-08-30", "d month_unsure"},
                 {"2024-08-14", "2024-09-15", "d month_unsure"},
                 {"2024-07-14", "2024-08-15", "d month_unsure"}, /* listed though set aside */
                 {"2024-05-14", "2024-05-15", ""},
                 {NULL, NULL, "d undated"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        open_month();
        sample_add(&summary, &(struct sample){.id = "satu",
                                              .published = cases[i].published,
                                              .event_date = cases[i].event,
                                              .scope = "national",
                                              .flags = FLAG("date_conflict", 1, "null")});
        make();
        check_list(cases[i].list);
        close_month();
    }
}
END_TEST

START_TEST(places) {
    open_month();
    sample_add(&summary, &(struct sample){.id = "satu", .published = "2024-08-15"});
    make();
    check_list("r unplaced");
    ck_assert(text_is(review.items[0].facts->title, "Judul"));
    close_month();
}
END_TEST

START_TEST(of_advertorials_only_what_is_printed) {
    open_month();
    sample_add(&summary, &(struct sample){.id = "satu",
                                          .published = "2024-08-15",
                                          .people = PERSON,
                                          .quotes = QUOTE(1, "0.40"),
                                          .advisories = ADVISORY(2, "0.40", "null"),
                                          .flags = FLAG("advertorial", 1, "null")});
    make();
    check_list("a low_confidence");
    close_month();
}
END_TEST

START_TEST(what_was_decided_is_not_asked_again) {
    open_month();
    sample_add(&summary, &(struct sample){.id = "satu",
                                          .published = "2024-08-15",
                                          .scope = "national",
                                          .advisories = ADVISORY(1, "0.40", "null")});
    struct facts *facts = sample_open(&summary, 0, &arena);
    facts->advisories[0].checked = true;
    summary.articles[0] = keep_facts(&summary.keeper, facts);
    make();
    check_list("");
    close_month();
}
END_TEST

/* The same articles in any order give the same list. */
START_TEST(order_of_articles_does_not_matter) {
    struct buffer lists[2] = {{0}, {0}};
    for (int turn = 0; turn < 2; turn++) {
        open_month();
        for (int i = 0; i < 40; i++) {
            char id[8];
            int n = turn ? 39 - i : i;
            snprintf(id, sizeof id, "b%d", n);
            sample_add(&summary,
                       &(struct sample){.id = id,
                                        .published = n % 3 ? "2024-08-15" : "2024-08-10",
                                        .scope = n % 2 ? "national" : "unknown",
                                        .advisories = n % 5 ? ADVISORY(1, "0.40", "null")
                                                            : ADVISORY(1, "0.60", "null")});
        }
        make();
        for (size_t i = 0; i < review.count; i++)
            buffer_printf(&lists[turn], "%.*s %s\n", (int)review.items[i].facts->id.size,
                          review.items[i].facts->id.data, review.items[i].fid);
        ck_assert_uint_eq(review.count, 60);
        for (size_t i = 1; i < 40; i++)
            ck_assert_int_le(review.items[i - 1].confidence, review.items[i].confidence);
        close_month();
    }
    ck_assert(text_equal(buffer_view(&lists[0]), buffer_view(&lists[1])));
    buffer_free(&lists[0]);
    buffer_free(&lists[1]);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("review");
    TCase *tcase = tcase_create("review");
    tcase_add_test(tcase, reasons_and_their_order);
    tcase_add_test(tcase, a_fact_has_one_row_for_all_its_reasons);
    tcase_add_test(tcase, dates_near_the_edge);
    tcase_add_test(tcase, places);
    tcase_add_test(tcase, of_advertorials_only_what_is_printed);
    tcase_add_test(tcase, what_was_decided_is_not_asked_again);
    tcase_add_test(tcase, order_of_articles_does_not_matter);
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
