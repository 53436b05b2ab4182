/* Sending by SMTP through libcurl: see transport.h. Before: deliver.c. After: the mail server. */
#include <config.h>

#include <errno.h>
#include <poll.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#ifdef __linux__
#include <linux/sockios.h>
#endif

#include "base/memory.h"
#include "mail/secret.h"
#include "mail/smtp_session.h"
#include "mail/smtp_verdict.h"
#include "mail/transport_parts.h"

/* The bytes that are kept back until the ledger says `committed`: so few that a message whose
 * connection breaks before its end is known not to have been complete. */
#define LAST_BYTES 64

struct smtp {
    struct transport transport; /* first: the functions get a pointer to it */
    const struct smtp_settings *settings;
    CURL *curl;
    struct buffer secret; /* with a NUL at its end */
    bool unclean;         /* the last transaction did not end as it should */
    char problem[CURL_ERROR_SIZE];
    /* of the message under way */
    const struct transport_message *message;
    FILE *file;
    long long left; /* bytes of it not handed out */
    enum smtp_stage stage;
    bool committed, aborted;
    bool answered, leaving; /* the reply in `said` is complete; QUIT was said */
    char said[1000];        /* the server's last reply */
    size_t said_size;
};

/* The command that a line to the server is. Lines of an exchange of AUTH are none. */
static enum smtp_stage stage_of(struct text line, enum smtp_stage stage) {
    if (text_starts(line, "STARTTLS"))
        return SMTP_STARTTLS_SENT;
    if (text_starts(line, "EHLO ") || text_starts(line, "HELO "))
        return SMTP_SESSION;
    if (text_starts(line, "AUTH "))
        return SMTP_AUTH;
    if (text_starts(line, "MAIL FROM:"))
        return SMTP_MAIL;
    if (text_starts(line, "RCPT TO:"))
        return SMTP_RCPT;
    return text_starts(line, "DATA\r") ? SMTP_DATA : stage;
}

/* Keeps the lines of one reply: "550-first", "550 last". */
static void note_reply(struct smtp *smtp, struct text line) {
    if (smtp->answered)
        smtp->said_size = 0;
    smtp->answered = line.size < 4 || line.data[3] != '-';
    size_t room = sizeof smtp->said - smtp->said_size;
    size_t size = line.size < room ? line.size : room;
    memcpy(smtp->said + smtp->said_size, line.data, size);
    smtp->said_size += size;
}

/* What libcurl says it sends and gets, passwords too: only commands and replies are looked at. */
static int watch(CURL *curl, curl_infotype type, char *data, size_t size, void *context) {
    struct smtp *smtp = context;
    struct text line = {data, size};
    (void)curl;
    if (type == CURLINFO_HEADER_OUT) {
        smtp->stage = stage_of(line, smtp->stage);
        smtp->leaving |= text_starts(line, "QUIT");
    } else if (type == CURLINFO_HEADER_IN && !smtp->leaving)
        note_reply(smtp, line);
    return 0;
}

/* Waits until what was handed out has left this machine, at most as long as an answer may take, and
 * tells whether the connection still stands. Without it a short message would lie whole in the
 * system's buffers, and count as sent, when its connection had broken long before. */
static bool has_left(const struct smtp *smtp) {
#ifdef SIOCOUTQNSD
    curl_socket_t connection = CURL_SOCKET_BAD;
    long waits = (smtp->settings->timeout ? (long)smtp->settings->timeout : 300) * 1000;
    int left = 0;
    char byte;
    if (curl_easy_getinfo(smtp->curl, CURLINFO_ACTIVESOCKET, &connection) != CURLE_OK ||
        connection == CURL_SOCKET_BAD)
        return true;
    while (ioctl(connection, SIOCOUTQNSD, &left) == 0 && left > 0 && waits-- > 0)
        poll(NULL, 0, 1);
    ssize_t got = recv(connection, &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    return left == 0 && (got > 0 || (got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK)));
#else
    (void)smtp;
    return true;
#endif
}

/* What has to be true before the last bytes go: the ledger knows. */
static bool may_end(struct smtp *smtp) {
    const struct transport_message *message = smtp->message;
    if (smtp->committed)
        return true;
    if (!has_left(smtp))
        return false;
    smtp->aborted = message->commit && !message->commit(message->context);
    smtp->committed = !smtp->aborted;
    return smtp->committed;
}

/* Hands out the message. libcurl does not ask again after the last byte, so that before that one is
 * given the ledger must know; the last few go by themselves. Never a short count: that would be the
 * end of the message. */
static size_t give(char *out, size_t size, size_t count, void *context) {
    struct smtp *smtp = context;
    long long wanted = (long long)(size * count);
    if (smtp->left > LAST_BYTES && wanted > smtp->left - LAST_BYTES)
        wanted = smtp->left - LAST_BYTES;
    if (wanted > smtp->left)
        wanted = smtp->left;
    smtp->aborted = fread(out, 1, (size_t)wanted, smtp->file) != (size_t)wanted;
    smtp->left -= wanted;
    if (smtp->aborted || (smtp->left == 0 && !may_end(smtp)))
        return CURL_READFUNC_ABORT;
    return (size_t)wanted;
}

/* Password or token, fetched when first needed, and a token again when it was refused. */
static bool fetch_secret(struct smtp *smtp, struct transport_result *result) {
    const struct smtp_settings *settings = smtp->settings;
    struct error error = {0};
    if (settings->auth == SMTP_NO_AUTH || smtp->secret.size)
        return true;
    if (!settings->secret(settings->context, &smtp->secret, &error)) {
        transport_result_set(result, TRANSPORT_STOP, "%s%s%s", error.file,
                             error.file[0] ? ": " : "", error.message);
        secret_wipe(&smtp->secret);
        return false;
    }
    buffer_char(&smtp->secret, '\0');
    return true;
}

/* Takes leave; of a server that did not answer without another word, which would be waited for. */
static void end_session(struct smtp *smtp) {
    curl_socket_t connection = CURL_SOCKET_BAD;
    smtp->leaving = true;
    if (!smtp->curl)
        return;
    if (smtp->unclean)
        curl_easy_getinfo(smtp->curl, CURLINFO_ACTIVESOCKET, &connection);
    if (connection != CURL_SOCKET_BAD)
        shutdown(connection, SHUT_RDWR);
    curl_easy_cleanup(smtp->curl);
    smtp->curl = NULL;
}

/* A session, with a new connection after anything that went wrong: an answer that comes late would
 * be taken for that to the next message. */
static bool begin_session(struct smtp *smtp, struct transport_result *result) {
    if (smtp->unclean)
        end_session(smtp);
    smtp->unclean = false;
    if (smtp->curl)
        return true;
    if (!fetch_secret(smtp, result))
        return false;
    smtp->curl = smtp_session(smtp->settings, smtp->secret.data);
    if (!smtp->curl) {
        transport_result_set(result, TRANSPORT_STOP, "libcurl cannot be started");
        return false;
    }
    curl_easy_setopt(smtp->curl, CURLOPT_READFUNCTION, give);
    curl_easy_setopt(smtp->curl, CURLOPT_READDATA, smtp);
    curl_easy_setopt(smtp->curl, CURLOPT_VERBOSE, 1L);
    curl_easy_setopt(smtp->curl, CURLOPT_DEBUGFUNCTION, watch);
    curl_easy_setopt(smtp->curl, CURLOPT_DEBUGDATA, smtp);
    curl_easy_setopt(smtp->curl, CURLOPT_ERRORBUFFER, smtp->problem);
    return true;
}

static bool open_message(struct smtp *smtp, const struct transport_message *message) {
    struct stat status;
    smtp->file = fopen(message->path, "rbe");
    if (!smtp->file || fstat(fileno(smtp->file), &status) != 0)
        return false;
    smtp->message = message;
    smtp->left = (long long)status.st_size;
    smtp->stage = SMTP_SESSION;
    smtp->committed = smtp->aborted = smtp->leaving = false;
    smtp->answered = true;
    smtp->said_size = 0;
    smtp->problem[0] = '\0';
    return true;
}

/* One transaction. */
static CURLcode transact(struct smtp *smtp, long *reply) {
    char from[300], to[300];
    snprintf(from, sizeof from, "<%s>", smtp->message->from);
    snprintf(to, sizeof to, "<%s>", smtp->message->to);
    struct curl_slist *recipients = curl_slist_append(NULL, to);
    if (!recipients)
        return CURLE_OUT_OF_MEMORY;
    curl_easy_setopt(smtp->curl, CURLOPT_MAIL_FROM, from);
    curl_easy_setopt(smtp->curl, CURLOPT_MAIL_RCPT, recipients);
    curl_easy_setopt(smtp->curl, CURLOPT_INFILESIZE_LARGE, (curl_off_t)smtp->left);
    CURLcode code = curl_easy_perform(smtp->curl);
    *reply = 0;
    curl_easy_getinfo(smtp->curl, CURLINFO_RESPONSE_CODE, reply);
    curl_easy_setopt(smtp->curl, CURLOPT_MAIL_RCPT, NULL);
    curl_slist_free_all(recipients);
    return code;
}

/* The server's words. Of an answer to AUTH only the codes: a server may repeat what it was sent. */
static void describe(const struct smtp *smtp, const struct smtp_outcome *outcome, const char *what,
                     struct transport_result *result) {
    struct text said = {smtp->said, smtp->said_size};
    size_t codes = 0;
    while (codes < said.size && strchr("0123456789. -", said.data[codes]))
        codes++;
    if (outcome->stage == SMTP_AUTH)
        said.size = codes;
    said = text_trim(said);
    bool answered = outcome->reply >= 400 || outcome->curl == CURLE_OK;
    if (answered && said.size)
        transport_result_set(result, result->verdict, "%s: %.*s", what, (int)said.size, said.data);
    else if (outcome->stage >= SMTP_MAIL)
        transport_result_set(result, result->verdict, "%s", what);
    else
        transport_result_set(result, result->verdict, "%s (%s)", what,
                             smtp->problem[0] ? smtp->problem
                                              : curl_easy_strerror((CURLcode)outcome->curl));
}

/* A connection that was kept may be one that the server is about to leave: its 421, or its silence,
 * says nothing about the message, which is tried once more on a new one; a token that was refused
 * may have run out. */
static bool is_worth_another(struct smtp *smtp, const struct smtp_outcome *outcome,
                             const struct transport_result *result) {
    long connections = 0;
    curl_easy_getinfo(smtp->curl, CURLINFO_NUM_CONNECTS, &connections);
    if (outcome->committed || outcome->aborted)
        return false;
    if (outcome->curl == CURLE_LOGIN_DENIED && smtp->settings->auth == SMTP_AUTH_XOAUTH2) {
        secret_wipe(&smtp->secret);
        return true;
    }
    return connections == 0 && result->verdict == TRANSPORT_DEFERRED && result->server &&
           outcome->stage <= SMTP_MAIL;
}

static void attempt(struct smtp *smtp, const struct transport_message *message,
                    struct smtp_outcome *outcome, struct transport_result *result) {
    long reply;
    if (!open_message(smtp, message)) {
        transport_result_set(result, TRANSPORT_FAILED, "%s: cannot be read; compose it again",
                             message->path);
        outcome->aborted = true;
        return;
    }
    outcome->curl = (int)transact(smtp, &reply);
    outcome->reply = reply;
    outcome->stage = smtp->stage;
    outcome->committed = smtp->committed;
    outcome->aborted = smtp->aborted;
    const char *what = smtp_judge(outcome, result);
    if (reply >= 400 && smtp_says_enough((struct text){smtp->said, smtp->said_size})) {
        result->verdict = TRANSPORT_STOP;
        what = "the account may send no more for now";
    }
    describe(smtp, outcome, what, result);
    smtp->unclean = outcome->curl != CURLE_OK;
    fclose(smtp->file);
}

static void smtp_send(struct transport *transport, const struct transport_message *message,
                      struct transport_result *result) {
    struct smtp *smtp = (struct smtp *)transport;
    struct smtp_outcome outcome = {0};
    if (!begin_session(smtp, result))
        return;
    attempt(smtp, message, &outcome, result);
    if (is_worth_another(smtp, &outcome, result) && begin_session(smtp, result))
        attempt(smtp, message, &outcome, result);
}

static void smtp_close(struct transport *transport) {
    struct smtp *smtp = (struct smtp *)transport;
    end_session(smtp);
    curl_global_cleanup();
    secret_wipe(&smtp->secret);
    memory_free(smtp);
}

struct transport *smtp_open(const struct smtp_settings *settings, struct error *error) {
    if (!smtp_settings_check(settings, error))
        return NULL;
    struct smtp *smtp = memory_alloc_array(1, sizeof *smtp);
    smtp->transport = (struct transport){smtp_send, smtp_close};
    smtp->settings = settings;
    curl_global_init(CURL_GLOBAL_DEFAULT);
    return &smtp->transport;
}
