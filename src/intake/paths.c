/* Listing the input files: see paths.h. The command line stands before, intake.c after it. */
#include <config.h>

#include "intake/paths.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>

#include "base/translate.h"
#include "base/utf8.h"

/* A folder being listed: folders that wait, files found, what was passed over. */
struct walk {
    struct arena *arena;
    struct inputs *inputs;
    const char **waiting;
    size_t waiting_count;
    size_t waiting_capacity;
    size_t root_size; /* of the folder's path with its slash */
    size_t passed;    /* files of other kinds */
    const char *first_passed;
};

static enum input_format format_of(const char *path) {
    static const struct {
        const char *ending;
        enum input_format format;
    } endings[] = {{".json", INPUT_JSON}, {".jsonl", INPUT_LINES},  {".ndjson", INPUT_LINES},
                   {".txt", INPUT_TEXT},  {".html", INPUT_PAGE},    {".htm", INPUT_PAGE},
                   {".csv", INPUT_TABLE}, {".xlsx", INPUT_ARCHIVE}, {".docx", INPUT_ARCHIVE}};
    size_t size = strlen(path);
    for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
        size_t ending = strlen(endings[i].ending);
        if (size > ending && strcasecmp(path + size - ending, endings[i].ending) == 0)
            return endings[i].format;
    }
    return INPUT_UNKNOWN;
}

/* `path` as checked UTF-8 without control characters: what is neither becomes %XX. */
static struct text printable(struct arena *arena, const char *path) {
    struct text in = text_of(path);
    char *start = arena_alloc(arena, in.size * 3 + 1), *out = start;
    while (in.size > 0) {
        size_t good = utf8_check(in);
        for (size_t i = 0; i < in.size && (i < good || i == 0); i++) {
            unsigned char c = (unsigned char)in.data[i];
            if (i < good && c >= 0x20 && c != 0x7F) {
                *out++ = (char)c;
            } else {
                static const char digits[] = "0123456789ABCDEF";
                *out++ = '%';
                *out++ = digits[c >> 4];
                *out++ = digits[c & 15];
            }
        }
        size_t step = good > 0 ? good : 1;
        in.data += step;
        in.size -= step;
    }
    return (struct text){start, (size_t)(out - start)};
}

/* `path` from byte `from` on, without its ending. */
static struct text id_of(struct arena *arena, const char *path, size_t from) {
    struct text name = printable(arena, path + from);
    size_t end = name.size;
    for (size_t i = name.size; i > 0 && name.data[i - 1] != '/'; i--)
        if (name.data[i - 1] == '.' && i > 1 && name.data[i - 2] != '/') {
            end = i - 1;
            break;
        }
    return (struct text){name.data, end};
}

static void add_input(struct walk *walk, const char *path, size_t id_from,
                      enum input_format format) {
    struct inputs *inputs = walk->inputs;
    if (inputs->count == inputs->capacity)
        inputs->at = arena_grow(walk->arena, inputs->at, inputs->count, inputs->count + 1,
                                sizeof *inputs->at, &inputs->capacity);
    inputs->at[inputs->count++] = (struct input){path, printable(walk->arena, path),
                                                 id_of(walk->arena, path, id_from), format};
}

static void warn(struct walk *walk, const char *path, struct text told) {
    struct inputs *inputs = walk->inputs;
    if (inputs->warning_count == inputs->warning_capacity)
        inputs->warnings = arena_grow(walk->arena, inputs->warnings, inputs->warning_count,
                                      inputs->warning_count + 1, sizeof *inputs->warnings,
                                      &inputs->warning_capacity);
    inputs->warnings[inputs->warning_count++] =
        (struct input_warning){printable(walk->arena, path), told};
}

/* What errno says, after `what`. */
static struct text because(struct walk *walk, const char *what) {
    return arena_printf(walk->arena, "%s: %s", what, translate_cause(errno));
}

static void wait_for(struct walk *walk, const char *folder) {
    if (walk->waiting_count == walk->waiting_capacity)
        walk->waiting =
            arena_grow(walk->arena, walk->waiting, walk->waiting_count, walk->waiting_count + 1,
                       sizeof *walk->waiting, &walk->waiting_capacity);
    walk->waiting[walk->waiting_count++] = folder;
}

/* One name found in a folder. Links to files are followed, links to folders are not: they may lead
 * in a circle. */
static void visit(struct walk *walk, const char *path) {
    struct stat status, target;
    if (lstat(path, &status) != 0 || stat(path, &target) != 0) {
        warn(walk, path, because(walk, _("not read")));
    } else if (S_ISDIR(status.st_mode)) {
        wait_for(walk, path);
    } else if (S_ISDIR(target.st_mode)) {
        warn(walk, path, text_of(_("a link to a folder is not followed")));
    } else if (S_ISREG(target.st_mode) && format_of(path) != INPUT_UNKNOWN) {
        add_input(walk, path, walk->root_size, format_of(path));
    } else if (walk->passed++ == 0 || strcmp(path, walk->first_passed) < 0) {
        walk->first_passed = path;
    }
}

/* True if the folder is a briefing that this program published: where it is kept in the inbox, its
 * data are no articles. */
static bool is_published(struct walk *walk, const char *folder) {
    static const char *const marks[] = {"run.json", "summary.json", "facts.jsonl"};
    struct stat status;
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
        if (stat(arena_printf(walk->arena, "%s/%s", folder, marks[i]).data, &status) != 0)
            return false;
    return true;
}

/* All names in one folder, in whatever order the system gives them. */
static bool read_folder(struct walk *walk, const char *folder) {
    DIR *stream = opendir(folder);
    if (!stream)
        return false;
    if (is_published(walk, folder)) {
        warn(walk, folder, text_of(_("a published briefing, not read")));
        closedir(stream);
        return true;
    }
    size_t size = strlen(folder);
    const char *slash = size > 0 && folder[size - 1] == '/' ? "" : "/";
    for (struct dirent *entry = readdir(stream); entry; entry = readdir(stream))
        if (entry->d_name[0] != '.')
            visit(walk, arena_printf(walk->arena, "%s%s%s", folder, slash, entry->d_name).data);
    closedir(stream);
    return true;
}

static int compare_inputs(const void *a, const void *b) {
    const struct input *x = a, *y = b;
    return strcmp(x->path, y->path);
}

static int compare_warnings(const void *a, const void *b) {
    const struct input_warning *x = a, *y = b;
    return text_compare(x->name, y->name);
}

static void warn_of_passed(struct walk *walk, const char *folder) {
    if (walk->passed == 0)
        return;
    struct text first = printable(walk->arena, walk->first_passed);
    warn(walk, folder,
         arena_printf(walk->arena,
                      translate_count("%zu file is not read, such as %s: none of %s",
                                      "%zu files are not read, such as %s: none of %s",
                                      walk->passed),
                      walk->passed, first.data, INPUT_ENDINGS));
}

/* All article files in `folder` and below. */
static bool list_folder(const char *folder, struct arena *arena, struct inputs *inputs,
                        struct error *error) {
    size_t first = inputs->count, first_warning = inputs->warning_count, size = strlen(folder);
    struct walk walk = {
        .arena = arena, .inputs = inputs, .root_size = size + (folder[size - 1] != '/')};
    if (!read_folder(&walk, folder)) {
        error_set(error, EXIT_NO_INPUT, "cannot read the folder: %s", translate_cause(errno));
        error_at(error, folder, 0);
        return false;
    }
    while (walk.waiting_count > 0) {
        const char *next = walk.waiting[--walk.waiting_count];
        if (!read_folder(&walk, next))
            warn(&walk, next, because(&walk, _("folder not read")));
    }
    warn_of_passed(&walk, folder);
    if (inputs->count > first)
        qsort(inputs->at + first, inputs->count - first, sizeof *inputs->at, compare_inputs);
    if (inputs->warning_count > first_warning)
        qsort(inputs->warnings + first_warning, inputs->warning_count - first_warning,
              sizeof *inputs->warnings, compare_warnings);
    return true;
}

static size_t base_name(const char *path) {
    const char *slash = strrchr(path, '/');
    return slash ? (size_t)(slash - path) + 1 : 0;
}

bool inputs_list(const char *const *paths, size_t count, struct arena *arena, struct inputs *inputs,
                 struct error *error) {
    *inputs = (struct inputs){0};
    struct walk walk = {.arena = arena, .inputs = inputs};
    for (size_t i = 0; i < count; i++) {
        const char *path = arena_cstring(arena, text_of(paths[i]));
        struct stat status;
        bool standard = strcmp(path, "-") == 0;
        if (!standard && (path[0] == '\0' || stat(path, &status) != 0)) {
            error_set(error, EXIT_NO_INPUT, "cannot read it: %s",
                      translate_cause(path[0] ? errno : ENOENT));
            error_at(error, path, 0);
            return false;
        }
        if (standard || !S_ISDIR(status.st_mode))
            add_input(&walk, path, base_name(path), standard ? INPUT_UNKNOWN : format_of(path));
        else if (!list_folder(path, arena, inputs, error))
            return false;
    }
    if (inputs->count > 0)
        return true;
    error_set(error, EXIT_NO_INPUT, "no article files (%s) to read", INPUT_ENDINGS);
    if (count == 1)
        error_at(error, paths[0], 0);
    return false;
}
