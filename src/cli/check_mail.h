/* What `taklimat check` looks at of mails: the list of recipients, and what the configuration sets.
 *
 * Before: check.c. After: a person mends it. Nothing is connected, and no command is run. */
#ifndef TAKLIMAT_CLI_CHECK_MAIL_H
#define TAKLIMAT_CLI_CHECK_MAIL_H

#include "cli/config.h"
#include "tables/regions.h"

/* Looks at the list at `path`, and says how many recipients it has. `arena` for scratch. */
void check_recipients(const char *path, const struct regions *regions, struct arena *arena,
                      struct faults *faults);

/* Looks at the list that the configuration names (not where `regions` is NULL: the tables are wrong
 * then), and in a build with mail at sender, words, server or program, and at a password file that
 * is this user's own: that of another, who mails, is none of this one's business. What lacks for
 * mailing is a fault only where a server or program is set. `arena` for scratch. */
void check_mail(const struct config *config, const struct regions *regions, struct arena *arena,
                struct faults *faults);

#endif
