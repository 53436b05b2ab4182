/* Byte-stable JSON: see json_write.h. Below every stage. */
#include <config.h>

#include "base/json_write.h"

#include <stdlib.h>
#include <string.h>

#include "base/decimal.h"
#include "base/eight.h"

static void open_container(struct json_writer *writer, char mark) {
    json_separate(writer);
    buffer_char(writer->out, mark);
    if (++writer->depth >= JSON_DEPTH)
        abort(); /* no format of ours is deeper */
    writer->has_member[writer->depth] = false;
}

static void close_container(struct json_writer *writer, char mark) {
    writer->depth--;
    buffer_char(writer->out, mark);
}

void json_open_object(struct json_writer *writer) { open_container(writer, '{'); }

void json_close_object(struct json_writer *writer) { close_container(writer, '}'); }

void json_open_array(struct json_writer *writer) { open_container(writer, '['); }

void json_close_array(struct json_writer *writer) { close_container(writer, ']'); }

static void write_escape(struct buffer *out, unsigned char c) {
    static const char hex[] = "0123456789abcdef";
    switch (c) {
    case '"':
        buffer_string(out, "\\\"");
        break;
    case '\\':
        buffer_string(out, "\\\\");
        break;
    case '\n':
        buffer_string(out, "\\n");
        break;
    case '\r':
        buffer_string(out, "\\r");
        break;
    case '\t':
        buffer_string(out, "\\t");
        break;
    default:
        buffer_string(out, "\\u00");
        buffer_char(out, hex[c >> 4]);
        buffer_char(out, hex[c & 0xF]);
    }
}

static bool needs_escape(unsigned char c) { return c < 0x20 || c == '"' || c == '\\' || c == 0x7f; }

/* Bytes looked at in one go: what gcc makes of the loop below are a few vector instructions. */
#define BLOCK 32

static inline bool block_needs_escape(const char *bytes) {
    unsigned any = 0;
    for (size_t i = 0; i < BLOCK; i++)
        any |= needs_escape((unsigned char)bytes[i]);
    return any;
}

/* The first byte at or after `i` that needs an escape; most of what is written is text. */
static size_t next_escape(struct text value, size_t i) {
    while (value.size - i >= BLOCK && !block_needs_escape(value.data + i))
        i += BLOCK;
    for (; value.size - i >= 8; i += 8) {
        uint64_t word = eight_load(value.data + i);
        if (eight_have_control(word) | eight_have(word, '"') | eight_have(word, '\\'))
            break;
    }
    while (i < value.size && !needs_escape((unsigned char)value.data[i]))
        i++;
    return i;
}

static void write_string(struct buffer *out, struct text value) {
    buffer_char(out, '"');
    for (size_t i = 0; i < value.size;) {
        size_t end = next_escape(value, i);
        buffer_append(out, value.data + i, end - i);
        if (end < value.size)
            write_escape(out, (unsigned char)value.data[end]);
        i = end + 1;
    }
    buffer_char(out, '"');
}

void json_text(struct json_writer *writer, struct text value) {
    json_separate(writer);
    if (value.data)
        write_string(writer->out, value);
    else
        buffer_string(writer->out, "null");
}

static void write_digits(struct buffer *out, uint64_t value) {
    out->size += decimal_write(buffer_room(out, DECIMAL_SIZE), value);
}

void json_integer(struct json_writer *writer, int64_t value) {
    json_separate(writer);
    if (value < 0)
        buffer_char(writer->out, '-');
    write_digits(writer->out, value < 0 ? -(uint64_t)value : (uint64_t)value);
}

void json_boolean(struct json_writer *writer, bool value) {
    json_raw(writer, value ? TEXT("true") : TEXT("false"));
}

void json_null(struct json_writer *writer) { json_raw(writer, TEXT("null")); }

void json_hundredths(struct json_writer *writer, int hundredths) {
    json_separate(writer);
    int rest = abs(hundredths % 100);
    if (hundredths < 0)
        buffer_char(writer->out, '-');
    write_digits(writer->out, (uint64_t)abs(hundredths / 100));
    buffer_char(writer->out, '.');
    buffer_char(writer->out, (char)('0' + rest / 10));
    if (rest % 10)
        buffer_char(writer->out, (char)('0' + rest % 10));
}

void json_span(struct json_writer *writer, struct span span) {
    json_separate(writer);
    char *room = buffer_room(writer->out, 2 * DECIMAL_SIZE + 3);
    size_t size = 0;
    room[size++] = '[';
    size += decimal_write(room + size, span.start);
    room[size++] = ',';
    size += decimal_write(room + size, span.end);
    room[size++] = ']';
    writer->out->size += size;
}

void json_raw(struct json_writer *writer, struct text json) {
    json_separate(writer);
    buffer_text(writer->out, json);
}
