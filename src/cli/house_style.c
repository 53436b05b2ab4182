/* How an office's briefings look: see house_style.h. Before: configuration. After: layout. */
#include <config.h>

#include "cli/house_style.h"

#include <stdio.h>

#include "base/error.h"
#include "cli/message.h"

int house_style_read(const struct config *config, const char *paper, struct house *out) {
    const struct config_word *words = config->words;
    *out = (struct house){0};
    out->paper = paper_find(paper ? text_of(paper) : words[CONFIG_PAPER].text);
    out->accented = accent_read(words[CONFIG_ACCENT].text, &out->accent);
    if (!paper || out->paper)
        return EXIT_DONE;
    message_line("--paper wants one of " PAPER_NAMES ", not '%s'", paper);
    return EXIT_BAD_USAGE;
}

void house_style_write(const struct house *house, struct json_writer *json) {
    if (!house->paper && !house->accented)
        return;
    json_key(json, "house");
    json_open_object(json);
    if (house->paper)
        json_member_text(json, "paper", text_of(house->paper->name));
    if (house->accented) {
        char colour[8];
        snprintf(colour, sizeof colour, "#%06x", (unsigned)house->accent);
        json_member_text(json, "accent", text_of(colour));
    }
    json_close_object(json);
}
