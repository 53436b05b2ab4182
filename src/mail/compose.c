/* Composing with GMime: see compose.h. Before: the command mail. After: the spool, ledger.c.
 *
 * GMime encodes what is not ASCII and folds headers; what would begin a new header (CR, LF, any
 * control character) never reaches it. */
#include <config.h>

#include "mail/compose.h"

#include <errno.h>
#include <fcntl.h>
#include <gmime/gmime.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/ascii.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/sha256.h"
#include "base/translate.h"
#include "mail/address.h"
#include "mail/one_line.h"

/* Bytes of a header's text; what is longer is cut. RFC 5322 allows 998 in a line. */
#define HEADER_SIZE 900

#define ID_DIGITS 32

/* Names a message among all: see compose.h. */
static void write_key(const struct letter *letter, const char *content, char key[ID_DIGITS + 1]) {
    char revision[16];
    uint8_t digest[32];
    snprintf(revision, sizeof revision, "%u", letter->revision);
    struct text parts[] = {letter->month, text_of(revision), letter->regions, text_of(content),
                           letter->to};
    sha256_parts(parts, sizeof parts / sizeof *parts, digest);
    sha256_digits(key, digest, ID_DIGITS);
    key[ID_DIGITS] = '\0';
}

/* SHA-256 of all that a recipient gets to see but Date, regions and address. */
static void write_content(const struct letter *letter, char hex[DIGEST_HEX_SIZE]) {
    const struct text said[] = {letter->subject,         letter->body,    letter->from,
                                letter->from_name,       letter->to_name, letter->reply_to,
                                letter->list_unsubscribe};
    struct digest *digest = digest_start();
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        digest_add(digest, said[i].data, said[i].size);
        digest_add(digest, "", 1);
    }
    for (size_t i = 0; i < letter->attachment_count; i++) {
        digest_add(digest, letter->attachments[i].sha256.data, letter->attachments[i].sha256.size);
        digest_add(digest, "", 1);
    }
    digest_finish(digest, hex);
}

void letter_identify(const struct letter *letter, struct arena *arena, struct letter_id *id) {
    char key[ID_DIGITS + 1];
    write_content(letter, id->content);
    write_key(letter, id->content, key);
    struct text domain = address_domain(letter->from);
    id->message_id =
        arena_printf(arena, "taklimat.%.*s.r%u.%s@%.*s", (int)letter->month.size,
                     letter->month.data, letter->revision, key, (int)domain.size, domain.data);
    id->file = arena_printf(arena, "%.*s-r%u-%s.eml", (int)letter->month.size, letter->month.data,
                            letter->revision, key);
}

/* The text of a header: one line, and nothing that a reader would take for an encoded word, since
 * GMime leaves as they are those that are there already. */
static const char *header_line(char line[HEADER_SIZE], struct text text) {
    one_line(line, HEADER_SIZE, text);
    for (char *at = line; (at = strstr(at, "=?")) != NULL;)
        at[1] = ' ';
    return line;
}

/* An address with its name, as the header `type` of the message. */
static void add_mailbox(GMimeMessage *message, GMimeAddressType type, struct text name,
                        struct text address) {
    char line[HEADER_SIZE], mailbox[HEADER_SIZE];
    const char *person = header_line(line, name);
    InternetAddress *one =
        internet_address_mailbox_new(person[0] ? person : NULL, header_line(mailbox, address));
    internet_address_set_charset(one, "utf-8");
    internet_address_list_add(g_mime_message_get_addresses(message, type), one);
    g_object_unref(one);
}

static void set_date(GMimeMessage *message, const struct letter *letter) {
    GTimeZone *zone = g_time_zone_new_offset(letter->zone * 60);
    GDateTime *utc = g_date_time_new_from_unix_utc(letter->date);
    GDateTime *there = g_date_time_to_timezone(utc, zone);
    g_mime_message_set_date(message, there);
    g_date_time_unref(there);
    g_date_time_unref(utc);
    g_time_zone_unref(zone);
}

static void set_header(GMimeMessage *message, const char *name, const char *value) {
    g_mime_object_set_header(GMIME_OBJECT(message), name, value, "utf-8");
}

static void set_headers(GMimeMessage *message, const struct letter *letter,
                        const char *message_id) {
    char subject[HEADER_SIZE], unsubscribe[HEADER_SIZE + 2];
    add_mailbox(message, GMIME_ADDRESS_TYPE_FROM, letter->from_name, letter->from);
    if (letter->reply_to.size)
        add_mailbox(message, GMIME_ADDRESS_TYPE_REPLY_TO, TEXT(""), letter->reply_to);
    add_mailbox(message, GMIME_ADDRESS_TYPE_TO, letter->to_name, letter->to);
    g_mime_message_set_subject(message, header_line(subject, letter->subject), "utf-8");
    set_date(message, letter);
    g_mime_message_set_message_id(message, message_id);
    set_header(message, "MIME-Version", "1.0");
    set_header(message, "Auto-Submitted", "auto-generated");
    if (letter->list_unsubscribe.size) {
        snprintf(unsubscribe, sizeof unsubscribe, "<%.*s>", (int)letter->list_unsubscribe.size,
                 letter->list_unsubscribe.data);
        set_header(message, "List-Unsubscribe", unsubscribe);
    }
}

/* Printable ASCII without spaces and <>, as a header of List-Unsubscribe wants it. */
static bool is_link(struct text link) {
    for (size_t i = 0; i < link.size; i++)
        if (link.data[i] <= ' ' || link.data[i] >= 0x7F || strchr("<>\"\\", link.data[i]))
            return false;
    return link.size < HEADER_SIZE - 2;
}

static void set_content(GMimePart *part, GMimeStream *stream, GMimeContentEncoding encoding) {
    GMimeDataWrapper *content =
        g_mime_data_wrapper_new_with_stream(stream, GMIME_CONTENT_ENCODING_DEFAULT);
    g_mime_part_set_content(part, content);
    g_mime_part_set_content_encoding(part, encoding);
    g_object_unref(content);
}

/* The body, quoted-printable: mostly ASCII, its lines short enough for every server, and what was
 * garbled on the way can be read. */
static GMimeObject *text_part(const struct letter *letter) {
    GMimeTextPart *text = g_mime_text_part_new_with_subtype("plain");
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer(letter->body.data, letter->body.size);
    g_mime_text_part_set_charset(text, "utf-8");
    set_content(GMIME_PART(text), stream, GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
    g_object_unref(stream);
    return GMIME_OBJECT(text);
}

/* A name that every mail program can store: other characters become '-'. */
static void plain_name(char out[128], struct text name) {
    size_t used = 0;
    for (size_t i = 0; i < name.size && used < 120; i++) {
        char c = name.data[i];
        bool plain = ascii_is_alphanumeric(c) || (used && c && strchr("._-", c));
        if (plain || (used && out[used - 1] != '-'))
            out[used++] = plain ? c : '-';
    }
    memcpy(out + used, used ? "" : "taklimat.pdf", used ? 1 : sizeof "taklimat.pdf");
}

/* The descriptor of a PDF, or -1 after an error. */
static int open_attachment(const struct attachment *attachment, struct error *error) {
    char hex[DIGEST_HEX_SIZE];
    size_t size;
    if (!file_sha256(attachment->path, hex, &size, error))
        return -1;
    int descriptor = open(attachment->path, O_RDONLY | O_CLOEXEC);
    if (descriptor >= 0 && text_is(attachment->sha256, hex))
        return descriptor;
    error_set(error, EXIT_NO_INPUT, "%s",
              descriptor < 0 ? translate_cause(errno)
                             : _("was changed while messages are composed"));
    error_at(error, attachment->path, 0);
    if (descriptor >= 0)
        close(descriptor);
    return -1;
}

/* A PDF: its bytes are read when the message is written, piece by piece. NULL after an error. */
static GMimeObject *pdf_part(const struct attachment *attachment, struct error *error) {
    char name[128];
    int descriptor = open_attachment(attachment, error);
    if (descriptor < 0)
        return NULL;
    GMimePart *part = g_mime_part_new_with_type("application", "pdf");
    GMimeStream *stream = g_mime_stream_fs_new(descriptor); /* owns it */
    plain_name(name, attachment->name);
    g_mime_part_set_filename(part, name);
    g_mime_object_set_disposition(GMIME_OBJECT(part), GMIME_DISPOSITION_ATTACHMENT);
    set_content(part, stream, GMIME_CONTENT_ENCODING_BASE64);
    g_object_unref(stream);
    return GMIME_OBJECT(part);
}

/* Text and files. `key` tells this message from others. No boundary can stand in the parts: "=_" is
 * in no quoted-printable and no base64. */
static bool add_attachments(GMimeMultipart *mixed, const struct letter *letter, struct text key,
                            struct error *error) {
    char boundary[71]; /* RFC 2046 allows 70 */
    snprintf(boundary, sizeof boundary, "=_%.*s", (int)key.size, key.data);
    g_mime_multipart_set_boundary(mixed, boundary);
    for (size_t i = 0; i < letter->attachment_count; i++) {
        GMimeObject *part = pdf_part(&letter->attachments[i], error);
        if (!part)
            return false;
        g_mime_multipart_add(mixed, part);
        g_object_unref(part);
    }
    return true;
}

/* What stands below the headers; NULL after an error. */
static GMimeObject *make_body(const struct letter *letter, struct text key, struct error *error) {
    GMimeObject *text = text_part(letter);
    if (!letter->attachment_count)
        return text;
    GMimeMultipart *mixed = g_mime_multipart_new_with_subtype("mixed");
    g_mime_multipart_add(mixed, text);
    g_object_unref(text);
    if (add_attachments(mixed, letter, key, error))
        return GMIME_OBJECT(mixed);
    g_object_unref(mixed);
    return NULL;
}

/* The whole message; NULL after an error. */
static GMimeMessage *make_message(const struct letter *letter, struct error *error) {
    struct arena arena = {0};
    struct letter_id id;
    g_mime_init();
    letter_identify(letter, &arena, &id);
    struct text key = {id.file.data, id.file.size - strlen(".eml")};
    GMimeObject *body = make_body(letter, key, error);
    GMimeMessage *message = body ? g_mime_message_new(TRUE) : NULL;
    if (message) {
        set_headers(message, letter, id.message_id.data);
        g_mime_message_set_mime_part(message, body);
        g_object_unref(body);
    }
    arena_free(&arena);
    return message;
}

/* Writes the message through a descriptor of the output's file. */
static bool write_message(GMimeMessage *message, const struct output *output, struct error *error) {
    int descriptor = fcntl(output->descriptor, F_DUPFD_CLOEXEC, 0);
    if (descriptor < 0)
        return error_set(error, EXIT_IO, "cannot write: %s", translate_cause(errno));
    GMimeStream *file = g_mime_stream_fs_new(descriptor); /* owns it */
    GMimeStream *stream = g_mime_stream_buffer_new(file, GMIME_STREAM_BUFFER_BLOCK_WRITE);
    GMimeFormatOptions *options = g_mime_format_options_new();
    g_mime_format_options_set_newline_format(options, GMIME_NEWLINE_FORMAT_DOS);
    errno = 0;
    bool ok = g_mime_object_write_to_stream(GMIME_OBJECT(message), options, stream) >= 0 &&
              g_mime_stream_flush(stream) == 0;
    int cause = errno;
    g_mime_format_options_free(options);
    g_object_unref(stream);
    g_object_unref(file);
    return ok || error_set(error, EXIT_IO, "cannot write: %s",
                           cause ? translate_cause(cause) : _("the message could not be composed"));
}

bool letter_write(const struct letter *letter, const char *path, size_t *size,
                  char sha256[DIGEST_HEX_SIZE], struct error *error) {
    struct output output;
    if (!is_link(letter->list_unsubscribe))
        return error_set(error, EXIT_CONFIG, "what List-Unsubscribe names is no link");
    GMimeMessage *message = make_message(letter, error);
    if (!message)
        return false;
    bool ok = output_open(&output, path, error);
    if (ok && !write_message(message, &output, error)) {
        error_at(error, path, 0);
        output_abort(&output);
        ok = false;
    }
    g_object_unref(message);
    return ok && output_commit(&output, error) && file_sha256(path, sha256, size, error);
}
