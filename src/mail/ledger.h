/* The ledger: which message is in which state, so that nobody gets one twice and none is lost
 * silently, whatever happens in between.
 *
 * Before: compose.h. After: deliver.h moves rows from state to state, the command shows them. A
 * SQLite file in the local state folder. Every change below is durable (on disk) when the function
 * returns. Times are seconds since 1970, handed in: no clock is read. Built only with HAVE_MAIL. */
#ifndef TAKLIMAT_MAIL_LEDGER_H
#define TAKLIMAT_MAIL_LEDGER_H

#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"

enum ledger_state {
    LEDGER_COMPOSED,  /* frozen in the spool, never tried */
    LEDGER_TRYING,    /* a transport has it; its last bytes have not been handed out */
    LEDGER_COMMITTED, /* the last bytes may have left; no answer yet */
    LEDGER_SENT,      /* the server took it */
    LEDGER_DEFERRED,  /* certainly not taken; to be tried again from next_try on */
    LEDGER_FAILED,    /* certainly not taken, for good; or it came back */
    LEDGER_HELD,      /* nobody knows whether it was taken: a person decides */
    LEDGER_STATES
};

/* "composed", "sent": as in the file and in JSON. */
const char *ledger_state_name(enum ledger_state state);

/* Whether a message in this state has, or may have, left: committed, sent, held. */
bool ledger_may_have_left(enum ledger_state state);

struct ledger; /* opaque */

/* One message. Texts are none or "" where there is nothing to say. */
struct ledger_row {
    int64_t id;            /* given by the ledger */
    struct text month;     /* "2024-08" */
    unsigned revision;     /* from 1 */
    struct text recipient; /* address_read's form; compared without case */
    struct text content;   /* letter_id.content */
    struct text edition;   /* changes whenever the month's summary does: its checksum */
    struct text regions;   /* recipient_key */
    struct text subject, message_id;
    struct text spool;  /* path of the .eml */
    struct text sha256; /* of the .eml */
    int64_t size;       /* of the .eml, bytes */
    enum ledger_state state;
    unsigned attempts;
    int64_t next_try;  /* of a deferred one */
    int64_t changed;   /* when the state was written */
    struct text reply; /* the last answer of a server, one line of printable characters */
};

/* The row with its texts in the arena, so that it outlives the call that gave it. */
struct ledger_row ledger_row_copy(struct arena *arena, const struct ledger_row *row);

enum ledger_use {
    LEDGER_READ, /* looks only, also while another process sends; the file must be there */
    LEDGER_WRITE /* one process at a time; creates file and folder where they are missing */
};

/* Opens the ledger at `path`. NULL after an error: EXIT_NO_INPUT (LEDGER_READ, no such file),
 * EXIT_TRY_AGAIN where another process writes (its number is told), EXIT_CONFIG where the folder is
 * on a network file system (SQLite's locks and syncs cannot be trusted there) or the file is a
 * newer version's or no ledger, EXIT_IO where it is damaged (SQLite's integrity check): nothing is
 * to be sent then, EXIT_CANNOT_CREATE. Free with ledger_close. */
struct ledger *ledger_open(const char *path, enum ledger_use use, struct error *error);
void ledger_close(struct ledger *ledger);

/* What a run that was killed left: trying becomes deferred, due at once (a message is complete for
 * a server only with its last bytes, and these were not handed out), committed becomes held. The
 * counts tell how many. To be called once, before anything is sent. */
bool ledger_recover(struct ledger *ledger, int64_t now, size_t *deferred, size_t *held,
                    struct error *error);

enum ledger_added {
    LEDGER_NEW,      /* it is there now, composed */
    LEDGER_KNOWN,    /* was there, with the same content; row->id and row->state are its own. Where
                        it has not left, what else the row says is the newer */
    LEDGER_REPLACED, /* another content stood there that had not left, or had failed */
    LEDGER_CHANGED   /* refused: this recipient has, or may have, another content for this month and
                        revision, or the month was mailed to somebody from another edition: a new
                        revision is needed. Nothing was written */
};

/* Adds a row in state composed; id, state, attempts, next_try, changed and reply of `row` are not
 * read, id and state are set. False after an error. Many rows at once: between ledger_begin and
 * ledger_end, which makes all of them durable. */
bool ledger_add(struct ledger *ledger, struct ledger_row *row, int64_t now,
                enum ledger_added *added, struct error *error);
bool ledger_begin(struct ledger *ledger, struct error *error);
bool ledger_end(struct ledger *ledger, struct error *error);

/* Which rows. Zero is all of them. */
struct ledger_choice {
    struct text month;     /* none: every month */
    unsigned revision;     /* 0: every one */
    struct text recipient; /* none: everybody */
    unsigned states;       /* 1u << LEDGER_SENT | ...; 0: every one */
};

/* Calls `visit` for each, by month, revision, recipient; the row's texts are borrowed for the time
 * of the call. It returns false to end. Nothing is held in memory. */
typedef bool ledger_visit(void *context, const struct ledger_row *row);
bool ledger_each(struct ledger *ledger, const struct ledger_choice *choice, ledger_visit *visit,
                 void *context, struct error *error);

/* Takes away what has not left (composed, deferred, failed) of the choice and `keep`, which sees
 * each before it goes, says false to: messages to people who are no longer on the list. *count
 * tells how many. */
bool ledger_withdraw(struct ledger *ledger, const struct ledger_choice *choice, ledger_visit *keep,
                     void *context, size_t *count, struct error *error);

/* How many there are in each state. */
bool ledger_count(struct ledger *ledger, const struct ledger_choice *choice,
                  size_t counts[LEDGER_STATES], struct error *error);

/* The next row of the choice to try: composed, or deferred with next_try not after `now`; its texts
 * are in the arena. *found tells whether there is one. *wait (if not NULL) is, where there is none,
 * the time of the earliest deferred one, INT64_MAX without any. */
bool ledger_due(struct ledger *ledger, const struct ledger_choice *choice, int64_t now,
                struct arena *arena, struct ledger_row *row, bool *found, int64_t *wait,
                struct error *error);

/* The steps of one message: composed or deferred to trying (which counts an attempt), trying to
 * committed, trying or committed to what became of it. `reply` may hold anything: it becomes one
 * printable line. EXIT_INTERNAL where the row is not in a state that the step begins with. */
bool ledger_try(struct ledger *ledger, int64_t id, int64_t now, struct error *error);
bool ledger_commit(struct ledger *ledger, int64_t id, int64_t now, struct error *error);
bool ledger_finish(struct ledger *ledger, int64_t id, enum ledger_state state, struct text reply,
                   int64_t next_try, int64_t now, struct error *error);

/* Ends a step that says nothing of the message, since the server or the account was in trouble:
 * trying or committed to deferred, as ledger_finish does, but the attempt does not count. */
bool ledger_give_back(struct ledger *ledger, int64_t id, struct text reply, int64_t next_try,
                      int64_t now, struct error *error);

/* Makes rows of the choice in state `from` (held: --resend-unknown; deferred: --retry; failed)
 * deferred and due at `now`, with all their attempts before them; *count tells how many. */
bool ledger_requeue(struct ledger *ledger, const struct ledger_choice *choice,
                    enum ledger_state from, int64_t now, size_t *count, struct error *error);

/* Notes that what is held of the choice arrived: held to sent. */
bool ledger_arrived(struct ledger *ledger, const struct ledger_choice *choice, int64_t now,
                    size_t *count, struct error *error);

/* Marks what was sent to or is held for the recipient of the choice, of its newest month and
 * revision among the choice, as failed: it came back. *count is 0 where there is none. */
bool ledger_bounced(struct ledger *ledger, const struct ledger_choice *choice, int64_t now,
                    size_t *count, struct error *error);

#endif
