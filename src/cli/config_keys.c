/* The keys of the configuration: see config_keys.h. Before: what a person wrote. After: config.c,
 * config_environment.c. */
#include <config.h>

#include "cli/config_keys.h"

#include <string.h>

#include "base/decimal.h"
#include "base/translate.h"
#include "base/utf8.h"
#include "cli/workers.h"
#include "summary/summary.h"
#include "tables/office_topics.h"

#define ROW(id, name, kind, most, without, sample, about)                                          \
    [id] = {name, CONFIG_KIND_##kind, most, without, sample, about},
static const struct config_key_row rows[CONFIG_KEYS] = {CONFIG_KEY_LIST(ROW)};

#define NAME(id, name, kind, most, without, sample, about) name,
static const char *const names[CONFIG_KEYS + 1] = {CONFIG_KEY_LIST(NAME) NULL};

const struct config_key_row *config_key_row(enum config_key key) { return &rows[key]; }

const char *config_key_sample(enum config_key key) {
    return rows[key].sample ? rows[key].sample : rows[key].without;
}

const char *config_key_name(enum config_key key) { return names[key]; }

const char *const *config_key_names(void) { return names; }

enum config_key config_key_of(const char *name) {
    unsigned key = 0;
    while (key < CONFIG_KEYS && strcmp(names[key], name) != 0)
        key++;
    return (enum config_key)key;
}

bool config_key_is_list(enum config_key key) {
    return rows[key].kind == CONFIG_KIND_LINES || rows[key].kind == CONFIG_KIND_PATHS;
}

bool config_names_installed(const char *word) { return word[0] && !strpbrk(word, "/."); }

/* One value that is looked at. */
struct taking {
    const struct config_key_row *row;
    struct arena *arena;
    const char *folder, *value;
    struct text out;
};

/* Escapes such as \x07 may have made what no file may hold. */
static struct text take_line(struct taking *t) {
    struct text text = text_of(t->value);
    bool good = utf8_check(text) == text.size;
    for (size_t i = 0; i < text.size; i++)
        good = good && (unsigned char)text.data[i] >= ' ' && text.data[i] != 0x7f;
    if (!good)
        return text_of(_("wants one line of text in UTF-8"));
    size_t length = utf8_length(text);
    return length <= t->row->most
               ? TEXT("")
               : arena_printf(t->arena, _("wants at most %zu characters, not %zu"), t->row->most,
                              length);
}

static struct text take_list_line(struct taking *t) {
    t->out = arena_copy(t->arena, text_trim(text_of(t->value)));
    return t->out.size ? take_line(t) : text_of(_("wants lines that are not empty"));
}

static struct text take_path(struct taking *t) {
    if (!t->value[0])
        return text_of(_("wants the name of a file"));
    if (t->value[0] != '/' && t->folder)
        t->out = arena_printf(t->arena, "%s/%s", t->folder, t->value);
    return TEXT("");
}

static struct text take_named(struct taking *t) {
    return config_names_installed(t->value) ? TEXT("") : take_path(t);
}

static struct text take_number(struct taking *t) {
    int32_t number = decimal_read(text_of(t->value));
    return number >= 1 && (size_t)number <= t->row->most
               ? TEXT("")
               : arena_printf(t->arena, _("wants a whole number from 1 to %zu, not '%s'"),
                              t->row->most, t->value);
}

static struct text take_yes(struct taking *t) {
    bool yes = strcmp(t->value, "yes") == 0;
    t->out = yes ? TEXT("yes") : TEXT("no");
    return yes || strcmp(t->value, "no") == 0
               ? TEXT("")
               : arena_printf(t->arena, _("wants yes or no, not '%s'"), t->value);
}

static struct text take_paper(struct taking *t) {
    return paper_find(text_of(t->value))
               ? TEXT("")
               : arena_printf(t->arena, _("wants one of %s, not '%s'"), _(PAPER_NAMES), t->value);
}

/* A colour for headings on white paper. */
static struct text take_accent(struct taking *t) {
    uint32_t colour;
    if (!accent_read(text_of(t->value), &colour))
        return arena_printf(t->arena, _("wants a colour such as \"#0d4a75\", not '%s'"), t->value);
    unsigned contrast = accent_contrast(colour);
    return contrast >= ACCENT_CONTRAST
               ? TEXT("")
               : arena_printf(
                     t->arena,
                     _("wants a darker colour: the contrast of %s on white is %u.%02u, not "
                       "4.5"),
                     t->value, contrast / 100, contrast % 100);
}

static struct text take_separator(struct taking *t) {
    return strcmp(t->value, ";") == 0 || strcmp(t->value, ",") == 0
               ? TEXT("")
               : arena_printf(t->arena, _("wants ; or , and not '%s'"), t->value);
}

static struct text take_day(struct taking *t) {
    enum day_rule rule;
    return day_rule_of(text_of(t->value), &rule)
               ? TEXT("")
               : arena_printf(t->arena, _("wants event or published, not '%s'"), t->value);
}

static struct text (*const takes[])(struct taking *t) = {
    [CONFIG_KIND_LINE] = take_line,     [CONFIG_KIND_LINES] = take_list_line,
    [CONFIG_KIND_PATH] = take_path,     [CONFIG_KIND_PATHS] = take_path,
    [CONFIG_KIND_NAMED] = take_named,   [CONFIG_KIND_NUMBER] = take_number,
    [CONFIG_KIND_YES] = take_yes,       [CONFIG_KIND_PAPER] = take_paper,
    [CONFIG_KIND_ACCENT] = take_accent, [CONFIG_KIND_SEPARATOR] = take_separator,
    [CONFIG_KIND_DAY] = take_day};

struct text config_key_take(enum config_key key, struct arena *arena, const char *folder,
                            const char *value, struct text *out) {
    struct taking taking = {.row = &rows[key], .arena = arena, .folder = folder, .value = value};
    struct text wrong = takes[rows[key].kind](&taking);
    if (wrong.size == 0)
        *out = taking.out.data ? taking.out : arena_copy(arena, text_of(value));
    return wrong;
}
