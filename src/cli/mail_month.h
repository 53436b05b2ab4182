/* A published month, as mail sees it: which files it has, and which places had news.
 *
 * Before: a folder that report published. After: mail_letters.c. */
#ifndef TAKLIMAT_CLI_MAIL_MONTH_H
#define TAKLIMAT_CLI_MAIL_MONTH_H

#include "base/arena.h"
#include "base/error.h"
#include "summary/history.h"
#include "summary/summary.h"

/* A file that the month's run.json lists. */
struct mail_file {
    struct text name, sha256; /* 64 hex digits */
    size_t bytes;
};

/* Everything lives in the arena given. */
struct mail_month {
    struct period period;
    struct text name;        /* "2024-08" */
    const char *folder;      /* of the newest revision */
    unsigned revision;       /* from 1 */
    struct text language;    /* of its briefings: "id", "en" */
    struct text edition;     /* digest of its summary: what was read */
    struct mail_file *files; /* in run.json's order */
    size_t file_count;
    struct month_figures figures;
};

/* Opens the newest revision of the month below `out`. Errors: EXIT_NO_INPUT where none is
 * published; EXIT_BAD_DATA, EXIT_NO_INPUT where run.json or figures.json is damaged or missing. */
bool mail_month_open(const char *out, struct period period, struct arena *arena,
                     struct mail_month *month, struct error *error);

/* The file of this name that run.json lists, or NULL. */
const struct mail_file *mail_month_file(const struct mail_month *month, struct text name);

/* True if the place (a code, "" the nation) had news, be it that other news concerns it. */
bool mail_month_has_news(const struct mail_month *month, struct text code);

#endif
