/* Composing and sending: how many messages a second, and how much memory.
 *
 *     mail FOLDER COUNT BYTES PORT CERTIFICATE
 *
 * composes COUNT letters with a PDF of BYTES bytes into FOLDER and sends them to localhost:PORT
 * with STARTTLS and the password "rahasia". Prints figures, NAME TAB VALUE. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "mail/compose.h"
#include "mail/deliver.h"

static int64_t now(void *context) {
    struct timespec time;
    (void)context;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (int64_t)time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static bool wait_for(void *context, int64_t milliseconds) {
    (void)context;
    (void)milliseconds;
    return true;
}

static void drop_sent(void *context, const struct ledger_row *row, enum ledger_state state,
                      const char *line) {
    char path[1000];
    (void)context;
    snprintf(path, sizeof path, "%.*s", (int)row->spool.size, row->spool.data);
    if (state == LEDGER_SENT)
        unlink(path);
    else
        fprintf(stderr, "%s\n", line);
}

static bool give_password(void *context, struct buffer *out, struct error *error) {
    (void)context;
    (void)error;
    buffer_string(out, "rahasia");
    return true;
}

/* A file of `size` bytes, written piece by piece: this program's own memory is measured. */
static bool make_pdf(const char *path, size_t size, struct attachment *attachment, char *hex,
                     struct error *error) {
    struct output output;
    bool ok = output_open(&output, path, error);
    for (size_t i = 0; ok && i < size; i++)
        ok = output_write(&output, &(char){(char)(i * 7 + i / 251)}, 1, error);
    ok = ok && output_commit(&output, error) && file_sha256(path, hex, &size, error);
    *attachment = (struct attachment){path, TEXT("taklimat-2024-08.pdf"), text_of(hex)};
    return ok;
}

static bool compose_one(struct ledger *ledger, const char *folder, unsigned number,
                        const struct attachment *attachment, struct arena *arena,
                        struct error *error) {
    char sha256[DIGEST_HEX_SIZE];
    enum ledger_added added;
    struct letter_id id;
    size_t size;
    struct letter letter = {.month = TEXT("2024-08"),
                            .revision = 1,
                            .regions = TEXT("nasional"),
                            .from = TEXT("redaksi@example.org"),
                            .to = arena_printf(arena, "r%u@example.org", number),
                            .subject = TEXT("Taklimat Agustus 2024"),
                            .body = TEXT("Yth.,\n\nterlampir.\n"),
                            .attachments = attachment,
                            .attachment_count = 1};
    letter_identify(&letter, arena, &id);
    const char *path = arena_printf(arena, "%s/%s", folder, id.file.data).data;
    if (!letter_write(&letter, path, &size, sha256, error))
        return false;
    struct ledger_row row = {.month = letter.month,
                             .revision = 1,
                             .recipient = letter.to,
                             .content = text_of(id.content),
                             .edition = TEXT("edition"),
                             .regions = letter.regions,
                             .subject = letter.subject,
                             .message_id = id.message_id,
                             .spool = text_of(path),
                             .sha256 = text_of(sha256),
                             .size = (int64_t)size};
    return ledger_add(ledger, &row, 1, &added, error);
}

static bool compose(struct ledger *ledger, const char *folder, unsigned count,
                    const struct attachment *attachment, struct error *error) {
    struct arena arena = {0};
    bool ok = ledger_begin(ledger, error);
    for (unsigned i = 0; ok && i < count; i++) {
        arena_reset(&arena);
        ok = compose_one(ledger, folder, i, attachment, &arena, error);
    }
    arena_free(&arena);
    return ok && ledger_end(ledger, error);
}

static bool deliver(struct ledger *ledger, unsigned port, const char *ca, size_t *sent,
                    struct error *error) {
    static const struct ledger_choice all = {.revision = 0};
    struct deliver_rules rules = {.from = "redaksi@example.org"};
    struct deliver_caller caller = {.now = now, .wait = wait_for, .tell = drop_sent};
    struct deliver_totals totals = {0};
    struct smtp_settings settings = {.host = "localhost",
                                     .port = port,
                                     .auth = SMTP_AUTH_PLAIN,
                                     .user = "user",
                                     .ca_file = ca,
                                     .secret = give_password};
    struct transport *transport = smtp_open(&settings, error);
    bool ok = transport && deliver_run(ledger, transport, &all, &rules, &caller, &totals, error);
    transport_close(transport);
    *sent = totals.sent;
    return ok;
}

static void print_rate(const char *what, unsigned count, int64_t milliseconds) {
    printf("%s_%u_messages_a_second\t%.1f\n", what, count,
           count * 1000.0 / (double)(milliseconds ? milliseconds : 1));
}

int main(int words, char **word) {
    char path[1000], hex[DIGEST_HEX_SIZE];
    struct error error = {0};
    struct attachment attachment;
    struct rusage usage;
    size_t sent = 0;
    if (words != 6)
        return 64;
    unsigned count = (unsigned)strtoul(word[2], NULL, 10);
    snprintf(path, sizeof path, "%s/ledger.sqlite", word[1]);
    struct ledger *ledger = ledger_open(path, LEDGER_WRITE, &error);
    snprintf(path, sizeof path, "%s/a.pdf", word[1]);
    bool ok = ledger && make_pdf(path, strtoul(word[3], NULL, 10), &attachment, hex, &error);
    int64_t start = now(NULL);
    ok = ok && compose(ledger, word[1], count, &attachment, &error);
    int64_t composed = now(NULL);
    ok = ok && deliver(ledger, (unsigned)strtoul(word[4], NULL, 10), word[5], &sent, &error);
    int64_t end = now(NULL);
    ledger_close(ledger);
    if (!ok || sent != count) {
        fprintf(stderr, "mail: %zu of %u sent: %s\n", sent, count, error.message);
        return 1;
    }
    getrusage(RUSAGE_SELF, &usage);
    print_rate("compose", count, composed - start);
    print_rate("send", count, end - composed);
    printf("%u_messages_peak_kB\t%ld\n", count, usage.ru_maxrss);
    return 0;
}
