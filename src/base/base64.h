/* Base64 (RFC 4648, with padding) through libcrypto. */
#ifndef TAKLIMAT_BASE_BASE64_H
#define TAKLIMAT_BASE_BASE64_H

#include "base/arena.h"
#include "base/text.h"

/* The Base64 form of `bytes` (any bytes, at most 1 GiB), in the arena, NUL-terminated beyond its
 * size. */
struct text base64_encode(struct arena *arena, struct text bytes);

#endif
