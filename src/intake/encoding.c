/* Plain text in whatever encoding, as UTF-8: see encoding.h. */
#include <config.h>

#include "intake/encoding.h"

#include <iconv.h>
#include <string.h>

#include "base/utf8.h"
#include "intake/format.h"

/* Converts all of `bytes`; none if iconv does not know the encoding or finds a sequence that is not
 * in it. No byte of these encodings makes more than three bytes of UTF-8. */
static struct text convert(struct text bytes, const char *encoding, struct arena *arena) {
    iconv_t converter = iconv_open("UTF-8", encoding);
    if (converter == (iconv_t)-1)
        return (struct text){0};
    size_t room = bytes.size * 3 + 4, left = bytes.size;
    char *start = arena_alloc(arena, room + 1), *out = start;
    char *in = (char *)(uintptr_t)bytes.data; /* iconv does not write to it */
    size_t failed = iconv(converter, &in, &left, &out, &room);
    iconv_close(converter);
    if (failed == (size_t)-1 || left > 0)
        return (struct text){0};
    return (struct text){start, (size_t)(out - start)};
}

/* Control characters that no text file has: pictures and archives are full of them. */
static bool is_binary(struct text bytes) {
    size_t odd = 0;
    for (size_t i = 0; i < bytes.size; i++) {
        unsigned char c = (unsigned char)bytes.data[i];
        if (c == 0)
            return true;
        odd += c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1B;
    }
    return odd * 100 > bytes.size;
}

/* True if the text has characters of three bytes and more in good UTF-8 (typographic quotes,
 * dashes): then it is UTF-8 that was damaged, and to read it as Windows-1252 would garble them all.
 */
static bool is_damaged_utf8(struct text text) {
    size_t good = 0, bad = 0;
    while (text.size > 0) {
        size_t sound = utf8_check(text);
        for (size_t i = 0; i < sound; i++)
            good += (unsigned char)text.data[i] >= 0xE0;
        bad += sound < text.size;
        size_t step = sound < text.size ? sound + 1 : sound;
        text.data += step;
        text.size -= step;
    }
    return good > bad;
}

static bool convert_utf16(struct text bytes, bool little, struct arena *arena, struct text *text,
                          struct text *converted, struct fault *fault) {
    if (bytes.size % 2)
        return fault_set(fault, "not_text", bytes.size, "UTF-16 with half a character at the end");
    *text = convert(bytes, little ? "UTF-16LE" : "UTF-16BE", arena);
    *converted = little ? TEXT("UTF-16LE") : TEXT("UTF-16BE");
    size_t mark = text->data ? format_mark_size(*text) : 0;
    if (!text->data || is_binary(*text))
        return fault_set(fault, "not_text", 0, "not a text: neither UTF-8 nor UTF-16");
    *text = (struct text){text->data + mark, text->size - mark};
    return true;
}

bool encoding_to_utf8(struct text bytes, struct arena *arena, struct text *text,
                      struct text *converted, struct fault *fault) {
    return encoding_declared_to_utf8(bytes, NULL, arena, text, converted, fault);
}

bool encoding_declared_to_utf8(struct text bytes, const char *declared, struct arena *arena,
                               struct text *text, struct text *converted, struct fault *fault) {
    bool little;
    if (format_is_utf16(bytes, &little))
        return convert_utf16(bytes, little, arena, text, converted, fault);
    const char *nul = memchr(bytes.data, '\0', bytes.size);
    if (is_binary(bytes))
        return fault_set(fault, "not_text", nul ? (size_t)(nul - bytes.data) : 0,
                         "not a text: it has control characters that no text has");
    size_t mark = format_mark_size(bytes), bad;
    *text = (struct text){bytes.data + mark, bytes.size - mark};
    if ((bad = utf8_check(*text)) == text->size)
        return true;
    struct text other = {0};
    if (!is_damaged_utf8(*text)) {
        *converted = declared ? text_of(arena_cstring(arena, text_of(declared))) : TEXT("");
        other = declared ? convert(*text, declared, arena) : other;
        if (!other.data) {
            *converted = TEXT("Windows-1252");
            other = convert(*text, "WINDOWS-1252", arena);
        }
    }
    if (!other.data)
        return fault_print(fault, arena, "not_utf8", bad + mark, "invalid UTF-8 at byte %zu",
                           bad + mark);
    *text = other;
    return true;
}
