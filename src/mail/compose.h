/* Composing one message: text and PDF to the bytes of a mail, frozen in a file.
 *
 * Before: the texts of an edition, filled in. After: the file is what every transport sends, and
 * ledger.h remembers. Built only with the mail libraries (HAVE_MAIL). */
#ifndef TAKLIMAT_MAIL_COMPOSE_H
#define TAKLIMAT_MAIL_COMPOSE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/digest.h"
#include "base/error.h"

/* A file that goes with a message. */
struct attachment {
    const char *path;   /* of a PDF */
    struct text name;   /* for the reader, made ASCII if it is not */
    struct text sha256; /* 64 hex digits of its bytes */
};

/* A message to be. Texts are UTF-8; in those that become headers each run of control characters
 * and line ends becomes one space, whoever wrote them. "" or none where nothing is said. */
struct letter {
    struct text month;           /* "2024-08" */
    unsigned revision;           /* from 1 */
    struct text regions;         /* recipient_key */
    struct text from, from_name; /* addresses as address_read gives them */
    struct text to, to_name;
    struct text reply_to;         /* "" none */
    struct text list_unsubscribe; /* a URL or mailto:, without <>; "" none */
    struct text subject;
    struct text body;                     /* lines end with LF */
    const struct attachment *attachments; /* in the order in which the reader sees them */
    size_t attachment_count;              /* 0: text only */
    int64_t date; /* of the header Date, seconds since 1970, handed in: no clock is read */
    int zone;     /* minutes east of UTC in which Date is written */
};

/* What tells a message from all others. */
struct letter_id {
    char content[DIGEST_HEX_SIZE]; /* SHA-256 of what is seen: all but Date and addressee */
    struct text message_id; /* without <>, of month, revision, regions, content and recipient, at
                               the sender's domain; in the arena, NUL-terminated */
    struct text file;       /* name for a spool: a part of the Message-ID, ".eml"; likewise */
};

/* Tells them without composing. */
void letter_identify(const struct letter *letter, struct arena *arena, struct letter_id *id);

/* Composes the message into the file `path`, which appears only complete (base/file.h). CRLF line
 * ends, 7-bit, the same bytes for the same letter. *size is the size of the file, as mail limits
 * count it, and `sha256` its digest. Memory does not grow with the attachment. Errors:
 * EXIT_NO_INPUT if the attachment cannot be read or is not what its digest says,
 * EXIT_CANNOT_CREATE, EXIT_IO (a full disk), with the file's name. */
bool letter_write(const struct letter *letter, const char *path, size_t *size,
                  char sha256[DIGEST_HEX_SIZE], struct error *error);

#endif
