/* Notes about a record: see notes.h. */
#include <config.h>

#include "intake/notes.h"

void notes_add(struct notes *notes, struct text note) {
    if (notes->count < NOTES_MOST)
        notes->at[notes->count++] = note;
}
