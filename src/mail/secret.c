/* Passwords and tokens: see secret.h. Before: the configuration. After: smtp.c. */
#include <config.h>

#include "mail/secret.h"

#include <string.h>

void secret_wipe(struct buffer *secret) {
    if (secret->data)
        explicit_bzero(secret->data, secret->capacity);
    buffer_free(secret);
}
