/* Packed numbers: small ones take a byte, so that what must be kept takes little memory. What is
 * packed never leaves the process: no byte order, no version, and nothing to check when it is
 * opened. */
#ifndef TAKLIMAT_BASE_PACK_H
#define TAKLIMAT_BASE_PACK_H

#include <stdint.h>

#include "base/buffer.h"

/* Appends seven bits a byte, the low ones first. */
static inline void pack_size(struct buffer *out, size_t value) {
    for (; value > 0x7f; value >>= 7)
        buffer_char(out, (char)(unsigned char)(value | 0x80));
    buffer_char(out, (char)value);
}

/* The number at *at, which moves behind it. */
static inline size_t pack_open_size(const char **at) {
    size_t value = 0;
    for (int shift = 0;; shift += 7) {
        unsigned char byte = (unsigned char)*(*at)++;
        value |= (size_t)(byte & 0x7f) << shift;
        if (byte <= 0x7f)
            return value;
    }
}

/* The same for numbers that are as often below zero. */
static inline void pack_signed(struct buffer *out, int64_t value) {
    uint64_t twice = (uint64_t)value << 1;
    pack_size(out, (size_t)(value < 0 ? ~twice : twice));
}

static inline int64_t pack_open_signed(const char **at) {
    uint64_t value = pack_open_size(at);
    return (int64_t)(value & 1 ? ~(value >> 1) : value >> 1);
}

#endif
