/* Collects the user's files for the register: see registers.h. Before: arguments. After: data.c. */
#include <config.h>

#include "cli/registers.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "base/folder.h"
#include "base/translate.h"
#include "base/utf8.h"

/* Names stand in run.json, which is UTF-8. */
static bool add_path(struct arena *arena, struct registers *registers, struct text path,
                     struct faults *faults) {
    if (utf8_check(path) < path.size)
        return faults_add(faults, path.data, 0, "the file's name is no UTF-8");
    registers->paths = arena_grow(arena, registers->paths, registers->count, registers->count + 1,
                                  sizeof *registers->paths, &registers->capacity);
    registers->paths[registers->count++] = path.data;
    return true;
}

static bool add_folder(struct arena *arena, struct registers *registers, const char *path,
                       struct faults *faults) {
    struct folder files;
    bool ok = true;
    if (!folder_list(path, ".tsv", arena, &files))
        return faults_add(faults, path, 0, "cannot read the folder: %s", translate_cause(errno));
    for (size_t i = 0; i < files.count; i++)
        ok = add_path(arena, registers, text_of(files.paths[i]), faults) && ok;
    return ok;
}

bool registers_add(struct arena *arena, struct registers *registers, const char *path,
                   struct config_place place, struct faults *faults) {
    struct stat state;
    if (stat(path, &state) != 0)
        return place.file ? faults_add(faults, place.file, place.line, "cannot read '%s': %s", path,
                                       translate_cause(errno))
                          : faults_add(faults, path, 0, "%s", translate_cause(errno));
    if (S_ISDIR(state.st_mode))
        return add_folder(arena, registers, path, faults);
    return add_path(arena, registers, arena_copy(arena, text_of(path)), faults);
}

bool registers_collect(struct arena *arena, const struct arguments *arguments, int option,
                       struct registers *out, struct faults *faults) {
    const struct config *config = arguments->config;
    const char *values[COMMAND_GIVEN];
    size_t count = arguments_all(arguments, option, values);
    bool ok = true;
    *out = (struct registers){0};
    const struct config_values *set = config ? &config->keys[CONFIG_REGISTER] : NULL;
    for (size_t i = 0; set && i < set->count; i++)
        ok = registers_add(arena, out, set->at[i].text.data, set->at[i].place, faults) && ok;
    for (size_t i = 0; i < count; i++)
        ok = registers_add(arena, out, values[i], (struct config_place){0}, faults) && ok;
    return ok;
}
