/* The forms of a date: see dates.h. Before: tokens and hits. After: dates.c and published.c. */
#include <config.h>

#include "intake/dates.h"

#include "tables/calendar.h"

/* Years that news is written in. */
#define YEAR_FIRST 1900
#define YEAR_LAST 2100

struct scope draft_scope(const struct draft *draft) {
    return (struct scope){draft->article->text, draft->article->tokens, &draft->article->hits};
}

static const struct token *at(const struct scope *scope, size_t token) {
    return &scope->tokens.at[token];
}

bool scope_is_mark(const struct scope *scope, size_t token, const char *mark) {
    return token < scope->tokens.count && scope->text.data[at(scope, token)->start] == mark[0] &&
           token_is(scope->text, at(scope, token), mark);
}

/* The number at `token` with `least` to `most` digits, or -1. */
static int number_at(const struct scope *scope, size_t token, size_t end, size_t least,
                     size_t most) {
    if (token >= end || at(scope, token)->kind != TOKEN_NUMBER)
        return -1;
    size_t digits = at(scope, token)->end - at(scope, token)->start;
    return digits >= least && digits <= most ? (int)token_number(scope->text, at(scope, token))
                                             : -1;
}

static int month_at(const struct scope *scope, size_t token, size_t end) {
    const struct hit *hit = token < end ? hits_at(scope->hits, token, LEXEME_MONTH) : NULL;
    return hit && hit->end == token + 1 ? (int)hit->row : 0;
}

/* Reads the digits of a year at `token`: 2024, or 24 where `brief`. What has other digits is a bad
 * year. */
static void read_year(const struct scope *scope, size_t token, size_t end, bool brief,
                      struct reading *out) {
    int year = number_at(scope, token, end, 4, 4);
    if (brief && year < 0 && (year = number_at(scope, token, end, 2, 2)) >= 0)
        year += 2000;
    out->end = token + 1;
    if (year >= YEAR_FIRST && year <= YEAR_LAST)
        out->year = year;
    else
        out->bad_year = true;
}

/* The separator of a numeric date at `token`, between two numbers without space: / - . or 0. */
static char separator_at(const struct scope *scope, size_t token, size_t end) {
    if (token + 1 >= end || at(scope, token)->gap != GAP_NONE ||
        at(scope, token + 1)->gap > GAP_SPACE || at(scope, token + 1)->kind != TOKEN_NUMBER ||
        at(scope, token)->end - at(scope, token)->start != 1)
        return 0;
    char c = scope->text.data[at(scope, token)->start];
    return c == '/' || c == '-' || c == '.' ? c : 0;
}

/* Sets day and month from the first two numbers: day first, unless that cannot be. */
static bool order(int first, int second, struct reading *out) {
    bool day_first = second <= 12, month_first = first <= 12;
    if (first < 1 || second < 1 || first > 31 || second > 31 || (!day_first && !month_first))
        return false;
    out->day = day_first ? first : second;
    out->month = day_first ? second : first;
    out->swapped = day_first && month_first && first != second;
    return true;
}

/* 23-24/5, 23-24/5/2023: the days of a range before their month. */
static bool read_numeric_range(const struct scope *scope, size_t token, size_t end,
                               struct reading *out) {
    if (separator_at(scope, token + 1, end) != '-' || separator_at(scope, token + 3, end) != '/')
        return false;
    out->day = number_at(scope, token, end, 1, 2);
    out->month = number_at(scope, token + 4, end, 1, 2);
    out->numeric = out->range = true;
    out->end = token + 5;
    if (separator_at(scope, out->end, end) == '/')
        read_year(scope, out->end + 1, end, true, out);
    return out->day >= 1 && out->day <= 31 && out->month >= 1 && out->month <= 12;
}

/* 24/5/2023, 24-05-23, 24.5.2023, 24/5 */
static bool read_numeric(const struct scope *scope, size_t token, size_t end, struct reading *out) {
    int first = number_at(scope, token, end, 1, 2);
    size_t doubled =
        first >= 0 && scope_is_mark(scope, token + 1, "/") && scope_is_mark(scope, token + 2, "/");
    token += doubled; /* a slip of the hand: 24//5/2023 */
    char mark = separator_at(scope, token + 1, end);
    int second = mark ? number_at(scope, token + 2, end, 1, 2) : -1;
    if (first < 0 || second < 0 || !order(first, second, out))
        return false;
    out->numeric = true;
    out->end = token + 3;
    if (separator_at(scope, token + 3, end) == mark)
        read_year(scope, token + 4, end, true, out);
    return mark == '/' || out->end > token + 3; /* 2-3 is a score, or the beginning of 2-3 Mei */
}

/* 24/52023: a stroke was lost. */
static bool read_joined(const struct scope *scope, size_t token, size_t end, struct reading *out) {
    int day = number_at(scope, token, end, 1, 2);
    int rest =
        separator_at(scope, token + 1, end) == '/' ? number_at(scope, token + 2, end, 5, 6) : -1;
    out->day = day;
    out->month = rest / 10000;
    out->year = rest % 10000;
    out->numeric = true;
    out->end = token + 3;
    return day >= 1 && day <= 31 && out->month >= 1 && out->month <= 12 &&
           out->year >= YEAR_FIRST && out->year <= YEAR_LAST;
}

/* 2023-05-24 */
static bool read_iso(const struct scope *scope, size_t token, size_t end, struct reading *out) {
    int year = number_at(scope, token, end, 4, 4);
    char mark = separator_at(scope, token + 1, end);
    if (year < YEAR_FIRST || year > YEAR_LAST || !mark ||
        separator_at(scope, token + 3, end) != mark)
        return false;
    out->month = number_at(scope, token + 2, end, 1, 2);
    out->day = number_at(scope, token + 4, end, 1, 2);
    out->year = year;
    out->end = token + 5;
    out->numeric = true;
    return out->month >= 1 && out->month <= 12 && out->day >= 1;
}

bool calendar_word_at(const struct scope *scope, size_t token, uint32_t word, size_t *end) {
    if (token >= scope->tokens.count || !(scope->hits->classes[token] >> LEXEME_RELATIVE_DAY & 1))
        return false;
    for (size_t i = scope->hits->begin[token]; i < scope->hits->begin[token + 1]; i++) {
        const struct hit *hit = &scope->hits->at[i];
        if (hit->class == LEXEME_RELATIVE_DAY && hit->row == word) {
            *end = hit->end;
            return true;
        }
    }
    return false;
}

/* The number behind "19-", "19 dan", "19 s/d": the last day of a range; `token` itself if there is
 * none. */
static size_t skip_range(const struct scope *scope, size_t token, size_t end) {
    size_t next = token + 1, behind;
    if (next >= end)
        return token;
    if (scope_is_mark(scope, next, "-") || scope_is_mark(scope, next, "–") ||
        scope_is_mark(scope, next, "—") || at(scope, next)->word == KNOWN_DAN)
        behind = next + 1;
    else if (!calendar_word_at(scope, next, CALENDAR_BOUND, &behind))
        return token;
    return number_at(scope, behind, end, 1, 2) > 0 ? behind : token;
}

/* 24 Mei 2023, 24 Mei, 23-24 Mei 2023 */
static bool read_day_month(const struct scope *scope, size_t token, size_t end,
                           struct reading *out) {
    out->day = number_at(scope, token, end, 1, 2);
    if (out->day < 1 || out->day > 31)
        return false;
    size_t last = token;
    if (!month_at(scope, token + 1, end))
        last = skip_range(scope, token, end);
    out->month = month_at(scope, last + 1, end);
    if (!out->month)
        return false;
    out->range = last > token;
    out->end = last + 2;
    size_t year = scope_is_mark(scope, out->end, ",") ? out->end + 1 : out->end;
    if (number_at(scope, year, end, 4, 4) > 0)
        read_year(scope, year, end, false, out);
    return true;
}

/* Maret 28, 2024: the order of page clocks that were never translated. */
static bool read_month_day(const struct scope *scope, size_t token, size_t end,
                           struct reading *out) {
    out->month = month_at(scope, token, end);
    out->day = number_at(scope, token + 1, end, 1, 2);
    size_t year = scope_is_mark(scope, token + 2, ",") ? token + 3 : token + 2;
    if (!out->month || out->day < 1 || out->day > 31 || number_at(scope, year, end, 4, 4) < 0)
        return false;
    read_year(scope, year, end, false, out);
    return true;
}

bool reading_at(const struct scope *scope, size_t token, size_t end, struct reading *out) {
    *out = (struct reading){0};
    if (token >= end)
        return false;
    if (at(scope, token)->kind == TOKEN_WORD)
        return read_month_day(scope, token, end, out);
    if (at(scope, token)->kind != TOKEN_NUMBER)
        return false;
    if (read_iso(scope, token, end, out))
        return true;
    *out = (struct reading){0};
    if (read_numeric_range(scope, token, end, out))
        return true;
    *out = (struct reading){0};
    if (read_numeric(scope, token, end, out))
        return true;
    *out = (struct reading){0};
    if (read_joined(scope, token, end, out))
        return true;
    *out = (struct reading){0};
    return read_day_month(scope, token, end, out);
}

int weekday_at(const struct scope *scope, size_t token, bool *full) {
    const struct hit *hit =
        token < scope->tokens.count ? hits_at(scope->hits, token, LEXEME_WEEKDAY) : NULL;
    if (!hit)
        return 0;
    *full = at(scope, token)->end - at(scope, token)->start > 3;
    return (int)hit->row;
}

size_t weekday_skip(const struct scope *scope, size_t token) {
    for (size_t i = 0; i < 4 && token < scope->tokens.count; i++) {
        size_t end;
        if (scope_is_mark(scope, token, ",") || scope_is_mark(scope, token, "(") ||
            scope_is_mark(scope, token, "/"))
            token++;
        else if (calendar_word_at(scope, token, CALENDAR_PART, &end) ||
                 calendar_word_at(scope, token, CALENDAR_LINK, &end))
            token = end;
        else
            break;
    }
    return token;
}

/* True if two numbers with a colon or full stop between them begin at `token`: a time of day. */
static bool is_time(const struct scope *scope, size_t token, size_t end) {
    int hour = number_at(scope, token, end, 1, 2);
    return hour >= 0 && hour < 25 &&
           (scope_is_mark(scope, token + 1, ":") || scope_is_mark(scope, token + 1, ".")) &&
           number_at(scope, token + 2, end, 2, 2) >= 0;
}

bool date_line_read(const struct scope *scope, size_t first, size_t end, struct page_date *out,
                    size_t *others) {
    bool full;
    struct reading reading;
    *out = (struct page_date){0};
    *others = 0;
    for (size_t i = first; i < end; i++) {
        if (weekday_at(scope, i, &full))
            continue;
        if (!date_is_set(out->date) && reading_at(scope, i, end, &reading) && reading.year) {
            out->date = date_make(reading.year, reading.month, reading.day);
            i = reading.end - 1;
        } else if (is_time(scope, i, end)) {
            out->with_time = true;
            i += 2;
        } else {
            const struct token *token = at(scope, i);
            *others += token->kind == TOKEN_WORD && !hits_at(scope->hits, i, LEXEME_TIME_ZONE);
        }
    }
    out->span = (struct span){at(scope, first)->start, at(scope, end - 1)->end};
    return date_is_set(out->date);
}
