/* Which days a briefing is about: the options of `report` and `merge` that say so. Before: the
 * command line and the zone (office.h). After: the summary's period, and the name of its folder. */
#ifndef TAKLIMAT_CLI_PERIOD_CHOICE_H
#define TAKLIMAT_CLI_PERIOD_CHOICE_H

#include "base/arena.h"
#include "base/translate.h"
#include "summary/summary.h"
#include "tables/tables.h"

#define MONTH_HELP                                                                                 \
    N_("the month of the briefing, such as 2024-08; last: the one\n"                               \
       "before today's")
#define SINCE_HELP N_("the first day, instead of a month")
#define UNTIL_HELP N_("the day after the last one")
#define BY_HELP                                                                                    \
    N_("event or published: the day by which an article belongs to\n"                              \
       "the period (default: that of the configuration, else of\n"                                 \
       "the event, or of publication where the event is not known\n"                               \
       "or lies later)")

/* The options as the user wrote them; NULL where one was not given. */
struct period_wish {
    const char *month, *since, *until, *by;
};

/* True if any of them was given. */
bool period_wished(const struct period_wish *wish);

/* Sets *out from the options, told in the tables' zone. "last" asks the clock, or the environment's
 * SOURCE_DATE_EPOCH. False after a message, where they are missing, contradict each other or cannot
 * be read. */
bool period_choose(const struct period_wish *wish, const struct tables *tables, struct period *out);

/* Seconds since 1970: those of the environment's SOURCE_DATE_EPOCH, for builds and tests that must
 * come out the same, else the clock's. */
int64_t period_now(void);

/* The name of the period's folder, in `arena`: "2024-08", or first and last day where it is no
 * calendar month: "2024-08-01_2024-08-15"; without what is open; "all" for all days. */
const char *period_name(struct arena *arena, struct period period);

#endif
