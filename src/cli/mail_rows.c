/* Rows of the ledger, shown: see mail_job.h. Before: mail.c, mail_compose.c. After: a person, or a
 * program that reads JSON. */
#include <config.h>

#include <stdio.h>

#include "base/json_write.h"
#include "base/translate.h"
#include "base/utf8.h"
#include "cli/mail_job.h"
#include "cli/message.h"
#include "cli/safe_text.h"

/* Characters of a column; what is longer is shown whole, and moves the rest. */
enum { ADDRESS = 30, REGIONS = 14 };

static void pad(struct buffer *out, struct text text, size_t width) {
    size_t length = utf8_length(text);
    buffer_text(out, text);
    while (length++ < width)
        buffer_char(out, ' ');
    buffer_char(out, ' ');
}

void mail_head(const struct mail_job *job) {
    if (job->json)
        return;
    printf("%-*s %-*s %8s  %-9s %s\n", ADDRESS, _("recipient"), REGIONS, _("regions"), _("kB"),
           _("state"), _("subject"));
}

static void write_json(const struct ledger_row *row, const char *state, struct buffer *out) {
    struct json_writer json = {.out = out};
    json_open_object(&json);
    json_member_text(&json, "month", row->month);
    json_member_integer(&json, "revision", row->revision);
    json_member_text(&json, "recipient", row->recipient);
    json_member_text(&json, "regions", row->regions);
    json_member_text(&json, "state", text_of(state));
    if (row->size >= 0)
        json_member_integer(&json, "bytes", row->size);
    json_member_text(&json, "subject", row->subject);
    if (row->spool.size && !row->id)
        json_member_text(&json, "file", row->spool);
    if (row->message_id.size)
        json_member_text(&json, "message_id", row->message_id);
    if (row->id) {
        json_member_integer(&json, "attempts", row->attempts);
        json_member_integer(&json, "changed", row->changed);
        json_member_text(&json, "reply", row->reply.size ? row->reply : TEXT(""));
    }
    json_close_object(&json);
}

static void write_line(struct mail_job *job, const struct ledger_row *row, const char *state) {
    struct buffer *out = &job->line;
    pad(out, row->recipient, ADDRESS);
    pad(out, row->regions, REGIONS);
    if (row->size >= 0)
        buffer_printf(out, "%8lld", (long long)(row->size + 999) / 1000);
    else
        buffer_string(out, "       -");
    buffer_printf(out, "  %-9s ", state);
    buffer_text(out, safe_line(&job->scratch, row->subject));
    if (row->spool.size && !row->id) {
        buffer_string(out, "\n    ");
        buffer_text(out, safe_line(&job->scratch, row->spool));
    }
    if (row->reply.size) {
        buffer_string(out, "\n    ");
        buffer_text(out, safe_line(&job->scratch, row->reply));
    }
}

void mail_row(struct mail_job *job, const struct ledger_row *row, const char *state) {
    buffer_clear(&job->line);
    if (job->json)
        write_json(row, state, &job->line);
    else
        write_line(job, row, state);
    buffer_char(&job->line, '\n');
    fwrite(job->line.data, 1, job->line.size, stdout);
}

static bool show_row(void *context, const struct ledger_row *row) {
    struct mail_job *job = context;
    arena_reset(&job->scratch);
    mail_row(job, row, ledger_state_name(row->state));
    return true;
}

int mail_show(struct mail_job *job, const struct ledger_choice *choice) {
    struct error error = {0};
    mail_head(job);
    if (!ledger_each(job->ledger, choice, show_row, job, &error))
        return message_error(&error);
    return mail_verdict(job, choice);
}
