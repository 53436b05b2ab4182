/* What was meant by a citation of an act that is not there, or that has another title. */
#ifndef TAKLIMAT_EXTRACT_VERIFY_SUGGEST_H
#define TAKLIMAT_EXTRACT_VERIFY_SUGGEST_H

#include "extract/verify_title.h"

/* The act of the register whose type, number or year differs by little from the citation's and that
 * clearly wins: by the title that the text gives; without a title, where `impossible`, by what the
 * sentences around speak of. NULL if none does, and after 256 searches in one article. */
const struct register_entry *verify_suggest(struct verifier *verifier,
                                            const struct verified *verified,
                                            const struct written_title *title, bool impossible);

#endif
