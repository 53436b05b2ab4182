/* Looking at eight bytes at once, for passes over whole texts in which hardly any byte matters.
 * What asks for the eight bytes as a set takes them in the machine's byte order (eight_load); what
 * asks which of them takes the first byte as the lowest (eight_load_low). Answers for each byte are
 * its highest bit. */
#ifndef TAKLIMAT_BASE_EIGHT_H
#define TAKLIMAT_BASE_EIGHT_H

#include <stdint.h>
#include <string.h>

#define EIGHT_TIMES(byte) (UINT64_C(0x0101010101010101) * (byte))

static inline uint64_t eight_load(const char *bytes) {
    uint64_t word;
    memcpy(&word, bytes, sizeof word);
    return word;
}

/* Not 0 if one of the bytes is `byte`. */
static inline uint64_t eight_have(uint64_t word, unsigned char byte) {
    uint64_t difference = word ^ EIGHT_TIMES(byte);
    return (difference - EIGHT_TIMES(1)) & ~difference & EIGHT_TIMES(0x80);
}

/* Not 0 if one of the bytes is an ASCII control character: below 0x20, or 0x7F. */
static inline uint64_t eight_have_control(uint64_t word) {
    return ((word - EIGHT_TIMES(0x20)) & ~word & EIGHT_TIMES(0x80)) | eight_have(word, 0x7F);
}

/* The eight bytes, the first the lowest, on every machine. */
static inline uint64_t eight_load_low(const char *bytes) {
    uint64_t word = eight_load(bytes);
#if defined(__BYTE_ORDER__) && __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
    word = __builtin_bswap64(word);
#endif
    return word;
}

/* The bytes that are ASCII letters. */
static inline uint64_t eight_letters(uint64_t word) {
    uint64_t low = (word & EIGHT_TIMES(0x7F)) | EIGHT_TIMES(0x20);
    return (low + EIGHT_TIMES(0x80 - 'a')) & ~(low + EIGHT_TIMES(0x7F - 'z')) & ~word &
           EIGHT_TIMES(0x80);
}

/* The bytes that are none. */
static inline uint64_t eight_no_letters(uint64_t word) {
    return eight_letters(word) ^ EIGHT_TIMES(0x80);
}

/* Of bytes that are letters, those that are capitals: 0x20 is what lower case adds. */
static inline uint64_t eight_capitals(uint64_t word) { return ~(word << 2) & EIGHT_TIMES(0x80); }

/* The bytes that are ASCII digits. */
static inline uint64_t eight_digits(uint64_t word) {
    uint64_t low = word & EIGHT_TIMES(0x7F);
    return (low + EIGHT_TIMES(0x80 - '0')) & ~(low + EIGHT_TIMES(0x7F - '9')) & ~word &
           EIGHT_TIMES(0x80);
}

/* The bytes that go on with a character of UTF-8: 10xxxxxx. */
static inline uint64_t eight_continuations(uint64_t word) {
    return word & ~(word << 1) & EIGHT_TIMES(0x80);
}

/* How many bytes an answer has. */
static inline unsigned eight_count(uint64_t answer) {
    return (unsigned)((answer >> 7) * EIGHT_TIMES(1) >> 56);
}

/* All bits of the bytes before the first one in an answer that is not 0. */
static inline uint64_t eight_below(uint64_t answer) { return ((answer & -answer) >> 7) - 1; }

/* The number of the first byte in an answer that is not 0; the bytes' first is the lowest. */
static inline unsigned eight_first(uint64_t answer) {
    return (unsigned)__builtin_ctzll(answer) / 8;
}

#endif
