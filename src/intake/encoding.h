/* Plain text in whatever encoding, as UTF-8.
 *
 * Before: the bytes of a .txt file. After: record.c. JSON is UTF-8 by definition and never
 * converted. */
#ifndef TAKLIMAT_INTAKE_ENCODING_H
#define TAKLIMAT_INTAKE_ENCODING_H

#include "base/arena.h"
#include "intake/json_scan.h"

/* The text of `bytes` as checked UTF-8 without a byte-order mark, borrowed or in `arena`. UTF-16
 * (with a mark, or told by its NULs) and Windows-1252 are converted, and *converted names which; it
 * is none for UTF-8. Bytes that are no text: false with reason not_text. */
bool encoding_to_utf8(struct text bytes, struct arena *arena, struct text *text,
                      struct text *converted, struct fault *fault);

#endif
