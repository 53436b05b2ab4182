/* What `taklimat check` prints of what is in force. Before: the configuration. After: a person. */
#ifndef TAKLIMAT_CLI_CHECK_KEYS_H
#define TAKLIMAT_CLI_CHECK_KEYS_H

#include "cli/config.h"
#include "layout/house.h"

/* Prints one line of what was looked at to standard output: `what` in a column, then `line`, whose
 * control characters, which must not steer a terminal, are question marks. */
void check_say(const char *what, struct text line);

/* Prints every key with its value, of a list each, and where that was set: file and line, or a
 * variable; where nothing sets it, what holds instead, as the default; where it is set wrongly, the
 * place alone. Of the logo also how large it is printed, if `house`, which the configuration made,
 * has it. `arena` for scratch. */
void check_keys_say(const struct config *config, const struct house *house, struct arena *arena);

#endif
