/* A growable byte buffer, for output that is built before it is written. */
#ifndef TAKLIMAT_BASE_BUFFER_H
#define TAKLIMAT_BASE_BUFFER_H

#include <stdarg.h>
#include <stddef.h>

#include "base/text.h"

/* Zero-initialise; free with buffer_free. */
struct buffer {
    char *data; /* owned; not NUL-terminated */
    size_t size;
    size_t capacity;
};

/* Room for `more` bytes, at least doubling what there is; slow path of buffer_room. */
void buffer_reserve(struct buffer *buffer, size_t more);

/* Where `more` bytes may be written behind the contents; add what was written to buffer->size.
 * Inline, like buffer_char: JSON is written in pieces of a few bytes. */
static inline char *buffer_room(struct buffer *buffer, size_t more) {
    if (more > buffer->capacity - buffer->size)
        buffer_reserve(buffer, more);
    return buffer->data + buffer->size;
}

void buffer_append(struct buffer *buffer, const void *bytes, size_t size);
void buffer_text(struct buffer *buffer, struct text text);
void buffer_string(struct buffer *buffer, const char *string);

static inline void buffer_char(struct buffer *buffer, char c) {
    *buffer_room(buffer, 1) = c;
    buffer->size++;
}

/* Appends as by printf; never use %f (it follows the locale). */
void buffer_printf(struct buffer *buffer, const char *format, ...)
    __attribute__((format(printf, 2, 3), nonnull(2)));

/* The same with the arguments of another function, which must not be used again. */
void buffer_printf_list(struct buffer *buffer, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0), nonnull(2)));

/* The contents, borrowed until the next change. */
struct text buffer_view(const struct buffer *buffer);

/* Empties but keeps the memory. */
void buffer_clear(struct buffer *buffer);

/* Frees the memory; the buffer is empty and may be used again. */
void buffer_free(struct buffer *buffer);

#endif
