/* Addresses and lists of recipients. */
#include <config.h>

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "mail/address.h"
#include "mail/recipients.h"
#include "support.h"

#define A10 "aaaaaaaaaa"
#define L63 A10 A10 A10 A10 A10 A10 "aaa"

static const struct {
    const char *written, *address; /* NULL: refused */
} addresses[] = {
    {"redaksi@example.org", "redaksi@example.org"},
    {"  a.b+c@Example.ORG \t", "a.b+c@example.org"},
    {"A.B@example.org", "A.B@example.org"},
    {"o'neil_{x}|y@a-b.example.org", "o'neil_{x}|y@a-b.example.org"},
    {"", NULL},
    {"   ", NULL},
    {"redaksi", NULL},
    {"@example.org", NULL},
    {"a@", NULL},
    {"a@b", NULL},
    {"a@b.", NULL},
    {"a@.b", NULL},
    {"a@b..c", NULL},
    {"a@-b.org", NULL},
    {"a@b-.org", NULL},
    {"a@b_c.org", NULL},
    {"a@[127.0.0.1]", NULL},
    {"a@127.0.0.1", NULL},
    {"a.@b.org", NULL},
    {".a@b.org", NULL},
    {"a..b@b.org", NULL},
    {"a b@b.org", NULL},
    {"\"a b\"@b.org", NULL},
    {"a(x)@b.org", NULL},
    {"a@b@c.org", NULL},
    {"a,b@c.org", NULL},
    {"A <a@b.org>", NULL},
    {"<a@b.org>", NULL},
    /* what a mailer, or a shell, might take for something else */
    {"-oQ/tmp@b.org", NULL},
    {"a@b.org;rm", NULL},
    {"$(id)@b.org", NULL},
    {"`id`;@b.org", NULL},
    {"a@b.org\nBcc: x@y.org", NULL},
    {"a\r\nb@b.org", NULL},
    {"a\xE2\x80\xA8@b.org", NULL},
    /* lengths of RFC 5321 */
    {L63 "a@b.org", L63 "a@b.org"},
    {L63 "aa@b.org", NULL},
    {"a@" L63 ".org", "a@" L63 ".org"},
    {"a@" L63 "a.org", NULL},
    {L63 "@" L63 "." L63 "." L63, NULL}, /* 255 */
    /* not ASCII */
    {"s\xC3\xA9@example.org", NULL},
    {"a\xFF@example.org", NULL},
    {"a@exa\xFFmple.org", NULL},
};

START_TEST(addresses_are_read) {
    struct arena arena = {0};
    struct error error = {0};
    struct text address;
    const char *expected = addresses[_i].address;
    bool ok = address_read(text_of(addresses[_i].written), &arena, &address, &error);
    ck_assert_msg(ok == (expected != NULL), "%s", addresses[_i].written);
    if (ok)
        ck_assert_msg(text_is(address, expected) && !address.data[address.size], "%.*s",
                      (int)address.size, address.data);
    else
        ck_assert(error.code == EXIT_CONFIG && error.message[0]);
    arena_free(&arena);
}
END_TEST

static const struct {
    const char *written, *address; /* NULL: refused */
} domains[] = {
    {"a@b\xC3\xBC"
     "cher.example",
     "a@xn--bcher-kva.example"},
    {"a@B\xC3\x9C"
     "CHER.example",
     "a@xn--bcher-kva.example"},
    {"a@bu\xCC\x88"
     "cher.example", /* decomposed */
     "a@xn--bcher-kva.example"},
    {"a@XN--BCHER-KVA.Example", "a@xn--bcher-kva.example"},
    {"a@fa\xC3\x9F.example", "a@xn--fa-hia.example"},
    {"a@\xEF\xBD\x82.example", "a@b.example"}, /* full width */
    {"a@\xF0\x9F\x98\x80.example", NULL},
    {"a@b\xE2\x80\x8B.example", "a@b.example"}, /* no width */
};

START_TEST(international_domains) {
    struct arena arena = {0};
    struct error error = {0};
    struct text address;
    const char *expected = domains[_i].address;
    bool ok = address_read(text_of(domains[_i].written), &arena, &address, &error);
#ifdef HAVE_MAIL
    ck_assert_msg(ok ? expected && text_is(address, expected) : !expected, "%s: %s",
                  domains[_i].written, ok ? address.data : error.message);
#else
    ck_assert(!ok || strstr(domains[_i].written, "XN--") != NULL || expected == NULL);
#endif
    arena_free(&arena);
}
END_TEST

START_TEST(domain_of_an_address) { ck_assert(text_is(address_domain(TEXT("a@b.org")), "b.org")); }
END_TEST

/* What is said of a list: its recipients, a line each, and its faults. */
struct outcome {
    struct buffer text;
};

static void hear(void *context, const struct error *fault) {
    struct outcome *outcome = context;
    buffer_printf(&outcome->text, "%zu: %s\n", fault->record, fault->message);
}

static void list_recipient(struct buffer *out, const struct recipient *r,
                           const struct regions *regions) {
    struct arena arena = {0};
    struct text key = recipient_key(r, regions, &arena);
    buffer_printf(out, "%.*s (%.*s) %.*s %s %s%s%s\n", (int)r->address.size, r->address.data,
                  (int)r->name.size, r->name.data, (int)key.size, key.data,
                  r->language == RECIPIENT_ENGLISH ? "en" : "id",
                  r->format == RECIPIENT_TEXT ? "text" : "pdf", r->active ? "" : " inactive",
                  r->empty ? " empty" : "");
    arena_free(&arena);
}

static const char *scratch_path(char path[300], const char *name) {
    const char *folder = getenv("TAKLIMAT_SCRATCH");
    snprintf(path, 300, "%s/%s.%ld", folder ? folder : ".", name, (long)getpid());
    return path;
}

static void read_list(struct text bytes, struct buffer *out) {
    char path[300];
    struct recipients recipients = {0};
    struct error error = {0};
    struct outcome outcome = {{0}};
    struct faults faults = {.first = &error, .tell = hear, .context = &outcome};
    const struct regions *regions = test_tables()->regions;
    ck_assert(file_write(scratch_path(path, "recipients.csv"), bytes, &error));
    bool ok = recipients_read(&recipients, path, regions, &faults);
    ck_assert(ok == (faults.count == 0) && ok == (outcome.text.size == 0));
    for (size_t i = 0; i < recipients.count; i++)
        list_recipient(out, &recipients.at[i], regions);
    buffer_text(out, buffer_view(&outcome.text));
    unlink(path);
    buffer_free(&outcome.text);
    recipients_free(&recipients);
}

#define HEAD "address,name,regions,language,format,active\n"

static const struct {
    const char *bytes, *expected;
} lists[] = {
    {HEAD "a@example.org,Ibu A,nasional,id,pdf,1\n", "a@example.org (Ibu A) nasional id pdf\n"},
    {"\xEF\xBB\xBF"
     "Address;Name;Regions;Language;Format;Active\r\n"
     "a@example.org;\"A; S.H.\";19.06|19;EN;Text;0\r\n",
     "a@example.org (A; S.H.) 19|19.06 en text inactive\n"},
    /* columns in another order, some left out; what is empty is the usual */
    {"regions,address,empty\nKabupaten Belitung Timur | Kota Bogor |32.71,a@example.org,1\n\n",
     "a@example.org () 19.06|32.71 id pdf empty\n"},
    {HEAD "a@example.org,,Atlantis,de,doc,yes\n",
     "2: unknown region 'Atlantis'; write its code or name, or nasional\n"
     "2: unknown language 'de'; known are id and en\n"
     "2: unknown format 'doc'; known are pdf and text\n"
     "2: unknown active 'yes'; known are 0 and 1\n"},
    {HEAD "a@example.org,,Bogor,,,\nb@example.org,,Belitung Timr,,,\n",
     "2: more than one region is called 'Bogor'; write its code, or Kabupaten or Kota before it\n"
     "3: unknown region 'Belitung Timr'; is 'Kabupaten Belitung Timur' meant?\n"},
    {HEAD "a@example.org,,nasional|19,,,\nb@example.org,,,,,\nc@example.org,,|,,,\n",
     "2: nasional has every region already, so that it stands alone\n"
     "3: no regions; write codes or names separated by '|', or nasional\n"
     "4: no regions; write codes or names separated by '|', or nasional\n"},
    /* one person twice, whatever the case */
    {HEAD "A@example.org,,19,,,\nb@example.org,,19,,,\na@EXAMPLE.org,,32,,,\n",
     "A@example.org () 19 id pdf\nb@example.org () 19 id pdf\na@example.org () 32 id pdf\n"
     "4: 'a@example.org' is there already, in line 2\n"},
    {HEAD "a@example.org,\"x\nBcc: y@z.org\",19,,,\nb@example.org,\"x\ty\",19,,,\n",
     "2: a line end or control character in the name\n"
     "4: a line end or control character in the name\n"},
    {"address,nama,regions\n",
     "1: no such column: 'nama'; is 'name' meant? known are address, name, "
     "regions, language, format, active and empty\n"},
    {"name,active,name\n",
     "1: the column 'name' is there twice\n1: no column 'address' in the first "
     "row\n1: no column 'regions' in the first row\n"},
    {"", "0: is empty; its first row names the columns\n"},
    {HEAD "a@example.org,Siti, S.H.,19,id,pdf,1\n",
     "2: more cells than the first row has: a cell that holds the separator stands in quotation "
     "marks\n"},
    {HEAD "-f@example.org,,19,,,\n", "2: '-f@example.org' is no address that can be mailed: it "
                                     "begins with '-', as an option does\n"},
    {HEAD "a@example.org,\"x,19,,,\n", "2: a quotation mark is opened and never closed\n"},
    {HEAD "a@example.org,\xE9,19,,,\n", "2: is not UTF-8; save the table as CSV in UTF-8\n"},
};

START_TEST(lists_are_read) {
    struct buffer out = {0};
    read_list(text_of(lists[_i].bytes), &out);
    ck_assert_msg(text_is(buffer_view(&out), lists[_i].expected), "%.*s\nnot\n%s", (int)out.size,
                  out.data, lists[_i].expected);
    buffer_free(&out);
}
END_TEST

START_TEST(nul_bytes_and_missing_files) {
    struct buffer out = {0};
    read_list((struct text){HEAD "a@b.org,\0,19,,,\n", sizeof HEAD + 15}, &out);
    ck_assert(text_is(buffer_view(&out), "2: holds a NUL byte; save the table as CSV in UTF-8\n"));
    buffer_free(&out);
    struct recipients recipients = {0};
    struct error error = {0};
    struct faults faults = {.first = &error};
    ck_assert(
        !recipients_read(&recipients, "/nowhere/recipients.csv", test_tables()->regions, &faults));
    ck_assert(error.code == EXIT_CONFIG && strstr(error.message, "cannot open"));
    recipients_free(&recipients);
}
END_TEST

/* 50,000 rows, each name written anew; the last is there twice. What is quadratic takes minutes. */
START_TEST(long_lists) {
    char path[300];
    struct buffer bytes = {0};
    struct recipients recipients = {0};
    struct error error = {0};
    struct faults faults = {.first = &error};
    buffer_string(&bytes, HEAD);
    for (unsigned i = 0; i < 50000; i++)
        buffer_printf(&bytes, "r%u@example.org,\"Nama \"\"%u\"\"\",19.06|Kota Bogor,id,pdf,1\n", i,
                      i);
    buffer_string(&bytes, "R0@example.org,,19,,,\n");
    ck_assert(file_write(scratch_path(path, "long.csv"), buffer_view(&bytes), &error));
    ck_assert(!recipients_read(&recipients, path, test_tables()->regions, &faults));
    ck_assert_uint_eq(faults.count, 1);
    ck_assert_uint_eq(error.record, 50002);
    ck_assert_uint_eq(recipients.count, 50001);
    unlink(path);
    buffer_free(&bytes);
    recipients_free(&recipients);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("recipients");
    TCase *tests = tcase_create("recipients");
    tcase_add_unchecked_fixture(tests, load_test_tables, NULL);
    tcase_add_loop_test(tests, addresses_are_read, 0, sizeof addresses / sizeof *addresses);
    tcase_add_loop_test(tests, international_domains, 0, sizeof domains / sizeof *domains);
    tcase_add_test(tests, domain_of_an_address);
    tcase_add_loop_test(tests, lists_are_read, 0, sizeof lists / sizeof *lists);
    tcase_add_test(tests, nul_bytes_and_missing_files);
    tcase_add_test(tests, long_lists);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
