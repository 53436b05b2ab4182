/* What is wrong with a record: why it becomes a reject.
 *
 * Before: each reader of intake. After: intake.c makes a reject of it, which is told to people and
 * written to a file that must not change with their language: hence both. */
#ifndef TAKLIMAT_INTAKE_FAULT_H
#define TAKLIMAT_INTAKE_FAULT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/arena.h"
#include "base/text.h"

struct fault {
    const char *reason;  /* static: bad_json, nul, not_utf8, ...; NULL if nothing is */
    struct text message; /* English, for output files */
    struct text told;    /* the same in the reader's language, for people */
    size_t offset;       /* of the byte concerned, in the record */
};

/* Sets the fault, if there is none yet; returns false. `message` is static; it is translated. */
bool fault_set(struct fault *fault, const char *reason, size_t offset, const char *message);

/* The same with a message as of printf, in the arena; its pieces go into both languages. */
bool fault_print(struct fault *fault, struct arena *arena, const char *reason, size_t offset,
                 const char *format, ...) __attribute__((format(printf, 5, 6)));

#endif
