/* A record's fields, under their English or Indonesian names, before anything is told from the text
 * itself.
 *
 * Before: a slice of JSON or a plain text file. After: prepare.c makes an article of it. */
#ifndef TAKLIMAT_INTAKE_RECORD_H
#define TAKLIMAT_INTAKE_RECORD_H

#include "base/arena.h"
#include "intake/json_scan.h"
#include "intake/notes.h"

enum field {
    FIELD_ID,
    FIELD_TITLE,
    FIELD_TEXT,
    FIELD_PUBLISHED,
    FIELD_PUBLISHER,
    FIELD_URL,
    FIELD_AUTHOR,
    FIELD_REGION,
    FIELDS
};

/* Checked UTF-8 in the record's arena; none where the record does not have it. */
struct record {
    struct text fields[FIELDS];
    struct text original; /* the text before control characters were blanked, for the digest */
    struct span *blanked; /* where they stood */
    size_t blanked_count;
    struct text converted; /* the encoding a plain text was converted from; none if it was UTF-8 */
};

/* Reads one JSON record (any bytes). Members of other names (annotations) are ignored; of a key
 * given twice the first counts, and a note names it. Numbers keep their digits. On failure *fault
 * says why. */
bool record_read_json(struct text bytes, struct arena *arena, struct record *record,
                      struct notes *notes, struct fault *fault);

/* Takes checked UTF-8 as the text of a record that has no other field. */
void record_read_plain(struct text text, struct arena *arena, struct record *record);

#endif
