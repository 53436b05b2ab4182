/* SHA-256 through libcrypto: see sha256.h. Below every stage. */
#include <config.h>

#include "base/sha256.h"

#include <openssl/evp.h>

#include "base/memory.h"

void sha256_parts(const struct text *parts, size_t count, uint8_t digest[32]) {
    EVP_MD_CTX *context = EVP_MD_CTX_new();
    bool ok = context && EVP_DigestInit_ex(context, EVP_sha256(), NULL) == 1;
    for (size_t i = 0; ok && i < count; i++) {
        if (i > 0)
            ok = EVP_DigestUpdate(context, "", 1) == 1;
        if (ok && parts[i].size)
            ok = EVP_DigestUpdate(context, parts[i].data, parts[i].size) == 1;
    }
    ok = ok && EVP_DigestFinal_ex(context, digest, NULL) == 1;
    EVP_MD_CTX_free(context);
    if (!ok) /* libcrypto fails here only without memory */
        memory_resize(NULL, (size_t)-1, 2);
}

struct text sha256_hex(struct arena *arena, const struct text *parts, size_t count, size_t digits) {
    static const char hex[] = "0123456789abcdef";
    uint8_t digest[32];
    sha256_parts(parts, count, digest);
    char *out = arena_alloc(arena, 65);
    for (size_t i = 0; i < digits && i < 64; i++)
        out[i] = hex[(digest[i / 2] >> (i % 2 ? 0 : 4)) & 0xF];
    return (struct text){out, digits < 64 ? digits : 64};
}
