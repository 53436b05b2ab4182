/* The steps of `taklimat mail`: see mail_job.h. Before: mail.c. After: mail_compose.c, mail_send.c,
 * mail_rows.c. */
#include <config.h>

#include "cli/mail_job.h"

#include <sys/stat.h>

#include "base/translate.h"
#include "cli/briefing.h"
#include "cli/command.h"
#include "cli/data.h"
#include "cli/message.h"
#include "cli/office.h"
#include "cli/period_choice.h"
#include "cli/stop.h"
#include "cli/subscriptions.h"
#include "mail/address.h"
#include "tables/zones.h"

/* The month of the option; none without one. */
static int choose_period(const struct arguments *arguments, struct mail_job *job,
                         struct period *period) {
    struct period_wish wish = {.month = arguments->value[MAIL_OPTION_MONTH]};
    int code = office_choose_zone(&job->tables, arguments->config, NULL);
    if (code == EXIT_DONE && !period_choose(&wish, &job->tables, period))
        code = EXIT_BAD_USAGE;
    return code;
}

/* The month of a choice, where one is named. */
static int choose_month(const struct arguments *arguments, struct mail_job *job,
                        struct ledger_choice *choice) {
    struct period period;
    if (!arguments->value[MAIL_OPTION_MONTH])
        return EXIT_DONE;
    int code = choose_period(arguments, job, &period);
    if (code == EXIT_DONE)
        choice->month = text_of(period_name(&job->arena, period));
    return code;
}

static int run_status(const struct arguments *arguments, struct mail_job *job) {
    struct ledger_choice choice = {.revision = 0};
    int code = choose_month(arguments, job, &choice);
    if (code == EXIT_DONE)
        code = mail_state_open(job, LEDGER_READ);
    return code == EXIT_DONE ? mail_show(job, &choice) : code;
}

/* An address as it was written on the command line. */
static bool read_address(struct mail_job *job, const char *option, const char *written,
                         const char **address) {
    struct error error = {0};
    struct text read;
    if (address_read(text_of(written), &job->arena, &read, &error)) {
        *address = read.data;
        return true;
    }
    message_line("--%s: %s", option, error.message);
    return false;
}

/* --bounced and --arrived: of one address, of the newest month or the one that is named. */
static int run_noted(const struct arguments *arguments, struct mail_job *job) {
    bool bounced = arguments->value[MAIL_OPTION_BOUNCED] != NULL;
    enum mail_option option = bounced ? MAIL_OPTION_BOUNCED : MAIL_OPTION_ARRIVED;
    const char *address;
    struct error error = {0};
    struct ledger_choice choice = {.revision = 0};
    size_t count;
    if (!read_address(job, bounced ? "bounced" : "arrived", arguments->value[option], &address))
        return EXIT_BAD_USAGE;
    int code = choose_month(arguments, job, &choice);
    if (code == EXIT_DONE)
        code = mail_state_open(job, LEDGER_WRITE);
    if (code != EXIT_DONE)
        return code;
    choice.recipient = text_of(address);
    bool ok = bounced ? ledger_bounced(job->ledger, &choice, mail_now(), &count, &error)
                      : ledger_arrived(job->ledger, &choice, mail_now(), &count, &error);
    if (!ok)
        return message_error(&error);
    if (count == 0) {
        message_line(bounced ? N_("nothing that was sent to %s is in the ledger")
                             : N_("nothing is held for %s in the ledger"),
                     address);
        return EXIT_NO_INPUT;
    }
    return mail_show(job, &choice);
}

/* Opens the month, the list and the templates. */
static int open_month(const struct arguments *arguments, struct mail_job *job) {
    struct error error = {0};
    struct faults faults = {.first = &error};
    struct period period;
    int code = choose_period(arguments, job, &period);
    if (code != EXIT_DONE)
        return code;
    if (!mail_settings_complete(&job->settings, &faults) ||
        !recipients_read(&job->recipients, job->settings.recipients, job->tables.regions, &faults))
        return message_faults(&faults);
    if (!mail_month_open(job->out, period, &job->arena, &job->month, &error))
        return message_error(&error);
    for (size_t i = 0; i < MAIL_LANGUAGES; i++) {
        const char *language = subscription_language((enum recipient_language)i).data;
        const char *path = briefing_template(&job->arena, language);
        job->templates[i] = briefing_read_template(path, NULL, &error);
        if (!job->templates[i])
            return message_error(&error);
        job->office.templates[i] = job->templates[i];
    }
    job->office.settings = &job->settings;
    job->office.month = &job->month;
    job->office.regions = job->tables.regions;
    job->office.date = period_now();
    job->office.zone = job->tables.zone->hours * 60;
    return EXIT_DONE;
}

static int run_month(const struct arguments *arguments, struct mail_job *job) {
    struct error error = {0};
    int code = open_month(arguments, job);
    if (code != EXIT_DONE)
        return code;
    stop_watch();
    if (job->sample)
        return mail_send_sample(job);
    if (job->eml)
        return mail_compose_files(job);
    code = mail_state_open(job, LEDGER_WRITE);
    if (code != EXIT_DONE)
        return code;
    if (job->recovered && job->resend) {
        message_line("nothing is sent again before somebody has asked whether it arrived: look at "
                     "--status first");
        return EXIT_HELD;
    }
    if (!mail_requeue(job, &error))
        return message_error(&error);
    code = mail_compose(job);
    if ((code != EXIT_DONE && code != EXIT_HELD) || !job->send)
        return code;
    int sent = mail_send(job);
    return sent == EXIT_DONE || (sent == EXIT_TRY_AGAIN && code == EXIT_HELD) ? code : sent;
}

static int run_chosen(const struct arguments *arguments, struct mail_job *job) {
    const char *const *value = arguments->value;
    struct error error = {0};
    struct faults faults = {.first = &error};
    if (!data_tables(&job->arena, arguments, -1, &job->tables))
        return EXIT_CONFIG;
    if (!mail_settings_read(arguments->config, &job->arena, &job->settings, &faults))
        return message_faults(&faults);
    if (value[MAIL_OPTION_TO] && !read_address(job, "to", value[MAIL_OPTION_TO], &job->sample))
        return EXIT_BAD_USAGE;
    if (value[MAIL_OPTION_STATUS])
        return run_status(arguments, job);
    if (value[MAIL_OPTION_BOUNCED] || value[MAIL_OPTION_ARRIVED])
        return run_noted(arguments, job);
    return run_month(arguments, job);
}

/* Options of which one would be ignored in silence. */
static bool fit_together(const struct arguments *arguments) {
    static const enum mail_option alone[] = {MAIL_OPTION_TO, MAIL_OPTION_EML, MAIL_OPTION_STATUS,
                                             MAIL_OPTION_BOUNCED, MAIL_OPTION_ARRIVED};
    const char *const *value = arguments->value;
    size_t count = value[MAIL_OPTION_SEND] || value[MAIL_OPTION_RETRY] ||
                   value[MAIL_OPTION_RETRY_FAILED] || value[MAIL_OPTION_RESEND];
    for (size_t i = 0; i < sizeof alone / sizeof *alone; i++)
        count += value[alone[i]] != NULL;
    if (count > 1)
        message_line("only one of --to, --eml-only, --status, --bounced, --arrived and sending");
    return count <= 1;
}

int mail_run(const struct arguments *arguments) {
    const char *const *value = arguments->value;
    struct mail_job job = {.out = office_out(arguments->config, value[MAIL_OPTION_OUT]),
                           .eml = value[MAIL_OPTION_EML],
                           .retry = value[MAIL_OPTION_RETRY] != NULL,
                           .retry_failed = value[MAIL_OPTION_RETRY_FAILED] != NULL,
                           .resend = value[MAIL_OPTION_RESEND] != NULL,
                           .revision = value[MAIL_OPTION_REVISION] != NULL,
                           .json = value[MAIL_OPTION_JSON] != NULL};
    if (arguments->file_count) {
        message_line("'%s' is too much: the list of recipients stands in the configuration",
                     arguments->files[0]);
        return EXIT_BAD_USAGE;
    }
    if (!fit_together(arguments))
        return EXIT_BAD_USAGE;
    umask(077); /* who is mailed what is nobody else's affair */
    job.send = value[MAIL_OPTION_SEND] || job.retry || job.retry_failed || job.resend;
    int code = run_chosen(arguments, &job);
    ledger_close(job.ledger);
    for (size_t i = 0; i < MAIL_LANGUAGES; i++)
        template_free(job.templates[i]);
    recipients_free(&job.recipients);
    tables_free(&job.tables);
    buffer_free(&job.line);
    arena_free(&job.scratch);
    arena_free(&job.arena);
    return code;
}
