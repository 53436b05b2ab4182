/* What the transports share; for them alone. See transport.h. */
#ifndef TAKLIMAT_MAIL_TRANSPORT_PARTS_H
#define TAKLIMAT_MAIL_TRANSPORT_PARTS_H

#include "mail/transport.h"

/* Sets verdict and line; the line becomes one printable one. */
void transport_result_set(struct transport_result *result, enum transport_verdict verdict,
                          const char *format, ...) __attribute__((format(printf, 3, 4)));

#endif
