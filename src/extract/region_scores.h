/* What speaks for each region of an article: its mentions weighed and added up.
 *
 * Before: mentions. After: region.c compares the sums and decides. */
#ifndef TAKLIMAT_EXTRACT_REGION_SCORES_H
#define TAKLIMAT_EXTRACT_REGION_SCORES_H

#include "extract/region_mentions.h"

/* What speaks for one region. */
struct score {
    int marked;   /* offices and words for the kind of region */
    int bare;     /* the name alone */
    int early;    /* the part of both from title, dateline and lead */
    int title;    /* the part of both from the title */
    int dateline; /* the part of both from the dateline */
    int count;    /* mentions that are more than weak */
    int offices;  /* of these, governments and offices of the region */
    int places;   /* mentions as Kabupaten X or Kecamatan Y */
    int local;    /* mentions of a part of it in title or lead: Kecamatan Y */
    int police;   /* the part of marked that police and soldiers of the province have */
    int venues;   /* of these, places of somebody's words in the body */
    int sum;      /* of a province: all that speaks for it and its regencies */
    int lead_sum; /* of a province: the part of it from title, dateline and lead */
};

struct scores {
    const struct regions *regions;
    const struct mentions *mentions;
    uint16_t *places; /* by region: where its score is in `at`; an article names few of them */
    struct score *at; /* the first is that of all regions that nothing speaks for */
    size_t at_count;
    size_t count;  /* of regions */
    int total;     /* of all regions */
    size_t *named; /* the regions with a score, in the order of their first mention */
    size_t named_count;
};

/* Weighs the mentions and adds them up, after it has settled which region those mean that may mean
 * several: their `region`, `rival` and `by_clue` change, and `from_capital` of the list. `regions`
 * stays the caller's and must outlive the scores, as `mentions` must; the arrays are in `arena`.
 * Linear in the mentions. */
struct scores scores_make(const struct regions *regions, struct mentions *mentions,
                          struct arena *arena);

const struct score *score_of(const struct scores *scores, size_t region);

/* The score of the region, to write to; a new one if it had none. */
struct score *score_change(struct scores *scores, size_t region);

int score_value(const struct score *score);

/* Jakarta: the nation's offices and most newsrooms are there. */
bool region_is_capital(const struct region *region);

#endif
