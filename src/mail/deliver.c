/* The loop that sends: see deliver.h. Before: the command mail. After: transport.c. */
#include <config.h>

#include "mail/deliver.h"

#include <stdio.h>

/* After so many messages in a row that met trouble of the server the run pauses or ends: what
 * follows would meet the same, and what is held a person has to look after. */
#define TROUBLES 3

/* After so many refusals in a row it is not the recipients who are wrong. */
#define REFUSALS 10

/* A deferred message is tried again after six hours at the latest. */
#define LONGEST_WAIT 21600

struct run {
    struct ledger *ledger;
    struct transport *transport;
    const struct ledger_choice *choice;
    const struct deliver_rules *rules;
    const struct deliver_caller *caller;
    struct deliver_totals *totals;
    struct error *error;
    int64_t until;     /* milliseconds; when the patience ends */
    int64_t next_slot; /* milliseconds; when the next message may begin */
    unsigned troubles; /* in a row */
    unsigned refusals; /* in a row */
    int64_t id;        /* of the message under way */
    struct arena arena;
};

static int64_t now_ms(const struct run *run) { return run->caller->now(run->caller->context); }

static int64_t now_s(const struct run *run) { return now_ms(run) / 1000; }

/* Waits until a time; false when the run is to stop. */
static bool wait_until(struct run *run, int64_t time) {
    int64_t left = time - now_ms(run);
    bool go_on = run->caller->wait(run->caller->context, left > 0 ? left : 0);
    run->totals->stopped |= !go_on;
    return go_on;
}

static bool commit(void *context) {
    struct run *run = context;
    return ledger_commit(run->ledger, run->id, now_s(run), run->error);
}

/* Seconds until the attempt after number `attempts`. */
static int64_t backoff(const struct deliver_rules *rules, unsigned attempts) {
    int64_t wait = rules->wait ? rules->wait : 300;
    for (unsigned i = 1; i < attempts && wait < LONGEST_WAIT; i++)
        wait *= 2;
    return wait < LONGEST_WAIT ? wait : LONGEST_WAIT;
}

/* Whether an attempt told nothing of the message: it does not count. */
static bool says_nothing(const struct transport_result *result) {
    return result->verdict == TRANSPORT_STOP ||
           (result->verdict == TRANSPORT_DEFERRED && result->server);
}

/* The state that a verdict leads to; a message that was put off too often has failed. */
static enum ledger_state state_after(const struct run *run, const struct ledger_row *row,
                                     struct transport_result *result) {
    static const enum ledger_state states[] = {LEDGER_SENT, LEDGER_DEFERRED, LEDGER_FAILED,
                                               LEDGER_HELD, LEDGER_DEFERRED};
    unsigned most = run->rules->attempts ? run->rules->attempts : 10;
    if (result->verdict != TRANSPORT_DEFERRED || result->server || row->attempts + 1 < most)
        return states[result->verdict];
    char line[sizeof result->line + 60];
    snprintf(line, sizeof line, "given up after %u attempts: %s", row->attempts + 1, result->line);
    snprintf(result->line, sizeof result->line, "%.*s", (int)sizeof result->line - 1, line);
    return LEDGER_FAILED;
}

static void count(struct deliver_totals *totals, enum ledger_state state) {
    totals->sent += state == LEDGER_SENT;
    totals->deferred += state == LEDGER_DEFERRED;
    totals->failed += state == LEDGER_FAILED;
    totals->held += state == LEDGER_HELD;
}

/* Notes what became of a message. */
static bool note_end(struct run *run, const struct ledger_row *row, enum ledger_state state,
                     const struct transport_result *result) {
    struct text line = text_of(result->line);
    int64_t now = now_s(run), next = now + backoff(run->rules, row->attempts + 1);
    if (!says_nothing(result))
        return ledger_finish(run->ledger, row->id, state, line, next, now, run->error);
    return ledger_give_back(run->ledger, row->id, line,
                            result->verdict == TRANSPORT_STOP ? 0 : next, now, run->error);
}

/* One message through its states. False where the ledger could not be written. */
static bool send_one(struct run *run, const struct ledger_row *row,
                     struct transport_result *result) {
    const char *from = run->rules->from;
    struct transport_message message = {
        .from = from,
        .to = arena_cstring(&run->arena, row->recipient),
        .path = arena_cstring(&run->arena, row->spool),
        .sha256 = arena_cstring(&run->arena, row->sha256),
        .commit = commit,
        .context = run,
    };
    run->id = row->id;
    if (!ledger_try(run->ledger, row->id, now_s(run), run->error))
        return false;
    transport_send(run->transport, &message, result);
    enum ledger_state state = state_after(run, row, result);
    if (!note_end(run, row, state, result))
        return false;
    count(run->totals, state);
    if (run->caller->tell)
        run->caller->tell(run->caller->context, row, state, result->line);
    return true;
}

/* After trouble of the server: a pause, if the patience lasts longer than it. */
static bool pause_for_server(struct run *run) {
    int64_t end = now_ms(run) + backoff(run->rules, 1) * 1000;
    if (end > run->until)
        return false;
    run->next_slot = end;
    run->troubles = 0;
    return true;
}

/* What a result means for the messages to come; false ends the run. */
static bool go_on_after(struct run *run, const struct transport_result *result) {
    bool trouble = result->server &&
                   (result->verdict == TRANSPORT_DEFERRED || result->verdict == TRANSPORT_HELD);
    run->troubles = trouble ? run->troubles + 1 : 0;
    run->refusals = result->verdict == TRANSPORT_FAILED ? run->refusals + 1 : 0;
    if (result->verdict == TRANSPORT_STOP || run->refusals >= REFUSALS)
        run->totals->refused = true;
    else if (run->troubles >= TROUBLES && !pause_for_server(run))
        run->totals->unreachable = true;
    else
        return true;
    snprintf(run->totals->line, sizeof run->totals->line, "%s", result->line);
    return false;
}

/* Nothing is due: waits for the earliest deferred message, if the patience lasts so long. */
static bool wait_for_due(struct run *run, int64_t due) {
    if (due == INT64_MAX || due * 1000 > run->until)
        return false;
    return wait_until(run, due * 1000);
}

static bool deliver_next(struct run *run, bool *go_on) {
    struct ledger_row row;
    struct transport_result result;
    int64_t due;
    bool found;
    arena_reset(&run->arena);
    if (!ledger_due(run->ledger, run->choice, now_s(run), &run->arena, &row, &found, &due,
                    run->error))
        return false;
    *go_on = found ? wait_until(run, run->next_slot) : wait_for_due(run, due);
    if (!found || !*go_on)
        return true;
    if (run->rules->per_minute)
        run->next_slot = now_ms(run) + 60000 / run->rules->per_minute;
    if (!send_one(run, &row, &result))
        return false;
    *go_on = go_on_after(run, &result);
    return true;
}

bool deliver_run(struct ledger *ledger, struct transport *transport,
                 const struct ledger_choice *choice, const struct deliver_rules *rules,
                 const struct deliver_caller *caller, struct deliver_totals *totals,
                 struct error *error) {
    struct run run = {.ledger = ledger,
                      .transport = transport,
                      .choice = choice,
                      .rules = rules,
                      .caller = caller,
                      .totals = totals,
                      .error = error};
    bool ok = true, go_on = true;
    *totals = (struct deliver_totals){0};
    run.next_slot = now_ms(&run);
    run.until = run.next_slot + (int64_t)rules->patience * 1000;
    while (ok && go_on)
        ok = deliver_next(&run, &go_on);
    arena_free(&run.arena);
    return ok && error->code == EXIT_DONE;
}
