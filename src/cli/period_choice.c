/* Which days a briefing is about: see period_choice.h. Before: the command line. After: report,
 * merge. */
#include <config.h>

#include "cli/period_choice.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/decimal.h"
#include "base/translate.h"
#include "cli/message.h"
#include "layout/wording.h"
#include "tables/zones.h"

bool period_wished(const struct period_wish *wish) {
    return wish->month || wish->since || wish->until || wish->by;
}

int64_t period_now(void) {
    const char *fixed = getenv("SOURCE_DATE_EPOCH");
    int64_t seconds = 0;
    if (!fixed || !decimal_is(text_of(fixed)) || strlen(fixed) > 12)
        return (int64_t)time(NULL);
    for (; *fixed; fixed++)
        seconds = seconds * 10 + (*fixed - '0');
    return seconds;
}

/* The month before the one that it is now in the zone. */
static void last_month(const struct zone *zone, struct period *out) {
    struct date today = zone_day(zone, period_now());
    out->until = date_make(today.year, today.month, 1);
    out->from = today.month > 1 ? date_make(today.year, today.month - 1, 1)
                                : date_make(today.year - 1, 12, 1);
}

static bool read_month(const char *month, const struct zone *zone, struct period *out) {
    if (strcmp(month, "last") == 0)
        last_month(zone, out);
    else if (!period_of_month(text_of(month), out)) {
        message_line("--month wants a month such as 2024-08, or last, not '%s'", month);
        return false;
    }
    return true;
}

static bool read_day(const char *option, const char *day, struct date *out) {
    *out = date_parse_iso(text_of(day));
    if (!date_is_set(*out))
        message_line("%s wants a day such as 2024-08-01, not '%s'", option, day);
    return date_is_set(*out);
}

static bool read_days(const struct period_wish *wish, struct period *out) {
    if (!wish->since || !wish->until) {
        message_line(wish->since ? N_("--since wants --until, the day after the last one")
                                 : N_("--until wants --since, the first day"));
        return false;
    }
    if (!read_day("--since", wish->since, &out->from) ||
        !read_day("--until", wish->until, &out->until))
        return false;
    if (date_compare(out->from, out->until) < 0)
        return true;
    message_line("--until %s is not after --since %s; it is the day after the last one",
                 wish->until, wish->since);
    return false;
}

bool period_choose(const struct period_wish *wish, const struct tables *tables,
                   struct period *out) {
    *out = (struct period){.from = {0}};
    if (!wish->month && !wish->since && !wish->until) {
        message_line("--month is missing, such as --month 2024-08");
        return false;
    }
    if (wish->month && (wish->since || wish->until)) {
        message_line("--month and --%s: one of them says which days",
                     wish->since ? "since" : "until");
        return false;
    }
    if (!(wish->month ? read_month(wish->month, tables->zone, out) : read_days(wish, out)))
        return false;
    out->zone = tables->zone_of_region ? TEXT("region") : tables->zone->name;
    if (!wish->by || day_rule_of(text_of(wish->by), &out->rule))
        return true;
    message_line("--by wants event or published, not '%s'", wish->by);
    return false;
}

const char *period_name(struct arena *arena, struct period period) {
    char from[DATE_SIZE] = "", last[DATE_SIZE] = "";
    if (date_is_set(period.from))
        date_format(period.from, from);
    if (date_is_set(period.until))
        date_format(date_from_days(date_days(period.until) - 1), last);
    if (period_is_month(period))
        return arena_printf(arena, "%.7s", from).data;
    return from[0] || last[0] ? arena_printf(arena, "%s_%s", from, last).data : "all";
}
