/* Notes: things to tell about a record or file that was accepted; they become the warnings of
 * intake.h. */
#ifndef TAKLIMAT_INTAKE_NOTES_H
#define TAKLIMAT_INTAKE_NOTES_H

#include "base/arena.h"

/* Notes of one kind that a record may have; what follows is as tiresome as it is predictable. */
#define NOTES_MOST 8

/* Zero-initialise. Texts are in the reader's language and live in the arena that the writer gave.
 */
struct notes {
    struct text at[NOTES_MOST];
    size_t count;
};

/* Adds a note if there is room. */
void notes_add(struct notes *notes, struct text note);

#endif
