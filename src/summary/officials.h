/* Officials: who of a month's articles is the same person, and what each of them said.
 *
 * Before: the people of each story. After: chapters.c gives each chapter its officials. */
#ifndef TAKLIMAT_SUMMARY_OFFICIALS_H
#define TAKLIMAT_SUMMARY_OFFICIALS_H

#include "summary/finished.h"

/* Who is who over all stories. */
struct roster {
    size_t *first;    /* place of each story's person 0 in `identity` */
    size_t *identity; /* of each person of each story: a number, equal for the same person */
    struct official *identities; /* names and positions in their fullest form, nothing else */
    size_t identity_count;
};

/* The roster over `out->stories`, in out->arena. */
void roster_build(struct finished *out, struct roster *roster);

/* Fills chapter->officials from its stories; returns nothing, never fails. */
void officials_list(struct finished *out, const struct roster *roster, struct chapter *chapter);

/* How many different officials speak in the stories that are no advertorials. */
size_t officials_count(const struct finished *finished, const struct roster *roster);

#endif
