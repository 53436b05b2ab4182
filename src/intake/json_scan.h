/* A strict reading of one JSON record that keeps the bytes of each member and builds no tree.
 *
 * Before: a slice of the input. After: record.c takes the members it knows. The scan refuses all
 * that a lenient parser lets through (text after the value, \u0000, leading zeros, halves of
 * surrogate pairs), so nothing is lost or changed in silence; numbers stay as they are written, and
 * members nobody asked for cost no memory, whatever they hold. */
#ifndef TAKLIMAT_INTAKE_JSON_SCAN_H
#define TAKLIMAT_INTAKE_JSON_SCAN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/text.h"
#include "intake/fault.h"

/* Brackets a record may nest, as in cJSON. */
#define JSON_SCAN_DEPTH 1000

/* A member of the top-level object: bytes of the record. */
struct json_member {
    struct text key;   /* decoded; borrowed from the record, or in the arena if it has escapes */
    struct text value; /* as written, quotation marks included; first byte tells the type: " { [ t f
                          n - 0..9 */
};

struct json_members {
    struct json_member *at; /* in the arena, in the order of the record */
    size_t count;
};

/* Reads `record` (any bytes) as one JSON object. On failure *fault says why. */
bool json_scan(struct text record, struct arena *arena, struct json_members *members,
               struct fault *fault);

/* The string that a scanned value stands for (it begins with a quotation mark), in the arena. */
struct text json_scan_string(struct text value, struct arena *arena);

#endif
