/* Which of the month's advisories lead: the candidates for the front page in their order. Before:
 * an edition. After: compose_front.c sets as many as its page has room for. */
#ifndef TAKLIMAT_LAYOUT_HIGHLIGHTS_H
#define TAKLIMAT_LAYOUT_HIGHLIGHTS_H

#include "layout/compose.h"

#define HIGHLIGHTS 6      /* at most, as the page has room for them */
#define HIGHLIGHTS_MOST 9 /* where more places have one: the best of each */

#define HIGHLIGHT_LENGTH 300 /* characters of a highlight; a longer one is shortened */

/* An advisory that may stand on the front page. */
struct highlight {
    const struct edition_chapter *chapter;
    const struct directive *directive;
    size_t chapter_index, round, order; /* round: how many better ones its chapter has */
    int weight;
};

/* Those that lead: on the front page, where it has any, else for the digest. */
struct leads {
    struct highlight at[HIGHLIGHTS_MOST];
    size_t count;
};

/* An advisory's words and who said them, each shortened as it is printed. */
struct highlight_said {
    struct text words, name, position;
    bool known; /* else nobody knows who said it, and there is neither name nor position */
};

/* Opens the facts of its story; in the composer's arena. */
struct highlight_said highlight_read(const struct composer *composer,
                                     const struct highlight *highlight);

/* The edition's advisories whose words nothing damages, in the composer's arena, *count of them:
 * first the best one of each chapter, from the chapter with most advisories on, then the second
 * ones, and so on. Better is what a reader would act on: a topic of the office, a known speaker
 * with an office, a named addressee, an act it rests on; then what forbids or demands before what
 * appeals; then what the recogniser is surer of. */
struct highlight *highlights_rank(const struct composer *composer, size_t *count);

/* True if one of the first ones has the same words as number `index`: two articles tell it. */
bool highlight_is_repeat(const struct composer *composer, const struct highlight *ranked,
                         size_t index);

/* Fills composer->leads with the first HIGHLIGHTS, however much room they take. */
void highlights_lead(const struct composer *composer);

#endif
