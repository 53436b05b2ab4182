/* What the files of the ledger share; for them alone. See ledger.h. */
#ifndef TAKLIMAT_MAIL_LEDGER_PARTS_H
#define TAKLIMAT_MAIL_LEDGER_PARTS_H

#include <sqlite3.h>

#include "mail/ledger.h"

struct ledger {
    sqlite3 *db;
    char *path; /* owned */
    int lock;   /* -1: none */
};

/* Records what SQLite says is wrong; returns false. */
bool ledger_fail(struct ledger *ledger, struct error *error);

/* Runs statements that give no rows. */
bool ledger_run(struct ledger *ledger, const char *sql, struct error *error);

/* A statement; NULL after an error. Ended by ledger_done. */
sqlite3_stmt *ledger_prepare(struct ledger *ledger, const char *sql, struct error *error);

/* Binds a text that lives as long as the statement; none is "". */
void ledger_bind(sqlite3_stmt *statement, int index, struct text text);

/* Steps once: true with *row telling whether there is a row. */
bool ledger_step(struct ledger *ledger, sqlite3_stmt *statement, bool *row, struct error *error);

/* Runs a prepared statement that gives no rows and ends it; *changed (if not NULL) is the number of
 * rows that it changed. NULL for a statement is false. */
bool ledger_done(struct ledger *ledger, sqlite3_stmt *statement, size_t *changed,
                 struct error *error);

/* What a choice adds to a WHERE clause (it begins with " AND" or is empty) and the values that it
 * takes, from parameter 11 on: those below are the caller's. */
#define LEDGER_WHERE_SIZE 160
void ledger_where(const struct ledger_choice *choice, char where[LEDGER_WHERE_SIZE]);

/* Binds the values. `states` is the caller's room for them, to live as long as the statement. */
#define LEDGER_STATES_SIZE 80
void ledger_bind_choice(sqlite3_stmt *statement, const struct ledger_choice *choice,
                        char states[LEDGER_STATES_SIZE]);

#endif
