/* How an office's briefings look: its paper and accent. Before: the configuration, and the option
 * --paper. After: templates, run.json. */
#ifndef TAKLIMAT_CLI_HOUSE_STYLE_H
#define TAKLIMAT_CLI_HOUSE_STYLE_H

#include "base/json_write.h"
#include "cli/config.h"
#include "layout/house.h"

/* The help of an option that `report` and `render` share. */
#define PAPER_HELP                                                                                 \
    "A4, F4 (215 by 330 mm) or Letter (default: that of the\n"                                     \
    "configuration, else the template's)"

/* Fills *out from the configuration, which it borrows, and `paper`, the option as the user wrote
 * it; NULL where it was not given. Returns EXIT_DONE, or EXIT_BAD_USAGE after a message. */
int house_style_read(const struct config *config, const char *paper, struct house *out);

/* Writes the member "house" with what is set; nothing where nothing is. */
void house_style_write(const struct house *house, struct json_writer *json);

#endif
