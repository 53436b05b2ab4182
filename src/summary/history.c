/* Figures of a published month: see history.h. Before: report. After: the next month's report. */
#include <config.h>

#include "summary/history.h"

#include "base/json_read.h"
#include "base/json_sum.h"
#include "base/json_write.h"
#include "base/search.h"
#include "base/translate.h"
#include "tables/topics.h"

#define HEAD "{\"taklimat\":\"figures/3\","
#define NUMBER_MOST INT64_C(1000000000) /* no month has more of anything */

static void write_numbers(struct json_writer *json, const char *key, const size_t *numbers,
                          size_t count) {
    json_key(json, key);
    json_open_array(json);
    for (size_t i = 0; i < count; i++)
        json_integer(json, numbers ? (int64_t)numbers[i] : 0);
    json_close_array(json);
}

static void write_place(struct json_writer *json, const struct place_figures *place,
                        size_t labels) {
    json_open_object(json);
    json_member_text(json, "code", place->code);
    json_member_integer(json, "articles", (int64_t)place->articles);
    json_member_integer(json, "stories", (int64_t)place->stories);
    write_numbers(json, "advisories", place->by_type, ADVISORY_TYPES);
    json_member_integer(json, "quotes", (int64_t)place->quotes);
    json_member_integer(json, "regulations", (int64_t)place->regulations);
    write_numbers(json, "topics", place->by_topic, labels);
    json_close_object(json);
}

void history_write(const struct month_figures *month, struct buffer *out) {
    struct json_writer json = {.out = out};
    struct buffer name = {0};
    size_t from = out->size;
    buffer_printf(&name, "%04d-%02d", month->year, month->month);
    json_open_object(&json);
    json_member_text(&json, "taklimat", TEXT("figures/3"));
    json_member_text(&json, "month", buffer_view(&name));
    json_member_text(&json, "tables", month->tables);
    json_member_text(&json, "zone", month->zone);
    json_member_text(&json, "by", month->by.size ? month->by : TEXT(""));
    json_member_text(&json, "topics", month->topics.size ? month->topics : TEXT(""));
    json_member_integer(&json, "added", (int64_t)month->added);
    json_key(&json, "labels");
    json_open_array(&json);
    for (size_t i = 0; i < month->label_count; i++)
        json_text(&json, month->labels[i]);
    json_close_array(&json);
    json_key(&json, "places");
    json_open_array(&json);
    for (size_t i = 0; i < month->count; i++)
        write_place(&json, &month->places[i], month->label_count);
    json_close_array(&json);
    json_sum_end(out, from);
    buffer_char(out, '\n');
    buffer_free(&name);
}

static bool wrong(struct error *error, const char *what) {
    return error_set(error, EXIT_BAD_DATA, "no figures of a month: %s", translate(what));
}

static bool read_number(const struct cJSON *value, size_t *out) {
    int64_t number = json_is_number(value) ? json_get_integer(value, -1) : -1;
    *out = number < 0 ? 0 : (size_t)number;
    return number >= 0 && number <= NUMBER_MOST;
}

/* An array of exactly `count` numbers. */
static bool read_numbers(const struct cJSON *array, size_t *numbers, size_t count) {
    size_t read = 0;
    if (!json_is_array(array))
        return false;
    for (const struct cJSON *value = json_first(array); value; value = json_next(value))
        if (read == count || !read_number(value, &numbers[read++]))
            return false;
    return read == count;
}

static bool read_place(const struct cJSON *value, struct arena *arena, size_t labels,
                       struct place_figures *out) {
    const struct cJSON *code = json_get(value, "code");
    size_t *topics = arena_alloc_array(arena, labels, sizeof *topics);
    out->by_topic = topics;
    out->code = arena_copy(arena, json_get_text(code));
    return json_is_string(code) && read_number(json_get(value, "articles"), &out->articles) &&
           read_number(json_get(value, "stories"), &out->stories) &&
           read_numbers(json_get(value, "advisories"), out->by_type, ADVISORY_TYPES) &&
           read_number(json_get(value, "quotes"), &out->quotes) &&
           read_number(json_get(value, "regulations"), &out->regulations) &&
           read_numbers(json_get(value, "topics"), topics, labels);
}

static bool read_places(const struct cJSON *array, struct arena *arena, struct month_figures *out,
                        struct error *error) {
    size_t capacity = 0;
    if (!json_is_array(array))
        return wrong(error, N_("places is no array"));
    for (const struct cJSON *value = json_first(array); value; value = json_next(value)) {
        struct place_figures place = {0};
        if (!read_place(value, arena, out->label_count, &place))
            return wrong(error, N_("a place lacks a number, or has a wrong one"));
        if (out->count ? text_compare(out->places[out->count - 1].code, place.code) >= 0
                       : place.code.size > 0)
            return wrong(error, N_("the places are not in order"));
        out->places = arena_grow(arena, out->places, out->count, out->count + 1,
                                 sizeof *out->places, &capacity);
        out->places[out->count++] = place;
    }
    return out->count > 0 || wrong(error, N_("the nation is missing"));
}

static bool read_labels(const struct cJSON *array, struct arena *arena, struct month_figures *out,
                        struct error *error) {
    out->labels = arena_alloc_array(arena, TOPICS_MAX, sizeof *out->labels);
    if (!json_is_array(array))
        return wrong(error, N_("labels is no array"));
    for (const struct cJSON *value = json_first(array); value; value = json_next(value)) {
        if (out->label_count == TOPICS_MAX || !json_is_string(value))
            return wrong(error, N_("a label is no text, or there are too many"));
        out->labels[out->label_count++] = arena_copy(arena, json_get_text(value));
    }
    return true;
}

/* "2025-01" */
static bool read_name(struct text name, struct month_figures *out) {
    if (name.size != 7 || name.data[4] != '-')
        return false;
    for (size_t i = 0; i < name.size; i++) {
        if (i == 4)
            continue;
        if (name.data[i] < '0' || name.data[i] > '9')
            return false;
        int *number = i < 4 ? &out->year : &out->month;
        *number = *number * 10 + (name.data[i] - '0');
    }
    return out->year > 0 && out->month >= 1 && out->month <= 12;
}

static bool read_month(const struct cJSON *root, struct arena *arena, struct month_figures *out,
                       struct error *error) {
    const struct cJSON *tables = json_get(root, "tables"), *topics = json_get(root, "topics"),
                       *zone = json_get(root, "zone"), *by = json_get(root, "by");
    if (!read_name(json_get_text(json_get(root, "month")), out))
        return wrong(error, N_("the month is none"));
    if (!json_is_string(tables) || !json_is_string(topics) || !json_is_string(zone) ||
        !json_is_string(by) || !read_number(json_get(root, "added"), &out->added))
        return wrong(error, N_("what it was counted with is missing"));
    out->tables = arena_copy(arena, json_get_text(tables));
    out->zone = arena_copy(arena, json_get_text(zone));
    out->by = arena_copy(arena, json_get_text(by));
    out->topics = arena_copy(arena, json_get_text(topics));
    return read_labels(json_get(root, "labels"), arena, out, error) &&
           read_places(json_get(root, "places"), arena, out, error);
}

bool history_read(struct text json, struct arena *arena, struct month_figures *out,
                  struct error *error) {
    struct text covered;
    *out = (struct month_figures){0};
    json = text_trim(json);
    if (!text_starts(json, HEAD))
        return wrong(error, N_("it does not begin as figures/3"));
    if (!json_sum_holds(json, &covered))
        return wrong(error, covered.size ? N_("damaged, its checksum does not hold")
                                         : N_("damaged, it does not end in a checksum"));
    struct cJSON *root = json_parse(json, EXIT_BAD_DATA, error);
    if (!root)
        return false;
    bool ok = read_month(root, arena, out, error);
    json_free(root);
    if (!ok)
        *out = (struct month_figures){0};
    return ok;
}

bool history_comparable(const struct month_figures *a, const struct month_figures *b) {
    return text_equal(a->topics, b->topics) && a->added == b->added &&
           text_equal(a->zone, b->zone) && text_equal(a->by, b->by);
}

static bool before_code(const void *item, const void *key) {
    return text_compare(((const struct place_figures *)item)->code, *(const struct text *)key) < 0;
}

struct place_figures history_place(const struct month_figures *month, struct text code) {
    size_t at =
        search_first(month->places, month->count, sizeof *month->places, &code, before_code);
    if (at < month->count && text_equal(month->places[at].code, code))
        return month->places[at];
    return (struct place_figures){.code = code};
}

const struct month_figures *history_before(const struct history *history) {
    return history && history->count ? history->at[history->count - 1].figures : NULL;
}

size_t history_known(const struct history *history) {
    size_t known = 0;
    for (size_t i = 0; history && i < history->count; i++)
        known += history->at[i].state == HISTORY_KNOWN;
    return known;
}

bool history_topic(const struct month_figures *month, const struct place_figures *place,
                   struct text label, size_t *count) {
    for (size_t i = 0; i < month->label_count; i++)
        if (text_equal(month->labels[i], label)) {
            *count = place->by_topic ? place->by_topic[i] : 0;
            return true;
        }
    return false;
}
