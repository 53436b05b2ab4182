/* The ledger: states, recovery, what is refused. */
#include <config.h>

#include <check.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/file.h"
#include "mail/ledger_place.h"
#include "mail_fixture.h"
#include "support.h"

#define ALL (&(struct ledger_choice){.revision = 0})

static struct error no_error;

START_TEST(messages_go_through_their_states) {
    struct ledger *ledger = fixture_ledger();
    char states[64];
    struct error error = {0};
    int64_t ids[4];
    for (unsigned i = 0; i < 4; i++)
        ids[i] = fixture_add(ledger, i);
    for (unsigned i = 1; i < 4; i++)
        ck_assert(ledger_try(ledger, ids[i], 200, &error));
    for (unsigned i = 2; i < 4; i++)
        ck_assert(ledger_commit(ledger, ids[i], 201, &error));
    ck_assert_str_eq(fixture_states(ledger, states), "ctCC");
    ck_assert(ledger_finish(ledger, ids[3], LEDGER_SENT, TEXT("250 ok"), 0, 202, &error));
    ck_assert(ledger_finish(ledger, ids[1], LEDGER_DEFERRED, TEXT("451 later"), 999, 203, &error));
    ck_assert_str_eq(fixture_states(ledger, states), "cdCs");
    ledger_close(ledger);
    ledger = fixture_ledger(); /* durable */
    ck_assert_str_eq(fixture_states(ledger, states), "cdCs");
    ledger_close(ledger);
}
END_TEST

START_TEST(steps_out_of_order_are_refused) {
    struct ledger *ledger = fixture_ledger();
    struct error error = {0};
    char states[64];
    int64_t id = fixture_add(ledger, 0);
    ck_assert(!ledger_commit(ledger, id, 1, &error) && error.code == EXIT_INTERNAL);
    error_clear(&error);
    ck_assert(!ledger_finish(ledger, id, LEDGER_SENT, TEXT(""), 0, 1, &error));
    error_clear(&error);
    ck_assert(ledger_try(ledger, id, 1, &error));
    ck_assert(!ledger_try(ledger, id, 1, &error)); /* once */
    error_clear(&error);
    ck_assert(ledger_commit(ledger, id, 1, &error));
    ck_assert(ledger_finish(ledger, id, LEDGER_SENT, TEXT(""), 0, 1, &error));
    ck_assert(!ledger_try(ledger, id, 1, &error)); /* what was sent is never tried */
    ck_assert(!ledger_try(ledger, 4711, 1, &error));
    ck_assert_str_eq(fixture_states(ledger, states), "s");
    ledger_close(ledger);
}
END_TEST

/* A process that dies in the middle leaves what the next one can tell from its states. */
START_TEST(crashes_are_recovered_from) {
    char states[64];
    struct error error = {0};
    size_t deferred, held;
    fflush(NULL);
    pid_t child = fork();
    ck_assert_int_ge(child, 0);
    if (child == 0) {
        struct ledger *ledger = fixture_ledger();
        int64_t ids[3];
        for (unsigned i = 0; i < 3; i++)
            ids[i] = fixture_add(ledger, i);
        bool ok = ledger_try(ledger, ids[1], 1, &error) && ledger_try(ledger, ids[2], 1, &error) &&
                  ledger_commit(ledger, ids[2], 1, &error);
        _exit(ok ? 0 : 1);
    }
    int status;
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    ck_assert_int_eq(status, 0);
    struct ledger *ledger = fixture_ledger();
    ck_assert_str_eq(fixture_states(ledger, states), "ctC");
    ck_assert(ledger_recover(ledger, 50, &deferred, &held, &error));
    ck_assert(deferred == 1 && held == 1);
    ck_assert_str_eq(fixture_states(ledger, states), "cdh");
    ck_assert(ledger_recover(ledger, 50, &deferred, &held, &error) && !deferred && !held);
    ledger_close(ledger);
}
END_TEST

static enum ledger_added add(struct ledger *ledger, struct ledger_row *row) {
    struct error error = {0};
    enum ledger_added added;
    ck_assert_msg(ledger_add(ledger, row, 100, &added, &error), "%s", error.message);
    return added;
}

static void finish(struct ledger *ledger, int64_t id, enum ledger_state state) {
    struct error error = {0};
    ck_assert(ledger_try(ledger, id, 1, &error) && ledger_commit(ledger, id, 1, &error) &&
              ledger_finish(ledger, id, state, TEXT("x"), 0, 1, &error));
}

START_TEST(content_decides_what_is_added) {
    struct ledger *ledger = fixture_ledger();
    char states[64];
    struct ledger_row row = fixture_row(0, "one", "first");
    ck_assert_int_eq(add(ledger, &row), LEDGER_NEW);
    int64_t id = row.id;
    row = fixture_row(0, "one", "first");
    ck_assert_int_eq(add(ledger, &row), LEDGER_KNOWN);
    ck_assert(row.id == id && row.state == LEDGER_COMPOSED);
    row = fixture_row(0, "two", "second"); /* nothing has left yet */
    ck_assert_int_eq(add(ledger, &row), LEDGER_REPLACED);
    ck_assert_str_eq(fixture_states(ledger, states), "c");
    finish(ledger, row.id, LEDGER_SENT);
    row = fixture_row(0, "two", "second");
    ck_assert_int_eq(add(ledger, &row), LEDGER_KNOWN);
    ck_assert_int_eq(row.state, LEDGER_SENT);
    row = fixture_row(0, "three", "second"); /* they have it */
    ck_assert_int_eq(add(ledger, &row), LEDGER_CHANGED);
    row = fixture_row(1, "other", "third"); /* the month was mailed from another edition */
    ck_assert_int_eq(add(ledger, &row), LEDGER_CHANGED);
    row = fixture_row(1, "other", "first");
    ck_assert_int_eq(add(ledger, &row), LEDGER_CHANGED);
    row = fixture_row(1, "other", "second"); /* somebody new on the list */
    ck_assert_int_eq(add(ledger, &row), LEDGER_NEW);
    row = fixture_row(0, "three", "third");
    row.revision = 2;
    ck_assert_int_eq(add(ledger, &row), LEDGER_NEW);
    row.month = TEXT("2024-09");
    row.revision = 1;
    ck_assert_int_eq(add(ledger, &row), LEDGER_NEW);
    ck_assert_str_eq(fixture_states(ledger, states), "sccc");
    ledger_close(ledger);
}
END_TEST

/* Only what may have arrived keeps another content away, whatever the case of the address. */
START_TEST(what_left_is_not_replaced) {
    static const enum ledger_state ends[] = {LEDGER_SENT, LEDGER_HELD, LEDGER_FAILED,
                                             LEDGER_DEFERRED};
    struct ledger *ledger = fixture_ledger();
    int64_t id = fixture_add(ledger, 0);
    finish(ledger, id, ends[_i]);
    struct ledger_row row = fixture_row(0, "new", "edition");
    row.recipient = TEXT("R00@example.org");
    ck_assert_int_eq(add(ledger, &row), _i < 2 ? LEDGER_CHANGED : LEDGER_REPLACED);
    ledger_close(ledger);
}
END_TEST

START_TEST(due_rows_come_in_order) {
    struct ledger *ledger = fixture_ledger();
    struct arena arena = {0};
    struct error error = {0};
    struct ledger_row row;
    bool found;
    int64_t wait, ids[3];
    for (unsigned i = 0; i < 3; i++)
        ids[i] = fixture_add(ledger, i);
    ck_assert(ledger_try(ledger, ids[0], 1, &error) &&
              ledger_finish(ledger, ids[0], LEDGER_DEFERRED, TEXT("x"), 500, 1, &error));
    finish(ledger, ids[1], LEDGER_SENT);
    ck_assert(ledger_due(ledger, ALL, 10, &arena, &row, &found, &wait, &error));
    ck_assert(found && row.id == ids[2] && row.attempts == 0 && text_is(row.regions, "19.06"));
    finish(ledger, ids[2], LEDGER_HELD);
    ck_assert(ledger_due(ledger, ALL, 499, &arena, &row, &found, &wait, &error));
    ck_assert(!found && wait == 500);
    ck_assert(ledger_due(ledger, ALL, 500, &arena, &row, &found, &wait, &error));
    ck_assert(found && row.id == ids[0] && row.attempts == 1 && text_is(row.reply, "x"));
    struct ledger_choice other = {.month = TEXT("2024-09")};
    ck_assert(ledger_due(ledger, &other, 500, &arena, &row, &found, &wait, &error));
    ck_assert(!found && wait == INT64_MAX);
    other = (struct ledger_choice){.recipient = TEXT("r00@example.org"), .revision = 1};
    ck_assert(ledger_due(ledger, &other, 500, &arena, &row, &found, &wait, &error) && found);
    arena_free(&arena);
    ledger_close(ledger);
}
END_TEST

START_TEST(people_decide_about_some) {
    struct ledger *ledger = fixture_ledger();
    struct error error = {0};
    char states[64];
    size_t count, counts[LEDGER_STATES];
    static const enum ledger_state ends[] = {LEDGER_SENT, LEDGER_HELD, LEDGER_FAILED,
                                             LEDGER_DEFERRED, LEDGER_HELD};
    for (unsigned i = 0; i < 5; i++)
        finish(ledger, fixture_add(ledger, i), ends[i]);
    ck_assert_str_eq(fixture_states(ledger, states), "shfdh");
    ck_assert(ledger_count(ledger, ALL, counts, &error));
    ck_assert(counts[LEDGER_HELD] == 2 && counts[LEDGER_SENT] == 1 && counts[LEDGER_COMPOSED] == 0);
    struct ledger_choice one = {.recipient = TEXT("r04@example.org")};
    ck_assert(ledger_requeue(ledger, &one, LEDGER_HELD, 7, &count, &error) && count == 1);
    ck_assert_str_eq(fixture_states(ledger, states), "shfdd");
    one.recipient = TEXT("r00@example.org");
    ck_assert(ledger_bounced(ledger, &one, 7, &count, &error) && count == 1);
    ck_assert(ledger_bounced(ledger, &one, 7, &count, &error) && count == 0);
    ck_assert_str_eq(fixture_states(ledger, states), "fhfdd");
    ck_assert(ledger_requeue(ledger, ALL, LEDGER_FAILED, 7, &count, &error) && count == 2);
    ck_assert_str_eq(fixture_states(ledger, states), "dhddd");
    ck_assert(ledger_arrived(ledger, ALL, 7, &count, &error) && count == 1);
    ck_assert_str_eq(fixture_states(ledger, states), "dsddd");
    struct ledger_choice held = {.states = 1u << LEDGER_HELD | 1u << LEDGER_FAILED};
    ck_assert(ledger_count(ledger, &held, counts, &error));
    ck_assert(counts[LEDGER_FAILED] == 0 && counts[LEDGER_DEFERRED] == 0);
    ledger_close(ledger);
}
END_TEST

static bool keep_odd(void *context, const struct ledger_row *row) {
    (void)context;
    return (row->recipient.data[2] - '0') % 2 == 1;
}

START_TEST(who_left_the_list_is_withdrawn) {
    struct ledger *ledger = fixture_ledger();
    struct error error = {0};
    char states[64];
    size_t count;
    for (unsigned i = 0; i < 5; i++)
        fixture_add(ledger, i);
    finish(ledger, 1, LEDGER_SENT); /* of r00: it has left */
    finish(ledger, 3, LEDGER_DEFERRED);
    ck_assert(ledger_withdraw(ledger, ALL, keep_odd, NULL, &count, &error));
    ck_assert_uint_eq(count, 2);
    ck_assert_str_eq(fixture_states(ledger, states), "scc");
    ledger_close(ledger);
}
END_TEST

START_TEST(one_process_writes) {
    struct ledger *ledger = fixture_ledger();
    char path[SCRATCH_SIZE], states[64];
    struct error error = {0};
    fixture_add(ledger, 0);
    fflush(NULL);
    pid_t child = fork();
    if (child == 0) {
        scratch_path(path, "state/mail.db");
        struct ledger *second = ledger_open(path, LEDGER_WRITE, &error);
        bool refused = !second && error.code == EXIT_TRY_AGAIN && strstr(error.message, "process");
        error_clear(&error);
        second = ledger_open(path, LEDGER_READ, &error); /* who only looks, may */
        _exit(refused && second && strcmp(fixture_states(second, states), "c") == 0 ? 0 : 1);
    }
    int status;
    ck_assert_int_eq(waitpid(child, &status, 0), child);
    ck_assert_int_eq(status, 0);
    ledger_close(ledger);
}
END_TEST

/* Runs SQL on the closed ledger, as another program might. */
static void meddle(const char *sql) {
    char path[SCRATCH_SIZE];
    sqlite3 *db;
    ck_assert_int_eq(sqlite3_open(scratch_path(path, "state/mail.db"), &db), SQLITE_OK);
    ck_assert_int_eq(sqlite3_exec(db, sql, NULL, NULL, NULL), SQLITE_OK);
    sqlite3_close(db);
}

static void expect_refusal(enum exit_code code, const char *message) {
    char path[SCRATCH_SIZE];
    for (int use = 0; use < 2; use++) {
        struct error error = {0};
        ck_assert_ptr_null(
            ledger_open(scratch_path(path, "state/mail.db"), (enum ledger_use)use, &error));
        ck_assert_msg(error.code == code && strstr(error.message, message), "%d %s",
                      (int)error.code, error.message);
        ck_assert(strstr(error.file, "mail.db"));
    }
}

START_TEST(other_files_are_refused) {
    struct ledger *ledger = fixture_ledger();
    for (unsigned i = 0; i < 40; i++)
        fixture_add(ledger, i);
    ledger_close(ledger);
    meddle("PRAGMA user_version = 2");
    expect_refusal(EXIT_CONFIG, "from a newer taklimat");
    meddle("PRAGMA user_version = 1; PRAGMA application_id = 1");
    expect_refusal(EXIT_CONFIG, "no ledger of this program");
}
END_TEST

/* Bytes in the middle of the file are overwritten, it is cut, emptied, or no database at all. */
START_TEST(damaged_files_are_refused) {
    char path[SCRATCH_SIZE];
    struct error error = {0};
    struct buffer bytes = {0};
    struct ledger *ledger = fixture_ledger();
    for (unsigned i = 0; i < 40; i++)
        fixture_add(ledger, i);
    ledger_close(ledger);
    scratch_path(path, "state/mail.db");
    ck_assert(file_read(path, 0, &bytes, &error));
    ck_assert_uint_gt(bytes.size, 20000);
    switch (_i) {
    case 0:
        memset(bytes.data + 8192, 0x5A, 4096);
        break;
    case 1:
        bytes.size = 8192;
        break;
    case 2:
        bytes.size = 0;
        break;
    case 3:
        memset(bytes.data, 'x', 100);
        break;
    default:
        memset(bytes.data + 4096, 0, 12288);
        break;
    }
    ck_assert(file_write(path, buffer_view(&bytes), &error));
    expect_refusal(EXIT_IO, _i == 2 ? "lost what was sent" : "damaged");
    buffer_free(&bytes);
}
END_TEST

START_TEST(places_are_looked_at) {
    struct error error = {0};
    char path[SCRATCH_SIZE];
    struct stat status;
    ck_assert_str_eq(ledger_network_name(0x6969), "NFS");
    ck_assert_str_eq(ledger_network_name(0xFF534D42UL), "CIFS");
    ck_assert_str_eq(ledger_network_name((unsigned long)(int)0xFE534D42),
                     "SMB");                         /* sign-extended */
    ck_assert_ptr_null(ledger_network_name(0xEF53)); /* ext4 */
    ck_assert(!ledger_fuse_is_local("fuse.sshfs") && ledger_fuse_is_local("fuseblk"));
    ck_assert(ledger_place_is_local(scratch_path(path, "."), &error));
    ck_assert_ptr_null(ledger_open(scratch_path(path, "none.db"), LEDGER_READ, &error));
    ck_assert_int_eq(error.code, EXIT_NO_INPUT);
    struct ledger *ledger = fixture_ledger();
    ck_assert(stat(scratch_path(path, "state/mail.db"), &status) == 0);
    ck_assert_uint_eq(status.st_mode & 0777, 0600);
    ledger_close(ledger);
    error = no_error;
    ck_assert_ptr_null(ledger_open("/proc/mail.db", LEDGER_WRITE, &error));
    ck_assert(error.code == EXIT_CANNOT_CREATE || error.code == EXIT_IO);
}
END_TEST

static bool count_row(void *context, const struct ledger_row *row) {
    size_t *count = context;
    *count += row->size == 1000;
    return true;
}

/* 5,000 rows, added twice over: what looks at every row for each takes minutes. */
START_TEST(long_lists) {
    struct ledger *ledger = fixture_ledger();
    struct error error = {0};
    enum ledger_added added = LEDGER_CHANGED;
    char recipient[40];
    for (int again = 0; again < 2; again++) {
        ck_assert(ledger_begin(ledger, &error));
        for (unsigned i = 0; i < 5000; i++) {
            struct ledger_row row = fixture_row(0, "content", "edition");
            snprintf(recipient, sizeof recipient, "r%u@example.org", i);
            row.recipient = text_of(recipient);
            ck_assert(ledger_add(ledger, &row, 1, &added, &error));
        }
        ck_assert_int_eq(added, again ? LEDGER_KNOWN : LEDGER_NEW);
        ck_assert(ledger_end(ledger, &error));
        meddle("UPDATE message SET state = 'sent' WHERE id > 100");
    }
    size_t count = 0;
    ck_assert(ledger_each(ledger, ALL, count_row, &count, &error));
    ck_assert_uint_eq(count, 5000);
    ledger_close(ledger);
}
END_TEST

int main(void) {
    Suite *suite = suite_create("ledger");
    TCase *tests = tcase_create("ledger");
    tcase_add_checked_fixture(tests, scratch_make, scratch_remove);
    tcase_add_test(tests, messages_go_through_their_states);
    tcase_add_test(tests, steps_out_of_order_are_refused);
    tcase_add_test(tests, crashes_are_recovered_from);
    tcase_add_test(tests, content_decides_what_is_added);
    tcase_add_loop_test(tests, what_left_is_not_replaced, 0, 4);
    tcase_add_test(tests, due_rows_come_in_order);
    tcase_add_test(tests, people_decide_about_some);
    tcase_add_test(tests, who_left_the_list_is_withdrawn);
    tcase_add_test(tests, one_process_writes);
    tcase_add_test(tests, other_files_are_refused);
    tcase_add_loop_test(tests, damaged_files_are_refused, 0, 5);
    tcase_add_test(tests, places_are_looked_at);
    tcase_add_test(tests, long_lists);
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
