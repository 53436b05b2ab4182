/* What the front page says, as words: its headline, the sentence below it and the key figures.
 *
 * Before: an edition. After: compose_front.c sets them, digest_text.c writes them into a message,
 * so that no figure of the two can differ. Everything lives in the composer's arena. */
#ifndef TAKLIMAT_LAYOUT_FRONT_WORDS_H
#define TAKLIMAT_LAYOUT_FRONT_WORDS_H

#include "layout/compose.h"

/* The month's finding in one sentence, without a full stop. */
struct text front_headline(const struct composer *composer);

/* From how much it was drawn: articles, outlets, places, the period. */
struct text front_deck(const struct composer *composer);

/* "There is no news of the place", of a province or region without any; else empty. */
struct text front_no_news(const struct composer *composer);

#define FRONT_FIGURES 4

/* A key figure: articles, advisories, quotations, acts, in this order. */
struct front_figure {
    struct text value;  /* as the template's language writes numbers */
    struct text label;  /* what is counted */
    struct text note;   /* what is to be known of it; never empty */
    struct text change; /* since the month before, "+3 dari Juli"; empty where that is not known */
    int direction;      /* of the change: above 0 up, below 0 down */
};

void front_figures(const struct composer *composer, struct front_figure figures[FRONT_FIGURES]);

#endif
