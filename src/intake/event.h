/* Which of an article's dates is the day of the event, that is of the statement.
 *
 * Before: mentions completed by event.c. After: the article's event_date. */
#ifndef TAKLIMAT_INTAKE_EVENT_H
#define TAKLIMAT_INTAKE_EVENT_H

#include "intake/dates.h"

/* The mention (of draft->mention_count in `mentions`) that dates the event of an article published
 * on `published` (no date: not known), or NULL if none does: days that are announced, that bound a
 * span of time or date a letter do not. */
const struct mention *event_find(const struct draft *draft, const struct mention *mentions,
                                 struct date published);

/* What a mention's surroundings say. */
struct surroundings {
    bool bound;        /* hingga, mulai: one end of a span of time */
    bool planned;      /* akan, mendatang, setiap */
    bool document;     /* the date of a letter or of a person's birth */
    bool background;   /* the sentence recalls */
    bool cited;        /* the day on which another paper had it */
    bool alone;        /* in parentheses behind the end of a sentence, as a dateline */
    bool past;         /* lalu */
    bool after_quote;  /* so does a quotation mark: "..." kata Budi, Senin */
    bool after_speech; /* a verb of speech stands before it in the sentence */
    bool interview;    /* so does ditemui, dikonfirmasi: the words of the day follow */
    bool closes;       /* a comma before it: it closes the clause */
    bool quoted;       /* inside a quotation */
};

/* Reads the words around the mention, in its sentence. */
struct surroundings event_surroundings(const struct draft *draft, const struct mention *mention);

#endif
