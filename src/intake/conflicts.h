/* Dates that contradict each other, as flags with both values in their notes.
 *
 * Before: event.c completed the mentions and chose published and event_date. After: the article's
 * flags. What may well be right is no conflict: plans, memories, years that a text leaves out, and
 * a page that was read long after its article. */
#ifndef TAKLIMAT_INTAKE_CONFLICTS_H
#define TAKLIMAT_INTAKE_CONFLICTS_H

#include "intake/event.h"

/* Flags what single dates of the text contradict (date_conflicts.c): their weekday, the calendar,
 * the day of publication, the year of the dateline. `mentions`: draft->mention_count, resolved. */
void conflicts_flag_dates(struct draft *draft, const struct mention *mentions);

/* Flags what the page contradicts (page_conflicts.c): its date line, its address, its copyright;
 * and an election "this year" that was in another one. `event` dates the event, or is NULL. */
void conflicts_flag_page(struct draft *draft, const struct mention *event);

#endif
