/* Intake from files to articles: every kind of input, and every kind of bad input; what is wrong
 * with one record does not touch its neighbours. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "intake_fixture.h"
#include "support.h"

/* A record with an id and a text. */
#define GOOD(id) "{\"id\":\"" id "\",\"text\":\"Camat menyapa warga.\"}"

/* A file, and what comes of it: ids, !reasons, ?warnings. Sizes are those of the literals, so that
 * NUL may stand in them. */
static const struct {
    const char *name;
    struct text bytes;
    const char *expected;
} files[] = {
    {"lines.jsonl", TEXT(GOOD("a") "\n\n" GOOD("b") "\r\n" GOOD("c")), "a\nb\nc\n"},
    {"mark.jsonl", TEXT("\xEF\xBB\xBF" GOOD("a") "\n"), "a\n"},
    {"array.json", TEXT("[\n" GOOD("a") " ,\n" GOOD("b") "]\n"), "a\nb\n"},
    {"array.jsonl", TEXT("[" GOOD("a") "," GOOD("b") "]"), "a\nb\n"},
    {"object.json", TEXT("{\n \"id\": \"a\",\n \"isi\": \"teks\"\n}\n"), "a\n"},
    {"lines.json", TEXT(GOOD("a") "\n" GOOD("b") "\n"), "a\nb\n"},
    {"empty.json", TEXT(""), "?holds no record\n"},
    {"empty.jsonl", TEXT("\n\n"), ""},
    {"none.json", TEXT("[]"), ""},
    {"empty.txt", TEXT(""), ""},
    {"blank.txt", TEXT(" \n"), "!no_text\n"},
    {"text.txt", TEXT("Camat menyapa warga."), "text\n"},
    {"bytes.jsonl", TEXT(GOOD("a") "\n{\"id\":\"x\",\"text\":\"\xFF\"}\n" GOOD("b")),
     "a\n!not_utf8\nb\n"},
    {"nul.jsonl", TEXT("{\"text\":\"a\\u0000b\"}\n{\"text\":\"a\0b\"}\n" GOOD("a")),
     "!nul\n!nul\na\n"},
    {"id.jsonl", TEXT("{\"id\":\"a\\u0007\",\"text\":\"x\"}\n"), "!bad_id\n"},
    {"control.jsonl", TEXT("{\"id\":\"a\",\"text\":\"x\\u001b y\"}"),
     "?control characters in the text read as blanks\na\n"},
    {"twice.jsonl", TEXT("{\"id\":\"a\",\"text\":\"x\",\"id\":\"b\"}"),
     "?key \"id\" stands twice; the first counts\na\n"},
    {"long.jsonl", TEXT("{\"id\":90071992547409930,\"text\":\"x\"}"), "90071992547409930\n"},
    {"zero.jsonl", TEXT("{\"id\":01,\"text\":\"x\"}"), "!bad_json\n"},
    {"after.jsonl", TEXT(GOOD("a") " x\n" GOOD("b")), "!bad_json\nb\n"},
    {"notext.jsonl",
     TEXT("{\"id\":\"a\"}\n{\"text\":\"\"}\n{\"text\":[\"x\"]}\n{\"text\":null,\"isi\":\"y\","
          "\"id\":\"b\"}"),
     "!no_text\n!no_text\n!no_text\nb\n"},
    {"region.jsonl",
     TEXT("{\"id\":\"a\",\"text\":\"x\",\"region\":\"19.06\"}\n{\"text\":\"x\",\"wilayah\":"
          "\"Atlantis\"}"),
     "a\n!unknown_region\n"},
    {"broken.json", TEXT("[" GOOD("a") ",{\"id\":\"x\" oops}," GOOD("b") "]"), "a\n!bad_json\nb\n"},
    {"comma.json", TEXT("[" GOOD("a") ",," GOOD("b") ",]"),
     "a\nb\n?the array has a comma too many\n"},
    {"cut.json", TEXT("[" GOOD("a") ",{\"id\":\"x"),
     "a\n!bad_json\n?the array is not closed: the file may be cut off\n"},
    {"tail.json", TEXT("[" GOOD("a") "] oops"), "a\n!bad_json\n"},
    {"tail2.json", TEXT(GOOD("a") " oops"), "!bad_json\n"},
    {"wide.json", TEXT("\xFF\xFE{\0\"\0i\0d\0\"\0"), "!not_utf8\n"},
    {"picture.txt", TEXT("\x89PNG\r\n\x1A\n\0\0\0\rIHDR"), "!not_text\n"},
    {"wide.txt",
     TEXT("\xFF\xFE"
          "C\0a\0m\0a\0t\0"),
     "?converted from UTF-16LE\nwide\n"},
    {"wide2.txt", TEXT("\0C\0a\0m\0a\0t\0 \0B\0a\0r\0u"), "?converted from UTF-16BE\nwide2\n"},
    {"western.txt", TEXT("Camat: \x93Netral\x94"), "?converted from Windows-1252\nwestern\n"},
    {"damaged.txt", TEXT("\xE2\x80\x9CNetral,\xE2\x80\x9D kata \xFF Budi"), "!not_utf8\n"},
};

START_TEST(test_file) {
    const char *folder = fixture_folder("intake_file");
    const char *path = fixture_write(folder, files[_i].name, files[_i].bytes);
    struct reading_log log = {0};
    fixture_read(&path, 1, 0, &log);
    ck_assert_msg(strcmp(log.lines.data, files[_i].expected) == 0, "%s: %s", files[_i].name,
                  log.lines.data);
    buffer_free(&log.lines);
}
END_TEST

/* A record over the limit is skipped to its end, kept up to the limit, and the next one is read. */
START_TEST(test_limit) {
    static const char *const names[] = {"limit.jsonl", "limit.json"};
    static const char *const frames[][3] = {{"", "\n", "\n"}, {"[", ",", "]"}};
    for (size_t i = 0; i < 2; i++) {
        struct buffer bytes = {0};
        buffer_string(&bytes, frames[i][0]);
        buffer_string(&bytes, GOOD("a"));
        buffer_string(&bytes, frames[i][1]);
        buffer_string(&bytes, "{\"id\":\"x\",\"text\":\"");
        for (size_t k = 0; k < 700000; k++)
            buffer_char(&bytes, 'x');
        buffer_string(&bytes, "\"}");
        buffer_string(&bytes, frames[i][1]);
        buffer_string(&bytes, GOOD("b"));
        buffer_string(&bytes, frames[i][2]);
        const char *path =
            fixture_write(fixture_folder("intake_limit"), names[i], buffer_view(&bytes));
        struct reading_log log = {0};
        fixture_read(&path, 1, 1000, &log);
        ck_assert_str_eq(log.lines.data, "a\n!too_large\nb\n");
        buffer_free(&log.lines);
        buffer_free(&bytes);
    }
}
END_TEST

/* Records are the same wherever the chunks of reading end: a file is shifted byte by byte across
 * the end of one. */
START_TEST(test_chunks) {
    for (size_t shift = 0; shift < 60; shift++) {
        struct buffer bytes = {0};
        buffer_char(&bytes, '[');
        for (size_t i = 0; i < 256 * 1024 - 40 + shift; i++)
            buffer_char(&bytes, ' ');
        buffer_string(&bytes, "{\"id\":\"a\\\"]\",\"text\":\"x [\\\\\"}," GOOD("b") "]");
        const char *path =
            fixture_write(fixture_folder("intake_chunks"), "c.json", buffer_view(&bytes));
        struct reading_log log = {0};
        fixture_read(&path, 1, 0, &log);
        ck_assert_str_eq(log.lines.data, "a\"]\nb\n");
        buffer_free(&log.lines);
        buffer_free(&bytes);
    }
}
END_TEST

/* A folder: byte order of the paths, ids below the folder; hidden and other files, links in a
 * circle. */
START_TEST(test_folder) {
    const char *folder = fixture_folder("intake_folder");
    struct error error = {0};
    char below[1200], link[1300];
    snprintf(below, sizeof below, "%.1000s/sub", folder);
    ck_assert(folder_make(below, &error));
    fixture_write(folder, "b.txt", TEXT("Camat menyapa."));
    fixture_write(folder, "a.JSONL", TEXT(GOOD("from lines")));
    fixture_write(folder, ".hidden.txt", TEXT("Camat menyapa."));
    fixture_write(folder, "c.pdf", TEXT("x"));
    fixture_write(below, "a.b.txt", TEXT("Camat menyapa."));
    snprintf(link, sizeof link, "%s/loop", below);
    ck_assert_int_eq(symlink("..", link), 0);
    struct reading_log log = {0};
    fixture_read(&folder, 1, 0, &log);
    ck_assert_str_eq(log.lines.data + (strstr(log.lines.data, "from lines") - log.lines.data),
                     "from lines\nb\nsub/a.b\n");
    ck_assert_ptr_nonnull(strstr(log.lines.data, "?a link to a folder is not followed\n"));
    ck_assert_ptr_nonnull(strstr(log.lines.data, "?1 file is not read, such as "));
    buffer_free(&log.lines);
}
END_TEST

START_TEST(test_no_input) {
    const char *folder = fixture_folder("intake_none");
    const char *missing = "/nonexistent/articles";
    struct error error = {0};
    ck_assert_ptr_null(intake_open(&folder, 1, (struct intake_options){0}, test_tables(), &error));
    ck_assert_int_eq(error.code, EXIT_NO_INPUT);
    error_clear(&error);
    ck_assert_ptr_null(intake_open(&missing, 1, (struct intake_options){0}, test_tables(), &error));
    ck_assert_int_eq(error.code, EXIT_NO_INPUT);
    ck_assert_str_eq(error.file, missing);
}
END_TEST

/* A file that cannot be read is a reject, and the files after it are read. */
START_TEST(test_unreadable) {
    const char *folder = fixture_folder("intake_unreadable");
    const char *paths[] = {fixture_write(folder, "a.txt", TEXT("Camat.")),
                           fixture_write(folder, "b.txt", TEXT("Camat."))};
    ck_assert_int_eq(unlink(paths[0]), 0);
    ck_assert_int_eq(symlink("b.txt", paths[0]), 0);
    struct error error = {0};
    struct intake *intake =
        intake_open(paths, 2, (struct intake_options){0}, test_tables(), &error);
    ck_assert_ptr_nonnull(intake);
    ck_assert_int_eq(unlink(paths[0]), 0);
    struct arena arena = {0};
    struct article article;
    struct reject reject;
    ck_assert_int_eq(intake_next(intake, &arena, &article, &reject), INTAKE_REJECT);
    ck_assert_str_eq(reject.reason, "unreadable");
    ck_assert_int_eq(intake_next(intake, &arena, &article, &reject), INTAKE_ARTICLE);
    ck_assert_int_eq(intake_next(intake, &arena, &article, &reject), INTAKE_END);
    intake_close(intake);
    arena_free(&arena);
}
END_TEST

/* A reject holds the record's own bytes, its number and its place. */
START_TEST(test_reject) {
    const char *path = fixture_write(fixture_folder("intake_reject"), "r.jsonl",
                                     TEXT(GOOD("a") "\n {\"text\":tru} \n"));
    struct error error = {0};
    struct intake *intake =
        intake_open(&path, 1, (struct intake_options){0}, test_tables(), &error);
    struct arena arena = {0};
    struct article article;
    struct reject reject;
    ck_assert_int_eq(intake_next(intake, &arena, &article, &reject), INTAKE_ARTICLE);
    ck_assert_int_eq(intake_next(intake, &arena, &article, &reject), INTAKE_REJECT);
    ck_assert(text_is(reject.raw, "{\"text\":tru}"));
    ck_assert_uint_eq(reject.record, 2);
    ck_assert_uint_eq(reject.offset, sizeof GOOD("a") - 1 + 2);
    ck_assert(text_is(reject.message, "a value is expected, at byte 8 of the record"));
    const struct input_file *inputs;
    ck_assert_int_eq(intake_next(intake, &arena, &article, &reject), INTAKE_END);
    ck_assert_uint_eq(intake_inputs(intake, &inputs), 1);
    ck_assert_uint_eq(inputs[0].bytes, sizeof GOOD("a") - 1 + 16);
    ck_assert_uint_eq(inputs[0].sha256.size, 64);
    intake_close(intake);
    arena_free(&arena);
}
END_TEST

/* The names of fields, in both languages; the id of a record without one. */
START_TEST(test_fields) {
    const struct article *article =
        fixture_article(TEXT("{\"judul\":\"T\",\"isi\":\"teks\",\"tanggal\":\"2024-03-01\","
                             "\"media\":\"M\",\"link\":\"U\",\"penulis\":\"P\","
                             "\"wilayah\":\"19.06\",\"quotes\":[1]}"));
    ck_assert(text_is(article->title, "T") && text_is(article->text, "teks") &&
              text_is(article->publisher, "M"));
    ck_assert(text_is(article->url, "U") && text_is(article->author, "P") &&
              text_is(article->region_hint, "19.06"));
    ck_assert_int_eq(article->published.month, 3);
    /* sha256 of M NUL U NUL T NUL teks, as the shell's sha256sum has it */
    ck_assert(text_is(article->id, "6039fa484278c3af"));
    ck_assert(text_starts(article->sha256, "6039fa484278c3af"));
}
END_TEST

int main(void) {
    Suite *suite = suite_create("intake");
    TCase *cases = tcase_create("all");
    tcase_add_unchecked_fixture(cases, load_test_tables, NULL);
    tcase_set_timeout(cases, 60);
    tcase_add_loop_test(cases, test_file, 0, sizeof files / sizeof *files);
    tcase_add_test(cases, test_limit);
    tcase_add_test(cases, test_chunks);
    tcase_add_test(cases, test_folder);
    tcase_add_test(cases, test_no_input);
    tcase_add_test(cases, test_unreadable);
    tcase_add_test(cases, test_reject);
    tcase_add_test(cases, test_fields);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
