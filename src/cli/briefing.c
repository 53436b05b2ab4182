/* From a summary to PDFs: see briefing.h. Before: summary. After: the commands report and render.
 */
#include <config.h>

#include "cli/briefing.h"

#include <stdio.h>
#include <string.h>

#include "base/ascii.h"
#include "base/translate.h"
#include "cli/data.h"
#include "cli/message.h"
#include "cli/period_choice.h"

/* A name is a file of the data folder; anything with a slash or an ending is a path. */
const char *briefing_template(struct arena *arena, const char *name) {
    if (!name)
        name = "id";
    if (strchr(name, '/') || strchr(name, '.'))
        return arena_copy(arena, text_of(name)).data;
    return data_path(arena, arena_printf(arena, "templates/%s.json", name).data);
}

struct template *briefing_read_template(const char *path, const struct house *house,
                                        struct error *error) {
    struct faults faults = {.first = error};
    struct template *template = template_read(path, house, &faults);
    size_t used = strlen(error->message);
    if (!template && faults.count > 1)
        snprintf(error->message + used, sizeof error->message - used,
                 _("; and %zu more, which 'taklimat check' tells"), faults.count - 1);
    return template;
}

bool press_open(struct press *press, const char *name, const struct house *house,
                struct error *error) {
    *press = (struct press){0};
    press->template_path = briefing_template(&press->arena, name);
    press->template = briefing_read_template(press->template_path, house, error);
    if (press->template)
        press->fonts = fonts_open(data_path(&press->arena, "fonts"), error);
    if (press->fonts &&
        profile_read(data_path(&press->arena, "colour/sRGB.icc"), &press->profile, error)) {
        press->pdf.profile = buffer_view(&press->profile);
        return true;
    }
    press_close(press);
    return false;
}

void press_close(struct press *press) {
    if (press->template)
        template_free(press->template);
    if (press->fonts)
        fonts_close(press->fonts);
    buffer_free(&press->profile);
    arena_free(&press->arena);
    *press = (struct press){0};
}

bool press_print(const struct press *press, const struct finished *finished,
                 const struct briefing_options *options, struct buffer *pdf, struct buffer *digest,
                 struct outcome *outcome) {
    struct measure measure = fonts_measure(press->fonts);
    struct pages pages;
    if (!layout_briefing(finished, press->template, &measure, options, &pages, &outcome->error))
        return false;
    bool ok = pdf_render(&pages, press->fonts, &press->pdf, pdf, &outcome->error);
    if (digest)
        buffer_text(digest, pages.digest);
    outcome->pages = pages.count;
    outcome->replaced = pages.replaced;
    pages_free(&pages);
    return ok;
}

void press_tell(const struct outcome *outcome) {
    if (outcome->replaced)
        message_warning("%zu characters that the fonts lack are shown as replacements",
                        outcome->replaced);
}

/* Appends `name` in lower case with everything but letters and digits as single dashes. */
static void append_slug(struct buffer *out, struct text name) {
    bool dash = false;
    for (size_t i = 0; i < name.size; i++) {
        char c = ascii_lower(name.data[i]);
        if (!ascii_is_alphanumeric(c)) {
            dash = out->size > 0;
            continue;
        }
        if (dash)
            buffer_char(out, '-');
        dash = false;
        buffer_char(out, c);
    }
}

static void append_language(struct buffer *out, const struct briefing_id *id, const char *ending) {
    if (id->language.size) {
        buffer_char(out, '-');
        buffer_text(out, id->language);
    }
    buffer_string(out, ending);
}

struct text briefing_file_name(struct arena *arena, struct period period,
                               const struct briefing_id *id, const char *ending) {
    struct buffer out = {0};
    if (id->code.size == 0) {
        buffer_printf(&out, "taklimat-%s", period_name(arena, period));
    } else {
        buffer_text(&out, id->code);
        buffer_char(&out, '-');
        append_slug(&out, id->name);
    }
    append_language(&out, id, ending);
    struct text copy = arena_copy(arena, buffer_view(&out));
    buffer_free(&out);
    return copy;
}

struct text briefing_digest_name(struct arena *arena, struct period period,
                                 const struct briefing_id *id) {
    if (id->code.size)
        return briefing_file_name(arena, period, id, ".txt");
    struct buffer out = {0};
    buffer_string(&out, "ringkasan");
    append_language(&out, id, ".txt");
    struct text copy = arena_copy(arena, buffer_view(&out));
    buffer_free(&out);
    return copy;
}

bool briefing_issued(const char *issued, struct period period, struct date *out) {
    *out = issued ? date_parse_iso(text_of(issued)) : period.until;
    if (date_is_set(*out) || !issued)
        return true;
    message_line("--issued wants a date such as 2024-09-01, not '%s'", issued);
    return false;
}
