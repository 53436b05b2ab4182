/* What a transaction came to: see smtp_verdict.h. Before and after: smtp.c.
 *
 * Measured against servers with each fault (libcurl 7.88). The rule: what the server answered
 * counts; without an answer, a message whose last bytes were kept back cannot have been taken, and
 * of one whose last bytes left nobody knows. */
#include <config.h>

#include "mail/smtp_verdict.h"

#include <curl/curl.h>

static const char *set(struct transport_result *result, enum transport_verdict verdict, bool server,
                       const char *what) {
    result->verdict = verdict;
    result->server = server;
    return what;
}

/* Results that any other message would meet, too: nothing more is tried. NULL if it is none. */
static const char *account_trouble(const struct smtp_outcome *outcome) {
    switch (outcome->curl) {
    case CURLE_USE_SSL_FAILED:
        return "the server offers no encryption (STARTTLS)";
    case CURLE_PEER_FAILED_VERIFICATION:
        return "the server's certificate is not trusted";
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ENGINE_NOTFOUND:
    case CURLE_SSL_ISSUER_ERROR:
        return "no encrypted connection comes about";
    case CURLE_LOGIN_DENIED:
    case CURLE_AUTH_ERROR:
        return "the server does not accept user name and password";
    case CURLE_UNSUPPORTED_PROTOCOL:
    case CURLE_NOT_BUILT_IN:
    case CURLE_URL_MALFORMAT:
    case CURLE_BAD_FUNCTION_ARGUMENT:
    case CURLE_UNKNOWN_OPTION:
        return "libcurl cannot do what the settings ask for";
    default:
        return NULL;
    }
}

/* An answer of 4xx or 5xx to a message that the server did not take. Codes that concern the account
 * and not the message: RFC 4954 (530, 534, 535, 538). At MAIL the server knows no more than the
 * sender and the size (552, 523), so that any other refusal is of the sender. */
static const char *refused(const struct smtp_outcome *outcome, struct transport_result *result) {
    long reply = outcome->reply;
    bool before = outcome->stage < SMTP_MAIL;
    if (reply < 500)
        return set(result, TRANSPORT_DEFERRED, before || reply == 421, "not now");
    if (reply == 530 || reply == 534 || reply == 535 || reply == 538)
        return set(result, TRANSPORT_STOP, false, "the server wants another way to log in");
    if (before)
        return set(result, TRANSPORT_STOP, false, "the server refuses to talk");
    if (outcome->stage == SMTP_MAIL && reply != 552 && reply != 523)
        return set(result, TRANSPORT_STOP, false, "the server refuses the sender");
    return set(result, TRANSPORT_FAILED, false, "refused");
}

bool smtp_says_enough(struct text reply) {
    struct text code = text_slice(reply, (struct span){4, 9});
    return text_is(code, "5.4.5") || text_is(code, "4.4.5");
}

const char *smtp_judge(const struct smtp_outcome *outcome, struct transport_result *result) {
    if (outcome->curl == CURLE_OK)
        return set(result, TRANSPORT_SENT, false, "taken");
    if (outcome->aborted && !outcome->committed)
        return set(result, TRANSPORT_DEFERRED, false,
                   "kept back: the ledger or the message could not be used");
    const char *trouble = outcome->committed ? NULL : account_trouble(outcome);
    bool told = outcome->reply >= 400 && outcome->reply < 600;
    if (trouble && (!told || outcome->reply >= 500 || outcome->curl != CURLE_LOGIN_DENIED))
        return set(result, TRANSPORT_STOP, false, trouble);
    if (told)
        return refused(outcome, result);
    if (outcome->committed)
        return set(
            result, TRANSPORT_HELD, true,
            outcome->curl == CURLE_OPERATION_TIMEDOUT
                ? "sent whole, and no answer in time: it may have arrived"
                : "sent whole, and the connection broke before the answer: it may have arrived");
    if (outcome->stage < SMTP_MAIL)
        return set(result, TRANSPORT_DEFERRED, true, "the server cannot be reached");
    return set(result, TRANSPORT_DEFERRED, true,
               outcome->curl == CURLE_OPERATION_TIMEDOUT
                   ? "no answer in time, before the message was complete"
                   : "the connection broke before the message was complete");
}
