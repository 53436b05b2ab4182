/* Writing JSON whose bytes depend on nothing but the values: no optional spaces, no locale, no
 * exponents. */
#ifndef TAKLIMAT_BASE_JSON_WRITE_H
#define TAKLIMAT_BASE_JSON_WRITE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"

#define JSON_DEPTH 32

/* Zero-initialise with `out` set. Commas are put by the writer. Nesting over JSON_DEPTH is a
 * programming error. */
struct json_writer {
    struct buffer *out; /* borrowed */
    unsigned depth;
    bool has_member[JSON_DEPTH]; /* something was written at this depth already */
};

/* The comma before a value that is no first member; a value after a key has had it already. */
static inline void json_separate(struct json_writer *writer) {
    if (writer->has_member[writer->depth])
        buffer_char(writer->out, ',');
    writer->has_member[writer->depth] = true;
}

void json_open_object(struct json_writer *writer);
void json_close_object(struct json_writer *writer);
void json_open_array(struct json_writer *writer);
void json_close_array(struct json_writer *writer);

/* The key of the next value; ASCII, nothing to escape. Inline, for its length is a constant. */
static inline void json_key(struct json_writer *writer, const char *key) {
    size_t size = strlen(key);
    json_separate(writer);
    char *room = buffer_room(writer->out, size + 3);
    *room = '"';
    memcpy(room + 1, key, size);
    memcpy(room + 1 + size, "\":", 2);
    writer->out->size += size + 3;
    writer->has_member[writer->depth] = false; /* the value itself takes no comma */
}

/* A string, or null where `value.data` is NULL. Checked UTF-8; escapes only " \ and control
 * characters. */
void json_text(struct json_writer *writer, struct text value);
static inline void json_string(struct json_writer *writer, const char *value) {
    json_text(writer, text_of(value)); /* NULL gives null */
}
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
