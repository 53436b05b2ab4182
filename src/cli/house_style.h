/* How an office's briefings look and what words of its own they bear. Before: the configuration,
 * and the option --paper. After: templates, layout, run.json. */
#ifndef TAKLIMAT_CLI_HOUSE_STYLE_H
#define TAKLIMAT_CLI_HOUSE_STYLE_H

#include "base/arena.h"
#include "base/faults.h"
#include "base/json_write.h"
#include "base/translate.h"
#include "cli/config.h"
#include "layout/house.h"

/* The help of an option that `report` and `render` share. */
#define PAPER_HELP                                                                                 \
    N_("A4, F4 (215 by 330 mm) or Letter (default: that of the\n"                                  \
       "configuration, else the template's)")

#define FOREWORD_MOST ((size_t)64 * 1024) /* bytes of a foreword */

/* Fills *out from the configuration, which it borrows; the foreword's text lives in `arena`. False
 * after faults, which name the foreword's file and line, or where it is set if it cannot be read;
 * *out then holds the rest. */
bool house_style_load(const struct config *config, struct arena *arena, struct house *out,
                      struct faults *faults);

/* The same for a command: `paper`, the option as the user wrote it (NULL where it was not given),
 * goes over the configuration. Returns EXIT_DONE, or EXIT_BAD_USAGE or EXIT_CONFIG after a message.
 */
int house_style_read(const struct config *config, const char *paper, struct arena *arena,
                     struct house *out);

/* Writes the member "house" with what is set, a foreword by its digest; nothing where nothing is.
 */
void house_style_write(const struct house *house, struct json_writer *json);

#endif
