/* Intake: files and records in, articles and rejects out, one by one; memory does not grow with
 * their number.
 *
 * Before: files, folders, standard input. After: extraction. */
#ifndef TAKLIMAT_INTAKE_INTAKE_H
#define TAKLIMAT_INTAKE_INTAKE_H

#include "base/arena.h"
#include "base/error.h"
#include "intake/article.h"
#include "tables/tables.h"

struct intake_options {
    size_t max_record; /* bytes a record may have; 0 for 16 MiB */
    bool no_digests;   /* nobody asks for the inputs' SHA-256: saves a pass over their bytes */
};

/* A record that was not accepted. */
struct reject {
    struct text file;
    size_t record;       /* from 1 */
    size_t offset;       /* of the record in the file, bytes */
    const char *reason;  /* not_utf8, nul, bad_json, no_text, too_large, unknown_region, not_text,
                            unreadable, ... */
    struct text message; /* English, one line: for output files */
    struct text told;    /* the same in the reader's language */
    struct text
        raw; /* the record's bytes, whole; for one over max_record its first max_record bytes */
};

/* Something to tell about a record that was accepted ("duplicate key \"title\"", "converted from
 * UTF-16"), or a file. */
struct warning {
    struct text file;
    size_t record;    /* 0: about the file */
    struct text told; /* in the reader's language */
};

enum intake_result { INTAKE_ARTICLE, INTAKE_REJECT, INTAKE_END };

struct intake; /* opaque */

/* Prepares to read `paths` in the order given (files, folders recursively in byte order of the
 * paths, "-" standard input). Nothing is read yet but the folders' names. A path that does not
 * exist, or an input without any file: EXIT_NO_INPUT and NULL. Free with intake_close. `tables`
 * must outlive it. */
struct intake *intake_open(const char *const *paths, size_t count, struct intake_options options,
                           const struct tables *tables, struct error *error);

/* The next record, as an article or a reject; what it points to lives in `arena` (the caller resets
 * it between records) and in the intake. A file that cannot be read is a reject too. */
enum intake_result intake_next(struct intake *intake, struct arena *arena, struct article *article,
                               struct reject *reject);

/* The warnings since the last call, borrowed until the next intake_next. */
size_t intake_warnings(struct intake *intake, const struct warning **warnings);

/* An input file that was read: for the manifest. `sha256` in hex, of the file's bytes. */
struct input_file {
    struct text path;
    size_t bytes;
    struct text sha256; /* "" with no_digests */
};

/* The files read so far, borrowed until intake_close. */
size_t intake_inputs(const struct intake *intake, const struct input_file **inputs);

/* The files that intake_open would read, with their digests, without looking into them: to see
 * whether anything changed since, or while they were read. In `arena`; those that cannot be read
 * are left out. Errors as of intake_open. Not for standard input, which can be read only once. */
bool intake_digest(const char *const *paths, size_t count, struct arena *arena,
                   struct input_file **files, size_t *file_count, struct error *error);

void intake_close(struct intake *intake);

#endif
