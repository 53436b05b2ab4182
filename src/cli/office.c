/* What an office sets for itself: see office.h. Before: options. After: extraction. */
#include <config.h>

#include "cli/office.h"

#include <string.h>

#include "cli/data.h"
#include "cli/message.h"
#include "tables/office_topics.h"

/* 1 to TOPIC_THRESHOLD_MOST; 0 for anything else. */
static int32_t read_threshold(const char *word) {
    int32_t value = 0;
    for (; *word >= '0' && *word <= '9' && value <= TOPIC_THRESHOLD_MOST; word++)
        value = value * 10 + (*word - '0');
    return *word || value > TOPIC_THRESHOLD_MOST ? 0 : value;
}

/* A name without a slash and an ending is that of a shipped table, as with templates. */
static const char *topics_path(struct arena *arena, const char *topics) {
    if (strchr(topics, '/') || text_ends(text_of(topics), ".tsv"))
        return topics;
    return data_path(arena, arena_printf(arena, "topics/%s.tsv", topics).data);
}

int office_load_topics(struct tables *tables, const char *topics, const char *threshold) {
    struct error error = {0};
    int32_t least = threshold ? read_threshold(threshold) : TOPIC_THRESHOLD;
    if (least == 0) {
        message_line("the threshold of topics is a number from 1 to %d, not '%s'",
                     TOPIC_THRESHOLD_MOST, threshold);
        return EXIT_BAD_USAGE;
    }
    if (!topics || !topics[0]) {
        if (threshold)
            message_line("a threshold of topics without a table of topics; name one by --topics");
        return threshold ? EXIT_BAD_USAGE : EXIT_DONE;
    }
    tables->office_topics = office_topics_load(topics_path(&tables->arena, topics), text_of(topics),
                                               least, &tables->arena, &error);
    return tables->office_topics ? EXIT_DONE : message_error(&error);
}
