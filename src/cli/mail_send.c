/* Sending a month's messages: see mail_job.h. Before: mail_compose.c. After: people. */
#include <config.h>

#include <stdio.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/translate.h"
#include "cli/mail_job.h"
#include "cli/message.h"
#include "cli/stop.h"

static int64_t clock_now(void *context) {
    struct timespec now;
    (void)context;
    clock_gettime(CLOCK_REALTIME, &now);
    return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

static bool wait_for(void *context, int64_t milliseconds) {
    struct error error = {0};
    (void)context;
    while (milliseconds > 0 && stop_go_on(&error)) { /* in pieces, so that a signal is heard */
        int64_t piece = milliseconds < 200 ? milliseconds : 200;
        struct timespec time = {0, (long)piece * 1000000};
        nanosleep(&time, NULL);
        milliseconds -= piece;
    }
    return stop_go_on(&error);
}

/* A message that was taken over needs its file no longer. */
static void tell_event(void *context, const struct ledger_row *row, enum ledger_state state,
                       const char *line) {
    struct mail_job *job = context;
    arena_reset(&job->scratch);
    if (state == LEDGER_SENT)
        unlink(arena_cstring(&job->scratch, row->spool));
    const char *recipient = arena_cstring(&job->scratch, row->recipient);
    if (state == LEDGER_SENT)
        message_note("%s: %s: %s", recipient, ledger_state_name(state), line);
    else
        message_warning("%s: %s: %s", recipient, ledger_state_name(state), line);
}

bool mail_requeue(struct mail_job *job, struct error *error) {
    struct ledger_choice choice = {.month = job->month.name};
    size_t count = 0;
    bool ok = true;
    if (job->retry)
        ok = ledger_requeue(job->ledger, &choice, LEDGER_DEFERRED, mail_now(), &count, error);
    if (ok && job->retry_failed)
        ok = ledger_requeue(job->ledger, &choice, LEDGER_FAILED, mail_now(), &count, error);
    if (ok && job->resend)
        ok = ledger_requeue(job->ledger, &choice, LEDGER_HELD, mail_now(), &count, error);
    return ok;
}

static void tell_totals(const struct deliver_totals *totals) {
    if (totals->refused)
        message_line("nothing more was tried: %s", totals->line);
    if (totals->unreachable)
        message_line("given up for now, the server has trouble: %s", totals->line);
    if (totals->stopped)
        message_line("stopped; what was not sent stays as it is: run it again");
}

/* What became of the run as a whole goes before what became of its messages. */
static int code_of(const struct deliver_totals *totals, int verdict) {
    if (totals->stopped)
        return EXIT_TRY_AGAIN; /* main.c ends the process by the signal */
    return totals->refused ? EXIT_HELD : verdict;
}

/* Messages of other months that wait for somebody. */
static void tell_others(struct mail_job *job) {
    struct ledger_choice all = {.revision = 0}, month = {.month = job->month.name};
    size_t everywhere[LEDGER_STATES], here[LEDGER_STATES], open = 0;
    struct error ignored = {0};
    if (!ledger_count(job->ledger, &all, everywhere, &ignored) ||
        !ledger_count(job->ledger, &month, here, &ignored))
        return;
    for (size_t i = 0; i < LEDGER_STATES; i++)
        if (i != LEDGER_SENT && i != LEDGER_FAILED)
            open += everywhere[i] - here[i];
    if (open)
        message_warning("messages of other months that were not sent, or are held: %zu; "
                        "'taklimat mail --status' lists them",
                        open);
}

int mail_send(struct mail_job *job) {
    struct error error = {0};
    struct ledger_choice choice = {.month = job->month.name};
    struct deliver_totals totals = {0};
    struct deliver_caller caller = {job, clock_now, wait_for, tell_event};
    struct transport *transport = mail_settings_transport(&job->settings, &error);
    mail_state_mark(job);
    fflush(stdout); /* the table stands before what is told from here on */
    bool ok = transport && deliver_run(job->ledger, transport, &choice, &job->settings.rules,
                                       &caller, &totals, &error);
    transport_close(transport);
    tell_totals(&totals);
    if (!ok)
        return message_error(&error);
    choice.revision = job->month.revision;
    int code = mail_verdict(job, &choice);
    tell_others(job);
    return code_of(&totals, code);
}

/* The first letter that somebody gets. */
static bool first_letter(struct mail_job *job, struct letter *letter, bool *found,
                         struct error *error) {
    *found = false;
    for (size_t i = 0; i < job->recipients.count && !*found; i++) {
        enum mail_answer answer;
        struct text what;
        if (!job->recipients.at[i].active)
            continue;
        if (!mail_letter(&job->office, &job->recipients.at[i], &job->scratch, letter, &answer,
                         &what, error))
            return false;
        *found = answer == MAIL_LETTER;
    }
    return true;
}

static int send_file(struct mail_job *job, const char *path, const char *sha256) {
    struct error error = {0};
    struct transport_result result;
    struct transport *transport = mail_settings_transport(&job->settings, &error);
    if (!transport)
        return message_error(&error);
    struct transport_message message = {
        .from = job->settings.rules.from, .to = job->sample, .path = path, .sha256 = sha256};
    transport_send(transport, &message, &result);
    transport_close(transport);
    message_note("%s: %s: %s", job->sample,
                 result.verdict == TRANSPORT_SENT ? _("sample sent") : _("sample not sent"),
                 result.line);
    return result.verdict == TRANSPORT_SENT ? EXIT_DONE : EXIT_HELD;
}

int mail_send_sample(struct mail_job *job) {
    struct error error = {0};
    struct letter letter;
    bool found;
    char sha256[DIGEST_HEX_SIZE];
    size_t size;
    if (!first_letter(job, &letter, &found, &error))
        return message_error(&error);
    if (!found) {
        mail_tell_nobody(job);
        return EXIT_NO_INPUT;
    }
    message_note("the sample is what %.*s gets", (int)letter.to.size, letter.to.data);
    letter.to = text_of(job->sample);
    const char *path =
        arena_printf(&job->arena, "%s/sample-%ld.eml", job->settings.state, (long)getpid()).data;
    if (!folder_make(job->settings.state, &error) ||
        !letter_write(&letter, path, &size, sha256, &error))
        return message_error(&error);
    int code = send_file(job, path, sha256);
    unlink(path);
    return code;
}

/* Those whom somebody has to look after: of the choice's month, whatever the revision. */
static bool count_open(struct mail_job *job, const struct ledger_choice *choice, size_t *held,
                       size_t *failed, struct error *error) {
    struct ledger_choice month = *choice;
    size_t counts[LEDGER_STATES] = {0};
    month.revision = 0;
    if (!ledger_count(job->ledger, &month, counts, error))
        return false;
    *held = counts[LEDGER_HELD] + counts[LEDGER_COMMITTED];
    *failed = counts[LEDGER_FAILED];
    return true;
}

int mail_verdict(struct mail_job *job, const struct ledger_choice *choice) {
    size_t counts[LEDGER_STATES] = {0}, held, failed;
    struct error error = {0};
    if (!ledger_count(job->ledger, choice, counts, &error) ||
        !count_open(job, choice, &held, &failed, &error))
        return message_error(&error);
    size_t deferred = counts[LEDGER_DEFERRED] + counts[LEDGER_TRYING];
    message_note("%zu composed, %zu sent, %zu deferred, %zu failed, %zu held",
                 counts[LEDGER_COMPOSED], counts[LEDGER_SENT], deferred, counts[LEDGER_FAILED],
                 counts[LEDGER_HELD] + counts[LEDGER_COMMITTED]);
    if (held)
        message_line("held: nobody knows whether they arrived; ask, then --arrived ADDRESS, or "
                     "send again with --resend-unknown");
    if (failed)
        message_line("failed: correct the addresses in the list, or try again with --retry-failed");
    if (deferred)
        message_line("deferred: try again with --retry");
    if (held + failed)
        return EXIT_HELD;
    return deferred ? EXIT_TRY_AGAIN : EXIT_DONE;
}
