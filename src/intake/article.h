/* The article: what intake hands to extraction, one record with its text cleaned, split and dated.
 *
 * Before: a record of a file. After: src/extract reads it and never changes it. All of it lives in
 * the record's arena; every offset counts bytes of `text`, the record's own text as it came
 * (nothing is ever cut out of it: what is no part of the news is flagged and its tokens are marked
 * as cut). */
#ifndef TAKLIMAT_INTAKE_ARTICLE_H
#define TAKLIMAT_INTAKE_ARTICLE_H

#include "base/date.h"
#include "base/sentence.h"
#include "base/text.h"
#include "base/token.h"
#include "tables/lexicon.h"
#include "tables/note_forms.h"

/* As in the format facts/1; flag_kind_name gives the JSON word. */
enum flag_kind {
    FLAG_DUPLICATE,
    FLAG_BOILERPLATE,
    FLAG_ADVERTORIAL,
    FLAG_SYNDICATED,
    FLAG_OFF_TOPIC,
    FLAG_DATE_CONFLICT,
    FLAG_LOST_NEGATION,
    FLAG_GARBLED,
    FLAG_UNBALANCED_QUOTE,
    FLAG_BAD_CITATION,
    FLAG_SANCTION_MISMATCH,
    FLAG_SIGNATORY_MISMATCH,
    FLAG_TITLE_MISMATCH,
    FLAG_CONVERTED,
    FLAG_REPAIRED,
    FLAG_TRUNCATED,
    FLAG_KINDS
};

struct flag {
    enum flag_kind kind;
    struct span span; /* {0,0} for a flag about the whole record: no start and end in JSON */
    struct text note; /* English, one line; "" if the kind says all */
    struct text fact; /* fid of the fact it is about, or none */
    const struct note_values *values; /* the same as the note, for another language; or NULL */
};

/* "duplicate", "boilerplate", ... */
const char *flag_kind_name(enum flag_kind kind);

/* The kind with this name, or FLAG_KINDS. */
enum flag_kind flag_kind_of(struct text name);

/* A date written in the text. */
struct date_mention {
    struct span span;  /* from the weekday, if any, to the end of the year, parentheses included */
    struct date date;  /* with the year of the text, or completed from `published`; no date if it
                          stays open */
    int8_t weekday;    /* 1 Monday .. 7 Sunday as written, 0 if none */
    bool year_given;   /* the text itself has the year */
    bool weekday_only; /* a bare weekday */
    bool conflict;     /* weekday and date contradict each other */
};

struct article {
    struct text id;
    struct text sha256; /* 64 hex digits over publisher, url, title and text, separated by NUL */
    struct text
        file;      /* where it came from: path as given below the input, "-" for standard input */
    size_t record; /* number in the file, from 1 */
    struct text title;     /* from the field, or told from the text; none if there is none */
    struct text publisher; /* none if unknown */
    struct text url;
    struct text author;
    struct text region_hint; /* the `region` field: a code or a name that overrides what is found;
                                none if absent */
    struct text text;        /* checked UTF-8 */

    struct date published;      /* no date if the record does not tell */
    bool is_moment;             /* the record tells the moment, and so the day in any zone */
    int64_t published_seconds;  /* of a moment: since the beginning of 1970 in Greenwich */
    struct date event_date;     /* no date if it cannot be determined */
    struct span date_evidence;  /* where event_date stands in the text; {0,0} if it comes from
                                   nowhere there */
    struct date_mention *dates; /* all in the uncut text, in order */
    size_t date_count;

    struct span title_span; /* the title where it is part of the text, else {0,0}; its tokens are no
                               sentence */
    struct span dateline;   /* "BELTIM | Lensaexpose.com", "JAKARTA, KOMPAS —"; {0,0} if none; no
                               sentence either */
    struct span dateline_place; /* the place in it, {0,0} if none */

    struct flag *flags; /* by start, then kind */
    size_t flag_count;

    struct tokens
        tokens; /* of the whole text; token.cut marks what was flagged boilerplate or duplicate */
    struct hits hits;           /* of the lexicon over all tokens */
    struct sentences sentences; /* of the body: without cut tokens, title and dateline */
};

/* The text of a span of the article. */
struct text article_slice(const struct article *article, struct span span);

#endif
