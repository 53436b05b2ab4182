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
#include "tables/topics.h"

#define FIGURES_BYTES (4 << 20) /* of a file: the nation and all its regions take a tenth */
#define REVISIONS 10000

static struct text topics_stamp(const struct office_topics *topics, struct arena *arena) {
    if (!topics)
        return TEXT("");
    return arena_printf(arena, "%.*s/%d", (int)topics->sha256.size, topics->sha256.data,
                        (int)topics->threshold);
}

static void add_place(const struct finished *finished, const struct tables *tables,
                      struct text code, struct arena *arena, struct month_figures *month) {
    month->places[month->count++] = layout_figures(finished, tables->topics, code, arena);
}

void past_month(struct period period, const struct tables *tables, struct arena *arena,
                struct month_figures *month) {
    const char *by = day_rule_name(period.rule);
    *month = (struct month_figures){.year = period.from.year,
                                    .month = period.from.month,
                                    .tables = tables->version,
                                    .zone = period.zone,
                                    .by = by ? text_of(by) : TEXT(""),
                                    .topics = topics_stamp(tables->office_topics, arena),
                                    .added = tables->added_count,
                                    .label_count = topics_count(tables->topics)};
    month->labels = arena_alloc_array(arena, month->label_count, sizeof *month->labels);
    for (size_t i = 0; i < month->label_count; i++)
        month->labels[i] = topics_label(tables->topics, i);
}

void past_figures(const struct finished *finished, const struct tables *tables, struct arena *arena,
                  struct month_figures *month) {
    size_t places = 1;
    for (size_t i = 0; i < finished->province_count; i++)
        places += 1 + finished->provinces[i].region_count;
    past_month(finished->period, tables, arena, month);
    month->places = arena_alloc_array(arena, places, sizeof *month->places);
    add_place(finished, tables, TEXT(""), arena, month);
    for (size_t i = 0; i < finished->province_count; i++) {
        const struct province *province = &finished->provinces[i];
        add_place(finished, tables, province->code, arena, month);
        for (size_t k = 0; k < province->region_count; k++)
            add_place(finished, tables, province->regions[k].code, arena, month);
    }
}

static const char *month_name(struct arena *arena, const struct history_month *month) {
    return arena_printf(arena, "%04d-%02d", month->year, month->month).data;
}

/* The newest revision's folder of the month; NULL if there is none. */
static const char *newest(const char *out, const struct history_month *month, struct arena *arena) {
    const char *name = month_name(arena, month), *found = NULL;
    struct stat status;
    for (unsigned revision = 1; revision < REVISIONS; revision++) {
        const char *path = publication_folder(arena, out, name, revision);
        if (lstat(path, &status) != 0 || !S_ISDIR(status.st_mode))
            break;
        found = path;
    }
    return found;
}

/* Reads the file and its digest; false with what is wrong. */
static bool read_figures(const char *path, struct arena *arena, struct month_figures *figures,
                         struct text *sha256, struct error *error) {
    struct buffer bytes = {0};
    bool ok = file_read(path, FIGURES_BYTES, &bytes, error) &&
              history_read(buffer_view(&bytes), arena, figures, error);
    struct text content = buffer_view(&bytes);
    *sha256 = sha256_hex(arena, &content, 1, 64);
    buffer_free(&bytes);
    return ok;
}

/* The same; they must be the month's. */
static bool read_figures_of(const char *path, const struct history_month *month,
                            struct arena *arena, struct month_figures *figures, struct text *sha256,
                            struct error *error) {
    return read_figures(path, arena, figures, sha256, error) &&
           ((figures->year == month->year && figures->month == month->month) ||
            error_set(error, EXIT_BAD_DATA, "it holds the figures of another month"));
}

bool past_published(const char *folder, struct arena *arena, struct month_figures *figures,
                    struct error *error) {
    const char *path = arena_printf(arena, "%s/figures.json", folder).data;
    struct text sha256;
    bool ok = read_figures(path, arena, figures, &sha256, error);
    if (!ok)
        error_at(error, path, 0);
    return ok;
}

/* Fills in what the month's folder says of it, and tells what is wrong. */
static void read_month(const char *folder, const struct month_figures *now, struct arena *arena,
                       struct history_month *month) {
    const char *path = arena_printf(arena, "%s/figures.json", folder).data;
    struct month_figures *figures = arena_alloc(arena, sizeof *figures);
    struct error error = {0};
    struct text sha256;
    month->state = HISTORY_DAMAGED;
    if (read_figures_of(path, month, arena, figures, &sha256, &error)) {
        month->state = HISTORY_KNOWN;
        if (!history_comparable(figures, now)) {
            month->state = HISTORY_OTHER;
            error_set(
                &error, EXIT_BAD_DATA,
                "it was counted with other topics or registers, in another zone or by other days");
        }
    }
    if (month->state != HISTORY_KNOWN) {
        message_warning("not compared with %s: %s: %s", month_name(arena, month), path,
                        error.message);
        return;
    }
    month->figures = figures;
    month->folder = text_of(strrchr(folder, '/') + 1);
    month->sha256 = sha256;
}

void past_read(const char *out, const struct month_figures *now, struct arena *arena,
               struct history *history) {
    int last = now->year * 12 + now->month - 2; /* months since January of the year 0 */
    *history = (struct history){.count = 0};
    for (int number = last - (HISTORY_MONTHS - 2); number <= last; number++) {
        struct history_month month = {
            .year = number / 12, .month = number % 12 + 1, .state = HISTORY_MISSING};
        const char *folder = newest(out, &month, arena);
        if (folder)
            read_month(folder, now, arena, &month);
        else if (history->count == 0)
            continue; /* nothing was published so early */
        else
            message_warning("not compared with %s: it is not published below %s",
                            month_name(arena, &month), out);
        history->at[history->count++] = month;
    }
}

static void write_name(struct json_writer *json, const struct history_month *month) {
    struct arena arena = {0};
    json_member_text(json, "month", text_of(month_name(&arena, month)));
    arena_free(&arena);
}

static void write_revision(const struct history_month *month, struct json_writer *json) {
    json_member_text(json, "folder", month->folder);
    json_member_text(json, "sha256", month->sha256);
    json_close_object(json);
}

static void write_months(const struct history *history, bool known, struct json_writer *json) {
    static const char *const reasons[] = {[HISTORY_MISSING] = "missing",
                                          [HISTORY_DAMAGED] = "damaged",
                                          [HISTORY_OTHER] = "other_scope"};
    json_key(json, known ? "months" : "left_out");
    json_open_array(json);
    for (size_t i = 0; i < history->count; i++) {
        const struct history_month *month = &history->at[i];
        if ((month->state == HISTORY_KNOWN) != known)
            continue;
        json_open_object(json);
        write_name(json, month);
        if (known) {
            write_revision(month, json);
            continue;
        }
        json_member_text(json, "reason", text_of(reasons[month->state]));
        json_close_object(json);
    }
    json_close_array(json);
}

void past_write(const struct history *history, struct json_writer *json) {
    if (history->count == 0)
        return;
    if (history_before(history)) {
        json_key(json, "compared_with");
        json_open_object(json);
        write_revision(&history->at[history->count - 1], json);
    }
    json_key(json, "history");
    json_open_object(json);
    write_months(history, true, json);
    write_months(history, false, json);
    json_close_object(json);
}
