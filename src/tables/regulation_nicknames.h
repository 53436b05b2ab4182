/* Laws that go by a short title, by the time at which they did. Before: regulation_nicknames.tsv.
 * After: regulation_types.h hands them to extraction. */
#ifndef TAKLIMAT_TABLES_REGULATION_NICKNAMES_H
#define TAKLIMAT_TABLES_REGULATION_NICKNAMES_H

#include "tables/regulation_types.h"

/* Rows in the order of the table; those of one title stand together and have one number in
 * `groups`. */
struct nicknames {
    struct nickname *at;
    size_t *groups; /* by row: first row of its title */
    size_t count;
};

/* Fills *out and adds the titles, with UU or Undang-Undang before them, to `lexicon`. False with
 * EXIT_CONFIG on failure. */
bool nicknames_load(const char *folder, struct arena *arena, struct lexicon *lexicon,
                    struct nicknames *out, struct error *error);

/* See nickname_on. */
const struct nickname *nicknames_on(const struct nicknames *nicknames, uint32_t row,
                                    struct date day);

#endif
