/* Byte-stable JSON: see json_write.h. Below every stage. */
#include <config.h>

#include "base/json_write.h"

#include <inttypes.h>
#include <stdlib.h>

/* The comma before a value that is no first member; a value after a key has had it already. */
static void separate(struct json_writer *writer) {
    if (writer->has_member[writer->depth])
        buffer_char(writer->out, ',');
    writer->has_member[writer->depth] = true;
}

static void open_container(struct json_writer *writer, char mark) {
    separate(writer);
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

static void write_string(struct buffer *out, struct text value) {
    buffer_char(out, '"');
    size_t plain = 0;
    for (size_t i = 0; i < value.size; i++) {
        unsigned char c = (unsigned char)value.data[i];
        if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7f)
            continue;
        buffer_append(out, value.data + plain, i - plain);
        write_escape(out, c);
        plain = i + 1;
    }
    if (value.size)
        buffer_append(out, value.data + plain, value.size - plain);
    buffer_char(out, '"');
}

void json_key(struct json_writer *writer, const char *key) {
    separate(writer);
    write_string(writer->out, text_of(key));
    buffer_char(writer->out, ':');
    writer->has_member[writer->depth] = false; /* the value itself takes no comma */
}

void json_text(struct json_writer *writer, struct text value) {
    separate(writer);
    if (value.data)
        write_string(writer->out, value);
    else
        buffer_string(writer->out, "null");
}

void json_string(struct json_writer *writer, const char *value) {
    json_text(writer, text_of(value));
}

void json_integer(struct json_writer *writer, int64_t value) {
    separate(writer);
    buffer_printf(writer->out, "%" PRId64, value);
}

void json_boolean(struct json_writer *writer, bool value) {
    json_raw(writer, value ? TEXT("true") : TEXT("false"));
}

void json_null(struct json_writer *writer) { json_raw(writer, TEXT("null")); }

void json_hundredths(struct json_writer *writer, int hundredths) {
    separate(writer);
    int rest = abs(hundredths % 100);
    const char *sign = hundredths < 0 ? "-" : "";
    if (rest % 10 == 0)
        buffer_printf(writer->out, "%s%d.%d", sign, abs(hundredths / 100), rest / 10);
    else
        buffer_printf(writer->out, "%s%d.%02d", sign, abs(hundredths / 100), rest);
}

void json_span(struct json_writer *writer, struct span span) {
    json_open_array(writer);
    json_integer(writer, (int64_t)span.start);
    json_integer(writer, (int64_t)span.end);
    json_close_array(writer);
}

void json_raw(struct json_writer *writer, struct text json) {
    separate(writer);
    buffer_text(writer->out, json);
}

void json_member_text(struct json_writer *writer, const char *key, struct text value) {
    json_key(writer, key);
    json_text(writer, value);
}

void json_member_integer(struct json_writer *writer, const char *key, int64_t value) {
    json_key(writer, key);
    json_integer(writer, value);
}
