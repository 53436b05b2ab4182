/* Text and spans: see text.h. Below every stage. */
#include <config.h>

#include "base/text.h"

#include <string.h>

#include "base/ascii.h"

int text_compare(struct text a, struct text b) {
    size_t size = a.size < b.size ? a.size : b.size;
    int order = size ? memcmp(a.data, b.data, size) : 0;
    if (order)
        return order;
    return (a.size > b.size) - (a.size < b.size);
}

bool text_equal_ascii_nocase(struct text a, struct text b) {
    if (a.size != b.size)
        return false;
    for (size_t i = 0; i < a.size; i++)
        if (ascii_lower(a.data[i]) != ascii_lower(b.data[i]))
            return false;
    return true;
}

int text_compare_ascii_nocase(struct text a, struct text b) {
    for (size_t i = 0; i < a.size && i < b.size; i++) {
        unsigned char x = (unsigned char)ascii_lower(a.data[i]);
        unsigned char y = (unsigned char)ascii_lower(b.data[i]);
        if (x != y)
            return x < y ? -1 : 1;
    }
    return (a.size > b.size) - (a.size < b.size);
}

/* Needles that memchr finds sooner by their first byte: for these memmem takes a step a byte. */
#define SHORT_NEEDLE 3

static const char *find_short(struct text text, size_t from, struct text needle) {
    const char *last = text.data + (text.size - needle.size), *at = text.data + from;
    while (at <= last && (at = memchr(at, needle.data[0], (size_t)(last - at) + 1))) {
        if (memcmp(at, needle.data, needle.size) == 0)
            return at;
        at++;
    }
    return NULL;
}

size_t text_find(struct text text, size_t from, struct text needle) {
    if (from > text.size || needle.size > text.size - from)
        return text.size;
    if (needle.size == 0)
        return from;
    const char *found = needle.size <= SHORT_NEEDLE
                            ? find_short(text, from, needle)
                            : memmem(text.data + from, text.size - from, needle.data, needle.size);
    return found ? (size_t)(found - text.data) : text.size;
}

size_t text_line(struct text text, size_t offset) {
    size_t line = 1;
    for (size_t i = 0; i < offset && i < text.size; i++)
        line += text.data[i] == '\n';
    return line;
}

static bool ascii_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

/* True if nothing is to be trimmed, as mostly: neither a space nor a part of NBSP (C2 A0). */
static bool ends_plainly(char c) { return c > ' ' && c < 0x7F; }

struct span span_trim(struct text text, struct span span) {
    const char *s = text.data;
    if (span.start < span.end && ends_plainly(s[span.start]) && ends_plainly(s[span.end - 1]))
        return span;
    for (;;) {
        if (span.start < span.end && ascii_space(s[span.start]))
            span.start++;
        else if (span.end - span.start >= 2 && memcmp(s + span.start, "\xC2\xA0", 2) == 0)
            span.start += 2;
        else
            break;
    }
    for (;;) {
        if (span.start < span.end && ascii_space(s[span.end - 1]))
            span.end--;
        else if (span.end - span.start >= 2 && memcmp(s + span.end - 2, "\xC2\xA0", 2) == 0)
            span.end -= 2;
        else
            break;
    }
    return span;
}

struct text text_trim(struct text text) {
    if (text.size == 0 || (ends_plainly(text.data[0]) && ends_plainly(text.data[text.size - 1])))
        return text;
    return text_slice(text, span_trim(text, (struct span){0, text.size}));
}

bool span_within(struct span inner, struct span outer) {
    return inner.start >= outer.start && inner.end <= outer.end;
}
