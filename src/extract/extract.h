/* Extraction: one article in, its facts out. A pure function.
 *
 * Before: intake. After: summary. The order inside: people's names and positions, quotes, speakers,
 * statements, region, citations, advisories; each recogniser is one file. */
#ifndef TAKLIMAT_EXTRACT_EXTRACT_H
#define TAKLIMAT_EXTRACT_EXTRACT_H

#include "base/arena.h"
#include "extract/facts.h"
#include "intake/article.h"
#include "tables/tables.h"

/* The facts of `article`, in `arena`; strings may be borrowed from `article` and `tables`, which
 * must live as long. Never fails: what is not recognised is not there. */
void extract_facts(const struct article *article, const struct tables *tables, struct arena *arena,
                   struct facts *out);

#endif
