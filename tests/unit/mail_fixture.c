/* What the tests of mail share: see mail_fixture.h. */
#include <config.h>

#include "mail_fixture.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

/* Of the process that the test began as: those that it starts work there, too. */
static char folder[300];

void scratch_remove(void) {
    char command[400];
    snprintf(command, sizeof command, "rm -rf '%s'", folder);
    ck_assert_int_eq(system(command), 0);
}

void scratch_make(void) {
    const char *scratch = getenv("TAKLIMAT_SCRATCH");
    snprintf(folder, sizeof folder, "%s/mail.%ld", scratch ? scratch : ".", (long)getpid());
    scratch_remove();
    ck_assert_int_eq(mkdir(folder, 0777), 0);
}

const char *scratch_path(char path[SCRATCH_SIZE], const char *name) {
    snprintf(path, SCRATCH_SIZE, "%s/%s", folder, name);
    return path;
}

struct ledger_row fixture_row(unsigned number, const char *content, const char *edition) {
    static char recipient[40];
    snprintf(recipient, sizeof recipient, "r%02u@example.org", number);
    return (struct ledger_row){.month = TEXT("2024-08"),
                               .revision = 1,
                               .recipient = text_of(recipient),
                               .content = text_of(content),
                               .edition = text_of(edition),
                               .regions = TEXT("19.06"),
                               .subject = TEXT("Taklimat Agustus 2024"),
                               .message_id = TEXT("x@example.org"),
                               .spool = TEXT("spool/x.eml"),
                               .sha256 = TEXT("digest"),
                               .size = 1000};
}

struct ledger *fixture_ledger(void) {
    char path[SCRATCH_SIZE];
    struct error error = {0};
    struct ledger *ledger = ledger_open(scratch_path(path, "state/mail.db"), LEDGER_WRITE, &error);
    ck_assert_msg(ledger != NULL, "%s: %s", error.file, error.message);
    return ledger;
}

int64_t fixture_add(struct ledger *ledger, unsigned number) {
    struct error error = {0};
    enum ledger_added added;
    struct ledger_row row = fixture_row(number, "content", "edition");
    ck_assert(ledger_add(ledger, &row, 100, &added, &error));
    ck_assert_int_eq(added, LEDGER_NEW);
    return row.id;
}

static bool add_letter(void *context, const struct ledger_row *row) {
    char **end = context;
    *(*end)++ = "ctCsdfh"[row->state];
    return true;
}

const char *fixture_states(struct ledger *ledger, char out[64]) {
    struct error error = {0};
    char *end = out;
    ck_assert(
        ledger_each(ledger, &(struct ledger_choice){.revision = 0}, add_letter, &end, &error));
    *end = '\0';
    return out;
}
