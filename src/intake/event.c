/* When it happened and when it was published: see draft.h. Before: dates.c found the mentions.
 * After: the article is ready. A date is completed and chosen only on what the record or text says;
 * what contradicts itself is flagged, and where nothing is left to go by, there is no date. */
#include <config.h>

#include "intake/conflicts.h"
#include "intake/event.h"

/* Days by which an article may follow what it reports, for a date that needs help: a missing year,
 * a weekday, a slip. */
#define NEWS_DAYS 7
#define REPAIR_DAYS 31

/* Days by which a page's date may follow the event and still be the day of publication, not the
 * page's clock: alone, or with a time of day. */
#define PAGE_DAYS 7
#define PAGE_DAYS_WITH_TIME 31

/* Days a missing year may lie from the anchor: half a year, so that there is one answer. */
#define HALF_YEAR 184

static bool agrees(const struct mention *mention, struct date date) {
    int weekday = mention->date.weekday, is = date_weekday(date);
    return weekday == 0 || is == weekday || (mention->eve && is % 7 + 1 == weekday);
}

/* Days from `date` to `later`. */
static int32_t days_between(struct date date, struct date later) {
    return date_days(later) - date_days(date);
}

/* The mention's day and month in the year that comes nearest to `anchor`, its weekday preferred. */
static struct date in_nearest_year(const struct mention *mention, struct date anchor) {
    struct date best = {0};
    int32_t best_distance = 0;
    for (int year = anchor.year - 1; year <= anchor.year + 1; year++) {
        struct date date = date_make(year, mention->date.date.month, mention->date.date.day);
        if (!date_is_set(date))
            continue;
        int32_t distance = days_between(date, anchor);
        distance = (distance < 0 ? -distance : distance) + (agrees(mention, date) ? 0 : HALF_YEAR);
        if (!date_is_set(best) || distance < best_distance) {
            best = date;
            best_distance = distance;
        }
    }
    return best;
}

/* True if `date` may be what a contradictory mention means: its weekday, and shortly before
 * publication. */
static bool is_likely(const struct mention *mention, struct date date, struct date published,
                      int32_t most) {
    if (!date_is_set(date) || !agrees(mention, date))
        return false;
    int32_t days = days_between(date, published);
    return days >= 0 && days <= most;
}

/* What a mention means whose weekday contradicts it, if a slip in one place only explains it: the
 * year, the month (often that of another article), or the day of tomorrow. No date otherwise. */
static struct date find_slip(const struct mention *mention, struct date published) {
    struct date written = mention->date.date;
    struct date other_year = in_nearest_year(mention, published);
    if (mention->date.year_given && is_likely(mention, other_year, published, REPAIR_DAYS))
        return other_year;
    struct date this_month = date_make(published.year, published.month, written.day);
    struct date last_month = published.month > 1
                                 ? date_make(published.year, published.month - 1, written.day)
                                 : date_make(published.year - 1, 12, written.day);
    bool any_year = !mention->date.year_given; /* then the year was only guessed */
    if (is_likely(mention, this_month, published, NEWS_DAYS) &&
        (any_year || this_month.year == written.year))
        return this_month;
    if (is_likely(mention, last_month, published, NEWS_DAYS) &&
        (any_year || last_month.year == written.year))
        return last_month;
    struct date day_before = date_from_days(date_days(written) - 1);
    bool ahead = date_compare(written, published) > 0;
    return ahead && is_likely(mention, day_before, published, 1) ? day_before : (struct date){0};
}

/* A date that contradicts its weekday: repaired where one slip explains it, else usable only where
 * it is as near to publication as news is; or, where that is not known, if its year is given. */
static void resolve_conflict(struct mention *mention, struct date published) {
    mention->date.conflict = true;
    mention->usable = mention->date.year_given && !date_is_set(published);
    if (!date_is_set(published))
        return;
    int32_t days = days_between(mention->date.date, published);
    struct date found = find_slip(mention, published);
    if (days >= 0 && days <= NEWS_DAYS) {
        mention->usable = true;
    } else if (date_is_set(found)) {
        mention->date.date = found;
        mention->usable = true;
    } else if (days < 0 && mention->date.weekday == date_weekday(published)) {
        mention->date.date = published; /* a day that was not yet: the weekday alone is believed */
        mention->usable = true;
    }
}

/* A date whose year is missing or cannot be right. Where the record's own date is not known, only a
 * weekday that agrees with the year of another date makes it sure. */
static void complete(struct mention *mention, struct date published, struct date anchor) {
    bool known = date_is_set(published);
    struct date base = known ? published : anchor;
    struct date found = date_is_set(base) ? in_nearest_year(mention, base) : (struct date){0};
    mention->date.conflict = mention->bad_year || mention->impossible;
    mention->date.date = (struct date){0};
    mention->written = found;
    if (!date_is_set(found))
        return;
    int32_t days = days_between(found, base);
    if (mention->bad_year) {
        mention->usable = agrees(mention, found) && days >= 0 && days <= REPAIR_DAYS;
        if (mention->usable)
            mention->date.date = found;
    } else if (agrees(mention, found)) {
        mention->usable = known || mention->date.weekday > 0;
        if (mention->usable)
            mention->date.date = found;
    } else {
        mention->date.date = found;
        resolve_conflict(mention, published);
    }
}

/* A date with its year. */
static void check(struct mention *mention, struct date published) {
    mention->usable = true;
    mention->written = mention->date.date;
    if (!agrees(mention, mention->date.date))
        resolve_conflict(mention, published);
}

/* A bare weekday is the last day of that name, the day of publication included. */
static void place_weekday(struct mention *mention, struct date published) {
    if (!date_is_set(published))
        return;
    int32_t back = (date_weekday(published) - mention->date.weekday + 7) % 7;
    mention->date.date = date_from_days(date_days(published) - back);
    mention->usable = true;
}

/* A full date of the text that agrees with its weekday: what a missing year is told from where the
 * record has no date. */
static struct date find_anchor(const struct draft *draft) {
    for (size_t i = 0; i < draft->mention_count; i++) {
        const struct mention *mention = &draft->mentions[i];
        if (mention->date.year_given && !mention->bad_year && mention->date.weekday &&
            agrees(mention, mention->date.date))
            return mention->date.date;
    }
    return (struct date){0};
}

/* Completes all mentions for an article published on `published` (no date: not known). */
static void resolve(struct mention *mentions, size_t count, struct date published,
                    struct date anchor) {
    for (size_t i = 0; i < count; i++) {
        struct mention *mention = &mentions[i];
        mention->usable = false;
        if (mention->date.weekday_only)
            place_weekday(mention, published);
        else if (mention->bad_year || !mention->date.year_given)
            complete(mention, published, anchor);
        else
            check(mention, published);
    }
}

/* A copy of the mentions as they were found, resolved for this day of publication. */
static struct mention *resolved(const struct draft *draft, struct date published) {
    struct mention *copy = arena_alloc_array(draft->arena, draft->mention_count + 1, sizeof *copy);
    for (size_t i = 0; i < draft->mention_count; i++)
        copy[i] = draft->mentions[i];
    resolve(copy, draft->mention_count, published, find_anchor(draft));
    return copy;
}

/* How many dates of the text lie in the week before `published`, as those of news do. */
static size_t count_support(const struct draft *draft, struct date published) {
    const struct mention *mentions = resolved(draft, published);
    size_t support = 0;
    for (size_t i = 0; i < draft->mention_count; i++) {
        const struct mention *mention = &mentions[i];
        if (!mention->usable || mention->date.weekday_only || mention->date.conflict)
            continue;
        int32_t days = days_between(mention->date.date, published);
        support += days >= 0 && days <= NEWS_DAYS;
    }
    return support;
}

/* Of two readings of a field the one that the text agrees with; no date if that does not tell. */
static struct date choose_reading(const struct draft *draft, struct published published) {
    if (!date_is_set(published.second))
        return published.first;
    size_t first = count_support(draft, published.first),
           second = count_support(draft, published.second);
    if ((first > 0) == (second > 0))
        return (struct date){0};
    return first > 0 ? published.first : published.second;
}

/* The page's date, if it is the day of publication and not the clock of the moment the page was
 * read. */
static struct date choose_page_date(const struct draft *draft) {
    struct page_date page = draft->page_date;
    if (!date_is_set(page.date))
        return page.date;
    const struct mention *mentions = resolved(draft, (struct date){0});
    const struct mention *event = event_find(draft, mentions, (struct date){0});
    if (!event && count_support(draft, page.date) > 0)
        return page.date;
    if (!event)
        return page.with_time ? page.date : (struct date){0};
    int32_t days = days_between(event->date.date, page.date);
    bool near = days >= 0 && days <= (page.with_time ? PAGE_DAYS_WITH_TIME : PAGE_DAYS);
    return near ? page.date : (struct date){0};
}

static void publish_mentions(struct draft *draft, const struct mention *mentions) {
    struct article *article = draft->article;
    article->dates =
        arena_alloc_array(draft->arena, draft->mention_count + 1, sizeof *article->dates);
    article->date_count = draft->mention_count;
    for (size_t i = 0; i < draft->mention_count; i++)
        article->dates[i] = mentions[i].date;
}

void event_settle(struct draft *draft, struct text field) {
    struct article *article = draft->article;
    struct published published =
        published_read(field, draft->tables->zone, draft->tables->lexicon, draft->arena);
    article->is_moment = published.is_moment;
    article->published_seconds = published.seconds;
    article->published = choose_reading(draft, published);
    if (field.size == 0)
        article->published = choose_page_date(draft);
    const struct mention *mentions = resolved(draft, article->published);
    const struct mention *event = event_find(draft, mentions, article->published);
    if (event) {
        article->event_date = event->date.date;
        article->date_evidence = event->date.span;
    }
    conflicts_flag_dates(draft, mentions);
    conflicts_flag_page(draft, event);
    publish_mentions(draft, mentions);
}
