/* Making characters harmless: see safe_text.h. Before: articles. After: show_wrap.c, show_html.c,
 * diff.c. */
#include <config.h>

#include "cli/safe_text.h"

#include "base/buffer.h"
#include "base/utf8.h"

#define REPLACEMENT 0xFFFD

uint32_t safe_character(uint32_t c) {
    if (c == '\n' || c == 0x2028 || c == 0x2029)
        return '\n';
    if (c == '\t')
        return ' ';
    if (c < 0x20 || (c >= 0x7F && c < 0xA0))
        return REPLACEMENT;
    if (c == 0x061C || c == 0x200B || utf8_is_ignorable(c))
        return 0;
    return c;
}

uint32_t safe_decode(struct text text, size_t offset, size_t *size) {
    uint32_t c = utf8_decode(text, offset, size);
    if (c != '\r')
        return safe_character(c);
    bool crlf = offset + 1 < text.size && text.data[offset + 1] == '\n';
    return crlf ? 0 : '\n';
}

struct text safe_line(struct arena *arena, struct text text) {
    struct buffer line = {0};
    char bytes[4];
    for (size_t i = 0, size; i < text.size; i += size) {
        uint32_t c = safe_decode(text, i, &size);
        if (c)
            buffer_text(&line, (struct text){bytes, utf8_encode(c == '\n' ? ' ' : c, bytes)});
    }
    struct text copy = arena_copy(arena, buffer_view(&line));
    buffer_free(&line);
    return copy;
}
