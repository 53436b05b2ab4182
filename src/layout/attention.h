/* What of an edition needs a person's eye: so many of each kind, the weightiest first.
 *
 * Before: an edition. After: compose_attention.c sets it as a box of the front page, digest_text.c
 * writes it into a message. */
#ifndef TAKLIMAT_LAYOUT_ATTENTION_H
#define TAKLIMAT_LAYOUT_ATTENTION_H

#include "layout/compose.h"

struct concern {
    size_t count;
    struct text what; /* in the template's language, to stand behind the count */
    size_t anchor;    /* where it stands in the briefing; NO_ANCHOR: nowhere in particular */
};

struct concerns {
    struct concern at[REVIEW_REASONS + FLAG_KINDS + 8];
    size_t count;
};

/* Lists what there is, kinds of which there is none left out: the reasons of the review list where
 * there is one, else the flags; then what stands apart. Words live in the composer's arena. */
void attention_list(const struct composer *composer, struct concerns *concerns);

/* Where what is flagged stands: the list of what to check, else the overview, which counts it by
 * place; may be NO_ANCHOR. */
size_t attention_anchor(const struct composer *composer);

#endif
