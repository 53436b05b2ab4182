/* The head of an office's paper on the first page: its logo, its names, its address. */
#ifndef TAKLIMAT_LAYOUT_LETTERHEAD_H
#define TAKLIMAT_LAYOUT_LETTERHEAD_H

#include "layout/pager.h"
#include "layout/paginate.h"

/* Draws the letterhead from `top` on, the double line below it included; returns where that ends.
 * Draws nothing, and returns `top`, where it has no lines. */
mpt letterhead_put(struct pager *pager, const struct letterhead *head, mpt top);

/* Draws the logo, which is not NULL, its top left corner at (x, y) of the first page. */
void letterhead_logo(struct pager *pager, const struct letterhead *head, mpt x, mpt y);

#endif
