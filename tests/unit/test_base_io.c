/* Files and JSON of base: what is written, what is refused, and that no failed output looks
 * finished. */
#include <config.h>

#include <check.h>
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/folder.h"
#include "base/json_read.h"
#include "base/json_write.h"
#include "base/sha256.h"
#include "support.h"

static char folder[512];

static const char *path_of(const char *name) {
    static char path[1024];
    snprintf(path, sizeof path, "%s/%s", folder, name);
    return path;
}

static void set_up(void) {
    const char *scratch = getenv("TAKLIMAT_SCRATCH");
    snprintf(folder, sizeof folder, "%s/io.XXXXXX", scratch ? scratch : "/tmp");
    ck_assert_ptr_nonnull(mkdtemp(folder));
}

static size_t count_files(void) {
    size_t count = 0;
    DIR *dir = opendir(folder);
    for (struct dirent *entry; (entry = readdir(dir));)
        count += strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0;
    closedir(dir);
    return count;
}

static void tear_down(void) {
    DIR *dir = opendir(folder);
    for (struct dirent *entry; (entry = readdir(dir));)
        if (unlinkat(dirfd(dir), entry->d_name, 0) != 0)
            unlinkat(dirfd(dir), entry->d_name, AT_REMOVEDIR);
    closedir(dir);
    rmdir(folder);
}

START_TEST(test_write_and_read) {
    struct error error = {0};
    struct buffer read = {0};
    ck_assert(file_write(path_of("a"), TEXT("first"), &error));
    ck_assert(file_write(path_of("a"), TEXT("second"), &error));
    ck_assert(file_read(path_of("a"), 0, &read, &error));
    ck_assert(text_is(buffer_view(&read), "second"));
    ck_assert_uint_eq(count_files(), 1);
    buffer_free(&read);
}
END_TEST

START_TEST(test_link_refused) {
    struct error error = {0};
    ck_assert(file_write(path_of("target"), TEXT("kept"), &error));
    ck_assert_int_eq(symlink("target", path_of("link")), 0);
    ck_assert(!file_write(path_of("link"), TEXT("new"), &error));
    ck_assert_int_eq(error.code, EXIT_CANNOT_CREATE);
    ck_assert_str_eq(error.message, "refused: is a symbolic link");
    ck_assert_uint_eq(count_files(), 2);
}
END_TEST

START_TEST(test_folder_refused) {
    struct error error = {0};
    ck_assert_int_eq(mkdir(path_of("d"), 0777), 0);
    ck_assert(!file_write(path_of("d"), TEXT("new"), &error));
    ck_assert_int_eq(error.code, EXIT_CANNOT_CREATE);
}
END_TEST

START_TEST(test_missing_folder) {
    struct error error = {0};
    ck_assert(!file_write(path_of("none/a"), TEXT("new"), &error));
    ck_assert_int_eq(error.code, EXIT_CANNOT_CREATE);
}
END_TEST

/* A limit on the size of files stands in for a full disk: the write fails in the middle. */
START_TEST(test_full_disk) {
    struct error error = {0};
    static char bytes[1 << 20];
    struct rlimit limit = {65536, RLIM_INFINITY}, usual = {RLIM_INFINITY, RLIM_INFINITY};
    ck_assert(file_write(path_of("a"), TEXT("old"), &error));
    signal(SIGXFSZ, SIG_IGN);
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &limit), 0);
    ck_assert(!file_write(path_of("a"), (struct text){bytes, sizeof bytes}, &error));
    ck_assert_int_eq(error.code, EXIT_IO);
    ck_assert_int_eq(setrlimit(RLIMIT_FSIZE, &usual), 0);
    ck_assert_uint_eq(count_files(), 1);
    struct buffer read = {0};
    struct error none = {0};
    ck_assert(file_read(path_of("a"), 0, &read, &none));
    ck_assert(text_is(buffer_view(&read), "old"));
    buffer_free(&read);
}
END_TEST

START_TEST(test_read_limit) {
    struct error error = {0};
    struct buffer read = {0};
    ck_assert(file_write(path_of("a"), TEXT("0123456789"), &error));
    ck_assert(!file_read(path_of("a"), 5, &read, &error));
    ck_assert_int_eq(error.code, EXIT_IO);
    error_clear(&error);
    ck_assert(!file_read(path_of("none"), 0, &read, &error));
    ck_assert_int_eq(error.code, EXIT_NO_INPUT);
    error_clear(&error);
    ck_assert(!file_read(folder, 0, &read, &error));
    ck_assert_str_eq(error.message, "not a regular file");
    buffer_free(&read);
}
END_TEST

START_TEST(test_read_at_once) {
    struct arena arena = {0};
    struct error error = {0};
    struct text text;
    char hex[DIGEST_HEX_SIZE], large[200000];
    size_t size;
    memset(large, 'x', sizeof large);
    ck_assert(file_write(path_of("a"), (struct text){large, sizeof large}, &error));
    ck_assert(file_text(path_of("a"), &arena, &text, &error));
    ck_assert(text_equal(text, (struct text){large, sizeof large}));
    ck_assert(file_sha256(path_of("a"), hex, &size, &error));
    ck_assert_uint_eq(size, sizeof large);
    ck_assert(text_equal(text_of(hex), sha256_hex(&arena, &text, 1, 64)));
    ck_assert(file_write(path_of("a"), TEXT(""), &error));
    ck_assert(file_text(path_of("a"), &arena, &text, &error));
    ck_assert_uint_eq(text.size, 0);
    ck_assert(!file_text(path_of("none"), &arena, &text, &error));
    ck_assert_int_eq(error.code, EXIT_NO_INPUT);
    error_clear(&error);
    ck_assert(!file_sha256(folder, hex, &size, &error));
    ck_assert_str_eq(error.message, "not a regular file");
    arena_free(&arena);
}
END_TEST

START_TEST(test_list_folder) {
    static const char *const names[] = {"b.tsv", "B.tsv", ".c.tsv", "a.tsv", "a.txt", "tsv"};
    static const char *const wanted[] = {"B.tsv", "a.tsv", "b.tsv"};
    struct arena arena = {0};
    struct error error = {0};
    struct folder listed;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        ck_assert(file_write(path_of(names[i]), TEXT(""), &error));
    ck_assert(folder_list(folder, ".tsv", &arena, &listed));
    ck_assert_uint_eq(listed.count, 3);
    for (size_t i = 0; i < 3; i++) {
        ck_assert_str_eq(listed.names[i], wanted[i]);
        ck_assert_str_eq(listed.paths[i], path_of(wanted[i]));
    }
    errno = 0;
    ck_assert(!folder_list(path_of("none"), ".tsv", &arena, &listed));
    ck_assert_int_eq(errno, ENOENT);
    ck_assert_uint_eq(listed.count, 0);
    arena_free(&arena);
}
END_TEST

START_TEST(test_make_folder) {
    struct error error = {0};
    ck_assert(folder_make(path_of("x"), &error));
    ck_assert(folder_make(path_of("x/"), &error));
    ck_assert(file_write(path_of("f"), TEXT(""), &error));
    ck_assert(!folder_make(path_of("f/y"), &error));
    ck_assert_int_eq(error.code, EXIT_CANNOT_CREATE);
    error_clear(&error);
    ck_assert_int_eq(symlink("x", path_of("l")), 0);
    ck_assert(!folder_make(path_of("l"), &error));
    ck_assert_str_eq(error.message, "refused: is a symbolic link");
}
END_TEST

START_TEST(test_json_write) {
    struct buffer out = {0};
    struct json_writer json = {.out = &out};
    json_open_object(&json);
    json_member_text(&json, "a", TEXT("x\"\\\n\x01\x7f\xC3\xA9"));
    json_member_text(&json, "b", (struct text){0});
    json_key(&json, "c");
    json_open_array(&json);
    json_hundredths(&json, 100);
    json_hundredths(&json, 97);
    json_hundredths(&json, 5);
    json_hundredths(&json, 90);
    json_span(&json, (struct span){3, 7});
    json_boolean(&json, true);
    json_null(&json);
    json_close_array(&json);
    json_member_integer(&json, "d", -9007199254740993);
    json_key(&json, "e");
    json_open_object(&json);
    json_close_object(&json);
    json_close_object(&json);
    buffer_char(&out, '\0');
    ck_assert_str_eq(out.data, "{\"a\":\"x\\\"\\\\\\n\\u0001\\u007f\xC3\xA9\",\"b\":null,\"c\":"
                               "[1.0,0.97,0.05,0.9,[3,7],true,null],\"d\":-9007199254740993,"
                               "\"e\":{}}");
    buffer_free(&out);
}
END_TEST

/* What must be refused, and where. */
static const struct {
    const char *json;
    size_t size;
} bad_json[] = {
    {"{\"a\":1} x", 9},
    {"{\"a\":\"\\u0000\"}", 14},
    {"{\"a\":\"x\0y\"}", 11},
    {"\"\xFF\"", 3},
    {"", 0},
    {"{", 1},
    {"[1,]", 4},
};

START_TEST(test_json_refused) {
    struct error error = {0};
    struct text text = {bad_json[_i].json, bad_json[_i].size};
    ck_assert_ptr_null(json_parse(text, EXIT_BAD_DATA, &error));
    ck_assert_int_eq(error.code, EXIT_BAD_DATA);
}
END_TEST

START_TEST(test_json_read) {
    struct error error = {0};
    struct cJSON *json = json_parse(TEXT(" {\"t\":\"a\\\\u0000b\",\"n\":12,\"f\":1.5,\"big\":1e300,"
                                         "\"h\":0.97,\"s\":[1,4],\"r\":[4,1]} "),
                                    EXIT_BAD_DATA, &error);
    struct span span = {9, 9};
    ck_assert_ptr_nonnull(json);
    ck_assert(text_is(json_get_text(json_get(json, "t")), "a\\u0000b"));
    ck_assert_int_eq(json_get_integer(json_get(json, "n"), -1), 12);
    ck_assert_int_eq(json_get_integer(json_get(json, "f"), -1), -1);
    ck_assert_int_eq(json_get_integer(json_get(json, "big"), -1), -1);
    ck_assert_int_eq(json_get_hundredths(json_get(json, "h"), -1), 97);
    ck_assert(!json_get_span(json_get(json, "r"), &span));
    ck_assert_uint_eq(span.start, 9);
    ck_assert(json_get_span(json_get(json, "s"), &span));
    ck_assert_uint_eq(span.end, 4);
    ck_assert_ptr_null(json_get(json, "none"));
    ck_assert_ptr_null(json_get(NULL, "t"));
    json_free(json);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("base io");
    TCase *cases = tcase_create("all");
    tcase_add_checked_fixture(cases, set_up, tear_down);
    tcase_add_test(cases, test_write_and_read);
    tcase_add_test(cases, test_link_refused);
    tcase_add_test(cases, test_folder_refused);
    tcase_add_test(cases, test_missing_folder);
    tcase_add_test(cases, test_full_disk);
    tcase_add_test(cases, test_read_limit);
    tcase_add_test(cases, test_read_at_once);
    tcase_add_test(cases, test_list_folder);
    tcase_add_test(cases, test_make_folder);
    tcase_add_test(cases, test_json_write);
    tcase_add_loop_test(cases, test_json_refused, 0, sizeof bad_json / sizeof *bad_json);
    tcase_add_test(cases, test_json_read);
    suite_add_tcase(suite, cases);
    return run_suite(suite);
}
