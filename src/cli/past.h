/* What earlier months published, for comparison: figures.json of each month's folder.
 *
 * Before: the folder of all months. After: layout shows the change since the month before and the
 * trend of a year; run.json says what was compared with. */
#ifndef TAKLIMAT_CLI_PAST_H
#define TAKLIMAT_CLI_PAST_H

#include "base/json_write.h"
#include "summary/finished.h"
#include "summary/history.h"
#include "tables/tables.h"

/* The month's own figures, in `arena`. */
void past_figures(const struct finished *finished, const struct tables *tables, struct arena *arena,
                  struct month_figures *month);

/* The figures of the eleven months before `now`, of each the newest revision below the folder
 * `out`, in `arena`; see struct history. A month without a folder, or with one whose figures cannot
 * be read or compared, is left out, and a line tells so. */
void past_read(const char *out, const struct month_figures *now, struct arena *arena,
               struct history *history);

/* Writes which revisions were compared with as members of run.json's options: "compared_with", the
 * month before; "history", {"months":[{"month","folder","sha256"}],"left_out":[{"month","reason"}]}
 * with reason missing, damaged or other_scope. Nothing where nothing is published. */
void past_write(const struct history *history, struct json_writer *json);

#endif
