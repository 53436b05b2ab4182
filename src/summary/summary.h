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
#include "summary/keep.h"

/* Which day of an article decides whether it lies in a period. */
enum day_rule {
    DAY_OF_BOTH,      /* facts_day: the design's rule */
    DAY_OF_EVENT,     /* the event's; without one the article is undated */
    DAY_OF_PUBLISHING /* the article's own; likewise */
};

/* Half-open [from, until); no dates: open at that end. */
struct period {
    struct date from;
    struct date until;
    struct text zone; /* "Asia/Jakarta" */
    enum day_rule rule;
};

struct summary {
    struct keeper keeper; /* owns the articles, and what lives as long */
    struct arena scratch; /* for reading one article at a time */
    struct period period;
    struct text tables_version, tables_sha256; /* none until known */
    const struct kept **articles; /* owned array; after summary_seal: ordered by (id, sha256), no
                                     pair twice, clashing ids renamed */
    size_t count, capacity;
    size_t duplicates;  /* records dropped because the same (id, sha256) was there; not part of the
                           JSON */
    bool period_is_set; /* false: the period becomes that of the summaries read */
};

/* An empty summary; the texts are copied. A `period` without dates is not set: it becomes the
 * smallest period that covers those of all summaries read (of those that have one). Tables none:
 * those of the first summary read that names any. */
void summary_init(struct summary *summary, struct period period, struct text tables_version,
                  struct text tables_sha256);

/* Adds a deep copy of `facts` (without its source). */
void summary_add(struct summary *summary, const struct facts *facts);

/* The facts of article number `index`: lists in `arena`, texts borrowed from the summary. */
void summary_article(const struct summary *summary, size_t index, struct arena *arena,
                     struct facts *out);

/* Reads a summary/1 or one facts/1 line (white space around it is allowed) and adds what it holds.
 * A line of facts may tell its tables, too.
 * Errors: EXIT_BAD_DATA (reason bad_format, damaged, other_tables or other_period): neither of the
 * two, a checksum that does not hold, other tables than those of what is there already, or a period
 * of another zone or rule where the summary's own is not set; the summary is unchanged then. */
bool summary_read(struct summary *summary, struct text json, struct error *error);

/* The same for a summary/1 that comes piece by piece, so that a large one need not be in memory
 * whole. Its members must stand in the order in which summary_write puts them. */
struct summary_reader {
    struct summary *summary;
    struct digest *digest;
    size_t before; /* articles in the summary at the start, and what it was for: given back if the
                      checksum does not hold */
    struct period period;
    struct text tables_version, tables_sha256;
    enum { READING_START, READING_ARTICLES, READING_REST } state;
    bool failed;
};

/* Whether `json` begins as a summary/1 does (and no facts/1). */
bool summary_starts(struct text json);

void summary_reader_start(struct summary_reader *reader, struct summary *summary);

/* Takes what can be taken of the bytes that are there; returns their number, which leaves the
 * beginning of an article, or what may be the checksum, for the next call with more bytes. */
size_t summary_reader_take(struct summary_reader *reader, struct text json, struct error *error);

/* At the end of the summary; `tail` is what was left of it, without white space at the end. Errors
 * as of summary_read; the summary has no more articles than at the start then. To be called once,
 * whatever happened before: it frees the reader. */
bool summary_reader_end(struct summary_reader *reader, struct text tail, struct error *error);

/* Sorts, drops repeats, and renames ids that stand for different contents (`~` and 8 hex digits of
 * the sha256). The result depends on nothing but the set of articles, however they were sharded,
 * ordered, repeated or merged and sealed before: see seal.c. May be called again after more was
 * added. */
void summary_seal(struct summary *summary);

/* Appends the sealed summary as summary/1 and a line end. The last member, "checksum", is the
 * SHA-256 in hex of all bytes before the comma that precedes it. */
void summary_write(const struct summary *summary, struct buffer *out);

/* A place to write to; false ends the writing. `piece` is borrowed during the call. */
typedef bool summary_sink(void *context, struct text piece);

/* As summary_write, but piece by piece (an article each), so that the whole JSON is never in
 * memory. False as soon as `sink` answers false. */
bool summary_stream(const struct summary *summary, summary_sink *sink, void *context);

void summary_free(struct summary *summary);

/* The day that decides to which month an article belongs: its event date if that is not later than
 * `published` (or if there is no `published`), else `published`; no date if it is undated. */
struct date facts_day(const struct facts *facts);

/* The day that decides by the period's rule; no date if the article is undated by it. */
struct date period_day(struct period period, const struct facts *facts);

/* "event", "published"; NULL for DAY_OF_BOTH, which needs no name. */
const char *day_rule_name(enum day_rule rule);

/* The rule of this name; false if it is none. */
bool day_rule_of(struct text name, enum day_rule *rule);

/* True if `day` lies in the period; never where there is no day. */
bool period_holds(struct period period, struct date day);

/* Sets *period to the month "2024-08", from its first day to before that of the next month, in zone
 * Asia/Jakarta, by the design's rule. False (*period untouched) if `month` is anything but YYYY-MM
 * of the years 1 to 9998. */
bool period_of_month(struct text month, struct period *period);

#endif
