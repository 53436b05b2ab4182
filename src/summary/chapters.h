/* Chapters: which stories belong to which region, province, the nation or nowhere. Before: stories.
 * After: finished.h. */
#ifndef TAKLIMAT_SUMMARY_CHAPTERS_H
#define TAKLIMAT_SUMMARY_CHAPTERS_H

#include "summary/finished.h"
#include "summary/officials.h"

struct regions;

/* Fills out->provinces, out->national, out->unknown and out->cited from out->stories; notes in the
 * roster who is listed. `regions` may be NULL. */
void chapters_build(struct finished *out, struct roster *roster, const struct regions *regions);

#endif
