/* Reads taklimat.conf: see config.h. Before: files. After: the commands. */
#include <config.h>

#include "cli/config.h"

#include <confuse.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/foreign.h"
#include "base/utf8.h"
#include "cli/config_environment.h"
#include "cli/config_scan.h"

#define CONFIG_SIZE_MAX ((size_t)1 << 20)

/* What is being read. */
struct reading {
    struct config *config;
    struct faults *faults;
    struct config_values all[CONFIG_KEYS]; /* every value that stood in a file, overridden ones
                                              included */
    size_t capacities[CONFIG_KEYS];
    size_t lines; /* of the file that is being parsed */
};

/* libConfuse hands its callbacks nothing of the caller's; set while a file is parsed. */
static struct reading *reading;

/* Where the parser stands, which may be behind the end of the file. */
static size_t line_of(const cfg_t *cfg) {
    return (size_t)cfg->line < reading->lines ? (size_t)cfg->line : reading->lines;
}

__attribute__((format(printf, 2, 0))) static void take_error(cfg_t *cfg, const char *format,
                                                             va_list arguments) {
    faults_add_list(reading->faults, cfg->filename, line_of(cfg), format, arguments);
}

void config_add(struct config *config, struct config_values *values, size_t *capacity,
                enum config_key key, const char *folder, const char *value,
                struct config_place place, struct faults *faults) {
    struct text taken;
    struct text wrong = config_key_take(key, &config->arena, folder, value, &taken);
    if (wrong.size) {
        faults_add(faults, place.file, place.line, "'%s' %s", config_key_name(key), wrong.data);
        values->wrong = place;
        return;
    }
    values->at = arena_grow(&config->arena, values->at, values->count, values->count + 1,
                            sizeof *values->at, capacity);
    values->at[values->count++] = (struct config_value){taken, place};
}

/* What is wrong with a value is told and the rest read: libConfuse would stop. It keeps the values
 * of a key, so that = and += do what they do; a value's number stands for it, none for one that is
 * wrong. */
static int take_value(cfg_t *cfg, cfg_opt_t *option, const char *value, void *result) {
    struct reading *r = reading;
    struct arena *arena = &r->config->arena;
    enum config_key key = config_key_of(option->name);
    size_t before = r->all[key].count;
    int folder = (int)(strrchr(cfg->filename, '/') - cfg->filename);
    config_add(r->config, &r->all[key], &r->capacities[key], key,
               arena_printf(arena, "%.*s", folder, cfg->filename).data, value,
               (struct config_place){arena_copy(arena, text_of(cfg->filename)).data, line_of(cfg)},
               r->faults);
    bool taken = r->all[key].count > before;
    *(const char **)result = taken ? arena_printf(arena, "%zu", before).data : "";
    return 0;
}

/* What the key is set to in the end. */
static void take_key(cfg_t *cfg, enum config_key key, struct config *config) {
    const struct config_values *all = &reading->all[key];
    struct config_values *out = &config->keys[key];
    const char *name = config_key_name(key);
    unsigned count = cfg_size(cfg, name);
    out->wrong = all->wrong;
    out->at = arena_alloc_array(&config->arena, count, sizeof *out->at);
    for (unsigned i = 0; i < count; i++) {
        const char *number = cfg_getnstr(cfg, name, i);
        if (number && number[0])
            out->at[out->count++] = all->at[strtoul(number, NULL, 10)];
    }
}

/* The bytes of the file, which may be missing. False if they cannot be parsed. */
static bool read_bytes(const char *path, struct buffer *bytes, bool *found) {
    struct faults *faults = reading->faults;
    struct stat state;
    struct error cause = {0};
    *found = stat(path, &state) == 0 || (errno != ENOENT && errno != ENOTDIR);
    if (!*found)
        return false;
    if (!file_read(path, CONFIG_SIZE_MAX, bytes, &cause))
        return faults_add(faults, path, 0, "%s", cause.message);
    struct text text = buffer_view(bytes);
    size_t bad = utf8_check(text), nul = text_find(text, 0, (struct text){"", 1});
    const char *other = foreign_form(text);
    if (other)
        return faults_add(faults, path, 0, "%s", other);
    if (bad < text.size || nul < text.size)
        return faults_add(faults, path, text_line(text, bad < nul ? bad : nul), "%s",
                          bad < nul ? "invalid UTF-8" : "a NUL byte");
    if (text_starts(text, "\xEF\xBB\xBF")) /* an editor's byte-order mark */
        memset(bytes->data, ' ', 3);
    size_t open = config_blank_comments(bytes->data, text);
    if (open < text.size)
        return faults_add(faults, path, text_line(text, open), "what begins here never ends");
    config_scan(bytes->data, text, config_key_names(), path, faults);
    return true;
}

static void parse(cfg_t *cfg, const char *path, struct buffer *bytes) {
    size_t before = reading->faults->count;
    reading->lines = 0;
    for (size_t i = 0; i < bytes->size; i++)
        reading->lines += bytes->data[i] == '\n' || i + 1 == bytes->size;
    buffer_char(bytes, '\n'); /* an empty stream cannot be opened everywhere */
    FILE *stream = fmemopen(bytes->data, bytes->size, "r");
    if (!stream) {
        faults_add(reading->faults, path, 0, "cannot open a stream in memory");
        return;
    }
    free(cfg->filename);
    cfg->filename = strdup(path);
    int result = cfg->filename ? cfg_parse_fp(cfg, stream) : CFG_FILE_ERROR;
    fclose(stream);
    if (result != CFG_SUCCESS && reading->faults->count == before)
        faults_add(reading->faults, path, 0, "syntax error");
}

static void read_each(cfg_t *cfg, struct config *config) {
    for (size_t i = 0; i < config->file_count; i++) {
        struct buffer bytes = {0};
        const char *path = config->files[i].path;
        if (read_bytes(path, &bytes, &config->files[i].found))
            parse(cfg, path, &bytes);
        buffer_free(&bytes);
    }
}

static void look_in(struct config *config, const char *folder, const char *below) {
    config->files[config->file_count++].path =
        arena_printf(&config->arena, "%s%s/" CONFIG_FILE, folder, below).data;
}

/* The one folder that --config or a variable names. */
static bool choose_folder(struct config *config, const char *folder, const char *named_by,
                          struct faults *faults) {
    struct stat state;
    size_t size = strlen(folder);
    config->named_by = named_by;
    while (size > 1 && folder[size - 1] == '/') /* as a shell's completion leaves it */
        size--;
    look_in(config, arena_cstring(&config->arena, (struct text){folder, size}), "");
    return (stat(folder, &state) == 0 && S_ISDIR(state.st_mode)) ||
           faults_add(faults, folder, 0, "%s names no folder", named_by);
}

/* Which files to look for. */
static bool choose_files(struct config *config, const char *option, struct faults *faults) {
    const char *folder = getenv("TAKLIMAT_CONFIG"), *home = getenv("HOME"),
               *xdg = getenv("XDG_CONFIG_HOME");
    if (option)
        return choose_folder(config, option, "--config", faults);
    if (folder && folder[0])
        return choose_folder(config, folder, "TAKLIMAT_CONFIG", faults);
    look_in(config, SYSCONFDIR, "/taklimat");
    if (xdg && xdg[0] == '/') /* the standard wants others ignored */
        look_in(config, xdg, "/taklimat");
    else if (home && home[0] == '/')
        look_in(config, home, "/.config/taklimat");
    return true;
}

/* The keys, as libConfuse wants them. */
static void fill_options(cfg_opt_t options[CONFIG_KEYS + 1]) {
    static const cfg_opt_t end = CFG_END();
    for (unsigned key = 0; key < CONFIG_KEYS; key++) {
        const char *name = config_key_name((enum config_key)key);
        const cfg_opt_t one = CFG_STR_CB(name, NULL, CFGF_NONE, take_value),
                        list = CFG_STR_LIST_CB(name, NULL, CFGF_NONE, take_value);
        options[key] = config_key_is_list((enum config_key)key) ? list : one;
    }
    options[CONFIG_KEYS] = end;
}

/* Reads the files of out->files. */
static bool read_files(struct config *out, struct faults *faults) {
    cfg_opt_t options[CONFIG_KEYS + 1];
    struct reading state = {.config = out, .faults = faults};
    size_t before = faults->count;
    fill_options(options);
    cfg_t *cfg = cfg_init(options, CFGF_NONE);
    if (!cfg)
        return faults_add(faults, out->files[0].path, 0, "out of memory");
    cfg_set_error_function(cfg, take_error);
    reading = &state;
    read_each(cfg, out);
    for (unsigned key = 0; key < CONFIG_KEYS; key++)
        take_key(cfg, (enum config_key)key, out);
    reading = NULL;
    cfg_free(cfg);
    return faults->count == before;
}

/* What would be printed below a signatory's name is not dropped in silence. */
static bool signed_by_somebody(const struct config *config, struct faults *faults) {
    static const enum config_key keys[] = {CONFIG_PLACE, CONFIG_SIGNATORY_TITLE,
                                           CONFIG_SIGNATORY_RANK, CONFIG_SIGNATORY_ID};
    bool good = true;
    if (config_text(config, CONFIG_SIGNATORY).size || config->keys[CONFIG_SIGNATORY].wrong.file)
        return true;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        struct config_place place = config_place(config, keys[i]);
        if (config_text(config, keys[i]).size)
            good = faults_add(faults, place.file, place.line, "'%s' is set, and no 'signatory'",
                              config_key_name(keys[i]));
    }
    return good;
}

/* A letterhead has room for so many lines, and addresses stand in one. */
static bool headed(const struct config *config, struct faults *faults) {
    static const enum config_key keys[] = {CONFIG_LETTERHEAD, CONFIG_ADDRESS};
    bool good = true;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        const struct config_values *lines = &config->keys[keys[i]];
        if (lines->count > HOUSE_LINES)
            good = faults_add(faults, lines->at[HOUSE_LINES].place.file,
                              lines->at[HOUSE_LINES].place.line, "'%s' has more than %d lines",
                              config_key_name(keys[i]), HOUSE_LINES);
    }
    struct config_place address = config_place(config, CONFIG_ADDRESS);
    const struct config_values *head = &config->keys[CONFIG_LETTERHEAD];
    if (address.file && head->count == 0 && !head->wrong.file)
        good =
            faults_add(faults, address.file, address.line, "'address' is set, and no 'letterhead'");
    return good;
}

/* What no single value tells. */
static bool fits_together(const struct config *config, struct faults *faults) {
    bool is_signed = signed_by_somebody(config, faults);
    return headed(config, faults) && is_signed;
}

bool config_read(struct config *out, const char *folder, struct faults *faults) {
    size_t before = faults->count;
    *out = (struct config){.file_count = 0};
    if (!choose_files(out, folder, faults))
        return false;
    read_files(out, faults);
    if (folder && !out->files[0].found)
        faults_add(faults, out->files[0].path, 0, "no such file, and --config names its folder");
    config_environment_read(out, faults);
    return fits_together(out, faults) && faults->count == before;
}

bool config_read_file(struct config *out, const char *path, struct faults *faults) {
    size_t before = faults->count;
    *out = (struct config){.file_count = 1};
    out->files[0].path = strchr(path, '/') ? arena_copy(&out->arena, text_of(path)).data
                                           : arena_printf(&out->arena, "./%s", path).data;
    read_files(out, faults);
    if (!out->files[0].found)
        return faults_add(faults, path, 0, "no such file");
    return fits_together(out, faults) && faults->count == before;
}

void config_free(struct config *config) {
    arena_free(&config->arena);
    *config = (struct config){.file_count = 0};
}

struct text config_text(const struct config *config, enum config_key key) {
    return config && config->keys[key].count ? config->keys[key].at[0].text : TEXT("");
}

const char *config_choose(const char *option, const struct config *config, enum config_key key) {
    bool set = config && config->keys[key].count;
    return option ? option : set ? config->keys[key].at[0].text.data : NULL;
}

bool config_wants(const char *option, const struct config *config, enum config_key key) {
    return option || text_is(config_text(config, key), "yes");
}

struct config_place config_place(const struct config *config, enum config_key key) {
    return config && config->keys[key].count ? config->keys[key].at[0].place
                                             : (struct config_place){0};
}
