/* Near-duplicates: which articles of a month are copies of one another.
 *
 * Before: the sketches of extraction. After: finish.c makes one story of each cluster. */
#ifndef TAKLIMAT_SUMMARY_CLUSTERS_H
#define TAKLIMAT_SUMMARY_CLUSTERS_H

#include "base/arena.h"
#include "extract/facts.h"

/* Two articles are copies if their sketches are this similar, in percent. Agency copy with another
 * lead or a few words changed in each paragraph still shares about two thirds of its runs of four
 * words; different reports on one event rarely share a third. Only within one outlet do follow-ups
 * repeat so many paragraphs of the report before that a higher bar is needed: what an official says
 * anew there must not vanish as a copy. */
#define CLUSTER_SIMILARITY 60
#define CLUSTER_SIMILARITY_ONE_OUTLET 70

/* Whether two articles are copies: the bar is the lower one if both name a publisher and not the
 * same. Symmetric. */
bool cluster_is_pair(const struct facts *a, const struct facts *b);

/* For each of `count` articles the lowest index of an article in its cluster: the connected
 * components over all pairs of copies. In `arena`. */
size_t *clusters_find(const struct facts *const *articles, size_t count, struct arena *arena);

#endif
