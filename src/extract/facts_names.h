/* Names of facts that are unique within their article.
 *
 * Before: a recogniser has named its facts by fid_make. After: flags and back-references use the
 * names. */
#ifndef TAKLIMAT_EXTRACT_FACTS_NAMES_H
#define TAKLIMAT_EXTRACT_FACTS_NAMES_H

#include "base/arena.h"
#include "extract/facts.h"

/* Renames facts of one kind ('q', 's', 'c' or 'a') whose names are those of others of the article:
 * of two the one that comes first in the text keeps its name. Nothing may refer to the facts of
 * this kind yet. What comes out depends on the article's id and the spans alone, not on the order
 * of the array; scratch memory is taken from `arena`. Of four million facts and more none is
 * renamed. */
void fids_settle(struct facts *facts, char kind, struct arena *arena);

#endif
