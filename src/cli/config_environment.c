/* The environment over the configuration's files: see config_environment.h. Before: whoever starts
 * the program. After: config.c. */
#include <config.h>

#include "cli/config_environment.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/nearest.h"

#define PREFIX "TAKLIMAT_"

extern char **environ;

/* The variable of a key, in `arena`. Keys are ASCII. */
static const char *variable_of(struct arena *arena, enum config_key key) {
    const char *name = config_key_name(key);
    size_t size = strlen(name);
    char *variable = arena_alloc(arena, sizeof PREFIX + size);
    memcpy(variable, PREFIX, sizeof PREFIX);
    for (size_t i = 0; i <= size; i++)
        variable[sizeof PREFIX - 1 + i] = ascii_upper(name[i]);
    return variable;
}

/* One value, or of a list those of its lines that are not empty. */
static void take_variable(struct config *config, enum config_key key, const char *variable,
                          struct text value, struct faults *faults) {
    struct config_values values = {.count = 0};
    size_t capacity = 0;
    bool list = config_key_is_list(key);
    for (size_t at = 0, end; at < value.size; at = end + 1) {
        end = list ? text_find(value, at, TEXT("\n")) : value.size;
        struct text line = text_slice(value, (struct span){at, end});
        if (line.size)
            config_add(config, &values, &capacity, key, NULL, arena_cstring(&config->arena, line),
                       (struct config_place){variable, 0}, faults);
    }
    config->keys[key] = values;
}

bool config_environment_read(struct config *config, struct faults *faults) {
    size_t before = faults->count;
    for (unsigned i = 0; i < CONFIG_KEYS; i++) {
        enum config_key key = (enum config_key)i;
        const char *variable = variable_of(&config->arena, key);
        const char *value = getenv(variable);
        if (value && value[0])
            take_variable(config, key, variable, text_of(value), faults);
    }
    return faults->count == before;
}

void config_environment_slips(void (*tell)(const char *variable, const char *meant)) {
    /* The program's that are no keys, and those of its tests and examples. */
    static const char *const others[] = {PREFIX "CONFIG",       PREFIX "DATA",      PREFIX "TELL",
                                         PREFIX "TABLES",       PREFIX "TEMPLATES", PREFIX "FONTS",
                                         PREFIX "SCRATCH",      PREFIX "WRAPPER",   PREFIX "KILLS",
                                         PREFIX "SMTP_PASSWORD"};
    enum { OTHERS = sizeof others / sizeof *others };
    struct arena arena = {0};
    const char *known[OTHERS + CONFIG_KEYS + 1] = {NULL}, *ends[OTHERS + CONFIG_KEYS + 1] = {NULL};
    memcpy(known, others, sizeof others);
    for (unsigned key = 0; key < CONFIG_KEYS; key++)
        known[OTHERS + key] = variable_of(&arena, (enum config_key)key);
    for (size_t i = 0; known[i]; i++)
        ends[i] = known[i] + strlen(PREFIX);
    for (char **entry = environ; *entry; entry++) {
        struct text name = {*entry, strcspn(*entry, "=")};
        if (!text_starts(name, PREFIX) || text_among(name, known))
            continue;
        const char *variable = arena_cstring(&arena, name);
        const char *near = nearest_word(text_of(variable + strlen(PREFIX)), ends);
        if (near)
            tell(variable, arena_printf(&arena, PREFIX "%s", near).data);
    }
    arena_free(&arena);
}
