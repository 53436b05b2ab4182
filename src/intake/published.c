/* The record's own date: see dates.h. Before: the field as it stands. After: event.c chooses where
 * there are two readings. */
#include <config.h>

#include "intake/dates.h"

#include "base/decimal.h"

#define SECONDS_A_DAY 86400
#define SECONDS_A_DAY_IN_JAKARTA 25200 /* UTC+7: the zone of the briefing */

/* The number of the `count` digits at `from`; -1 where there are none. */
static int digits_at(struct text text, size_t from, size_t count) {
    return decimal_read(text_slice(text, (struct span){from, from + count}));
}

/* 20240328; seconds or milliseconds since 1970. */
static struct date read_digits(struct text text) {
    if (text.size == 8)
        return date_make(digits_at(text, 0, 4), digits_at(text, 4, 2), digits_at(text, 6, 2));
    if (text.size != 10 && text.size != 13)
        return (struct date){0};
    int64_t seconds = 0;
    for (size_t i = 0; i < 10; i++)
        seconds = seconds * 10 + (text.data[i] - '0');
    return date_from_days((int32_t)((seconds + SECONDS_A_DAY_IN_JAKARTA) / SECONDS_A_DAY));
}

/* True if the time ends in Z or +00:00: it is Greenwich's, seven hours behind Jakarta's. */
static bool is_greenwich(struct text text) {
    return text_ends(text, "Z") || text_ends(text, "+00:00") || text_ends(text, "+0000") ||
           text_ends(text, "UTC") || text_ends(text, "GMT");
}

/* 2024-03-28, 2024-03-28 10:05:00, 2024-03-27T17:00:00.000Z */
static struct date read_iso(struct text text) {
    struct date date = date_parse_iso(text_slice(text, (struct span){0, 10}));
    if (text.size == 10 || !date_is_set(date))
        return date;
    char c = text.data[10];
    if (c != 'T' && c != ' ' && c != 't' && c != ',')
        return (struct date){0};
    int hour = digits_at(text, 11, 2);
    bool next_day = hour >= 17 && is_greenwich(text);
    return next_day ? date_from_days(date_days(date) + 1) : date;
}

static struct published from_reading(const struct reading *reading, int weekday) {
    struct published out = {.first = date_make(reading->year, reading->month, reading->day)};
    if (reading->numeric && reading->swapped)
        out.second = date_make(reading->year, reading->day, reading->month);
    if (!weekday || !date_is_set(out.second))
        return out;
    bool first = date_weekday(out.first) == weekday, second = date_weekday(out.second) == weekday;
    if (second && !first)
        out.first = out.second;
    if (first != second)
        out.second = (struct date){0};
    return out;
}

struct published published_read(struct text field, const struct lexicon *lexicon,
                                struct arena *arena) {
    struct text text = text_trim(field);
    if (text.size == 0)
        return (struct published){0};
    if (decimal_is(text))
        return (struct published){.first = read_digits(text)};
    struct date iso = read_iso(text);
    if (date_is_set(iso))
        return (struct published){.first = iso};
    struct tokens tokens = tokenise(arena, text);
    struct hits hits = lexicon_scan(lexicon, text, tokens, arena);
    struct scope scope = {text, tokens, &hits};
    int weekday = 0;
    bool full;
    for (size_t i = 0; i < tokens.count; i++) {
        struct reading reading;
        int day = weekday_at(&scope, i, &full);
        weekday = day ? day : weekday;
        if (!day && reading_at(&scope, i, tokens.count, &reading) && reading.year) {
            reading.swapped = reading.swapped && tokens.at[i].end - tokens.at[i].start < 4;
            return from_reading(&reading, weekday);
        }
    }
    return (struct published){0};
}
