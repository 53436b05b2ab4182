/* Base64 through libcrypto: see base64.h. Below every stage. */
#include <config.h>

#include "base/base64.h"

#include <openssl/evp.h>

struct text base64_encode(struct arena *arena, struct text bytes) {
    /* libcrypto counts in int. */
    size_t size = bytes.size < ((size_t)1 << 30) ? bytes.size : (size_t)1 << 30;
    unsigned char *encoded = arena_alloc(arena, (size + 2) / 3 * 4 + 1);
    int written = size ? EVP_EncodeBlock(encoded, (const unsigned char *)bytes.data, (int)size) : 0;
    return (struct text){(const char *)encoded, (size_t)written};
}
