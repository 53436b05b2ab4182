/* Figures of a published month: see history.h. Before: report. After: the next month's report. */
#include <config.h>

#include "summary/history.h"

#include "base/json_read.h"
#include "base/json_write.h"

#define NUMBER_MOST INT64_C(1000000000) /* no month has more of anything */

static void write_place(struct json_writer *json, const struct place_figures *place) {
    json_open_object(json);
    json_member_text(json, "code", place->code);
    json_member_integer(json, "articles", (int64_t)place->articles);
    json_member_integer(json, "stories", (int64_t)place->stories);
    json_key(json, "advisories");
    json_open_array(json);
    for (size_t type = 0; type < ADVISORY_TYPES; type++)
        json_integer(json, (int64_t)place->by_type[type]);
    json_close_array(json);
    json_member_integer(json, "quotes", (int64_t)place->quotes);
    json_member_integer(json, "regulations", (int64_t)place->regulations);
    json_close_object(json);
}

void history_write(const struct month_figures *month, struct buffer *out) {
    struct json_writer json = {.out = out};
    struct buffer name = {0};
    buffer_printf(&name, "%04d-%02d", month->year, month->month);
    json_open_object(&json);
    json_member_text(&json, "taklimat", TEXT("figures/1"));
    json_member_text(&json, "month", buffer_view(&name));
    json_member_text(&json, "tables", month->tables);
    json_member_text(&json, "topics", month->topics.size ? month->topics : TEXT(""));
    json_member_integer(&json, "added", (int64_t)month->added);
    json_key(&json, "places");
    json_open_array(&json);
    for (size_t i = 0; i < month->count; i++)
        write_place(&json, &month->places[i]);
    json_close_array(&json);
    json_close_object(&json);
    buffer_char(out, '\n');
    buffer_free(&name);
}

static bool wrong(struct error *error, const char *what) {
    return error_set(error, EXIT_BAD_DATA, "no figures of a month: %s", what);
}

static bool read_number(const struct cJSON *value, size_t *out) {
    int64_t number = json_is_number(value) ? json_get_integer(value, -1) : -1;
    *out = number < 0 ? 0 : (size_t)number;
    return number >= 0 && number <= NUMBER_MOST;
}

static bool read_types(const struct cJSON *array, size_t by_type[ADVISORY_TYPES]) {
    size_t type = 0;
    if (!json_is_array(array))
        return false;
    for (const struct cJSON *value = json_first(array); value; value = json_next(value))
        if (type == ADVISORY_TYPES || !read_number(value, &by_type[type++]))
            return false;
    return type == ADVISORY_TYPES;
}

static bool read_place(const struct cJSON *value, struct arena *arena, struct place_figures *out) {
    const struct cJSON *code = json_get(value, "code");
    out->code = arena_copy(arena, json_get_text(code));
    return json_is_string(code) && read_number(json_get(value, "articles"), &out->articles) &&
           read_number(json_get(value, "stories"), &out->stories) &&
           read_types(json_get(value, "advisories"), out->by_type) &&
           read_number(json_get(value, "quotes"), &out->quotes) &&
           read_number(json_get(value, "regulations"), &out->regulations);
}

static bool read_places(const struct cJSON *array, struct arena *arena, struct month_figures *out,
                        struct error *error) {
    size_t capacity = 0;
    if (!json_is_array(array))
        return wrong(error, "places is no array");
    for (const struct cJSON *value = json_first(array); value; value = json_next(value)) {
        struct place_figures place = {0};
        if (!read_place(value, arena, &place))
            return wrong(error, "a place lacks a number, or has a wrong one");
        if (out->count ? text_compare(out->places[out->count - 1].code, place.code) >= 0
                       : place.code.size > 0)
            return wrong(error, "the places are not in order");
        out->places = arena_grow(arena, out->places, out->count, out->count + 1,
                                 sizeof *out->places, &capacity);
        out->places[out->count++] = place;
    }
    return out->count > 0 || wrong(error, "the nation is missing");
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
    const struct cJSON *tables = json_get(root, "tables"), *topics = json_get(root, "topics");
    if (!text_is(json_get_text(json_get(root, "taklimat")), "figures/1"))
        return wrong(error, "it does not begin as figures/1");
    if (!read_name(json_get_text(json_get(root, "month")), out))
        return wrong(error, "the month is none");
    if (!json_is_string(tables) || !json_is_string(topics) ||
        !read_number(json_get(root, "added"), &out->added))
        return wrong(error, "what it was counted with is missing");
    out->tables = arena_copy(arena, json_get_text(tables));
    out->topics = arena_copy(arena, json_get_text(topics));
    return read_places(json_get(root, "places"), arena, out, error);
}

bool history_read(struct text json, struct arena *arena, struct month_figures *out,
                  struct error *error) {
    *out = (struct month_figures){0};
    struct cJSON *root = json_parse(text_trim(json), EXIT_BAD_DATA, error);
    if (!root)
        return false;
    bool ok = read_month(root, arena, out, error);
    json_free(root);
    if (!ok)
        *out = (struct month_figures){0};
    return ok;
}

bool history_comparable(const struct month_figures *a, const struct month_figures *b) {
    return text_equal(a->topics, b->topics) && a->added == b->added;
}

struct place_figures history_place(const struct month_figures *month, struct text code) {
    for (size_t i = 0; i < month->count; i++)
        if (text_equal(month->places[i].code, code))
            return month->places[i];
    return (struct place_figures){.code = code};
}
