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

bool encoding_to_utf8(struct text bytes, struct arena *arena, struct text *text,
                      struct text *converted, struct fault *fault) {
    bool little;
    if (format_is_utf16(bytes, &little)) {
        *text = convert(bytes, little ? "UTF-16LE" : "UTF-16BE", arena);
        *converted = little ? TEXT("UTF-16LE") : TEXT("UTF-16BE");
        if (text->data && text_starts(*text, "\xEF\xBB\xBF"))
            *text = (struct text){text->data + 3, text->size - 3};
        return (text->data && !is_binary(*text)) ||
               fault_set(fault, "not_text", 0, "not a text: neither UTF-8 nor UTF-16");
    }
    const char *nul = memchr(bytes.data, '\0', bytes.size);
    if (is_binary(bytes))
        return fault_set(fault, "not_text", nul ? (size_t)(nul - bytes.data) : 0,
                         "not a text: it has control characters that no text has");
    size_t mark = format_mark_size(bytes);
    *text = (struct text){bytes.data + mark, bytes.size - mark};
    if (utf8_check(*text) == text->size)
        return true;
    *text = convert(*text, "WINDOWS-1252", arena);
    *converted = TEXT("Windows-1252");
    return text->data ||
           fault_set(fault, "not_utf8", utf8_check(bytes), "neither UTF-8 nor Windows-1252");
}
