/* Calibration: whether facts of much confidence are right more often than those of little.
 *
 * Before: two sheets of each article, as for eval_score.h. After: a table on standard output. */
#ifndef TAKLIMAT_CLI_EVAL_CALIBRATION_H
#define TAKLIMAT_CLI_EVAL_CALIBRATION_H

#include "base/buffer.h"
#include "cli/eval_sheet.h"

#define CALIBRATION_BINS 7
#define CALIBRATION_KINDS (SHEET_LISTS + 1) /* the lists, and regions */

/* Facts of each kind by confidence. Zero-initialise. */
struct calibration {
    struct {
        size_t count, right;
    } of[CALIBRATION_KINDS][CALIBRATION_BINS];
};

/* Adds an article's facts. A fact is right if it is annotated (spans matched as for the figures)
 * and all that the annotation says of it agrees: the speaker, an advisory's type, which instrument
 * is cited; a region if it is the annotated one. What is not annotated is not judged. `arena` is
 * for scratch. */
void calibration_add(struct calibration *calibration, const struct sheet *gold,
                     const struct sheet *facts, struct arena *arena);

/* Appends the table: kind, confidence from and to in percent, facts, share right. */
void calibration_print(const struct calibration *calibration, struct buffer *out);

#endif
