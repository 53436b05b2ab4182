/* The calendar: what the words of a date mean.
 *
 * Before: calendar.tsv. After: intake reads dates with the hits of these forms: LEXEME_MONTH (row
 * is the month), LEXEME_WEEKDAY (row is the day, Monday 1), LEXEME_TIME_ZONE (row is the offset in
 * hours), and LEXEME_RELATIVE_DAY, whose row is a calendar_word. */
#ifndef TAKLIMAT_TABLES_CALENDAR_H
#define TAKLIMAT_TABLES_CALENDAR_H

#include "base/arena.h"
#include "base/error.h"
#include "tables/lexicon.h"

struct calendar; /* opaque; all there is to know is in the hits */

/* Rows of LEXEME_RELATIVE_DAY. */
enum calendar_word {
    CALENDAR_PART,       /* malam, pagi, tadi: between weekday and date, or after a weekday */
    CALENDAR_LINK,       /* tanggal */
    CALENDAR_FUTURE,     /* mendatang: after a date that lies ahead */
    CALENDAR_PAST,       /* lalu: after a date that lies behind */
    CALENDAR_BOUND,      /* hingga, mulai: before an end of a span of time */
    CALENDAR_DOCUMENT,   /* tertanggal: before the date of a letter */
    CALENDAR_PLAN,       /* akan, dijadwalkan: the sentence announces */
    CALENDAR_BACKGROUND, /* sebelumnya: the sentence recalls */
    CALENDAR_CITED,      /* dilansir: another paper's day follows */
    CALENDAR_WORDS
};

/* Loads calendar.tsv from `folder` and adds its forms to `lexicon`. NULL with EXIT_CONFIG, file and
 * line, for what tsv_read refuses, an unknown kind, a value out of range, a form given twice. */
const struct calendar *calendar_load(const char *folder, struct arena *arena,
                                     struct lexicon *lexicon, struct error *error);

#endif
