/* Being asked to stop: see stop.h. Before: the commands. After: main.c. */
#include <config.h>

#include "cli/stop.h"

#include <signal.h>
#include <stddef.h>

#include "base/translate.h"

static const struct {
    int number;
    const char *name;
} signals[] = {{SIGINT, "SIGINT"}, {SIGTERM, "SIGTERM"}, {SIGHUP, "SIGHUP"}};
#define SIGNALS (sizeof signals / sizeof *signals)

/* A signal handler can tell the rest of the program nothing but by a variable of this kind. */
static volatile sig_atomic_t noted;

static void note(int number) { noted = number; }

void stop_watch(void) {
    for (size_t i = 0; i < SIGNALS; i++) {
        struct sigaction before, action = {.sa_handler = note, .sa_flags = (int)SA_RESETHAND};
        sigemptyset(&action.sa_mask);
        if (sigaction(signals[i].number, NULL, &before) == 0 && before.sa_handler == SIG_DFL)
            sigaction(signals[i].number, &action, NULL);
    }
}

bool stop_go_on(struct error *error) {
    int number = noted;
    if (!number)
        return true;
    const char *name = _("a signal");
    for (size_t i = 0; i < SIGNALS; i++)
        if (signals[i].number == number)
            name = signals[i].name;
    return error_set(error, EXIT_TRY_AGAIN, "stopped by %s; no output was made", name);
}

int stop_finish(int code) {
    if (code == EXIT_TRY_AGAIN && noted) {
        signal(noted, SIG_DFL);
        raise(noted);
    }
    return code;
}
