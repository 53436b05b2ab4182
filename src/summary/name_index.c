/* People by name: see name_index.h. Before: facts. After: decide_change.c. */
#include <config.h>

#include "summary/name_index.h"

#include "base/ascii.h"

/* FNV-1a over the name in lower case. */
static uint64_t hash_of(struct text name) {
    uint64_t hash = 14695981039346656037U;
    for (size_t i = 0; i < name.size; i++) {
        unsigned char byte = (unsigned char)ascii_lower(name.data[i]);
        hash = (hash ^ byte) * 1099511628211U;
    }
    return hash ^ hash >> 29;
}

/* Where the name stands, or would. */
static size_t place_of(const struct name_index *index, const struct facts *facts,
                       struct text name) {
    size_t place = (size_t)hash_of(name) & index->mask;
    while (index->places[place] &&
           !text_equal_ascii_nocase(facts->people[index->places[place] - 1].name, name))
        place = (place + 1) & index->mask;
    return place;
}

struct name_index name_index_make(const struct facts *facts, size_t more, struct arena *arena) {
    struct name_index index = {NULL, 7};
    while (index.mask < 2 * (facts->people_count + more))
        index.mask = 2 * index.mask + 1;
    index.places = arena_alloc_array(arena, index.mask + 1, sizeof *index.places);
    for (size_t i = 0; i < facts->people_count; i++)
        name_index_add(&index, facts, i);
    return index;
}

int name_index_find(const struct name_index *index, const struct facts *facts, struct text name) {
    uint32_t found = index->places[place_of(index, facts, name)];
    return found ? (int)found - 1 : NOBODY;
}

void name_index_add(struct name_index *index, const struct facts *facts, size_t number) {
    size_t place = place_of(index, facts, facts->people[number].name);
    if (!index->places[place])
        index->places[place] = (uint32_t)number + 1;
}
