/* Reading an object of a template into a structure, key by key, strictly: an unknown, repeated or
 * missing key is an error that names the place as a path such as styles.title.size. */
#ifndef TAKLIMAT_LAYOUT_FIELDS_H
#define TAKLIMAT_LAYOUT_FIELDS_H

#include <stdint.h>

#include "base/arena.h"
#include "base/faults.h"
#include "base/json_read.h"

#define PATH_SIZE 128
#define FIELDS_MOST 400 /* of one object: the labels */

enum field_type {
    FIELD_TEXT,       /* a string, into a struct text (copied) */
    FIELD_INTEGER,    /* a whole number 0 to 1000, into an int */
    FIELD_MILLIMETRE, /* a number >= 0 with at most two decimals, into mpt */
    FIELD_POINT,      /* the same, in points */
    FIELD_BOOLEAN,    /* into a bool */
    FIELD_WORD,       /* one of `words`, into an int: its index */
    FIELD_COLOUR,     /* "#rrggbb", into uint32_t */
    FIELD_PALETTE /* the name of one of `words`, into uint32_t: what stands in the reader's palette
                     there */
};

struct field {
    const char *name;
    enum field_type type;
    size_t offset;            /* in the structure */
    bool optional;            /* left as it is where missing */
    const char *const *words; /* for FIELD_WORD and FIELD_PALETTE, ended by NULL */
};

struct field_reader {
    struct arena *arena;     /* for texts */
    const uint32_t *palette; /* for FIELD_PALETTE */
    const char *file;        /* that is read, and its bytes */
    struct text json;
    struct faults *faults; /* hears of everything that is wrong, with its line */
};

/* Tells a fault at `path`.`name` (either may be ""): "styles.title.size: what". Always false. */
bool fields_wrong(const struct field_reader *reader, const char *path, const char *name,
                  const char *format, ...) __attribute__((format(printf, 4, 5)));

/* Reads `object` into `target`, going on after a fault. `path` is that of the object, "" for the
 * outermost. False after faults. */
bool fields_read(const struct field_reader *reader, const struct cJSON *object, const char *path,
                 const struct field *fields, size_t count, void *target);

/* Checks the members of an object that others read: each name in `names` (ended by NULL) once, no
 * other. */
bool fields_known(const struct field_reader *reader, const struct cJSON *object, const char *path,
                  const char *const *names);

/* Reads an array that holds each of `words` (ended by NULL) exactly once into `order`, as indices.
 */
bool fields_order(const struct field_reader *reader, const struct cJSON *array, const char *path,
                  const char *const *words, int *order);

/* Reads an array of strings. `exactly` is the number wanted, 0 for any; `*out` lives in the arena.
 */
bool fields_texts(const struct field_reader *reader, const struct cJSON *array, const char *path,
                  size_t exactly, struct text **out, size_t *count);

#endif
