/* The figures of published months, kept so that later months can be compared with them.
 *
 * Before: the figures that a briefing printed. After: later briefings show the change since the
 * month before and the trend. Kept as figures/3, one JSON object: {"taklimat","month","tables",
 * "zone","by","topics","added","labels":[of the topics],"places":[{"code","articles","stories",
 * "advisories":[one number a type],"quotes","regulations","topics":[one number a label]}],
 * "checksum"}, places by code: "" the nation, "19" a province, "19.06" a region. The checksum is
 * that of base/json_sum.h. */
#ifndef TAKLIMAT_SUMMARY_HISTORY_H
#define TAKLIMAT_SUMMARY_HISTORY_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/error.h"
#include "extract/facts.h"

struct place_figures {
    struct text code;
    size_t articles, stories, by_type[ADVISORY_TYPES], quotes, regulations;
    const size_t *by_topic; /* advisories about each of the month's labels; NULL: none */
};

struct month_figures {
    int year, month;
    struct text tables;  /* their version */
    struct text zone;    /* in which days are told: "Asia/Jakarta" */
    struct text by;      /* "event", "published"; none: the rule of struct period */
    struct text topics;  /* digest of the office's topics and the threshold; none without topics */
    size_t added;        /* files that were added to the register */
    struct text *labels; /* of the topics that advisories were counted by, as in facts */
    size_t label_count;
    struct place_figures *places; /* by code; a place without news is not there */
    size_t count;
};

/* What is known of an earlier month. */
enum history_state {
    HISTORY_KNOWN,
    HISTORY_MISSING, /* nothing was published */
    HISTORY_DAMAGED, /* its figures cannot be read, or are not what was written, or another month's
                      */
    HISTORY_OTHER    /* counted with other topics of the office, other additions to the register,
                        in another zone or by other days */
};

struct history_month {
    int year, month;
    enum history_state state;
    const struct month_figures *figures; /* NULL unless known */
    struct text folder;                  /* of the revision, without its path: "2024-12-r2" */
    struct text sha256;                  /* of its figures.json, in hex; both none unless known */
};

#define HISTORY_MONTHS 12 /* of a trend, the month at hand included: a year */

/* The months before one, without a hole: the oldest of which something is published first, the
 * month before it last. Empty where nothing is. */
struct history {
    struct history_month at[HISTORY_MONTHS - 1];
    size_t count;
};

/* Appends the month as figures/3 and a line end. */
void history_write(const struct month_figures *month, struct buffer *out);

/* Reads what history_write wrote; everything lives in `arena`. EXIT_BAD_DATA where the checksum
 * does not hold, or anything is missing, of another kind, negative, or out of order; *out is empty
 * then. */
bool history_read(struct text json, struct arena *arena, struct month_figures *out,
                  struct error *error);

/* True if figures of both months were counted alike: the same topics, additions to the register,
 * zone and rule for an article's day.
 * Other tables are told, but compared. */
bool history_comparable(const struct month_figures *a, const struct month_figures *b);

/* The figures of the place, all 0 where it had no news. */
struct place_figures history_place(const struct month_figures *month, struct text code);

/* The figures of the month before, or NULL where they are not known. `history` may be NULL. */
const struct month_figures *history_before(const struct history *history);

/* How many months are known. `history` may be NULL. */
size_t history_known(const struct history *history);

/* How many advisories of the place are about the topic into *count; false if the month was not
 * counted by it. */
bool history_topic(const struct month_figures *month, const struct place_figures *place,
                   struct text label, size_t *count);

#endif
