/* The folder of ledger and spool: see mail_job.h. Before: mail_run.c. After: mail_compose.c. */
#include <config.h>

#include <stdlib.h>

#include "base/file.h"
#include "cli/mail_job.h"
#include "cli/message.h"

#define MARK ".taklimat-mail"
#define MARK_BYTES 5000

/* The folder's absolute path: rows of the ledger name files in it, and another run may be started
 * in another folder. */
static bool make_absolute(struct mail_job *job, enum ledger_use use, struct error *error) {
    if (use == LEDGER_WRITE && !folder_make(job->settings.state, error))
        return false;
    char *path = realpath(job->settings.state, NULL);
    if (path)
        job->settings.state = arena_copy(&job->arena, text_of(path)).data;
    free(path);
    return true;
}

static const char *mark_path(struct mail_job *job) {
    return arena_printf(&job->arena, "%s/" MARK, job->out).data;
}

/* Two ledgers for the same months: neither knows what the other sent. */
static bool is_ours(struct mail_job *job) {
    struct buffer bytes = {0};
    struct error ignored = {0};
    const char *path = mark_path(job);
    bool read = file_read(path, MARK_BYTES, &bytes, &ignored);
    struct text other = text_trim(buffer_view(&bytes));
    bool ours = !read || text_is(other, job->settings.state);
    if (!ours)
        message_line("the months below %s are mailed from the ledger in %.*s, not from %s; set "
                     "'state' to that one (or remove %s, if it is gone for good)",
                     job->out, (int)other.size, other.data, job->settings.state, path);
    buffer_free(&bytes);
    return ours;
}

void mail_state_mark(struct mail_job *job) {
    struct error ignored = {0};
    struct text line = arena_printf(&job->arena, "%s\n", job->settings.state);
    file_write(mark_path(job), line, &ignored);
}

int mail_state_open(struct mail_job *job, enum ledger_use use) {
    struct error error = {0};
    size_t deferred, held = 0;
    if (!make_absolute(job, use, &error))
        return message_error(&error);
    if (use == LEDGER_WRITE && !is_ours(job))
        return EXIT_CONFIG;
    const char *path = arena_printf(&job->arena, "%s/ledger.sqlite", job->settings.state).data;
    job->ledger = ledger_open(path, use, &error);
    if (!job->ledger ||
        (use == LEDGER_WRITE && !ledger_recover(job->ledger, mail_now(), &deferred, &held, &error)))
        return message_error(&error);
    job->recovered = held;
    if (held)
        message_line("a run that was killed left %zu message(s) of which nobody knows whether they "
                     "arrived: held",
                     held);
    return EXIT_DONE;
}
