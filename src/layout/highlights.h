/* Which of the month's advisories lead: the candidates for the front page in their order. Before:
 * an edition. After: compose_front.c sets as many as its page has room for. */
#ifndef TAKLIMAT_LAYOUT_HIGHLIGHTS_H
#define TAKLIMAT_LAYOUT_HIGHLIGHTS_H

#include "layout/compose.h"

#define HIGHLIGHT_LENGTH 300 /* characters of a highlight; a longer one is shortened */

/* An advisory that may stand on the front page. */
struct highlight {
    const struct edition_chapter *chapter;
    const struct directive *directive;
    size_t chapter_index, round, order; /* round: how many better ones its chapter has */
    int weight;
};

/* The edition's advisories whose words nothing damages, in the composer's arena, *count of them:
 * first the best one of each chapter, from the chapter with most advisories on, then the second
 * ones, and so on. Better is what a reader would act on: a topic of the office, a known speaker
 * with an office, a named addressee, an act it rests on; then what forbids or demands before what
 * appeals; then what the recogniser is surer of. */
struct highlight *highlights_rank(const struct composer *composer, size_t *count);

#endif
