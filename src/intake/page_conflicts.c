/* What a page says of its date against what its text says: see conflicts.h. Before:
 * date_conflicts.c. After: the article's flags. */
#include <config.h>

#include "intake/conflicts.h"

#include "base/decimal.h"
#include "tables/calendar.h"

/* Days by which the page's own date may follow the event. */
#define PAGE_DAYS 31

/* Tokens from the word copyright to its year. */
#define COPYRIGHT_TOKENS 10

/* Tokens behind "tahun ini" in which elections are named, and those before it that may tell that
 * one is only prepared: a text without a full stop is one sentence. */
#define ELECTION_TOKENS 24
#define TOKENS_BEFORE 100

/* The last month in which the copyright of the year after is no sign: pages turn their year in
 * winter. */
#define LATE_MONTH 10

static const struct token *at(const struct draft *draft, size_t token) {
    return &draft->article->tokens.at[token];
}

static void flag(struct draft *draft, struct span span, const char *code, struct date one,
                 struct date other) {
    char iso[DATE_SIZE], day[DATE_SIZE];
    date_format(one, iso);
    date_format(other, day);
    draft_flag_note(draft, FLAG_DATE_CONFLICT, span, code,
                    (struct text[NOTE_PLACES]){text_of(iso), text_of(day)});
}

/* The first word of calendar.tsv from `token` on; the count of tokens if there is none. */
static size_t next_calendar_word(const struct article *article, size_t token) {
    return hits_next(&article->hits, token, article->tokens.count, LEXEME_RELATIVE_DAY);
}

/* The date line at the page's head, where it is not the day of publication. */
static void flag_clock(struct draft *draft, const struct mention *event) {
    struct date page = draft->page_date.date;
    if (!event || !date_is_set(page) || date_is_set(draft->article->published))
        return;
    int32_t days = date_days(page) - date_days(event->date.date);
    if (days >= 0 && days <= PAGE_DAYS)
        return;
    flag(draft, draft->page_date.span, "date_page", page, event->date.date);
}

/* The first "/2024/08/05/" in an address; no date if there is none. */
static struct date address_date(struct text url) {
    struct date date = {0};
    for (size_t i = 0; i + 11 < url.size && !date_is_set(date); i++) {
        const char *at = url.data + i;
        if (at[0] == '/' && at[5] == '/' && at[8] == '/' && at[11] == '/')
            date = date_make(decimal_read((struct text){at + 1, 4}),
                             decimal_read((struct text){at + 6, 2}),
                             decimal_read((struct text){at + 9, 2}));
    }
    return date;
}

/* The address's day against the paper's; without that, the event cannot be later. */
static void flag_address(struct draft *draft, const struct mention *event) {
    struct date url = address_date(draft->article->url), published = draft->article->published;
    if (!date_is_set(url))
        return;
    if (date_is_set(published)) {
        int32_t days = date_days(published) - date_days(url);
        if (days > 1 || days < -1)
            flag(draft, (struct span){0, 0}, "date_address", url, published);
    } else if (event && date_days(event->date.date) > date_days(url) + 1) {
        flag(draft, event->date.span, "date_address_event", url, event->date.date);
    }
}

/* The year of the copyright whose word stands at `token`, the last one of a range; 0 if there is
 * none. *span: from the word to it. */
static int copyright_year(const struct draft *draft, size_t token, struct span *span) {
    int year = 0;
    for (size_t i = token; i < token + COPYRIGHT_TOKENS && i < draft->article->tokens.count; i++) {
        if (!at(draft, i)->cut || (i > token && at(draft, i)->gap >= GAP_LINE))
            break;
        bool four =
            at(draft, i)->kind == TOKEN_NUMBER && at(draft, i)->end - at(draft, i)->start == 4;
        int number = four ? (int)token_number(draft->article->text, at(draft, i)) : 0;
        if (number < 1990 || number > 2100)
            continue;
        year = number;
        *span = (struct span){at(draft, token)->start, at(draft, i)->end};
    }
    return year;
}

/* The copyright's year against that of the event or, without one, of the paper. A paper whose day
 * is known and fits its event needs no copyright. */
static void flag_copyright(struct draft *draft, const struct mention *event, int year,
                           struct span span) {
    struct date published = draft->article->published, day = {0};
    char iso[DATE_SIZE];
    if (event && !date_is_set(published))
        day = event->date.date;
    else if (!event)
        day = published;
    if (!date_is_set(day) || day.year == year ||
        (day.year + 1 == year && (!event || day.month > LATE_MONTH)))
        return;
    date_format(day, iso);
    draft_flag_note(
        draft, FLAG_DATE_CONFLICT, span, event ? "date_copyright" : "date_copyright_published",
        (struct text[NOTE_PLACES]){arena_printf(draft->arena, "%d", year), text_of(iso)});
}

/* The elections named from `token` on in its sentence, as bits; 0 where the words tell that one is
 * only prepared. *last: the token after the last of them. */
static uint32_t elections_behind(const struct draft *draft, size_t token, size_t *last) {
    const struct hits *hits = &draft->article->hits;
    size_t number = sentences_at(draft->article->sentences, at(draft, token)->start);
    uint32_t elections = 0;
    if (number == draft->article->sentences.count)
        return 0;
    const struct sentence *sentence = &draft->article->sentences.at[number];
    size_t end = sentence->end < token + ELECTION_TOKENS ? sentence->end : token + ELECTION_TOKENS;
    size_t first =
        sentence->first + TOKENS_BEFORE < token ? token - TOKENS_BEFORE : sentence->first;
    for (size_t i = first; i < end; i++)
        for (size_t k = hits->begin[i]; k < hits->begin[i + 1]; k++) {
            const struct hit *hit = &hits->at[k];
            if (hit->class != LEXEME_RELATIVE_DAY)
                continue;
            if (hit->row == CALENDAR_STAGE || hit->row == CALENDAR_FUTURE ||
                hit->row == CALENDAR_PLAN || hit->row == CALENDAR_PAST)
                return 0;
            if (i > token && hit->row >= CALENDAR_ELECTION) {
                elections |= UINT32_C(1) << (hit->row - CALENDAR_ELECTION);
                *last = hit->end;
            }
        }
    return elections;
}

/* "Tahun ini ada pilpres, pileg dan pilkada" in a year that had not all of them. `year` is that of
 * what `what` says. One election alone is in the air before its year, too. */
static void flag_elections(struct draft *draft, size_t token, int year, const char *what) {
    size_t last = token;
    uint32_t elections = elections_behind(draft, token, &last);
    if ((elections & (elections - 1)) == 0)
        return;
    int held = calendar_election_year(draft->tables->calendar, elections, year);
    if (held == 0 || held == year)
        return;
    struct span span = {at(draft, token - 1)->start, at(draft, last - 1)->end};
    draft_flag_note(draft, FLAG_DATE_CONFLICT, span, "date_elections",
                    (struct text[NOTE_PLACES]){arena_printf(draft->arena, "%d", held),
                                               text_of(what),
                                               arena_printf(draft->arena, "%d", year)});
}

/* Calls for each "tahun ini" of the text: the year meant is the paper's, or what else is known. */
static void flag_this_year(struct draft *draft, const struct mention *event, int copyright) {
    const struct article *article = draft->article;
    struct scope scope = draft_scope(draft);
    size_t end;
    int year = date_is_set(article->published) ? article->published.year
               : event                         ? event->date.date.year
                                               : copyright;
    const char *what = date_is_set(article->published) ? "published_in"
                       : event                         ? "event_in"
                                                       : "copyright_of";
    if (year == 0)
        return;
    for (size_t i = 0; (i = next_calendar_word(article, i)) < article->tokens.count; i++)
        if (!at(draft, i)->cut && calendar_word_at(&scope, i, CALENDAR_THIS_YEAR, &end))
            flag_elections(draft, end - 1, year, what);
}

void conflicts_flag_page(struct draft *draft, const struct mention *event) {
    const struct article *article = draft->article;
    struct scope scope = draft_scope(draft);
    struct span span = {0, 0};
    int year = 0;
    size_t end;
    flag_clock(draft, event);
    flag_address(draft, event);
    for (size_t i = 0; !year && (i = next_calendar_word(article, i)) < article->tokens.count; i++)
        if (at(draft, i)->cut && calendar_word_at(&scope, i, CALENDAR_COPYRIGHT, &end))
            year = copyright_year(draft, i, &span);
    if (year)
        flag_copyright(draft, event, year, span);
    flag_this_year(draft, event, year);
}
