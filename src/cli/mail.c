/* taklimat mail: the month's briefings to those who want them; what it is asked for. Before:
 * report, which published the month. After: mail_compose.c, mail_send.c, mail_rows.c. */
#include <config.h>

#include "base/translate.h"
#include "cli/command.h"
#include "cli/mail_job.h"
#include "cli/message.h"

static const struct option_spec options[] = {
    [MAIL_OPTION_MONTH] = {"month", 'm', "YYYY-MM",
                           N_("the month that is mailed, its newest revision; last: the one\n"
                              "before today's")},
    [MAIL_OPTION_OUT] = {"out", 'o', "FOLDER",
                         N_("where the months are (default: that of the\n"
                            "configuration, else briefing)")},
    [MAIL_OPTION_SEND] = {"send", 0, NULL, N_("send what is composed, instead of showing it only")},
    [MAIL_OPTION_TO] = {"to", 0, "ADDRESS",
                        N_("send this address what the first recipient gets,\n"
                           "and nobody else; nothing is noted")},
    [MAIL_OPTION_EML] = {"eml-only", 0, "FOLDER",
                         N_("write the messages there, for another mailer; nothing is\n"
                            "noted")},
    [MAIL_OPTION_RETRY] = {"retry", 0, NULL, N_("send also what was deferred, now")},
    [MAIL_OPTION_RETRY_FAILED] = {"retry-failed", 0, NULL,
                                  N_("send also what was refused or came back")},
    [MAIL_OPTION_RESEND] = {"resend-unknown", 0, NULL,
                            N_("send also what is held: it may arrive twice")},
    [MAIL_OPTION_REVISION] = {"revision", 0, NULL,
                              N_("mail a revision also to those who were mailed an\n"
                                 "earlier one")},
    [MAIL_OPTION_STATUS] = {"status", 0, NULL,
                            N_("what the ledger says, of all months without --month")},
    [MAIL_OPTION_BOUNCED] = {"bounced", 0, "ADDRESS",
                             N_("note that the newest mail to the address came back")},
    [MAIL_OPTION_ARRIVED] = {"arrived", 0, "ADDRESS",
                             N_("note that what was held for the address did arrive")},
    [MAIL_OPTION_JSON] = {"json", 0, NULL, N_("rows as JSON, an object in a line")},
    {0},
};

static int run(const struct arguments *arguments) {
#ifdef HAVE_MAIL
    return mail_run(arguments);
#else
    (void)arguments;
    message_line("this build cannot mail: it was configured without GMime, libcurl, SQLite or "
                 "libidn2");
    return EXIT_CONFIG;
#endif
}

const struct command command_mail = {
    .name = "mail",
    .synopsis = "--month YYYY-MM [--send] [OPTION...]",
    .summary = N_("a month's briefings to those who want them"),
    .description = N_(
        "Composes a message for each active recipient of the list (key recipients), with the\n"
        "briefings of that recipient's regions, and shows them. With --send they are sent, each "
        "to one\n"
        "recipient; a ledger notes each step, so that nobody is mailed twice and nothing is lost\n"
        "silently, whatever happens in between. States:\n\n"
        "  composed   frozen, not tried yet\n"
        "  sent       the server took it over\n"
        "  deferred   put off: --retry tries again\n"
        "  failed     refused, or it came back\n"
        "  held       nobody knows whether it arrived: ask, then --arrived or --resend-unknown\n"
        "  no-news    no news of these regions, and no empty mail is wanted\n"
        "  lacking    the briefing is not published: 'taklimat report' again makes it\n"
        "  mailed-r1  an earlier revision was mailed: --revision mails this one, too\n\n"
        "Exit codes: 0 all is well; 76 something is held, failed or lacking; 75 something is\n"
        "deferred, or another run is sending."),
    .example = N_("  taklimat mail --month 2024-08\n"
                  "  taklimat mail --month 2024-08 --to me@example.go.id\n"
                  "  taklimat mail --month 2024-08 --send\n"
                  "  taklimat mail --status"),
    .options = options,
    .unattended = true,
    .run = run,
};
