/* What earlier months published, for comparison: figures.json of each month's folder.
 *
 * Before: the folder of all months. After: layout shows the change since the month before. */
#ifndef TAKLIMAT_CLI_PAST_H
#define TAKLIMAT_CLI_PAST_H

#include "summary/finished.h"
#include "summary/history.h"
#include "tables/tables.h"

/* The month's own figures as figures/1, appended to `out`; also in *month, in `arena`. */
void past_write(const struct finished *finished, const struct tables *tables, struct arena *arena,
                struct month_figures *month, struct buffer *out);

/* The month that another is compared with, and which file says so, for run.json. */
struct past {
    const struct month_figures *figures; /* NULL: nothing is compared, the rest is none */
    struct text folder;                  /* of the revision, without its path: "2024-12-r2" */
    struct text sha256;                  /* of its figures.json, in hex */
};

/* The figures of the month before `now`, from the newest revision below the folder `out`, in
 * `arena`. Nothing where there are none, or none that can be compared; a line tells so if there is
 * a folder of that month. */
struct past past_before(const char *out, const struct month_figures *now, struct arena *arena);

#endif
