/* Near-duplicates: which articles of a month are copies of one another.
 *
 * Before: the sketches of extraction. After: finish.c makes one story of each cluster. */
#ifndef TAKLIMAT_SUMMARY_CLUSTERS_H
#define TAKLIMAT_SUMMARY_CLUSTERS_H

#include "base/arena.h"
#include "extract/facts.h"

/* Two articles are copies if their sketches are this similar, in percent. Agency copy with another
 * lead or a few words changed in each paragraph still shares about two thirds of its runs of four
 * words; different reports on one event rarely share a third. */
#define CLUSTER_SIMILARITY 60

/* For each of `count` articles the lowest index of an article in its cluster: the connected
 * components over all pairs of at least CLUSTER_SIMILARITY. In `arena`. */
size_t *clusters_find(const struct facts *const *articles, size_t count, struct arena *arena);

#endif
