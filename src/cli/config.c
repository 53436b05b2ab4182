/* Reads taklimat.conf: see config.h. Before: files. After: the commands. */
#include <config.h>

#include "cli/config.h"

#include <confuse.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/utf8.h"

#define CONFIG_SIZE_MAX ((size_t)1 << 20)
#define FILE_NAME "taklimat.conf"

/* What is being read. */
struct reading {
    struct config *config;
    struct error *error;
    struct config_path *paths; /* every path that stood in a file, overridden ones included */
    size_t path_count, path_room;
    size_t lines; /* of the file that is being parsed */
};

/* libconfuse hands its callbacks nothing of the caller's; set while a file is parsed. */
static struct reading *reading;

__attribute__((format(printf, 2, 0))) static void take_error(cfg_t *cfg, const char *format,
                                                             va_list arguments) {
    char message[400];
    vsnprintf(message, sizeof message, format, arguments);
    error_set(reading->error, EXIT_CONFIG, "%s", message);
    size_t line = (size_t)cfg->line < reading->lines ? (size_t)cfg->line : reading->lines;
    error_at(reading->error, cfg->filename, line); /* not behind the end of the file */
}

/* A path, taken from the folder of the file that names it. */
static int take_path(cfg_t *cfg, cfg_opt_t *option, const char *value, void *result) {
    struct reading *r = reading;
    if (!value[0]) {
        cfg_error(cfg, "'%s' wants the name of a file", option->name);
        return -1;
    }
    int folder = (int)(strrchr(cfg->filename, '/') - cfg->filename);
    struct arena *arena = &r->config->arena;
    const char *path = value[0] == '/'
                           ? arena_copy(arena, text_of(value)).data
                           : arena_printf(arena, "%.*s/%s", folder, cfg->filename, value).data;
    r->paths = arena_grow(arena, r->paths, r->path_count, r->path_count + 1, sizeof *r->paths,
                          &r->path_room);
    r->paths[r->path_count++] = (struct config_path){
        path, {arena_copy(arena, text_of(cfg->filename)).data, (size_t)cfg->line}};
    /* libConfuse keeps the list, so that = and += do what they do; the path's number stands for it
     */
    *(const char **)result = arena_printf(arena, "%zu", r->path_count - 1).data;
    return 0;
}

/* A whole number from 1 to 1000; -1 for anything else. */
static long points(const char *value) {
    size_t digits = strspn(value, "0123456789");
    long number = digits && digits <= 4 && !value[digits] ? strtol(value, NULL, 10) : -1;
    return number >= 1 && number <= 1000 ? number : -1;
}

static int take_threshold(cfg_t *cfg, cfg_opt_t *option, const char *value, void *result) {
    long number = points(value);
    if (number < 0) {
        cfg_error(cfg, "'%s' wants a whole number from 1 to 1000, not '%s'", option->name, value);
        return -1;
    }
    struct config *config = reading->config;
    const char *file = arena_copy(&config->arena, text_of(cfg->filename)).data;
    config->topic_threshold_place = (struct config_place){file, (size_t)cfg->line};
    *(long *)result = number;
    return 0;
}

/* The path whose number take_path returned. */
static struct config_path path_number(const char *number) {
    return number ? reading->paths[strtoul(number, NULL, 10)] : (struct config_path){0};
}

static void take_values(cfg_t *cfg, struct config *config) {
    config->register_count = cfg_size(cfg, "register");
    config->registers =
        arena_alloc_array(&config->arena, config->register_count, sizeof *config->registers);
    for (unsigned i = 0; i < config->register_count; i++)
        config->registers[i] = path_number(cfg_getnstr(cfg, "register", i));
    config->topics = path_number(cfg_getstr(cfg, "topics"));
    config->topic_threshold = (int)cfg_getint(cfg, "topic_threshold");
}

static bool wrong_at(const char *path, struct text text, size_t at, const char *what,
                     struct error *error) {
    size_t line = 1;
    for (size_t i = 0; i < at; i++)
        line += text.data[i] == '\n';
    error_set(error, EXIT_CONFIG, "%s", what);
    error_at(error, path, line);
    return false;
}

/* The end of the string in quotation marks that begins at `at`. */
static size_t string_end(struct text text, size_t at) {
    char mark = text.data[at++];
    while (at < text.size && text.data[at] != mark)
        at += text.data[at] == '\\' ? 2 : 1;
    return at < text.size ? at + 1 : text.size + 1;
}

/* The end of the comment that begins at `at`; `at` itself if none does. A # begins one anywhere
 * outside a string, two slashes only where a word would begin, for paths have slashes, too. */
static size_t comment_end(struct text text, size_t at) {
    struct text rest = text_slice(text, (struct span){at, text.size});
    bool begins = at == 0 || strchr(" \t\r\n={},+", text.data[at - 1]);
    if (rest.data[0] == '#' || (begins && text_starts(rest, "//")))
        return text_find(text, at, TEXT("\n"));
    if (!text_starts(rest, "/*"))
        return at;
    size_t end = text_find(text, at + 2, TEXT("*/"));
    return end < text.size ? end + 2 : text.size + 1;
}

/* Overwrites the comments of `text`, whose bytes are `bytes`, with spaces: libConfuse 3.3 counts
 * their lines wrongly, knows none inside lists, and lets one that never ends swallow the rest.
 * Returns where a comment or string begins that never ends, else text.size. */
static size_t blank_comments(char *bytes, struct text text) {
    for (size_t at = 0; at < text.size;) {
        bool string = bytes[at] == '"' || bytes[at] == '\'';
        size_t end = string ? string_end(text, at) : comment_end(text, at);
        if (end > text.size)
            return at;
        for (size_t i = at; i < end && !string; i++)
            bytes[i] = bytes[i] == '\n' ? '\n' : ' ';
        at = end > at ? end : at + 1;
    }
    return text.size;
}

/* The bytes of the file, which may be missing. */
static bool read_bytes(const char *path, struct buffer *bytes, bool *found, struct error *error) {
    struct stat state;
    *found = stat(path, &state) == 0 || (errno != ENOENT && errno != ENOTDIR);
    if (!*found)
        return true;
    struct error cause = {0};
    if (!file_read(path, CONFIG_SIZE_MAX, bytes, &cause)) {
        error_set(error, EXIT_CONFIG, "%s", cause.message);
        error_at(error, path, 0);
        return false;
    }
    struct text text = buffer_view(bytes);
    size_t bad = utf8_check(text), nul = text_find(text, 0, (struct text){"", 1});
    if (bad < text.size || nul < text.size)
        return wrong_at(path, text, bad < nul ? bad : nul,
                        bad < nul ? "invalid UTF-8" : "a NUL byte", error);
    size_t open = blank_comments(bytes->data, text);
    return open == text.size || wrong_at(path, text, open, "what begins here never ends", error);
}

static bool parse(cfg_t *cfg, const char *path, struct buffer *bytes, struct error *error) {
    reading->lines = 0;
    for (size_t i = 0; i < bytes->size; i++)
        reading->lines += bytes->data[i] == '\n' || i + 1 == bytes->size;
    buffer_char(bytes, '\n'); /* an empty stream cannot be opened everywhere */
    FILE *stream = fmemopen(bytes->data, bytes->size, "r");
    if (!stream) {
        error_set(error, EXIT_INTERNAL, "cannot open a stream in memory");
        return false;
    }
    free(cfg->filename);
    cfg->filename = strdup(path);
    int result = cfg->filename ? cfg_parse_fp(cfg, stream) : CFG_FILE_ERROR;
    fclose(stream);
    if (result == CFG_SUCCESS)
        return true;
    error_set(error, EXIT_CONFIG, "syntax error");
    error_at(error, path, 0);
    return false;
}

static bool read_each(cfg_t *cfg, struct config *config, struct error *error) {
    bool ok = true;
    for (size_t i = 0; ok && i < config->file_count; i++) {
        struct buffer bytes = {0};
        const char *path = config->files[i].path;
        ok = read_bytes(path, &bytes, &config->files[i].found, error) &&
             (!config->files[i].found || parse(cfg, path, &bytes, error));
        buffer_free(&bytes);
    }
    return ok;
}

static void look_in(struct config *config, const char *folder, const char *below) {
    config->files[config->file_count++].path =
        arena_printf(&config->arena, "%s%s/" FILE_NAME, folder, below).data;
}

/* Which files to look for. */
static bool choose_files(struct config *config, struct error *error) {
    const char *folder = getenv("TAKLIMAT_CONFIG"), *home = getenv("HOME"),
               *xdg = getenv("XDG_CONFIG_HOME");
    struct stat state;
    if (folder && folder[0]) {
        look_in(config, folder, "");
        if (stat(folder, &state) == 0 && S_ISDIR(state.st_mode))
            return true;
        error_set(error, EXIT_CONFIG, "TAKLIMAT_CONFIG names no folder");
        error_at(error, folder, 0);
        return false;
    }
    look_in(config, SYSCONFDIR, "/taklimat");
    if (xdg && xdg[0] == '/') /* the standard wants others ignored */
        look_in(config, xdg, "/taklimat");
    else if (home && home[0] == '/')
        look_in(config, home, "/.config/taklimat");
    return true;
}

/* Reads the files of out->files. */
static bool read_files(struct config *out, struct error *error) {
    cfg_opt_t options[] = {CFG_STR_LIST_CB("register", NULL, CFGF_NONE, take_path),
                           CFG_STR_CB("topics", NULL, CFGF_NONE, take_path),
                           CFG_INT_CB("topic_threshold", -1, CFGF_NONE, take_threshold), CFG_END()};
    struct reading state = {.config = out, .error = error};
    cfg_t *cfg = cfg_init(options, CFGF_NONE);
    if (!cfg)
        return error_set(error, EXIT_INTERNAL, "out of memory");
    cfg_set_error_function(cfg, take_error);
    reading = &state;
    bool ok = read_each(cfg, out, error);
    if (ok)
        take_values(cfg, out);
    reading = NULL;
    cfg_free(cfg);
    return ok;
}

bool config_read(struct config *out, struct error *error) {
    *out = (struct config){.topic_threshold = -1};
    return choose_files(out, error) && read_files(out, error);
}

bool config_read_file(struct config *out, const char *path, struct error *error) {
    *out = (struct config){.topic_threshold = -1, .file_count = 1};
    out->files[0].path = strchr(path, '/') ? arena_copy(&out->arena, text_of(path)).data
                                           : arena_printf(&out->arena, "./%s", path).data;
    if (!read_files(out, error))
        return false;
    if (!out->files[0].found) {
        error_set(error, EXIT_CONFIG, "no such file");
        error_at(error, path, 0);
    }
    return out->files[0].found;
}

void config_free(struct config *config) {
    arena_free(&config->arena);
    *config = (struct config){.topic_threshold = -1};
}
