/* Decisions: what an editor decided about facts and articles, read from review.csv filled in.
 *
 * Before: files named by --decisions. After: decide.c applies them to the summary in memory.
 *
 * A row decides if its column `decision` says
 *   accept   the fact is right as it stands: nothing asks about it any more
 *   drop     the fact is wrong: it is gone from pages and counts (a region: the article becomes one
 *            whose region is unknown; a date: the day of the event is forgotten; an article: it is
 *            left out of everything)
 *   correct  `value` says what is right, as field=new value, several separated by `;`:
 *              advisory   speaker, position, text, type, addressee
 *              quote      speaker, position, text
 *              statement  speaker, position, text
 *              citation   type, number, year
 *              region     region
 *              date       event_date, published
 *              article    advertorial, off_topic: `ya` or `tidak`, `yes` or `no`
 * A `;` separates only where a word and `=` follow, so that a text may hold one; `\;` never does,
 * and stands for a `;`. A speaker is a person's name as in the article, or its number in people[]
 * of facts.jsonl; one that the article does not have yet is added, with `position`; nothing behind
 * speaker= means nobody. `type` is an advisory's (larangan) or an instrument's (PP); `region` a
 * code, a name, `nasional` or `tidak diketahui`; dates are YYYY-MM-DD, or nothing for none. Rows
 * without a decision decide nothing.
 *
 * Columns go by the names in the first row, in any order; `fid` and `decision` must be there.
 * `article` may be missing, but a name of six digits is shared by several facts in large months. A
 * `fid` may also be one of the words `article`, `region` and `date`, for what the article that the
 * column `article` names has one of. */
#ifndef TAKLIMAT_SUMMARY_DECISION_H
#define TAKLIMAT_SUMMARY_DECISION_H

#include "base/arena.h"
#include "base/error.h"
#include "summary/subject.h"
#include "tables/tables.h"

enum decision_verb { DECISION_ACCEPT, DECISION_DROP, DECISION_CORRECT, DECISION_VERBS };

enum decision_field {
    FIELD_SPEAKER,
    FIELD_POSITION,
    FIELD_TEXT,
    FIELD_TYPE,
    FIELD_ADDRESSEE,
    FIELD_NUMBER,
    FIELD_YEAR,
    FIELD_REGION,
    FIELD_EVENT_DATE,
    FIELD_PUBLISHED,
    FIELD_ADVERTORIAL,
    FIELD_OFF_TOPIC,
    DECISION_FIELDS
};

struct decision {
    const char *file; /* as the user named it */
    size_t line;
    char fid[FID_SIZE];
    struct text article; /* id; none if the row does not tell */
    enum decision_verb verb;
    struct text value, note;            /* as written, trimmed */
    struct text field[DECISION_FIELDS]; /* none where the value does not name it */
};

/* Zero-initialise; free with decisions_free. */
struct decisions {
    struct arena arena; /* owns everything below */
    struct decision *at;
    size_t count, capacity;
};

/* Told each row that is wrong, once a row, in the order of the file. */
typedef void decision_complaint(void *context, const char *file, size_t line, struct text what);

/* Appends the decisions of one file. `file` is borrowed, the bytes are copied. Returns how many
 * rows were wrong, each told to `complain` and left out. Errors (EXIT_CONFIG, error->code): no
 * decisions can be read from it at all; what csv_read.h refuses, or a column is missing. */
size_t decisions_read(struct decisions *decisions, const char *file, struct text bytes,
                      const struct tables *tables, decision_complaint *complain, void *context,
                      struct error *error);

void decisions_free(struct decisions *decisions);

/* "accept", "drop", "correct". */
const char *decision_verb_name(enum decision_verb verb);

/* Whether the value of advertorial= or off_topic= means yes. */
bool decision_says_yes(struct text value);

/* The names that region= understands beside codes and names of regions: SCOPE_NATIONAL or
 * SCOPE_UNKNOWN, else SCOPE_REGENCY. */
enum scope decision_scope(struct text region);

/* Fills the decision's fields from its value; what is wrong in it, or none, in `arena`. */
struct text decision_parse(struct decision *decision, const struct tables *tables,
                           struct arena *arena);

#endif
