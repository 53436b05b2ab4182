/* Utterances: the quotations that are somebody's speech, each with the words that attribute it.
 *
 * Before: quotations, mentions. After: speakers resolves them in the order of the text. Titles,
 * themes, slogans, quoted law and words in scare quotes are left out. */
#ifndef TAKLIMAT_EXTRACT_UTTERANCES_H
#define TAKLIMAT_EXTRACT_UTTERANCES_H

#include "extract/attribution.h"

struct utterance {
    size_t quoted;                  /* number in the list of quotations */
    struct attribution attribution; /* NONE: stands alone, between sentences */
    bool before;                    /* the attribution stands before it */
    bool embedded;                  /* it is a piece of a reported sentence */
    size_t repeat_of; /* number of the utterance with the same words before it, or NO_MENTION */
};

struct utterance_list {
    struct utterance
        *at; /* in the arena, in order; those in cut parts only where they repeat an earlier one */
    size_t count;
};

struct utterance_list utterances_find(const struct reading *reading,
                                      const struct quoted_list *quotations,
                                      const struct mention_list *mentions);

#endif
