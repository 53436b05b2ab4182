/* The people of an article by name, so that a file of many decisions does not search its list for
 * each of them.
 *
 * Before: facts. After: decide_change.c. */
#ifndef TAKLIMAT_SUMMARY_NAME_INDEX_H
#define TAKLIMAT_SUMMARY_NAME_INDEX_H

#include <stdint.h>

#include "base/arena.h"
#include "extract/facts.h"

struct name_index {
    uint32_t *places; /* 1 + the number of a person, or 0 */
    size_t mask;
};

/* An index of the people of `facts` with room for `more`, in `arena`. */
struct name_index name_index_make(const struct facts *facts, size_t more, struct arena *arena);

/* The number of the first person with this name, ASCII case aside; NOBODY if there is none. */
int name_index_find(const struct name_index *index, const struct facts *facts, struct text name);

/* Adds person number `number`, unless one before has the name. */
void name_index_add(struct name_index *index, const struct facts *facts, size_t number);

#endif
