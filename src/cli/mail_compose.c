/* Freezing a month's messages: see mail_job.h. Before: mail.c. After: mail_send.c. */
#include <config.h>

#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/folder.h"
#include "base/translate.h"
#include "cli/mail_job.h"
#include "cli/message.h"
#include "cli/stop.h"

#define BATCH 100 /* rows that become durable together: a sync takes longer than a message */

int64_t mail_now(void) { return (int64_t)time(NULL); }

/* What the ledger knows of a recipient. */
struct known {
    struct mail_job *job;
    struct ledger_row row; /* of this revision; id 0 if there is none */
    unsigned other;        /* newest other revision that was or may have been mailed; 0: none */
};

static bool note_row(void *context, const struct ledger_row *row) {
    struct known *known = context;
    if (row->revision == known->job->month.revision)
        known->row = ledger_row_copy(&known->job->scratch, row);
    else if (ledger_may_have_left(row->state) && row->revision > known->other)
        known->other = row->revision;
    return true;
}

static bool look_up(struct mail_job *job, const struct recipient *recipient, struct known *known,
                    struct error *error) {
    struct ledger_choice choice = {.month = job->month.name, .recipient = recipient->address};
    *known = (struct known){.job = job};
    return ledger_each(job->ledger, &choice, note_row, known, error);
}

/* True if the message stands frozen as it would be again. */
static bool is_frozen(const struct known *known, const struct letter_id *id) {
    char sha256[DIGEST_HEX_SIZE];
    struct error ignored = {0};
    size_t size;
    return known->row.id && text_is(known->row.content, id->content) &&
           file_sha256(known->row.spool.data, sha256, &size, &ignored) &&
           text_is(known->row.sha256, sha256);
}

/* What is to be sent by this run, if it sends. */
static void confirm(struct mail_job *job, int64_t id) {
    job->confirmed =
        arena_grow(&job->arena, job->confirmed, job->confirmed_count, job->confirmed_count + 1,
                   sizeof *job->confirmed, &job->confirmed_capacity);
    job->confirmed[job->confirmed_count++] = id;
}

/* Shows a recipient of whom the ledger has nothing. */
static void show_without(struct mail_job *job, const struct recipient *recipient,
                         struct text subject, const char *state) {
    struct ledger_row row = {.month = job->month.name,
                             .revision = job->month.revision,
                             .recipient = recipient->address,
                             .regions =
                                 recipient_key(recipient, job->tables.regions, &job->scratch),
                             .subject = subject,
                             .size = -1};
    mail_row(job, &row, state);
}

/* The folder of the month's frozen messages. */
static const char *spool_folder(const struct mail_job *job, struct arena *arena) {
    return arena_printf(arena, "%s/spool/%.*s", job->settings.state, (int)job->month.name.size,
                        job->month.name.data)
        .data;
}

/* Freezes a letter and notes it. */
static bool freeze(struct mail_job *job, const struct letter *letter, const struct letter_id *id,
                   const struct known *known, struct error *error) {
    char sha256[DIGEST_HEX_SIZE];
    size_t size;
    enum ledger_added added;
    const char *path =
        arena_printf(&job->scratch, "%s/%s", spool_folder(job, &job->scratch), id->file.data).data;
    if (!letter_write(letter, path, &size, sha256, error))
        return false;
    struct ledger_row row = {.month = letter->month,
                             .revision = letter->revision,
                             .recipient = letter->to,
                             .content = text_of(id->content),
                             .edition = job->month.edition,
                             .regions = letter->regions,
                             .subject = letter->subject,
                             .message_id = id->message_id,
                             .spool = text_of(path),
                             .sha256 = text_of(sha256),
                             .size = (int64_t)size};
    if (!ledger_add(job->ledger, &row, mail_now(), &added, error))
        return false;
    if (added == LEDGER_CHANGED) {
        unlink(path);
        job->changed++;
        mail_row(job, &row, "changed");
        return true;
    }
    if (known->row.id && strcmp(known->row.spool.data, path) != 0)
        unlink(known->row.spool.data);
    confirm(job, row.id);
    mail_row(job, &row, ledger_state_name(row.state));
    return true;
}

/* A letter that is to be, unless the recipient was mailed already. */
static bool take_letter(struct mail_job *job, const struct recipient *recipient,
                        const struct letter *letter, struct error *error) {
    struct known known;
    struct letter_id id;
    job->letters++;
    letter_identify(letter, &job->scratch, &id);
    if (!look_up(job, recipient, &known, error))
        return false;
    if (known.row.id && ledger_may_have_left(known.row.state)) {
        mail_row(job, &known.row, ledger_state_name(known.row.state));
    } else if (known.other && !job->revision) {
        const char *state = arena_printf(&job->scratch, "mailed-r%u", known.other).data;
        show_without(job, recipient, letter->subject, state);
    } else if (is_frozen(&known, &id)) {
        confirm(job, known.row.id);
        mail_row(job, &known.row, ledger_state_name(known.row.state));
    } else {
        return freeze(job, letter, &id, &known, error);
    }
    return true;
}

static void take_lacking(struct mail_job *job, const struct recipient *recipient,
                         struct text what) {
    job->lacking++;
    show_without(job, recipient, TEXT(""), "lacking");
    message_record(text_of(job->settings.recipients), recipient->line,
                   arena_printf(&job->scratch,
                                _("%.*s is not in %s: publish it with 'taklimat "
                                  "report', which reads this list"),
                                (int)what.size, what.data, job->month.folder));
}

static void tell_large(struct mail_job *job, const struct recipient *recipient, struct text what) {
    const char *where = job->settings.location.size
                            ? job->settings.location.data
                            : _("it does not say where they are: 'mail_location' is not set");
    message_record(text_of(job->settings.recipients), recipient->line,
                   arena_printf(&job->scratch,
                                _("mailed without the files, which are too large (%.*s); %s"),
                                (int)what.size, what.data, where));
}

/* Everybody on the list. `take` gets each letter. */
static bool each_letter(struct mail_job *job,
                        bool (*take)(struct mail_job *job, const struct recipient *recipient,
                                     const struct letter *letter, struct error *error),
                        struct error *error) {
    bool ok = true;
    for (size_t i = 0; ok && i < job->recipients.count; i++) {
        const struct recipient *recipient = &job->recipients.at[i];
        struct letter letter;
        enum mail_answer answer;
        struct text what;
        arena_reset(&job->scratch);
        if (!recipient->active)
            continue;
        ok = stop_go_on(error) &&
             mail_letter(&job->office, recipient, &job->scratch, &letter, &answer, &what, error);
        if (ok && answer == MAIL_LETTER && what.size)
            tell_large(job, recipient, what);
        if (ok && answer == MAIL_LETTER)
            ok = take(job, recipient, &letter, error);
        if (ok && answer == MAIL_LACKING)
            take_lacking(job, recipient, what);
        if (ok && answer == MAIL_NO_NEWS)
            show_without(job, recipient, TEXT(""), "no-news");
    }
    return ok;
}

static bool take_in_batches(struct mail_job *job, const struct recipient *recipient,
                            const struct letter *letter, struct error *error) {
    bool ok = take_letter(job, recipient, letter, error);
    if (ok && job->letters % BATCH == 0)
        ok = ledger_end(job->ledger, error) && ledger_begin(job->ledger, error);
    return ok;
}

void mail_tell_nobody(const struct mail_job *job) {
    message_line("there is nobody to mail: no active recipient wants anything of %s",
                 job->month.folder);
}

/* What a person should know of the list as a whole. */
static int tell_found(const struct mail_job *job) {
    if (job->changed)
        message_line(
            "%s was mailed from another edition; a corrected month is mailed as a revision",
            job->month.folder);
    if (job->letters == 0 && job->lacking == 0)
        mail_tell_nobody(job);
    return job->lacking || job->changed ? EXIT_HELD : EXIT_DONE;
}

static int by_address(const void *a, const void *b) {
    return text_compare_ascii_nocase(*(const struct text *)a, *(const struct text *)b);
}

static void list_active(struct mail_job *job) {
    job->active = arena_alloc_array(&job->arena, job->recipients.count, sizeof *job->active);
    job->active_count = 0;
    for (size_t i = 0; i < job->recipients.count; i++)
        if (job->recipients.at[i].active)
            job->active[job->active_count++] = job->recipients.at[i].address;
    if (job->active_count)
        qsort(job->active, job->active_count, sizeof *job->active, by_address);
}

static bool is_on_list(const struct mail_job *job, struct text address) {
    return job->active_count &&
           bsearch(&address, job->active, job->active_count, sizeof *job->active, by_address);
}

static int by_number(const void *a, const void *b) {
    int64_t left = *(const int64_t *)a, right = *(const int64_t *)b;
    return (left > right) - (left < right);
}

/* Messages that this run has looked at and would send; and refused ones of people who are still on
 * the list. The file of what does not stay goes with it. */
static bool stays(void *context, const struct ledger_row *row) {
    struct mail_job *job = context;
    bool stay =
        row->state == LEDGER_FAILED
            ? is_on_list(job, row->recipient)
            : job->confirmed_count && bsearch(&row->id, job->confirmed, job->confirmed_count,
                                              sizeof row->id, by_number);
    if (!stay)
        unlink(arena_cstring(&job->scratch, row->spool));
    return stay;
}

/* What was frozen by an earlier run and would not be sent today does not leave: the list has
 * changed, the month has a revision, somebody was mailed another one. */
static bool withdraw(struct mail_job *job, struct error *error) {
    struct ledger_choice choice = {.month = job->month.name};
    size_t count;
    list_active(job);
    if (job->confirmed_count)
        qsort(job->confirmed, job->confirmed_count, sizeof *job->confirmed, by_number);
    if (!ledger_withdraw(job->ledger, &choice, stays, job, &count, error))
        return false;
    if (count)
        message_note("withdrawn, for the list or the month has changed: %zu", count);
    return true;
}

int mail_compose(struct mail_job *job) {
    struct error error = {0};
    if (!folder_make(spool_folder(job, &job->arena), &error))
        return message_error(&error);
    mail_head(job);
    bool ok = ledger_begin(job->ledger, &error) && each_letter(job, take_in_batches, &error);
    struct error ending = {0};
    bool ended = ledger_end(job->ledger, ok ? &error : &ending);
    return ok && ended && withdraw(job, &error) ? tell_found(job) : message_error(&error);
}

/* "0001-budi@contoh.go.id.eml" would sort, but names of files are no place for addresses: the part
 * of the Message-ID serves. */
static bool take_file(struct mail_job *job, const struct recipient *recipient,
                      const struct letter *letter, struct error *error) {
    char sha256[DIGEST_HEX_SIZE];
    struct letter_id id;
    size_t size;
    job->letters++;
    letter_identify(letter, &job->scratch, &id);
    const char *path = arena_printf(&job->scratch, "%s/%s", job->eml, id.file.data).data;
    if (!letter_write(letter, path, &size, sha256, error))
        return false;
    struct ledger_row row = {.month = letter->month,
                             .revision = letter->revision,
                             .recipient = recipient->address,
                             .regions = letter->regions,
                             .subject = letter->subject,
                             .spool = text_of(path),
                             .size = (int64_t)size};
    mail_row(job, &row, "written");
    return true;
}

/* What lies there from before would be sent by the other mailer, too. */
static bool is_free(struct mail_job *job) {
    struct folder there;
    bool read = folder_list(job->eml, ".eml", &job->arena, &there);
    if (!read || there.count == 0)
        return true;
    message_line("%s holds messages already (%s); name another folder, or empty it", job->eml,
                 there.names[0]);
    return false;
}

int mail_compose_files(struct mail_job *job) {
    struct error error = {0};
    if (!folder_make(job->eml, &error))
        return message_error(&error);
    if (!is_free(job))
        return EXIT_CANNOT_CREATE;
    mail_head(job);
    return each_letter(job, take_file, &error) ? tell_found(job) : message_error(&error);
}
