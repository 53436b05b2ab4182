/* What a transaction of SMTP came to, from what libcurl and the server said.
 *
 * Before: smtp.c. Pure, so that each case of the table in smtp_verdict.c can be tried without a
 * server. */
#ifndef TAKLIMAT_MAIL_SMTP_VERDICT_H
#define TAKLIMAT_MAIL_SMTP_VERDICT_H

#include "mail/transport.h"

/* The command that was sent last. */
enum smtp_stage { SMTP_SESSION, SMTP_STARTTLS_SENT, SMTP_AUTH, SMTP_MAIL, SMTP_RCPT, SMTP_DATA };

struct smtp_outcome {
    int curl;   /* a CURLcode */
    long reply; /* the last one of the server, 0 if none */
    enum smtp_stage stage;
    bool committed; /* the last bytes were handed out */
    bool aborted;   /* our own side could not go on: the ledger, the file */
};

/* Sets the verdict and `server`; returns what is to be said besides the server's own words. */
const char *smtp_judge(const struct smtp_outcome *outcome, struct transport_result *result);

/* True if a reply ("550 5.4.5 ...") says that the account may send no more for now (RFC 3463 X.4.5,
 * congestion; large providers say so of their daily limits). */
bool smtp_says_enough(struct text reply);

#endif
