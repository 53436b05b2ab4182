/* Letters: see mail_letters.h. Before: a published month. After: mail_send.c. */
#include <config.h>

#include "cli/mail_letters.h"

#include "base/file.h"
#include "base/sha256.h"
#include "cli/briefing.h"
#include "cli/mail_text.h"
#include "cli/subscriptions.h"
#include "layout/wording.h"

#define HEADERS 16384 /* bytes of headers, words and signature, of which a mail has fewer */
#define PART 1024     /* of the headers of an attachment, likewise */
#define DIGEST_BYTES ((size_t)1 << 20)

/* One letter being made. */
struct drafting {
    const struct mail_office *office;
    const struct recipient *recipient;
    struct arena *arena;
    struct buffer digest, names, empty, files, large;
    struct attachment *attachments;
    size_t count, bytes;
    struct text lacking;
    struct error *error;
};

static void join(struct buffer *list, const char *separator, struct text item) {
    buffer_string(list, list->size ? separator : "");
    buffer_text(list, item);
}

/* Bytes of a file as base64 in lines of 76 with CRLF. */
static size_t encoded(size_t bytes) { return bytes / 57 * 78 + 78 + 2; }

static const char *path_of(const struct drafting *d, const struct mail_file *file) {
    return arena_printf(d->arena, "%s/%.*s", d->office->month->folder, (int)file->name.size,
                        file->name.data)
        .data;
}

/* The text beside the briefing, which the mail says itself. */
static bool add_digest(struct drafting *d, const struct mail_file *file) {
    const char *path = path_of(d, file);
    struct buffer bytes = {0};
    bool ok = file_read(path, DIGEST_BYTES, &bytes, d->error);
    struct text text = buffer_view(&bytes);
    if (ok && !text_equal(sha256_hex(d->arena, &text, 1, 64), file->sha256)) {
        ok = error_set(d->error, EXIT_BAD_DATA, "is not what was published");
        error_at(d->error, path, 0);
    }
    if (ok)
        join(&d->digest, "\n\n", text_trim(text));
    buffer_free(&bytes);
    return ok;
}

static void add_attachment(struct drafting *d, const struct mail_file *file) {
    d->attachments[d->count++] = (struct attachment){path_of(d, file), file->name, file->sha256};
    d->bytes += encoded(file->bytes) + PART;
    join(&d->files, ", ", file->name);
}

/* The briefing of a place and its digest. False after an error; a briefing that is not there is
 * noted. */
static bool add_briefing(struct drafting *d, const struct briefing_id *id) {
    const struct mail_month *month = d->office->month;
    struct text pdf = briefing_file_name(d->arena, month->period, id, ".pdf");
    struct text digest = briefing_digest_name(d->arena, month->period, id);
    const struct mail_file *file = mail_month_file(month, pdf),
                           *words = mail_month_file(month, digest);
    if (!file || !words) {
        d->lacking = file ? digest : pdf;
        return true;
    }
    if (d->recipient->format == RECIPIENT_PDF)
        add_attachment(d, file);
    return add_digest(d, words);
}

static bool add_place(struct drafting *d, struct briefing_id id, struct text name) {
    bool news = mail_month_has_news(d->office->month, id.code);
    join(&d->names, ", ", name);
    if (!news)
        join(&d->empty, ", ", name);
    return (!news && !d->recipient->empty) || add_briefing(d, &id);
}

static bool add_places(struct drafting *d) {
    const struct recipient *recipient = d->recipient;
    struct text reads = subscription_language(recipient->language);
    struct text suffix = text_equal(reads, d->office->month->language) ? TEXT("") : reads;
    struct text nation = d->office->templates[recipient->language]->labels[LABEL_PLACE_NATION];
    bool ok = recipient->region_count > 0 ||
              add_place(d, (struct briefing_id){TEXT(""), TEXT(""), suffix}, nation);
    for (size_t i = 0; ok && i < recipient->region_count; i++) {
        const struct region *region = regions_get(d->office->regions, recipient->regions[i]);
        ok = add_place(d, (struct briefing_id){region->code, region->name, suffix}, region->name);
    }
    return ok;
}

/* "12,4 MB". */
static struct text megabytes(const struct drafting *d) {
    const char *point = d->recipient->language == RECIPIENT_INDONESIAN ? "," : ".";
    size_t tenths = (d->bytes + 50000) / 100000;
    return arena_printf(d->arena, "%zu%s%zu MB", tenths / 10, point, tenths % 10);
}

/* Files that are too many bytes for a mail are named only. */
static void hold_limit(struct drafting *d) {
    size_t text = d->digest.size * 3 + HEADERS; /* quoted-printable makes three bytes of one */
    if (d->count == 0 || d->bytes + text <= d->office->settings->limit)
        return;
    buffer_text(&d->large, buffer_view(&d->files));
    join(&d->large, ", ", megabytes(d));
    buffer_clear(&d->files);
    d->count = 0;
}

static struct text kept(const struct drafting *d, const struct buffer *buffer) {
    return arena_copy(d->arena, buffer_view(buffer));
}

static struct mail_text words_of(const struct drafting *d) {
    const struct mail_settings *settings = d->office->settings;
    const struct mail_month *month = d->office->month;
    const struct template *template = d->office->templates[d->recipient->language];
    struct text revision =
        month->revision > 1 ? arena_printf(d->arena, "%u", month->revision) : TEXT("");
    const struct fill fills[] = {{"name", d->recipient->name},
                                 {"month", wording_period(d->arena, template, month->period)},
                                 {"regions", kept(d, &d->names)},
                                 {"files", kept(d, &d->files)},
                                 {"digest", kept(d, &d->digest)},
                                 {"too_large", kept(d, &d->large)},
                                 {"location", d->large.size ? settings->location : TEXT("")},
                                 {"revision", revision},
                                 {"no_news", kept(d, &d->empty)},
                                 {"signature", settings->signature},
                                 {NULL, TEXT("")}};
    return mail_text_fill(&settings->texts[d->recipient->language], fills, d->arena);
}

static void fill_letter(const struct drafting *d, struct letter *letter) {
    const struct mail_settings *settings = d->office->settings;
    struct mail_text words = words_of(d);
    *letter = (struct letter){.month = d->office->month->name,
                              .revision = d->office->month->revision,
                              .regions = recipient_key(d->recipient, d->office->regions, d->arena),
                              .from = settings->from,
                              .from_name = settings->from_name,
                              .to = d->recipient->address,
                              .to_name = d->recipient->name,
                              .reply_to = settings->reply_to,
                              .list_unsubscribe = settings->unsubscribe,
                              .subject = words.subject,
                              .body = words.body,
                              .attachments = d->attachments,
                              .attachment_count = d->count,
                              .date = d->office->date,
                              .zone = d->office->zone};
}

bool mail_letter(const struct mail_office *office, const struct recipient *recipient,
                 struct arena *arena, struct letter *letter, enum mail_answer *answer,
                 struct text *what, struct error *error) {
    struct drafting d = {.office = office, .recipient = recipient, .arena = arena, .error = error};
    d.attachments = arena_alloc_array(arena, recipient->region_count + 1, sizeof *d.attachments);
    bool ok = add_places(&d);
    *answer = MAIL_NO_NEWS;
    *what = d.lacking;
    if (d.lacking.size) {
        *answer = MAIL_LACKING;
    } else if (ok && d.digest.size) {
        hold_limit(&d);
        fill_letter(&d, letter);
        *what = kept(&d, &d.large);
        *answer = MAIL_LETTER;
    }
    buffer_free(&d.large);
    buffer_free(&d.files);
    buffer_free(&d.empty);
    buffer_free(&d.names);
    buffer_free(&d.digest);
    return ok;
}
