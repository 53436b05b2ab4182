/* Telling of a failure: see failure.h. Before: main.c. After: the office's command. */
#include <config.h>

#include "cli/failure.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/translate.h"
#include "cli/message.h"
#include "mail/secret.h"

/* In the child; does not return. */
static void run_told(const char *told, const char *command, int code) {
    char number[16];
    snprintf(number, sizeof number, "%d", code);
    unsetenv(SECRET_VARIABLE); /* nothing that the command has to know */
    execl("/bin/sh", "sh", "-c", told, "taklimat", command, number, (char *)NULL);
    _exit(127);
}

void failure_tell(const char *told, const char *command, int code) {
    int status = 0;
    if (!told)
        return;
    fflush(NULL);
    pid_t child = fork();
    if (child == 0)
        run_told(told, command, code);
    while (child > 0 && waitpid(child, &status, 0) < 0 && errno == EINTR)
        ;
    if (child < 0)
        message_warning("on_failure cannot be run: %s", translate_cause(errno));
    else if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        message_warning("on_failure has failed itself (%s)", told);
}
