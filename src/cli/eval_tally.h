/* The tally of a comparison: what was found, missed, spurious and right, kind by kind, and the
 * figures that follow from it.
 *
 * Before: eval_score.c and eval_pfsa.c count. After: eval_print.c prints. */
#ifndef TAKLIMAT_CLI_EVAL_TALLY_H
#define TAKLIMAT_CLI_EVAL_TALLY_H

#include "base/buffer.h"
#include "base/text.h"

/* In the order in which they are printed. */
enum eval_kind {
    EVAL_REGION,
    EVAL_PROVINCE,
    EVAL_ALSO,
    EVAL_DATE,
    EVAL_DATE_NULL,
    EVAL_QUOTES,
    EVAL_QUOTES_NEAR,
    EVAL_ATTRIBUTED,
    EVAL_SPEAKER,
    EVAL_SPEAKER_WRONG,
    EVAL_STATEMENTS,
    EVAL_STATEMENT_SPEAKER,
    EVAL_CITATIONS,
    EVAL_CITATIONS_NAMED,
    EVAL_PINPOINT,
    EVAL_PEOPLE,
    EVAL_POSITION,
    EVAL_ADVISORIES,
    EVAL_ADVISORY_TYPE,
    EVAL_ADVISORY_SPEAKER,
    EVAL_NOISE,
    EVAL_PFSA_RECALL,
    EVAL_PFSA_NEAR,
    EVAL_PFSA_SPEAKER,
    EVAL_PFSA_SPEAKER_COREF,
    EVAL_PFSA_ROLE,
    EVAL_KINDS
};

/* For kinds that are found or not: met, annotated and found. For those that are right or wrong:
 * right and judged in `met` and `gold`. */
struct counts {
    bool seen; /* there was something to count, were it nothing found of nothing */
    size_t met, gold, got;
};

/* Zero-initialise but for `listed`; free with tally_free. */
struct tally {
    struct counts of[EVAL_KINDS];
    enum eval_kind listed; /* the kind whose errors are kept; EVAL_KINDS for none */
    struct text id;        /* of the article under way; set by the caller */
    struct buffer errors;  /* lines of id and three cells, separated by tabs */
};

/* The kind's name, as options and output have it. */
const char *eval_kind_name(enum eval_kind kind);

/* The kind of this name, EVAL_KINDS if there is none. */
enum eval_kind eval_kind_of(struct text name);

/* True for kinds with precision and recall, false for those that are right or wrong. */
bool eval_kind_is_found(enum eval_kind kind);

/* Adds what one article gave of a kind that is found or not. */
void tally_found(struct tally *tally, enum eval_kind kind, size_t met, size_t gold, size_t got);

/* Adds one judgement of a kind that is right or wrong. */
void tally_right(struct tally *tally, enum eval_kind kind, bool right);

/* Keeps a line about an error, if errors of this kind are wanted. Control characters become blanks,
 * none becomes "-". */
void tally_error(struct tally *tally, enum eval_kind kind, struct text a, struct text b,
                 struct text c);

/* The figures of a kind, from 0 to 1; 0 where there is nothing to divide by. Computed as any other
 * program would, so that all digits agree. */
double counts_precision(const struct counts *counts);
double counts_recall(const struct counts *counts); /* of kinds right or wrong: the share right */
double counts_f(const struct counts *counts);

void tally_free(struct tally *tally);

#endif
