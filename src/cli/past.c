/* Figures of earlier months: see past.h. Before: report. After: layout. */
#include <config.h>

#include "cli/past.h"

#include <string.h>
#include <sys/stat.h>

#include "base/file.h"
#include "base/sha256.h"
#include "cli/message.h"
#include "cli/publish.h"
#include "layout/layout.h"
#include "tables/office_topics.h"

#define FIGURES_BYTES (4 << 20) /* of a file: the nation and all its regions take a tenth */
#define REVISIONS 10000

static struct text topics_stamp(const struct office_topics *topics, struct arena *arena) {
    if (!topics)
        return TEXT("");
    return arena_printf(arena, "%.*s/%d", (int)topics->sha256.size, topics->sha256.data,
                        (int)topics->threshold);
}

void past_write(const struct finished *finished, const struct tables *tables, struct arena *arena,
                struct month_figures *month, struct buffer *out) {
    size_t places = 1, capacity;
    for (size_t i = 0; i < finished->province_count; i++)
        places += 1 + finished->provinces[i].region_count;
    *month = (struct month_figures){.year = finished->period.from.year,
                                    .month = finished->period.from.month,
                                    .tables = tables->version,
                                    .topics = topics_stamp(tables->office_topics, arena),
                                    .added = tables->added_count};
    capacity = places;
    month->places = arena_alloc_array(arena, capacity, sizeof *month->places);
    month->places[month->count++] = layout_figures(finished, TEXT(""));
    for (size_t i = 0; i < finished->province_count; i++) {
        const struct province *province = &finished->provinces[i];
        month->places[month->count++] = layout_figures(finished, province->code);
        for (size_t k = 0; k < province->region_count; k++)
            month->places[month->count++] = layout_figures(finished, province->regions[k].code);
    }
    history_write(month, out);
}

/* The newest revision's folder of the month before; NULL if there is none. */
static const char *newest_before(const char *out, const struct month_figures *now,
                                 struct arena *arena) {
    int months = now->year * 12 + now->month - 2;
    const char *name = arena_printf(arena, "%04d-%02d", months / 12, months % 12 + 1).data;
    const char *newest = NULL;
    struct stat status;
    for (unsigned revision = 1; revision < REVISIONS; revision++) {
        const char *path = publication_folder(arena, out, name, revision);
        if (lstat(path, &status) != 0 || !S_ISDIR(status.st_mode))
            break;
        newest = path;
    }
    return newest;
}

/* Reads and checks the file of the folder; false with what is wrong. */
static bool read_before(const char *path, const struct month_figures *now, struct arena *arena,
                        struct month_figures *before, struct text *sha256, struct error *error) {
    struct buffer bytes = {0};
    bool ok = file_read(path, FIGURES_BYTES, &bytes, error) &&
              history_read(buffer_view(&bytes), arena, before, error);
    struct text content = buffer_view(&bytes);
    *sha256 = sha256_hex(arena, &content, 1, 64);
    buffer_free(&bytes);
    if (ok && before->year * 12 + before->month + 1 != now->year * 12 + now->month)
        ok = error_set(error, EXIT_BAD_DATA, "it holds the figures of another month");
    if (ok && !history_comparable(before, now))
        ok = error_set(error, EXIT_BAD_DATA, "it was counted with other topics or registers");
    return ok;
}

struct past past_before(const char *out, const struct month_figures *now, struct arena *arena) {
    const char *folder = newest_before(out, now, arena);
    struct month_figures *before = arena_alloc(arena, sizeof *before);
    struct text sha256;
    struct error error = {0};
    if (!folder)
        return (struct past){0};
    const char *path = arena_printf(arena, "%s/figures.json", folder).data;
    if (read_before(path, now, arena, before, &sha256, &error))
        return (struct past){before, text_of(strrchr(folder, '/') + 1), sha256};
    message_line("not compared with the month before: %s: %s", path, error.message);
    return (struct past){0};
}
