/* Text and spans: borrowed UTF-8 bytes with a length, and half-open byte ranges in them. */
#ifndef TAKLIMAT_BASE_TEXT_H
#define TAKLIMAT_BASE_TEXT_H

#include <stdbool.h>
#include <stddef.h>

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

/* A text over a NUL-terminated string; NULL gives none. */
struct text text_of(const char *string);

/* The bytes of `text` from span.start to span.end, clipped to the text. */
struct text text_slice(struct text text, struct span span);

/* Byte-wise equality. None equals only none or empty. */
bool text_equal(struct text a, struct text b);

/* Equality to a NUL-terminated string. */
bool text_is(struct text text, const char *string);

/* Byte order as by memcmp, shorter first: negative, 0 or positive. */
int text_compare(struct text a, struct text b);

bool text_starts(struct text text, const char *prefix);
bool text_ends(struct text text, const char *suffix);

/* ASCII letters compared without case; other bytes must be equal. */
bool text_equal_ascii_nocase(struct text a, struct text b);

/* The offset of the first `needle` at or after `from`, or text.size. Linear. */
size_t text_find(struct text text, size_t from, struct text needle);

/* Without ASCII white space (and NBSP) at both ends. */
struct text text_trim(struct text text);

/* `span` without ASCII white space (and NBSP) of `text` at both ends. */
struct span span_trim(struct text text, struct span span);

/* Number of bytes of the span. */
size_t span_size(struct span span);

/* True if the spans share a byte. */
bool span_overlap(struct span a, struct span b);

/* True if `inner` lies within `outer`. */
bool span_within(struct span inner, struct span outer);

#endif
