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

/* What is known of a period before anything is counted: which month it is and how it will be
 * counted. In `arena`. */
void past_month(struct period period, const struct tables *tables, struct arena *arena,
                struct month_figures *month);

/* The month's own figures, in `arena`. */
void past_figures(const struct finished *finished, const struct tables *tables, struct arena *arena,
                  struct month_figures *month);

/* The figures that a published folder holds, in `arena`. Errors: as of file_read and history_read,
 * with the file's name. */
bool past_published(const char *folder, struct arena *arena, struct month_figures *figures,
                    struct error *error);

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
