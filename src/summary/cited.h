/* Instruments cited in a set of stories, counted. Before: citations of the facts. After:
 * chapters.c, finish.c. */
#ifndef TAKLIMAT_SUMMARY_CITED_H
#define TAKLIMAT_SUMMARY_CITED_H

#include "summary/finished.h"

/* The instruments cited in `count` stories (indices, ascending), most mentioned first, then by
 * type, year and number; *cited lies in out->arena. Returns their number. */
size_t cited_list(struct finished *out, const size_t *stories, size_t count, struct cited **cited);

#endif
