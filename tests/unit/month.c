/* Invented articles as facts/1: see month.h. */
#include <config.h>

#include "month.h"

#include <check.h>

#include "base/json_write.h"
#include "base/sha256.h"

static void write_member(struct json_writer *w, const char *key, const char *value) {
    json_key(w, key);
    json_string(w, value);
}

static void write_array(struct json_writer *w, const char *key, const char *inside) {
    json_key(w, key);
    json_open_array(w);
    if (inside)
        json_raw(w, text_of(inside));
    json_close_array(w);
}

static void write_region(struct json_writer *w, const char *code) {
    json_key(w, "region");
    if (!code) {
        json_null(w);
        return;
    }
    json_open_object(w);
    write_member(w, "code", code);
    write_member(w, "name", "Nama dari berita");
    json_key(w, "confidence");
    json_hundredths(w, 90);
    write_array(w, "evidence", NULL);
    json_close_object(w);
}

static void write_head(struct json_writer *w, const struct sample *sample, struct arena *arena) {
    struct text id = text_of(sample->id);
    json_member_text(w, "taklimat", TEXT("facts/1"));
    json_member_text(w, "id", id);
    json_member_text(w, "sha256",
                     sample->sha256 ? text_of(sample->sha256) : sha256_hex(arena, &id, 1, 64));
    write_member(w, "title", sample->title ? sample->title : "Judul");
    write_member(w, "publisher", sample->publisher);
    write_member(w, "url", NULL);
    write_member(w, "author", NULL);
    write_member(w, "published", sample->published);
    write_member(w, "event_date", sample->event_date);
    write_member(w, "date_evidence", NULL);
    write_member(w, "scope", sample->scope ? sample->scope : "unknown");
    write_region(w, sample->region);
}

struct text sample_line(struct arena *arena, const struct sample *sample) {
    struct buffer line = {0};
    struct json_writer w = {.out = &line};
    json_open_object(&w);
    write_head(&w, sample, arena);
    write_array(&w, "also", sample->also);
    write_array(&w, "people", sample->people);
    write_array(&w, "quotes", sample->quotes);
    write_array(&w, "statements", sample->statements);
    write_array(&w, "citations", sample->citations);
    write_array(&w, "backrefs", NULL);
    write_array(&w, "advisories", sample->advisories);
    write_array(&w, "flags", sample->flags);
    write_member(&w, "sketch", sample->sketch ? sample->sketch : "");
    json_close_object(&w);
    struct text copy = arena_copy(arena, buffer_view(&line));
    buffer_free(&line);
    return copy;
}

struct facts *sample_open(const struct summary *summary, size_t index, struct arena *arena) {
    struct facts *facts = arena_alloc(arena, sizeof *facts);
    ck_assert_uint_lt(index, summary->count);
    summary_article(summary, index, arena, facts);
    return facts;
}

bool sample_is(const struct kept *kept, const char *id) {
    struct text name, sha256;
    kept_name(kept, &name, &sha256);
    return text_is(name, id);
}

void sample_add(struct summary *summary, const struct sample *sample) {
    struct arena arena = {0};
    struct error error = {0};
    bool read = summary_read(summary, sample_line(&arena, sample), &error);
    ck_assert_msg(read, "%s: %s", sample->id, error.message);
    arena_free(&arena);
}

uint32_t next_random(uint64_t *state) {
    *state = *state * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (uint32_t)(*state >> 33);
}
