/* Prints what is in force: see check_keys.h. Before: check.c. */
#include <config.h>

#include "cli/check_keys.h"

#include <stdio.h>

#include "base/translate.h"
#include "base/utf8.h"

void check_say(const char *what, struct text line) {
    size_t width = utf8_length(text_of(what)), column = 14;
    printf("%s%*s ", what, width < column ? (int)(column - width) : 0, "");
    for (size_t i = 0; i < line.size; i++)
        putchar((unsigned char)line.data[i] < 0x20 || line.data[i] == 0x7f ? '?' : line.data[i]);
    putchar('\n');
}

/* "file:line", or the name of a variable. */
static const char *place_name(struct arena *arena, const struct config_place *place) {
    return place->line ? arena_printf(arena, "%s:%zu", place->file, place->line).data : place->file;
}

/* A command that prints a password may hold one. */
static const char *shown(enum config_key key, const struct config_value *value) {
    return key == CONFIG_SMTP_PASSWORD_COMMAND ? "***" : value->text.data;
}

static void say_key(const struct config *config, enum config_key key, struct arena *arena) {
    const struct config_values *values = &config->keys[key];
    const struct config_key_row *row = config_key_row(key);
    for (size_t i = 0; i < values->count; i++)
        check_say("", arena_printf(arena, "%s = %s (%s)", row->name, shown(key, &values->at[i]),
                                   place_name(arena, &values->at[i].place)));
    if (values->wrong.file)
        check_say("", arena_printf(arena, _("%s is wrong (%s)"), row->name,
                                   place_name(arena, &values->wrong)));
    else if (values->count == 0)
        check_say("",
                  arena_printf(arena, _("%s = %s (default)"), row->name, translate(row->without)));
}

/* How large it is printed, in whole millimetres. */
static void say_logo(const struct house *house, struct arena *arena) {
    mpt width, height;
    logo_size(house, &width, &height);
    check_say("",
              arena_printf(arena, _("  printed %d by %d mm, %lu by %lu pixels"),
                           (int)(width / 2835), (int)(height / 2835),
                           (unsigned long)house->logo->width, (unsigned long)house->logo->height));
}

void check_keys_say(const struct config *config, const struct house *house, struct arena *arena) {
    for (unsigned i = 0; i < CONFIG_KEYS; i++) {
        enum config_key key = (enum config_key)i;
        say_key(config, key, arena);
        if (key == CONFIG_LOGO && house->logo)
            say_logo(house, arena);
    }
}
