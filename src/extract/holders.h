/* Holders of posts: whom "Kepala Dinas Kesehatan" without a name stands for.
 *
 * Before: people. After: people gives the word to the holder. */
#ifndef TAKLIMAT_EXTRACT_HOLDERS_H
#define TAKLIMAT_EXTRACT_HOLDERS_H

#include "extract/people.h"

/* The actor among the last of `actors` who holds the post of `role`, a mention without a name: the
 * latest before it, else the first after it; NO_ACTOR if none. */
int holders_find(const struct reading *reading, const struct actor *actors, size_t count,
                 const struct mention *role);

#endif
