/* SHA-256 through libcrypto. */
#ifndef TAKLIMAT_BASE_SHA256_H
#define TAKLIMAT_BASE_SHA256_H

#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"

/* The digest of `count` parts separated by one NUL byte (none after the last). */
void sha256_parts(const struct text *parts, size_t count, uint8_t digest[32]);

/* Writes the first `digits` (at most 64) lower-case hex digits of a digest, without a NUL. */
void sha256_digits(char *out, const uint8_t digest[32], size_t digits);

/* The first `digits` (at most 64) lower-case hex digits of the digest of the parts, in the arena,
 * NUL-terminated. */
struct text sha256_hex(struct arena *arena, const struct text *parts, size_t count, size_t digits);

#endif
