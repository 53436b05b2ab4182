/* Punishments that a text attributes to a regulation, compared with those that it names. */
#ifndef TAKLIMAT_EXTRACT_VERIFY_SANCTIONS_H
#define TAKLIMAT_EXTRACT_VERIFY_SANCTIONS_H

#include "extract/verify.h"

/* Flags each punishment in the citation's sentence, and in the one behind it where that cites
 * nothing else, which the regulation cited (or the one suggested in its place) does not name. */
void verify_sanctions(struct verifier *verifier, const struct verified *verified);

#endif
