/* Cutting an input into records, without looking into them and without holding more than one.
 *
 * Before: chunks of bytes. After: each slice is parsed as a record (JSON) or taken as an article
 * (plain text). */
#ifndef TAKLIMAT_INTAKE_SLICER_H
#define TAKLIMAT_INTAKE_SLICER_H

#include "base/buffer.h"
#include "intake/source.h"

enum slicer_mode {
    SLICER_LINES,  /* JSON Lines: a record a line, blank lines skipped */
    SLICER_VALUES, /* objects one after the other: a .json file with one of them, as a rule */
    SLICER_ARRAY,  /* the elements of one array */
    SLICER_ROWS,   /* the rows of a CSV table; one without any cell is skipped */
    SLICER_WHOLE   /* all of it is one record */
};

/* Zero-initialise, open `source`, set mode and limit. */
struct slicer {
    struct source source;
    enum slicer_mode mode;
    size_t limit;         /* bytes a record may have */
    size_t number;        /* of the slice given last, from 1; of its line in SLICER_LINES, of its
                             first one in SLICER_ROWS */
    size_t lines;         /* SLICER_ROWS: before the next row */
    char separator;       /* SLICER_ROWS: of cells; set by the caller */
    size_t begin;         /* its offset in the input */
    struct buffer record; /* its bytes */
    bool over;            /* it was longer than limit; record holds the first bytes */
    bool opened;          /* SLICER_ARRAY: the opening bracket was read */
    bool closed;          /* SLICER_ARRAY: the closing bracket was read; SLICER_WHOLE: done */
    bool comma;           /* SLICER_ARRAY: a comma without an element before it was seen */
    bool cut_off;         /* SLICER_ARRAY: the input ended before the closing bracket */
};

struct slice {
    struct text bytes; /* trimmed of white space unless SLICER_WHOLE and SLICER_ROWS; borrowed until
                          the next call */
    size_t offset;     /* in the input */
    size_t number;
    bool over;      /* longer than the limit: bytes holds its beginning */
    bool after_end; /* SLICER_ARRAY: stands after the closing bracket */
};

/* The next slice that is not empty; false at the end (source.failure tells whether reading failed).
 */
bool slicer_next(struct slicer *slicer, struct slice *slice);

/* Frees the buffer; the source is the caller's. */
void slicer_free(struct slicer *slicer);

#endif
