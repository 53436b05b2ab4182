/* What a workbook says about its parts: which sheets there are, and where.
 *
 * Before: the archive. After: workbook.c. */
#ifndef TAKLIMAT_INTAKE_WORKBOOK_PARTS_H
#define TAKLIMAT_INTAKE_WORKBOOK_PARTS_H

#include "intake/part.h"

/* Sheets that are looked at. */
#define SHEETS_MOST 64

struct workbook_parts {
    struct arena *arena;
    struct workbook_sheet {
        const char *relation; /* by which the part is named */
        const char *part;     /* name of the part; NULL if the workbook does not say */
    } sheets[SHEETS_MOST];    /* those that are shown, in order */
    size_t sheet_count;
    const char *strings; /* the part of shared strings; NULL if there is none */
    bool from_1904;      /* days are counted from 1904, as old Macintoshes did */
};

#define WORKBOOK_PART "xl/workbook.xml"

/* Reads the list; its names are in `arena`. False, with *fault, if it is damaged. */
bool workbook_parts_read(struct workbook_parts *parts, struct archive *archive, struct arena *arena,
                         struct fault *fault);

#endif
