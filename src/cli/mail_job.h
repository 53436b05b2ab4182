/* One run of `taklimat mail`: what its steps share.
 *
 * Before: mail.c, which fills in what was asked for. After: mail_compose.c freezes the messages of
 * a month, mail_send.c sends them, mail_rows.c shows rows of the ledger. */
#ifndef TAKLIMAT_CLI_MAIL_JOB_H
#define TAKLIMAT_CLI_MAIL_JOB_H

#include "cli/mail_letters.h"
#include "mail/ledger.h"
#include "tables/tables.h"

/* Its options, by their positions in mail.c's list. */
enum mail_option {
    MAIL_OPTION_MONTH,
    MAIL_OPTION_OUT,
    MAIL_OPTION_SEND,
    MAIL_OPTION_TO,
    MAIL_OPTION_EML,
    MAIL_OPTION_RETRY,
    MAIL_OPTION_RETRY_FAILED,
    MAIL_OPTION_RESEND,
    MAIL_OPTION_REVISION,
    MAIL_OPTION_STATUS,
    MAIL_OPTION_BOUNCED,
    MAIL_OPTION_ARRIVED,
    MAIL_OPTION_JSON
};

struct mail_job {
    /* What was asked for. */
    const char *out;    /* the folder of all months */
    const char *eml;    /* folder for messages that another mailer sends; NULL */
    const char *sample; /* address that gets a sample; NULL */
    bool send, revision, retry, retry_failed, resend, json;

    struct arena arena;   /* of the run */
    struct arena scratch; /* of one recipient */
    struct tables tables;
    struct mail_settings settings;
    struct mail_month month;
    struct mail_office office;
    struct template *templates[MAIL_LANGUAGES];
    struct recipients recipients;
    struct text *active; /* addresses of those who are active, in order, set by mail_compose */
    size_t active_count;
    struct ledger *ledger;
    struct buffer line;

    int64_t *confirmed; /* rows of the ledger that were looked at and may be sent */
    size_t confirmed_count, confirmed_capacity;
    size_t recovered; /* messages that this command found in the air, and held */

    /* What composing found. */
    size_t letters, lacking, changed;
};

struct arguments; /* cli/command.h */

/* Does what was asked for; returns an exit code, after messages. */
int mail_run(const struct arguments *arguments);

/* Seconds since 1970, for the ledger. */
int64_t mail_now(void);

/* Composes what is not composed yet of everybody on the list into the spool, notes it in the
 * ledger, and shows a row each. Returns an exit code: EXIT_HELD where a briefing lacks. Needs the
 * ledger, open for writing. */
int mail_compose(struct mail_job *job);

/* The same into the folder job->eml, without the ledger. */
int mail_compose_files(struct mail_job *job);

/* Opens the ledger in the state folder, whose path becomes absolute; for writing, folder and ledger
 * are made, and what a killed run left is settled and told. Where job->out is known to be mailed
 * from another ledger (a file that mail_state_mark left there), nothing is opened, for that one
 * does not know what this one sent. Returns an exit code, after messages. */
int mail_state_open(struct mail_job *job, enum ledger_use use);

/* Leaves the ledger's path in job->out, before anything is sent from there; where that cannot be
 * written, nothing happens. */
void mail_state_mark(struct mail_job *job);

/* Makes what --retry, --retry-failed and --resend-unknown ask for due again. Before composing,
 * which then takes away what is not to be sent any more. False after an error. */
bool mail_requeue(struct mail_job *job, struct error *error);

/* Tells that the list asks for nothing of the month. */
void mail_tell_nobody(const struct mail_job *job);

/* Sends job->sample what the first recipient with a letter gets; the ledger does not hear of it. */
int mail_send_sample(struct mail_job *job);

/* Sends what composing has confirmed and is due; tells a line an event and what is left. Returns
 * EXIT_DONE, EXIT_HELD where something of the month is held or failed, or the server refuses
 * everybody, EXIT_TRY_AGAIN where something is put off or the run was stopped. */
int mail_send(struct mail_job *job);

/* Shows the rows of the choice, and how many are in each state; returns as mail_send. */
int mail_show(struct mail_job *job, const struct ledger_choice *choice);

/* A line that says what to do about what is held, failed or put off; returns as mail_send. */
int mail_verdict(struct mail_job *job, const struct ledger_choice *choice);

/* Prints a row: state a word of ledger_state_name or one of this command's; json as formats(5). */
void mail_row(struct mail_job *job, const struct ledger_row *row, const char *state);

/* The head of the rows; nothing as JSON. */
void mail_head(const struct mail_job *job);

#endif
