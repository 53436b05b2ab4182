/* Looking at eight bytes at once, for passes over whole texts in which hardly any byte matters. The
 * questions are about the eight bytes as a set, so that the machine's byte order is all one. */
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

#endif
