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

/* The figures of the month before `now`, from the newest revision below the folder `out`, in
 * `arena`. NULL where there are none, or none that can be compared; a line tells so if there is a
 * folder of that month. */
const struct month_figures *past_before(const char *out, const struct month_figures *now,
                                        struct arena *arena);

#endif
