/* What all transports share: see transport.h. Before: deliver.c. After: smtp.c, sendmail.c. */
#include <config.h>

#include "mail/transport_parts.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "mail/one_line.h"

void transport_result_set(struct transport_result *result, enum transport_verdict verdict,
                          const char *format, ...) {
    char line[1200];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    result->verdict = verdict;
    one_line(result->line, sizeof result->line, text_of(line));
}

/* The frozen message must be the one that the ledger lists: nobody gets a file that was exchanged,
 * cut short or lost. */
static bool is_frozen(const struct transport_message *message, struct transport_result *result) {
    char hex[DIGEST_HEX_SIZE];
    size_t size;
    struct error error = {0};
    if (!file_sha256(message->path, hex, &size, &error))
        transport_result_set(result, TRANSPORT_FAILED, "%s: cannot be read; compose it again",
                             message->path);
    else if (strcmp(hex, message->sha256) != 0)
        transport_result_set(result, TRANSPORT_FAILED,
                             "%s: was changed since it was composed; compose it again",
                             message->path);
    else
        return true;
    return false;
}

void transport_send(struct transport *transport, const struct transport_message *message,
                    struct transport_result *result) {
    *result = (struct transport_result){.verdict = TRANSPORT_DEFERRED};
    if (is_frozen(message, result))
        transport->send(transport, message, result);
}

void transport_close(struct transport *transport) {
    if (transport)
        transport->close(transport);
}
