/* A password or token, from where only its owner can read it: never the command line, never a log.
 *
 * Before: the configuration. After: transport.h's settings, which take secret_read. */
#ifndef TAKLIMAT_MAIL_SECRET_H
#define TAKLIMAT_MAIL_SECRET_H

#include "base/buffer.h"
#include "base/error.h"

/* The variable that holds the password where nothing else is set; programs that are started do not
 * inherit it. */
#define SECRET_VARIABLE "TAKLIMAT_SMTP_PASSWORD"

/* Exactly one of the three. */
struct secret_source {
    const char *file;     /* its first line; must be the user's own, and no other may read it */
    const char *variable; /* name of an environment variable */
    const char *command;  /* its first line of output; run by sh -c, as the configuration says it */
};

/* Appends the secret to `out` (without the line end). `context` is a struct secret_source. False
 * with EXIT_CONFIG: missing, empty, more than 16 kB (a token of Microsoft's has some 2), with
 * control characters, a file that others may read, a command that fails or takes more than 60 s.
 * The message never holds any of it. */
bool secret_read(void *context, struct buffer *out, struct error *error);

/* Overwrites and frees. */
void secret_wipe(struct buffer *secret);

#endif
