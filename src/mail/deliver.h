/* The loop that sends: due rows of the ledger, one after another, at the pace that was asked for.
 *
 * Before: ledger.h, with what compose.h froze. After: transport.h. Built only with HAVE_MAIL. */
#ifndef TAKLIMAT_MAIL_DELIVER_H
#define TAKLIMAT_MAIL_DELIVER_H

#include "mail/ledger.h"
#include "mail/transport.h"

struct deliver_rules {
    const char *from;    /* the envelope's sender */
    unsigned per_minute; /* messages a minute at most; 0: no limit */
    unsigned attempts;   /* after so many a deferred message is failed; 0: 10 */
    unsigned wait;       /* seconds before the second attempt, doubled each time; 0: 300 */
    unsigned patience;   /* seconds that this run may wait for deferred messages; 0: it does not */
};

/* What the loop asks of its caller, which alone looks at clocks and signals. */
struct deliver_caller {
    void *context;
    int64_t (*now)(void *context); /* milliseconds since 1970 */
    /* Waits; false, at once, when the run is to stop. With 0 it only asks. */
    bool (*wait)(void *context, int64_t milliseconds);
    /* One line an event: the row as it was before, what it became, and why. NULL: nobody hears. */
    void (*tell)(void *context, const struct ledger_row *row, enum ledger_state state,
                 const char *line);
};

struct deliver_totals {
    size_t sent, deferred, failed, held; /* events of this run; one row may be deferred twice */
    bool stopped;                        /* the caller asked for it */
    bool refused;     /* TRANSPORT_STOP, or ten refused in a row: what is left stays as it is */
    bool unreachable; /* given up after several troubles of the server in a row: likewise */
    char line[400];   /* of the last two: what the server, or the library, said */
};

/* Sends the due rows of the choice. To be called after ledger_recover. True if the ledger could be
 * written all the time, whatever became of the messages; the totals tell. */
bool deliver_run(struct ledger *ledger, struct transport *transport,
                 const struct ledger_choice *choice, const struct deliver_rules *rules,
                 const struct deliver_caller *caller, struct deliver_totals *totals,
                 struct error *error);

#endif
