/* A published month: see mail_month.h. Before: report. After: mail_letters.c. */
#include <config.h>

#include "cli/mail_month.h"

#include "base/file.h"
#include "base/json_read.h"
#include "base/translate.h"
#include "cli/manifest.h"
#include "cli/past.h"
#include "cli/period_choice.h"
#include "cli/publish.h"

static bool wrong(struct error *error, const char *what) {
    return error_set(error, EXIT_BAD_DATA, "not what was published: %s", what);
}

static bool read_file(const struct cJSON *output, struct arena *arena, struct mail_file *out) {
    struct text name = json_get_text(json_get(output, "path"));
    struct text sha256 = json_get_text(json_get(output, "sha256"));
    int64_t bytes = json_get_integer(json_get(output, "bytes"), -1);
    *out = (struct mail_file){arena_copy(arena, name), arena_copy(arena, sha256), (size_t)bytes};
    return name.size && sha256.size == 64 && bytes >= 0 &&
           text_find(name, 0, TEXT("/")) == name.size;
}

static bool read_files(const struct cJSON *outputs, struct arena *arena, struct mail_month *month,
                       struct error *error) {
    size_t capacity = 0;
    for (const struct cJSON *output = json_first(outputs); output; output = json_next(output)) {
        struct mail_file file;
        if (!read_file(output, arena, &file))
            return wrong(error, _("an output has no name, size or digest"));
        month->files = arena_grow(arena, month->files, month->file_count, month->file_count + 1,
                                  sizeof *month->files, &capacity);
        month->files[month->file_count++] = file;
    }
    const struct mail_file *summary = mail_month_file(month, TEXT("summary.json"));
    if (!summary)
        return wrong(error, _("it lists no summary.json"));
    month->edition = summary->sha256;
    return true;
}

static bool read_manifest(struct text json, struct arena *arena, struct mail_month *month,
                          struct error *error) {
    struct cJSON *root = json_parse(json, EXIT_BAD_DATA, error);
    if (!root)
        return false;
    struct text language = json_get_text(json_get(json_get(root, "template"), "language"));
    month->language = arena_copy(arena, language.size ? language : TEXT("id"));
    bool ok = text_is(json_get_text(json_get(root, "taklimat")), "run/1")
                  ? read_files(json_get(root, "outputs"), arena, month, error)
                  : wrong(error, _("it is no run/1"));
    json_free(root);
    return ok;
}

static bool open_manifest(struct arena *arena, struct mail_month *month, struct error *error) {
    const char *path = arena_printf(arena, "%s/run.json", month->folder).data;
    struct buffer bytes = {0};
    bool ok = file_read(path, MANIFEST_BYTES, &bytes, error) &&
              read_manifest(buffer_view(&bytes), arena, month, error);
    if (!ok)
        error_at(error, path, 0);
    buffer_free(&bytes);
    return ok;
}

bool mail_month_open(const char *out, struct period period, struct arena *arena,
                     struct mail_month *month, struct error *error) {
    const char *name = period_name(arena, period);
    *month = (struct mail_month){.period = period, .name = text_of(name)};
    bool ok = publication_newest(arena, out, name, &month->revision, &month->folder, error);
    if (ok && !month->folder)
        ok = error_set(error, EXIT_NO_INPUT, "%s is not published below %s", name, out);
    return ok && open_manifest(arena, month, error) &&
           past_published(month->folder, arena, &month->figures, error);
}

const struct mail_file *mail_month_file(const struct mail_month *month, struct text name) {
    for (size_t i = 0; i < month->file_count; i++)
        if (text_equal(month->files[i].name, name))
            return &month->files[i];
    return NULL;
}

bool mail_month_has_news(const struct mail_month *month, struct text code) {
    for (size_t i = 0; i < month->figures.count; i++)
        if (text_equal(month->figures.places[i].code, code))
            return code.size > 0 || month->figures.places[i].articles > 0;
    return false;
}
