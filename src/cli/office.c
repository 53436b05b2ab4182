/* What an office sets for itself: see office.h. Before: options. After: extraction. */
#include <config.h>

#include "cli/office.h"

#include <string.h>

#include "cli/data.h"
#include "cli/message.h"
#include "tables/office_topics.h"
#include "tables/zones.h"

/* 1 to TOPIC_THRESHOLD_MOST; 0 for anything else. */
static int32_t read_threshold(const char *word) {
    int32_t value = 0;
    for (; *word >= '0' && *word <= '9' && value <= TOPIC_THRESHOLD_MOST; word++)
        value = value * 10 + (*word - '0');
    return *word || value > TOPIC_THRESHOLD_MOST ? 0 : value;
}

/* The path of a shipped table. */
static const char *shipped_path(struct arena *arena, const char *name) {
    return data_path(arena, arena_printf(arena, "topics/%s.tsv", name).data);
}

/* A word without a slash and without the ending of a table names a shipped one, as with templates.
 */
static bool names_shipped(const char *word) {
    return !strchr(word, '/') && !text_ends(text_of(word), ".tsv");
}

/* The configuration has put its folder before the word. */
const char *office_topics_path(struct arena *arena, const struct config *config, const char *option,
                               struct text *name) {
    const char *word = option ? option : config->topics.path;
    if (!word || !word[0])
        return NULL;
    if (!option)
        word = strrchr(word, '/') ? strrchr(word, '/') + 1 : word;
    bool shipped = names_shipped(word);
    *name = arena_copy(arena, text_of(word));
    if (shipped)
        return shipped_path(arena, word);
    return option ? option : config->topics.path;
}

int office_load_topics(struct tables *tables, const struct config *config, const char *topics,
                       const char *threshold) {
    struct error error = {0};
    struct faults faults = {.first = &error};
    struct text name;
    int32_t set = config->topic_threshold > 0 ? config->topic_threshold : TOPIC_THRESHOLD;
    int32_t least = threshold ? read_threshold(threshold) : set;
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
    const struct config_word *word = &config->words[CONFIG_ZONE];
    return !word->text.size || take_zone(tables, word->text) ||
           faults_add(faults, word->place.file, word->place.line,
                      "'zone' wants WIB, WITA, WIT or region, not '%s'", word->text.data);
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
