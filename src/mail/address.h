/* Addresses of mail: what a mailer would take, in the one form that is compared and sent.
 *
 * Before: cells of a list of recipients, keys of the configuration, arguments. After: envelopes. */
#ifndef TAKLIMAT_MAIL_ADDRESS_H
#define TAKLIMAT_MAIL_ADDRESS_H

#include "base/arena.h"
#include "base/error.h"

/* Reads `written` (any bytes; white space around it is not part of it) into *address: local part as
 * written, "@", and the domain in lower-case ASCII, where an internationalised one became its
 * A-labels (xn--...). In the arena, NUL-terminated. Sizes and characters are those of RFC 5321:
 * a local part of dots and atoms of at most 64 bytes, a domain of two labels or more, 254 bytes in
 * all; quoted local parts, comments, address literals and a local part that begins with '-' (some
 * mailer would take it for an option) are refused, and local parts that are not ASCII, which want
 * SMTPUTF8. False, with an error of EXIT_CONFIG that says what is wrong; a build without mail
 * refuses internationalised domains. */
bool address_read(struct text written, struct arena *arena, struct text *address,
                  struct error *error);

/* The domain of an address that address_read gave; borrowed. */
struct text address_domain(struct text address);

#endif
