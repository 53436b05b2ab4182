/* What an office set for its mails: who sends, by what, with which words.
 *
 * Before: the configuration. After: mail_letters.c composes by it, mail_send.c opens the transport.
 */
#ifndef TAKLIMAT_CLI_MAIL_SETTINGS_H
#define TAKLIMAT_CLI_MAIL_SETTINGS_H

#include "cli/config.h"
#include "cli/mail_text.h"
#include "mail/deliver.h"
#include "mail/recipients.h"
#include "mail/secret.h"

#define MAIL_LANGUAGES (RECIPIENT_ENGLISH + 1)

/* Everything is borrowed from the configuration, or lives in the arena given. */
struct mail_settings {
    struct text from, from_name;                  /* address_read's form */
    struct text reply_to;                         /* "" none */
    struct text unsubscribe, location, signature; /* "" none; lines of the last end with LF */
    size_t limit;                                 /* bytes of a mail */
    struct mail_text texts[MAIL_LANGUAGES];       /* by recipient_language */
    const char *recipients;                       /* path of the list; NULL: not set */
    const char *state;                            /* folder of ledger and spool */

    bool by_program; /* sendmail; else smtp */
    const char *program;
    struct smtp_settings smtp; /* its secret reads `password` */
    struct secret_source password;
    bool transport; /* false: neither is set */
    struct deliver_rules rules;
};

/* Reads them; texts that are the program's own are read from the data folder. False after faults,
 * which name where the key was set. Keys that are not set at all are no fault: who needs them asks
 * for them. */
bool mail_settings_read(const struct config *config, struct arena *arena, struct mail_settings *out,
                        struct faults *faults);

/* Tells with a fault what lacks for composing: mail_from, recipients. */
bool mail_settings_complete(const struct mail_settings *settings, struct faults *faults);

/* Opens the transport. NULL after an error: EXIT_CONFIG, where none is set or its settings make no
 * sense. The settings must outlive it. */
struct transport *mail_settings_transport(const struct mail_settings *settings,
                                          struct error *error);

#endif
