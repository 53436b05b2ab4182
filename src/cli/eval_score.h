/* Comparing facts with annotations, one article at a time.
 *
 * Before: two sheets of one article. After: the tally's figures. What each kind counts is said in
 * the help of 'taklimat eval' and is fixed: see eval_words.h and eval_match.h. */
#ifndef TAKLIMAT_CLI_EVAL_SCORE_H
#define TAKLIMAT_CLI_EVAL_SCORE_H

#include "base/arena.h"
#include "cli/eval_sheet.h"
#include "cli/eval_tally.h"

/* Adds one article in the project's own form. `facts` NULL: there are none, and everything
 * annotated counts as missed. Kinds that the gold sheet does not annotate are not counted. `arena`
 * is for scratch. */
void score_article(struct tally *tally, const struct sheet *gold, const struct sheet *facts,
                   struct arena *arena);

/* The same for an article in the PFSA-ID form. */
void score_pfsa(struct tally *tally, const struct sheet *gold, const struct sheet *facts,
                struct arena *arena);

#endif
