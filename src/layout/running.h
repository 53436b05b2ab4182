/* What stands on every page around the text, and the page numbers that are known only at the end.
 */
#ifndef TAKLIMAT_LAYOUT_RUNNING_H
#define TAKLIMAT_LAYOUT_RUNNING_H

#include "layout/pager.h"
#include "layout/paginate.h"

/* The masthead on the first page, before anything else stands there. Returns where the page goes on
 * below it. */
mpt running_masthead(struct pager *pager, const struct furniture *furniture);

/* Running headers, footers ("Halaman 3 dari 12") and the page numbers of the contents, when all
 * pages are full. */
void running_fill(struct pager *pager, const struct furniture *furniture);

#endif
