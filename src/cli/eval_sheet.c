/* Reading sheets: see eval_sheet.h. Before: base/json_read.h. After: eval_records.c. */
#include <config.h>

#include "cli/eval_sheet.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdlib.h>
#include <string.h>

#include "base/translate.h"
#include "base/utf8.h"

#define NAME_MOST 200     /* characters of a person's name */
#define POSITION_MOST 400 /* characters of a position */
#define REGION_GIVEN 100  /* confidence of a region from the record; of one from the text: less */

static const char *const list_names[SHEET_LISTS] = {"quotes", "statements", "advisories",
                                                    "citations"};

/* What the functions below share. The first mistake is kept; reading goes on harmlessly after it.
 */
struct reader {
    struct arena *arena;
    struct sheet *sheet;
    bool gold;
    struct sheet_fault why; /* none while all is well */
};

static const char *place(struct arena *arena, const char *where, struct text what) {
    return arena_printf(arena, "%s: %.*s", where, (int)what.size, what.data).data;
}

__attribute__((format(printf, 3, 4))) static void fail(struct reader *r, const char *where,
                                                       const char *format, ...) {
    va_list arguments;
    if (r->why.message)
        return;
    va_start(arguments, format);
    r->why.message = place(r->arena, where, arena_print_list(r->arena, format, arguments));
    va_end(arguments);
    va_start(arguments, format);
    r->why.told = place(r->arena, where, arena_print_list(r->arena, translate(format), arguments));
    va_end(arguments);
}

static bool is_given(const struct cJSON *value) {
    return json_is_string(value) || json_is_number(value) || json_is_object(value) ||
           json_is_array(value);
}

/* A copy of a string, or of a whole number's digits; none for null. */
static struct text copy_text(struct reader *r, const struct cJSON *object, const char *key) {
    const struct cJSON *value = json_get(object, key);
    if (json_is_number(value))
        return arena_printf(r->arena, "%" PRId64, json_get_integer(value, -1));
    struct text text = json_get_text(value);
    return text.data ? arena_copy(r->arena, text) : text;
}

static bool cuts_character(struct text text, size_t offset) {
    return offset < text.size && ((unsigned char)text.data[offset] & 0xC0) == 0x80;
}

/* The span of an annotation that gives its words instead: where they first stand, or for the
 * `occurrence`th time. */
static struct span find_words(struct reader *r, const struct cJSON *value, const char *where) {
    struct text text = r->sheet->text, words = json_get_text(json_get(value, "text"));
    int64_t wanted = json_get_integer(json_get(value, "occurrence"), 1);
    size_t seen = 0;
    size_t at = words.size ? text_find(text, 0, words) : text.size;
    while (at < text.size && (int64_t)++seen < wanted)
        at = text_find(text, at + 1, words);
    if (at < text.size)
        return (struct span){at, at + words.size};
    if (words.data && seen)
        fail(r, where, N_("its text stands only %zu times in the article"), seen);
    else
        fail(r, where,
             words.data ? N_("its text does not stand in the article")
                        : N_("has neither start and end nor text"));
    return (struct span){0, 0};
}

/* The members start and end; a span of nothing after a mistake. */
static struct span read_span(struct reader *r, const struct cJSON *value, const char *where) {
    struct text text = r->sheet->text;
    if (r->gold && !json_get(value, "start") && !json_get(value, "end"))
        return find_words(r, value, where);
    int64_t start = json_get_integer(json_get(value, "start"), -1);
    int64_t end = json_get_integer(json_get(value, "end"), -1);
    if (start < 0 || start >= end || (uint64_t)end > text.size) {
        fail(r, where, N_("span %lld..%lld of %zu"), (long long)start, (long long)end, text.size);
        return (struct span){0, 0};
    }
    struct span span = {(size_t)start, (size_t)end};
    if (cuts_character(text, span.start) || cuts_character(text, span.end))
        fail(r, where, N_("span %zu..%zu cuts a character"), span.start, span.end);
    const struct cJSON *words = json_get(value, "text");
    if (words && !text_equal(json_get_text(words), text_slice(text, span)))
        fail(r, where, N_("text differs from its span %zu..%zu"), span.start, span.end);
    return span;
}

static size_t count_elements(struct reader *r, const struct cJSON *line, const char *key) {
    const struct cJSON *list = json_get(line, key);
    size_t count = 0;
    if (list && !json_is_array(list)) {
        fail(r, key, N_("is no list"));
        return 0;
    }
    for (const struct cJSON *v = json_first(list); v; v = json_next(v))
        count++;
    return count;
}

static void read_people(struct reader *r, const struct cJSON *line) {
    struct sheet *sheet = r->sheet;
    size_t count = count_elements(r, line, "people");
    sheet->has_people = json_get(line, "people") != NULL;
    sheet->people = arena_alloc_array(r->arena, count + 1, sizeof *sheet->people);
    if (count == 0)
        return;
    for (const struct cJSON *v = json_first(json_get(line, "people")); v; v = json_next(v)) {
        struct voice *voice = &sheet->people[sheet->people_count++];
        voice->id = json_get_integer(json_get(v, "id"), r->gold ? 0 : -1);
        if (!json_is_string(json_get(v, "name")) || voice->id < 0) {
            fail(r, "people",
                 r->gold ? N_("person without name") : N_("person without id or name"));
            return;
        }
        voice->name = copy_text(r, v, "name");
        voice->position = copy_text(r, v, "position");
        voice->has_position = json_get(v, "position") != NULL;
        if (utf8_length(voice->name) > NAME_MOST)
            fail(r, "people", N_("name of more than 200 characters"));
        if (utf8_length(voice->position) > POSITION_MOST)
            fail(r, "people", N_("position of more than 400 characters"));
    }
}

/* The last person with this id: people of facts usually have their place for an id. */
static struct voice *find_voice(struct sheet *sheet, int64_t id) {
    if (id >= 0 && (uint64_t)id < sheet->people_count && sheet->people[id].id == id)
        return &sheet->people[id];
    for (size_t i = sheet->people_count; i > 0; i--)
        if (sheet->people[i - 1].id == id)
            return &sheet->people[i - 1];
    return NULL;
}

/* The speaker's name; in facts the speaker is a person's id. */
static struct text read_speaker(struct reader *r, const struct cJSON *value, enum sheet_list list) {
    const struct cJSON *speaker = json_get(value, "speaker");
    if (r->gold)
        return copy_text(r, value, "speaker");
    if (!is_given(speaker))
        return (struct text){0};
    struct voice *voice = find_voice(r->sheet, json_get_integer(speaker, -1));
    if (!voice) {
        fail(r, list_names[list], N_("speaker is nobody"));
        return (struct text){0};
    }
    if (list == LIST_QUOTES || list == LIST_STATEMENTS)
        voice->speaks = true;
    return voice->name;
}

static int64_t read_year(struct reader *r, const struct cJSON *value) {
    const struct cJSON *year = json_get(value, "year");
    if (is_given(year) && !json_is_number(year))
        fail(r, "citations", N_("type or year of the wrong kind"));
    return json_get_integer(year, NO_YEAR);
}

static struct item read_item(struct reader *r, const struct cJSON *value, enum sheet_list list) {
    struct item item = {.span = read_span(r, value, list_names[list]), .year = NO_YEAR};
    item.type = copy_text(r, value, "type");
    item.has_type = json_get(value, "type") != NULL;
    item.confidence = json_get_hundredths(json_get(value, "confidence"), 0);
    item.has_speaker = json_get(value, "speaker") != NULL;
    if (list != LIST_CITATIONS) {
        item.speaker = read_speaker(r, value, list);
        return item;
    }
    if (!json_is_string(json_get(value, "type")))
        fail(r, "citations", N_("type or year of the wrong kind"));
    if (r->gold && !json_get(value, "number"))
        fail(r, "citations", N_("item without number; it is null where there is none"));
    item.has_pinpoint = json_get(value, "pinpoint") != NULL;
    item.has_year = json_get(value, "year") != NULL;
    item.number = copy_text(r, value, "number");
    item.pinpoint = copy_text(r, value, "pinpoint");
    item.year = read_year(r, value);
    return item;
}

static void read_list(struct reader *r, const struct cJSON *line, enum sheet_list list) {
    struct items *items = &r->sheet->lists[list];
    size_t count = count_elements(r, line, list_names[list]);
    items->given = json_get(line, list_names[list]) != NULL;
    items->at = arena_alloc_array(r->arena, count + 1, sizeof *items->at);
    if (count == 0)
        return;
    for (const struct cJSON *v = json_first(json_get(line, list_names[list])); v && !r->why.message;
         v = json_next(v))
        items->at[items->count++] = read_item(r, v, list);
}

/* Flags about the whole article have no span. */
static void read_flags(struct reader *r, const struct cJSON *line) {
    struct sheet *sheet = r->sheet;
    size_t count = count_elements(r, line, "flags");
    sheet->has_flags = json_get(line, "flags") != NULL;
    sheet->noise.at = arena_alloc_array(r->arena, count + 1, sizeof *sheet->noise.at);
    if (count == 0)
        return;
    for (const struct cJSON *v = json_first(json_get(line, "flags")); v && !r->why.message;
         v = json_next(v)) {
        struct text kind = json_get_text(json_get(v, "kind"));
        if (!json_get(v, "start") && !(r->gold && json_get(v, "text")))
            continue;
        struct span span = read_span(r, v, "flags");
        if (text_is(kind, "duplicate") || text_is(kind, "boilerplate"))
            sheet->noise.at[sheet->noise.count++] = span;
    }
    sheet->noise = spans_union(sheet->noise);
}

static void read_place_and_time(struct reader *r, const struct cJSON *line) {
    struct sheet *sheet = r->sheet;
    const struct cJSON *region = json_get(line, "region");
    sheet->has_region = region != NULL;
    if (r->gold)
        sheet->region = copy_text(r, line, "region");
    else if (is_given(region) && !json_is_object(region))
        fail(r, "region", N_("is no object"));
    else
        sheet->region = copy_text(r, region, "code");
    sheet->region_confidence = json_get_hundredths(json_get(region, "confidence"), 0);
    sheet->region_from_record = !r->gold && sheet->region_confidence == REGION_GIVEN;
    sheet->has_date = json_get(line, "event_date") != NULL;
    sheet->date = copy_text(r, line, "event_date");
    size_t count = count_elements(r, line, "also");
    sheet->has_also = json_get(line, "also") != NULL;
    sheet->also = arena_alloc_array(r->arena, count + 1, sizeof *sheet->also);
    if (count == 0)
        return;
    for (const struct cJSON *v = json_first(json_get(line, "also")); v; v = json_next(v))
        if (json_is_string(v))
            sheet->also[sheet->also_count++] = arena_copy(r->arena, json_get_text(v));
}

/* Everything but PFSA-ID's labels. People come before those who refer to them. */
static bool read_sheet(struct reader *r, const struct cJSON *line, struct sheet_fault *why) {
    read_people(r, line);
    for (enum sheet_list list = 0; list < SHEET_LISTS; list++)
        read_list(r, line, list);
    read_flags(r, line);
    read_place_and_time(r, line);
    *why = r->why;
    return !r->why.message;
}

static int compare_labels(const void *a, const void *b) {
    const struct label *x = a, *y = b;
    if (x->start != y->start)
        return x->start < y->start ? -1 : 1;
    return (x->place > y->place) - (x->place < y->place);
}

/* PFSA-ID counts characters; facts count bytes. Filled once by walking both. */
size_t *character_offsets(struct arena *arena, struct text text, size_t *count) {
    *count = utf8_length(text);
    size_t *offsets = arena_alloc_array(arena, *count + 1, sizeof *offsets);
    for (size_t i = 0, n = 0, size; i < text.size; i += size) {
        utf8_decode(text, i, &size);
        offsets[++n] = i + size;
    }
    return offsets;
}

static void read_labels(struct reader *r, const struct cJSON *line) {
    struct sheet *sheet = r->sheet;
    size_t characters, count = count_elements(r, line, "spans");
    size_t *offsets = character_offsets(r->arena, sheet->text, &characters);
    sheet->labels = arena_alloc_array(r->arena, count + 1, sizeof *sheet->labels);
    for (const struct cJSON *v = json_first(json_get(line, "spans")); v && !r->why.message;
         v = json_next(v)) {
        struct label *label = &sheet->labels[sheet->label_count];
        label->place = sheet->label_count++;
        int64_t start = json_get_integer(json_get(v, "start"), -1);
        int64_t end = json_get_integer(json_get(v, "end"), -1);
        if (start < 0 || end < start || (uint64_t)end > characters) {
            fail(r, "spans", N_("a span lies outside the text"));
            return;
        }
        label->start = (size_t)start;
        label->end = (size_t)end;
        label->span = (struct span){offsets[start], offsets[end]};
        label->name = copy_text(r, v, "label");
        label->text = copy_text(r, v, "text");
    }
    if (sheet->label_count > 1)
        qsort(sheet->labels, sheet->label_count, sizeof *sheet->labels, compare_labels);
}

bool sheet_read_gold(const struct cJSON *line, struct arena *arena, struct sheet *sheet,
                     struct sheet_fault *why) {
    struct reader reader = {.arena = arena, .sheet = sheet, .gold = true};
    *sheet = (struct sheet){.is_pfsa = json_get(line, "spans") != NULL};
    sheet->text = copy_text(&reader, line, "text");
    if (!json_is_string(json_get(line, "text"))) {
        static const char message[] = N_("the article has no \"text\"");
        *why = (struct sheet_fault){message, translate(message)};
        return false;
    }
    if (!sheet->is_pfsa)
        return read_sheet(&reader, line, why);
    read_labels(&reader, line);
    *why = reader.why;
    return !reader.why.message;
}

bool sheet_read_facts(const struct cJSON *line, struct text text, struct arena *arena,
                      struct sheet *sheet, struct sheet_fault *why) {
    struct reader reader = {.arena = arena, .sheet = sheet};
    *sheet = (struct sheet){.text = text};
    return read_sheet(&reader, line, why);
}
