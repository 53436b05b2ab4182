/* What an office sets for itself: see office.h. Before: options. After: extraction. */
#include <config.h>

#include "cli/office.h"

#include <string.h>

#include "base/decimal.h"
#include "cli/data.h"
#include "cli/message.h"
#include "summary/csv_cells.h"
#include "tables/office_topics.h"
#include "tables/zones.h"

/* 1 to TOPIC_THRESHOLD_MOST; 0 for anything else. */
static int32_t read_threshold(const char *word) {
    int32_t value = decimal_read(text_of(word));
    return value < 1 || value > TOPIC_THRESHOLD_MOST ? 0 : value;
}

/* The path of a shipped table. */
static const char *shipped_path(struct arena *arena, const char *name) {
    return data_path(arena, arena_printf(arena, "topics/%s.tsv", name).data);
}

/* The configuration has put its folder before a path, which nobody needs to see in a briefing. */
const char *office_topics_path(struct arena *arena, const struct config *config, const char *option,
                               struct text *name) {
    const char *word = config_choose(option, config, CONFIG_TOPICS);
    if (!word || !word[0])
        return NULL;
    const char *slash = option ? NULL : strrchr(word, '/');
    *name = arena_copy(arena, text_of(slash ? slash + 1 : word));
    return config_names_installed(word) ? shipped_path(arena, word) : word;
}

const char *office_out(const struct config *config, const char *option) {
    const char *out = config_choose(option, config, CONFIG_OUT);
    return out ? out : config_key_row(CONFIG_OUT)->without;
}

char office_separator(const struct config *config, const char *option) {
    const char *separator = config_choose(option, config, CONFIG_SEPARATOR);
    return separator ? separator[0] : CSV_SEPARATOR;
}

void office_articles(const struct arguments *arguments, struct arena *arena,
                     const char *const **paths, size_t *count) {
    const struct config_values *inbox = &arguments->config->keys[CONFIG_INBOX];
    *paths = arguments->files;
    *count = arguments->file_count;
    if (*count)
        return;
    const char **set = arena_alloc_array(arena, inbox->count, sizeof *set);
    for (; *count < inbox->count; ++*count)
        set[*count] = inbox->at[*count].text.data;
    *paths = set;
}

int office_load_topics(struct tables *tables, const struct config *config, const char *topics,
                       const char *threshold) {
    struct error error = {0};
    struct faults faults = {.first = &error};
    struct text name;
    const char *chosen = config_choose(threshold, config, CONFIG_TOPIC_THRESHOLD);
    int32_t least = chosen ? read_threshold(chosen) : TOPIC_THRESHOLD;
    const char *path = office_topics_path(&tables->arena, config, topics, &name);
    if (least == 0) {
        message_line("the threshold of topics is a number from 1 to %d, not '%s'",
                     TOPIC_THRESHOLD_MOST, threshold);
        return EXIT_BAD_USAGE;
    }
    if (!path && threshold)
        message_line("a threshold of topics without a table of topics; name one by --topics");
    if (!path)
        return threshold ? EXIT_BAD_USAGE : EXIT_DONE;
    tables->office_topics = office_topics_load(path, name, least, &tables->arena, &faults);
    return tables->office_topics ? EXIT_DONE : message_faults(&faults);
}

#define OF_REGION "region" /* each article's own zone */

/* "region" keeps the first zone for what has no region. */
static bool take_zone(struct tables *tables, struct text name) {
    const struct zone *zone = zones_find(tables->zones, name);
    tables->zone_of_region = text_is(name, OF_REGION);
    if (zone)
        tables->zone = zone;
    return zone || tables->zone_of_region;
}

bool office_configured_zone(struct tables *tables, const struct config *config,
                            struct faults *faults) {
    struct text zone = config_text(config, CONFIG_ZONE);
    struct config_place place = config_place(config, CONFIG_ZONE);
    return !zone.size || take_zone(tables, zone) ||
           faults_add(faults, place.file, place.line,
                      "'zone' wants WIB, WITA, WIT or region, not '%s'", zone.data);
}

int office_choose_zone(struct tables *tables, const struct config *config, const char *option) {
    struct error error = {0};
    struct faults faults = {.first = &error};
    if (option && !take_zone(tables, text_of(option))) {
        message_line("--zone wants WIB, WITA, WIT or region, not '%s'", option);
        return EXIT_BAD_USAGE;
    }
    if (!option && !office_configured_zone(tables, config, &faults))
        return message_faults(&faults);
    return EXIT_DONE;
}

struct text office_zone(const struct tables *tables, struct text name) {
    const struct zone *zone = zones_find(tables->zones, name);
    if (zone)
        return zone->zone;
    return text_is(name, OF_REGION) ? TEXT("") : name;
}
