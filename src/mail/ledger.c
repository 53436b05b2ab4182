/* The states of messages, each step durable: see ledger.h. Before: ledger_open.c. After:
 * deliver.c. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "mail/ledger_parts.h"
#include "mail/one_line.h"

static const char *const names[LEDGER_STATES] = {"composed", "trying", "committed", "sent",
                                                 "deferred", "failed", "held"};

const char *ledger_state_name(enum ledger_state state) { return names[state]; }

bool ledger_may_have_left(enum ledger_state state) {
    return state == LEDGER_COMMITTED || state == LEDGER_SENT || state == LEDGER_HELD;
}

bool ledger_fail(struct ledger *ledger, struct error *error) {
    int code = ledger->db ? sqlite3_errcode(ledger->db) : SQLITE_NOMEM;
    const char *what = ledger->db ? sqlite3_errmsg(ledger->db) : "out of memory";
    if (code == SQLITE_BUSY || code == SQLITE_LOCKED)
        error_set(error, EXIT_TRY_AGAIN, "is in use by another process; try again");
    else if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
        error_set(error, EXIT_IO,
                  "is damaged (%s); nothing is sent. Do not part it from the files beside it that "
                  "end in -wal and -shm; see what can be saved with: sqlite3 FILE .recover. What "
                  "was sent since a copy was made would be sent again from it",
                  what);
    else
        error_set(error, code == SQLITE_CANTOPEN ? EXIT_CANNOT_CREATE : EXIT_IO,
                  "cannot be read or written: %s", what);
    error_at(error, ledger->path, 0);
    return false;
}

bool ledger_run(struct ledger *ledger, const char *sql, struct error *error) {
    return sqlite3_exec(ledger->db, sql, NULL, NULL, NULL) == SQLITE_OK ||
           ledger_fail(ledger, error);
}

sqlite3_stmt *ledger_prepare(struct ledger *ledger, const char *sql, struct error *error) {
    sqlite3_stmt *statement = NULL;
    if (sqlite3_prepare_v2(ledger->db, sql, -1, &statement, NULL) != SQLITE_OK)
        ledger_fail(ledger, error);
    return statement;
}

void ledger_bind(sqlite3_stmt *statement, int index, struct text text) {
    sqlite3_bind_text(statement, index, text.data ? text.data : "", (int)text.size, SQLITE_STATIC);
}

bool ledger_step(struct ledger *ledger, sqlite3_stmt *statement, bool *row, struct error *error) {
    int result = sqlite3_step(statement);
    *row = result == SQLITE_ROW;
    return *row || result == SQLITE_DONE || ledger_fail(ledger, error);
}

bool ledger_done(struct ledger *ledger, sqlite3_stmt *statement, size_t *changed,
                 struct error *error) {
    bool row, ok = statement && ledger_step(ledger, statement, &row, error);
    sqlite3_finalize(statement);
    if (changed)
        *changed = ok ? (size_t)sqlite3_changes(ledger->db) : 0;
    return ok;
}

void ledger_where(const struct ledger_choice *choice, char where[LEDGER_WHERE_SIZE]) {
    snprintf(where, LEDGER_WHERE_SIZE, "%s%s%s%s", choice->month.size ? " AND month = ?11" : "",
             choice->revision ? " AND revision = ?12" : "",
             choice->recipient.size ? " AND recipient = ?13" : "",
             choice->states ? " AND instr(?14, '|' || state || '|')" : "");
}

void ledger_bind_choice(sqlite3_stmt *statement, const struct ledger_choice *choice,
                        char states[LEDGER_STATES_SIZE]) {
    size_t used = (size_t)snprintf(states, LEDGER_STATES_SIZE, "|");
    for (int i = 0; i < LEDGER_STATES; i++)
        if (choice->states & 1u << i)
            used += (size_t)snprintf(states + used, LEDGER_STATES_SIZE - used, "%s|", names[i]);
    if (choice->month.size)
        ledger_bind(statement, 11, choice->month);
    if (choice->revision)
        sqlite3_bind_int64(statement, 12, choice->revision);
    if (choice->recipient.size)
        ledger_bind(statement, 13, choice->recipient);
    if (choice->states)
        ledger_bind(statement, 14, (struct text){states, used});
}

bool ledger_begin(struct ledger *ledger, struct error *error) {
    return ledger_run(ledger, "BEGIN IMMEDIATE", error);
}

bool ledger_end(struct ledger *ledger, struct error *error) {
    return ledger_run(ledger, "COMMIT", error);
}

/* Moves one row by a statement whose ?1 is the row and ?2 the time; it must find the row. */
static bool move(struct ledger *ledger, sqlite3_stmt *statement, int64_t id, int64_t now,
                 struct error *error) {
    size_t changed;
    if (!statement)
        return false;
    sqlite3_bind_int64(statement, 1, id);
    sqlite3_bind_int64(statement, 2, now);
    if (!ledger_done(ledger, statement, &changed, error))
        return false;
    if (changed == 1)
        return true;
    error_set(error, EXIT_INTERNAL, "message %lld is not in the state that this step begins with",
              (long long)id);
    error_at(error, ledger->path, 0);
    return false;
}

bool ledger_try(struct ledger *ledger, int64_t id, int64_t now, struct error *error) {
    return move(ledger,
                ledger_prepare(ledger,
                               "UPDATE message SET state = 'trying', attempts = attempts + 1,"
                               " changed = ?2 WHERE id = ?1 AND state IN ('composed', 'deferred')",
                               error),
                id, now, error);
}

bool ledger_commit(struct ledger *ledger, int64_t id, int64_t now, struct error *error) {
    return move(ledger,
                ledger_prepare(ledger,
                               "UPDATE message SET state = 'committed', changed = ?2"
                               " WHERE id = ?1 AND state = 'trying'",
                               error),
                id, now, error);
}

bool ledger_finish(struct ledger *ledger, int64_t id, enum ledger_state state, struct text reply,
                   int64_t next_try, int64_t now, struct error *error) {
    char line[400];
    sqlite3_stmt *statement =
        ledger_prepare(ledger,
                       "UPDATE message SET state = ?3, changed = ?2, next_try = ?4, reply = ?5"
                       " WHERE id = ?1 AND state IN ('trying', 'committed')",
                       error);
    if (statement) {
        ledger_bind(statement, 3, text_of(names[state]));
        sqlite3_bind_int64(statement, 4, state == LEDGER_DEFERRED ? next_try : 0);
        ledger_bind(statement, 5, one_line(line, sizeof line, reply));
    }
    return move(ledger, statement, id, now, error);
}

bool ledger_give_back(struct ledger *ledger, int64_t id, struct text reply, int64_t next_try,
                      int64_t now, struct error *error) {
    char line[400];
    sqlite3_stmt *statement =
        ledger_prepare(ledger,
                       "UPDATE message SET state = 'deferred', changed = ?2, next_try = ?3,"
                       " reply = ?4, attempts = attempts - 1"
                       " WHERE id = ?1 AND state IN ('trying', 'committed')",
                       error);
    if (statement) {
        sqlite3_bind_int64(statement, 3, next_try);
        ledger_bind(statement, 4, one_line(line, sizeof line, reply));
    }
    return move(ledger, statement, id, now, error);
}

/* Runs an UPDATE with ?1 the time and the values of a choice. */
static bool update(struct ledger *ledger, const char *sql, const struct ledger_choice *choice,
                   int64_t now, size_t *count, struct error *error) {
    char where[LEDGER_WHERE_SIZE], states[LEDGER_STATES_SIZE], whole[900];
    ledger_where(choice, where);
    snprintf(whole, sizeof whole, "%s%s", sql, where);
    sqlite3_stmt *statement = ledger_prepare(ledger, whole, error);
    if (statement) {
        sqlite3_bind_int64(statement, 1, now);
        ledger_bind_choice(statement, choice, states);
    }
    return ledger_done(ledger, statement, count, error);
}

bool ledger_recover(struct ledger *ledger, int64_t now, size_t *deferred, size_t *held,
                    struct error *error) {
    static const struct ledger_choice all = {.revision = 0};
    return update(ledger,
                  "UPDATE message SET state = 'deferred', next_try = 0, changed = ?1, reply ="
                  " 'the run ended before the message was complete' WHERE state = 'trying'",
                  &all, now, deferred, error) &&
           update(ledger,
                  "UPDATE message SET state = 'held', changed = ?1, reply ="
                  " 'the run ended before the answer was read' WHERE state = 'committed'",
                  &all, now, held, error);
}

bool ledger_requeue(struct ledger *ledger, const struct ledger_choice *choice,
                    enum ledger_state from, int64_t now, size_t *count, struct error *error) {
    char sql[200];
    snprintf(sql, sizeof sql,
             "UPDATE message SET state = 'deferred', next_try = ?1, changed = ?1, attempts = 0"
             " WHERE state = '%s'",
             names[from]);
    return update(ledger, sql, choice, now, count, error);
}

bool ledger_arrived(struct ledger *ledger, const struct ledger_choice *choice, int64_t now,
                    size_t *count, struct error *error) {
    return update(
        ledger,
        "UPDATE message SET state = 'sent', changed = ?1, reply = 'it arrived, as was told'"
        " WHERE state = 'held'",
        choice, now, count, error);
}

bool ledger_bounced(struct ledger *ledger, const struct ledger_choice *choice, int64_t now,
                    size_t *count, struct error *error) {
    char where[LEDGER_WHERE_SIZE], sql[600];
    ledger_where(choice, where);
    snprintf(sql, sizeof sql,
             "UPDATE message SET state = 'failed', changed = ?1, reply = 'it came back later'"
             " WHERE id = (SELECT id FROM message WHERE state IN ('sent', 'held')%s"
             " ORDER BY month DESC, revision DESC, changed DESC, id DESC LIMIT 1)",
             where);
    return update(ledger, sql, choice, now, count, error);
}
