/* Files of another kind than was wanted, told by their first bytes: what spreadsheets and office
 * programs save when they are not asked for plain text in UTF-8.
 *
 * Before: the bytes of a file that a person made. After: a message that says what it is. */
#ifndef TAKLIMAT_BASE_FOREIGN_H
#define TAKLIMAT_BASE_FOREIGN_H

#include "base/text.h"

/* In the reader's language: "is UTF-16 ...", with what to do about it; NULL if nothing speaks
 * against text in UTF-8. */
const char *foreign_form(struct text bytes);

#endif
