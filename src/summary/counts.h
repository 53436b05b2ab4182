/* The month's key figures. Before: stories and chapters. After: finished.h. */
#ifndef TAKLIMAT_SUMMARY_COUNTS_H
#define TAKLIMAT_SUMMARY_COUNTS_H

#include "summary/finished.h"
#include "summary/officials.h"

/* True for a flag that a person should look at. */
bool flag_matters(const struct flag *flag);

/* Fills the totals of out->provinces and out->counts, except articles, outside_period and undated.
 */
void counts_fill(struct finished *out, const struct roster *roster);

#endif
