/* UTF-8 through utf8proc, with fast paths for ASCII: see utf8.h. Below every stage. */
#include <config.h>

#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/eight.h"
#include "base/memory.h"

/* Eight bytes at once: news is mostly ASCII, and the check stands before everything else. */
static size_t skip_ascii(const unsigned char *s, size_t i, size_t size) {
    uint64_t word;
    while (size - i >= sizeof word) {
        memcpy(&word, s + i, sizeof word);
        if (word & UINT64_C(0x8080808080808080))
            break;
        i += sizeof word;
    }
    while (i < size && s[i] < 0x80)
        i++;
    return i;
}

/* Size of the sequence that starts with `lead`, 0 if none does; the second byte must lie in [*low,
 * *high] (RFC 3629, section 4). */
static size_t sequence_size(unsigned char lead, unsigned char *low, unsigned char *high) {
    *low = 0x80;
    *high = 0xBF;
    if (lead >= 0xC2 && lead <= 0xDF)
        return 2;
    if (lead >= 0xE0 && lead <= 0xEF) {
        if (lead == 0xE0)
            *low = 0xA0;
        if (lead == 0xED)
            *high = 0x9F;
        return 3;
    }
    if (lead >= 0xF0 && lead <= 0xF4) {
        if (lead == 0xF0)
            *low = 0x90;
        if (lead == 0xF4)
            *high = 0x8F;
        return 4;
    }
    return 0;
}

size_t utf8_check(struct text text) {
    const unsigned char *s = (const unsigned char *)text.data;
    size_t i = 0;
    while ((i = skip_ascii(s, i, text.size)) < text.size) {
        unsigned char low, high;
        size_t size = sequence_size(s[i], &low, &high);
        if (size == 0 || text.size - i < size || s[i + 1] < low || s[i + 1] > high)
            return i;
        for (size_t k = 2; k < size; k++)
            if ((s[i + k] & 0xC0) != 0x80)
                return i;
        i += size;
    }
    return text.size;
}

uint32_t utf8_decode(struct text text, size_t offset, size_t *size) {
    const unsigned char *s = (const unsigned char *)text.data + offset;
    if (s[0] < 0x80) {
        *size = 1;
        return s[0];
    }
    utf8proc_int32_t codepoint;
    utf8proc_ssize_t left = (utf8proc_ssize_t)(text.size - offset);
    utf8proc_ssize_t read = utf8proc_iterate(s, left, &codepoint);
    *size = read > 0 ? (size_t)read : 1;
    return read > 0 ? (uint32_t)codepoint : 0xFFFD;
}

size_t utf8_encode(uint32_t codepoint, char *out) {
    return (size_t)utf8proc_encode_char((utf8proc_int32_t)codepoint, (utf8proc_uint8_t *)out);
}

size_t utf8_length(struct text text) {
    size_t count = 0, i = 0;
    for (; text.size - i >= 8; i += 8) /* eight bytes at once: whole lines are measured */
        count += 8 - eight_count(eight_continuations(eight_load(text.data + i)));
    for (; i < text.size; i++)
        count += ((unsigned char)text.data[i] & 0xC0) != 0x80;
    return count;
}

static utf8proc_category_t category(uint32_t codepoint) {
    return utf8proc_category((utf8proc_int32_t)codepoint);
}

bool utf8_is_letter(uint32_t codepoint) {
    if (codepoint < 0x80)
        return (codepoint | 0x20) >= 'a' && (codepoint | 0x20) <= 'z';
    switch (category(codepoint)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
        return true;
    default:
        return false;
    }
}

bool utf8_is_upper(uint32_t codepoint) {
    if (codepoint < 0x80)
        return codepoint >= 'A' && codepoint <= 'Z';
    utf8proc_category_t c = category(codepoint);
    return c == UTF8PROC_CATEGORY_LU || c == UTF8PROC_CATEGORY_LT;
}

bool utf8_is_lower(uint32_t codepoint) {
    if (codepoint < 0x80)
        return codepoint >= 'a' && codepoint <= 'z';
    return category(codepoint) == UTF8PROC_CATEGORY_LL;
}

bool utf8_is_digit(uint32_t codepoint) {
    if (codepoint < 0x80)
        return codepoint >= '0' && codepoint <= '9';
    return category(codepoint) == UTF8PROC_CATEGORY_ND;
}

bool utf8_is_alphanumeric(uint32_t codepoint) {
    if (codepoint < 0x80)
        return utf8_is_letter(codepoint) || utf8_is_digit(codepoint);
    switch (category(codepoint)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return true;
    default:
        return false;
    }
}

unsigned utf8_width(uint32_t codepoint) {
    int width = utf8proc_charwidth((utf8proc_int32_t)codepoint);
    return width > 0 ? (unsigned)width : 0;
}

bool utf8_is_space(uint32_t codepoint) {
    if (codepoint < 0x80)
        return codepoint == ' ' || (codepoint >= '\t' && codepoint <= '\r');
    if (codepoint == 0x200B || codepoint == 0x85)
        return true;
    utf8proc_category_t c = category(codepoint);
    return c == UTF8PROC_CATEGORY_ZS || c == UTF8PROC_CATEGORY_ZL || c == UTF8PROC_CATEGORY_ZP;
}

bool utf8_is_ignorable(uint32_t codepoint) {
    return codepoint == 0xAD || codepoint == 0xFEFF ||
           (codepoint >= 0x200C && codepoint <= 0x200F) ||
           (codepoint >= 0x202A && codepoint <= 0x202E) ||
           (codepoint >= 0x2060 && codepoint <= 0x2064) ||
           (codepoint >= 0x2066 && codepoint <= 0x2069);
}

/* Nothing below U+0300 composes or reorders, and Latin text of the news stays below it but for
 * punctuation from U+2000 to U+20CF (three bytes starting E2 80..83), which is in NFC but for the
 * spaces U+2000 and U+2001. */
bool utf8_may_need_nfc(struct text text) {
    const unsigned char *s = (const unsigned char *)text.data;
    for (size_t i = 0; (i = skip_ascii(s, i, text.size)) < text.size;) {
        if (s[i] < 0xCC) {
            i += 2;
        } else if (s[i] == 0xE2 && s[i + 1] <= 0x83 &&
                   !(s[i + 1] == 0x80 && (s[i + 2] == 0x80 || s[i + 2] == 0x81))) {
            i += 3;
        } else {
            return true;
        }
    }
    return false;
}

/* The text mapped by utf8proc, in the arena; the text itself where that fails for anything but
 * memory. */
static struct text map(struct arena *arena, struct text text, utf8proc_option_t options) {
    utf8proc_uint8_t *mapped = NULL;
    utf8proc_ssize_t size = utf8proc_map((const utf8proc_uint8_t *)text.data,
                                         (utf8proc_ssize_t)text.size, &mapped, options);
    if (size < 0)
        return size == UTF8PROC_ERROR_NOMEM ? (memory_resize(NULL, (size_t)-1, 2), text) : text;
    struct text result = arena_copy(arena, (struct text){(const char *)mapped, (size_t)size});
    free(mapped);
    return result;
}

struct text utf8_nfc(struct arena *arena, struct text text) {
    if (!utf8_may_need_nfc(text))
        return text;
    return map(arena, text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

static bool is_ascii(struct text text) {
    return skip_ascii((const unsigned char *)text.data, 0, text.size) == text.size;
}

struct text utf8_nfkc(struct arena *arena, struct text text) {
    if (is_ascii(text))
        return text;
    return map(arena, text, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_COMPAT);
}

/* True if folding would change the text: a capital, or any character beyond ASCII. */
static bool folds(struct text text) {
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c >= 0x80 || c == '`' || (c >= 'A' && c <= 'Z'))
            return true;
    }
    return false;
}

uint32_t utf8_fold_character(uint32_t c) {
    if (c < 0x80)
        return c >= 'A' && c <= 'Z' ? c + 32 : c == '`' ? '\'' : c;
    if (c == 0x2018 || c == 0x2019 || c == 0x201B || c == 0x02BC)
        return '\'';
    if (c == 0x2010 ||
        c == 0x2011) /* the hyphen's own character, and the one that does not break */
        return '-';
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)c);
}

struct text utf8_fold(struct arena *arena, struct text text) {
    if (!folds(text))
        return text;
    /* A lower-case form can be longer than the capital: at most 3 bytes for 2 (U+023A), so twice is
     * enough. */
    char *out = arena_alloc(arena, text.size * 2 + 4);
    size_t used = 0;
    for (size_t i = 0, size; i < text.size; i += size) {
        uint32_t c = utf8_decode(text, i, &size);
        if (!utf8_is_ignorable(c))
            used += utf8_encode(utf8_fold_character(c), out + used);
    }
    return (struct text){out, used};
}

struct text utf8_casefold(struct arena *arena, struct text text) {
    if (!folds(text))
        return text;
    if (!is_ascii(text))
        return map(arena, text, UTF8PROC_CASEFOLD);
    char *out = arena_alloc(arena, text.size);
    for (size_t i = 0; i < text.size; i++)
        out[i] =
            (char)(text.data[i] >= 'A' && text.data[i] <= 'Z' ? text.data[i] + 32 : text.data[i]);
    return (struct text){out, text.size};
}
