/* Positions behind a name: Budi Santoso, Ketua KPU Anyplace, ...; Budi (Direktur Anybody); Budi
 * selaku Camat.
 *
 * Before: names and positions. After: mentions. */
#ifndef TAKLIMAT_EXTRACT_APPOSITIONS_H
#define TAKLIMAT_EXTRACT_APPOSITIONS_H

#include "extract/mentions.h"

/* Takes "(General Manager)" or ", Sekda X" behind the name that `out` ends with, unless that
 * position has a holder of its own: sets position, row, head, office and prefixed, and moves the
 * end of the words. `out` stays as it is where none follows. */
void appositions_read(const struct reading *reading, struct mention *out);

#endif
