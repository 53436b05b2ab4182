/* The configuration: what the files set, which goes over which, and what is refused. */
#include <config.h>

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "cli/config.h"
#include "support.h"

static char folder[256]; /* of this test */
static struct config config;
static struct error error;
static struct faults faults;

/* The path of `name` in the test's folder; at most four at a time. */
static const char *path_of(const char *name) {
    static char paths[4][400];
    static size_t next;
    char *path = paths[next++ % 4];
    snprintf(path, sizeof paths[0], "%s/%s", folder, name);
    return path;
}

static void put(const char *name, struct text bytes) {
    struct error failed = {0};
    ck_assert_msg(file_write(path_of(name), bytes, &failed), "%s", failed.message);
}

static void make_folder(const char *name) {
    struct error failed = {0};
    ck_assert_msg(folder_make(path_of(name), &failed), "%s", failed.message);
}

static void open_folder(void) {
    const char *scratch = getenv("TAKLIMAT_SCRATCH");
    snprintf(folder, sizeof folder, "%s/config-%ld", scratch ? scratch : "/tmp", (long)getpid());
    make_folder("");
    setenv("TAKLIMAT_CONFIG", folder, 1);
    error_clear(&error);
    faults = (struct faults){.first = &error};
}

static void close_folder(void) {
    static const char *const made[] = {"taklimat.conf/inside",
                                       "taklimat.conf",
                                       "user/taklimat/taklimat.conf",
                                       "user/taklimat",
                                       "home/.config/taklimat/taklimat.conf",
                                       "home/.config/taklimat",
                                       "home/.config",
                                       "home",
                                       "user",
                                       ""};
    config_free(&config);
    for (size_t i = 0; i < sizeof made / sizeof *made; i++)
        remove(path_of(made[i]));
}

static void read_good(void) {
    ck_assert_msg(config_read(&config, NULL, &faults), "%s:%zu: %s", error.file, error.record,
                  error.message);
}

START_TEST(test_nothing_is_set_without_a_file) {
    read_good();
    ck_assert_uint_eq(config.keys[CONFIG_REGISTER].count, 0);
    ck_assert_uint_eq(config.keys[CONFIG_TOPICS].count, 0);
    ck_assert_ptr_null(config_choose(NULL, &config, CONFIG_TOPIC_THRESHOLD));
    ck_assert_uint_eq(config.file_count, 1);
    ck_assert(!config.files[0].found);
}
END_TEST

START_TEST(test_values_and_their_places) {
    put("taklimat.conf", TEXT("# office\nregister = {\"a.tsv\",\n  \"/etc/b\"}\ntopics = 't.tsv'\n"
                              "topic_threshold = 25"));
    read_good();
    ck_assert(config.files[0].found);
    ck_assert_uint_eq(config.keys[CONFIG_REGISTER].count, 2);
    ck_assert_str_eq(config.keys[CONFIG_REGISTER].at[0].text.data, path_of("a.tsv"));
    ck_assert_uint_eq(config.keys[CONFIG_REGISTER].at[0].place.line, 2);
    ck_assert_str_eq(config.keys[CONFIG_REGISTER].at[1].text.data, "/etc/b");
    ck_assert_uint_eq(config.keys[CONFIG_REGISTER].at[1].place.line, 3);
    ck_assert_str_eq(config.keys[CONFIG_REGISTER].at[1].place.file, path_of("taklimat.conf"));
    ck_assert_str_eq(config_text(&config, CONFIG_TOPICS).data, path_of("t.tsv"));
    ck_assert_uint_eq(config_place(&config, CONFIG_TOPICS).line, 4);
    ck_assert_str_eq(config_text(&config, CONFIG_TOPIC_THRESHOLD).data, "25");
    ck_assert_uint_eq(config_place(&config, CONFIG_TOPIC_THRESHOLD).line, 5);
}
END_TEST

START_TEST(test_words_and_their_places) {
    put("taklimat.conf", TEXT("paper = f4\n\naccent = \"#7A1F1F\"\npaper = Letter\n"));
    read_good();
    ck_assert(text_is(config_text(&config, CONFIG_PAPER), "Letter"));
    ck_assert_uint_eq(config_place(&config, CONFIG_PAPER).line, 4);
    ck_assert_str_eq(config_place(&config, CONFIG_PAPER).file, path_of("taklimat.conf"));
    ck_assert(text_is(config_text(&config, CONFIG_ACCENT), "#7A1F1F"));
    ck_assert_uint_eq(config_place(&config, CONFIG_ACCENT).line, 3);
    ck_assert_str_eq(config_key_name(CONFIG_ACCENT), "accent");
}
END_TEST

/* A line may have 200 characters, of whatever size. */
START_TEST(test_long_lines) {
    char line[700] = "organisation = \"";
    size_t used = strlen(line);
    for (size_t i = 0; i < CONFIG_LINE; i++, used += 2)
        memcpy(line + used, "\xC3\xA9", 2);
    memcpy(line + used, "\"\n", 3);
    put("taklimat.conf", text_of(line));
    read_good();
    ck_assert_uint_eq(config_text(&config, CONFIG_ORGANISATION).size, 2 * CONFIG_LINE);
    config_free(&config);
    memcpy(line + used, "x\"\n", 4);
    put("taklimat.conf", text_of(line));
    ck_assert(!config_read(&config, NULL, &faults));
    ck_assert_str_eq(error.message, "'organisation' wants at most 200 characters, not 201");
}
END_TEST

START_TEST(test_the_last_value_counts) {
    put("taklimat.conf", TEXT("topics = \"a.tsv\"\ntopics = \"b.tsv\"\ntopic_threshold = 1\n"
                              "register = {\"a\"}\nregister = {\"b\"}\nregister += {\"c\"}\n"));
    read_good();
    ck_assert_str_eq(config_text(&config, CONFIG_TOPICS).data, path_of("b.tsv"));
    ck_assert_str_eq(config_text(&config, CONFIG_TOPIC_THRESHOLD).data, "1");
    ck_assert_uint_eq(config.keys[CONFIG_REGISTER].count, 2);
    ck_assert_str_eq(config.keys[CONFIG_REGISTER].at[0].text.data, path_of("b"));
    ck_assert_str_eq(config.keys[CONFIG_REGISTER].at[1].text.data, path_of("c"));
}
END_TEST

START_TEST(test_an_empty_list_clears) {
    put("taklimat.conf", TEXT("register = {\"a\"}\nregister = {}\n"));
    read_good();
    ck_assert_uint_eq(config.keys[CONFIG_REGISTER].count, 0);
}
END_TEST

START_TEST(test_a_list_of_one_needs_no_braces) {
    put("taklimat.conf", TEXT("register = a.tsv"));
    read_good();
    ck_assert_uint_eq(config.keys[CONFIG_REGISTER].count, 1);
    ck_assert_str_eq(config.keys[CONFIG_REGISTER].at[0].text.data, path_of("a.tsv"));
}
END_TEST

START_TEST(test_comments) {
    put("taklimat.conf", TEXT("# \"a\ntopics = 'x#y//z' # 'one\nregister = {a//b, // \"b\n"
                              "/*c*/ c, # e}\n /* } \n*/ d/e}"));
    read_good();
    ck_assert_str_eq(config_text(&config, CONFIG_TOPICS).data, path_of("x#y//z"));
    ck_assert_uint_eq(config_place(&config, CONFIG_TOPICS).line, 2);
    ck_assert_uint_eq(config.keys[CONFIG_REGISTER].count, 3);
    ck_assert_str_eq(config.keys[CONFIG_REGISTER].at[0].text.data, path_of("a//b"));
    ck_assert_str_eq(config.keys[CONFIG_REGISTER].at[1].text.data, path_of("c"));
    ck_assert_uint_eq(config.keys[CONFIG_REGISTER].at[1].place.line, 4);
    ck_assert_str_eq(config.keys[CONFIG_REGISTER].at[2].text.data, path_of("d/e"));
    ck_assert_uint_eq(config.keys[CONFIG_REGISTER].at[2].place.line, 6);
}
END_TEST

START_TEST(test_a_long_line) {
    static char line[50000];
    size_t size = (size_t)snprintf(line, sizeof line, "register = {\"a\"");
    while (size + 8 < sizeof line)
        size += (size_t)snprintf(line + size, sizeof line - size, ", \"b\"");
    line[size++] = '}';
    put("taklimat.conf", (struct text){line, size});
    read_good();
    ck_assert_uint_gt(config.keys[CONFIG_REGISTER].count, 9000);
    ck_assert_str_eq(
        config.keys[CONFIG_REGISTER].at[config.keys[CONFIG_REGISTER].count - 1].text.data,
        path_of("b"));
}
END_TEST

/* Which files are looked for; the user's goes over the system's. */
START_TEST(test_folders) {
    unsetenv("TAKLIMAT_CONFIG");
    setenv("HOME", path_of("home"), 1);
    setenv("XDG_CONFIG_HOME", path_of("user"), 1);
    make_folder("user/taklimat");
    make_folder("home/.config/taklimat");
    put("user/taklimat/taklimat.conf", TEXT("topics = user.tsv\n"));
    put("home/.config/taklimat/taklimat.conf", TEXT("topics = home.tsv\n"));
    read_good();
    ck_assert_uint_eq(config.file_count, 2);
    ck_assert_str_eq(config.files[0].path, SYSCONFDIR "/taklimat/taklimat.conf");
    ck_assert_str_eq(config_text(&config, CONFIG_TOPICS).data, path_of("user/taklimat/user.tsv"));
    config_free(&config);
    setenv("XDG_CONFIG_HOME", "relative", 1);
    read_good();
    ck_assert_str_eq(config_text(&config, CONFIG_TOPICS).data,
                     path_of("home/.config/taklimat/home.tsv"));
}
END_TEST

/* Lines of lists, with = and += as of registers. */
START_TEST(test_lists_of_lines) {
    put("taklimat.conf", TEXT("letterhead = {lama}\nletterhead = {' Kota \", Contoh', Dinas}\n"
                              "address = 'Jalan 1'\naddress += {\n'Telepon 2'}\nlogo = a/b.png\n"));
    read_good();
    const struct config_values *head = &config.keys[CONFIG_LETTERHEAD],
                               *address = &config.keys[CONFIG_ADDRESS];
    ck_assert_uint_eq(head->count, 2);
    ck_assert(text_is(head->at[0].text, "Kota \", Contoh"));
    ck_assert(text_is(head->at[1].text, "Dinas"));
    ck_assert_uint_eq(head->at[1].place.line, 2);
    ck_assert_uint_eq(address->count, 2);
    ck_assert(text_is(address->at[1].text, "Telepon 2"));
    ck_assert_uint_eq(address->at[1].place.line, 5);
    ck_assert_str_eq(config_text(&config, CONFIG_LOGO).data, path_of("a/b.png"));
}
END_TEST

static const struct {
    struct text bytes;
    size_t line;
    const char *message; /* a part of it */
} refused[] = {
    {TEXT("# first\nregisters = {\"a\"}\n"), 2, "registers"},
    {TEXT("topics = a\nunknown = 1\n"), 2, "unknown"},
    {TEXT("topics = {\"a\"}\n"), 1, ""},
    {TEXT("\ntopic_threshold = many\n"), 2, "from 1 to 1000"},
    {TEXT("topic_threshold = 1001\n"), 1, "from 1 to 1000"},
    {TEXT("topic_threshold = 0\n"), 1, "from 1 to 1000"},
    {TEXT("topic_threshold = 2.5\n"), 1, "from 1 to 1000"},
    {TEXT("topic_threshold = -1\n"), 1, "from 1 to 1000"},
    {TEXT("topics = \"\"\n"), 1, "name of a file"},
    {TEXT("paper = A4\npaper = A3\n"), 2, "'paper' wants one of A4, F4 and Letter, not 'A3'"},
    {TEXT("paper = \"\"\n"), 1, "'paper' wants one of"},
    {TEXT("organisation = \"a\\nb\"\n"), 1, "'organisation' wants one line of text in UTF-8"},
    {TEXT("contact = \"\\xff\"\n"), 1, "'contact' wants one line"},
    {TEXT("number = 1\nplace = Muara\nsignatory = ''\n"), 2, "'place' is set, and no 'signatory'"},
    {TEXT("number = 1234567890123456789012345678901234567890123456789\n"), 1,
     "'number' wants at most 48 characters, not 49"},
    {TEXT("foreword = ''\n"), 1, "name of a file"},
    {TEXT("logo = ''\n"), 1, "name of a file"},
    {TEXT("letterhead = {a,\n \" \"}\n"), 2, "'letterhead' wants lines that are not empty"},
    {TEXT("letterhead = {a, b,\n c, d,\n e}\n"), 3, "'letterhead' has more than 4 lines"},
    {TEXT("letterhead = a\naddress = {a, b, c, d}\naddress += e\n"), 3,
     "'address' has more than 4 lines"},
    {TEXT("address = a\n"), 1, "'address' is set, and no 'letterhead'"},
    {TEXT("letterhead = {\"a\\tb\"}\n"), 1, "'letterhead' wants one line of text in UTF-8"},
    {TEXT("accent = red\n"), 1, "'accent' wants a colour such as"},
    {TEXT("accent = \"#ff8800\"\n"), 1, "the contrast of #ff8800 on white is 2.39, not 4.5"},
    {TEXT("register = {\"a\", \"b\"\n\n"), 1, "not closed"},
    {TEXT("topics = a\nregister = {\"a\n"), 2, "never ends"},
    {TEXT("topics = a\n\n/* never ends\n"), 3, "never ends"},
    {TEXT("topics = a/*\n"), 1, "never ends"},
    {TEXT("topics = 'a\\'\n"), 1, "never ends"},
    {TEXT("# a\n// b\n/* c\n d */ unknown = 1\n"), 4, "unknown"},
    {TEXT("topics\n"), 0, ""},
    {TEXT("topics = a }\n"), 1, ""},
    {TEXT("\n\ntopics = \"\xff\"\n"), 3, "invalid UTF-8"},
    {TEXT("topics = a\n\0\n"), 2, "NUL"},
};

START_TEST(test_refused) {
    put("taklimat.conf", refused[_i].bytes);
    ck_assert(!config_read(&config, NULL, &faults));
    ck_assert_int_eq(error.code, EXIT_CONFIG);
    ck_assert_str_eq(error.file, path_of("taklimat.conf"));
    if (refused[_i].line)
        ck_assert_uint_eq(error.record, refused[_i].line);
    else
        ck_assert_uint_gt(error.record, 0);
    ck_assert_msg(strstr(error.message, refused[_i].message), "%s", error.message);
    ck_assert_uint_gt(strlen(error.message), 4);
    ck_assert_ptr_null(strchr(error.message, '\n'));
}
END_TEST

/* What one broken file leaves behind must not break the next. */
START_TEST(test_after_a_broken_file) {
    for (size_t i = 0; i < sizeof refused / sizeof *refused; i++) {
        put("taklimat.conf", refused[i].bytes);
        ck_assert(!config_read(&config, NULL, &faults));
        config_free(&config);
        error_clear(&error);
        faults.count = 0;
        put("taklimat.conf", TEXT("register = {\"a\"}\ntopics = 'b'\n"));
        read_good();
        ck_assert_uint_eq(config.keys[CONFIG_REGISTER].count, 1);
        ck_assert_uint_eq(config_place(&config, CONFIG_TOPICS).line, 2);
        config_free(&config);
    }
}
END_TEST

static char told[2000]; /* "LINE: what" and a line end, of each fault */

static void take_fault(void *context, const struct error *fault) {
    (void)context;
    size_t used = strlen(told);
    snprintf(told + used, sizeof told - used, "%zu: %s\n", fault->record, fault->message);
}

#define ALL "; 'taklimat check' prints all\n"

/* All unknown keys, all wrong values and all lines that are not understood are told. */
START_TEST(test_all_faults_are_told) {
    put("taklimat.conf", TEXT("\xEF\xBB\xBFregisters = {\"a\", # }\n  \"}\"}\r\n"
                              "topic_treshold = 5\n"
                              "topic_threshold = 0\nregister = {\"a\", \"\"}\n"
                              "register += {\"b\"}\nanything += x y\n"));
    told[0] = '\0';
    faults.tell = take_fault;
    ck_assert(!config_read(&config, NULL, &faults));
    ck_assert_str_eq(told,
                     "1: no such option 'registers'; is 'register' meant?" ALL
                     "3: no such option 'topic_treshold'; is 'topic_threshold' meant?" ALL
                     "7: no such option 'anything'" ALL
                     "7: not understood: 'y'; a value stands behind a key and =, several values in "
                     "braces: register = {\"a\", \"b\"}\n"
                     "4: 'topic_threshold' wants a whole number from 1 to 1000, not '0'\n"
                     "5: 'register' wants the name of a file\n");
    config_free(&config);
    told[0] = '\0';
    put("taklimat.conf", TEXT("register = \"a\", \"b\"\ntopic_threshold = x\nregister = {\"a\",\n"
                              "\"b\"\ntopics = \"\"\nregister += {'c' 'd'}\nregister = {\"e\"\n"));
    ck_assert(!config_read(&config, NULL, &faults));
    ck_assert_msg(strncmp(told, "1: not understood: ', \"b\"'; ", 28) == 0, "%s", told);
    ck_assert_msg(strstr(told,
                         "\n3: the list that begins here is not closed by }\n7: the list that "
                         "begins here is not closed by }\n2: 'topic_threshold' wants"),
                  "%s", told);
    ck_assert_msg(strstr(told, "\n5: 'topics' wants the name of a file\n6: unexpected token"), "%s",
                  told);
}
END_TEST

/* A byte-order mark and CRLF are nothing wrong; another encoding is called by its name. */
START_TEST(test_encodings) {
    put("taklimat.conf", TEXT("\xEF\xBB\xBFtopics = a\r\ntopic_threshold = 3\r\n"));
    read_good();
    ck_assert_str_eq(config_text(&config, CONFIG_TOPIC_THRESHOLD).data, "3");
    config_free(&config);
    put("taklimat.conf", TEXT("\xFF\xFEt\0"));
    ck_assert(!config_read(&config, NULL, &faults));
    ck_assert_msg(strstr(error.message, "is UTF-16"), "%s", error.message);
}
END_TEST

START_TEST(test_unreadable) {
    make_folder("taklimat.conf");
    ck_assert(!config_read(&config, NULL, &faults));
    ck_assert_int_eq(error.code, EXIT_CONFIG);
    ck_assert_str_eq(error.file, path_of("taklimat.conf"));
}
END_TEST

START_TEST(test_the_folder_must_be_there) {
    setenv("TAKLIMAT_CONFIG", path_of("none"), 1);
    ck_assert(!config_read(&config, NULL, &faults));
    ck_assert_int_eq(error.code, EXIT_CONFIG);
    ck_assert_str_eq(error.file, path_of("none"));
}
END_TEST

int main(void) {
    TCase *tcase = tcase_create("config");
    tcase_add_checked_fixture(tcase, open_folder, close_folder);
    tcase_add_test(tcase, test_nothing_is_set_without_a_file);
    tcase_add_test(tcase, test_values_and_their_places);
    tcase_add_test(tcase, test_words_and_their_places);
    tcase_add_test(tcase, test_long_lines);
    tcase_add_test(tcase, test_the_last_value_counts);
    tcase_add_test(tcase, test_an_empty_list_clears);
    tcase_add_test(tcase, test_a_list_of_one_needs_no_braces);
    tcase_add_test(tcase, test_comments);
    tcase_set_timeout(tcase, 60);
    tcase_add_test(tcase, test_a_long_line);
    tcase_add_test(tcase, test_folders);
    tcase_add_test(tcase, test_lists_of_lines);
    tcase_add_loop_test(tcase, test_refused, 0, sizeof refused / sizeof *refused);
    tcase_add_test(tcase, test_after_a_broken_file);
    tcase_add_test(tcase, test_all_faults_are_told);
    tcase_add_test(tcase, test_encodings);
    tcase_add_test(tcase, test_unreadable);
    tcase_add_test(tcase, test_the_folder_must_be_there);
    Suite *suite = suite_create("config");
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
