/* The error record and the exit codes.
 *
 * A function that can fail returns false and fills one of these; the first cause is kept, so that a
 * later consequence never hides it. Only src/cli prints it, as `taklimat: FILE:RECORD: what is
 * wrong`, in the reader's language (base/translate.h): it never goes into an output file. */
#ifndef TAKLIMAT_BASE_ERROR_H
#define TAKLIMAT_BASE_ERROR_H

#include <stdbool.h>
#include <stddef.h>

/* Exit codes, as in sysexits; the same table stands in the manual page. */
enum exit_code {
    EXIT_DONE = 0,           /* done, some records rejected or not */
    EXIT_BAD_USAGE = 64,     /* the command line is wrong */
    EXIT_BAD_DATA = 65,      /* every record was rejected */
    EXIT_NO_INPUT = 66,      /* no file, no record, or a month without articles */
    EXIT_INTERNAL = 70,      /* a broken invariant, or memory exhausted */
    EXIT_CANNOT_CREATE = 73, /* an output cannot be created */
    EXIT_IO = 74,            /* reading or writing failed */
    EXIT_TRY_AGAIN = 75,     /* locked by another run */
    EXIT_HELD = 76,          /* some mail was held back */
    EXIT_CONFIG = 78         /* configuration, templates, tables or fonts are wrong */
};

/* Zero-initialise. `code` is EXIT_DONE while nothing went wrong. */
struct error {
    enum exit_code code;
    char file[256];    /* the file concerned, shortened at the front with "..." where longer; "" if
                          none */
    size_t record;     /* record or line number in it, from 1; 0 if none */
    char reason[32];   /* a short word for counts and rejects, such as not_utf8; "" if none */
    char message[512]; /* what is wrong, lowercase, without a full stop, for people: in the reader's
                          language; control characters are replaced by '?' */
};

/* Records the first cause: does nothing if `error` holds one. `format` is translated; pieces put
 * into it are the caller's to translate. Always returns false, so that a caller can `return
 * error_set(...)`. */
bool error_set(struct error *error, enum exit_code code, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Names file and record (0: none) unless they are named already. */
void error_at(struct error *error, const char *file, size_t record);

/* Sets the short reason unless there is one. */
void error_reason(struct error *error, const char *reason);

/* Empties the record. */
void error_clear(struct error *error);

#endif
