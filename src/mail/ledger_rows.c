/* Adding and reading the rows of the ledger: see ledger.h. Before: ledger_open.c. After: deliver.c,
 * the command mail. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "mail/ledger_parts.h"

#define COLUMNS                                                                                    \
    "id, month, revision, recipient, content, edition, regions, subject, message_id, spool,"       \
    " sha256, size, state, attempts, next_try, changed, reply"

static struct text column(sqlite3_stmt *statement, int index) {
    const unsigned char *text = sqlite3_column_text(statement, index);
    return (struct text){text ? (const char *)text : "",
                         (size_t)sqlite3_column_bytes(statement, index)};
}

static enum ledger_state state_of(struct text name) {
    for (int i = 0; i < LEDGER_STATES; i++)
        if (text_is(name, ledger_state_name((enum ledger_state)i)))
            return (enum ledger_state)i;
    return LEDGER_HELD; /* the table's CHECK allows no other word */
}

/* The row that a SELECT of COLUMNS stands at; borrowed until its next step. */
static struct ledger_row row_at(sqlite3_stmt *s) {
    return (struct ledger_row){
        .id = sqlite3_column_int64(s, 0),
        .month = column(s, 1),
        .revision = (unsigned)sqlite3_column_int(s, 2),
        .recipient = column(s, 3),
        .content = column(s, 4),
        .edition = column(s, 5),
        .regions = column(s, 6),
        .subject = column(s, 7),
        .message_id = column(s, 8),
        .spool = column(s, 9),
        .sha256 = column(s, 10),
        .size = sqlite3_column_int64(s, 11),
        .state = state_of(column(s, 12)),
        .attempts = (unsigned)sqlite3_column_int(s, 13),
        .next_try = sqlite3_column_int64(s, 14),
        .changed = sqlite3_column_int64(s, 15),
        .reply = column(s, 16),
    };
}

struct ledger_row ledger_row_copy(struct arena *arena, const struct ledger_row *row) {
    struct ledger_row copy = *row;
    struct text *texts[] = {&copy.month,      &copy.recipient, &copy.content, &copy.edition,
                            &copy.regions,    &copy.subject,   &copy.spool,   &copy.sha256,
                            &copy.message_id, &copy.reply};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        *texts[i] = arena_copy(arena, *texts[i]);
    return copy;
}

/* What stands in the ledger for the recipient, month and revision of a row. */
struct standing {
    int64_t same, other; /* ids of the row with the same content, of one with another; 0: none */
    enum ledger_state state; /* of the same */
    bool left;               /* another content has, or may have */
};

static bool find_standing(struct ledger *ledger, const struct ledger_row *row,
                          struct standing *standing, struct error *error) {
    bool there = false, ok;
    *standing = (struct standing){0};
    sqlite3_stmt *s = ledger_prepare(ledger,
                                     "SELECT id, content, state FROM message WHERE month = ?1 AND "
                                     "revision = ?2 AND recipient = ?3",
                                     error);
    if (!s)
        return false;
    ledger_bind(s, 1, row->month);
    sqlite3_bind_int64(s, 2, row->revision);
    ledger_bind(s, 3, row->recipient);
    while ((ok = ledger_step(ledger, s, &there, error)) && there) {
        enum ledger_state state = state_of(column(s, 2));
        if (text_equal(column(s, 1), row->content)) {
            standing->same = sqlite3_column_int64(s, 0);
            standing->state = state;
        } else {
            standing->other = sqlite3_column_int64(s, 0);
            standing->left |= ledger_may_have_left(state);
        }
    }
    sqlite3_finalize(s);
    return ok;
}

/* Whether the month and revision of the row went to anybody from another edition. Two searches in
 * the index `mailed` for each state. */
static bool find_edition(struct ledger *ledger, const struct ledger_row *row, bool *other,
                         struct error *error) {
    sqlite3_stmt *s =
        ledger_prepare(ledger,
                       "SELECT 1 FROM message WHERE month = ?1 AND revision = ?2"
                       " AND state IN ('sent', 'held', 'committed') AND edition < ?3 UNION ALL "
                       "SELECT 1 FROM message WHERE month = ?1 AND revision = ?2"
                       " AND state IN ('sent', 'held', 'committed') AND edition > ?3 LIMIT 1",
                       error);
    if (!s)
        return false;
    ledger_bind(s, 1, row->month);
    sqlite3_bind_int64(s, 2, row->revision);
    ledger_bind(s, 3, row->edition);
    bool ok = ledger_step(ledger, s, other, error);
    sqlite3_finalize(s);
    return ok;
}

static void bind_file(sqlite3_stmt *s, const struct ledger_row *row) {
    ledger_bind(s, 1, row->spool);
    ledger_bind(s, 2, row->sha256);
    sqlite3_bind_int64(s, 3, row->size);
}

/* Binds four parameters, from `first` on. */
static void bind_said(sqlite3_stmt *s, int first, const struct ledger_row *row) {
    ledger_bind(s, first, row->edition);
    ledger_bind(s, first + 1, row->regions);
    ledger_bind(s, first + 2, row->subject);
    ledger_bind(s, first + 3, row->message_id);
}

/* The same content, composed anew: the file, and what else does not belong to the content, are the
 * newer ones. */
static bool renew(struct ledger *ledger, const struct ledger_row *row, struct error *error) {
    sqlite3_stmt *s = ledger_prepare(
        ledger,
        "UPDATE message SET spool = ?1, sha256 = ?2, size = ?3, edition = ?4, regions = ?5,"
        " subject = ?6, message_id = ?7 WHERE id = ?8",
        error);
    if (!s)
        return false;
    bind_file(s, row);
    bind_said(s, 4, row);
    sqlite3_bind_int64(s, 8, row->id);
    return ledger_done(ledger, s, NULL, error);
}

/* Takes away what never left for this recipient, month and revision. */
static bool remove_others(struct ledger *ledger, const struct ledger_row *row,
                          struct error *error) {
    sqlite3_stmt *s = ledger_prepare(
        ledger, "DELETE FROM message WHERE month = ?1 AND revision = ?2 AND recipient = ?3", error);
    if (!s)
        return false;
    ledger_bind(s, 1, row->month);
    sqlite3_bind_int64(s, 2, row->revision);
    ledger_bind(s, 3, row->recipient);
    return ledger_done(ledger, s, NULL, error);
}

static bool insert(struct ledger *ledger, struct ledger_row *row, int64_t now,
                   struct error *error) {
    sqlite3_stmt *s = ledger_prepare(
        ledger,
        "INSERT INTO message (spool, sha256, size, month, revision, recipient, content, edition,"
        " regions, subject, message_id, changed, state, attempts, next_try, reply)"
        " VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, 'composed', 0, 0, '')",
        error);
    if (!s)
        return false;
    bind_file(s, row);
    ledger_bind(s, 4, row->month);
    sqlite3_bind_int64(s, 5, row->revision);
    ledger_bind(s, 6, row->recipient);
    ledger_bind(s, 7, row->content);
    bind_said(s, 8, row);
    sqlite3_bind_int64(s, 12, now);
    bool ok = ledger_done(ledger, s, NULL, error);
    row->id = sqlite3_last_insert_rowid(ledger->db);
    row->state = LEDGER_COMPOSED;
    return ok;
}

bool ledger_add(struct ledger *ledger, struct ledger_row *row, int64_t now,
                enum ledger_added *added, struct error *error) {
    struct standing standing;
    bool other;
    if (!find_standing(ledger, row, &standing, error))
        return false;
    if (standing.same) {
        *added = LEDGER_KNOWN;
        row->id = standing.same;
        row->state = standing.state;
        return ledger_may_have_left(row->state) || renew(ledger, row, error);
    }
    if (!find_edition(ledger, row, &other, error))
        return false;
    *added = standing.left || other ? LEDGER_CHANGED
             : standing.other       ? LEDGER_REPLACED
                                    : LEDGER_NEW;
    return *added == LEDGER_CHANGED ||
           ((*added == LEDGER_NEW || remove_others(ledger, row, error)) &&
            insert(ledger, row, now, error));
}

/* A SELECT with the values of a choice; `order` is the end of it. */
static sqlite3_stmt *select_rows(struct ledger *ledger, const char *what,
                                 const struct ledger_choice *choice, const char *order,
                                 char states[LEDGER_STATES_SIZE], struct error *error) {
    char where[LEDGER_WHERE_SIZE], sql[900];
    ledger_where(choice, where);
    snprintf(sql, sizeof sql, "SELECT %s%s %s", what, where, order);
    sqlite3_stmt *statement = ledger_prepare(ledger, sql, error);
    if (statement)
        ledger_bind_choice(statement, choice, states);
    return statement;
}

bool ledger_each(struct ledger *ledger, const struct ledger_choice *choice, ledger_visit *visit,
                 void *context, struct error *error) {
    char states[LEDGER_STATES_SIZE];
    bool there = false, ok;
    sqlite3_stmt *s = select_rows(ledger, COLUMNS " FROM message WHERE 1", choice,
                                  "ORDER BY month, revision, recipient, content", states, error);
    if (!s)
        return false;
    while ((ok = ledger_step(ledger, s, &there, error)) && there) {
        struct ledger_row row = row_at(s);
        if (!visit(context, &row))
            break;
    }
    sqlite3_finalize(s);
    return ok;
}

static bool remove_row(struct ledger *ledger, int64_t id, struct error *error) {
    sqlite3_stmt *s = ledger_prepare(ledger, "DELETE FROM message WHERE id = ?1", error);
    if (s)
        sqlite3_bind_int64(s, 1, id);
    return ledger_done(ledger, s, NULL, error);
}

/* SQLite lets the row be deleted at which a SELECT stands. */
bool ledger_withdraw(struct ledger *ledger, const struct ledger_choice *choice, ledger_visit *keep,
                     void *context, size_t *count, struct error *error) {
    char states[LEDGER_STATES_SIZE];
    bool there = false, ok;
    *count = 0;
    sqlite3_stmt *s = select_rows(
        ledger, COLUMNS " FROM message WHERE state IN ('composed', 'deferred', 'failed')", choice,
        "ORDER BY id", states, error);
    if (!s)
        return false;
    while ((ok = ledger_step(ledger, s, &there, error)) && there) {
        struct ledger_row row = row_at(s);
        if (keep(context, &row))
            continue;
        if (!(ok = remove_row(ledger, row.id, error)))
            break;
        ++*count;
    }
    sqlite3_finalize(s);
    return ok;
}

bool ledger_count(struct ledger *ledger, const struct ledger_choice *choice,
                  size_t counts[LEDGER_STATES], struct error *error) {
    char states[LEDGER_STATES_SIZE];
    bool there = false, ok;
    memset(counts, 0, LEDGER_STATES * sizeof *counts);
    sqlite3_stmt *s = select_rows(ledger, "state, count(*) FROM message WHERE 1", choice,
                                  "GROUP BY state", states, error);
    if (!s)
        return false;
    while ((ok = ledger_step(ledger, s, &there, error)) && there)
        counts[state_of(column(s, 0))] = (size_t)sqlite3_column_int64(s, 1);
    sqlite3_finalize(s);
    return ok;
}

/* The first row to try of one state, told by the SELECT's beginning. */
static bool find_due(struct ledger *ledger, const char *what, const struct ledger_choice *choice,
                     int64_t now, struct arena *arena, struct ledger_row *row, bool *found,
                     struct error *error) {
    char states[LEDGER_STATES_SIZE];
    sqlite3_stmt *s = select_rows(ledger, what, choice,
                                  "ORDER BY month, revision, next_try, id LIMIT 1", states, error);
    if (!s)
        return false;
    sqlite3_bind_int64(s, 1, now);
    bool ok = ledger_step(ledger, s, found, error);
    if (*found) {
        struct ledger_row borrowed = row_at(s);
        *row = ledger_row_copy(arena, &borrowed);
    }
    sqlite3_finalize(s);
    return ok;
}

/* The time of the earliest deferred row. */
static bool find_wait(struct ledger *ledger, const struct ledger_choice *choice, int64_t *wait,
                      struct error *error) {
    char states[LEDGER_STATES_SIZE];
    bool there = false;
    *wait = INT64_MAX;
    sqlite3_stmt *s = select_rows(ledger, "min(next_try) FROM message WHERE state = 'deferred'",
                                  choice, "", states, error);
    bool ok = s && ledger_step(ledger, s, &there, error);
    if (there && sqlite3_column_type(s, 0) != SQLITE_NULL)
        *wait = sqlite3_column_int64(s, 0);
    sqlite3_finalize(s);
    return ok;
}

bool ledger_due(struct ledger *ledger, const struct ledger_choice *choice, int64_t now,
                struct arena *arena, struct ledger_row *row, bool *found, int64_t *wait,
                struct error *error) {
    static const char *const due[] = {
        COLUMNS " FROM message WHERE state = 'composed' AND next_try <= ?1",
        COLUMNS " FROM message WHERE state = 'deferred' AND next_try <= ?1"};
    *found = false;
    for (size_t i = 0; !*found && i < 2; i++)
        if (!find_due(ledger, due[i], choice, now, arena, row, found, error))
            return false;
    return *found || !wait || find_wait(ledger, choice, wait, error);
}
