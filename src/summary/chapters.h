/* Chapters: which stories belong to which region, province, the nation or nowhere. Before: stories.
 * After: finished.h. */
#ifndef TAKLIMAT_SUMMARY_CHAPTERS_H
#define TAKLIMAT_SUMMARY_CHAPTERS_H

#include "summary/finished.h"
#include "summary/officials.h"

struct regions;

/* Fills out->provinces, out->national and out->unknown from out->stories. `regions` may be NULL. */
void chapters_build(struct finished *out, const struct roster *roster,
                    const struct regions *regions);

#endif
