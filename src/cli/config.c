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
#include "base/foreign.h"
#include "base/utf8.h"
#include "cli/config_scan.h"
#include "layout/house.h"

#define CONFIG_SIZE_MAX ((size_t)1 << 20)
#define FILE_NAME "taklimat.conf"

#define WORD_NAME(id, name) name,
#define OTHER_KEYS 5 /* before the words in key_names */

/* The keys, as read_files gives them to libConfuse. */
static const char *const key_names[] = {
    "register", "topics", "topic_threshold",
    "foreword", "logo",   CONFIG_WORD_LIST(WORD_NAME) CONFIG_LIST_LIST(WORD_NAME) NULL};

const char *config_key_name(enum config_key key) { return key_names[OTHER_KEYS + key]; }

const char *config_list_name(enum config_list list) {
    return key_names[OTHER_KEYS + CONFIG_WORDS + list];
}

/* What is being read. */
struct reading {
    struct config *config;
    struct faults *faults;
    struct config_path *paths; /* every path that stood in a file, overridden ones included */
    size_t path_count, path_room;
    struct config_word *lines_read; /* likewise, the lines of lists */
    size_t line_count, line_room;
    size_t lines; /* of the file that is being parsed */
};

/* libconfuse hands its callbacks nothing of the caller's; set while a file is parsed. */
static struct reading *reading;

__attribute__((format(printf, 2, 0))) static void take_error(cfg_t *cfg, const char *format,
                                                             va_list arguments) {
    char message[400];
    vsnprintf(message, sizeof message, format, arguments);
    size_t line = (size_t)cfg->line < reading->lines ? (size_t)cfg->line : reading->lines;
    faults_add(reading->faults, cfg->filename, line, "%s",
               message); /* not behind the end of the file */
}

/* A path, taken from the folder of the file that names it. What is wrong with a value is told and
 * the rest read: libConfuse would stop. */
static int take_path(cfg_t *cfg, cfg_opt_t *option, const char *value, void *result) {
    struct reading *r = reading;
    if (!value[0])
        cfg_error(cfg, "'%s' wants the name of a file", option->name);
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
    if (number < 0)
        cfg_error(cfg, "'%s' wants a whole number from 1 to 1000, not '%s'", option->name, value);
    struct config *config = reading->config;
    const char *file = arena_copy(&config->arena, text_of(cfg->filename)).data;
    config->topic_threshold_place = (struct config_place){file, (size_t)cfg->line};
    *(long *)result = number;
    return 0;
}

/* What is wrong with a colour for headings on white paper; none: nothing. */
static struct text wrong_accent(struct arena *arena, const char *value) {
    uint32_t colour;
    if (!accent_read(text_of(value), &colour))
        return arena_printf(arena, "wants a colour such as \"#0d4a75\", not '%s'", value);
    unsigned contrast = accent_contrast(colour);
    if (contrast >= ACCENT_CONTRAST)
        return TEXT("");
    return arena_printf(arena,
                        "wants a darker colour: the contrast of %s on white is %u.%02u, not 4.5",
                        value, contrast / 100, contrast % 100);
}

/* What is wrong with a line of text: escapes such as \x07 may have made what no file may hold. */
static struct text wrong_line(struct arena *arena, const char *value, size_t most) {
    struct text text = text_of(value);
    bool good = utf8_check(text) == text.size;
    for (size_t i = 0; i < text.size; i++)
        good = good && (unsigned char)text.data[i] >= ' ' && text.data[i] != 0x7f;
    if (!good)
        return TEXT("wants one line of text in UTF-8");
    return utf8_length(text) <= most ? TEXT("")
                                     : arena_printf(arena, "wants at most %zu characters, not %zu",
                                                    most, utf8_length(text));
}

static struct text wrong_word(struct arena *arena, enum config_key key, const char *value) {
    if (key == CONFIG_ACCENT)
        return wrong_accent(arena, value);
    if (key != CONFIG_PAPER)
        return wrong_line(arena, value, key == CONFIG_NUMBER ? CONFIG_NUMBER_MOST : CONFIG_LINE);
    if (paper_find(text_of(value)))
        return TEXT("");
    return arena_printf(arena, "wants one of " PAPER_NAMES ", not '%s'", value);
}

static int take_word(cfg_t *cfg, cfg_opt_t *option, const char *value, void *result) {
    struct config *config = reading->config;
    unsigned key = 0;
    while (strcmp(option->name, key_names[OTHER_KEYS + key]) != 0)
        key++;
    struct text wrong = wrong_word(&config->arena, (enum config_key)key, value);
    if (wrong.size)
        cfg_error(cfg, "'%s' %s", option->name, wrong.data);
    else
        config->words[key] = (struct config_word){
            arena_copy(&config->arena, text_of(value)),
            {arena_copy(&config->arena, text_of(cfg->filename)).data, (size_t)cfg->line}};
    *(const char **)result = "";
    return 0;
}

/* A line of a list, kept as paths are. */
static int take_line(cfg_t *cfg, cfg_opt_t *option, const char *value, void *result) {
    struct reading *r = reading;
    struct arena *arena = &r->config->arena;
    struct text wrong = wrong_line(arena, value, CONFIG_LINE);
    if (wrong.size == 0 && text_trim(text_of(value)).size == 0)
        wrong = TEXT("wants lines that are not empty");
    if (wrong.size)
        cfg_error(cfg, "'%s' %s", option->name, wrong.data);
    r->lines_read = arena_grow(arena, r->lines_read, r->line_count, r->line_count + 1,
                               sizeof *r->lines_read, &r->line_room);
    r->lines_read[r->line_count++] =
        (struct config_word){arena_copy(arena, text_trim(text_of(value))),
                             {arena_copy(arena, text_of(cfg->filename)).data, (size_t)cfg->line}};
    *(const char **)result = arena_printf(arena, "%zu", r->line_count - 1).data;
    return 0;
}

/* The lines of the list that hold. */
static struct config_lines lines_of(cfg_t *cfg, struct config *config, const char *name) {
    struct config_lines lines = {.count = cfg_size(cfg, name)};
    lines.at = arena_alloc_array(&config->arena, lines.count, sizeof *lines.at);
    for (unsigned i = 0; i < lines.count; i++)
        lines.at[i] = reading->lines_read[strtoul(cfg_getnstr(cfg, name, i), NULL, 10)];
    return lines;
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
    config->foreword = path_number(cfg_getstr(cfg, "foreword"));
    config->logo = path_number(cfg_getstr(cfg, "logo"));
    for (unsigned list = 0; list < CONFIG_LISTS; list++)
        config->lists[list] = lines_of(cfg, config, config_list_name((enum config_list)list));
    config->topic_threshold = (int)cfg_getint(cfg, "topic_threshold");
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
    config_scan(bytes->data, text, key_names, path, faults);
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
        arena_printf(&config->arena, "%s%s/" FILE_NAME, folder, below).data;
}

/* Which files to look for. */
static bool choose_files(struct config *config, struct faults *faults) {
    const char *folder = getenv("TAKLIMAT_CONFIG"), *home = getenv("HOME"),
               *xdg = getenv("XDG_CONFIG_HOME");
    struct stat state;
    if (folder && folder[0]) {
        look_in(config, folder, "");
        return (stat(folder, &state) == 0 && S_ISDIR(state.st_mode)) ||
               faults_add(faults, folder, 0, "TAKLIMAT_CONFIG names no folder");
    }
    look_in(config, SYSCONFDIR, "/taklimat");
    if (xdg && xdg[0] == '/') /* the standard wants others ignored */
        look_in(config, xdg, "/taklimat");
    else if (home && home[0] == '/')
        look_in(config, home, "/.config/taklimat");
    return true;
}

#define WORD_OPTION(id, name) CFG_STR_CB(name, NULL, CFGF_NONE, take_word),
#define LIST_OPTION(id, name) CFG_STR_LIST_CB(name, NULL, CFGF_NONE, take_line),

/* Reads the files of out->files. */
static bool read_files(struct config *out, struct faults *faults) {
    cfg_opt_t options[] = {CFG_STR_LIST_CB("register", NULL, CFGF_NONE, take_path),
                           CFG_STR_CB("topics", NULL, CFGF_NONE, take_path),
                           CFG_INT_CB("topic_threshold", -1, CFGF_NONE, take_threshold),
                           CFG_STR_CB("foreword", NULL, CFGF_NONE, take_path),
                           CFG_STR_CB("logo", NULL, CFGF_NONE, take_path),
                           CONFIG_WORD_LIST(WORD_OPTION) CONFIG_LIST_LIST(LIST_OPTION) CFG_END()};
    struct reading state = {.config = out, .faults = faults};
    size_t before = faults->count;
    cfg_t *cfg = cfg_init(options, CFGF_NONE);
    if (!cfg)
        return faults_add(faults, out->files[0].path, 0, "out of memory");
    cfg_set_error_function(cfg, take_error);
    reading = &state;
    read_each(cfg, out);
    take_values(cfg, out);
    reading = NULL;
    cfg_free(cfg);
    return faults->count == before;
}

/* What would be printed below a signatory's name is not dropped in silence. */
static bool signed_by_somebody(const struct config *config, struct faults *faults) {
    bool good = true;
    if (config->words[CONFIG_SIGNATORY].text.size)
        return true;
    for (unsigned key = CONFIG_PLACE; key <= CONFIG_SIGNATORY_ID; key++) {
        const struct config_word *word = &config->words[key];
        if (word->text.size)
            good = faults_add(faults, word->place.file, word->place.line,
                              "'%s' is set, and no 'signatory'", key_names[OTHER_KEYS + key]);
    }
    return good;
}

/* A letterhead has room for so many lines, and addresses stand in one. */
static bool headed(const struct config *config, struct faults *faults) {
    bool good = true;
    for (unsigned list = 0; list < CONFIG_LISTS; list++) {
        const struct config_lines *lines = &config->lists[list];
        if (lines->count > HOUSE_LINES)
            good = faults_add(faults, lines->at[HOUSE_LINES].place.file,
                              lines->at[HOUSE_LINES].place.line, "'%s' has more than %d lines",
                              config_list_name((enum config_list)list), HOUSE_LINES);
    }
    const struct config_lines *address = &config->lists[CONFIG_ADDRESS];
    if (address->count && config->lists[CONFIG_LETTERHEAD].count == 0)
        good = faults_add(faults, address->at[0].place.file, address->at[0].place.line,
                          "'address' is set, and no 'letterhead'");
    return good;
}

/* What no single value tells. */
static bool fits_together(const struct config *config, struct faults *faults) {
    bool is_signed = signed_by_somebody(config, faults);
    return headed(config, faults) && is_signed;
}

bool config_read(struct config *out, struct faults *faults) {
    *out = (struct config){.topic_threshold = -1};
    return choose_files(out, faults) && read_files(out, faults) && fits_together(out, faults);
}

bool config_read_file(struct config *out, const char *path, struct faults *faults) {
    *out = (struct config){.topic_threshold = -1, .file_count = 1};
    out->files[0].path = strchr(path, '/') ? arena_copy(&out->arena, text_of(path)).data
                                           : arena_printf(&out->arena, "./%s", path).data;
    if (!read_files(out, faults))
        return false;
    return out->files[0].found ? fits_together(out, faults)
                               : faults_add(faults, path, 0, "no such file");
}

void config_free(struct config *config) {
    arena_free(&config->arena);
    *config = (struct config){.topic_threshold = -1};
}
