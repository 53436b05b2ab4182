/* The loop that sends, with a transport that does as it is told and a clock that moves when it is
 * waited on; and what transactions of SMTP come to. */
#include <config.h>

#include <check.h>
#include <curl/curl.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "mail/deliver.h"
#include "mail/one_line.h"
#include "mail/smtp_verdict.h"
#include "mail_fixture.h"
#include "support.h"

#define ALL (&(struct ledger_choice){.revision = 0})

/* A transport that follows a script: a letter a message, the last one for all that follow. s sent,
 * d deferred, D deferred by trouble of the server, f failed, h held, H held and the server is gone,
 * ! stop, x the bytes were kept back. */
struct script {
    struct transport transport;
    const char *letters;
    size_t at;
    char sent[40]; /* the numbers of recipients, in the order of the attempts */
};

static void follow(struct transport *transport, const struct transport_message *message,
                   struct transport_result *result) {
    struct script *script = (struct script *)transport;
    char letter = script->letters[script->at];
    if (script->letters[script->at + 1])
        script->at++;
    script->sent[strlen(script->sent)] = message->to[1];
    ck_assert_str_eq(message->from, "redaksi@example.org");
    bool commits = strchr("shHf", letter) != NULL;
    if (commits && !message->commit(message->context))
        letter = 'x';
    static const char letters[] = "sdDfhH!x";
    static const enum transport_verdict verdicts[] = {
        TRANSPORT_SENT, TRANSPORT_DEFERRED, TRANSPORT_DEFERRED, TRANSPORT_FAILED,
        TRANSPORT_HELD, TRANSPORT_HELD,     TRANSPORT_STOP,     TRANSPORT_DEFERRED};
    result->verdict = verdicts[strchr(letters, letter) - letters];
    result->server = letter == 'D' || letter == 'H';
    snprintf(result->line, sizeof result->line, "line %c", letter);
}

/* The caller: its clock, when it wants to stop, and what it heard. */
struct caller {
    int64_t now; /* ms */
    int64_t stop_at;
    struct buffer heard;
};

static int64_t now(void *context) { return ((struct caller *)context)->now; }

static bool wait_for(void *context, int64_t milliseconds) {
    struct caller *caller = context;
    caller->now += milliseconds;
    return caller->now < caller->stop_at;
}

static void tell(void *context, const struct ledger_row *row, enum ledger_state state,
                 const char *line) {
    struct caller *caller = context;
    buffer_printf(&caller->heard, "%lld r%c %s: %s\n", (long long)caller->now / 1000,
                  row->recipient.data[1], ledger_state_name(state), line);
}

static const char letter_file[] = "Subject: x\r\n\r\nx\r\n";

/* A ledger of `count` messages with a frozen file. */
static struct ledger *prepare(unsigned count) {
    char path[SCRATCH_SIZE], hex[DIGEST_HEX_SIZE];
    size_t size;
    struct error error = {0};
    enum ledger_added added;
    struct ledger *ledger = fixture_ledger();
    scratch_path(path, "x.eml");
    ck_assert(file_write(path, text_of(letter_file), &error));
    ck_assert(file_sha256(path, hex, &size, &error));
    for (unsigned i = 0; i < count; i++) {
        struct ledger_row row = fixture_row(i * 10, "content", "edition");
        row.spool = text_of(path);
        row.sha256 = text_of(hex);
        ck_assert(ledger_add(ledger, &row, 1, &added, &error));
    }
    return ledger;
}

static const struct {
    const char *letters;
    unsigned count;
    struct deliver_rules rules;
    int64_t stop_at;      /* ms; 0: never */
    const char *attempts; /* who, in order: the number's first digit */
    const char *states;   /* at the end */
    int64_t took;         /* ms */
    const char *ended;    /* r refused, u unreachable, s stopped */
} runs[] = {
    {"s", 3, {0}, 0, "012", "sss", 0, ""},
    {"sfhs", 4, {0}, 0, "0123", "sfhs", 0, ""},
    {"sd", 3, {0}, 0, "012", "sdd", 0, ""},
    /* who is deferred gets another chance while the patience lasts: after 300 s, then 600 more */
    {"dds", 2, {.patience = 300}, 0, "0101", "ss", 300000, ""},
    {"d", 1, {.patience = 2000}, 0, "000", "d", 900000, ""},
    {"d", 1, {.patience = 100, .wait = 10}, 0, "0000", "d", 70000, ""},
    {"d", 1, {.patience = 100000, .wait = 1, .attempts = 4}, 0, "0000", "f", 7000, ""},
    /* at a pace */
    {"s", 4, {.per_minute = 60}, 0, "0123", "ssss", 3000, ""},
    {"s", 4, {.per_minute = 60}, 2500, "012", "sssc", 3000, "s"},
    /* a password is wrong: nobody else is tried, and nothing is lost */
    {"s!", 4, {0}, 0, "01", "sdcc", 0, "r"},
    /* a server that is down is left alone after three; two in a row are bad luck */
    {"D", 5, {0}, 0, "012", "dddcc", 0, "u"},
    {"DDsDDs", 6, {0}, 0, "012345", "ddsdds", 0, ""},
    {"sHHH", 5, {0}, 0, "0123", "shhhc", 0, "u"},
    {"DDDs", 4, {.patience = 700}, 0, "0123012", "ssss", 300000, ""},
    /* and that is no fault of the messages: they do not fail by it */
    {"DDDDd", 1, {.patience = 20, .wait = 1, .attempts = 2}, 0, "000000", "f", 5000, ""},
    /* ten recipients refused in a row are not all wrong; nine are */
    {"f", 12, {0}, 0, "0123456789", "fcfcffffffff", 0, "r"},
    {"fffffffffs", 12, {0}, 0, "012345678911", "fsfsfffffffs", 0, ""},
    /* the ledger's word was not durable: not sent */
    {"x", 1, {0}, 0, "0", "d", 0, ""},
    {"s", 0, {0}, 0, "", "", 0, ""},
};

START_TEST(runs_end_as_they_should) {
    struct ledger *ledger = prepare(runs[_i].count);
    struct script script = {.transport = {follow, NULL}, .letters = runs[_i].letters};
    struct caller caller = {.stop_at = runs[_i].stop_at ? runs[_i].stop_at + 1000000 : INT64_MAX,
                            .now = 1000000};
    struct deliver_caller functions = {&caller, now, wait_for, tell};
    struct deliver_rules rules = runs[_i].rules;
    struct deliver_totals totals;
    struct error error = {0};
    char states[64], ended[4] = "";
    rules.from = "redaksi@example.org";
    ck_assert(deliver_run(ledger, &script.transport, ALL, &rules, &functions, &totals, &error));
    ck_assert_str_eq(script.sent, runs[_i].attempts);
    ck_assert_str_eq(fixture_states(ledger, states), runs[_i].states);
    ck_assert_int_eq(caller.now - 1000000, runs[_i].took);
    strcat(ended, totals.refused ? "r" : totals.unreachable ? "u" : totals.stopped ? "s" : "");
    ck_assert_str_eq(ended, runs[_i].ended);
    ck_assert(!(totals.refused || totals.unreachable) || strncmp(totals.line, "line ", 5) == 0);
    buffer_free(&caller.heard);
    ledger_close(ledger);
}
END_TEST

START_TEST(each_event_is_a_line) {
    struct ledger *ledger = prepare(2);
    struct script script = {.transport = {follow, NULL}, .letters = "fds"};
    struct caller caller = {.stop_at = INT64_MAX};
    struct deliver_caller functions = {&caller, now, wait_for, tell};
    struct deliver_rules rules = {.from = "redaksi@example.org", .patience = 1000};
    struct deliver_totals totals;
    struct error error = {0};
    ck_assert(deliver_run(ledger, &script.transport, ALL, &rules, &functions, &totals, &error));
    ck_assert_msg(text_is(buffer_view(&caller.heard), "0 r0 failed: line f\n0 r1 deferred: line d\n"
                                                      "300 r1 sent: line s\n"),
                  "%.*s", (int)caller.heard.size, caller.heard.data);
    ck_assert(totals.sent == 1 && totals.failed == 1 && totals.deferred == 1 && totals.held == 0);
    buffer_free(&caller.heard);
    ledger_close(ledger);
}
END_TEST

/* A file in the spool that is no longer what was frozen goes to nobody. */
START_TEST(changed_files_are_not_sent) {
    struct ledger *ledger = prepare(1);
    struct script script = {.transport = {follow, NULL}, .letters = "s"};
    struct caller caller = {.stop_at = INT64_MAX};
    struct deliver_caller functions = {&caller, now, wait_for, tell};
    struct deliver_rules rules = {.from = "redaksi@example.org"};
    struct deliver_totals totals;
    struct error error = {0};
    char path[SCRATCH_SIZE], states[64];
    if (_i == 0)
        ck_assert(file_write(scratch_path(path, "x.eml"), TEXT("Subject: y\r\n\r\nx\r\n"), &error));
    else
        ck_assert_int_eq(remove(scratch_path(path, "x.eml")), 0);
    ck_assert(deliver_run(ledger, &script.transport, ALL, &rules, &functions, &totals, &error));
    ck_assert_str_eq(script.sent, "");
    ck_assert_str_eq(fixture_states(ledger, states), "f");
    ck_assert(strstr(caller.heard.data, _i == 0 ? "was changed" : "cannot be read"));
    buffer_free(&caller.heard);
    ledger_close(ledger);
}
END_TEST

static const struct {
    struct smtp_outcome outcome;
    enum transport_verdict verdict;
    bool server;
} outcomes[] = {
    {{CURLE_OK, 250, SMTP_DATA, true, false}, TRANSPORT_SENT, false},
    /* the table of what was measured */
    {{CURLE_SEND_ERROR, 452, SMTP_RCPT, false, false}, TRANSPORT_DEFERRED, false},
    {{CURLE_SEND_ERROR, 451, SMTP_RCPT, false, false}, TRANSPORT_DEFERRED, false},
    {{CURLE_WEIRD_SERVER_REPLY, 554, SMTP_DATA, true, false}, TRANSPORT_FAILED, false},
    {{CURLE_SEND_ERROR, 354, SMTP_DATA, false, false}, TRANSPORT_DEFERRED, true},
    {{CURLE_RECV_ERROR, 354, SMTP_DATA, false, false}, TRANSPORT_DEFERRED, true},
    {{CURLE_RECV_ERROR, 354, SMTP_DATA, true, false}, TRANSPORT_HELD, true},
    {{CURLE_SEND_ERROR, 354, SMTP_DATA, true, false}, TRANSPORT_HELD, true},
    {{CURLE_OPERATION_TIMEDOUT, 354, SMTP_DATA, true, false}, TRANSPORT_HELD, true},
    {{CURLE_USE_SSL_FAILED, 250, SMTP_SESSION, false, false}, TRANSPORT_STOP, false},
    {{CURLE_PEER_FAILED_VERIFICATION, 220, SMTP_STARTTLS_SENT, false, false},
     TRANSPORT_STOP,
     false},
    {{CURLE_SEND_ERROR, 550, SMTP_RCPT, false, false}, TRANSPORT_FAILED, false},
    /* and others */
    {{CURLE_WEIRD_SERVER_REPLY, 451, SMTP_DATA, true, false}, TRANSPORT_DEFERRED, false},
    {{CURLE_WEIRD_SERVER_REPLY, 421, SMTP_DATA, true, false}, TRANSPORT_DEFERRED, true},
    {{CURLE_COULDNT_CONNECT, 0, SMTP_SESSION, false, false}, TRANSPORT_DEFERRED, true},
    {{CURLE_COULDNT_RESOLVE_HOST, 0, SMTP_SESSION, false, false}, TRANSPORT_DEFERRED, true},
    {{CURLE_GOT_NOTHING, 0, SMTP_SESSION, false, false}, TRANSPORT_DEFERRED, true},
    {{CURLE_OPERATION_TIMEDOUT, 250, SMTP_RCPT, false, false}, TRANSPORT_DEFERRED, true},
    {{CURLE_LOGIN_DENIED, 535, SMTP_AUTH, false, false}, TRANSPORT_STOP, false},
    {{CURLE_LOGIN_DENIED, 454, SMTP_AUTH, false, false}, TRANSPORT_DEFERRED, true},
    {{CURLE_LOGIN_DENIED, 250, SMTP_SESSION, false, false}, TRANSPORT_STOP, false},
    {{CURLE_SSL_CONNECT_ERROR, 220, SMTP_STARTTLS_SENT, false, false}, TRANSPORT_STOP, false},
    {{CURLE_WEIRD_SERVER_REPLY, 421, SMTP_SESSION, false, false}, TRANSPORT_DEFERRED, true},
    {{CURLE_WEIRD_SERVER_REPLY, 554, SMTP_SESSION, false, false}, TRANSPORT_STOP, false},
    {{CURLE_SEND_ERROR, 530, SMTP_MAIL, false, false}, TRANSPORT_STOP, false},
    {{CURLE_SEND_ERROR, 550, SMTP_MAIL, false, false}, TRANSPORT_STOP, false},   /* the sender */
    {{CURLE_SEND_ERROR, 552, SMTP_MAIL, false, false}, TRANSPORT_FAILED, false}, /* its size */
    {{CURLE_ABORTED_BY_CALLBACK, 354, SMTP_DATA, false, true}, TRANSPORT_DEFERRED, false},
    {{CURLE_OUT_OF_MEMORY, 0, SMTP_SESSION, false, false}, TRANSPORT_DEFERRED, true},
};

START_TEST(outcomes_are_judged) {
    struct transport_result result = {0};
    const char *what = smtp_judge(&outcomes[_i].outcome, &result);
    ck_assert_int_eq(result.verdict, outcomes[_i].verdict);
    ck_assert_int_eq(result.server, outcomes[_i].server);
    ck_assert(what[0]);
}
END_TEST

/* Whatever libcurl and the server say: what was committed and not answered is held, and what was
 * not committed is neither held nor sent. True if an outcome that is not CURLE_OK is told for what
 * it may be. */
static bool is_judged_safely(int curl, long reply, enum smtp_stage stage) {
    struct smtp_outcome outcome = {curl, reply, stage, false, false};
    struct transport_result result = {0};
    smtp_judge(&outcome, &result);
    if (result.verdict == TRANSPORT_SENT || result.verdict == TRANSPORT_HELD ||
        (result.verdict == TRANSPORT_FAILED && reply < 500))
        return false;
    outcome.committed = true;
    outcome.stage = SMTP_DATA;
    smtp_judge(&outcome, &result);
    return result.verdict != TRANSPORT_SENT && (result.verdict == TRANSPORT_HELD) == (reply < 400);
}

START_TEST(no_outcome_is_taken_for_another) {
    for (int curl = 1; curl < 100; curl++)
        for (long reply = 0; reply < 600; reply += reply ? 1 : 200)
            for (int stage = SMTP_SESSION; stage <= SMTP_DATA; stage++)
                if (!is_judged_safely(curl, reply, (enum smtp_stage)stage))
                    ck_abort_msg("%d %ld %d", curl, reply, stage);
}
END_TEST

START_TEST(limits_of_accounts_are_heard) {
    ck_assert(smtp_says_enough(TEXT("550 5.4.5 Daily user sending limit exceeded")));
    ck_assert(smtp_says_enough(TEXT("550-5.4.5 Daily\r\n550 5.4.5 limit")));
    ck_assert(smtp_says_enough(TEXT("454 4.4.5 later")));
    ck_assert(!smtp_says_enough(TEXT("550 5.1.1 5.4.5 is not my code")));
    ck_assert(!smtp_says_enough(TEXT("550")));
}
END_TEST

START_TEST(lines_are_printable) {
    static const struct {
        const char *text, *line;
    } lines[] = {
        {"", ""},
        {"  a \r\n\t b  ", "a b"},
        {"a\x1B[31mb\x7F", "a [31mb"},
        {"a\xFF\xE2\x80", "a???"},
        {"\xE2\x80\xAE"
         "abc\xE2\x80\xA8"
         "d",
         "abc d"},
        {"\xF0\x9F\x98\x80 1234567890123456", "\xF0\x9F\x98\x80 12345678901234"},
        {"123456789012345678\xF0\x9F\x98\x80", "123456789012345678"}, /* cut at a character */
    };
    for (size_t i = 0; i < sizeof lines / sizeof *lines; i++) {
        char out[20];
        struct text line = one_line(out, sizeof out, text_of(lines[i].text));
        ck_assert_msg(strcmp(out, lines[i].line) == 0 && line.size == strlen(out), "%s", out);
    }
}
END_TEST

int main(void) {
    Suite *suite = suite_create("deliver");
    TCase *tests = tcase_create("deliver");
    tcase_add_checked_fixture(tests, scratch_make, scratch_remove);
    tcase_add_loop_test(tests, runs_end_as_they_should, 0, sizeof runs / sizeof *runs);
    tcase_add_test(tests, each_event_is_a_line);
    tcase_add_loop_test(tests, changed_files_are_not_sent, 0, 2);
    suite_add_tcase(suite, tests);
    TCase *verdicts = tcase_create("verdicts");
    tcase_add_loop_test(verdicts, outcomes_are_judged, 0, sizeof outcomes / sizeof *outcomes);
    tcase_add_test(verdicts, no_outcome_is_taken_for_another);
    tcase_add_test(verdicts, limits_of_accounts_are_heard);
    tcase_add_test(verdicts, lines_are_printable);
    suite_add_tcase(suite, verdicts);
    return run_suite(suite);
}
