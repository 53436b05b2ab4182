/* Giving an article another id, together with the names of its facts, which are made from the id.
 *
 * Before and after: seal.c, which renames articles whose ids clash and takes such names back. */
#ifndef TAKLIMAT_SUMMARY_REFID_H
#define TAKLIMAT_SUMMARY_REFID_H

#include "base/arena.h"
#include "extract/facts.h"

/* Sets facts->id to `id` (borrowed) and makes all fids anew from it, also where flags and
 * back-references name them; a name there that no fact bears stays. `facts` is changed in place,
 * new texts lie in `arena`. */
void refid_facts(struct facts *facts, struct text id, struct arena *arena);

#endif
