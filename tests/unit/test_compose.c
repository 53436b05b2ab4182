/* Messages, read back with the library that wrote them; tests/mail/parse.sh does so with another.
 */
#include <config.h>

#include <check.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include <gmime/gmime.h>

#include "base/file.h"
#include "mail/compose.h"
#include "mail/secret.h"
#include "mail_fixture.h"
#include "support.h"

/* A letter with a PDF of `size` bytes, none for 0. Its texts stay valid until the next call. */
static struct letter make_letter(size_t size) {
    static char path[SCRATCH_SIZE], hex[DIGEST_HEX_SIZE];
    static struct attachment attachment;
    struct error error = {0};
    struct buffer bytes = {0};
    size_t got;
    buffer_reserve(&bytes, size + 1);
    for (size_t i = 0; i < size; i++)
        buffer_char(&bytes, (char)(i * 7 + i / 256));
    ck_assert(file_write(scratch_path(path, "a.pdf"), buffer_view(&bytes), &error));
    ck_assert(file_sha256(path, hex, &got, &error));
    buffer_free(&bytes);
    attachment = (struct attachment){path, TEXT("19.06-belitung-timur.pdf"), text_of(hex)};
    return (struct letter){.month = TEXT("2024-08"),
                           .revision = 1,
                           .regions = TEXT("19.06"),
                           .from = TEXT("redaksi@example.org"),
                           .from_name = TEXT("Redaksi Taklimat"),
                           .to = TEXT("siti@example.net"),
                           .to_name = TEXT("Ibu Siti"),
                           .reply_to = TEXT("balas@example.org"),
                           .subject = TEXT("Taklimat Agustus 2024"),
                           .body = TEXT("Yth. Ibu Siti,\n\nisi.\n"),
                           .attachments = &attachment,
                           .attachment_count = size > 0,
                           .date = 1725148800,
                           .zone = 420};
}

static struct buffer write_letter(const struct letter *letter) {
    char path[SCRATCH_SIZE], hex[DIGEST_HEX_SIZE], again[DIGEST_HEX_SIZE];
    struct error error = {0};
    struct buffer bytes = {0};
    size_t size, got;
    bool ok = letter_write(letter, scratch_path(path, "x.eml"), &size, hex, &error);
    ck_assert_msg(ok, "%s: %s", error.file, error.message);
    ck_assert(file_read(path, 0, &bytes, &error));
    ck_assert(file_sha256(path, again, &got, &error));
    ck_assert(size == bytes.size && strcmp(hex, again) == 0);
    return bytes;
}

/* The message in `bytes`. */
static GMimeMessage *parse(const struct buffer *bytes) {
    GMimeStream *stream = g_mime_stream_mem_new_with_buffer(bytes->data, bytes->size);
    GMimeParser *parser = g_mime_parser_new_with_stream(stream);
    GMimeMessage *message = g_mime_parser_construct_message(parser, NULL);
    g_object_unref(parser);
    g_object_unref(stream);
    ck_assert_ptr_nonnull(message);
    return message;
}

/* Every line ends with CRLF and has at most 998 characters of ASCII. */
static void check_lines(const struct buffer *bytes) {
    size_t start = 0;
    bool good = bytes->size > 0 && bytes->data[bytes->size - 1] == '\n';
    for (size_t i = 0; good && i < bytes->size; i++) {
        unsigned char c = (unsigned char)bytes->data[i];
        good = c < 0x80 && c != 0 && (c != '\r' || bytes->data[i + 1] == '\n');
        if (c == '\n') {
            good = good && i > 0 && bytes->data[i - 1] == '\r' && i - start < 999;
            start = i + 1;
        }
    }
    ck_assert(good);
}

/* Headers, one a line, with what is encoded decoded. */
static void list_headers(GMimeMessage *message, struct buffer *out) {
    GMimeHeaderList *headers = g_mime_object_get_header_list(GMIME_OBJECT(message));
    for (int i = 0; i < g_mime_header_list_get_count(headers); i++) {
        GMimeHeader *header = g_mime_header_list_get_header_at(headers, i);
        buffer_printf(out, "%s: %s\n", g_mime_header_get_name(header),
                      g_mime_header_get_value(header));
    }
}

START_TEST(letters_have_their_headers) {
    struct letter letter = make_letter(0);
    struct buffer bytes = write_letter(&letter), out = {0};
    check_lines(&bytes);
    GMimeMessage *message = parse(&bytes);
    list_headers(message, &out);
    ck_assert_msg(
        text_is(buffer_view(&out),
                "Date: Sun, 01 Sep 2024 07:00:00 +0700\n"
                "From: Redaksi Taklimat <redaksi@example.org>\n"
                "Reply-To: balas@example.org\n"
                "Subject: Taklimat Agustus 2024\n"
                "To: Ibu Siti <siti@example.net>\n"
                "Message-Id: <taklimat.2024-08.r1.7aad4d9b89f5a45a951bf1e2abad2f81@example.org>\n"
                "MIME-Version: 1.0\n"
                "Auto-Submitted: auto-generated\n"),
        "%.*s", (int)out.size, out.data);
    g_object_unref(message);
    buffer_free(&out);
    buffer_free(&bytes);
}
END_TEST

/* What somebody might put into a name, a title, a file name, so that a header begins. */
static const char *const hostile[] = {
    "x\r\nBcc: a@example.com",
    "x\nBcc: a@example.com",
    "x\rBcc: a@example.com",
    "x\r\n\r\n<html>",
    "x\xE2\x80\xA8"
    "Bcc: a@example.com",
    "x\xC2\x85"
    "Bcc: a@example.com",
    "x\x0B\x0C\x1B[2J",
    "\xF0\x9F\x98\x80 \xF0\x9F\x98\x80, \"x\" <a@example.com>",
    "=?utf-8?q?x=0D=0ABcc:_a@example.com?=",
    "a@example.com>, <b@example.com",
    "(x) [y]; boundary=z \\",
    "\xFF\xFE\x80 bad bytes",
};

START_TEST(nothing_begins_a_header) {
    struct text text = text_of(hostile[_i]);
    struct letter letter = make_letter(100);
    struct attachment attachment = letter.attachments[0];
    letter.from_name = letter.to_name = letter.subject = attachment.name = text;
    letter.body = text;
    letter.attachments = &attachment;
    struct buffer bytes = write_letter(&letter);
    check_lines(&bytes);
    GMimeMessage *message = parse(&bytes);
    ck_assert_int_eq(
        g_mime_header_list_get_count(g_mime_object_get_header_list(GMIME_OBJECT(message))), 8);
    InternetAddressList *to = g_mime_message_get_to(message);
    ck_assert_int_eq(internet_address_list_length(to), 1);
    InternetAddress *one = internet_address_list_get_address(to, 0);
    ck_assert_str_eq(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(one)),
                     "siti@example.net");
    ck_assert_ptr_null(g_mime_object_get_header(GMIME_OBJECT(message), "Bcc"));
    GMimeMultipart *mixed = GMIME_MULTIPART(g_mime_message_get_mime_part(message));
    ck_assert_int_eq(g_mime_multipart_get_count(mixed), 2);
    const char *name = g_mime_part_get_filename(GMIME_PART(g_mime_multipart_get_part(mixed, 1)));
    for (; *name; name++)
        ck_assert(*name > ' ' && *name < 0x7F && *name != '/' && *name != '"');
    g_object_unref(message);
    buffer_free(&bytes);
}
END_TEST

/* What a part holds. */
static struct buffer content(GMimeObject *part) {
    struct buffer out = {0};
    GMimeStream *stream = g_mime_stream_mem_new();
    g_mime_data_wrapper_write_to_stream(g_mime_part_get_content(GMIME_PART(part)), stream);
    GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
    buffer_append(&out, bytes->data, bytes->len);
    g_object_unref(stream);
    return out;
}

START_TEST(bodies_and_files_come_back) {
    struct letter letter = make_letter(100000);
    struct error error = {0};
    letter.body =
        TEXT("Baris \xE2\x80\x94 \xF0\x9F\x98\x80 = satu \n.titik\nFrom sini\n--=_x\n\n-- \nR\n");
    struct buffer bytes = write_letter(&letter), pdf = {0};
    check_lines(&bytes);
    GMimeMessage *message = parse(&bytes);
    GMimeMultipart *mixed = GMIME_MULTIPART(g_mime_message_get_mime_part(message));
    ck_assert_int_eq(g_mime_multipart_get_count(mixed), 2);
    struct buffer body = content(g_mime_multipart_get_part(mixed, 0));
    size_t used = 0; /* lines end with CRLF on the wire */
    for (size_t i = 0; i < body.size; i++)
        if (body.data[i] != '\r')
            body.data[used++] = body.data[i];
    body.size = used;
    ck_assert_msg(text_equal(buffer_view(&body), letter.body), "%.*s", (int)body.size, body.data);
    struct buffer got = content(g_mime_multipart_get_part(mixed, 1));
    ck_assert(file_read(letter.attachments[0].path, 0, &pdf, &error));
    ck_assert(text_equal(buffer_view(&got), buffer_view(&pdf)));
    ck_assert_str_eq(g_mime_part_get_filename(GMIME_PART(g_mime_multipart_get_part(mixed, 1))),
                     "19.06-belitung-timur.pdf");
    g_object_unref(message);
    buffer_free(&body);
    buffer_free(&got);
    buffer_free(&pdf);
    buffer_free(&bytes);
}
END_TEST

START_TEST(same_letter_same_bytes) {
    struct letter letter = make_letter(5000);
    struct buffer one = write_letter(&letter), two = write_letter(&letter);
    ck_assert(text_equal(buffer_view(&one), buffer_view(&two)));
    buffer_free(&one);
    buffer_free(&two);
}
END_TEST

/* What the Message-ID, and the content, depend on. */
START_TEST(identities_differ) {
    struct arena arena = {0};
    struct letter base = make_letter(100), other[8];
    struct attachment attachment = base.attachments[0], both[2];
    struct letter_id id, same;
    for (size_t i = 0; i < 8; i++)
        other[i] = base;
    attachment.sha256 = TEXT("another");
    both[0] = both[1] = base.attachments[0];
    other[0].month = TEXT("2024-09");
    other[1].revision = 2;
    other[2].regions = TEXT("19");
    other[3].to = TEXT("budi@example.net");
    other[4].subject = TEXT("lain");
    other[5].body = TEXT("lain");
    other[6].attachments = &attachment;
    other[7].attachments = both;
    other[7].attachment_count = 2;
    letter_identify(&base, &arena, &id);
    for (size_t i = 0; i < 8; i++) {
        letter_identify(&other[i], &arena, &same);
        ck_assert(!text_equal(id.message_id, same.message_id) && !text_equal(id.file, same.file));
        ck_assert((strcmp(id.content, same.content) == 0) == (i < 4));
    }
    other[0] = base;
    other[0].date++;
    letter_identify(&other[0], &arena, &same);
    ck_assert(text_equal(id.message_id, same.message_id));
    other[0].to_name = TEXT("Bu Siti");
    other[1] = other[2] = other[3] = base;
    other[1].from_name = other[2].reply_to = other[3].list_unsubscribe = TEXT("lain");
    for (size_t i = 0; i < 4; i++) {
        letter_identify(&other[i], &arena, &same);
        ck_assert(strcmp(id.content, same.content) != 0);
    }
    arena_free(&arena);
}
END_TEST

START_TEST(attachments_are_checked) {
    char path[SCRATCH_SIZE], hex[DIGEST_HEX_SIZE];
    struct error error = {0};
    size_t size;
    struct letter letter = make_letter(100);
    struct attachment attachment = letter.attachments[0];
    letter.attachments = &attachment;
    scratch_path(path, "y.eml");
    attachment.sha256 = TEXT("another");
    ck_assert(!letter_write(&letter, path, &size, hex, &error));
    ck_assert(error.code == EXIT_NO_INPUT && strstr(error.file, "a.pdf"));
    error_clear(&error);
    attachment.path = "/nowhere/a.pdf";
    ck_assert(!letter_write(&letter, path, &size, hex, &error) && error.code == EXIT_NO_INPUT);
    error_clear(&error);
    letter.attachment_count = 0;
    letter.list_unsubscribe = TEXT("mailto:a@b.org>\r\nBcc: x@y.org");
    ck_assert(!letter_write(&letter, path, &size, hex, &error) && error.code == EXIT_CONFIG);
    ck_assert_int_ne(access(path, F_OK), 0);
}
END_TEST

/* A file system that is full while the message is written: nothing stays. */
START_TEST(full_disks_are_told) {
    char path[SCRATCH_SIZE], hex[DIGEST_HEX_SIZE], command[SCRATCH_SIZE + 60];
    struct error error = {0};
    size_t size;
    struct letter letter = make_letter(200000);
    struct rlimit before, limit;
    signal(SIGXFSZ, SIG_IGN);
    ck_assert_int_eq(getrlimit(RLIMIT_FSIZE, &before), 0);
    limit = (struct rlimit){100000, before.rlim_max};
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
    bool ok = letter_write(&letter, scratch_path(path, "z.eml"), &size, hex, &error);
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &before), 0);
    ck_assert(!ok);
    ck_assert_msg(error.code == EXIT_IO && strstr(error.message, "cannot write"), "%s",
                  error.message);
    ck_assert(strstr(error.file, "z.eml"));
    scratch_path(path, "");
    snprintf(command, sizeof command, "test \"$(ls -A '%s')\" = a.pdf", path);
    ck_assert_int_eq(system(command), 0);
}
END_TEST

static bool read_from(struct secret_source source, struct buffer *out, struct error *error) {
    *error = (struct error){0};
    out->size = 0;
    return secret_read(&source, out, error);
}

START_TEST(secrets_are_read) {
    char path[SCRATCH_SIZE];
    struct error error = {0};
    struct buffer out = {0};
    umask(077);
    ck_assert(file_write(scratch_path(path, "password"), TEXT("rahasia 1\r\nx\n"), &error));
    ck_assert(read_from((struct secret_source){.file = path}, &out, &error));
    ck_assert(text_is(buffer_view(&out), "rahasia 1"));
    ck_assert_int_eq(chmod(path, 0640), 0);
    ck_assert(!read_from((struct secret_source){.file = path}, &out, &error));
    ck_assert(strstr(error.message, "others may read") && strcmp(error.file, path) == 0);
    setenv("TEST_SECRET", "dari lingkungan", 1);
    ck_assert(read_from((struct secret_source){.variable = "TEST_SECRET"}, &out, &error));
    ck_assert(text_is(buffer_view(&out), "dari lingkungan"));
    ck_assert(!read_from((struct secret_source){.variable = "TEST_NONE"}, &out, &error));
    ck_assert(read_from((struct secret_source){.command = "echo dari; echo lain"}, &out, &error));
    ck_assert(text_is(buffer_view(&out), "dari"));
    ck_assert(!read_from((struct secret_source){.command = "echo rahasia; exit 3"}, &out, &error));
    ck_assert(strstr(error.message, "failed (3)") && !strstr(error.message, "rahasia"));
    ck_assert(!read_from((struct secret_source){.command = "true"}, &out, &error));
    ck_assert(!read_from((struct secret_source){.command = "printf 'a\\033b'"}, &out, &error));
    ck_assert(!read_from((struct secret_source){.command = "yes | tr -d '\\n' | head -c 20000"},
                         &out, &error));
    secret_wipe(&out);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("compose");
    TCase *tests = tcase_create("compose");
    tcase_add_checked_fixture(tests, scratch_make, scratch_remove);
    tcase_add_test(tests, letters_have_their_headers);
    tcase_add_loop_test(tests, nothing_begins_a_header, 0, sizeof hostile / sizeof *hostile);
    tcase_add_test(tests, bodies_and_files_come_back);
    tcase_add_test(tests, same_letter_same_bytes);
    tcase_add_test(tests, identities_differ);
    tcase_add_test(tests, attachments_are_checked);
    tcase_add_test(tests, full_disks_are_told);
    tcase_add_test(tests, secrets_are_read);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
