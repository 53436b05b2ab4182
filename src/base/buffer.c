/* A growable byte buffer: see buffer.h. Below every stage. */
#include <config.h>

#include "base/buffer.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"

void buffer_reserve(struct buffer *buffer, size_t more) {
    size_t need = more > SIZE_MAX / 2 - buffer->size ? SIZE_MAX : buffer->size + more;
    size_t grown = buffer->capacity < 256 ? 256 : buffer->capacity * 2;
    buffer->capacity = grown < need ? need : grown;
    buffer->data = memory_resize(buffer->data, buffer->capacity, 1);
}

void buffer_append(struct buffer *buffer, const void *bytes, size_t size) {
    if (size == 0)
        return;
    memcpy(buffer_room(buffer, size), bytes, size);
    buffer->size += size;
}

void buffer_text(struct buffer *buffer, struct text text) {
    buffer_append(buffer, text.data, text.size);
}

void buffer_string(struct buffer *buffer, const char *string) {
    buffer_append(buffer, string, strlen(string));
}

void buffer_printf(struct buffer *buffer, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    buffer_printf_list(buffer, format, arguments);
    va_end(arguments);
}

void buffer_printf_list(struct buffer *buffer, const char *format, va_list arguments) {
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    if (length > 0) {
        vsnprintf(buffer_room(buffer, (size_t)length + 1), (size_t)length + 1, format, again);
        buffer->size += (size_t)length;
    }
    va_end(again);
}

struct text buffer_view(const struct buffer *buffer) {
    return (struct text){buffer->data ? buffer->data : "", buffer->size};
}

void buffer_clear(struct buffer *buffer) { buffer->size = 0; }

void buffer_free(struct buffer *buffer) {
    memory_free(buffer->data);
    *buffer = (struct buffer){0};
}
