/* PDF's syntax: see syntax.h. All numbers are written from integers, since printf's %f follows the
 * locale. Before: the writers of this folder. */
#include <config.h>

#include "pdf/syntax.h"

#include "base/utf8.h"

void syntax_integer(struct buffer *out, int64_t value) {
    char digits[24];
    size_t at = sizeof digits;
    uint64_t rest = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
    do
        digits[--at] = (char)('0' + rest % 10);
    while (rest /= 10);
    if (value < 0)
        digits[--at] = '-';
    buffer_append(out, digits + at, sizeof digits - at);
}

void syntax_reference(struct buffer *out, const char *before, unsigned number) {
    buffer_string(out, before);
    syntax_integer(out, number);
    buffer_append(out, " 0 R", 4);
}

void syntax_thousandths(struct buffer *out, int64_t value) {
    if (value < 0) {
        buffer_char(out, '-');
        value = -value;
    }
    int64_t part = value % 1000;
    if (value >= 1000 || part == 0)
        syntax_integer(out, value / 1000);
    if (part == 0)
        return;
    buffer_char(out, '.');
    for (int64_t unit = 100; part > 0; part %= unit, unit /= 10)
        buffer_char(out, (char)('0' + part / unit));
}

void syntax_byte(struct buffer *out, unsigned byte) {
    if (byte == '(' || byte == ')' || byte == '\\')
        buffer_char(out, '\\');
    if (byte == '\r') /* a bare one would be read as a line feed */
        buffer_string(out, "\\r");
    else
        buffer_char(out, (char)byte);
}

static void put_hex(struct buffer *out, unsigned value, unsigned digits) {
    static const char hex[] = "0123456789ABCDEF";
    while (digits-- > 0)
        buffer_char(out, hex[value >> 4 * digits & 15u]);
}

uint32_t syntax_shown(uint32_t character) {
    if (character < ' ' || (character >= 0x7F && character < 0xA0) || character == 0x2028 ||
        character == 0x2029)
        return ' ';
    return (character & 0xFFFE) == 0xFFFE ? 0 : character;
}

static void utf16_string(struct buffer *out, struct text text) {
    buffer_string(out, "<FEFF");
    for (size_t at = 0, bytes; at < text.size; at += bytes) {
        uint32_t character = syntax_shown(utf8_decode(text, at, &bytes));
        if (character < 0x10000) {
            if (character)
                put_hex(out, character, 4);
        } else {
            put_hex(out, 0xD800 + ((character - 0x10000) >> 10), 4);
            put_hex(out, 0xDC00 + (character & 0x3FF), 4);
        }
    }
    buffer_char(out, '>');
}

void syntax_text(struct buffer *out, struct text text) {
    for (size_t i = 0; i < text.size; i++)
        if ((unsigned char)text.data[i] >= 0x80) {
            utf16_string(out, text);
            return;
        }
    buffer_char(out, '(');
    for (size_t i = 0; i < text.size; i++)
        syntax_byte(out, syntax_shown((unsigned char)text.data[i]));
    buffer_char(out, ')');
}

void syntax_uri(struct buffer *out, struct text uri) {
    buffer_char(out, '(');
    for (size_t i = 0; i < uri.size; i++) {
        unsigned byte = (unsigned char)uri.data[i];
        if (byte > ' ' && byte < 0x7F && byte != '<' && byte != '>' && byte != '"') {
            syntax_byte(out, byte);
        } else {
            buffer_char(out, '%');
            put_hex(out, byte, 2);
        }
    }
    buffer_char(out, ')');
}

/* One of 256 steps as thousandths; a viewer comes back to the same step. */
static void put_step(struct buffer *out, uint32_t step) {
    syntax_thousandths(out, (int64_t)((step * 1000 + 127) / 255));
}

void syntax_fill(struct buffer *out, uint32_t colour) {
    uint32_t red = colour >> 16 & 0xFF, green = colour >> 8 & 0xFF, blue = colour & 0xFF;
    put_step(out, red);
    if (red != green || green != blue) {
        buffer_char(out, ' ');
        put_step(out, green);
        buffer_char(out, ' ');
        put_step(out, blue);
        buffer_string(out, " rg\n");
    } else {
        buffer_string(out, " g\n");
    }
}
