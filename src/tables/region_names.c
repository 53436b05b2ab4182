/* The index of regions' names: see region_names.h. */
#include <config.h>

#include "tables/region_names.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/search.h"

/* A character that only separates words; a full stop between digits belongs to a code. */
static bool is_separator(struct text name, size_t at) {
    char c = name.data[at];
    if (c == '.' && at > 0 && at + 1 < name.size)
        return !(ascii_is_digit(name.data[at - 1]) && ascii_is_digit(name.data[at + 1]));
    return c == ' ' || (c >= '\t' && c <= '\r') || c == '-' || c == '.' || c == ',';
}

/* Appends one word, abbreviations written out; returns the new size, or 0 where it does not fit. */
static size_t append_word(char out[REGION_KEY_SIZE], size_t size, struct text word) {
    static const char *const written_out[][2] = {{"kab", "kabupaten"},
                                                 {"kep", "kepulauan"},
                                                 {"prov", "provinsi"},
                                                 {"prop", "provinsi"},
                                                 {"propinsi", "provinsi"}};
    for (size_t i = 0; i < sizeof(written_out) / sizeof(written_out[0]); i++)
        if (text_equal_ascii_nocase(word, text_of(written_out[i][0])))
            word = text_of(written_out[i][1]);
    size_t space = size > 0 ? 1 : 0;
    if (word.size + space > REGION_KEY_SIZE - size)
        return 0;
    if (space)
        out[size++] = ' ';
    for (size_t i = 0; i < word.size; i++) {
        char c = word.data[i];
        out[size++] = ascii_lower(c);
    }
    return size;
}

size_t region_key(struct text name, char out[REGION_KEY_SIZE]) {
    size_t size = 0;
    for (size_t at = 0; at < name.size;) {
        if (is_separator(name, at)) {
            at++;
            continue;
        }
        size_t end = at;
        while (end < name.size && !is_separator(name, end))
            end++;
        size = append_word(out, size, text_slice(name, (struct span){at, end}));
        if (size == 0)
            return 0;
        at = end;
    }
    return size;
}

void region_names_add(struct region_names *names, struct arena *arena, const char *prefix,
                      struct text name, size_t region, enum region_name_rank rank) {
    char key[REGION_KEY_SIZE];
    struct text whole = arena_concat(arena, text_of(prefix), name, TEXT(""));
    size_t size = region_key(whole, key);
    if (size == 0)
        return;
    names->at = arena_grow(arena, names->at, names->count, names->count + 1, sizeof(*names->at),
                           &names->capacity);
    names->at[names->count++] =
        (struct region_name){arena_copy(arena, (struct text){key, size}), region, rank};
}

static int compare_names(const void *a, const void *b) {
    const struct region_name *x = a, *y = b;
    int order = text_compare(x->key, y->key);
    if (order)
        return order;
    if (x->rank != y->rank)
        return x->rank < y->rank ? -1 : 1;
    return (x->region > y->region) - (x->region < y->region);
}

void region_names_sort(struct region_names *names) {
    if (names->count > 0)
        qsort(names->at, names->count, sizeof(*names->at), compare_names);
}

static bool key_before(const void *name, const void *key) {
    return text_compare(((const struct region_name *)name)->key, *(const struct text *)key) < 0;
}

/* The first name whose key is not before `key`. */
static size_t first_from(const struct region_names *names, struct text key) {
    return search_first(names->at, names->count, sizeof *names->at, &key, key_before);
}

size_t region_names_find(const struct region_names *names, struct text name) {
    char buffer[REGION_KEY_SIZE];
    struct text key = {buffer, region_key(name, buffer)};
    if (key.size == 0)
        return SIZE_MAX;
    size_t first = first_from(names, key);
    if (first == names->count || !text_equal(names->at[first].key, key))
        return SIZE_MAX;
    for (size_t i = first + 1; i < names->count && text_equal(names->at[i].key, key); i++) {
        if (names->at[i].rank != names->at[first].rank)
            break;
        if (names->at[i].region != names->at[first].region)
            return SIZE_MAX;
    }
    return names->at[first].region;
}
