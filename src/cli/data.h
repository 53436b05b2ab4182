/* Where the program's data is: tables, templates and fonts. */
#ifndef TAKLIMAT_CLI_DATA_H
#define TAKLIMAT_CLI_DATA_H

#include "base/arena.h"
#include "base/error.h"
#include "cli/command.h"
#include "tables/tables.h"

/* The path `name` ("tables", "fonts", "templates/id.json") in the data folder: $TAKLIMAT_DATA if it
 * is set, else the folder it was installed to. NUL-terminated, in `arena`. */
const char *data_path(struct arena *arena, const char *name);

/* Loads the tables of the data folder, and the files that the configuration and option number
 * `option` (-1: the command has none) add to the register. On failure a message was printed and
 * false is returned. */
bool data_tables(struct arena *arena, const struct arguments *arguments, int option,
                 struct tables *tables);

#endif
