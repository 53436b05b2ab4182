/* The review list as a table, which filled in is a file of decisions: review.csv.
 *
 * Before: review.c, decide.c. After: a spreadsheet, and decision_file.c, which reads it back. */
#ifndef TAKLIMAT_SUMMARY_REVIEW_TABLE_H
#define TAKLIMAT_SUMMARY_REVIEW_TABLE_H

#include "summary/decide.h"
#include "summary/review.h"
#include "summary/table_sink.h"

/* Puts an item's reasons into words; the text may live in `arena`, which is the caller's. */
typedef struct text review_words(void *context, const struct review_item *item);

/* Writes the whole table, heading included: what should be looked at with
 * the last three columns empty, then what was decided before with these filled in, so that the
 * table alone is a complete file of decisions for the next run. */
void review_table(const struct review *review, const struct decided_list *decided,
                  review_words *words, void *context, struct table_sink *table);

#endif
