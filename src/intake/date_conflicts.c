/* Dates of the text that cannot be right: see conflicts.h. Before: event.c. After:
 * page_conflicts.c.
 */
#include <config.h>

#include "intake/conflicts.h"

/* Days by which a report may be ahead of its paper: the paper's day may be told in another zone. */
#define AHEAD_DAYS 1

/* Days by which a date without its year may be ahead of the paper and still be of that year. */
#define AHEAD_MOST 31

/* Days around the same day of another year that tell a slip of the year, and years of the slip. */
#define SLIP_DAYS 7
#define SLIP_YEARS 2

/* Rows of the table of notes. */
static const char *const weekdays[] = {"",         "monday", "tuesday",  "wednesday",
                                       "thursday", "friday", "saturday", "sunday"};

static void flag(struct draft *draft, const struct mention *mention, const char *code,
                 const struct text values[NOTE_PLACES]) {
    draft_flag_note(draft, FLAG_DATE_CONFLICT, mention->date.span, code, values);
}

static struct text iso_of(const struct draft *draft, struct date date) {
    char iso[DATE_SIZE];
    date_format(date, iso);
    return arena_copy(draft->arena, text_of(iso));
}

/* The day that is taken instead, or nothing where the mention gives no day. */
static struct text taken(const struct draft *draft, const struct mention *mention) {
    bool same = date_compare(mention->date.date, mention->written) == 0;
    return !mention->usable || (same && !mention->bad_year) ? TEXT("")
                                                            : iso_of(draft, mention->date.date);
}

/* What the mention itself contradicts: its weekday, or the calendar. */
static void flag_self(struct draft *draft, const struct mention *mention) {
    struct text instead = taken(draft, mention);
    if (mention->impossible)
        flag(draft, mention, "date_impossible", (struct text[NOTE_PLACES]){{0}});
    else if (mention->bad_year)
        flag(draft, mention, "date_year", (struct text[NOTE_PLACES]){instead});
    else
        flag(draft, mention, "date_weekday",
             (struct text[NOTE_PLACES]){
                 text_of(weekdays[mention->date.weekday]), iso_of(draft, mention->written),
                 text_of(weekdays[date_weekday(mention->written)]), instead});
}

/* "...," kata Budi di Manggar, Senin (5/8/2024): the day on which words were said, which is over
 * when the paper has them. */
static bool dates_speech(const struct surroundings *around) {
    return around->closes && around->after_quote && around->after_speech && !around->quoted;
}

/* True if the text reports as past what happened on the day. */
static bool is_past(const struct surroundings *around) {
    if (around->planned || around->bound || around->document)
        return false;
    return dates_speech(around) || (around->past && !around->quoted);
}

/* Days from the day to the same one of the paper's year or of that before or behind it, as near as
 * a paper is to what it reports; 0 if the years are the same or the days are not. */
static int year_slip(struct date date, struct date published) {
    for (int years = -SLIP_YEARS; years <= SLIP_YEARS; years++) {
        struct date other = date_make(date.year + years, date.month, date.day);
        if (years == 0 || !date_is_set(other))
            continue;
        int32_t days = date_days(published) - date_days(other);
        if (days >= 0 && days <= SLIP_DAYS)
            return years;
    }
    return 0;
}

/* What the mention and the day of the paper contradict; a weekday that agrees speaks against a slip
 * of the year. */
static void flag_against_paper(struct draft *draft, const struct mention *mention,
                               struct date published) {
    struct date date = mention->date.date;
    int32_t ahead = date_days(date) - date_days(published);
    bool slip = mention->date.year_given && !mention->date.weekday && year_slip(date, published);
    if (ahead <= AHEAD_DAYS && !slip)
        return;
    if (!mention->date.year_given && (!mention->date.weekday || ahead > AHEAD_MOST))
        return;
    struct surroundings around = event_surroundings(draft, mention);
    const struct text days[NOTE_PLACES] = {iso_of(draft, date), iso_of(draft, published)};
    if (ahead > AHEAD_DAYS && is_past(&around))
        flag(draft, mention, "date_past", days);
    else if (slip &&
             (dates_speech(&around) || mention->date.span.start < draft->article->dateline.end))
        flag(draft, mention, "date_published", days);
}

/* The date in the dateline, with its year; NULL if there is none. */
static const struct mention *in_dateline(const struct draft *draft,
                                         const struct mention *mentions) {
    for (size_t i = 0; i < draft->mention_count; i++)
        if (mentions[i].date.span.end <= draft->article->dateline.end && mentions[i].usable &&
            mentions[i].date.year_given && !mentions[i].date.conflict)
            return &mentions[i];
    return NULL;
}

/* The first day of words in the body that is the dateline's in another year. */
static void flag_dateline(struct draft *draft, const struct mention *mentions) {
    const struct mention *dateline = in_dateline(draft, mentions);
    for (size_t i = 0; dateline && i < draft->mention_count; i++) {
        const struct mention *mention = &mentions[i];
        if (mention == dateline || !mention->usable || !mention->date.year_given ||
            mention->date.conflict || !year_slip(mention->date.date, dateline->date.date))
            continue;
        struct surroundings around = event_surroundings(draft, mention);
        if (!dates_speech(&around))
            continue;
        flag(draft, dateline, "date_dateline",
             (struct text[NOTE_PLACES]){iso_of(draft, dateline->date.date),
                                        iso_of(draft, mention->date.date)});
        return;
    }
}

void conflicts_flag_dates(struct draft *draft, const struct mention *mentions) {
    struct date published = draft->article->published;
    for (size_t i = 0; i < draft->mention_count; i++) {
        if (mentions[i].date.conflict)
            flag_self(draft, &mentions[i]);
        else if (date_is_set(published) && mentions[i].usable && !mentions[i].date.weekday_only)
            flag_against_paper(draft, &mentions[i], published);
    }
    if (!date_is_set(published))
        flag_dateline(draft, mentions);
}
