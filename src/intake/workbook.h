/* Workbooks (.xlsx) that monitoring tools export: an article a row of the first sheet that has
 * headings as tables have them, within its first rows.
 *
 * Before: the zip file. After: records, as from a CSV table. */
#ifndef TAKLIMAT_INTAKE_WORKBOOK_H
#define TAKLIMAT_INTAKE_WORKBOOK_H

#include "intake/archive.h"
#include "intake/record.h"

struct workbook; /* opaque */

/* Whether the archive is a workbook. */
bool workbook_is(const struct archive *archive);

/* Opens the workbook in `archive`, which must outlive it, and reads its headings. NULL, with
 * *fault, if it is damaged or no sheet holds articles. `limit`: bytes of a record. Close with
 * workbook_free. */
struct workbook *workbook_open(struct archive *archive, size_t limit, struct arena *arena,
                               struct notes *notes, struct fault *fault);

enum workbook_result {
    WORKBOOK_RECORD,
    WORKBOOK_FAULT,  /* the row is no record; the next one may be */
    WORKBOOK_BROKEN, /* nothing more can be read */
    WORKBOOK_END
};

/* The next row, with its number in the sheet. All in `arena`. */
enum workbook_result workbook_next(struct workbook *workbook, struct arena *arena,
                                   struct record *record, size_t *number, struct fault *fault);

/* The row that was read last as a record of JSON, for what is rejected; in `arena`. */
struct text workbook_raw(const struct workbook *workbook, struct arena *arena);

/* NULL is allowed. */
void workbook_free(struct workbook *workbook);

#endif
