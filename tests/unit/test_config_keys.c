/* The table of keys, and the environment that sets them. */
#include <config.h>

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/config_environment.h"
#include "support.h"

static struct config config;
static struct error error;
static struct faults faults;
static char told[1000]; /* "VARIABLE: what" and a line end, of each fault */

static void take_fault(void *context, const struct error *fault) {
    size_t used = strlen(told);
    (void)context;
    snprintf(told + used, sizeof told - used, "%s:%zu: %s\n", fault->file, fault->record,
             fault->message);
}

static void start(void) {
    error_clear(&error);
    told[0] = '\0';
    faults = (struct faults){.first = &error, .tell = take_fault};
}

static void stop(void) {
    static const char *const set[] = {"TAKLIMAT_LETTERHEAD", "TAKLIMAT_OUT",
                                      "TAKLIMAT_PAPER",      "TAKLIMAT_ADDRESS",
                                      "TAKLIMAT_PLAIN",      "TAKLIMAT_TOPIC_THRESHOLD"};
    for (size_t i = 0; i < sizeof set / sizeof *set; i++)
        unsetenv(set[i]); /* the tests may run in one process */
    config_free(&config);
}

/* Every row is complete, and its name is a key of the file and the end of a variable. */
START_TEST(test_rows) {
    for (unsigned i = 0; i < CONFIG_KEYS; i++) {
        const struct config_key_row *row = config_key_row((enum config_key)i);
        ck_assert_uint_eq(strspn(row->name, "abcdefghijklmnopqrstuvwxyz_"), strlen(row->name));
        ck_assert_uint_eq(config_key_of(row->name), i);
        ck_assert_ptr_eq(config_key_names()[i], config_key_name((enum config_key)i));
        ck_assert_uint_gt(strlen(row->about), 10);
        ck_assert_ptr_null(strpbrk(row->about, "\n\""));
        ck_assert(row->without[0] && config_key_sample((enum config_key)i)[0]);
        ck_assert_ptr_null(strpbrk(config_key_sample((enum config_key)i), "\"\\"));
    }
    ck_assert_ptr_null(config_key_names()[CONFIG_KEYS]);
    ck_assert_uint_eq(config_key_of("papers"), CONFIG_KEYS);
}
END_TEST

/* What `taklimat init` writes is right in itself. */
START_TEST(test_samples) {
    for (unsigned i = 0; i < CONFIG_KEYS; i++) {
        const struct config_key_row *row = config_key_row((enum config_key)i);
        struct text sample = text_of(config_key_sample((enum config_key)i));
        for (size_t at = 0, end; at < sample.size; at = end + 1) {
            end = text_find(sample, at, TEXT("\n"));
            const char *value =
                arena_cstring(&config.arena, text_slice(sample, (struct span){at, end}));
            struct text taken,
                wrong = config_key_take((enum config_key)i, &config.arena, NULL, value, &taken);
            ck_assert_msg(wrong.size == 0, "%s: %s", row->name, wrong.data);
            ck_assert_msg(text_is(taken, value), "%s: %s", row->name, value);
            ck_assert(end == sample.size || config_key_is_list((enum config_key)i));
        }
    }
}
END_TEST

static const struct {
    enum config_key key;
    const char *folder, *value, *taken; /* taken NULL: wrong */
} takes[] = {
    {CONFIG_TOPICS, "/etc", "netralitas-asn", "netralitas-asn"},
    {CONFIG_TOPICS, "/etc", "a.tsv", "/etc/a.tsv"},
    {CONFIG_TEMPLATE, NULL, "./mine", "./mine"},
    {CONFIG_TEMPLATE, "conf", "mine.json", "conf/mine.json"},
    {CONFIG_TEMPLATE, "conf", "", NULL},
    {CONFIG_OUT, "conf", "briefing", "conf/briefing"},
    {CONFIG_OUT, "conf", "/srv/b", "/srv/b"},
    {CONFIG_INBOX, NULL, "a b", "a b"},
    {CONFIG_LETTERHEAD, NULL, " Kota ", "Kota"},
    {CONFIG_LETTERHEAD, NULL, " ", NULL},
    {CONFIG_CONTACT, NULL, "", ""},
    {CONFIG_CONTACT, NULL, "a\tb", NULL},
    {CONFIG_PLAIN, NULL, "yes", "yes"},
    {CONFIG_PLAIN, NULL, "no", "no"},
    {CONFIG_PLAIN, NULL, "Yes", NULL},
    {CONFIG_PLAIN, NULL, "", NULL},
    {CONFIG_JOBS, NULL, "999", "999"},
    {CONFIG_JOBS, NULL, "1000", NULL},
    {CONFIG_JOBS, NULL, "0", NULL},
    {CONFIG_JOBS, NULL, "1 ", NULL},
    {CONFIG_TOPIC_THRESHOLD, NULL, "1000", "1000"},
    {CONFIG_TOPIC_THRESHOLD, NULL, "1001", NULL},
    {CONFIG_SEPARATOR, NULL, ",", ","},
    {CONFIG_SEPARATOR, NULL, ";,", NULL},
    {CONFIG_SEPARATOR, NULL, "\t", NULL},
    {CONFIG_BY, NULL, "event", "event"},
    {CONFIG_BY, NULL, "Event", NULL},
    {CONFIG_PAPER, NULL, "f4", "f4"},
    {CONFIG_ACCENT, NULL, "#ff8800", NULL},
};

START_TEST(test_takes) {
    struct text taken = TEXT("untouched");
    struct text wrong =
        config_key_take(takes[_i].key, &config.arena, takes[_i].folder, takes[_i].value, &taken);
    ck_assert_int_eq(wrong.size == 0, takes[_i].taken != NULL);
    ck_assert_str_eq(taken.data, takes[_i].taken ? takes[_i].taken : "untouched");
}
END_TEST

/* A variable goes over what a file sets, an empty one does not; a list has a value a line. */
START_TEST(test_environment) {
    struct config_values *paper = &config.keys[CONFIG_PAPER];
    size_t capacity = 0;
    config_add(&config, paper, &capacity, CONFIG_PAPER, NULL, "F4",
               (struct config_place){"taklimat.conf", 1}, &faults);
    setenv("TAKLIMAT_LETTERHEAD", "Kota Contoh\n\n Dinas, Contoh \n", 1);
    setenv("TAKLIMAT_OUT", "b", 1);
    setenv("TAKLIMAT_PAPER", "", 1);
    ck_assert(config_environment_read(&config, &faults));
    ck_assert(text_is(config_text(&config, CONFIG_PAPER), "F4"));
    ck_assert_str_eq(config_choose(NULL, &config, CONFIG_OUT), "b");
    ck_assert_str_eq(config_choose("c", &config, CONFIG_OUT), "c");
    ck_assert_str_eq(config_place(&config, CONFIG_OUT).file, "TAKLIMAT_OUT");
    ck_assert_uint_eq(config_place(&config, CONFIG_OUT).line, 0);
    ck_assert_uint_eq(config.keys[CONFIG_LETTERHEAD].count, 2);
    ck_assert(text_is(config.keys[CONFIG_LETTERHEAD].at[1].text, "Dinas, Contoh"));
    setenv("TAKLIMAT_PAPER", "Letter", 1);
    ck_assert(config_environment_read(&config, &faults));
    ck_assert_uint_eq(paper->count, 1);
    ck_assert(text_is(config_text(&config, CONFIG_PAPER), "Letter"));
}
END_TEST

START_TEST(test_environment_that_is_wrong) {
    setenv("TAKLIMAT_PAPER", "A3", 1);
    setenv("TAKLIMAT_ADDRESS", "Jalan 1\na\tb", 1);
    setenv("TAKLIMAT_TOPIC_THRESHOLD", "many", 1);
    ck_assert(!config_environment_read(&config, &faults));
    ck_assert_str_eq(told, "TAKLIMAT_TOPIC_THRESHOLD:0: 'topic_threshold' wants a whole number "
                           "from 1 to 1000, not 'many'\n"
                           "TAKLIMAT_PAPER:0: 'paper' wants one of A4, F4 and Letter, not 'A3'\n"
                           "TAKLIMAT_ADDRESS:0: 'address' wants one line of text in UTF-8\n");
    ck_assert_uint_eq(config.keys[CONFIG_PAPER].count, 0);
    ck_assert_str_eq(config.keys[CONFIG_PAPER].wrong.file, "TAKLIMAT_PAPER");
    ck_assert_uint_eq(config.keys[CONFIG_ADDRESS].count, 1);
    ck_assert_ptr_null(config.keys[CONFIG_OUT].wrong.file);
}
END_TEST

static char slips[400];

static void take_slip(const char *variable, const char *meant) {
    size_t used = strlen(slips);
    snprintf(slips + used, sizeof slips - used, "%s %s\n", variable, meant);
}

/* Only what is near to a name of the program's, and is none. */
START_TEST(test_slips) {
    extern char **environ;
    static char entries[][40] = {"TAKLIMAT_OUTT=x",
                                 "TAKLIMAT_TEMPLATES=x",
                                 "TAKLIMAT_OUT=x",
                                 "TAKLIMAT_CONFIG=x",
                                 "TAKLIMAT_SIGNATORY_RNK=x",
                                 "TAKLIMAT_SOMETHING_ELSE=x",
                                 "TAKLIMA_OUT=x",
                                 "TAKLIMAT_"};
    char *some[sizeof entries / sizeof *entries + 1] = {NULL}, **saved = environ;
    for (size_t i = 0; i < sizeof entries / sizeof *entries; i++)
        some[i] = entries[i];
    environ = some;
    config_environment_slips(take_slip);
    environ = saved;
    ck_assert_str_eq(slips, "TAKLIMAT_OUTT TAKLIMAT_OUT\n"
                            "TAKLIMAT_SIGNATORY_RNK TAKLIMAT_SIGNATORY_RANK\n");
}
END_TEST

/* Questions about what is not set, or without a configuration. */
START_TEST(test_nothing_is_set) {
    ck_assert_uint_eq(config_text(NULL, CONFIG_OUT).size, 0);
    ck_assert_ptr_null(config_choose(NULL, NULL, CONFIG_OUT));
    ck_assert_ptr_null(config_choose(NULL, &config, CONFIG_OUT));
    ck_assert(!config_wants(NULL, &config, CONFIG_PLAIN));
    ck_assert(config_wants("", &config, CONFIG_PLAIN));
    ck_assert_ptr_null(config_place(&config, CONFIG_OUT).file);
    setenv("TAKLIMAT_PLAIN", "yes", 1);
    ck_assert(config_environment_read(&config, &faults));
    ck_assert(config_wants(NULL, &config, CONFIG_PLAIN));
}
END_TEST

int main(void) {
    TCase *tcase = tcase_create("config_keys");
    tcase_add_checked_fixture(tcase, start, stop);
    tcase_add_test(tcase, test_rows);
    tcase_add_test(tcase, test_samples);
    tcase_add_loop_test(tcase, test_takes, 0, sizeof takes / sizeof *takes);
    tcase_add_test(tcase, test_environment);
    tcase_add_test(tcase, test_environment_that_is_wrong);
    tcase_add_test(tcase, test_slips);
    tcase_add_test(tcase, test_nothing_is_set);
    Suite *suite = suite_create("config_keys");
    suite_add_tcase(suite, tcase);
    return run_suite(suite);
}
