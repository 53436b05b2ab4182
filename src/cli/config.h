/* The configuration: what an office sets once instead of on every command line.
 *
 * Before: variables of the environment (config_environment.c), which go over files named
 * taklimat.conf, in the syntax of libconfuse. After: the commands, whose own options go over it. */
#ifndef TAKLIMAT_CLI_CONFIG_H
#define TAKLIMAT_CLI_CONFIG_H

#include "base/arena.h"
#include "base/faults.h"
#include "cli/config_keys.h"

#define CONFIG_FILES 2
#define CONFIG_FILE "taklimat.conf"

/* Where a value was set. */
struct config_place {
    const char *file; /* or the name of a variable; NULL: nowhere */
    size_t line;      /* 0: it has none */
};

struct config_value {
    struct text text; /* checked and NUL-terminated, as config_key_take makes it */
    struct config_place place;
};

/* What a key is set to. */
struct config_values {
    struct config_value *at;   /* more than one only of a list */
    size_t count;              /* 0: not set, or to an empty list */
    struct config_place wrong; /* where a value stands that is none; file NULL: nowhere */
};

struct config {
    struct arena arena; /* owns everything below */
    struct {
        const char *path;
        bool found;
    } files[CONFIG_FILES]; /* looked for, in this order; later ones override earlier ones */
    size_t file_count;
    const char *named_by; /* what names the one folder, "--config" or a variable; NULL: nothing */
    struct config_values keys[CONFIG_KEYS];
};

/* Reads taklimat.conf in `folder` (the option --config), which must hold one, if that is not NULL;
 * else in the folder $TAKLIMAT_CONFIG, if that is set; else in the system's folder
 * (/etc/taklimat), then in $XDG_CONFIG_HOME/taklimat or ~/.config/taklimat. A file that is not
 * there sets nothing; a key in a later file replaces it, `key += {...}` adds to a list. Relative
 * paths are taken from the folder of the file that names them. Variables of the environment go over
 * all of it. False if there is any fault; told, with file and line, are a folder that is not there,
 * a file that cannot be read or is no UTF-8, and all unknown keys, values of the wrong kind and
 * lines that are not understood. *out must be freed in any case; after a fault it holds what
 * was read besides. Not for two threads at once. */
bool config_read(struct config *out, const char *folder, struct faults *faults);

/* Reads one file at `path` in the same way, and no variable; one that is not there is a fault. */
bool config_read_file(struct config *out, const char *path, struct faults *faults);

/* Adds a value to those of a key, unless it is wrong: then that is told at the place, and *values
 * notes it. `value` as a person wrote it, a path taken from `folder` (NULL: the working folder). */
void config_add(struct config *config, struct config_values *values, size_t *capacity,
                enum config_key key, const char *folder, const char *value,
                struct config_place place, struct faults *faults);

void config_free(struct config *config);

/* What the key is set to, of a list its first value; nothing where it is not set, and where
 * `config` is NULL. */
struct text config_text(const struct config *config, enum config_key key);

/* The same NUL-terminated, or `option`, what the command line says, where that is not NULL; NULL
 * where neither is set. */
const char *config_choose(const char *option, const struct config *config, enum config_key key);

/* True where a yes-or-no key is set to yes, or `option`, given on the command line, is not NULL. */
bool config_wants(const char *option, const struct config *config, enum config_key key);

/* Where it is set; file NULL where it is not. */
struct config_place config_place(const struct config *config, enum config_key key);

#endif
