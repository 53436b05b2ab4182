/* Handing one frozen message to something that delivers it, and telling honestly what became of it.
 *
 * Before: deliver.h. After: a server of SMTP (smtp.c), a program such as sendmail (sendmail.c).
 * Built only with HAVE_MAIL. */
#ifndef TAKLIMAT_MAIL_TRANSPORT_H
#define TAKLIMAT_MAIL_TRANSPORT_H

#include <stdint.h>

#include "base/buffer.h"
#include "base/error.h"

enum transport_verdict {
    TRANSPORT_SENT,     /* taken over */
    TRANSPORT_DEFERRED, /* not taken, may be tried again: 4xx, a connection lost before the end */
    TRANSPORT_FAILED,   /* not taken, for good: 5xx */
    TRANSPORT_HELD,     /* unknown: the last bytes left, and no answer came */
    TRANSPORT_STOP /* not taken, and no other would be: password, certificate, sender refused */
};

struct transport_result {
    enum transport_verdict verdict;
    bool server;    /* deferred: it is the server that has trouble (cannot be reached, 4xx before
                       the envelope), not this message */
    char line[400]; /* what happened, for a person: the server's answer, or what went wrong; one
                       line of printable characters */
};

/* Called before the last bytes of a message are handed out (for a program: before it starts). What
 * it notes must be durable when it returns; false keeps the bytes back, and the verdict is
 * DEFERRED. */
typedef bool transport_commit(void *context);

struct transport_message {
    const char *from, *to;    /* the envelope; address_read's form */
    const char *path;         /* of the frozen message */
    const char *sha256;       /* of its bytes; another file is not sent (FAILED) */
    transport_commit *commit; /* NULL: nothing is to be noted, as for a sample */
    void *context;
};

/* One way to deliver. The functions are the implementation's. */
struct transport {
    void (*send)(struct transport *transport, const struct transport_message *message,
                 struct transport_result *result);
    void (*close)(struct transport *transport);
};

/* Sends one message: `result` says what became of it. Never fails otherwise. */
void transport_send(struct transport *transport, const struct transport_message *message,
                    struct transport_result *result);

/* Ends connections and frees; NULL is allowed. */
void transport_close(struct transport *transport);

enum smtp_security {
    SMTP_STARTTLS, /* required: without it nothing is sent. The default */
    SMTP_TLS,      /* from the first byte, port 465 */
    SMTP_PLAIN     /* not encrypted; only to this machine, and without a password */
};

enum smtp_auth { SMTP_NO_AUTH, SMTP_AUTH_PLAIN, SMTP_AUTH_LOGIN, SMTP_AUTH_XOAUTH2 };

struct smtp_settings {
    const char *host; /* a name, or an address (IPv6 without brackets) */
    unsigned port;    /* 0: 587, 465 with SMTP_TLS, 25 with SMTP_PLAIN */
    enum smtp_security security;
    enum smtp_auth auth;
    const char *user;    /* NULL without auth */
    const char *ca_file; /* certificates to trust instead of the system's; NULL */
    const char *helo;    /* the name that EHLO says; NULL: this machine's */
    unsigned timeout;    /* seconds for an answer; 0: 300 */
    /* Appends the password, or the token, to `out`, which is overwritten and freed after use.
     * Called once, for XOAUTH2 again when a token may have run out. False: the run ends with the
     * error. */
    bool (*secret)(void *context, struct buffer *out, struct error *error);
    void *context;
};

/* A transport by SMTP: one transaction a message, all on one connection as long as that lasts.
 * `settings` and what it points to must outlive it. Nothing is connected yet. NULL after an error:
 * EXIT_CONFIG, where the settings make no sense or would send a password unencrypted. */
struct transport *smtp_open(const struct smtp_settings *settings, struct error *error);

/* A transport by `PROGRAM -i -f FROM -- RCPT`: a path, or a name that is looked for in PATH, then
 * in /usr/sbin and /usr/lib. Started without a shell; the message is its standard input, a whole
 * file, so that the end of this process cannot cut it short. Its exit codes are judged by the table
 * in sendmail.c: 75 (EX_TEMPFAIL) and the like are deferred, those of its own settings stop the
 * run, others are failed; what timed out or was killed is held. `timeout`: seconds for one message,
 * 0: 300. EXIT_CONFIG where there is no such program.
 */
struct transport *sendmail_open(const char *program, unsigned timeout, struct error *error);

#endif
