/* What an office sets for itself: the topics that it watches. Before: options and the
 * configuration. After: extraction. */
#ifndef TAKLIMAT_CLI_OFFICE_H
#define TAKLIMAT_CLI_OFFICE_H

#include "base/arena.h"
#include "tables/tables.h"

/* The help of the two options that `extract`, `report` and `show` share. */
#define TOPICS_HELP                                                                                \
    "the office's topics: articles about none of them are set\n"                                   \
    "apart; the path of a table, or the name of a shipped one,\n"                                  \
    "such as netralitas-asn (default: everything is on topic)"
#define THRESHOLD_HELP                                                                             \
    "points per 1,000 words that an article on topic has at\n"                                     \
    "least, 1 to 1000 (default: 10)"

/* Loads the table `topics` (a path or a name of the data folder; NULL or "": none, everything is on
 * topic) into tables->office_topics, with `threshold` as the user wrote it (NULL: the default).
 * What it makes lives in the tables' arena. Returns EXIT_DONE, or EXIT_BAD_USAGE or EXIT_CONFIG
 * after a message. */
int office_load_topics(struct tables *tables, const char *topics, const char *threshold);

#endif
