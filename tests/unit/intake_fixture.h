/* For tests of intake: records read from bytes through a file in the
 * scratch folder. */
#ifndef TAKLIMAT_TESTS_INTAKE_FIXTURE_H
#define TAKLIMAT_TESTS_INTAKE_FIXTURE_H

#include <check.h>

#include "base/buffer.h"
#include "intake/intake.h"

/* A folder of this name in the scratch folder, new and empty; the path is kept until the next call
 * with `slot`. */
const char *fixture_folder(const char *name);

/* Writes a file below a folder; returns its path, static until eight calls later. */
const char *fixture_write(const char *folder, const char *name, struct text bytes);

/* An input that was read to its end. */
struct reading_log {
    struct arena arena;
    struct buffer
        lines; /* a line for each result: "id", "!reason"; and for each warning "?message" */
    size_t accepted;
    size_t rejected;
};

/* Reads all of `paths`. With `limit` as max_record (0: the default). */
void fixture_read(const char *const *paths, size_t count, size_t limit, struct reading_log *log);

/* The article of one plain text, or of one JSON record if it begins with {. It must be accepted.
 * Its values live until the next call. */
const struct article *fixture_article(struct text bytes);

/* The flags of this kind as their texts, separated by |; until the next call. */
const char *fixture_flags(const struct article *article, enum flag_kind kind);

#endif
