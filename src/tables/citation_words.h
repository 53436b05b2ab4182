/* The little words inside citations: what each does goes to its entry in the vocabulary. Before:
 * citation_words.tsv. After: extraction asks by regulation_types.h. */
#ifndef TAKLIMAT_TABLES_CITATION_WORDS_H
#define TAKLIMAT_TABLES_CITATION_WORDS_H

#include "tables/regulation_types.h"

/* Reads citation_words.tsv from `folder`; false with EXIT_CONFIG on failure. `arena` holds the
 * table meanwhile. */
bool citation_words_load(const char *folder, struct arena *arena, struct vocabulary *vocabulary,
                         struct error *error);

#endif
