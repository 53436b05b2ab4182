/* How an office's briefings look: see house_style.h. Before: configuration. After: layout. */
#include <config.h>

#include "cli/house_style.h"

#include <stdio.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/foreign.h"
#include "base/image.h"
#include "base/sha256.h"
#include "base/translate.h"
#include "base/utf8.h"
#include "cli/message.h"

/* The bytes of the foreword as they may be set. */
static bool check_foreword(const char *path, struct text *text, struct faults *faults) {
    const char *other = foreign_form(*text);
    if (other)
        return faults_add(faults, path, 0, "%s", other);
    size_t bad = utf8_check(*text), nul = text_find(*text, 0, (struct text){"", 1});
    if (bad < text->size || nul < text->size)
        return faults_add(faults, path, text_line(*text, bad < nul ? bad : nul), "%s",
                          bad < nul ? _("invalid UTF-8") : _("a NUL byte"));
    if (text_starts(*text, "\xEF\xBB\xBF")) /* an editor's byte-order mark */
        *text = text_slice(*text, (struct span){3, text->size});
    *text = text_trim(*text);
    return text->size > 0 || faults_add(faults, path, 0, "a foreword without a word");
}

static bool read_foreword(const struct config_value *foreword, struct arena *arena,
                          struct text *out, struct faults *faults) {
    struct buffer bytes = {0};
    struct error cause = {0};
    bool ok = file_read(foreword->text.data, FOREWORD_MOST, &bytes, &cause);
    if (!ok)
        faults_add(faults, foreword->place.file, foreword->place.line, "cannot read '%s': %s",
                   foreword->text.data, cause.message);
    *out = arena_copy(arena, buffer_view(&bytes));
    buffer_free(&bytes);
    ok = ok && check_foreword(foreword->text.data, out, faults);
    if (!ok)
        *out = TEXT("");
    return ok;
}

static uint32_t pixels_of(mpt length) { return (uint32_t)((int64_t)length * LOGO_DPI / 72000); }

/* The logo, as large as it is printed. `out` has the letterhead already, which decides on that. */
static bool read_logo(const struct config_value *logo, struct arena *arena, struct house *out,
                      struct faults *faults) {
    struct buffer bytes = {0};
    struct error cause = {0};
    struct image *image = arena_alloc(arena, sizeof *image);
    mpt width, height;
    logo_room(out, &width, &height);
    bool ok =
        file_read(logo->text.data, IMAGE_BYTES_MOST, &bytes, &cause) &&
        image_read(buffer_view(&bytes), pixels_of(width), pixels_of(height), arena, image, &cause);
    if (ok) {
        struct text file = buffer_view(&bytes);
        out->logo = image;
        out->logo_sha256 = sha256_hex(arena, &file, 1, 64);
    } else {
        faults_add(faults, logo->place.file, logo->place.line, "the logo '%s': %s", logo->text.data,
                   cause.message);
    }
    buffer_free(&bytes);
    return ok;
}

static size_t take_lines(const struct config_values *lines, struct text out[HOUSE_LINES]) {
    size_t count = 0;
    for (; count < lines->count && count < HOUSE_LINES; count++)
        out[count] = lines->at[count].text;
    return count;
}

static void take_letterhead(const struct config *config, struct house *out) {
    out->letterhead_count = take_lines(&config->keys[CONFIG_LETTERHEAD], out->letterhead);
    out->address_count = take_lines(&config->keys[CONFIG_ADDRESS], out->address);
    if (out->organisation.size == 0 && out->letterhead_count)
        out->organisation = out->letterhead[out->letterhead_count - 1];
}

bool house_style_load(const struct config *config, struct arena *arena, struct house *out,
                      struct faults *faults) {
    *out = (struct house){.paper = paper_find(config_text(config, CONFIG_PAPER)),
                          .organisation = text_trim(config_text(config, CONFIG_ORGANISATION)),
                          .number = text_trim(config_text(config, CONFIG_NUMBER)),
                          .contact = text_trim(config_text(config, CONFIG_CONTACT)),
                          .place = text_trim(config_text(config, CONFIG_PLACE)),
                          .signatory = text_trim(config_text(config, CONFIG_SIGNATORY)),
                          .signatory_title = text_trim(config_text(config, CONFIG_SIGNATORY_TITLE)),
                          .signatory_rank = text_trim(config_text(config, CONFIG_SIGNATORY_RANK)),
                          .signatory_id = text_trim(config_text(config, CONFIG_SIGNATORY_ID))};
    out->accented = accent_read(config_text(config, CONFIG_ACCENT), &out->accent);
    take_letterhead(config, out);
    const struct config_values *logo = &config->keys[CONFIG_LOGO],
                               *foreword = &config->keys[CONFIG_FOREWORD];
    bool good = !logo->count || read_logo(logo->at, arena, out, faults);
    return (!foreword->count || read_foreword(foreword->at, arena, &out->foreword, faults)) && good;
}

int house_style_read(const struct config *config, const char *paper, struct arena *arena,
                     struct house *out) {
    struct error error = {0};
    struct faults faults = {.first = &error};
    if (!house_style_load(config, arena, out, &faults))
        return message_faults(&faults);
    if (!paper)
        return EXIT_DONE;
    out->paper = paper_find(text_of(paper));
    if (out->paper)
        return EXIT_DONE;
    message_line("--paper wants one of %s, not '%s'", _(PAPER_NAMES), paper);
    return EXIT_BAD_USAGE;
}

static void write_word(struct json_writer *json, const char *name, struct text word) {
    if (word.size)
        json_member_text(json, name, word);
}

static void write_lines(struct json_writer *json, const char *name, const struct text *lines,
                        size_t count) {
    if (count == 0)
        return;
    json_key(json, name);
    json_open_array(json);
    for (size_t i = 0; i < count; i++)
        json_text(json, lines[i]);
    json_close_array(json);
}

static void write_foreword(struct json_writer *json, struct text foreword) {
    char hex[DIGEST_HEX_SIZE];
    if (foreword.size == 0)
        return;
    struct digest *digest = digest_start();
    digest_add(digest, foreword.data, foreword.size);
    digest_finish(digest, hex);
    json_member_text(json, "foreword_sha256", text_of(hex));
}

static bool sets_nothing(const struct house *house) {
    return !house->paper && !house->accented && !house->organisation.size && !house->number.size &&
           !house->logo && !house->contact.size && !house->foreword.size && !house->signatory.size;
}

void house_style_write(const struct house *house, struct json_writer *json) {
    if (sets_nothing(house))
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
    write_lines(json, "letterhead", house->letterhead, house->letterhead_count);
    write_lines(json, "address", house->address, house->address_count);
    write_word(json, "logo_sha256", house->logo_sha256);
    write_word(json, "organisation", house->organisation);
    write_word(json, "number", house->number);
    write_word(json, "contact", house->contact);
    write_foreword(json, house->foreword);
    write_word(json, "place", house->place);
    write_word(json, "signatory", house->signatory);
    write_word(json, "signatory_title", house->signatory_title);
    write_word(json, "signatory_rank", house->signatory_rank);
    write_word(json, "signatory_id", house->signatory_id);
    json_close_object(json);
}
