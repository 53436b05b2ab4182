/* Freezing a month's messages: see mail_job.h. Before: mail.c. After: mail_send.c. */
#include <config.h>

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "base/file.h"
#include "base/translate.h"
#include "cli/mail_job.h"
#include "cli/message.h"
#include "cli/stop.h"

#define BATCH 100 /* rows that become durable together: a sync takes longer than a message */

int64_t mail_now(void) {
    const char *epoch = getenv("SOURCE_DATE_EPOCH");
    return epoch && epoch[0] ? strtoll(epoch, NULL, 10) : (int64_t)time(NULL);
}

/* What the ledger knows of a recipient. */
struct known {
    struct mail_job *job;
    struct ledger_row row; /* of this revision; id 0 if there is none */
    unsigned earlier;      /* newest revision before, that was or may have been mailed */
};

/* The row as it outlives the call. */
static struct ledger_row copy_row(struct arena *arena, const struct ledger_row *row) {
    struct ledger_row copy = *row;
    struct text *texts[] = {&copy.month,   &copy.recipient, &copy.content, &copy.edition,
                            &copy.regions, &copy.subject,   &copy.spool,   &copy.sha256,
                            &copy.reply,   &copy.message_id};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = arena_copy(arena, *texts[i]);
    return copy;
}

static bool note_row(void *context, const struct ledger_row *row) {
    struct known *known = context;
    bool left =
        row->state == LEDGER_SENT || row->state == LEDGER_HELD || row->state == LEDGER_COMMITTED;
    if (row->revision == known->job->month.revision)
        known->row = copy_row(&known->job->scratch, row);
    else if (left && row->revision > known->earlier)
        known->earlier = row->revision;
    return true;
}

static bool look_up(struct mail_job *job, const struct recipient *recipient, struct known *known,
                    struct error *error) {
    struct ledger_choice choice = {.month = job->month.name, .recipient = recipient->address};
    *known = (struct known){.job = job};
    return ledger_each(job->ledger, &choice, note_row, known, error);
}

/* True if the message needs no composing: it has left or may have, or stands frozen as it would be
 * again. */
static bool is_frozen(const struct known *known, const struct letter_id *id) {
    struct stat state;
    enum ledger_state now = known->row.state;
    if (known->row.id == 0)
        return false;
    if (now == LEDGER_SENT || now == LEDGER_HELD || now == LEDGER_COMMITTED)
        return true;
    return text_is(known->row.content, id->content) && stat(known->row.spool.data, &state) == 0 &&
           (int64_t)state.st_size == known->row.size;
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

static const char *spool_path(struct mail_job *job, const struct letter_id *id) {
    return arena_printf(&job->scratch, "%s/spool/%.*s/%s", job->settings.state,
                        (int)job->month.name.size, job->month.name.data, id->file.data)
        .data;
}

/* Freezes a letter and notes it. */
static bool freeze(struct mail_job *job, const struct letter *letter, const struct letter_id *id,
                   const struct known *known, struct error *error) {
    char sha256[DIGEST_HEX_SIZE];
    size_t size;
    enum ledger_added added;
    const char *path = spool_path(job, id);
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
    if (is_frozen(&known, &id)) {
        mail_row(job, &known.row, ledger_state_name(known.row.state));
    } else if (known.earlier && !job->revision) {
        const char *state = arena_printf(&job->scratch, "mailed-r%u", known.earlier).data;
        show_without(job, recipient, letter->subject, state);
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
        if (ok && answer == MAIL_LETTER)
            ok = take(job, recipient, &letter, error);
        if (ok && answer == MAIL_LACKING)
            take_lacking(job, recipient, what);
        if (ok && answer == MAIL_NO_NEWS) {
            job->no_news++;
            show_without(job, recipient, TEXT(""), "no-news");
        }
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

/* What a person should know of the list as a whole. */
static int tell_found(const struct mail_job *job) {
    if (job->changed)
        message_line(
            "%s was mailed from another edition; a corrected month is mailed as a revision",
            job->month.folder);
    if (job->letters == 0 && job->lacking == 0)
        message_line("there is nobody to mail: no active recipient wants anything of %s",
                     job->month.folder);
    return job->lacking || job->changed ? EXIT_HELD : EXIT_DONE;
}

static int by_address(const void *a, const void *b) {
    return text_compare(*(const struct text *)a, *(const struct text *)b);
}

static void list_active(struct mail_job *job) {
    job->active = arena_alloc_array(&job->arena, job->recipients.count, sizeof *job->active);
    job->active_count = 0;
    for (size_t i = 0; i < job->recipients.count; i++)
        if (job->recipients.at[i].active)
            job->active[job->active_count++] = job->recipients.at[i].address;
    if (job->active_count)
        qsort(job->active, job->active_count, sizeof *job->active, by_address);
    job->listed = true;
}

bool mail_is_on_list(const struct mail_job *job, struct text address) {
    return job->active_count &&
           bsearch(&address, job->active, job->active_count, sizeof *job->active, by_address);
}

static bool is_on_list(void *context, const struct ledger_row *row) {
    return row->state == LEDGER_FAILED || mail_is_on_list(context, row->recipient);
}

bool mail_withdraw(struct mail_job *job, struct error *error) {
    struct ledger_choice choice = {.month = job->month.name};
    size_t count;
    if (!job->listed)
        list_active(job);
    if (!ledger_withdraw(job->ledger, &choice, is_on_list, job, &count, error))
        return false;
    if (count)
        message_note("withdrawn, for they are no longer on the list: %zu", count);
    return true;
}

/* The ledger names files of the spool by their whole paths, so that a run from another folder finds
 * them. */
static void make_state_whole(struct mail_job *job) {
    char *whole = realpath(job->settings.state, NULL);
    if (whole)
        job->settings.state = arena_cstring(&job->arena, text_of(whole));
    free(whole);
}

int mail_compose(struct mail_job *job) {
    struct error error = {0};
    const char *spool = arena_printf(&job->arena, "%s/spool/%.*s", job->settings.state,
                                     (int)job->month.name.size, job->month.name.data)
                            .data;
    if (!folder_make(spool, &error))
        return message_error(&error);
    make_state_whole(job);
    mail_head(job);
    bool ok = ledger_begin(job->ledger, &error) && each_letter(job, take_in_batches, &error);
    struct error ending = {0};
    bool ended = ledger_end(job->ledger, ok ? &error : &ending);
    return ok && ended && mail_withdraw(job, &error) ? tell_found(job) : message_error(&error);
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
                             .subject = text_of(path),
                             .size = (int64_t)size};
    mail_row(job, &row, "written");
    return true;
}

int mail_compose_files(struct mail_job *job) {
    struct error error = {0};
    if (!folder_make(job->eml, &error))
        return message_error(&error);
    mail_head(job);
    return each_letter(job, take_file, &error) ? tell_found(job) : message_error(&error);
}
