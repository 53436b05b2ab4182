/* A sheet: what a gold file or a line of facts says about one article, in one shape, so that the
 * two can be compared.
 *
 * Before: a parsed line of JSON. After: eval_score.c and eval_pfsa.c compare two sheets. */
#ifndef TAKLIMAT_CLI_EVAL_SHEET_H
#define TAKLIMAT_CLI_EVAL_SHEET_H

#include <stdint.h>

#include "base/arena.h"
#include "base/json_read.h"
#include "cli/eval_match.h"

#define NO_YEAR INT64_MIN

/* The lists of things that stand somewhere in the text. */
enum sheet_list { LIST_QUOTES, LIST_STATEMENTS, LIST_ADVISORIES, LIST_CITATIONS, SHEET_LISTS };

/* A quote, statement, advisory or citation; members that its kind does not have are none. */
struct item {
    struct span span;
    struct text speaker; /* name; none if nobody is named */
    struct text type;
    struct text number; /* of a citation, as written */
    struct text pinpoint;
    int confidence;                                     /* in facts: hundredths; 0 if none */
    int64_t year;                                       /* NO_YEAR if none */
    bool has_speaker, has_type, has_pinpoint, has_year; /* the key is there, were it null */
};

struct items {
    bool given; /* the list stands in the line */
    struct item *at;
    size_t count;
};

struct voice {
    int64_t id; /* in facts; 0 in gold */
    struct text name;
    struct text position; /* none or empty: unknown */
    bool has_position;    /* the key is there, were it null */
    bool speaks;          /* in facts: of a quote or a statement */
};

/* A label of the PFSA-ID form. */
struct label {
    struct text name;  /* STATEMENT, PERSON, CUE, ... */
    struct text text;  /* the words labelled */
    size_t start, end; /* characters */
    size_t place;      /* in the line */
    struct span span;  /* the same in bytes */
};

struct sheet {
    struct text text;
    bool has_region, has_also, has_date, has_people, has_flags; /* the member stands in the line */
    struct text region;                                         /* code, none for null */
    int region_confidence;                                      /* in facts: hundredths */
    bool region_from_record; /* in facts: the record's own field told it, not the text */
    struct text date;        /* none for null */
    struct text *also;
    size_t also_count;
    struct voice *people;
    size_t people_count;
    struct items lists[SHEET_LISTS];
    struct spanlist noise; /* flagged as duplicate or boilerplate, joined */
    bool is_pfsa;
    struct label *labels; /* by start */
    size_t label_count;
};

/* What is wrong with a line, in the arena: English for outputs, and in the reader's language. */
struct sheet_fault {
    const char *message, *told;
};

/* Where each character of `text` starts, in bytes, and at [*count] where it ends. */
size_t *character_offsets(struct arena *arena, struct text text, size_t *count);

/* Reads an annotated article, in the form of samples/README.md or in that of PFSA-ID. All of it is
 * copied into `arena`. False, and what is wrong in *why, where a member has the wrong
 * form; *sheet is then undefined. */
bool sheet_read_gold(const struct cJSON *line, struct arena *arena, struct sheet *sheet,
                     struct sheet_fault *why);

/* Reads one line of facts about the article with this text, as above. Checked as hard as a consumer
 * of facts may: spans lie in the text and cut no character, "text" members are the words of their
 * spans, speakers are people. */
bool sheet_read_facts(const struct cJSON *line, struct text text, struct arena *arena,
                      struct sheet *sheet, struct sheet_fault *why);

#endif
