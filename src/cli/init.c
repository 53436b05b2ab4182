/* taklimat init: a folder to begin with. Before: nothing. After: a person, who fills it; report. */
#include <config.h>

#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/translate.h"
#include "cli/command.h"
#include "cli/config.h"
#include "cli/message.h"

static const struct option_spec options[] = {{0}};

/* These two are set, so that the folder is complete in itself; of the rest each has a default. */
static bool is_set(enum config_key key) { return key == CONFIG_INBOX || key == CONFIG_OUT; }

/* A value as the configuration wants it; samples hold no quotation marks. */
static void write_value(enum config_key key, struct buffer *out) {
    const struct config_key_row *row = config_key_row(key);
    bool list = config_key_is_list(key);
    bool bare = row->kind == CONFIG_KIND_NUMBER || row->kind == CONFIG_KIND_YES;
    const char *mark = bare ? "" : "\"", *separator = "";
    buffer_string(out, list ? "{" : "");
    for (const char *at = config_key_sample(key); *at; separator = ", ") {
        size_t size = list ? strcspn(at, "\n") : strlen(at);
        buffer_printf(out, "%s%s%.*s%s", separator, mark, (int)size, at, mark);
        at += size + (at[size] == '\n');
    }
    buffer_string(out, list ? "}\n" : "\n");
}

static void write_key(enum config_key key, struct buffer *out) {
    const struct config_key_row *row = config_key_row(key);
    bool own = strcmp(config_key_sample(key), row->without) == 0 || is_set(key);
    buffer_printf(out, "\n# %s", row->about);
    if (!own)
        buffer_printf(out, " (default: %s)", row->without);
    buffer_printf(out, "\n%s%s = ", is_set(key) ? "" : "#", row->name);
    write_value(key, out);
}

static void write_configuration(struct buffer *out) {
    buffer_string(out, "# The configuration of an office, for 'taklimat --config' or the folder "
                       "TAKLIMAT_CONFIG;\n"
                       "# 'man taklimat.conf' tells more of each key. What begins with # is a "
                       "comment: take the # away\n"
                       "# before a key to set it. A relative path is taken from the folder of this "
                       "file.\n"
                       "# 'taklimat check --config FOLDER' tells what is in force, and what is "
                       "wrong.\n");
    for (unsigned key = 0; key < CONFIG_KEYS; key++)
        write_key((enum config_key)key, out);
}

/* What is being made. */
struct making {
    struct arena arena;
    const char *folder, *inbox, *file;
    size_t there; /* bytes of `folder` that name what was there before */
    bool inbox_there;
};

static bool is_there(const char *path) {
    struct stat state;
    return lstat(path, &state) == 0;
}

/* The first bytes of a path without its last part. */
static size_t size_above(const char *path, size_t size) {
    while (size && path[size - 1] != '/')
        size--;
    while (size && path[size - 1] == '/')
        size--;
    return size;
}

/* How much of the path, from its beginning, names a folder that is there. */
static size_t size_there(const char *path, struct arena *arena) {
    size_t size = strlen(path);
    while (size && !is_there(arena_cstring(arena, (struct text){path, size})))
        size = size_above(path, size);
    return size;
}

/* Takes away the folders that were made; what is not empty stays. */
static void unmake(struct making *making) {
    if (!making->inbox_there)
        rmdir(making->inbox);
    for (size_t size = strlen(making->folder); size > making->there;
         size = size_above(making->folder, size))
        rmdir(arena_cstring(&making->arena, (struct text){making->folder, size}));
}

static bool make(struct making *making, struct error *error) {
    struct buffer bytes = {0};
    if (is_there(making->file)) {
        error_set(error, EXIT_CANNOT_CREATE, "is there already; nothing was changed");
        error_at(error, making->file, 0);
        return false;
    }
    making->there = size_there(making->folder, &making->arena);
    making->inbox_there = is_there(making->inbox);
    write_configuration(&bytes);
    bool made = folder_make(making->folder, error) && folder_make(making->inbox, error) &&
                file_write(making->file, buffer_view(&bytes), error);
    if (!made)
        unmake(making);
    buffer_free(&bytes);
    return made;
}

/* A word for a shell's command line. */
static void print_word(const char *word) {
    bool plain = word[strspn(word, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789"
                                   "_-./")] == '\0';
    fputs(plain ? "" : "'", stdout);
    for (; *word; word++)
        if (*word == '\'')
            fputs("'\\''", stdout);
        else
            putchar((unsigned char)*word < ' ' || *word == 0x7f ? '?' : *word);
    fputs(plain ? "" : "'", stdout);
}

static void print_next(const struct making *making) {
    static const char *const commands[][2] = {{"check", ""}, {"report", " --month last --review"}};
    printf("%s", _("Made, to be looked through: "));
    print_word(making->file);
    printf("\n%s", _("Put the articles of a month into "));
    print_word(making->inbox);
    printf("%s\n\n", _(", then type"));
    for (size_t i = 0; i < 2; i++) {
        printf("  taklimat %s --config ", commands[i][0]);
        print_word(making->folder);
        printf("%s\n", commands[i][1]);
    }
}

static int run(const struct arguments *arguments) {
    struct making making = {.there = 0};
    struct error error = {0};
    int code = EXIT_DONE;
    if (arguments->file_count != 1 || !arguments->files[0][0]) {
        message_line("the one folder to make is missing, such as 'taklimat init kantor'");
        return EXIT_BAD_USAGE;
    }
    size_t size = strlen(arguments->files[0]);
    while (size > 1 && arguments->files[0][size - 1] == '/')
        size--;
    making.folder = arena_cstring(&making.arena, (struct text){arguments->files[0], size});
    making.inbox = arena_printf(&making.arena, "%s/inbox", making.folder).data;
    making.file = arena_printf(&making.arena, "%s/" CONFIG_FILE, making.folder).data;
    if (make(&making, &error))
        print_next(&making);
    else
        code = message_error(&error);
    arena_free(&making.arena);
    return code;
}

const struct command command_init = {
    .name = "init",
    .synopsis = "FOLDER",
    .summary = N_("a folder with a configuration and an inbox to begin with"),
    .description =
        N_("Makes FOLDER, with taklimat.conf, in which every key stands with what it is for,\n"
           "commented out but for where articles are and where briefings go, and with an empty\n"
           "inbox/. Then 'taklimat report --config FOLDER --month last' sets the briefing of what\n"
           "is in that inbox, in FOLDER/briefing. A configuration that is there is not touched."),
    .example = "  taklimat init kantor",
    .options = options,
    .run = run,
    .unconfigured = true,
};
