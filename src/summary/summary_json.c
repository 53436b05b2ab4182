/* The summary as JSON (summary/1) and back. Before: seal.c, or a file. After: a file, or
 * summary_add.
 *
 * The last member is a checksum over every byte before it: a summary that was cut short, edited or
 * damaged is refused as a whole, because a month that silently lacks an article is worse than none.
 * Reading takes the articles one by one from the text, so that the JSON tree in memory is never
 * larger than one article. */
#include <config.h>

#include "summary/summary.h"

#include <stdio.h>
#include <string.h>

#include "base/digest.h"
#include "base/json_locate.h"
#include "base/json_read.h"
#include "base/json_sum.h"
#include "base/json_write.h"
#include "base/memory.h"
#include "base/translate.h"
#include "extract/facts_json.h"

#define HEAD "{\"taklimat\":\"summary/1\","

/* Writing: what passes through the sink is digested on the way. */
struct writing {
    summary_sink *sink;
    void *context;
    struct digest *digest;
    struct buffer piece;
    bool ok;
};

/* Hands on what stands in `piece` and empties it. */
static void flush_piece(struct writing *w) {
    digest_add(w->digest, w->piece.data, w->piece.size);
    w->ok = w->ok && w->sink(w->context, buffer_view(&w->piece));
    buffer_clear(&w->piece);
}

static void write_day(struct json_writer *w, const char *key, struct date day) {
    char iso[DATE_SIZE];
    date_format(day, iso);
    json_key(w, key);
    json_string(w, date_is_set(day) ? iso : NULL);
}

static void write_head(const struct summary *summary, struct buffer *out) {
    struct json_writer w = {.out = out};
    json_open_object(&w);
    json_member_text(&w, "taklimat", TEXT("summary/1"));
    json_key(&w, "period");
    json_open_object(&w);
    write_day(&w, "from", summary->period.from);
    write_day(&w, "until", summary->period.until);
    json_member_text(&w, "zone", summary->period.zone);
    if (day_rule_name(summary->period.rule))
        json_member_text(&w, "by", text_of(day_rule_name(summary->period.rule)));
    json_close_object(&w);
    json_key(&w, "tables");
    json_open_object(&w);
    json_member_text(&w, "version", summary->tables_version);
    json_member_text(&w, "sha256", summary->tables_sha256);
    json_close_object(&w);
    json_key(&w, "articles");
    json_open_array(&w);
}

bool summary_stream(const struct summary *summary, summary_sink *sink, void *context) {
    struct writing w = {.sink = sink, .context = context, .digest = digest_start(), .ok = true};
    char hex[DIGEST_HEX_SIZE];
    struct arena arena = {0};
    write_head(summary, &w.piece);
    for (size_t i = 0; i < summary->count && w.ok; i++) {
        struct facts facts;
        arena_reset(&arena);
        summary_article(summary, i, &arena, &facts);
        if (i)
            buffer_char(&w.piece, ',');
        facts_write(&facts, false, &w.piece);
        flush_piece(&w);
    }
    arena_free(&arena);
    buffer_char(&w.piece, ']');
    flush_piece(&w);
    digest_finish(w.digest, hex);
    buffer_printf(&w.piece, JSON_SUM_KEY "%s\"}\n", hex);
    bool ok = w.ok && sink(context, buffer_view(&w.piece));
    buffer_free(&w.piece);
    return ok;
}

static bool append_piece(void *context, struct text piece) {
    buffer_text(context, piece);
    return true;
}

void summary_write(const struct summary *summary, struct buffer *out) {
    summary_stream(summary, append_piece, out);
}

static bool refuse(struct error *error, const char *reason, const char *message) {
    error_set(error, EXIT_BAD_DATA, "%s", translate(message));
    error_reason(error, reason);
    return false;
}

/* The value of the member `key` of the object that `json` starts; none if it is not there. */
static struct text member(struct text json, const char *key) {
    for (size_t at = 1; at < json.size && json.data[at] == '"';) {
        size_t colon = json_string_end(json, at);
        struct text name = text_slice(json, (struct span){at + 1, colon - 1});
        size_t end = json_value_end(json, colon + 1);
        if (text_is(name, key))
            return text_slice(json, (struct span){colon + 1, end});
        at = end + 1;
    }
    return (struct text){NULL, 0};
}

/* Checks the checksum and leaves in *body what it covers. */
static bool check_sum(struct text json, struct text *body, struct error *error) {
    if (json_sum_holds(json, body))
        return true;
    return refuse(error, "damaged",
                  body->size ? N_("the summary is damaged: its checksum does not hold")
                             : N_("the summary is cut short: it does not end in a checksum"));
}

/* The day of a member that is a date or null. */
static bool read_day(const struct cJSON *object, const char *key, struct date *day) {
    const struct cJSON *value = json_get(object, key);
    *day = date_parse_iso(json_get_text(value));
    return value && json_is_string(value) == date_is_set(*day);
}

static bool read_period(struct text json, struct period *period, struct arena *arena,
                        struct error *error) {
    struct cJSON *value = json.data ? json_parse(json, EXIT_BAD_DATA, error) : NULL;
    bool ok = value && read_day(value, "from", &period->from) &&
              read_day(value, "until", &period->until) && json_is_string(json_get(value, "zone"));
    const struct cJSON *rule = ok ? json_get(value, "by") : NULL;
    if (rule)
        ok = day_rule_of(json_get_text(rule), &period->rule);
    if (ok)
        period->zone = arena_copy(arena, json_get_text(json_get(value, "zone")));
    json_free(value);
    return ok || refuse(error, "bad_format", N_("the summary has no period that can be read"));
}

/* Whether `theirs` agrees with `ours`, where one that is not known agrees with all. */
static bool agrees(struct text ours, struct text theirs) {
    return !ours.data || !theirs.data || text_equal(ours, theirs);
}

/* What the head of a summary says. */
struct head {
    struct period period;
    struct text version, sha256;
};

#define STAMP_SIZE 64

/* Writes version and digest as tables->stamp has them. */
static void write_stamp(char stamp[STAMP_SIZE], struct text version, struct text sha256) {
    snprintf(stamp, STAMP_SIZE, "%.*s/%.*s", (int)(version.size < 32 ? version.size : 32),
             version.data ? version.data : "", (int)(sha256.size < 16 ? sha256.size : 16),
             sha256.data ? sha256.data : "");
}

/* Two versions of one article, made with different tables, would stay or go by the order in which
 * they come. */
static bool refuse_tables(const struct summary *summary, struct text theirs, struct error *error) {
    char ours[STAMP_SIZE];
    write_stamp(ours, summary->tables_version, summary->tables_sha256);
    error_set(
        error, EXIT_BAD_DATA,
        "made with tables %.*s, but the rest is of tables %s; extract again, or name the same "
        "files by --register",
        (int)(theirs.size < STAMP_SIZE ? theirs.size : STAMP_SIZE), theirs.data, ours);
    error_reason(error, "other_tables");
    return false;
}

/* True if a line of facts comes from the summary's tables, or does not tell from which. */
static bool same_tables(const struct summary *summary, const struct facts *facts,
                        struct error *error) {
    char ours[STAMP_SIZE];
    write_stamp(ours, summary->tables_version, summary->tables_sha256);
    return !facts->tables.data || !summary->tables_sha256.data || text_is(facts->tables, ours) ||
           refuse_tables(summary, facts->tables, error);
}

static bool read_tables(const struct summary *summary, struct text json, struct head *head,
                        struct arena *arena, struct error *error) {
    struct cJSON *value = json.data ? json_parse(json, EXIT_BAD_DATA, error) : NULL;
    if (!value || !json_is_object(value)) {
        json_free(value);
        return refuse(error, "bad_format",
                      N_("the summary does not say with which tables it was made"));
    }
    struct text version = json_get_text(json_get(value, "version"));
    struct text sha256 = json_get_text(json_get(value, "sha256"));
    head->version = version.data ? arena_copy(arena, version) : version;
    head->sha256 = sha256.data ? arena_copy(arena, sha256) : sha256;
    json_free(value);
    if (agrees(summary->tables_version, head->version) &&
        agrees(summary->tables_sha256, head->sha256))
        return true;
    char stamp[STAMP_SIZE];
    write_stamp(stamp, head->version, head->sha256);
    return refuse_tables(summary, text_of(stamp), error);
}

/* Adds the articles of the array `json`. On failure some were added. */
static bool read_articles(struct summary *summary, struct text json, struct error *error) {
    struct arena scratch = {0};
    bool ok = json.size >= 2 && json.data[0] == '[' && json.data[json.size - 1] == ']';
    if (!ok)
        refuse(error, "bad_format", N_("the summary has no articles array"));
    for (size_t at = 1; ok && at + 1 < json.size;) {
        struct facts facts;
        size_t end = json_value_end(json, at);
        arena_reset(&scratch);
        ok = facts_read(text_slice(json, (struct span){at, end}), &scratch, &facts, error);
        if (ok)
            summary_add(summary, &facts);
        else
            error_reason(error, "bad_format");
        at = end + 1;
    }
    arena_free(&scratch);
    return ok;
}

static bool has_dates(struct period period) {
    return date_is_set(period.from) || date_is_set(period.until);
}

/* The smallest period that covers both, where one without dates is none. */
static struct period cover(struct period a, struct period b) {
    if (!has_dates(a) || !has_dates(b))
        return has_dates(a) ? a : b;
    if (date_compare(b.from, a.from) < 0)
        a.from = b.from; /* no date, open at that end, comes first */
    if (!date_is_set(b.until) || (date_is_set(a.until) && date_compare(b.until, a.until) > 0))
        a.until = b.until;
    return a;
}

/* Takes over what the head says, as far as it was open. */
static void take_head(struct summary *summary, const struct head *head) {
    struct keeper *keeper = &summary->keeper;
    if (!summary->tables_version.data)
        summary->tables_version = keep_word(keeper, head->version);
    if (!summary->tables_sha256.data)
        summary->tables_sha256 = keep_word(keeper, head->sha256);
    if (summary->period_is_set)
        return;
    summary->period = cover(summary->period, head->period);
    summary->period.zone = keep_word(keeper, summary->period.zone);
}

/* Days told in different zones, or chosen by different rules, are no one period. */
static bool same_days(const struct summary *summary, struct period theirs, struct error *error) {
    struct period ours = summary->period;
    if (summary->period_is_set || !has_dates(ours) || !has_dates(theirs) ||
        (ours.rule == theirs.rule && text_equal(ours.zone, theirs.zone)))
        return true;
    return refuse(
        error, "other_period",
        N_("its days are of another zone or chosen by another rule than the rest; name the "
           "month by --month"));
}

static bool read_summary(struct summary *summary, struct text json, struct error *error) {
    struct text body;
    struct arena arena = {0};
    struct head head = {0};
    size_t before = summary->count;
    bool ok = check_sum(json, &body, error) &&
              read_period(member(body, "period"), &head.period, &arena, error) &&
              same_days(summary, head.period, error) &&
              read_tables(summary, member(body, "tables"), &head, &arena, error) &&
              read_articles(summary, member(body, "articles"), error);
    if (ok)
        take_head(summary, &head);
    else
        summary->count = before;
    arena_free(&arena);
    return ok;
}

static bool read_line(struct summary *summary, struct text json, struct error *error) {
    struct facts facts;
    arena_reset(&summary->scratch);
    bool ok = facts_read(json, &summary->scratch, &facts, error);
    if (!ok)
        error_reason(error, "bad_format");
    ok = ok && same_tables(summary, &facts, error);
    if (ok)
        summary_add(summary, &facts);
    return ok;
}

bool summary_starts(struct text json) { return text_starts(json, HEAD); }

void summary_reader_start(struct summary_reader *reader, struct summary *summary) {
    *reader = (struct summary_reader){.summary = summary, .before = summary->count};
    reader->period = summary->period;
    reader->tables_version = summary->tables_version;
    reader->tables_sha256 = summary->tables_sha256;
    reader->digest = digest_start();
}

/* Keeps the first mistake; what follows is only digested, since a damaged summary should be told as
 * that. */
static void give_up(struct summary_reader *reader) {
    reader->summary->count = reader->before;
    reader->summary->period = reader->period;
    reader->summary->tables_version = reader->tables_version;
    reader->summary->tables_sha256 = reader->tables_sha256;
    reader->state = READING_REST;
    reader->failed = true;
}

/* Period and tables, as soon as all before the articles is there. Returns what was taken. */
static size_t take_start(struct summary_reader *reader, struct text json, struct error *error) {
    static const char key[] = "\"articles\":[";
    const char *found = memmem(json.data, json.size, key, sizeof key - 1);
    struct head head = {0};
    if (!found)
        return 0;
    struct text start = text_slice(json, (struct span){0, (size_t)(found - json.data)});
    struct arena *arena = &reader->summary->scratch;
    arena_reset(arena);
    reader->state = READING_ARTICLES;
    if (read_period(member(start, "period"), &head.period, arena, error) &&
        same_days(reader->summary, head.period, error) &&
        read_tables(reader->summary, member(start, "tables"), &head, arena, error))
        take_head(reader->summary, &head);
    else
        give_up(reader);
    return start.size + sizeof key - 1;
}

/* The next article, if all of it is there, or the end of the articles. */
static size_t take_article(struct summary_reader *reader, struct text json, struct error *error) {
    size_t start = json.size > 0 && json.data[0] == ',';
    if (start < json.size && json.data[start] == ']') {
        reader->state = READING_REST;
        return start + 1;
    }
    size_t end = json_value_end(json, start);
    if (end >= json.size)
        return 0;
    if (!read_line(reader->summary, text_slice(json, (struct span){start, end}), error))
        give_up(reader);
    return end;
}

size_t summary_reader_take(struct summary_reader *reader, struct text json, struct error *error) {
    size_t taken = 0, step;
    do {
        struct text rest = text_slice(json, (struct span){taken, json.size});
        step = 0;
        if (reader->state == READING_START)
            step = take_start(reader, rest, error);
        else if (reader->state == READING_ARTICLES)
            step = take_article(reader, rest, error);
        else if (rest.size > JSON_SUM_SIZE)
            step = rest.size - JSON_SUM_SIZE;
        digest_add(reader->digest, rest.data, step);
        taken += step;
    } while (step > 0);
    return taken;
}

bool summary_reader_end(struct summary_reader *reader, struct text tail, struct error *error) {
    char hex[DIGEST_HEX_SIZE];
    digest_finish(reader->digest, hex);
    struct text sum = text_slice(tail, (struct span){0, tail.size < 2 ? 0 : tail.size - 2});
    bool whole = tail.size == JSON_SUM_SIZE && text_starts(tail, JSON_SUM_KEY) &&
                 text_ends(tail, "\"}") && text_ends(sum, hex);
    if (whole && reader->state == READING_REST && !reader->failed)
        return true;
    give_up(reader);
    if (whole && error->code != EXIT_DONE)
        return false;
    *error = (struct error){0};
    return refuse(error, "damaged",
                  N_("the summary is damaged or cut short: its checksum does not hold"));
}

bool summary_read(struct summary *summary, struct text json, struct error *error) {
    json = text_trim(json);
    if (text_starts(json, HEAD))
        return read_summary(summary, json, error);
    return read_line(summary, json, error);
}
