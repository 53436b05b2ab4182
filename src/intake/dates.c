/* All dates in the text: see draft.h. Before: what is no news is cut. After: event.c. */
#include <config.h>

#include "intake/dates.h"

static const struct token *at(const struct scope *scope, size_t token) {
    return &scope->tokens.at[token];
}

static struct mention *add(struct draft *draft, size_t first, size_t end, int weekday) {
    if (draft->mention_count == draft->mention_capacity)
        draft->mentions =
            arena_grow(draft->arena, draft->mentions, draft->mention_count,
                       draft->mention_count + 1, sizeof *draft->mentions, &draft->mention_capacity);
    struct mention *mention = &draft->mentions[draft->mention_count++];
    const struct token *tokens = draft->article->tokens.at;
    *mention = (struct mention){.first = first, .end = end};
    mention->date.span = (struct span){tokens[first].start, tokens[end - 1].end};
    mention->date.weekday = (int8_t)weekday;
    return mention;
}

static size_t digits(const struct scope *scope, size_t token) {
    return at(scope, token)->end - at(scope, token)->start;
}

/* A numeric date is one only where it cannot be the number of a letter or a score: with a weekday
 * or in parentheses, or with all four digits of a year; never as a part of a longer number. */
static bool is_believable(const struct scope *scope, size_t token, const struct reading *reading,
                          bool weekday) {
    if (!reading->numeric)
        return true;
    bool open = token > 0 && scope_is_mark(scope, token - 1, "(");
    if (weekday || (open && (scope_is_mark(scope, reading->end, ")") || reading->year)))
        return true;
    size_t year = digits(scope, token) == 4 ? token : reading->end - 1;
    if (!reading->year || reading->bad_year || digits(scope, year) != 4)
        return false;
    bool joined_before = token > 0 && at(scope, token)->gap == GAP_NONE &&
                         at(scope, token - 1)->kind == TOKEN_MARK && !open;
    bool joined_after =
        reading->end < scope->tokens.count && at(scope, reading->end)->gap == GAP_NONE &&
        (scope_is_mark(scope, reading->end, "/") || scope_is_mark(scope, reading->end, "-"));
    bool number = token > 0 &&
                  (at(scope, token - 1)->word == KNOWN_NOMOR ||
                   at(scope, token - 1)->word == KNOWN_NO || scope_is_mark(scope, token - 1, "."));
    return !joined_before && !joined_after && !number;
}

/* True if the weekday at `first` is the second of two: Senin dan Selasa (5/8 dan 6/8). A date
 * behind them may be either's. */
static bool follows_weekday(const struct scope *scope, size_t first) {
    bool full;
    if (first < 2)
        return false;
    const struct token *link = at(scope, first - 1);
    bool links = link->word == KNOWN_DAN || scope_is_mark(scope, first - 1, "-") ||
                 scope_is_mark(scope, first - 1, "–") || scope_is_mark(scope, first - 1, ",") ||
                 scope_is_mark(scope, first - 1, "&") || scope_is_mark(scope, first - 1, "/") ||
                 token_is(scope->text, link, "atau") || token_is(scope->text, link, "hingga") ||
                 token_is(scope->text, link, "sampai");
    return links && weekday_at(scope, first - 2, &full) > 0;
}

static void add_reading(struct draft *draft, const struct scope *scope, size_t first, size_t token,
                        const struct reading *reading, int weekday) {
    size_t end = reading->end;
    bool open = false;
    for (size_t i = first; i < token; i++)
        open = open || scope_is_mark(scope, i, "(");
    if (open && scope_is_mark(scope, end, ")"))
        end++;
    bool pair = reading->range || (weekday && follows_weekday(scope, first));
    struct mention *mention = add(draft, first, end, pair ? 0 : weekday);
    mention->bad_year = reading->bad_year;
    mention->eve = weekday && first > 0 && token_is(scope->text, at(scope, first - 1), "malam");
    mention->date.year_given = reading->year > 0 || reading->bad_year;
    mention->date.date =
        (struct date){(int16_t)reading->year, (int8_t)reading->month, (int8_t)reading->day};
    int leap = 2024; /* a year that has all the days that there are */
    mention->impossible =
        !date_is_valid(reading->year ? reading->year : leap, reading->month, reading->day);
    mention->bad_year = mention->bad_year || (reading->year && mention->impossible);
}

/* The mention that begins at `token`; the token after it, or after `token` if there is none. */
static size_t find_at(struct draft *draft, const struct scope *scope, size_t token) {
    bool full = false;
    struct reading reading;
    int weekday = weekday_at(scope, token, &full);
    size_t date = weekday ? weekday_skip(scope, token + 1) : token;
    if (reading_at(scope, date, scope->tokens.count, &reading) &&
        is_believable(scope, date, &reading, weekday > 0)) {
        size_t first =
            !weekday && token > 0 && scope_is_mark(scope, token - 1, "(") ? token - 1 : token;
        add_reading(draft, scope, first, date, &reading, weekday);
        return draft->mentions[draft->mention_count - 1].end;
    }
    if (weekday && full)
        add(draft, token, token + 1, weekday)->date.weekday_only = true;
    return token + 1;
}

/* What a date begins with, where that is no number. */
#define DATE_CLASSES (UINT32_C(1) << LEXEME_MONTH | UINT32_C(1) << LEXEME_WEEKDAY)

void dates_find(struct draft *draft) {
    const struct scope scope = draft_scope(draft);
    const struct tokens tokens = scope.tokens;
    const uint32_t *classes = scope.hits->classes;
    for (size_t i = 0; i < tokens.count;) {
        bool candidate = (classes[i] & DATE_CLASSES) || tokens.at[i].kind == TOKEN_NUMBER;
        i = candidate && !tokens.at[i].cut ? find_at(draft, &scope, i) : i + 1;
    }
}
