/* Adding flags to facts, in the order that facts.h asks for. */
#ifndef TAKLIMAT_EXTRACT_FLAGS_H
#define TAKLIMAT_EXTRACT_FLAGS_H

#include "base/arena.h"
#include "extract/facts.h"

/* Merges `found` (any order; it is sorted in place) into facts->flags, by start and kind. The new
 * array lives in `arena`; texts stay borrowed. Flags found nearly in order cost linear time. */
void flags_add(struct facts *facts, struct flag *found, size_t count, struct arena *arena);

#endif
