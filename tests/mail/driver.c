/* Sends messages through src/mail as the tests of tests/mail ask for it, one word an option:
 *
 *     driver fill LEDGER FILE COUNT        rows for r0@example.org ... with the frozen FILE
 *     driver send LEDGER OPTION...         recovers, then delivers; a line an event, then the
 * totals driver status LEDGER                 a line a row: recipient, state, attempts, reply
 *
 * Options of send: port=N security=starttls|tls|plain auth=plain|login|xoauth2 user=U password=P
 * ca=FILE timeout=S patience=S wait=S attempts=N resend sendmail=PROGRAM. The password may stand in
 * the command line here: it is a test's. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/file.h"
#include "mail/deliver.h"

struct options {
    struct smtp_settings smtp;
    struct deliver_rules rules;
    const char *password, *sendmail;
    bool resend;
};

static int fail(const struct error *error) {
    printf("error %d %s\n", (int)error->code, error->message);
    return (int)error->code;
}

static int64_t now(void *context) {
    struct timespec time;
    (void)context;
    clock_gettime(CLOCK_REALTIME, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static bool wait_for(void *context, int64_t milliseconds) {
    struct timespec time = {milliseconds / 1000, milliseconds % 1000 * 1000000};
    (void)context;
    return milliseconds == 0 || nanosleep(&time, NULL) == 0;
}

static void tell(void *context, const struct ledger_row *row, enum ledger_state state,
                 const char *line) {
    (void)context;
    printf("%.*s %s %s\n", (int)row->recipient.size, row->recipient.data, ledger_state_name(state),
           line);
    fflush(stdout);
}

static bool give_password(void *context, struct buffer *out, struct error *error) {
    const struct options *options = context;
    (void)error;
    buffer_string(out, options->password);
    return true;
}

static bool fill(struct ledger *ledger, const char *file, long count, struct error *error) {
    char hex[DIGEST_HEX_SIZE], recipient[64];
    size_t size;
    bool ok = file_sha256(file, hex, &size, error) && ledger_begin(ledger, error);
    for (long i = 0; ok && i < count; i++) {
        enum ledger_added added;
        snprintf(recipient, sizeof recipient, "r%ld@example.org", i);
        struct ledger_row row = {.month = TEXT("2024-08"),
                                 .revision = 1,
                                 .recipient = text_of(recipient),
                                 .content = text_of(hex),
                                 .edition = TEXT("edition"),
                                 .regions = TEXT("nasional"),
                                 .subject = TEXT("Taklimat"),
                                 .message_id = TEXT("x@example.org"),
                                 .spool = text_of(file),
                                 .sha256 = text_of(hex),
                                 .size = (int64_t)size};
        ok = ledger_add(ledger, &row, 0, &added, error);
    }
    return ok && ledger_end(ledger, error);
}

static bool show(void *context, const struct ledger_row *row) {
    (void)context;
    printf("%.*s %s %u %.*s\n", (int)row->recipient.size, row->recipient.data,
           ledger_state_name(row->state), row->attempts, (int)row->reply.size, row->reply.data);
    return true;
}

/* The number of `word` in `words`, NULL at its end; ends the program if it is none. */
static unsigned one_of(const char *word, const char *const *words) {
    for (unsigned i = 0; words[i]; i++)
        if (strcmp(word, words[i]) == 0)
            return i;
    fprintf(stderr, "driver: what is %s?\n", word);
    exit(99);
}

static void take_option(struct options *o, char *word) {
    static const char *const securities[] = {"starttls", "tls", "plain", NULL};
    static const char *const auths[] = {"none", "plain", "login", "xoauth2", NULL};
    static const char *const names[] = {"port",   "security", "auth",     "user", "password",
                                        "ca",     "timeout",  "patience", "wait", "attempts",
                                        "resend", "sendmail", NULL};
    char *value = strchr(word, '=');
    if (value)
        *value++ = '\0';
    else
        value = word + strlen(word);
    unsigned number = (unsigned)strtoul(value, NULL, 10);
    switch (one_of(word, names)) {
    case 0:
        o->smtp.port = number;
        break;
    case 1:
        o->smtp.security = (enum smtp_security)one_of(value, securities);
        break;
    case 2:
        o->smtp.auth = (enum smtp_auth)one_of(value, auths);
        break;
    case 3:
        o->smtp.user = value;
        break;
    case 4:
        o->password = value;
        break;
    case 5:
        o->smtp.ca_file = value;
        break;
    case 6:
        o->smtp.timeout = number;
        break;
    case 7:
        o->rules.patience = number;
        break;
    case 8:
        o->rules.wait = number;
        break;
    case 9:
        o->rules.attempts = number;
        break;
    case 10:
        o->resend = true;
        break;
    default:
        o->sendmail = value;
        break;
    }
}

static bool deliver(struct ledger *ledger, struct options *options, struct error *error) {
    static const struct ledger_choice all = {.revision = 0};
    struct deliver_caller caller = {.now = now, .wait = wait_for, .tell = tell};
    struct deliver_totals totals;
    size_t deferred, held, again = 0;
    struct transport *transport =
        options->sendmail ? sendmail_open(options->sendmail, options->smtp.timeout, error)
                          : smtp_open(&options->smtp, error);
    bool ok = transport && ledger_recover(ledger, now(NULL) / 1000, &deferred, &held, error) &&
              (!options->resend ||
               ledger_requeue(ledger, &all, LEDGER_HELD, now(NULL) / 1000, &again, error)) &&
              deliver_run(ledger, transport, &all, &options->rules, &caller, &totals, error);
    transport_close(transport);
    if (ok)
        printf("sent %zu deferred %zu failed %zu held %zu%s%s%s\n", totals.sent, totals.deferred,
               totals.failed, totals.held, totals.refused ? " refused" : "",
               totals.unreachable ? " unreachable" : "", totals.stopped ? " stopped" : "");
    return ok;
}

/* The commands, by the first letter of their names. */
static void work(char command, char **words, struct options *options, struct error *error) {
    enum ledger_use use = command == 's' ? LEDGER_READ : LEDGER_WRITE;
    struct ledger *ledger = ledger_open(words[0], use, error);
    bool ok = ledger != NULL;
    if (ok && (command == 'f' || command == 'a'))
        ok = fill(ledger, words[1], strtol(words[2], NULL, 10), error);
    if (ok && (command == 'd' || command == 'a'))
        ok = deliver(ledger, options, error);
    if (ok && (command == 's' || command == 'a'))
        ledger_each(ledger, &(struct ledger_choice){.revision = 0}, show, NULL, error);
    ledger_close(ledger);
}

int main(int count, char **words) {
    static const char *const commands[] = {"fill", "send", "status", "all", NULL};
    struct options options = {.smtp = {.host = "localhost", .user = "user"},
                              .rules = {.from = "redaksi@example.org"},
                              .password = "rahasia"};
    struct error error = {0};
    if (count < 3)
        return 77; /* make check starts it without arguments */
    unsigned command = one_of(words[1], commands);
    options.smtp.secret = give_password;
    options.smtp.context = &options;
    for (int i = command == 1 ? 3 : 5; command % 2 == 1 && i < count; i++)
        take_option(&options, words[i]);
    work("fdsa"[command], words + 2, &options, &error);
    return error.code ? fail(&error) : 0;
}
