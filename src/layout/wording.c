/* Numbers, dates and sentences with places: see wording.h. */
#include <config.h>

#include "layout/wording.h"

#include <stdio.h>
#include <string.h>

#include "base/ascii.h"
#include "base/buffer.h"
#include "base/utf8.h"

struct text wording_number(struct arena *arena, const struct template *template, size_t number) {
    char digits[24];
    int size = snprintf(digits, sizeof digits, "%zu", number);
    struct buffer out = {0};
    for (int i = 0; i < size; i++) {
        if (i > 0 && (size - i) % 3 == 0)
            buffer_text(&out, template->thousands);
        buffer_char(&out, digits[i]);
    }
    struct text text = arena_copy(arena, buffer_view(&out));
    buffer_free(&out);
    return text;
}

static const struct text *find_fill(const struct fill *fills, struct text name) {
    for (; fills && fills->name; fills++)
        if (text_is(name, fills->name))
            return &fills->value;
    return NULL;
}

struct text wording_fill(struct arena *arena, struct text pattern, const struct fill *fills) {
    struct buffer out = {0};
    for (size_t at = 0; at < pattern.size;) {
        size_t open = text_find(pattern, at, TEXT("{"));
        size_t close = text_find(pattern, open, TEXT("}"));
        buffer_text(&out, text_slice(pattern, (struct span){at, open}));
        if (close < pattern.size) {
            const struct text *value =
                find_fill(fills, text_slice(pattern, (struct span){open + 1, close}));
            if (value)
                buffer_text(&out, *value);
        } else {
            buffer_text(&out, text_slice(pattern, (struct span){open, pattern.size}));
        }
        at = close < pattern.size ? close + 1 : pattern.size;
    }
    struct text text = arena_copy(arena, buffer_view(&out));
    buffer_free(&out);
    return text;
}

struct text wording_label(struct arena *arena, const struct template *template, enum label label,
                          const struct fill *fills) {
    return wording_fill(arena, template->labels[label], fills);
}

struct text wording_form(struct text pattern, size_t n) {
    size_t bar = text_find(pattern, 0, TEXT("|"));
    if (bar == pattern.size)
        return pattern;
    return text_slice(pattern,
                      n == 1 ? (struct span){0, bar} : (struct span){bar + 1, pattern.size});
}

struct text wording_count(struct arena *arena, const struct template *template, enum label label,
                          size_t n, const struct fill *fills) {
    struct fill all[8] = {{"n", wording_number(arena, template, n)}};
    for (size_t i = 0; fills && fills[i].name && i < 6; i++)
        all[i + 1] = fills[i];
    return wording_fill(arena, wording_form(template->labels[label], n), all);
}

static struct text wording_date(struct arena *arena, struct text pattern, const struct text *months,
                                struct date date) {
    struct fill fills[] = {{"day", arena_printf(arena, "%d", date.day)},
                           {"month", months[date.month - 1]},
                           {"year", arena_printf(arena, "%d", date.year)},
                           {NULL, {NULL, 0}}};
    return wording_fill(arena, pattern, fills);
}

struct text wording_day(struct arena *arena, const struct template *template, struct date date) {
    if (!date_is_set(date))
        return template->labels[LABEL_NO_DATE];
    return wording_date(arena, template->day, template->months, date);
}

struct text wording_short_day(struct arena *arena, const struct template *template,
                              struct date date) {
    if (!date_is_set(date))
        return template->labels[LABEL_NO_DATE];
    return wording_date(arena, template->short_day, template->short_months, date);
}

static struct text note_day(const void *context, struct arena *arena, struct date date) {
    return wording_short_day(arena, context, date);
}

struct note_wording layout_note_wording(const struct template *template,
                                        const struct note_forms *forms) {
    return (struct note_wording){forms, note_language_of(template->language), note_day, template};
}

bool period_is_month(struct period period) {
    if (!date_is_set(period.from) || !date_is_set(period.until) || period.from.day != 1 ||
        period.until.day != 1)
        return false;
    int from = period.from.year * 12 + period.from.month;
    return period.until.year * 12 + period.until.month == from + 1;
}

struct text wording_period(struct arena *arena, const struct template *template,
                           struct period period) {
    bool from = date_is_set(period.from), until = date_is_set(period.until);
    struct date last = until ? date_from_days(date_days(period.until) - 1) : period.until;
    struct fill fills[] = {{"from", wording_day(arena, template, period.from)},
                           {"until", wording_day(arena, template, last)},
                           {NULL, {NULL, 0}}};
    if (period_is_month(period))
        return wording_date(arena, template->month, template->months, period.from);
    if (from && until)
        return wording_label(arena, template, LABEL_PERIOD_RANGE, fills);
    if (from)
        return wording_label(arena, template, LABEL_PERIOD_FROM, fills);
    return wording_label(arena, template, until ? LABEL_PERIOD_UNTIL : LABEL_PERIOD_ALL, fills);
}

struct text wording_upper(struct arena *arena, struct text text) {
    char *copy = arena_cstring(arena, text);
    for (size_t i = 0; i < text.size; i++)
        copy[i] = ascii_upper(copy[i]);
    return (struct text){copy, text.size};
}

struct text wording_lower_first(struct arena *arena, struct text text) {
    char *copy = arena_cstring(arena, text);
    copy[0] = ascii_lower(copy[0]);
    return (struct text){copy, text.size};
}

struct text wording_shorten(struct arena *arena, struct text text, size_t limit) {
    size_t space = 0, at = 0, size;
    for (size_t count = 0; at < text.size; count++, at += size) {
        if (count == limit)
            break;
        if (utf8_is_space(utf8_decode(text, at, &size)))
            space = at;
    }
    if (at >= text.size)
        return text;
    return arena_concat(arena, text_slice(text, (struct span){0, space ? space : at}), TEXT("…"),
                        TEXT(""));
}
