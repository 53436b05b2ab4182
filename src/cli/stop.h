/* Being asked to stop: SIGINT, SIGTERM, SIGHUP end a run between two records or two files, so that
 * it takes away what it had begun.
 *
 * Before: a command that would leave something behind. After: main.c, which ends the process by the
 * same signal, as the shell and systemd expect. */
#ifndef TAKLIMAT_CLI_STOP_H
#define TAKLIMAT_CLI_STOP_H

#include "base/error.h"

/* From here on the first such signal is only noted; the second one ends the process at once. A
 * signal that is ignored stays ignored (nohup, a job in the background). May be called again. */
void stop_watch(void);

/* False, with an error of EXIT_TRY_AGAIN that names the signal, once one was noted. */
bool stop_go_on(struct error *error);

/* Ends the process by the signal that was noted, if `code` says that the run was cut short by it;
 * else returns `code`: what was finished in spite of the signal is finished. */
int stop_finish(int code);

#endif
