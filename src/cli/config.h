/* The configuration: what an office sets once instead of on every command line.
 *
 * Before: files named taklimat.conf, in the syntax of libconfuse. After: the commands, whose own
 * options go over it. */
#ifndef TAKLIMAT_CLI_CONFIG_H
#define TAKLIMAT_CLI_CONFIG_H

#include "base/arena.h"
#include "base/faults.h"
#include "layout/house.h"

#define CONFIG_FILES 2

/* Where a value was set. */
struct config_place {
    const char *file; /* NULL: nowhere */
    size_t line;
};

/* A file or folder that a key names; the path is absolute or relative to the working folder. */
struct config_path {
    const char *path; /* NULL: not set */
    struct config_place place;
};

/* Keys that take a word or a line of text, and what they are for (house.h; `zone`: office.h). */
#define CONFIG_WORD_LIST(X)                                                                        \
    X(CONFIG_PAPER, "paper")                                                                       \
    X(CONFIG_ACCENT, "accent")                                                                     \
    X(CONFIG_ORGANISATION, "organisation")                                                         \
    X(CONFIG_NUMBER, "number")                                                                     \
    X(CONFIG_CONTACT, "contact")                                                                   \
    X(CONFIG_PLACE, "place")                                                                       \
    X(CONFIG_SIGNATORY, "signatory")                                                               \
    X(CONFIG_SIGNATORY_TITLE, "signatory_title")                                                   \
    X(CONFIG_SIGNATORY_RANK, "signatory_rank")                                                     \
    X(CONFIG_SIGNATORY_ID, "signatory_id")                                                         \
    X(CONFIG_ZONE, "zone")

/* Keys that take a list of such lines. */
#define CONFIG_LIST_LIST(X)                                                                        \
    X(CONFIG_LETTERHEAD, "letterhead")                                                             \
    X(CONFIG_ADDRESS, "address")

#define CONFIG_LINE 200
#define CONFIG_NUMBER_MOST 48 /* characters of `number`, which has no second line */

#define CONFIG_WORD_ID(id, name) id,
enum config_key { CONFIG_WORD_LIST(CONFIG_WORD_ID) CONFIG_WORDS };
enum config_list { CONFIG_LIST_LIST(CONFIG_WORD_ID) CONFIG_LISTS };
#undef CONFIG_WORD_ID

/* What such a key was set to. */
struct config_word {
    struct text text; /* checked: a paper's name, a colour that stands out on white, a line of at
                         most CONFIG_LINE characters (`number`: CONFIG_NUMBER_MOST), which may be
                         empty */
    struct config_place place;
};

/* Lines that a key lists, none empty, at most HOUSE_LINES. */
struct config_lines {
    struct config_word *at;
    size_t count;
};

struct config {
    struct arena arena; /* owns everything below */
    struct {
        const char *path;
        bool found;
    } files[CONFIG_FILES]; /* looked for, in this order; later ones override earlier ones */
    size_t file_count;

    struct config_path *registers; /* `register`: files and folders, in the order given */
    size_t register_count;
    struct config_path topics;   /* `topics` */
    struct config_path foreword; /* `foreword` */
    struct config_path logo;     /* `logo` */
    int topic_threshold;         /* `topic_threshold`, 1 to 1000; -1: not set */
    struct config_place topic_threshold_place;
    struct config_word words[CONFIG_WORDS];
    struct config_lines lists[CONFIG_LISTS];
};

/* The name of a key, such as "paper". */
const char *config_key_name(enum config_key key);
const char *config_list_name(enum config_list list);

/* Reads taklimat.conf in the folder $TAKLIMAT_CONFIG, if that is set; else in the system's folder
 * (/etc/taklimat), then in $XDG_CONFIG_HOME/taklimat or ~/.config/taklimat. A file that is not
 * there sets nothing; a key in a later file replaces it, `key += {...}` adds to a list. Relative
 * paths are taken from the folder of the file that names them. False if there is any fault; told,
 * with file and line, are a folder $TAKLIMAT_CONFIG that is not there, a file that cannot be read
 * or is no UTF-8, and all unknown keys, values of the wrong kind and
 * lines that are not understood. *out must be freed in any case; after a fault it holds what
 * was read besides. Not for two threads at once. */
bool config_read(struct config *out, struct faults *faults);

/* Reads one file at `path` in the same way; one that is not there is a fault. */
bool config_read_file(struct config *out, const char *path, struct faults *faults);

void config_free(struct config *config);

#endif
