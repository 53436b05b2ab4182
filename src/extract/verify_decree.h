/* Joint decrees: the numbers under which they are cited, and who signed them. */
#ifndef TAKLIMAT_EXTRACT_VERIFY_DECREE_H
#define TAKLIMAT_EXTRACT_VERIFY_DECREE_H

#include "extract/verify.h"

/* The decree that a citation means: by one of its numbers, or, cited without one, by the topic of
 * its sentence or of the title, at its time. NULL if none. A circular ("Surat Edaran Bersama")
 * means one by its topic, too. */
const struct joint_decree *verify_decree(const struct verifier *verifier,
                                         const struct verified *verified);

/* Flags the signatories that the sentence names and that did not sign `decree`. */
void verify_signatories(struct verifier *verifier, const struct verified *verified,
                        const struct joint_decree *decree);

#endif
