/* SHA-256 of bytes that arrive piece by piece; sha256.h has the digest of what is in memory
 * already. */
#ifndef TAKLIMAT_BASE_DIGEST_H
#define TAKLIMAT_BASE_DIGEST_H

#include <stddef.h>

#define DIGEST_HEX_SIZE 65

struct digest; /* opaque */

/* A digest of no bytes yet. Ended and freed by digest_finish. */
struct digest *digest_start(void);

/* Adds `size` bytes. */
void digest_add(struct digest *digest, const void *bytes, size_t size);

/* Writes 64 lower-case hex digits and NUL into `hex` and frees the digest. */
void digest_finish(struct digest *digest, char hex[DIGEST_HEX_SIZE]);

#endif
