/* Statements: sentences that go on reporting what somebody said, though they hold no verb of
 * speech.
 *
 * Before: the attribution of single sentences. After: speech writes the facts. */
#ifndef TAKLIMAT_EXTRACT_STATEMENTS_H
#define TAKLIMAT_EXTRACT_STATEMENTS_H

#include "extract/reading.h"

/* What surrounds a sentence without an attribution of its own. */
struct surroundings {
    bool after_report;   /* the sentence right before is a statement */
    bool after_quote;    /* the sentence right before is, or ends with, a quotation */
    bool same_paragraph; /* as the sentence before */
    bool crowded;        /* the paragraph is so long that it must be several put together */
    bool voice;          /* the paragraph speaks in the first person */
    bool by_person;      /* the speaker before is a person, no body */
    bool another;        /* the sentence introduces somebody else */
    bool names_anybody;  /* the sentence holds a name */
    bool by_name;        /* the sentence names the speaker: the newspaper tells of them */
    bool own_body;       /* the sentence says pihaknya */
    bool dated;          /* the sentence holds a date */
    unsigned run;        /* how many sentences in a row have been taken as continuations */
};

/* True if the sentence that begins at `at` is a point of a list: Pertama, ...; Kedua, ... */
bool statements_point(const struct reading *reading, uint32_t at);

/* True if the sentence in `range` clearly still reports the speaker before it. */
bool statements_continue(const struct reading *reading, struct range range,
                         struct surroundings around);

/* True if the sentence in `range`, between a report and a quotation of one person or itself what
 * somebody asks, may report the same: it is no question, leads to nothing, and the newspaper does
 * not tell by it what happened or what others wrote. A reading_plain will do. */
bool statements_between(const struct reading *reading, struct range range);

/* True if the sentence tells how an event went: dihadiri, digelar. */
bool statements_tells_event(const struct reading *reading, struct range range);

/* True if the paragraph in `range` is somebody's own words without marks: it says kita or saya, or
 * what has to be done, and holds no quotation. */
bool statements_voice(const struct reading *reading, struct range range);

/* True if the sentence is no sentence but an end of the one before it: a purpose or addition
 * without a verb of its own
 * ("Untuk menjaga ketertiban bersama."). */
bool statements_fragment(const struct reading *reading, struct range range);

#endif
