/* Finds the data folder: see data.h. Before: the commands. */
#include <config.h>

#include "cli/data.h"

#include <stdlib.h>

#include "cli/message.h"
#include "cli/registers.h"

const char *data_path(struct arena *arena, const char *name) {
    const char *folder = getenv("TAKLIMAT_DATA");
    if (!folder || !folder[0])
        folder = PKGDATADIR;
    return arena_printf(arena, "%s/%s", folder, name).data;
}

bool data_tables(struct arena *arena, const struct arguments *arguments, int option,
                 struct tables *tables) {
    struct error error = {0};
    struct faults faults = {.first = &error};
    struct registers added;
    if (registers_collect(arena, arguments, option, &added, &faults) &&
        tables_load_added(data_path(arena, "tables"), added.paths, added.count, tables, &faults))
        return true;
    message_faults(&faults);
    if (!getenv("TAKLIMAT_DATA"))
        message_line("is it installed? 'make install' puts the tables there; or set TAKLIMAT_DATA "
                     "to a folder that "
                     "holds tables/, templates/ and fonts/");
    return false;
}
