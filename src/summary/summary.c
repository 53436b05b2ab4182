/* The summary as a set: starting, adding, and which day and period an article belongs to. See
 * summary.h. Before: facts. After: seal.c, summary_json.c, finish.c. */
#include <config.h>

#include "summary/summary.h"

#include "base/decimal.h"
#include "base/memory.h"

void summary_init(struct summary *summary, struct period period, struct text tables_version,
                  struct text tables_sha256) {
    *summary = (struct summary){0};
    summary->period_is_set = date_is_set(period.from) || date_is_set(period.until);
    summary->period = period;
    struct text zone = period.zone.data ? period.zone : TEXT("Asia/Jakarta");
    summary->period.zone = keep_word(&summary->keeper, zone);
    summary->tables_version = keep_word(&summary->keeper, tables_version);
    summary->tables_sha256 = keep_word(&summary->keeper, tables_sha256);
}

void summary_add(struct summary *summary, const struct facts *facts) {
    summary->articles =
        memory_grow(summary->articles, summary->count, sizeof(struct kept *), &summary->capacity);
    summary->articles[summary->count++] = keep_facts(&summary->keeper, facts);
}

void summary_article(const struct summary *summary, size_t index, struct arena *arena,
                     struct facts *out) {
    kept_open(&summary->keeper, summary->articles[index], arena, out);
}

void summary_free(struct summary *summary) {
    memory_free(summary->articles);
    keeper_free(&summary->keeper);
    arena_free(&summary->scratch);
    *summary = (struct summary){0};
}

struct date facts_day(const struct facts *facts) {
    if (!date_is_set(facts->event_date))
        return facts->published;
    if (date_is_set(facts->published) && date_compare(facts->event_date, facts->published) > 0)
        return facts->published;
    return facts->event_date;
}

struct date period_day(struct period period, const struct facts *facts) {
    if (period.rule == DAY_OF_EVENT)
        return facts->event_date;
    return period.rule == DAY_OF_PUBLISHING ? facts->published : facts_day(facts);
}

static const char *const rule_names[] = {
    [DAY_OF_EVENT] = "event", [DAY_OF_PUBLISHING] = "published"};

const char *day_rule_name(enum day_rule rule) { return rule_names[rule]; }

bool day_rule_of(struct text name, enum day_rule *rule) {
    for (size_t i = DAY_OF_EVENT; i <= DAY_OF_PUBLISHING; i++)
        if (text_equal(name, text_of(rule_names[i]))) {
            *rule = (enum day_rule)i;
            return true;
        }
    return false;
}

bool period_holds(struct period period, struct date day) {
    if (!date_is_set(day))
        return false;
    if (date_is_set(period.from) && date_compare(day, period.from) < 0)
        return false;
    return !date_is_set(period.until) || date_compare(day, period.until) < 0;
}

bool period_of_month(struct text month, struct period *period) {
    if (month.size != 7 || month.data[4] != '-')
        return false;
    int year = decimal_read(text_slice(month, (struct span){0, 4})),
        number = decimal_read(text_slice(month, (struct span){5, 7}));
    if (year < 1 || year > 9998 || number < 1 || number > 12)
        return false;
    *period = (struct period){.from = date_make(year, number, 1),
                              .until = number == 12 ? date_make(year + 1, 1, 1)
                                                    : date_make(year, number + 1, 1),
                              .zone = TEXT("Asia/Jakarta")};
    return true;
}
