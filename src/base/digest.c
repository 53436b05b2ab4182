/* SHA-256 piece by piece: see digest.h. Used by intake, which never holds a whole file. */
#include <config.h>

#include "base/digest.h"

#include <openssl/evp.h>

#include "base/memory.h"

struct digest {
    EVP_MD_CTX *context;
};

/* libcrypto fails here only without memory. */
static void check(int ok) {
    if (ok != 1)
        memory_resize(NULL, (size_t)-1, 2);
}

struct digest *digest_start(void) {
    struct digest *digest = memory_alloc(sizeof *digest);
    digest->context = EVP_MD_CTX_new();
    check(digest->context != NULL);
    check(EVP_DigestInit_ex(digest->context, EVP_sha256(), NULL));
    return digest;
}

void digest_add(struct digest *digest, const void *bytes, size_t size) {
    check(EVP_DigestUpdate(digest->context, bytes, size));
}

void digest_finish(struct digest *digest, char hex[DIGEST_HEX_SIZE]) {
    static const char digits[] = "0123456789abcdef";
    unsigned char bytes[EVP_MAX_MD_SIZE];
    check(EVP_DigestFinal_ex(digest->context, bytes, NULL));
    for (size_t i = 0; i < 64; i++)
        hex[i] = digits[(bytes[i / 2] >> (i % 2 ? 0 : 4)) & 0xF];
    hex[64] = '\0';
    EVP_MD_CTX_free(digest->context);
    memory_free(digest);
}
