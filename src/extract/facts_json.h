/* Facts as JSON, format facts/1: writing them byte for byte the same everywhere, and reading them
 * back. */
#ifndef TAKLIMAT_EXTRACT_FACTS_JSON_H
#define TAKLIMAT_EXTRACT_FACTS_JSON_H

#include "base/buffer.h"
#include "base/error.h"
#include "extract/facts.h"

/* Appends one object without a line end, keys in the order of the format. `with_source`: the
 * members "source" and, where it is known, "tables" are written (facts.jsonl) or left out
 * (summary.json). */
void facts_write(const struct facts *facts, bool with_source, struct buffer *out);

/* Reads one object (with or without "source"); strings are copied into `arena`. Written again it
 * gives the same bytes. On failure EXIT_BAD_DATA with what is wrong, and *out is undefined. Members
 * that are not known are ignored. */
bool facts_read(struct text line, struct arena *arena, struct facts *out, struct error *error);

#endif
