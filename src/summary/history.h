/* The figures of a published month, kept so that the next month can be compared with it.
 *
 * Before: the figures that a briefing printed. After: the next month's briefing shows the change.
 * Kept as figures/1, one JSON object: {"taklimat","month","tables","topics","added","places":
 * [{"code","articles","stories","advisories":[one number a type],"quotes","regulations"}]}, places
 * by code: "" the nation, "19" a province, "19.06" a region. */
#ifndef TAKLIMAT_SUMMARY_HISTORY_H
#define TAKLIMAT_SUMMARY_HISTORY_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/error.h"
#include "extract/facts.h"

struct place_figures {
    struct text code;
    size_t articles, stories, by_type[ADVISORY_TYPES], quotes, regulations;
};

struct month_figures {
    int year, month;
    struct text tables; /* their version */
    struct text topics; /* digest of the office's topics and the threshold; none without topics */
    size_t added;       /* files that were added to the register */
    struct place_figures *places; /* by code; a place without news is not there */
    size_t count;
};

/* Appends the month as figures/1 and a line end. */
void history_write(const struct month_figures *month, struct buffer *out);

/* Reads what history_write wrote; everything lives in `arena`. EXIT_BAD_DATA where anything is
 * missing, of another kind, negative, or out of order; *out is empty then. */
bool history_read(struct text json, struct arena *arena, struct month_figures *out,
                  struct error *error);

/* True if figures of both months were counted alike: the same topics and additions to the register.
 * Other tables are told, but compared. */
bool history_comparable(const struct month_figures *a, const struct month_figures *b);

/* The figures of the place, all 0 where it had no news. */
struct place_figures history_place(const struct month_figures *month, struct text code);

#endif
