/* SHA-256 through libcrypto: see sha256.h. Below every stage. */
#include <config.h>

/* The names that OpenSSL 3 would rather see replaced by EVP: every fact has an identifier from a
 * digest of some 40 bytes, and to fetch the method by its name and allocate a context costs four
 * times what the digest does. These need neither, and cannot fail. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

#include "base/sha256.h"

void sha256_parts(const struct text *parts, size_t count, uint8_t digest[32]) {
    SHA256_CTX context;
    SHA256_Init(&context);
    for (size_t i = 0; i < count; i++) {
        if (i > 0)
            SHA256_Update(&context, "", 1);
        if (parts[i].size)
            SHA256_Update(&context, parts[i].data, parts[i].size);
    }
    SHA256_Final(digest, &context);
}

void sha256_digits(char *out, const uint8_t digest[32], size_t digits) {
    static const char hex[] = "0123456789abcdef";
    for (size_t i = 0; i < digits; i++)
        out[i] = hex[(digest[i / 2] >> (i % 2 ? 0 : 4)) & 0xF];
}

struct text sha256_hex(struct arena *arena, const struct text *parts, size_t count, size_t digits) {
    uint8_t digest[32];
    sha256_parts(parts, count, digest);
    char *out = arena_alloc(arena, digits + 1);
    sha256_digits(out, digest, digits);
    return (struct text){out, digits};
}
