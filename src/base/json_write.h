/* Writing JSON whose bytes depend on nothing but the values: no optional spaces, no locale, no
 * exponents. */
#ifndef TAKLIMAT_BASE_JSON_WRITE_H
#define TAKLIMAT_BASE_JSON_WRITE_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "base/buffer.h"

#define JSON_DEPTH 32

/* Zero-initialise with `out` set. Commas are put by the writer. Nesting over JSON_DEPTH is a
 * programming error. */
struct json_writer {
    struct buffer *out; /* borrowed */
    unsigned depth;
    bool has_member[JSON_DEPTH]; /* something was written at this depth already */
};

void json_open_object(struct json_writer *writer);
void json_close_object(struct json_writer *writer);
void json_open_array(struct json_writer *writer);
void json_close_array(struct json_writer *writer);

/* The key of the next value: `size` bytes of ASCII. */
void json_key_of(struct json_writer *writer, const char *key, size_t size);

/* The same; where the key is a literal, its size is known to the compiler. */
static inline void json_key(struct json_writer *writer, const char *key) {
    json_key_of(writer, key, strlen(key));
}

/* A string, or null where `value.data` is NULL. Checked UTF-8; escapes only " \ and control
 * characters. */
void json_text(struct json_writer *writer, struct text value);
void json_string(struct json_writer *writer, const char *value); /* NULL gives null */
void json_integer(struct json_writer *writer, int64_t value);
void json_boolean(struct json_writer *writer, bool value);
void json_null(struct json_writer *writer);

/* `hundredths` / 100 with at most two decimals and no trailing zero beyond the first: 97 → 0.97, 90
 * → 0.9, 100 → 1.0. */
void json_hundredths(struct json_writer *writer, int hundredths);

/* [start,end] */
void json_span(struct json_writer *writer, struct span span);

/* Bytes that are JSON already, as one value. */
void json_raw(struct json_writer *writer, struct text json);

/* Key and value in one. */
static inline void json_member_text(struct json_writer *writer, const char *key,
                                    struct text value) {
    json_key(writer, key);
    json_text(writer, value);
}

static inline void json_member_integer(struct json_writer *writer, const char *key, int64_t value) {
    json_key(writer, key);
    json_integer(writer, value);
}

#endif
