/* The finished month: what belongs to the period, stories and their copies, chapters, officials,
 * instruments, counts. */
#include <config.h>

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "month.h"
#include "summary/finished.h"
#include "support.h"
#include "tables/lexicon.h"
#include "tables/regions.h"

#define SKETCH_A                                                                                   \
    "0200800000000000000000000000000000000000000000000000000000000000000000000000000000000000"     \
    "0000000000000000000000000000000000000000000000000000000000000000000000000000000000000000"     \
    "00000000000000000000000000000000000000000000000000000000000000000000000000000000000000"

#define PERSON(id, name, position, institution, region, kind)                                      \
    "{\"id\":" #id ",\"name\":\"" name "\",\"honorifics\":\"\",\"position\":" position             \
    ",\"institution\":" institution ",\"region\":" region ",\"kind\":\"" kind                      \
    "\",\"mentions\":[]}"
#define CAMAT PERSON(0, "Siti Rahma", "\"Camat Gantung\"", "null", "\"19.06\"", "person")
#define FACT(fid, start, text, speaker)                                                            \
    "{\"fid\":\"" fid "\",\"start\":" #start ",\"end\":99,\"text\":\"" text                        \
    "\",\"speaker\":" speaker ",\"cue\":null,\"repeats\":[],\"confidence\":0.9,\"rule\":\"r\"}"
#define ADVISORY(fid, type, speaker)                                                               \
    "{\"fid\":\"" fid "\",\"start\":5,\"end\":9,\"text\":\"Jaga\",\"type\":\"" type                \
    "\",\"topics\":[],\"addressee\":null,\"speaker\":" speaker                                     \
    ",\"confidence\":0.8,\"rule\":\"r\"}"
#define CITATION(start, type, number, year, resolved, status, pinpoint)                            \
    "{\"fid\":\"c-000000\",\"start\":" #start ",\"end\":99,\"text\":\"x\",\"type\":\"" type        \
    "\",\"number\":" number ",\"year\":" year ",\"pinpoint\":" pinpoint ",\"resolved\":" resolved  \
    ",\"title\":null,\"status\":\"" status "\",\"since\":null,\"replaced_by\":null,"               \
    "\"suggestion\":null,\"confidence\":1.0,\"rule\":\"r\"}"
#define FLAG(kind) "{\"kind\":\"" kind "\",\"start\":4,\"end\":7,\"note\":\"\",\"fact\":null}"

/* Summary and view of some samples. */
struct month {
    struct summary summary;
    struct finished finished;
    struct arena arena;
    struct tables tables;
};

static void finish_samples(struct month *month, const struct sample *samples, size_t count) {
    struct period period;
    struct error error = {0};
    memset(month, 0, sizeof *month);
    month->tables.regions =
        regions_load(tables_folder(), &month->arena, lexicon_new(&month->arena), &error);
    ck_assert_msg(month->tables.regions != NULL, "%s", error.message);
    ck_assert(period_of_month(TEXT("2024-08"), &period));
    summary_init(&month->summary, period, TEXT("1"), TEXT("2"));
    for (size_t i = 0; i < count; i++)
        sample_add(&month->summary, &samples[i]);
    summary_seal(&month->summary);
    finish(&month->summary, &month->tables, &month->finished);
}

static void release(struct month *month) {
    finished_free(&month->finished);
    summary_free(&month->summary);
    arena_free(&month->arena);
}

/* A month with one of everything. */
static const struct sample august[] = {
    {.id = "k-late",
     .published = "2024-08-20",
     .scope = "regency",
     .region = "19.06",
     .people = CAMAT,
     .quotes = FACT("q-000001", 3, "Mari", "0") "," FACT("q-000002", 30, "Ayo", "null"),
     .advisories =
         ADVISORY("a-000001", "imbauan", "0") "," ADVISORY("a-000002", "larangan", "null"),
     .citations =
         CITATION(1, "PP", "\"94\"", "2021", "null", "in_force", "\"Pasal 5\"") "," CITATION(
             2, "PP", "\"94\"", "2021", "null", "in_force",
             "\"Pasal 3\"") "," CITATION(3, "PP", "\"94\"", "2021", "null", "in_force",
                                         "\"Pasal 5\"") "," CITATION(4, "UU", "\"9\"", "2023",
                                                                     "null", "unknown",
                                                                     "null") "," CITATION(5, "UU",
                                                                                          "\"20\"",
                                                                                          "2023",
                                                                                          "null",
                                                                                          "unknown",
                                                                                          "null"),
     .flags = FLAG("boilerplate") "," FLAG("bad_citation") "," FLAG("duplicate")},
    {.id = "k-early",
     .published = "2024-08-03",
     .event_date = "2024-08-02",
     .scope = "regency",
     .region = "19.06",
     .also = "\"19.02\",\"33\",\"19.06\"",
     .people = CAMAT,
     .statements = FACT("s-000001", 9, "Camat berkata", "0"),
     .sketch = SKETCH_A,
     .citations = CITATION(1, "UU ASN", "null", "null",
                           "{\"type\":\"UU\",\"number\":\"20\",\"year\":2023}", "amended", "null")},
    {.id = "l-copy",
     .published = "2024-08-05",
     .scope = "unknown",
     .sketch = SKETCH_A,
     .statements = FACT("s-000001", 9, "Camat berkata", "null")},
    {.id = "a-adv",
     .published = "2024-08-06",
     .scope = "unknown",
     .sketch = SKETCH_A,
     .flags = FLAG("advertorial")},
    {.id = "iklan",
     .published = "2024-08-01",
     .scope = "regency",
     .region = "33.12",
     .also = "\"19.06\"",
     .flags = FLAG("advertorial"),
     .people = CAMAT,
     .quotes = FACT("q-000001", 3, "Belilah", "0"),
     .advisories = ADVISORY("a-000001", "imbauan", "0")},
    {.id = "prov", .published = "2024-08-31", .scope = "province", .region = "19"},
    {.id = "nasional",
     .published = "2024-08-01",
     .scope = "national",
     .advisories = ADVISORY("a-000001", "sanksi", "null")},
    {.id = "entah", .published = "2024-08-02", .scope = "unknown"},
    {.id = "juli", .published = "2024-08-01", .event_date = "2024-07-31"},
    {.id = "september", .published = "2024-09-01", .event_date = "2024-09-01"},
    {.id = "depan", .published = "2024-08-07", .event_date = "2024-09-09", .scope = "national"},
    {.id = "kosong"}};

static struct month month;

static void setup(void) { finish_samples(&month, august, sizeof august / sizeof august[0]); }

static void teardown(void) { release(&month); }

START_TEST(stories_by_day_then_id) {
    static const char *const ids[] = {"iklan", "nasional", "entah", "k-early",
                                      "depan", "k-late",   "prov"};
    const struct finished *f = &month.finished;
    ck_assert_uint_eq(f->story_count, 7);
    /* "entah" and "k-early" are of one day: by id */
    for (size_t i = 0; i < 7; i++) {
        ck_assert_msg(sample_is(f->stories[i].kept, ids[i]), "story %zu is not %s", i, ids[i]);
        ck_assert_uint_eq(f->stories[i].number, i + 1);
        ck_assert_int_eq(f->stories[i].advertorial, i == 0);
    }
    /* the advertorial is first by id, but does not represent; all three are one story */
    ck_assert_uint_eq(f->stories[3].copy_count, 2);
    ck_assert(sample_is(f->stories[3].kept_copies[0], "a-adv"));
    ck_assert(sample_is(f->stories[3].kept_copies[1], "l-copy"));
}
END_TEST

START_TEST(outside_and_undated) {
    const struct finished *f = &month.finished;
    ck_assert_uint_eq(f->outside_count, 2);
    ck_assert(sample_is(f->kept_outside[0], "juli"));
    ck_assert(sample_is(f->kept_outside[1], "september"));
    ck_assert_uint_eq(f->undated_count, 1);
    ck_assert(sample_is(f->kept_undated[0], "kosong"));
}
END_TEST

START_TEST(counted) {
    const struct counts *c = &month.finished.counts;
    ck_assert_uint_eq(c->articles, 9);
    ck_assert_uint_eq(c->stories, 6);
    ck_assert_uint_eq(c->copies, 2);
    ck_assert_uint_eq(c->advertorials, 1);
    ck_assert_uint_eq(c->directives[ADVISORY_IMBAUAN], 1);
    ck_assert_uint_eq(c->directives[ADVISORY_LARANGAN], 1);
    ck_assert_uint_eq(c->directives[ADVISORY_SANKSI], 1);
    ck_assert_uint_eq(c->directives[ADVISORY_KEWAJIBAN], 0);
    ck_assert_uint_eq(c->quotes, 2);
    ck_assert_uint_eq(c->statements, 1);
    ck_assert_uint_eq(c->officials, 1);
    ck_assert_uint_eq(c->citations, 6);
    ck_assert_uint_eq(c->instruments, 3);
    ck_assert_uint_eq(c->flags, 1);
    ck_assert_uint_eq(c->regions, 1);
    ck_assert_uint_eq(c->provinces, 1);
    ck_assert_uint_eq(c->outside_period, 2);
    ck_assert_uint_eq(c->undated, 1);
}
END_TEST

static const struct chapter *chapter(const char *code) {
    for (size_t i = 0; i < month.finished.province_count; i++) {
        const struct province *province = &month.finished.provinces[i];
        if (text_is(province->own.code, code))
            return &province->own;
        for (size_t j = 0; j < province->region_count; j++)
            if (text_is(province->regions[j].code, code))
                return &province->regions[j];
    }
    return NULL;
}

START_TEST(chapters_of_regions) {
    const struct finished *f = &month.finished;
    ck_assert_uint_eq(f->province_count, 2);
    ck_assert(text_is(f->provinces[0].name, "Kepulauan Bangka Belitung"));
    ck_assert_uint_eq(f->provinces[0].region_count, 2);
    ck_assert_uint_eq(f->provinces[0].story_count, 3);
    ck_assert_uint_eq(f->provinces[0].directive_count, 2);
    ck_assert_uint_eq(f->provinces[0].quote_count, 2);
    ck_assert_uint_eq(f->provinces[0].citation_count, 6);
    ck_assert_uint_eq(f->provinces[1].story_count, 0);
    const struct chapter *c = chapter("19.06");
    ck_assert(text_is(c->name, "Kabupaten Belitung Timur"));
    ck_assert_uint_eq(c->story_count, 2);
    ck_assert_uint_eq(c->stories[0], 3);
    ck_assert_uint_eq(c->stories[1], 5);
    ck_assert_uint_eq(c->also_count, 0); /* not of itself, nor of an advertorial */
    ck_assert_uint_eq(c->flagged_count, 1);
    ck_assert_uint_eq(c->directive_count[ADVISORY_IMBAUAN], 1);
    ck_assert_uint_eq(c->directives[ADVISORY_IMBAUAN][0].story, 5);
    c = chapter("19.02"); /* cross-reference only */
    ck_assert_uint_eq(c->story_count, 0);
    ck_assert_uint_eq(c->also_count, 1);
    ck_assert_uint_eq(c->also[0], 3);
    c = chapter("33.12"); /* advertorial only: its facts are nowhere */
    ck_assert_uint_eq(c->story_count, 0);
    ck_assert_uint_eq(c->advertorial_count, 1);
    ck_assert_uint_eq(c->official_count, 0);
    ck_assert_uint_eq(c->directive_count[ADVISORY_IMBAUAN], 0);
    ck_assert_uint_eq(chapter("19")->story_count, 1);
    ck_assert_uint_eq(chapter("33")->also_count, 1);
}
END_TEST

START_TEST(chapters_without_region) {
    const struct finished *f = &month.finished;
    ck_assert_int_eq(f->national.scope, SCOPE_NATIONAL);
    ck_assert_uint_eq(f->national.story_count, 2);
    ck_assert_uint_eq(f->national.directive_count[ADVISORY_SANKSI], 1);
    ck_assert_int_eq(f->unknown.scope, SCOPE_UNKNOWN);
    ck_assert_uint_eq(f->unknown.story_count, 1);
    ck_assert(text_is(f->unknown.code, "") && text_is(f->unknown.name, ""));
}
END_TEST

/* Each story stands in exactly one chapter. */
START_TEST(no_story_is_lost) {
    const struct finished *f = &month.finished;
    size_t total = f->national.story_count + f->national.advertorial_count;
    total += f->unknown.story_count + f->unknown.advertorial_count;
    for (size_t i = 0; i < f->province_count; i++) {
        total += f->provinces[i].own.story_count + f->provinces[i].own.advertorial_count;
        for (size_t j = 0; j < f->provinces[i].region_count; j++)
            total += f->provinces[i].regions[j].story_count +
                     f->provinces[i].regions[j].advertorial_count;
    }
    ck_assert_uint_eq(total, f->story_count);
}
END_TEST

START_TEST(an_official_and_his_words) {
    const struct chapter *c = chapter("19.06");
    ck_assert_uint_eq(c->official_count, 1);
    const struct official *official = &c->officials[0];
    ck_assert(text_is(official->who->name, "Siti Rahma"));
    ck_assert(text_is(official->who->position, "Camat Gantung"));
    ck_assert_uint_eq(official->quote_count, 2);
    ck_assert_uint_eq(official->direct_count, 1);
    ck_assert_uint_eq(official->quotes[0].story, 3);
    ck_assert(official->quotes[0].statement);
    ck_assert_uint_eq(official->quotes[1].story, 5);
    ck_assert(!official->quotes[1].statement);
}
END_TEST

#define CONSTITUTION(start, year)                                                                  \
    "{\"fid\":\"c-000000\",\"start\":" #start                                                      \
    ",\"end\":99,\"text\":\"x\",\"type\":\"UUD\",\"number\":null,\"year\":" year                   \
    ",\"pinpoint\":null,\"resolved\":null,\"title\":\"Undang-Undang Dasar\","                      \
    "\"status\":\"in_force\",\"since\":null,\"replaced_by\":null,\"suggestion\":null,"             \
    "\"confidence\":1.0,\"rule\":\"r\"}"

/* The constitution with and without its year is one instrument; an act without a number that the
 * register does not know is another in another year. */
START_TEST(constitution_is_one) {
    static const struct sample samples[] = {
        {.id = "a",
         .published = "2024-08-05",
         .scope = "national",
         .citations = CONSTITUTION(1, "null") "," CONSTITUTION(2, "1945") "," CITATION(
             3, "SE", "null", "2023", "null", "unknown",
             "null") "," CITATION(4, "SE", "null", "2024", "null", "unknown", "null")}};
    struct month one;
    finish_samples(&one, samples, 1);
    ck_assert_uint_eq(one.finished.cited_count, 3);
    ck_assert(text_is(one.finished.cited[0].instrument.type, "UUD"));
    ck_assert_uint_eq(one.finished.cited[0].mention_count, 2);
    ck_assert_int_eq(one.finished.cited[0].instrument.year, 1945);
    release(&one);
}
END_TEST

START_TEST(instruments_counted) {
    const struct finished *f = &month.finished;
    ck_assert_uint_eq(f->cited_count, 3);
    ck_assert(text_is(f->cited[0].instrument.number, "94"));
    ck_assert_uint_eq(f->cited[0].mention_count, 3);
    ck_assert_uint_eq(f->cited[0].pinpoint_count, 2);
    ck_assert(text_is(f->cited[0].pinpoints[0], "Pasal 5"));
    ck_assert(text_is(f->cited[0].pinpoints[1], "Pasal 3"));
    ck_assert(text_is(f->cited[1].instrument.number, "20")); /* by name and by number */
    ck_assert(text_is(f->cited[1].instrument.type, "UU"));
    ck_assert_uint_eq(f->cited[1].mention_count, 2);
    ck_assert_uint_eq(f->cited[1].story_count, 2);
    ck_assert_int_eq(f->cited[1].status, STATUS_AMENDED); /* what is not known changes nothing */
    ck_assert(text_is(f->cited[2].instrument.number, "9"));
}
END_TEST

/* The same view, byte for byte, from the articles in another order, and JSON that can be read. */
START_TEST(the_order_of_articles_does_not_matter) {
    size_t count = sizeof august / sizeof august[0];
    struct sample turned[sizeof august / sizeof august[0]];
    struct buffer one = {0}, other = {0};
    struct error error = {0};
    for (size_t i = 0; i < count; i++)
        turned[i] = august[(i * 5 + (size_t)_i) % count];
    finished_dump(&month.finished, &one);
    release(&month);
    finish_samples(&month, turned, count);
    finished_dump(&month.finished, &other);
    ck_assert(text_equal(buffer_view(&one), buffer_view(&other)));
    struct summary summary;
    summary_init(&summary, (struct period){0}, TEXT("1"), TEXT("2"));
    ck_assert(!summary_read(&summary, buffer_view(&one), &error)); /* never an input of merge */
    summary_free(&summary);
    buffer_free(&one);
    buffer_free(&other);
}
END_TEST

/* Who is the same: mentions in articles of one region, and how many officials they are. */
struct same_row {
    const char *people[3];
    size_t officials;
};

#define NAME "Budi Santoso"
static const struct same_row same_rows[] = {
    /* full name, same region */
    {{PERSON(0, NAME, "\"Camat\"", "null", "\"19.06\"", "person"),
      PERSON(0, "BUDI SANTOSO", "null", "null", "\"19.06\"", "person")},
     1},
    /* spelled with other spaces and stops */
    {{PERSON(0, "M. Budi Santoso", "null", "null", "\"19.06\"", "person"),
      PERSON(0, "M Budi  Santoso", "null", "null", "\"19.06\"", "person")},
     1},
    /* full name, other region */
    {{PERSON(0, NAME, "\"Camat\"", "null", "\"19.06\"", "person"),
      PERSON(0, NAME, "\"Camat\"", "null", "\"33.12\"", "person")},
     2},
    /* one word, though all else is equal */
    {{PERSON(0, "Budi", "\"Camat\"", "null", "\"19.06\"", "person"),
      PERSON(0, "Budi", "\"Camat\"", "null", "\"19.06\"", "person")},
     2},
    /* an initial makes no full name */
    {{PERSON(0, "B. Santoso", "\"Camat\"", "null", "\"19.06\"", "person"),
      PERSON(0, "B. Santoso", "\"Camat\"", "null", "\"19.06\"", "person")},
     2},
    /* no region: the same office */
    {{PERSON(0, NAME, "\"Ketua\"", "\"KPU\"", "null", "person"),
      PERSON(0, NAME, "\"Ketua Divisi\"", "\"KPU\"", "null", "person")},
     1},
    {{PERSON(0, NAME, "\"Kepala BKD\"", "null", "null", "person"),
      PERSON(0, NAME, "\"kepala bkd\"", "null", "null", "person")},
     1},
    /* no region, other office */
    {{PERSON(0, NAME, "\"Camat\"", "null", "null", "person"),
      PERSON(0, NAME, "\"Lurah\"", "null", "null", "person")},
     2},
    /* nothing but the name */
    {{PERSON(0, NAME, "null", "null", "null", "person"),
      PERSON(0, NAME, "null", "null", "null", "person")},
     2},
    /* one has a region: the office decides */
    {{PERSON(0, NAME, "\"Camat\"", "null", "\"19.06\"", "person"),
      PERSON(0, NAME, "\"Camat\"", "null", "null", "person")},
     1},
    {{PERSON(0, NAME, "\"Camat\"", "null", "\"19.06\"", "person"),
      PERSON(0, NAME, "null", "null", "null", "person")},
     2},
    /* two regions have such an office: nobody knows whose the third is */
    {{PERSON(0, NAME, "\"Camat\"", "null", "\"19.06\"", "person"),
      PERSON(0, NAME, "\"Camat\"", "null", "null", "person"),
      PERSON(0, NAME, "\"Camat\"", "null", "\"33.12\"", "person")},
     3},
    /* by region and by office: all one */
    {{PERSON(0, NAME, "\"Camat\"", "null", "\"19.06\"", "person"),
      PERSON(0, NAME, "\"Plt Kadis\"", "null", "null", "person"),
      PERSON(0, NAME, "\"Plt Kadis\"", "null", "\"19.06\"", "person")},
     1},
    /* institutions */
    {{PERSON(0, "Bawaslu", "null", "null", "\"19.06\"", "institution"),
      PERSON(0, "Bawaslu", "null", "null", "\"19.06\"", "institution")},
     1},
    {{PERSON(0, "Bawaslu", "null", "null", "null", "institution"),
      PERSON(0, "Bawaslu", "null", "null", "null", "institution")},
     2},
    {{PERSON(0, "Badan Kepegawaian Negara", "null", "null", "null", "institution"),
      PERSON(0, "Badan Kepegawaian Negara", "null", "null", "null", "institution")},
     1},
    /* a person is no institution */
    {{PERSON(0, NAME, "null", "null", "\"19.06\"", "institution"),
      PERSON(0, NAME, "null", "null", "\"19.06\"", "person")},
     2}};
#define SAME_ROWS (sizeof same_rows / sizeof same_rows[0])

START_TEST(who_is_the_same) {
    const struct same_row *row = &same_rows[_i];
    static const size_t orders[][3] = {{0, 1, 2}, {2, 1, 0}, {1, 0, 2}, {1, 2, 0}};
    static const char *const ids[] = {"a", "b", "c"};
    for (size_t order = 0; order < 4; order++) {
        struct sample samples[3];
        struct month own;
        size_t count = 0;
        for (size_t i = 0; i < 3; i++) {
            const char *people = row->people[orders[order][i]];
            if (people)
                samples[count++] = (struct sample){.id = ids[i],
                                                   .published = "2024-08-09",
                                                   .scope = "regency",
                                                   .region = "19.06",
                                                   .people = people,
                                                   .statements = FACT("s-000001", 1, "Ya", "0")};
        }
        finish_samples(&own, samples, count);
        ck_assert_uint_eq(own.finished.counts.officials, row->officials);
        ck_assert_uint_eq(own.finished.provinces[0].regions[0].official_count, row->officials);
        release(&own);
    }
}
END_TEST

START_TEST(nothing_at_all) {
    struct month own;
    struct buffer dump = {0};
    finish_samples(&own, NULL, 0);
    ck_assert_uint_eq(own.finished.story_count, 0);
    ck_assert_uint_eq(own.finished.province_count, 0);
    finished_dump(&own.finished, &dump);
    buffer_free(&dump);
    release(&own);
}
END_TEST

/* A summary from elsewhere may name speakers that are not there and regions that nobody knows. */
START_TEST(strange_facts_do_no_harm) {
    static const struct sample samples[] = {
        {.id = "a", .published = "2024-08-01", .scope = "regency", .region = "99.99"},
        {.id = "b", .published = "2024-08-01", .scope = "regency", .region = "19-x"},
        {.id = "c", .published = "2024-08-01", .scope = "regency", .region = "19.06"},
        {.id = "d", .published = "2024-08-01", .scope = "province", .region = "19.06"},
        {.id = "e", .published = "2024-08-01", .scope = "regency", .region = "."},
        {.id = "f", .published = "2024-08-01", .scope = "regency"}};
    struct month own;
    finish_samples(&own, samples, 6);
    ck_assert_uint_eq(own.finished.unknown.story_count, 1);
    ck_assert_uint_eq(own.finished.province_count, 4);
    ck_assert_uint_eq(own.finished.counts.stories, 6);
    release(&own);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("finish");
    TCase *whole = tcase_create("month"), *single = tcase_create("single");
    tcase_set_timeout(whole, 60);
    tcase_set_timeout(single, 60);
    tcase_add_checked_fixture(whole, setup, teardown);
    tcase_add_test(whole, stories_by_day_then_id);
    tcase_add_test(whole, outside_and_undated);
    tcase_add_test(whole, counted);
    tcase_add_test(whole, chapters_of_regions);
    tcase_add_test(whole, chapters_without_region);
    tcase_add_test(whole, no_story_is_lost);
    tcase_add_test(whole, an_official_and_his_words);
    tcase_add_test(whole, instruments_counted);
    tcase_add_test(whole, constitution_is_one);
    tcase_add_loop_test(whole, the_order_of_articles_does_not_matter, 0, 3);
    tcase_add_loop_test(single, who_is_the_same, 0, SAME_ROWS);
    tcase_add_test(single, nothing_at_all);
    tcase_add_test(single, strange_facts_do_no_harm);
    suite_add_tcase(suite, whole);
    suite_add_tcase(suite, single);
    return run_suite(suite);
}
