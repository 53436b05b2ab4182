/* What is doubtful about annotations that can be read: values that no table knows, speakers that
 * are nobody, misspelt keys, offsets that count characters.
 *
 * Before: a line of a gold file and its sheet. After: the sheet has codes for names of regions and
 * is without what cannot be compared; messages say what was wrong. */
#ifndef TAKLIMAT_CLI_EVAL_CHECK_H
#define TAKLIMAT_CLI_EVAL_CHECK_H

#include "cli/eval_keys.h"
#include "cli/eval_sheet.h"
#include "cli/eval_words.h"
#include "tables/tables.h"

/* Zero-initialise but for `tables` and `arena`, both borrowed. */
struct eval_check {
    const struct tables *tables;
    struct arena *arena; /* keeps what the sheets refer to */
    struct unknown_keys keys;
    struct wordlist *types; /* the citation types that there are, as type_form has them */
    size_t doubts;          /* told or not */
};

/* Tells what is doubtful in the article of line `number` in `path`, and mends its sheet: names and
 * former codes of regions become today's codes; a region, date or type that means nothing is no
 * longer judged. Not for the PFSA-ID form. */
void eval_check_article(struct eval_check *check, const char *path, size_t number,
                        const struct cJSON *line, struct sheet *sheet);

/* Tells what was found in the whole file: misspelt keys, and how many doubts were not told. */
void eval_check_end(struct eval_check *check, const char *path);

/* True if the spans of an article, in the project's own form, lie at the edges of words more often
 * when their offsets are taken for characters than for bytes. `arena` is for scratch. */
bool eval_counts_characters(const struct cJSON *line, struct arena *arena);

#endif
