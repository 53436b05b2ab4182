/* Printing the figures of a comparison.
 *
 * Before: the tally. After: a person, or a program that reads JSON. */
#ifndef TAKLIMAT_CLI_EVAL_PRINT_H
#define TAKLIMAT_CLI_EVAL_PRINT_H

#include "cli/eval_records.h"
#include "cli/eval_tally.h"

/* Appends a table for people. */
void eval_print_table(const struct eval_set *set, const struct tally *tally, struct buffer *out);

/* Appends one JSON object and a line end; each figure has the digits that tell it from any other.
 */
void eval_print_json(const struct eval_set *set, const struct tally *tally, struct buffer *out);

#endif
