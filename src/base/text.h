/* Text and spans: borrowed UTF-8 bytes with a length, and half-open byte ranges in them. */
#ifndef TAKLIMAT_BASE_TEXT_H
#define TAKLIMAT_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

/* Borrowed bytes, UTF-8 where not said otherwise, not NUL-terminated. `data` NULL means "none"
 * (null in JSON); an empty text that is there has a non-NULL `data`. */
struct text {
    const char *data;
    size_t size; /* bytes */
};

/* A half-open range [start, end) of byte offsets. start == end is "nothing". */
struct span {
    size_t start;
    size_t end;
};

#define TEXT(literal) ((struct text){"" literal, sizeof(literal) - 1})

/* A text over a NUL-terminated string; NULL gives none. What follows is inline, so that the length
 * of a constant is told at compile time. */
static inline struct text text_of(const char *string) {
    return (struct text){string, string ? strlen(string) : 0};
}

/* The bytes of `text` from span.start to span.end, clipped to the text. */
static inline struct text text_slice(struct text text, struct span span) {
    if (span.end > text.size)
        span.end = text.size;
    if (span.start > span.end)
        span.start = span.end;
    return (struct text){text.data ? text.data + span.start : NULL, span.end - span.start};
}

/* Byte-wise equality. None equals only none or empty. */
static inline bool text_equal(struct text a, struct text b) {
    return a.size == b.size && (a.size == 0 || memcmp(a.data, b.data, a.size) == 0);
}

/* Equality to a NUL-terminated string. */
static inline bool text_is(struct text text, const char *string) {
    return text_equal(text, text_of(string));
}

/* True if the text is one of the strings, which NULL ends. */
static inline bool text_among(struct text text, const char *const *strings) {
    while (*strings && !text_is(text, *strings))
        strings++;
    return *strings != NULL;
}

/* Byte order as by memcmp, shorter first: negative, 0 or positive. */
int text_compare(struct text a, struct text b);

static inline bool text_starts(struct text text, const char *prefix) {
    size_t size = strlen(prefix);
    return text.size >= size && memcmp(text.data, prefix, size) == 0;
}

static inline bool text_ends(struct text text, const char *suffix) {
    size_t size = strlen(suffix);
    return text.size >= size && memcmp(text.data + text.size - size, suffix, size) == 0;
}

/* ASCII letters compared without case; other bytes must be equal. */
bool text_equal_ascii_nocase(struct text a, struct text b);

/* The order of bytes, shorter first, where ASCII letters are compared without case: 0 for texts
 * that text_equal_ascii_nocase holds for equal. */
int text_compare_ascii_nocase(struct text a, struct text b);

/* The offset of the first `needle` at or after `from`, or text.size. Linear. */
size_t text_find(struct text text, size_t from, struct text needle);

/* The number of the line, from 1, in which the byte at `offset` stands; that of the last line for
 * an offset behind the end. */
size_t text_line(struct text text, size_t offset);

/* Without ASCII white space (and NBSP) at both ends. */
struct text text_trim(struct text text);

/* `span` without ASCII white space (and NBSP) of `text` at both ends. */
struct span span_trim(struct text text, struct span span);

/* Number of bytes of the span. */
static inline size_t span_size(struct span span) { return span.end - span.start; }

/* True if the spans share a byte. */
static inline bool span_overlap(struct span a, struct span b) {
    return a.start < b.end && b.start < a.end;
}

/* True if `inner` lies within `outer`. */
bool span_within(struct span inner, struct span outer);

#endif
