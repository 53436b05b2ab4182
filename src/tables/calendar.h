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

struct calendar; /* opaque */

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
    CALENDAR_INTERVIEW,  /* ditemui: somebody was asked, and what he said follows */
    CALENDAR_THIS_YEAR,  /* tahun ini */
    CALENDAR_STAGE,      /* tahapan: of an election that is still prepared */
    CALENDAR_COPYRIGHT,  /* ©: before the year of the page */
    CALENDAR_ELECTION    /* the first kind of election; the others count on from it */
};

/* The year nearest to `year` in which all of these elections were held (bit n: the kind
 * CALENDAR_ELECTION + n); 0 if there is none, or if the table ends before `year` or begins after
 * it. */
int calendar_election_year(const struct calendar *calendar, uint32_t elections, int year);

/* Loads calendar.tsv from `folder` and adds its forms to `lexicon`. NULL with EXIT_CONFIG, file and
 * line, for what tsv_read refuses, an unknown kind, a value out of range, a form given twice. */
const struct calendar *calendar_load(const char *folder, struct arena *arena,
                                     struct lexicon *lexicon, struct error *error);

#endif
