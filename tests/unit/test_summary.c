/* The summary: any sharding, order, repetition and nesting of merges gives the same bytes, whatever
 * ids clash; what is written is read back, and nothing damaged is. */
#include <config.h>

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/sha256.h"
#include "extract/facts_json.h"
#include "month.h"
#include "support.h"

/* A universe of records in which everything clashes. */
#define RECORDS 40

struct universe {
    struct arena arena;
    struct facts records[RECORDS];
};

/* 64 hex digits: one of few contents, two of which share their first 8 digits. */
static struct text content(struct arena *arena, uint32_t number) {
    struct text name = arena_printf(arena, "content %u", number == 1 ? 0 : number);
    struct text hex = sha256_hex(arena, &name, 1, 64);
    if (number == 1)
        ((char *)hex.data)[63] = hex.data[63] == '0' ? '1' : '0';
    return hex;
}

/* One of few ids; some look as if sealing had made them, from the article's own content or from
 * another's. */
static struct text some_id(struct arena *arena, uint64_t *random, struct text sha256) {
    static const char *const bases[] = {"a", "b", "berita/07", "a~1", "x~0123abcd"};
    struct text id = text_of(bases[next_random(random) % 5]);
    for (uint32_t more = next_random(random) % 4; more > 1; more--) {
        struct text other =
            next_random(random) % 2 ? sha256 : content(arena, next_random(random) % 5);
        size_t digits = next_random(random) % 4 ? 8 : 64;
        id = arena_concat(arena, id, TEXT("~"), text_slice(other, (struct span){0, digits}));
    }
    return id;
}

static void add_facts(struct arena *arena, uint64_t *random, struct facts *facts) {
    facts->text = TEXT(
        "Camat mengimbau warga agar menjaga kebersihan sesuai Perda 3/2019. Perda itu berlaku.");
    facts->quotes = arena_alloc(arena, sizeof *facts->quotes);
    facts->citations = arena_alloc(arena, sizeof *facts->citations);
    facts->backrefs = arena_alloc(arena, sizeof *facts->backrefs);
    facts->flags = arena_alloc(arena, sizeof *facts->flags);
    facts->quote_count = facts->citation_count = facts->backref_count = facts->flag_count = 1;
    *facts->quotes =
        (struct quote){.span = {6, 30 + next_random(random) % 2}, .speaker = NOBODY, .rule = "r"};
    *facts->citations = (struct citation){.span = {52, 64}, .rule = "c"};
    facts->citations->written.type = TEXT("Perda");
    fid_make(facts->quotes->fid, 'q', facts->id, facts->quotes->span);
    fid_make(facts->citations->fid, 'c', facts->id, facts->citations->span);
    facts->backrefs->span = (struct span){66, 75};
    memcpy(facts->backrefs->citation, facts->citations->fid, FID_SIZE);
    facts->flags->kind = FLAG_BAD_CITATION;
    facts->flags->note = TEXT("");
    facts->flags->fact = arena_copy(arena, (struct text){facts->citations->fid, FID_SIZE - 1});
    if (next_random(random) % 3 == 0) /* a name that is not what the id makes */
        memcpy(facts->quotes->fid, next_random(random) % 2 ? "q-000000" : "q-ffffff", FID_SIZE);
}

static void make_universe(struct universe *universe, uint64_t *random) {
    *universe = (struct universe){0};
    for (size_t i = 0; i < RECORDS; i++) {
        struct facts *facts = &universe->records[i];
        facts->sha256 = content(&universe->arena, next_random(random) % 5);
        facts->id = some_id(&universe->arena, random, facts->sha256);
        facts->file = TEXT("f");
        facts->record = i; /* where it came from must not matter */
        /* The digest does not cover the date field: versions of one article. */
        facts->published = date_make(2024, 8, 1 + (int)(next_random(random) % 2));
        facts->sketch = TEXT("");
        add_facts(&universe->arena, random, facts);
    }
}

static void start(struct summary *summary) {
    struct period period;
    ck_assert(period_of_month(TEXT("2024-08"), &period));
    summary_init(summary, period, TEXT("2026.1"), TEXT("00"));
}

static void shuffle(size_t *list, size_t count, uint64_t *random) {
    for (size_t i = count; i > 1; i--) {
        size_t j = next_random(random) % i, kept = list[i - 1];
        list[i - 1] = list[j];
        list[j] = kept;
    }
}

/* Adds what another summary of the records says, as its JSON. */
static void merge(const struct universe *universe, size_t *list, size_t count, unsigned depth,
                  uint64_t *random, struct buffer *out);

static void merge_part(const struct universe *universe, size_t *list, size_t count, unsigned depth,
                       uint64_t *random, struct summary *summary) {
    struct buffer json = {0};
    struct error error = {0};
    merge(universe, list, count, depth, random, &json);
    ck_assert_msg(summary_read(summary, buffer_view(&json), &error), "%s", error.message);
    buffer_free(&json);
}

/* The records of the list, some of them by way of summaries of their own, some twice. */
static void merge(const struct universe *universe, size_t *list, size_t count, unsigned depth,
                  uint64_t *random, struct buffer *out) {
    struct summary summary;
    start(&summary);
    shuffle(list, count, random);
    for (size_t i = 0; i < count;) {
        size_t part = 1 + next_random(random) % (count - i);
        if (depth > 0 && next_random(random) % 3 > 0) {
            merge_part(universe, list + i, part, depth - 1, random, &summary);
        } else {
            for (size_t j = i; j < i + part; j++)
                summary_add(&summary, &universe->records[list[j]]);
        }
        if (next_random(random) % 4 == 0)
            summary_seal(&summary);
        i += next_random(random) % 4 ? part : part / 2 + 1; /* the rest once more */
    }
    summary_seal(&summary);
    summary_write(&summary, out);
    summary_free(&summary);
}

/* Shows where the two differ. */
static void expect_same(struct text a, struct text b) {
    size_t at = 0;
    while (at < a.size && at < b.size && a.data[at] == b.data[at])
        at++;
    struct span around = {at > 100 ? at - 100 : 0, at + 100};
    struct text x = text_slice(a, around), y = text_slice(b, around);
    ck_assert_msg(text_equal(a, b), "differ at byte %zu:\n%.*s\n%.*s", at, (int)x.size, x.data,
                  (int)y.size, y.data);
}

START_TEST(same_bytes_however_merged) {
    uint64_t random = (uint64_t)_i + 1;
    struct universe universe;
    size_t list[RECORDS];
    struct buffer whole = {0}, parts = {0};
    make_universe(&universe, &random);
    for (size_t i = 0; i < RECORDS; i++)
        list[i] = i;
    merge(&universe, list, RECORDS, 0, &random, &whole);
    for (size_t round = 0; round < 12; round++) {
        buffer_clear(&parts);
        merge(&universe, list, RECORDS, 4, &random, &parts);
        expect_same(buffer_view(&whole), buffer_view(&parts));
    }
    buffer_free(&whole);
    buffer_free(&parts);
    arena_free(&universe.arena);
}
END_TEST

START_TEST(ids_are_unique_and_ordered) {
    uint64_t random = (uint64_t)_i + 1000;
    struct universe universe;
    struct summary summary;
    make_universe(&universe, &random);
    start(&summary);
    for (size_t i = 0; i < RECORDS; i++)
        summary_add(&summary, &universe.records[i]);
    summary_seal(&summary);
    ck_assert_uint_eq(summary.count + summary.duplicates, RECORDS);
    for (size_t i = 0; i < summary.count; i++) {
        const struct facts *facts = sample_open(&summary, i, &universe.arena);
        ck_assert(i == 0 ||
                  text_compare(sample_open(&summary, i - 1, &universe.arena)->id, facts->id) < 0);
        ck_assert(strcmp(facts->backrefs->citation, facts->citations->fid) == 0);
        ck_assert(text_is(facts->flags->fact, facts->citations->fid));
        ck_assert(text_is(quote_text(facts, 0), facts->quotes->span.end == 30
                                                    ? "mengimbau warga agar men"
                                                    : "mengimbau warga agar menj"));
    }
    summary_free(&summary);
    arena_free(&universe.arena);
}
END_TEST

START_TEST(clashing_ids) {
    static const struct sample samples[] = {
        {.id = "x", .sha256 = "aaaaaaaa11", .title = "satu"},
        {.id = "x", .sha256 = "bbbbbbbb22", .title = "dua"},
        {.id = "x", .sha256 = "bbbbbbbb22", .title = "dua"}, /* the same again */
        {.id = "y", .sha256 = "aaaaaaaa11", .title = "tiga"},
        {.id = "x~bbbbbbbb", .sha256 = "cccccccc33", .title = "empat"},
        {.id = "z", .sha256 = "dddddddd44", .title = "lima"},
        {.id = "z", .sha256 = "dddddddd55", .title = "enam"}};
    static const char *const ids[] = {"x~aaaaaaaa", "x~bbbbbbbb",   "x~bbbbbbbb~cccccccc",
                                      "y",          "z~dddddddd44", "z~dddddddd55"};
    struct summary summary;
    start(&summary);
    for (size_t i = 0; i < sizeof samples / sizeof samples[0]; i++)
        sample_add(&summary, &samples[i]);
    summary_seal(&summary);
    ck_assert_uint_eq(summary.count, 6);
    ck_assert_uint_eq(summary.duplicates, 1);
    for (size_t i = 0; i < 6; i++) {
        struct text id, sha256;
        kept_name(summary.articles[i], &id, &sha256);
        ck_assert_msg(text_is(id, ids[i]), "%.*s is not %s", (int)id.size, id.data, ids[i]);
    }
    summary_free(&summary);
}
END_TEST

/* Versions of one article: the first in byte order stays, even if only names of facts differ. */
START_TEST(versions) {
#define SAYS(fid)                                                                                  \
    "{\"fid\":\"" fid "\",\"start\":0,\"end\":2,\"text\":\"Ya\",\"speaker\":null,\"cue\":null,"    \
    "\"confidence\":0.5,\"rule\":\"r\"}"
    static const struct sample samples[] = {
        {.id = "x", .title = "satu", .statements = SAYS("s-222222")},
        {.id = "x", .title = "satu", .statements = SAYS("s-111111")},
        {.id = "x", .title = "satu", .statements = SAYS("s-333333")},
        {.id = "x", .title = "tiga", .statements = SAYS("s-000000")}};
    for (size_t first = 0; first < 4; first++) {
        struct summary summary;
        start(&summary);
        for (size_t i = 0; i < 4; i++)
            sample_add(&summary, &samples[(first + i) % 4]);
        summary_seal(&summary);
        ck_assert_uint_eq(summary.count, 1);
        struct arena arena = {0};
        const struct facts *facts = sample_open(&summary, 0, &arena);
        ck_assert(text_is(facts->title, "satu"));
        ck_assert_str_eq(facts->statements[0].fid, "s-111111");
        arena_free(&arena);
        summary_free(&summary);
    }
}
END_TEST

#define EMPTY_SUMMARY                                                                              \
    "{\"taklimat\":\"summary/1\",\"period\":{\"from\":\"2024-08-01\",\"until\":\"2024-09-01\","    \
    "\"zone\":\"Asia/Jakarta\"},\"tables\":{\"version\":\"2026.1\",\"sha256\":\"00\"},"            \
    "\"articles\":["

START_TEST(exact_bytes) {
    struct summary summary;
    struct buffer json = {0};
    struct arena arena = {0};
    start(&summary);
    summary_write(&summary, &json);
    struct text body = TEXT(EMPTY_SUMMARY "]");
    struct text sum = sha256_hex(&arena, &body, 1, 64);
    struct text wanted = arena_printf(&arena, "%.*s,\"checksum\":\"%.*s\"}\n", (int)body.size,
                                      body.data, (int)sum.size, sum.data);
    ck_assert(text_equal(buffer_view(&json), wanted));
    buffer_free(&json);
    arena_free(&arena);
    summary_free(&summary);
}
END_TEST

/* A summary of two articles, written. */
static void write_two(struct buffer *json) {
    struct summary summary;
    start(&summary);
    sample_add(&summary, &(struct sample){.id = "b", .title = "Kurung ] } dan \\\" kutip"});
    sample_add(&summary, &(struct sample){.id = "a", .region = "19.06", .scope = "regency"});
    summary_seal(&summary);
    summary_write(&summary, json);
    summary_free(&summary);
}

static bool reads(struct text json, size_t *count) {
    struct summary summary;
    struct error error = {0};
    start(&summary);
    bool ok = summary_read(&summary, json, &error);
    *count = summary.count;
    if (!ok) {
        ck_assert_int_eq(error.code, EXIT_BAD_DATA);
        ck_assert_str_ne(error.message, "");
        ck_assert_str_ne(error.reason, "");
    }
    summary_free(&summary);
    return ok;
}

/* The same through a reader, to which a few more bytes are shown at a time. */
static bool reads_in_pieces(struct text json, size_t step, size_t *count) {
    struct summary summary;
    struct summary_reader reader;
    struct error error = {0};
    size_t taken = 0;
    json = text_trim(json);
    start(&summary);
    summary_reader_start(&reader, &summary);
    for (size_t seen = 0; seen < json.size;) {
        seen = seen + step < json.size ? seen + step : json.size;
        taken += summary_reader_take(&reader, text_slice(json, (struct span){taken, seen}), &error);
    }
    bool ok =
        summary_reader_end(&reader, text_slice(json, (struct span){taken, json.size}), &error);
    *count = summary.count;
    ck_assert_int_eq(error.code, ok ? EXIT_DONE : EXIT_BAD_DATA);
    ck_assert(ok || error.reason[0]);
    summary_free(&summary);
    return ok;
}

START_TEST(damage_is_refused_in_pieces) {
    struct buffer json = {0};
    size_t count;
    write_two(&json);
    for (size_t step = 1; step < 2000; step = step * 3 + 1) {
        ck_assert(reads_in_pieces(buffer_view(&json), step, &count));
        ck_assert_uint_eq(count, 2);
    }
    for (size_t i = 0; i + 1 < json.size; i++) {
        json.data[i] ^= 1;
        ck_assert_msg(!reads_in_pieces(buffer_view(&json), 97, &count), "byte %zu passes", i);
        ck_assert_uint_eq(count, 0);
        json.data[i] ^= 1;
        ck_assert_msg(!reads_in_pieces((struct text){json.data, i}, 97, &count), "cut at %zu", i);
    }
    buffer_free(&json);
}
END_TEST

START_TEST(damage_is_refused) {
    struct buffer json = {0};
    size_t count;
    write_two(&json);
    ck_assert(reads(buffer_view(&json), &count));
    ck_assert_uint_eq(count, 2);
    for (size_t i = 0; i + 1 < json.size; i++) {
        json.data[i] ^= 1;
        ck_assert_msg(!reads(buffer_view(&json), &count), "a changed byte %zu passes", i);
        ck_assert_uint_eq(count, 0);
        json.data[i] ^= 1;
        ck_assert_msg(!reads((struct text){json.data, i}, &count), "cut at byte %zu passes", i);
    }
    buffer_free(&json);
}
END_TEST

/* With a checksum that holds, what stands in it must still be right. */
START_TEST(wrong_contents_are_refused) {
    static const char *const bodies[] = {
        "{\"taklimat\":\"summary/1\",",
        "{\"taklimat\":\"summary/1\",\"period\":null,\"tables\":{},\"articles\":[]",
        "{\"taklimat\":\"summary/1\",\"period\":{\"from\":\"2024-13-01\",\"until\":null,\"zone\":"
        "\"Asia/Jakarta\"},\"tables\":{},\"articles\":[]",
        EMPTY_SUMMARY "{}]",
        EMPTY_SUMMARY "{\"taklimat\":\"facts/1\"}]",
        EMPTY_SUMMARY "[[[[]",
        EMPTY_SUMMARY "\"",
        EMPTY_SUMMARY "1,2,3]",
        "{\"taklimat\":\"summary/1\",\"period\":{\"from\":null,\"until\":null,\"zone\":\"x\"},"
        "\"tables\":[],\"articles\":[]",
        "{\"taklimat\":\"summary/1\",\"period\":{\"from\":null,\"until\":null,\"zone\":\"x\"},"
        "\"tables\":{\"version\":\"2026.2\",\"sha256\":\"00\"},\"articles\":[]"};
    struct arena arena = {0};
    struct text body = text_of(bodies[_i]);
    struct text sum = sha256_hex(&arena, &body, 1, 64);
    struct text json =
        arena_printf(&arena, "%s,\"checksum\":\"%.*s\"}", bodies[_i], (int)sum.size, sum.data);
    size_t count;
    ck_assert_msg(!reads(json, &count), "passes: %s", bodies[_i]);
    ck_assert_uint_eq(count, 0);
    arena_free(&arena);
}
END_TEST

/* What an open summary takes over from those it reads. */
START_TEST(period_and_tables_of_what_is_read) {
    static const char *const months[] = {"", "2024-09", "2024-07", "", "2024-08"};
    struct summary merged;
    struct error error = {0};
    summary_init(&merged, (struct period){0}, (struct text){0}, (struct text){0});
    for (size_t i = 0; i < 5; i++) {
        struct period period = {0};
        struct summary month;
        struct buffer json = {0};
        ck_assert(period_of_month(text_of(months[i]), &period) || !*months[i]);
        summary_init(&month, period, TEXT("2026.1"), TEXT("abc"));
        summary_write(&month, &json);
        ck_assert(summary_read(&merged, buffer_view(&json), &error));
        summary_free(&month);
        buffer_free(&json);
    }
    ck_assert_int_eq(date_compare(merged.period.from, date_make(2024, 7, 1)), 0);
    ck_assert_int_eq(date_compare(merged.period.until, date_make(2024, 10, 1)), 0);
    ck_assert(text_is(merged.tables_version, "2026.1"));
    ck_assert(text_is(merged.tables_sha256, "abc"));
    summary_free(&merged);
}
END_TEST

static bool refuse_third(void *context, struct text piece) {
    size_t *pieces = context;
    ck_assert(piece.data != NULL);
    return ++*pieces < 3;
}

START_TEST(stream_stops_at_the_first_failure) {
    struct summary summary;
    size_t pieces = 0;
    start(&summary);
    for (int i = 0; i < 9; i++) {
        char id[2] = {(char)('a' + i), 0};
        sample_add(&summary, &(struct sample){.id = id});
    }
    summary_seal(&summary);
    ck_assert(!summary_stream(&summary, refuse_third, &pieces));
    ck_assert_uint_eq(pieces, 3);
    summary_free(&summary);
}
END_TEST

START_TEST(months) {
    static const struct {
        const char *month, *from, *until;
    } rows[] = {{"2024-08", "2024-08-01", "2024-09-01"},
                {"2023-12", "2023-12-01", "2024-01-01"},
                {"2024-00", NULL, NULL},
                {"2024-13", NULL, NULL},
                {"0000-01", NULL, NULL},
                {"9999-01", NULL, NULL},
                {"2024-8", NULL, NULL},
                {"2024/08", NULL, NULL},
                {"2024-08-01", NULL, NULL},
                {"", NULL, NULL},
                {"20a4-08", NULL, NULL},
                {"2024-1x", NULL, NULL}};
    struct period period = {0};
    ck_assert_int_eq(period_of_month(text_of(rows[_i].month), &period), rows[_i].from != NULL);
    if (!rows[_i].from) {
        ck_assert(!date_is_set(period.from) && !period.zone.data);
        return;
    }
    char from[DATE_SIZE], until[DATE_SIZE];
    date_format(period.from, from);
    date_format(period.until, until);
    ck_assert_str_eq(from, rows[_i].from);
    ck_assert_str_eq(until, rows[_i].until);
    ck_assert(text_is(period.zone, "Asia/Jakarta"));
    ck_assert(period_holds(period, period.from));
    ck_assert(!period_holds(period, period.until));
    ck_assert(!period_holds(period, date_from_days(date_days(period.from) - 1)));
    ck_assert(!period_holds(period, (struct date){0}));
}
END_TEST

START_TEST(days) {
    static const struct {
        const char *published, *event_date, *day;
    } rows[] = {
        {"2024-08-05", "2024-08-04", "2024-08-04"}, {"2024-08-05", "2024-08-05", "2024-08-05"},
        {"2024-08-05", "2024-09-01", "2024-08-05"}, {"2024-08-05", "", "2024-08-05"},
        {"", "2024-08-04", "2024-08-04"},           {"", "", ""}};
    struct facts facts = {0};
    char day[DATE_SIZE];
    facts.published = date_parse_iso(text_of(rows[_i].published));
    facts.event_date = date_parse_iso(text_of(rows[_i].event_date));
    date_format(facts_day(&facts), day);
    ck_assert_str_eq(day, rows[_i].day);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("summary");
    TCase *cases = tcase_create("summary");
    tcase_set_timeout(cases, 120);
    tcase_add_loop_test(cases, same_bytes_however_merged, 0, 25);
    tcase_add_loop_test(cases, ids_are_unique_and_ordered, 0, 10);
    tcase_add_test(cases, clashing_ids);
    tcase_add_test(cases, versions);
    tcase_add_test(cases, exact_bytes);
    tcase_add_test(cases, damage_is_refused);
    tcase_add_test(cases, damage_is_refused_in_pieces);
    tcase_add_loop_test(cases, wrong_contents_are_refused, 0, 10);
    tcase_add_test(cases, period_and_tables_of_what_is_read);
    tcase_add_test(cases, stream_stops_at_the_first_failure);
    tcase_add_loop_test(cases, months, 0, 12);
    tcase_add_loop_test(cases, days, 0, 6);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
