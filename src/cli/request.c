/* What a run is asked for, held against what is published: see request.h. Before: report. After:
 * report. */
#include <config.h>

#include "cli/request.h"

#include <string.h>

#include "base/digest.h"
#include "base/file.h"
#include "base/json_read.h"
#include "cli/manifest.h"
#include "cli/message.h"

/* True if the output is what was published. */
static bool is_intact(struct arena *arena, const char *folder, const struct cJSON *output) {
    struct text name = json_get_text(json_get(output, "path"));
    struct text sha256 = json_get_text(json_get(output, "sha256"));
    struct error error = {0};
    char hex[DIGEST_HEX_SIZE];
    size_t bytes;
    if (!name.size || memchr(name.data, '/', name.size))
        return false;
    const char *path = arena_printf(arena, "%s/%.*s", folder, (int)name.size, name.data).data;
    if (file_sha256(path, hex, &bytes, &error) && text_is(sha256, hex))
        return true;
    message_warning("%s: is not what was published%s%s", path, error.message[0] ? ": " : "",
                    error.message);
    return false;
}

static bool outputs_intact(struct arena *arena, const char *folder, struct text manifest) {
    struct error error = {0};
    struct cJSON *json = json_parse(manifest, EXIT_BAD_DATA, &error);
    const struct cJSON *outputs = json_get(json, "outputs");
    bool intact = json_is_array(outputs);
    for (const struct cJSON *output = json_first(outputs); output; output = json_next(output))
        intact = is_intact(arena, folder, output) && intact;
    if (!json)
        message_warning("%s/run.json: is not what was published: %s", folder, error.message);
    json_free(json);
    return intact;
}

enum standing request_standing(struct arena *arena, const char *folder, struct text request) {
    struct buffer bytes = {0};
    struct error error = {0};
    if (!folder)
        return STANDING_NONE;
    const char *path = arena_printf(arena, "%s/run.json", folder).data;
    enum standing standing = STANDING_NONE;
    if (file_read(path, MANIFEST_BYTES, &bytes, &error)) {
        struct text manifest = buffer_view(&bytes);
        struct text begin = text_slice(manifest, (struct span){0, request.size});
        standing = STANDING_OTHER;
        if (text_equal(begin, request))
            standing = outputs_intact(arena, folder, manifest) ? STANDING_SAME : STANDING_DAMAGED;
    } else {
        message_warning("%s: %s", path, error.message);
    }
    buffer_free(&bytes);
    return standing;
}

bool request_holds(const struct input_file *before, size_t before_count,
                   const struct input_file *read, size_t read_count, struct error *error) {
    for (size_t i = 0; i < before_count || i < read_count; i++) {
        bool both = i < before_count && i < read_count;
        if (both && text_equal(before[i].path, read[i].path) &&
            text_equal(before[i].sha256, read[i].sha256))
            continue;
        struct arena arena = {0};
        const char *path = arena_cstring(&arena, i < read_count ? read[i].path : before[i].path);
        error_set(error, EXIT_TRY_AGAIN,
                  "the input changed while it was read; nothing was published, try again");
        error_at(error, path, 0);
        arena_free(&arena);
        return false;
    }
    return true;
}
