/* SHA-256 piece by piece: see digest.h. Used by intake, which never holds a whole file. */
#include <config.h>

/* As in sha256.c. EVP would load its providers first, in five million instructions. */
#define OPENSSL_SUPPRESS_DEPRECATED
#include <openssl/sha.h>

#include "base/digest.h"
#include "base/memory.h"
#include "base/sha256.h"

struct digest {
    SHA256_CTX context;
};

struct digest *digest_start(void) {
    struct digest *digest = memory_alloc(sizeof *digest);
    SHA256_Init(&digest->context);
    return digest;
}

void digest_add(struct digest *digest, const void *bytes, size_t size) {
    SHA256_Update(&digest->context, bytes, size);
}

void digest_finish(struct digest *digest, char hex[DIGEST_HEX_SIZE]) {
    uint8_t bytes[SHA256_DIGEST_LENGTH];
    SHA256_Final(bytes, &digest->context);
    sha256_digits(hex, bytes, DIGEST_HEX_SIZE - 1);
    hex[DIGEST_HEX_SIZE - 1] = '\0';
    memory_free(digest);
}
