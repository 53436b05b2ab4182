/* Near-duplicates: which articles of a month are copies of one another.
 *
 * Before: the sketches of extraction. After: finish.c makes one story of each cluster. */
#ifndef TAKLIMAT_SUMMARY_CLUSTERS_H
#define TAKLIMAT_SUMMARY_CLUSTERS_H

#include "base/arena.h"
#include "extract/facts.h"

/* When two articles are copies, in percent of the weight of the word runs that either has (see
 * sketch.h). The figures are from reading the pairs of some thousand articles that are nearest.
 *
 * Two outlets: agency copy with another lead, paragraphs left out and words changed still shares
 * half; a short article of which a third was cut and a paragraph added shares 45. Forms that are
 * filled in anew share less (prices of two days 41, the nearest, of two offers, 47). What two
 * outlets write on one event on their own could not be measured: no corpus at hand has such pairs.
 */
#define CLUSTER_OTHER_OUTLET 42

/* One outlet, or an outlet that is not named: follow-ups repeat half of the report before, and what
 * an official says anew there must not vanish as a copy. */
#define CLUSTER_ONE_OUTLET 66

/* A copy that was cut short: of the shorter one so much stands in the longer one of another outlet,
 * which is not over two and a half times as long. */
#define CLUSTER_CONTAINED 85
#define CLUSTER_CONTAINED_LEAST 36 /* of what either has, all the same */

/* Articles this short (runs by weight; up to about 100 words) are announcements made after one
 * form: two with other figures share up to 58. */
#define CLUSTER_SHORT_RUNS 120
#define CLUSTER_SHORT 60

/* Over so many days apart, by event and by publication, only what is all but equal is a copy: the
 * same event comes round every week or year, and its report with it. */
#define CLUSTER_DAYS 6
#define CLUSTER_FAR_DAYS 90

/* What is compared of an article, borrowed from its facts. */
struct likeness {
    struct text publisher, sketch;
    struct date published, day; /* day: facts_day */
};

struct likeness likeness_of(const struct facts *facts);

/* Whether two articles are copies. Symmetric. */
bool cluster_is_pair(const struct likeness *a, const struct likeness *b);

/* For each of `count` articles the lowest index of an article in its cluster: the connected
 * components over all pairs of copies, exactly. In `arena`. clusters.c says how
 * long that takes. */
uint32_t *clusters_find(const struct likeness *articles, size_t count, struct arena *arena);

#endif
