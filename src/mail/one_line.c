/* One printable line: see one_line.h. Before and after: src/mail. */
#include <config.h>

#include "mail/one_line.h"

#include "base/utf8.h"

/* The next character and its size; '?' for a byte that begins none. */
static uint32_t next_character(struct text text, size_t at, size_t *size) {
    size_t most = text.size - at < 4 ? text.size - at : 4;
    for (*size = 1; *size <= most; ++*size)
        if (utf8_check((struct text){text.data + at, *size}) == *size)
            return utf8_decode(text, at, size);
    *size = 1;
    return '?';
}

/* Controls of ASCII and Latin-1, ends of lines and paragraphs, and marks of direction, which could
 * make a line say something else than it does. */
static bool is_blank(uint32_t c) {
    return c < 0x20 || (c >= 0x7F && c < 0xA0) || utf8_is_space(c) || c == 0x2028 || c == 0x2029 ||
           (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0xFEFF;
}

struct text one_line(char *out, size_t room, struct text text) {
    size_t used = 0, size;
    bool blank = false;
    for (size_t at = 0; at < text.size; at += size) {
        char bytes[4];
        uint32_t c = next_character(text, at, &size);
        if (is_blank(c)) {
            blank = used > 0;
            continue;
        }
        size_t length = utf8_encode(c, bytes);
        if (used + blank + length >= room)
            break;
        if (blank)
            out[used++] = ' ';
        memcpy(out + used, bytes, length);
        used += length;
        blank = false;
    }
    out[used] = '\0';
    return (struct text){out, used};
}
