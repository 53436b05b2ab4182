/* The annotated articles of a gold file, and the facts that belong to them.
 *
 * Before: JSON lines. After: eval.c scores record by record. */
#ifndef TAKLIMAT_CLI_EVAL_RECORDS_H
#define TAKLIMAT_CLI_EVAL_RECORDS_H

#include "cli/eval_check.h"
#include "cli/eval_sheet.h"

/* Everything lives in the arena of its set. */
struct eval_record {
    struct text id;
    size_t line; /* in the gold file */
    struct sheet gold;
    struct text input;         /* the record as JSON without its annotations, for the extractor */
    bool has_facts;            /* a line of facts was there */
    struct sheet_fault broken; /* why its facts cannot be used; none if they can */
    struct sheet facts;
};

/* How many ids of facts about other articles are kept, to be shown. */
#define FOREIGN_KEPT 5

/* Zero-initialise but for `check.tables`; free with eval_set_free. */
struct eval_set {
    struct arena arena;
    struct eval_check check;
    struct eval_record *records; /* in the order of the file */
    size_t count, capacity;
    struct eval_record **by_id;        /* all of them, by id */
    size_t read;                       /* gold lines that are not empty and no header */
    size_t rejected;                   /* of these, those that are wrong; each was told */
    size_t shapeless;                  /* of the rejected, those that are no JSON object */
    struct text foreign[FOREIGN_KEPT]; /* the first ids of facts that belong to no record */
    size_t foreign_count;              /* of all of them */
    bool facts_are_articles;           /* a line of facts holds an article instead */
};

/* Reads a gold file ("-": standard input). A line that is no annotated article is told and left
 * out; of two lines with one id the last counts. Lines with a member "_header" are passed over.
 * Errors: EXIT_NO_INPUT, EXIT_IO; EXIT_BAD_DATA where the file is of another kind. */
bool eval_set_read_gold(struct eval_set *set, const char *path, struct error *error);

/* Reads facts ("-": standard input) and gives each line to the record with its id; lines about
 * other articles are ignored, lines that are no JSON are told. Errors as above. */
bool eval_set_read_facts(struct eval_set *set, const char *path, struct error *error);

/* The sum of what was found wrong with facts: how many records have none, have some that are
 * broken, or have a region that was told by the record. */
size_t eval_set_missing(const struct eval_set *set);
size_t eval_set_broken(const struct eval_set *set);
size_t eval_set_regions_given(const struct eval_set *set);

/* Gives a record the facts in `line`, facts/1, in place of any that it has. */
void eval_record_take_facts(struct eval_set *set, struct eval_record *record,
                            const struct cJSON *line);

void eval_set_free(struct eval_set *set);

#endif
