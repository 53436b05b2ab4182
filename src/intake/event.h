/* Which of an article's dates is the day of the event, that is of the statement.
 *
 * Before: mentions completed by event.c. After: the article's event_date. */
#ifndef TAKLIMAT_INTAKE_EVENT_H
#define TAKLIMAT_INTAKE_EVENT_H

#include "intake/dates.h"

/* The mention (of draft->mention_count in `mentions`) that dates the event of an article published
 * on `published` (no date: not known), or NULL if none does: days that are announced, that bound a
 * span of time or date a letter do not. */
const struct mention *event_find(const struct draft *draft, const struct mention *mentions,
                                 struct date published);

#endif
