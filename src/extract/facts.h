/* Facts: what an article says, who said it, where and on what ground; the central structure of
 * extraction.
 *
 * Before: struct article. After: src/summary merges facts, and facts_json.h writes and reads them
 * as facts/1 (one line of JSON an article, see the format's description in README and doc). Strings
 * are borrowed from the article, the tables or the arena given. */
#ifndef TAKLIMAT_EXTRACT_FACTS_H
#define TAKLIMAT_EXTRACT_FACTS_H

#include <stdbool.h>

#include "base/date.h"
#include "base/text.h"
#include "intake/article.h"
#include "tables/cues.h"

#define FID_SIZE 9 /* kind letter, '-', 6 hex digits, NUL */

enum scope { SCOPE_UNKNOWN, SCOPE_REGENCY, SCOPE_PROVINCE, SCOPE_NATIONAL };

enum person_kind { PERSON_PERSON, PERSON_INSTITUTION };

enum citation_status {
    STATUS_UNKNOWN,
    STATUS_IN_FORCE,
    STATUS_AMENDED,
    STATUS_REVOKED,
    STATUS_PARTLY_REVOKED,
    STATUS_NOT_YET_IN_FORCE,
    STATUS_IMPOSSIBLE
};

#define NOBODY (-1) /* a speaker that the text never tells */

struct spans {
    struct span *at;
    size_t count;
};

/* How many of the spans, which stand in order, end at `offset` or before it. */
size_t spans_ended(const struct spans *spans, size_t offset);

struct person {
    int id;           /* its index in facts.people */
    struct text name; /* without ranks and degrees; an institution's name for an institution */
    struct text honorifics; /* "H.", "Dr. ..., S.H."; "" if none */
    struct text position;   /* shortest full form with its institution or region as written; none if
                               unknown */
    struct text institution; /* none if unknown */
    struct text region;      /* code, or none */
    enum person_kind kind;
    struct spans mentions;
};

/* A direct quotation: the span excludes the quotation marks. */
struct quote {
    char fid[FID_SIZE];
    bool checked; /* a person decided on it; never in facts/1, see summary/decide.h */
    struct span span;
    int speaker;          /* person id or NOBODY */
    struct span cue;      /* the attribution verb, {0,0} if none */
    struct spans repeats; /* the same words again in the text, counted once */
    int confidence;       /* hundredths, 0 to 100 */
    const char *rule;     /* name of the rule that found it, static or in the arena */
};

/* A sentence of indirect speech. */
struct statement {
    char fid[FID_SIZE];
    bool checked; /* a person decided on it; never in facts/1, see summary/decide.h */
    struct span span;
    int speaker;
    struct span cue;
    int confidence;
    const char *rule;
};

/* What an instrument is named by. type "" = none. */
struct instrument {
    struct text type;   /* PP, UU, Permendagri, ... */
    struct text number; /* as written, none if none */
    int year;           /* 0 if none */
};

struct citation {
    char fid[FID_SIZE];
    bool checked; /* a person decided on it; never in facts/1, see summary/decide.h */
    struct span span;
    struct instrument written;
    struct text pinpoint;       /* "Pasal 5 huruf n", none if none */
    struct instrument resolved; /* what it means; type none if not known */
    struct text title;          /* of the register, none if not known */
    enum citation_status status;
    struct date since;         /* in force since, no date if not known */
    struct text replaced_by;   /* "PP 94/2021", none */
    struct text suggestion;    /* none */
    struct span sentence_span; /* of the sentence that holds it, {0,0} if it stands in none or that
                                  is endless */
    struct text sentence;      /* its words; none if it stands in none */
    struct text note;          /* English: what of the act stays, what amended it; none */
    const struct note_values *note_values; /* the same, for another language; or NULL */
    int confidence;
    const char *rule;
};

struct backref {
    struct span span;
    char citation[FID_SIZE]; /* fid of the citation meant */
};

struct advisory {
    char fid[FID_SIZE];
    bool checked; /* a person decided on it; never in facts/1, see summary/decide.h */
    struct span span;
    enum advisory_type type;
    struct text *topics; /* labels of topics.tsv, in its order */
    size_t topic_count;
    struct text addressee; /* none if the text does not tell */
    int speaker;
    int confidence;
    const char *rule;
};

struct facts {
    struct text id, sha256;
    struct text file; /* none where the facts were read from a summary */
    size_t record;
    struct text title, publisher, url, author; /* none if unknown */
    struct date published, event_date;
    struct span date_evidence;
    enum scope scope;
    struct text region_code,
        region_name;       /* none if no focus region; a province's code for SCOPE_PROVINCE */
    int region_confidence; /* hundredths */
    struct spans region_evidence;
    bool region_checked, date_checked; /* as `checked` below */
    struct text *also;                 /* codes, ascending */
    size_t also_count;

    struct person *people;
    size_t people_count;
    struct quote *quotes;
    size_t quote_count;
    struct statement *statements;
    size_t statement_count;
    struct citation *citations;
    size_t citation_count;
    struct backref *backrefs;
    size_t backref_count;
    struct advisory *advisories;
    size_t advisory_count;
    struct flag *flags; /* intake's and extraction's, by start, then kind */
    size_t flag_count;
    struct text sketch; /* near-duplicate signature, bytes (sketch.h); "" if there is no word */
    struct text tables; /* those it was extracted with, as tables->stamp; none where the facts were
                           read from a summary, whose head says it */

    struct text
        text; /* the article's text, for the "text" members; none where the facts were read back */
    struct text *quoted_texts; /* where facts were read back: the texts of quotes, statements,
                                  citations, backrefs, advisories, in this order; else NULL */
};

const char *scope_name(enum scope scope); /* "regency", ... */
const char *citation_status_name(enum citation_status status);
enum scope scope_of(struct text name);                     /* SCOPE_UNKNOWN if it is none */
enum citation_status citation_status_of(struct text name); /* STATUS_UNKNOWN if it is none */

/* The text of fact number `index` of its kind, from `text` or from what was read back. */
struct text quote_text(const struct facts *facts, size_t index);
struct text statement_text(const struct facts *facts, size_t index);
struct text citation_text(const struct facts *facts, size_t index);
struct text backref_text(const struct facts *facts, size_t index);
struct text advisory_text(const struct facts *facts, size_t index);

/* The words of the fact that stands first in the text: what is known of an untitled article's
 * beginning once its text is gone. None if it has no facts. */
struct text facts_opening(const struct facts *facts);

/* True if the flag tells that words lying in `span` are not, or perhaps not, what was said: a lost
 * negation, garbled or broken-off words, or quotation marks that leave open where the words end; or
 * that they claim what the register does not bear out: a punishment, a signatory, an act.
 * Such words are shown with the flag only. */
bool flag_damages(const struct facts *facts, const struct flag *flag, struct span span);

/* The first of the flags that may be about words in `span`, those near by, and in *end the one
 * behind the last: so that an article full of flags is read in linear time. */
size_t facts_flags_near(const struct facts *facts, struct span span, size_t *end);

/* The first flag that damages the words in `span`, or NULL. */
const struct flag *facts_damage(const struct facts *facts, struct span span);

/* True if the advisory says the opposite of what can be meant: it counts as none. */
bool advisory_is_lost(const struct facts *facts, size_t index);

/* Fills `fid`: kind letter, '-', 6 hex digits of SHA-256 over id, kind, start and end (decimal),
 * separated by NUL. The same article gives the same names, wherever it is read from; another text
 * with the same id may give them to other words. Within an article they are unique (facts_names.h),
 * but 24 bits are too few for a month: among 200,000 articles tens of thousands of pairs share a
 * name. Whoever refers to a fact from outside its article, as a file of decisions does, must name
 * the article, too: the pair of article id and fid is the key. */
void fid_make(char fid[FID_SIZE], char kind, struct text id, struct span span);

#endif
