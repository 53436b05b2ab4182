/* What the tests of mail share: a folder of their own, and rows for a ledger. */
#ifndef TAKLIMAT_TESTS_MAIL_FIXTURE_H
#define TAKLIMAT_TESTS_MAIL_FIXTURE_H

#include "mail/ledger.h"

#define SCRATCH_SIZE 400

/* Makes an empty folder for the test that runs; the one before it is removed. */
void scratch_make(void);
void scratch_remove(void);

/* The path of `name` in it. */
const char *scratch_path(char path[SCRATCH_SIZE], const char *name);

/* A row for recipient number `number` of month 2024-08, revision 1: its content is `content`, its
 * edition `edition`. The texts stay valid until the next call. */
struct ledger_row fixture_row(unsigned number, const char *content, const char *edition);

/* Opens the ledger "state/mail.db" of the folder; the test fails where it cannot. */
struct ledger *fixture_ledger(void);

/* Adds a row of fixture_row; returns its id. */
int64_t fixture_add(struct ledger *ledger, unsigned number);

/* All states, one letter a row by recipient: c t C s d f h (C: committed). */
const char *fixture_states(struct ledger *ledger, char out[64]);

#endif
