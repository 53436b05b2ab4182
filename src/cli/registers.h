/* The files that a user adds to the register of laws and regulations.
 *
 * Before: the configuration and the option --register. After: tables_load_added. */
#ifndef TAKLIMAT_CLI_REGISTERS_H
#define TAKLIMAT_CLI_REGISTERS_H

#include "base/faults.h"
#include "base/translate.h"
#include "cli/command.h"
#include "cli/config.h"

/* The help of the option, which several commands share. */
#define REGISTER_HELP                                                                              \
    N_("a file of laws and regulations that goes over the\n"                                       \
       "program's own, or a folder of .tsv files; may be given\n"                                  \
       "several times (README, Your own register)")

struct registers {
    const char **paths; /* of files, in order: later ones override */
    size_t count, capacity;
};

/* What the configuration names, then the values of option number `option` (-1: the command has
 * none), with each folder replaced by its .tsv files in byte order of their names. In `arena`.
 * False if something is not there; every such thing is told. */
bool registers_collect(struct arena *arena, const struct arguments *arguments, int option,
                       struct registers *out, struct faults *faults);

/* Adds a file, or the .tsv files of a folder; faults are told at `place` (file NULL: none). */
bool registers_add(struct arena *arena, struct registers *registers, const char *path,
                   struct config_place place, struct faults *faults);

#endif
