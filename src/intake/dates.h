/* Reading dates in all the forms that Indonesian pages write them.
 *
 * Before: tokens and the hits of calendar.tsv. After: published.c reads date fields with it,
 * dates.c whole texts, furniture.c the date lines of pages. */
#ifndef TAKLIMAT_INTAKE_DATES_H
#define TAKLIMAT_INTAKE_DATES_H

#include "base/date.h"
#include "intake/draft.h"

/* A text with its tokens and hits. */
struct scope {
    struct text text;
    struct tokens tokens;
    const struct hits *hits;
};

/* A date as it is written. */
struct reading {
    size_t end; /* token after it */
    int day;    /* the first of a range */
    int month;
    int year;      /* 0 if it is not written */
    bool range;    /* 23-24 Mei: a weekday beside it may mean either day */
    bool numeric;  /* 24/5/2023, not 24 Mei 2023 */
    bool swapped;  /* day and month can be told apart only by their order: 12/9/2025 */
    bool bad_year; /* a year is written that cannot be one */
};

/* True if token `token` is there and is this mark, written so and not as an entity. */
bool scope_is_mark(const struct scope *scope, size_t token, const char *mark);

/* The date that begins at `token` and ends before `end`, without weekday. */
bool reading_at(const struct scope *scope, size_t token, size_t end, struct reading *out);

/* The weekday at `token` (1 Monday), 0 if there is none. *full: its whole name, not three letters.
 */
int weekday_at(const struct scope *scope, size_t token, bool *full);

/* The token at which a date may follow the weekday that ends before `token`: behind commas, parts
 * of the day and opening parentheses. */
size_t weekday_skip(const struct scope *scope, size_t token);

/* True if the hit of the calendar's word that begins at `token` is `word`; *end is the token after
 * it. */
bool calendar_word_at(const struct scope *scope, size_t token, uint32_t word, size_t *end);

/* The scope of the article. */
struct scope draft_scope(const struct draft *draft);

/* Reads a line that gives a date with its year, alone or with a name, time and zone. *others is the
 * number of words that are none of these. False if there is no such date. */
bool date_line_read(const struct scope *scope, size_t first, size_t end, struct page_date *out,
                    size_t *others);

/* What the record's own date may mean. */
struct published {
    struct date first;
    struct date second; /* the other reading of 12/9/2025; no date if there is one only */
    bool is_moment;     /* the field tells a moment, and so the day in any zone */
    int64_t seconds;    /* since the beginning of 1970 in Greenwich; of a moment */
};

/* Reads a date field: ISO 8601 (with an offset from Greenwich it is a moment, told in `zone`), day
 * first or month first, names of months, seconds since 1970. No date where it is none. */
struct published published_read(struct text field, const struct zone *zone,
                                const struct lexicon *lexicon, struct arena *arena);

#endif
