/* The review list: the facts of a month that a person should look at, most important first.
 *
 * Before: the finished month. After: compose_review.c prints its beginning, review_table.c all of
 * it.
 *
 * The order is that of `enum review_reason`: what is printed in an official's name and may say the
 * opposite or accuse wrongly comes first, then what may stand under the wrong name, month or
 * region, then what is only incomplete or unsure. Within a reason: what more outlets carry; orders
 * before quotations before reports before citations; what the program is less sure of; the number
 * of the story, the place in the text. Nothing else decides, so that the same month gives the same
 * list. Facts that are printed nowhere (of copies, of advertorials all but advisories) are not
 * listed, and what a person has decided on is not listed again. */
#ifndef TAKLIMAT_SUMMARY_REVIEW_H
#define TAKLIMAT_SUMMARY_REVIEW_H

#include "summary/finished.h"
#include "summary/subject.h"

enum review_reason {
    REVIEW_LOST_NEGATION, /* what is printed as an official's wish may be the opposite of it */
    REVIEW_SANCTION,      /* a punishment that the regulation does not list */
    REVIEW_SIGNATORY,     /* somebody named as having signed a decree who did not */
    REVIEW_IMPOSSIBLE,    /* a regulation of a number that was never given out */
    REVIEW_CITATION,      /* a regulation revoked before, or not the one that is meant */
    REVIEW_TITLE,         /* a title that is another regulation's */
    REVIEW_SPEAKER,       /* an advisory in the name of somebody who perhaps did not say it */
    REVIEW_MONTH,         /* dates contradict each other, and another month may be right */
    REVIEW_REGION,        /* it may belong to another region's chapter */
    REVIEW_GARBLED,       /* words damaged or cut off */
    REVIEW_MARKS,         /* where a quotation begins or ends is not sure */
    REVIEW_UNDATED,       /* in no month, for want of a date */
    REVIEW_DATE,          /* dates contradict each other within the month */
    REVIEW_UNSURE,        /* little confidence */
    REVIEW_UNPLACED,      /* in no region's chapter, nor the nation's */
    REVIEW_REASONS
};

struct review_item {
    const struct facts *facts;
    size_t story;  /* index in finished.stories; NO_STORY for an article that is in none */
    size_t copies; /* other articles that tell the same */
    struct subject subject;
    char fid[FID_SIZE];
    unsigned reasons;         /* a bit each */
    enum review_reason first; /* the weightiest of them */
    const struct flag *flag;  /* from which that comes; NULL where from no flag */
    int confidence;           /* hundredths */
};

#define NO_STORY ((size_t)-1)

struct review {
    struct review_item *items; /* in `arena` */
    size_t count;
};

/* Lists what should be looked at, in `arena`, with the facts of the articles concerned; borrows
 * from the month. */
void review_make(const struct finished *finished, struct arena *arena, struct review *out);

/* "lost_negation", ... */
const char *review_reason_name(enum review_reason reason);

#endif
