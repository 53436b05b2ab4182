/* The summary: the set of facts of a period, and what is derived from the whole of it.
 *
 * Before: facts of extraction, or summaries. After: `finish` (finished.h) derives persons, clusters
 * and counts for layout. Merging is set union by (id, sha256): associative, commutative,
 * idempotent; the same bytes for any order and sharding. */
#ifndef TAKLIMAT_SUMMARY_SUMMARY_H
#define TAKLIMAT_SUMMARY_SUMMARY_H

#include "base/arena.h"
#include "base/buffer.h"
#include "base/date.h"
#include "base/error.h"
#include "extract/facts.h"

/* Half-open [from, until); no dates: open at that end. */
struct period {
    struct date from;
    struct date until;
    struct text zone; /* "Asia/Jakarta" */
};

struct summary {
    struct arena arena; /* owns everything below */
    struct period period;
    struct text tables_version, tables_sha256;
    struct facts *articles; /* after summary_seal: ordered by (id, sha256), no pair twice, clashing
                               ids renamed */
    size_t count, capacity;
    size_t duplicates; /* records dropped because the same (id, sha256) was there; not part of the
                          JSON */
};

/* An empty summary; the texts are copied. */
void summary_init(struct summary *summary, struct period period, struct text tables_version,
                  struct text tables_sha256);

/* Adds a deep copy of `facts` (without its source). */
void summary_add(struct summary *summary, const struct facts *facts);

/* Reads a summary/1 or one facts/1 line and adds what it holds. Errors: EXIT_BAD_DATA (wrong
 * format, checksum does not hold, another tables version than what is there already); the summary
 * is unchanged then. */
bool summary_read(struct summary *summary, struct text json, struct error *error);

/* Sorts, drops repeats, and renames ids that stand for different contents (`~` and 8 hex digits of
 * the sha256). */
void summary_seal(struct summary *summary);

/* Appends the sealed summary as summary/1 and a line end. */
void summary_write(const struct summary *summary, struct buffer *out);

void summary_free(struct summary *summary);

/* The day that decides to which month an article belongs: its event date if that is not later than
 * `published` (or if there is no `published`), else `published`; no date if it is undated. */
struct date facts_day(const struct facts *facts);

/* True if `day` lies in the period. */
bool period_holds(struct period period, struct date day);

#endif
