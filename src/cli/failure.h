/* Telling somebody that a run by a timer has failed, besides exit code and log.
 *
 * Before: main.c, when a command returned. After: a command of the office's. */
#ifndef TAKLIMAT_CLI_FAILURE_H
#define TAKLIMAT_CLI_FAILURE_H

/* Runs `told` (the key on_failure; NULL: does nothing) by /bin/sh -c, with the failed command's
 * name as $1 and its exit code as $2, and waits for it. That it fails itself is told, and changes
 * nothing. */
void failure_tell(const char *told, const char *command, int code);

#endif
