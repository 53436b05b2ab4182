/* Acts cited though they were revoked: which citations are to be flagged. */
#ifndef TAKLIMAT_EXTRACT_VERIFY_REVOKED_H
#define TAKLIMAT_EXTRACT_VERIFY_REVOKED_H

#include "extract/verify.h"

/* Flags the citation of an act that `by` revoked before the article's day, unless the sentence
 * speaks of the change, of the past or of the later act, the cited article stays, or the act lost
 * single articles only: then to cite it is no mistake. Nothing is flagged where the day is not
 * known. */
void verify_revoked(struct verifier *verifier, const struct verified *verified,
                    const struct register_relation *by);

#endif
