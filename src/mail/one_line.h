/* One printable line of whatever a server, a program or a person wrote.
 *
 * Before: answers, names, titles. After: the ledger, messages to a person, headers of a mail. */
#ifndef TAKLIMAT_MAIL_ONE_LINE_H
#define TAKLIMAT_MAIL_ONE_LINE_H

#include "base/text.h"

/* Writes `text` (any bytes) into `out` of `room` bytes, NUL included: runs of white space, control
 * characters and line ends of any kind become one space, none at both ends, what is no UTF-8 '?';
 * cut at a character where it is longer. Returns the line. */
struct text one_line(char *out, size_t room, struct text text);

#endif
