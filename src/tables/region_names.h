/* Looking a region up by one of its names, whichever its case, spacing and abbreviations.
 *
 * Before: regions.c adds the names of regions.tsv. After: regions_find. */
#ifndef TAKLIMAT_TABLES_REGION_NAMES_H
#define TAKLIMAT_TABLES_REGION_NAMES_H

#include "base/arena.h"

/* How good a claim a name gives; a better one (lower) hides the others. */
enum region_name_rank { RANK_CODE, RANK_FORMER_CODE, RANK_OFFICIAL, RANK_SHORT, RANK_ALIAS };

struct region_name {
    struct text key; /* canonical */
    size_t region;
    enum region_name_rank rank;
};

/* Zero-initialise; lives in the arena given. */
struct region_names {
    struct region_name *at;
    size_t count;
    size_t capacity;
};

#define REGION_KEY_SIZE 96

/* Writes the canonical form of `name` (UTF-8) into `out` and returns its size: lower case, one
 * space where there were spaces, hyphens or full stops (a stop between digits stays), "kab", "kep"
 * and "prov" written out. 0 where it does not fit REGION_KEY_SIZE bytes, which no name of a region
 * needs. */
size_t region_key(struct text name, char out[REGION_KEY_SIZE]);

/* Adds `prefix` (ASCII, "" for none) followed by `name`. */
void region_names_add(struct region_names *names, struct arena *arena, const char *prefix,
                      struct text name, size_t region, enum region_name_rank rank);

/* Orders the names; to be called once, after the last is added and before the first is looked up.
 */
void region_names_sort(struct region_names *names);

/* The region that the best-ranked names with this key agree on, or SIZE_MAX. */
size_t region_names_find(const struct region_names *names, struct text name);

#endif
