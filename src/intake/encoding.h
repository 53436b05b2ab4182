/* Plain text in whatever encoding, as UTF-8.
 *
 * Before: the bytes of a text, a page or a row. After: record.c. JSON is UTF-8 by definition and
 * never converted. */
#ifndef TAKLIMAT_INTAKE_ENCODING_H
#define TAKLIMAT_INTAKE_ENCODING_H

#include "base/arena.h"
#include "intake/fault.h"

/* The text of `bytes` as checked UTF-8 without a byte-order mark, borrowed or in `arena`. UTF-16
 * (with a mark, or told by its NULs) and Windows-1252 are converted, and *converted names which; it
 * is none for UTF-8. Bytes that are no text: false with reason not_text. */
bool encoding_to_utf8(struct text bytes, struct arena *arena, struct text *text,
                      struct text *converted, struct fault *fault);

/* The same for a text that declares its encoding (NULL if it does not): bytes that are no UTF-8 are
 * converted from it, where the system knows it. */
bool encoding_declared_to_utf8(struct text bytes, const char *declared, struct arena *arena,
                               struct text *text, struct text *converted, struct fault *fault);

#endif
