/* Opening the ledger: its place, lock, version and soundness. See ledger.h. Before: the command
 * mail. After: ledger.c, ledger_rows.c. */
#include <config.h>

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/lock.h"
#include "base/memory.h"
#include "base/translate.h"
#include "mail/ledger_parts.h"
#include "mail/ledger_place.h"

#define SCHEMA_VERSION 1
#define APPLICATION 0x54616B6C /* "Takl" */
#define TEXT_OF_(x) #x
#define TEXT_OF(x) TEXT_OF_(x)

/* States are words, so that the file can be read without this program. The indexes serve
 * ledger_due, the question whether a month was mailed from another edition, and that for one
 * recipient's messages. */
static const char schema[] =
    "CREATE TABLE message (id INTEGER PRIMARY KEY AUTOINCREMENT, month TEXT NOT NULL,"
    " revision INTEGER NOT NULL, recipient TEXT NOT NULL COLLATE NOCASE, content TEXT NOT NULL,"
    " edition TEXT NOT NULL, regions TEXT NOT NULL, subject TEXT NOT NULL,"
    " message_id TEXT NOT NULL, spool TEXT NOT NULL, sha256 TEXT NOT NULL, size INTEGER NOT NULL,"
    " state TEXT NOT NULL CHECK (state IN ('composed', 'trying', 'committed', 'sent', 'deferred',"
    " 'failed', 'held')),"
    " attempts INTEGER NOT NULL, next_try INTEGER NOT NULL, changed INTEGER NOT NULL,"
    " reply TEXT NOT NULL, UNIQUE (month, revision, recipient, content));"
    "CREATE INDEX due ON message (state, month, revision, next_try, id);"
    "CREATE INDEX person ON message (recipient, month, revision);"
    "CREATE INDEX mailed ON message (month, revision, state, edition);"
    "PRAGMA application_id = " TEXT_OF(APPLICATION) ";"
                                                    "PRAGMA user_version = " TEXT_OF(
                                                        SCHEMA_VERSION) ";";

static struct ledger *give_up(struct ledger *ledger, struct error *error) {
    error_at(error, ledger->path, 0);
    ledger_close(ledger);
    return NULL;
}

static bool connect(struct ledger *ledger, const char *path, int flags, struct error *error) {
    if (sqlite3_open_v2(path, &ledger->db, flags | SQLITE_OPEN_NOMUTEX, NULL) != SQLITE_OK)
        return ledger_fail(ledger, error);
    sqlite3_busy_timeout(ledger->db, 5000);
    return ledger_run(ledger, "PRAGMA synchronous = FULL; PRAGMA trusted_schema = OFF;", error);
}

/* A file that only its owner reads: it is full of addresses. */
static bool create_file(const char *path, struct error *error) {
    unlink(path); /* what a run left that was killed here; the lock is ours */
    int descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return error_set(error, errno == ENOSPC || errno == EIO ? EXIT_IO : EXIT_CANNOT_CREATE,
                         "cannot create: %s", translate_cause(errno));
    close(descriptor);
    return true;
}

/* A new ledger gets its name when it is complete, so that an empty file of that name is never one
 * that is about to be filled, but one that lost what it held. It is synced once, before that. */
static bool create(struct ledger *ledger, const char *folder, struct error *error) {
    char fresh[4096];
    if (snprintf(fresh, sizeof fresh, "%s.new", ledger->path) >= (int)sizeof fresh)
        return error_set(error, EXIT_CANNOT_CREATE, "the path is too long");
    bool ok = create_file(fresh, error) && connect(ledger, fresh, SQLITE_OPEN_READWRITE, error) &&
              ledger_run(ledger, "PRAGMA journal_mode = MEMORY; PRAGMA synchronous = OFF", error) &&
              ledger_run(ledger, schema, error) &&
              ledger_run(ledger, "PRAGMA journal_mode = WAL", error);
    if (ledger->db && sqlite3_close(ledger->db) != SQLITE_OK && ok)
        ok = ledger_fail(ledger, error);
    ledger->db = NULL;
    if (ok && (!path_sync(fresh) || rename(fresh, ledger->path) != 0 || !path_sync(folder)))
        ok = error_set(error, EXIT_IO, "cannot create: %s", translate_cause(errno));
    if (!ok)
        unlink(fresh);
    return ok;
}

static bool pragma(struct ledger *ledger, const char *sql, char *out, size_t room,
                   struct error *error) {
    bool row = false;
    sqlite3_stmt *statement = ledger_prepare(ledger, sql, error);
    bool ok = statement && ledger_step(ledger, statement, &row, error);
    const unsigned char *text = row ? sqlite3_column_text(statement, 0) : NULL;
    snprintf(out, room, "%s", text ? (const char *)text : "");
    sqlite3_finalize(statement);
    return ok;
}

static bool check_version(struct ledger *ledger, struct error *error) {
    char application[24], version[24];
    if (!pragma(ledger, "PRAGMA application_id", application, sizeof application, error) ||
        !pragma(ledger, "PRAGMA user_version", version, sizeof version, error))
        return false;
    struct stat status;
    if (stat(ledger->path, &status) == 0 && status.st_size == 0)
        return error_set(
            error, EXIT_IO,
            "is empty: it has lost what was sent, and nothing is sent now. What was sent "
            "since a copy was made would be sent again from it; if you are sure that "
            "nothing was sent at all, remove it");
    char ours[24];
    snprintf(ours, sizeof ours, "%d", APPLICATION);
    if (strcmp(application, ours) != 0)
        return error_set(error, EXIT_CONFIG, "is no ledger of this program");
    if (strcmp(version, TEXT_OF(SCHEMA_VERSION)) != 0)
        return error_set(
            error, EXIT_CONFIG,
            "is of version %s, from a newer taklimat; this one knows %s and leaves it alone",
            version, TEXT_OF(SCHEMA_VERSION));
    return true;
}

static bool check_sound(struct ledger *ledger, struct error *error) {
    char answer[200];
    if (!pragma(ledger, "PRAGMA integrity_check(1)", answer, sizeof answer, error))
        return false;
    return strcmp(answer, "ok") == 0 ||
           error_set(
               error, EXIT_IO,
               "is damaged (%s); nothing is sent. Do not part it from the files beside it that "
               "end in -wal and -shm; see what can be saved with: sqlite3 FILE .recover. What "
               "was sent since a copy was made would be sent again from it",
               answer);
}

/* Lock, place and file of a ledger that is to be written. */
static bool prepare(struct ledger *ledger, struct error *error) {
    char folder[4096];
    const char *slash = strrchr(ledger->path, '/');
    snprintf(folder, sizeof folder, "%.*s",
             slash ? (int)(slash - ledger->path) + !!(slash == ledger->path) : 1,
             slash ? ledger->path : ".");
    struct stat status;
    if (!folder_make(folder, error) || !ledger_place_is_local(folder, error))
        return false;
    ledger->lock = lock_take(folder, LOCK_MAIL, error);
    if (ledger->lock < 0)
        return false;
    if (lstat(ledger->path, &status) != 0 && errno == ENOENT)
        return create(ledger, folder, error);
    return true;
}

struct ledger *ledger_open(const char *path, enum ledger_use use, struct error *error) {
    struct ledger *ledger = memory_alloc_array(1, sizeof *ledger);
    struct stat status;
    ledger->lock = -1;
    ledger->path = strcpy(memory_alloc(strlen(path) + 1), path);
    if (use == LEDGER_WRITE && !prepare(ledger, error))
        return give_up(ledger, error);
    if (stat(path, &status) != 0) {
        error_set(error, EXIT_NO_INPUT, "cannot open: %s", translate_cause(errno));
        return give_up(ledger, error);
    }
    int flags = use == LEDGER_WRITE ? SQLITE_OPEN_READWRITE : SQLITE_OPEN_READONLY;
    if (connect(ledger, path, flags, error) && check_version(ledger, error) &&
        check_sound(ledger, error))
        return ledger;
    return give_up(ledger, error);
}

void ledger_close(struct ledger *ledger) {
    if (!ledger)
        return;
    sqlite3_close(ledger->db);
    lock_release(ledger->lock);
    memory_free(ledger->path);
    memory_free(ledger);
}
