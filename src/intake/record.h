/* A record's fields, under their English or Indonesian names, before anything is told from the text
 * itself.
 *
 * Before: a slice of JSON, a row of a table, a page or a plain text. After: prepare.c makes an
 * article of it. */
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

/* A column of a table that is a field, under one of its names. */
struct record_column {
    size_t at; /* from 0 */
    enum field field;
};

#define RECORD_COLUMNS 20 /* names that the fields have */

/* The columns of a table that are fields. */
struct record_columns {
    struct record_column at[RECORD_COLUMNS]; /* a field's best name first */
    size_t count;
};

/* Tells the fields from a row of headings (checked UTF-8, any case, blanks around it); where a name
 * stands twice, the first column counts and a note names it. False if no column holds the text. */
bool record_columns_tell(const struct text *headings, size_t count, struct arena *arena,
                         struct record_columns *columns, struct notes *notes);

/* The name by which a field is written in JSON: "id", "title", "text", ... */
const char *record_field_name(enum field field);

/* Reads one row of such a table: checked UTF-8, cells that are missing at its end are empty. On
 * failure *fault says why. */
bool record_read_cells(const struct record_columns *columns, const struct text *cells, size_t count,
                       struct arena *arena, struct record *record, struct fault *fault);

/* Finishes a record whose fields were filled otherwise: checked UTF-8 in `arena`, for control
 * characters are blanked in place. On failure *fault says why. */
bool record_finish(struct arena *arena, struct record *record, struct fault *fault);

/* Takes checked UTF-8 as the text of a record that has no other field. */
void record_read_plain(struct text text, struct arena *arena, struct record *record);

#endif
