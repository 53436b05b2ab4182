/* Packed facts: what is opened again is what was packed, whatever it holds; a month of articles of
 * a known kind takes no more memory than it did. */
#include <config.h>

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "extract/facts_json.h"
#include "month.h"
#include "summary/finished.h"
#include "support.h"

#define PERSON(id, name)                                                                           \
    "{\"id\":" id ",\"name\":\"" name "\",\"honorifics\":\"\",\"position\":\"Camat Contoh\","      \
    "\"institution\":null,\"region\":\"19.06\",\"kind\":\"person\",\"mentions\":[[3,9],[300,"      \
    "4294967295]]}"
#define SURE ",\"confidence\":0.9,\"rule\":\"r\"}"

static const char quotes[] =
    "{\"fid\":\"q-00a0ff\",\"start\":5,\"end\":25,\"text\":\"Mari kita jaga pasar\",\"speaker\":0,"
    "\"cue\":[30,34],\"repeats\":[[70,90]]" SURE ","
    "{\"fid\":\"q-ffffff\",\"start\":200,\"end\":204,\"text\":\"lain\",\"speaker\":null,\"cue\":"
    "null,\"repeats\":[]" SURE;
static const char
    statements[] = /* lies within the advisory; its words are not what its span says */
    "{\"fid\":\"s-000000\",\"start\":10,\"end\":20,\"text\":\"diubah\",\"speaker\":1,\"cue\":"
    "null" SURE;
static const char citations[] =
    "{\"fid\":\"c-123456\",\"start\":40,\"end\":50,\"text\":\"PP 94/2021\",\"type\":\"PP\","
    "\"number\":\"94\",\"year\":2021,\"pinpoint\":\"Pasal 5\",\"resolved\":{\"type\":\"PP\","
    "\"number\":\"94\",\"year\":2021},\"title\":\"Disiplin\",\"status\":\"amended\",\"since\":"
    "\"2021-08-31\",\"replaced_by\":null,\"suggestion\":null,\"confidence\":1.0,\"rule\":\"c\","
    "\"note\":\"amended\",\"sentence\":{\"start\":36,\"end\":60,\"text\":\"Ada PP 94/2021 itu, "
    "ya!!!\"},\"code\":\"act_amended\",\"values\":[\"\",\"PP 1/2022\"]}";
static const char advisories[] =
    "{\"fid\":\"a-654321\",\"start\":0,\"end\":30,\"text\":\"Kata Mari kita jaga pasar, ya!\","
    "\"type\":\"imbauan\",\"topics\":[\"pasar\",\"tertib\"],\"addressee\":\"warga\",\"speaker\":"
    "0" SURE;
static const char flags[] =
    "{\"kind\":\"advertorial\",\"note\":\"\",\"fact\":null},"
    "{\"kind\":\"bad_citation\",\"start\":40,\"end\":50,\"note\":\"n\",\"fact\":\"c-123456\","
    "\"code\":\"undated\",\"values\":[]}";

static const struct sample samples[] = {{.id = "kosong"},
                                        {.id = "penuh",
                                         .sha256 = "00ff",
                                         .title = "",
                                         .publisher = "Harian",
                                         .published = "2024-08-31",
                                         .event_date = "2024-08-01",
                                         .scope = "regency",
                                         .region = "19.06",
                                         .also = "\"19.02\",\"19\"",
                                         .people = PERSON("0", "Rina") "," PERSON("1", "Sari"),
                                         .quotes = quotes,
                                         .statements = statements,
                                         .citations = citations,
                                         .advisories = advisories,
                                         .flags = flags}};

/* Reads a sample as facts, in `arena`. */
static struct facts read_sample(const struct sample *sample, struct arena *arena) {
    struct facts facts;
    struct error error = {0};
    bool read = facts_read(sample_line(arena, sample), arena, &facts, &error);
    ck_assert_msg(read, "%s", error.message);
    return facts;
}

static void expect_same(const struct facts *wanted, const struct facts *facts) {
    struct buffer left = {0}, right = {0};
    facts_write(wanted, false, &left);
    facts_write(facts, false, &right);
    ck_assert_msg(text_equal(buffer_view(&left), buffer_view(&right)), "%.*s\n%.*s", (int)left.size,
                  left.data, (int)right.size, right.data);
    buffer_free(&left);
    buffer_free(&right);
}

START_TEST(what_was_packed_is_opened) {
    struct arena arena = {0};
    struct keeper keeper = {0};
    struct facts facts = read_sample(&samples[_i], &arena), opened, head;
    facts.region_checked = _i;
    if (facts.quote_count) {
        facts.quotes[1].checked = true;
        facts.citations[0].checked = facts.advisories[0].checked = true;
    }
    const struct kept *kept = keep_facts(&keeper, &facts);
    kept_open(&keeper, kept, &arena, &opened);
    expect_same(&facts, &opened);
    ck_assert_int_eq(opened.region_checked, _i);
    ck_assert(!opened.date_checked);
    if (facts.quote_count) {
        ck_assert(!opened.quotes[0].checked && opened.quotes[1].checked);
        ck_assert(opened.citations[0].checked && opened.advisories[0].checked);
    }
    ck_assert(!opened.publisher.data == !facts.publisher.data); /* none is not "" */
    ck_assert(opened.title.data != NULL);
    kept_head(&keeper, kept, &arena, &head);
    ck_assert(text_equal(head.sha256, facts.sha256));
    ck_assert_uint_eq(head.flag_count, facts.flag_count);
    ck_assert_uint_eq(head.quote_count, 0);
    keeper_free(&keeper);
    arena_free(&arena);
}
END_TEST

/* Articles that share no word: the table of words is full before the last, and grew before. */
START_TEST(more_words_than_are_kept) {
    struct arena arena = {0};
    struct keeper keeper = {0};
    enum { ARTICLES = WORDS_MOST / 3 };
    const struct kept **kept = calloc(ARTICLES, sizeof *kept);
    struct facts facts = {.id = TEXT("x"), .sha256 = TEXT("x"), .sketch = TEXT("")}, opened;
    for (size_t i = 0; i < ARTICLES; i++) {
        arena_reset(&arena);
        facts.publisher = arena_printf(&arena, "harian %zu", i);
        facts.author = arena_printf(&arena, "penulis %zu", i);
        facts.region_code = arena_printf(&arena, "%zu", i);
        facts.region_name = arena_printf(&arena, "daerah %zu", i);
        kept[i] = keep_facts(&keeper, &facts);
    }
    ck_assert_uint_le(keeper.words.count, WORDS_MOST);
    for (size_t i = 0; i < ARTICLES; i++) {
        arena_reset(&arena);
        kept_open(&keeper, kept[i], &arena, &opened);
        ck_assert(text_equal(opened.publisher, arena_printf(&arena, "harian %zu", i)));
        ck_assert(text_equal(opened.region_name, arena_printf(&arena, "daerah %zu", i)));
    }
    free(kept);
    keeper_free(&keeper);
    arena_free(&arena);
}
END_TEST

/* An article larger than a chunk, and a word that is, lie alone. */
START_TEST(a_long_article) {
    struct arena arena = {0};
    struct keeper keeper = {0};
    size_t size = (size_t)1024 * 1024;
    char *title = arena_alloc(&arena, size);
    memset(title, 'a', size);
    struct facts facts = read_sample(&samples[1], &arena), opened;
    facts.title = facts.author = (struct text){title, size};
    for (int i = 0; i < 3; i++) {
        kept_open(&keeper, keep_facts(&keeper, &facts), &arena, &opened);
        expect_same(&facts, &opened);
    }
    keeper_free(&keeper);
    arena_free(&arena);
}
END_TEST

/* What an article costs: the facts of the sample, of which 172 bytes are words, packed; and its
 * share of the finished view. No timing, no peak: what was given out. */
#define MONTH 20000
#define PACKED_MOST 300
#define FINISHED_MOST 230

START_TEST(memory_an_article) {
    struct summary summary;
    struct finished finished;
    struct arena arena = {0};
    summary_init(&summary, (struct period){.zone = TEXT("Asia/Jakarta")}, TEXT("1"), TEXT("1"));
    for (size_t i = 0; i < MONTH; i++) {
        arena_reset(&arena);
        struct facts facts = read_sample(&samples[1], &arena);
        facts.id = arena_printf(&arena, "berita-%06zu", i);
        summary_add(&summary, &facts);
    }
    summary_seal(&summary);
    finish(&summary, NULL, &finished);
    ck_assert_uint_eq(finished.story_count, MONTH);
    size_t packed = summary.keeper.arena.used / MONTH, view = finished.arena.used / MONTH;
    ck_assert_msg(packed <= PACKED_MOST, "%zu bytes packed", packed);
    ck_assert_msg(view <= FINISHED_MOST, "%zu bytes finished", view);
    finished_free(&finished);
    summary_free(&summary);
    arena_free(&arena);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("keep");
    TCase *cases = tcase_create("keep");
    tcase_set_timeout(cases, 120);
    tcase_add_loop_test(cases, what_was_packed_is_opened, 0, 2);
    tcase_add_test(cases, more_words_than_are_kept);
    tcase_add_test(cases, a_long_article);
    tcase_add_test(cases, memory_an_article);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
