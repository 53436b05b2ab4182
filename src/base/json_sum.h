/* The checksum at the end of a JSON object that this program keeps for itself: its last member,
 * over every byte before it. What was cut short, edited or damaged is told by it. */
#ifndef TAKLIMAT_BASE_JSON_SUM_H
#define TAKLIMAT_BASE_JSON_SUM_H

#include <stdbool.h>

#include "base/buffer.h"

#define JSON_SUM_KEY ",\"checksum\":\""
#define JSON_SUM_DIGITS 64 /* SHA-256 in lower-case hex */

/* Bytes from the comma before "checksum" to the closing brace. */
#define JSON_SUM_SIZE (sizeof JSON_SUM_KEY - 1 + JSON_SUM_DIGITS + 2)

/* Ends the object whose bytes in `out` begin at `from` and lack their closing brace: appends the
 * checksum over them, and the brace. */
void json_sum_end(struct buffer *out, size_t from);

/* True if the object (nothing before or behind it) ends in a checksum that holds. *covered receives
 * the bytes that it covers: all before the member; empty where there is no such member. */
bool json_sum_holds(struct text json, struct text *covered);

#endif
