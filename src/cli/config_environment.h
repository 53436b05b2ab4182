/* The configuration's keys as variables of the environment: TAKLIMAT_PAPER for `paper`. */
#ifndef TAKLIMAT_CLI_CONFIG_ENVIRONMENT_H
#define TAKLIMAT_CLI_CONFIG_ENVIRONMENT_H

#include "cli/config.h"

/* Sets each key of which there is a variable that is not empty, over what files set; a list's
 * variable has one value a line. The checks are those of files; relative paths are taken from the
 * working folder. False after faults, which name the variable. */
bool config_environment_read(struct config *config, struct faults *faults);

/* Calls `tell` with each variable TAKLIMAT_... that is none of the program's, but near to one, and
 * with that one. Both strings live only while it runs. */
void config_environment_slips(void (*tell)(const char *variable, const char *meant));

#endif
