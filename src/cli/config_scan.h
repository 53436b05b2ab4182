/* Comments of a configuration and what is wrong with it, which are taken out before libConfuse
 * parses it.
 *
 * Before: the bytes of a file, valid UTF-8. After: config.c. */
#ifndef TAKLIMAT_CLI_CONFIG_SCAN_H
#define TAKLIMAT_CLI_CONFIG_SCAN_H

#include "base/faults.h"
#include "base/text.h"

/* Overwrites the comments of `text`, whose bytes are `bytes`, with spaces: libConfuse 3.3 counts
 * their lines wrongly, knows none inside lists, and lets one that never ends swallow the rest.
 * Returns where a comment or string begins that never ends, else text.size. */
size_t config_blank_comments(char *bytes, struct text text);

/* Tells each key that is none of `known` (NULL at its end), each list that is not closed, and what
 * is no key with a value; overwrites it with spaces, so that the rest can be read: libConfuse stops
 * at the first. `text` has no comments and views `bytes`. */
void config_scan(char *bytes, struct text text, const char *const *known, const char *path,
                 struct faults *faults);

#endif
