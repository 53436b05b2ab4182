/* The record's own date: see dates.h. Before: the field as it stands. After: event.c chooses where
 * there are two readings. */
#include <config.h>

#include "intake/dates.h"

#include "base/decimal.h"
#include "tables/zones.h"

#define SECONDS_A_DAY 86400
#define SECONDS_A_MINUTE 60

/* The number of the `count` digits at `from`; -1 where there are none. */
static int digits_at(struct text text, size_t from, size_t count) {
    return decimal_read(text_slice(text, (struct span){from, from + count}));
}

static struct published from_moment(int64_t seconds, const struct zone *zone) {
    return (struct published){
        .first = zone_day(zone, seconds), .is_moment = true, .seconds = seconds};
}

/* 20240328; seconds or milliseconds since 1970. */
static struct published read_digits(struct text text, const struct zone *zone) {
    if (text.size == 8)
        return (struct published){.first = date_make(digits_at(text, 0, 4), digits_at(text, 4, 2),
                                                     digits_at(text, 6, 2))};
    if (text.size != 10 && text.size != 13)
        return (struct published){0};
    int64_t seconds = 0;
    for (size_t i = 0; i < 10; i++)
        seconds = seconds * 10 + (text.data[i] - '0');
    return from_moment(seconds, zone);
}

/* The minutes ahead of Greenwich at the end of a time: Z, UTC, +07:00, -0930, +07. False where it
 * does not tell. */
static bool read_offset(struct text text, int *minutes) {
    *minutes = 0;
    if (text_ends(text, "Z") || text_ends(text, "UTC") || text_ends(text, "GMT"))
        return true;
    size_t sign = text.size;
    while (sign > 0 && text.data[sign - 1] != '+' && text.data[sign - 1] != '-')
        sign--;
    size_t size = text.size - sign; /* of what follows the sign */
    size_t colon = size == 5 && text.data[sign + 2] == ':';
    if (sign == 0 || (size != 2 && size != 4 + colon))
        return false;
    int hours = digits_at(text, sign, 2),
        rest = size > 2 ? digits_at(text, sign + 2 + colon, 2) : 0;
    if (hours < 0 || hours > 14 || rest < 0 || rest > 59)
        return false;
    *minutes = (hours * 60 + rest) * (text.data[sign - 1] == '-' ? -1 : 1);
    return true;
}

/* 2024-03-28, 2024-03-28 10:05:00, 2024-03-27T17:00:00.000Z, 2024-03-28T00:30:00+09:00 */
static struct published read_iso(struct text text, const struct zone *zone) {
    struct published day = {.first = date_parse_iso(text_slice(text, (struct span){0, 10}))};
    if (text.size == 10 || !date_is_set(day.first))
        return day;
    char c = text.data[10];
    if (c != 'T' && c != ' ' && c != 't' && c != ',')
        return (struct published){0};
    int hour = digits_at(text, 11, 2), minute = digits_at(text, 14, 2), ahead;
    struct text clock = text_slice(text, (struct span){11, text.size});
    if (hour < 0 || !read_offset(clock, &ahead))
        return day;
    int64_t minutes = hour * 60 + (minute < 0 ? 0 : minute) - ahead;
    return from_moment((int64_t)date_days(day.first) * SECONDS_A_DAY + minutes * SECONDS_A_MINUTE,
                       zone);
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

struct published published_read(struct text field, const struct zone *zone,
                                const struct lexicon *lexicon, struct arena *arena) {
    struct text text = text_trim(field);
    if (text.size == 0)
        return (struct published){0};
    if (decimal_is(text))
        return read_digits(text, zone);
    struct published iso = read_iso(text, zone);
    if (date_is_set(iso.first))
        return iso;
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
