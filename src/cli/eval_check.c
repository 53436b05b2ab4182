/* What is doubtful about annotations: see eval_check.h. Before: eval_records.c. After: people. */
#include <config.h>

#include "cli/eval_check.h"

#include <inttypes.h>

#include "base/date.h"
#include "base/translate.h"
#include "base/utf8.h"
#include "cli/message.h"
#include "intake/article.h"
#include "tables/cues.h"
#include "tables/regions.h"
#include "tables/regulation_types.h"

#define DOUBTS_TOLD 20

/* What the functions below share. */
struct place {
    struct eval_check *check;
    const char *path;
    size_t number;
    struct text id;
    struct arena scratch;
    struct text *strangers; /* speakers that were told to be nobody, so that each is told once */
    size_t stranger_count, stranger_room;
};

/* "FILE:LINE: ID: WHERE: 'VALUE' is wrong"; `value` may be NULL or no string. */
static void doubt(struct place *p, const char *where, const struct cJSON *value, const char *what) {
    struct text word = json_get_text(value);
    if (p->check->doubts++ >= DOUBTS_TOLD)
        return;
    if (json_get_integer(value, -1) >= 0)
        word = arena_printf(&p->scratch, "%" PRId64, json_get_integer(value, -1));
    message_record(text_of(p->path), p->number,
                   arena_printf(&p->scratch, "%.*s: %s: %s%.*s%s%s", (int)p->id.size, p->id.data,
                                where, word.data ? "'" : "", (int)word.size,
                                word.data ? word.data : "", word.data ? "' " : "", what));
}

static bool is_null(const struct cJSON *value) {
    return value && !json_is_string(value) && !json_is_number(value) && !json_is_object(value) &&
           !json_is_array(value);
}

/* Today's code of the region that a string names; none, after a message, if there is not one. */
static struct text find_region(struct place *p, const char *where, const struct cJSON *value) {
    const struct region *region =
        json_is_string(value) ? regions_find(p->check->tables->regions, json_get_text(value))
                              : NULL;
    if (region)
        return arena_copy(p->check->arena, region->code);
    doubt(p, where, value,
          json_is_string(value) ? _("names no region, or more than one; not counted")
                                : _("is no string that holds a code or a name; not counted"));
    return (struct text){0};
}

static void check_regions(struct place *p, const struct cJSON *line, struct sheet *sheet) {
    const struct cJSON *region = json_get(line, "region");
    if (region && !is_null(region)) {
        sheet->region = find_region(p, "region", region);
        sheet->has_region = sheet->region.data != NULL;
    }
    sheet->also_count = 0;
    for (const struct cJSON *v = json_first(json_get(line, "also")); v; v = json_next(v)) {
        struct text code = find_region(p, "also", v);
        sheet->has_also &= code.data != NULL;
        if (code.data)
            sheet->also[sheet->also_count++] = code;
    }
}

static void check_date(struct place *p, const struct cJSON *line, struct sheet *sheet) {
    const struct cJSON *date = json_get(line, "event_date");
    if (!date || is_null(date) || date_is_set(date_parse_iso(json_get_text(date))))
        return;
    doubt(p, "event_date", date, _("is no day as in 2024-12-31; not counted"));
    sheet->has_date = false;
}

static bool is_stranger(const struct place *p, struct text name) {
    for (size_t i = 0; i < p->stranger_count; i++)
        if (text_equal(p->strangers[i], name))
            return true;
    return false;
}

/* The speaker is one of the people, if there is a list of them. */
static void check_speaker(struct place *p, const char *where, const struct cJSON *value,
                          const struct sheet *sheet) {
    const struct cJSON *speaker = json_get(value, "speaker");
    if (!speaker || is_null(speaker))
        return;
    if (!json_is_string(speaker)) {
        doubt(p, where, speaker, _("is a speaker, but no name"));
        return;
    }
    struct wordlist name = name_words(&p->scratch, json_get_text(speaker));
    bool found = !sheet->has_people;
    for (size_t i = 0; i < sheet->people_count && !found; i++)
        found = names_agree(name_words(&p->scratch, sheet->people[i].name), name);
    if (found || is_stranger(p, json_get_text(speaker)))
        return;
    p->strangers = arena_grow(&p->scratch, p->strangers, p->stranger_count, p->stranger_count + 1,
                              sizeof *p->strangers, &p->stranger_room);
    p->strangers[p->stranger_count++] = json_get_text(speaker);
    doubt(p, where, speaker, _("speaks, but is not among the people"));
}

/* Type forms of all citations, made once. */
static const struct wordlist *citation_types(struct eval_check *check) {
    const struct regulation_types *types = check->tables->regulation_types;
    if (check->types)
        return check->types;
    size_t count = regulation_types_count(types);
    struct wordlist *list = arena_alloc(check->arena, sizeof *list);
    list->at = arena_alloc_array(check->arena, count + 1, sizeof *list->at);
    for (uint32_t row = 0; row < count; row++)
        list->at[list->count++] = type_form(check->arena, regulation_type_get(types, row)->type);
    check->types = list;
    return list;
}

static bool is_citation_type(struct place *p, struct text type) {
    const struct wordlist *types = citation_types(p->check);
    struct text form = type_form(&p->scratch, type);
    for (size_t i = 0; i < types->count && form.size; i++)
        if (text_equal(types->at[i], form))
            return true;
    return false;
}

static void check_items(struct place *p, const struct cJSON *line, const char *name,
                        enum sheet_list list, struct sheet *sheet) {
    struct item *item = sheet->lists[list].at;
    const struct cJSON *items = json_get(line, name);
    for (const struct cJSON *v = json_is_array(items) ? json_first(items) : NULL; v;
         v = json_next(v), item++) {
        const struct cJSON *type = json_get(v, "type");
        check_speaker(p, name, v, sheet);
        if (list == LIST_CITATIONS && !is_citation_type(p, item->type))
            doubt(p, name, type, _("is no type that the program knows"));
        if (list != LIST_ADVISORIES || !type || advisory_type_of(item->type) != ADVISORY_TYPES)
            continue;
        doubt(p, name, type, _("is no type of advisory; not counted"));
        item->has_type = false;
    }
}

static void check_flags(struct place *p, const struct cJSON *line) {
    const struct cJSON *flags = json_get(line, "flags");
    for (const struct cJSON *v = json_is_array(flags) ? json_first(flags) : NULL; v;
         v = json_next(v))
        if (flag_kind_of(json_get_text(json_get(v, "kind"))) == FLAG_KINDS)
            doubt(p, "flags", json_get(v, "kind"), _("is no kind of flag; not counted"));
}

void eval_check_article(struct eval_check *check, const char *path, size_t number,
                        const struct cJSON *line, struct sheet *sheet) {
    struct place p = {
        .check = check, .path = path, .number = number, .id = json_get_text(json_get(line, "id"))};
    keys_collect(&check->keys, line, check->arena);
    check_regions(&p, line, sheet);
    check_date(&p, line, sheet);
    check_items(&p, line, "quotes", LIST_QUOTES, sheet);
    check_items(&p, line, "statements", LIST_STATEMENTS, sheet);
    check_items(&p, line, "advisories", LIST_ADVISORIES, sheet);
    check_items(&p, line, "citations", LIST_CITATIONS, sheet);
    check_flags(&p, line);
    if (eval_counts_characters(line, &p.scratch))
        doubt(&p, "start and end", NULL,
              _("look like offsets of characters; they must be of bytes"));
    arena_free(&p.scratch);
}

/* "'speakr' in quotes is no key that is known, and stands 2 times; is 'speaker' meant?" */
static struct text describe_key(const struct unknown_key *key, struct arena *arena) {
    struct text meant =
        key->nearest ? arena_printf(arena, _("; is '%s' meant?"), key->nearest) : TEXT("");
    struct text where = *key->where ? arena_printf(arena, _(" in %s"), key->where) : TEXT("");
    return arena_printf(
        arena,
        translate_count("'%.*s'%.*s is no key that is known, and stands %zu time%.*s",
                        "'%.*s'%.*s is no key that is known, and stands %zu times%.*s", key->count),
        (int)key->key.size, key->key.data, (int)where.size, where.data, key->count, (int)meant.size,
        meant.data);
}

void eval_check_end(struct eval_check *check, const char *path) {
    struct arena scratch = {0};
    for (size_t i = 0; i < check->keys.count; i++) {
        const struct unknown_key *key = &check->keys.at[i];
        message_record(text_of(path), 0, describe_key(key, &scratch));
    }
    if (check->doubts > DOUBTS_TOLD)
        message_record(
            text_of(path), 0,
            arena_printf(&scratch, _("%zu more values are doubtful"), check->doubts - DOUBTS_TOLD));
    arena_free(&scratch);
}

/* True if a word neither goes on before `offset` nor starts in the midst of one there. */
static bool is_edge(struct text text, size_t offset) {
    size_t before = offset, size;
    if (offset == 0 || offset >= text.size)
        return offset <= text.size;
    if (((unsigned char)text.data[offset] & 0xC0) == 0x80)
        return false;
    do
        before--;
    while (before > 0 && ((unsigned char)text.data[before] & 0xC0) == 0x80);
    return !utf8_is_alphanumeric(utf8_decode(text, before, &size)) ||
           !utf8_is_alphanumeric(utf8_decode(text, offset, &size));
}

/* How well a pair of offsets fits: each edge of a word is one. */
static int fit(struct text text, int64_t start, int64_t end) {
    if (start < 0 || end <= start || (uint64_t)end > text.size)
        return 0;
    return is_edge(text, (size_t)start) + is_edge(text, (size_t)end);
}

bool eval_counts_characters(const struct cJSON *line, struct arena *arena) {
    static const char *const lists[] = {"quotes", "statements", "advisories", "citations", "flags"};
    struct text text = json_get_text(json_get(line, "text"));
    size_t count;
    size_t *offsets = character_offsets(arena, text, &count);
    int as_bytes = 0, as_characters = 0;
    if (count == text.size)
        return false;
    for (size_t i = 0; i < sizeof lists / sizeof *lists; i++) {
        for (const struct cJSON *v = json_first(json_get(line, lists[i])); v; v = json_next(v)) {
            int64_t start = json_get_integer(json_get(v, "start"), -1);
            int64_t end = json_get_integer(json_get(v, "end"), -1);
            as_bytes += fit(text, start, end);
            if (start >= 0 && end > start && (uint64_t)end <= count)
                as_characters += fit(text, (int64_t)offsets[start], (int64_t)offsets[end]);
        }
    }
    return as_characters > as_bytes;
}
