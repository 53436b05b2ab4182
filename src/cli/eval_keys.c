/* The keys of annotations: see eval_keys.h. Before: eval_records.c. After: eval_check.c. */
#include <config.h>

#include "cli/eval_keys.h"

#include <string.h>

#include "base/nearest.h"

#define KEYS_MOST 64 /* different unknown keys that are kept: more are no slips */

/* Those of the article itself first, with the names under which records have them. What items of
 * facts have besides ("fid", "cue") is known, for they are copied as a start. */
static const struct {
    const char *where;
    const char *keys[24];
} known[] = {
    {"", {"id",     "title",     "date",       "source",    "url",       "text",
          "region", "also",      "event_date", "people",    "quotes",    "statements",
          "flags",  "citations", "advisories", "published", "publisher", "author",
          "judul",  "tanggal",   "sumber",     "media",     "notes",     NULL}},
    {"people",
     {"name", "position", "id", "honorifics", "institution", "region", "kind", "mentions",
      "notes"}},
    {"quotes",
     {"start", "end", "text", "occurrence", "speaker", "fid", "cue", "repeats", "confidence",
      "rule", "notes"}},
    {"statements",
     {"start", "end", "text", "occurrence", "speaker", "fid", "cue", "confidence", "rule",
      "notes"}},
    {"advisories",
     {"start", "end", "text", "occurrence", "type", "speaker", "topics", "addressee", "fid",
      "confidence", "rule", "notes"}},
    {"citations",
     {"start", "end", "text", "occurrence", "type", "number", "year", "pinpoint", "title", "issue",
      "resolved", "backrefs", "suggestion", "status", "fid", "confidence", "rule", "notes"}},
    {"flags", {"kind", "start", "end", "text", "occurrence", "note", "fact", "notes"}},
};

/* The list for `where`, which must be one of them. */
static const char *const *known_keys(const char *where) {
    size_t i = 0;
    while (strcmp(known[i].where, where) != 0)
        i++;
    return known[i].keys;
}

static bool is_known(const char *where, struct text key) {
    for (const char *const *known_key = known_keys(where); *known_key; known_key++)
        if (text_is(key, *known_key))
            return true;
    return false;
}

const char *keys_nearest(const char *where, struct text key) {
    return nearest_word(key, known_keys(where));
}

static void add(struct unknown_keys *keys, const char *where, struct text key,
                struct arena *arena) {
    for (size_t i = 0; i < keys->count; i++) {
        if (strcmp(keys->at[i].where, where) == 0 && text_equal(keys->at[i].key, key)) {
            keys->at[i].count++;
            return;
        }
    }
    if (keys->count == KEYS_MOST)
        return;
    keys->at = arena_grow(arena, keys->at, keys->count, keys->count + 1, sizeof *keys->at,
                          &keys->capacity);
    keys->at[keys->count++] =
        (struct unknown_key){where, arena_copy(arena, key), keys_nearest(where, key), 1};
}

static void collect_members(struct unknown_keys *keys, const char *where,
                            const struct cJSON *object, struct arena *arena) {
    if (!json_is_object(object))
        return;
    for (const struct cJSON *member = json_first(object); member; member = json_next(member))
        if (!is_known(where, text_of(json_name(member))))
            add(keys, where, text_of(json_name(member)), arena);
}

void keys_collect(struct unknown_keys *keys, const struct cJSON *line, struct arena *arena) {
    collect_members(keys, "", line, arena);
    for (size_t i = 1; i < sizeof known / sizeof *known; i++) {
        const struct cJSON *list = json_get(line, known[i].where);
        if (!json_is_array(list))
            continue;
        for (const struct cJSON *item = json_first(list); item; item = json_next(item))
            collect_members(keys, known[i].where, item, arena);
    }
}
