/* Handing messages to a program such as sendmail, Postfix' or msmtp's: see transport.h. Before:
 * deliver.c. After: the program.
 *
 * Such a program takes the end of its input for the end of the message, so that a pipe whose writer
 * is killed would have it mail half a message. Its input is a whole file instead, and the ledger
 * says `committed` before it starts. */
#include <config.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/memory.h"
#include "mail/child.h"
#include "mail/transport_parts.h"

#define OUTPUT_MOST 2000

/* Exit codes of sysexits.h, and the shell's own for what cannot be run, that do not mean "refused".
 * A host that is not known, a service or the system that is not there, may be tomorrow. */
static const struct {
    int code;
    enum transport_verdict verdict;
} codes[] = {
    {64, TRANSPORT_STOP},     /* usage */
    {68, TRANSPORT_DEFERRED}, /* no host */
    {69, TRANSPORT_DEFERRED}, /* unavailable */
    {71, TRANSPORT_DEFERRED}, /* of the system */
    {72, TRANSPORT_STOP},     /* a file of the system */
    {74, TRANSPORT_HELD},     /* input, output: who knows of what */
    {75, TRANSPORT_DEFERRED}, /* try again */
    {77, TRANSPORT_STOP},     /* permission */
    {78, TRANSPORT_STOP},     /* configuration */
    {126, TRANSPORT_STOP},    /* cannot be run */
    {127, TRANSPORT_STOP},    /* not found */
};

static enum transport_verdict verdict_of(int status) {
    for (size_t i = 0; i < sizeof codes / sizeof *codes; i++)
        if (codes[i].code == status)
            return codes[i].verdict;
    return TRANSPORT_FAILED;
}

struct sendmail {
    struct transport transport; /* first: the functions get a pointer to it */
    char *program;              /* owned: its path */
    unsigned timeout;
};

/* The message with line ends as local programs write them, in a file without a name, at its
 * beginning; NULL where there is no room. */
static FILE *local_copy(const char *path) {
    struct buffer bytes = {0};
    struct error error = {0};
    FILE *copy = file_read(path, 0, &bytes, &error) ? tmpfile() : NULL;
    size_t used = 0;
    for (size_t i = 0; i < bytes.size; i++)
        if (bytes.data[i] != '\r' || i + 1 == bytes.size || bytes.data[i + 1] != '\n')
            bytes.data[used++] = bytes.data[i];
    bool ok = copy && fwrite(bytes.data, 1, used, copy) == used && fflush(copy) == 0 &&
              lseek(fileno(copy), 0, SEEK_SET) == 0;
    buffer_free(&bytes);
    if (copy && !ok) {
        fclose(copy);
        copy = NULL;
    }
    return copy;
}

static void judge(const struct child *child, const struct sendmail *sendmail,
                  struct transport_result *result) {
    const char *program = sendmail->program;
    int status = child->status, said = (int)child->output->size;
    if (child->end == CHILD_NOT_STARTED)
        transport_result_set(result, TRANSPORT_STOP, "%s cannot be started", program);
    else if (child->end == CHILD_TIMED_OUT)
        transport_result_set(result, TRANSPORT_HELD,
                             "%s did not end in time: it may have taken the message", program);
    else if (child->end == CHILD_KILLED)
        transport_result_set(result, TRANSPORT_HELD,
                             "%s was ended by signal %d: it may have taken the message", program,
                             status);
    else if (status == 0)
        transport_result_set(result, TRANSPORT_SENT, "taken by %s", program);
    else
        transport_result_set(result, verdict_of(status), "%s ended with %d: %.*s", program, status,
                             said, child->output->data ? child->output->data : "");
    result->server = result->verdict == TRANSPORT_HELD || result->verdict == TRANSPORT_DEFERRED;
}

static void sendmail_send(struct transport *transport, const struct transport_message *message,
                          struct transport_result *result) {
    struct sendmail *sendmail = (struct sendmail *)transport;
    const char *const arguments[] = {sendmail->program, "-i", "-f", message->from, "--",
                                     message->to,       NULL};
    struct buffer output = {0};
    FILE *copy = local_copy(message->path);
    struct child child = {.arguments = arguments,
                          .input = copy ? fileno(copy) : -1,
                          .errors = true,
                          .seconds = sendmail->timeout,
                          .output = &output,
                          .most = OUTPUT_MOST};
    if (!copy)
        transport_result_set(result, TRANSPORT_DEFERRED, "no room for a copy of the message");
    else if (message->commit && !message->commit(message->context))
        transport_result_set(result, TRANSPORT_DEFERRED,
                             "kept back: the ledger could not be written");
    else {
        child_run(&child);
        judge(&child, sendmail, result);
    }
    if (copy)
        fclose(copy);
    buffer_free(&output);
}

static void sendmail_close(struct transport *transport) {
    struct sendmail *sendmail = (struct sendmail *)transport;
    memory_free(sendmail->program);
    memory_free(sendmail);
}

/* The path of a program in one of the folders of `folders`, separated by ':'. NULL if none. */
static char *find_in(const char *folders, const char *program) {
    char path[4096];
    while (folders && *folders) {
        size_t size = strcspn(folders, ":");
        int length = snprintf(path, sizeof path, "%.*s/%s", (int)size, folders, program);
        if (length < (int)sizeof path && size && access(path, X_OK) == 0)
            return strcpy(memory_alloc(strlen(path) + 1), path);
        folders += size + (folders[size] == ':');
    }
    return NULL;
}

struct transport *sendmail_open(const char *program, unsigned timeout, struct error *error) {
    char *path = NULL;
    if (strchr(program, '/')) {
        if (access(program, X_OK) == 0)
            path = strcpy(memory_alloc(strlen(program) + 1), program);
    } else {
        path = find_in(getenv("PATH"), program);
        if (!path) /* where sendmail is, and PATH of ordinary users does not look */
            path = find_in("/usr/sbin:/usr/lib:/usr/local/sbin", program);
    }
    if (!path) {
        error_set(error, EXIT_CONFIG, "no program '%s' to hand mail to", program);
        return NULL;
    }
    struct sendmail *sendmail = memory_alloc_array(1, sizeof *sendmail);
    sendmail->transport = (struct transport){sendmail_send, sendmail_close};
    sendmail->program = path;
    sendmail->timeout = timeout ? timeout : 300;
    return &sendmail->transport;
}
