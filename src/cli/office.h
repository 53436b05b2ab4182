/* What an office sets for itself: the topics that it watches, and the time zone that it lives in.
 * Before: options and the configuration. After: extraction. */
#ifndef TAKLIMAT_CLI_OFFICE_H
#define TAKLIMAT_CLI_OFFICE_H

#include "base/arena.h"
#include "base/translate.h"
#include "cli/command.h"
#include "cli/config.h"
#include "tables/tables.h"

/* The help of the two options that `extract`, `report` and `show` share. */
#define TOPICS_HELP                                                                                \
    N_("the office's topics: articles about none of them are set\n"                                \
       "apart; the path of a table, or the name of a shipped one,\n"                               \
       "such as netralitas-asn (default: that of the\n"                                            \
       "configuration, else everything is on topic)")
#define THRESHOLD_HELP                                                                             \
    N_("points per 1,000 words that an article on topic has at\n"                                  \
       "least, 1 to 1000 (default: that of the configuration, or\n"                                \
       "10)")

#define ZONE_HELP                                                                                  \
    N_("whose days are meant: WIB, WITA, WIT, or region: each\n"                                   \
       "article's own, by its region (default: that of the\n"                                      \
       "configuration, else WIB)")

/* The path of the table that option (NULL where it was not given) or configuration name, NULL for
 * none; *name is how they call it. In `arena`, or borrowed. */
const char *office_topics_path(struct arena *arena, const struct config *config, const char *option,
                               struct text *name);

/* The folder of all months: `option` (NULL where it was not given), or the configuration's, or
 * "briefing". Borrowed. */
const char *office_out(const struct config *config, const char *option);

/* Between the cells of tables: the first character of `option` (checked; NULL where it was not
 * given), or the configuration's, or CSV_SEPARATOR. */
char office_separator(const struct config *config, const char *option);

/* The articles to read: the files of the command line, or, where there are none, what the
 * configuration calls the inbox; *count is 0 where that is not set. In `arena`, or borrowed. */
void office_articles(const struct arguments *arguments, struct arena *arena,
                     const char *const **paths, size_t *count);

/* Loads the table of topics into tables->office_topics. `topics` and `threshold` are the options as
 * the user wrote them, NULL where they were not given: then the configuration says; topics "" is no
 * table whatever it says. What this makes lives in the tables' arena. Returns EXIT_DONE, or
 * EXIT_BAD_USAGE or EXIT_CONFIG after a message. */
int office_load_topics(struct tables *tables, const struct config *config, const char *topics,
                       const char *threshold);

/* Sets tables->zone and tables->zone_of_region by the option as the user wrote it (NULL where it
 * was not given: then by the configuration; without either they stay). Returns EXIT_DONE, or
 * EXIT_BAD_USAGE or EXIT_CONFIG after a message. */
int office_choose_zone(struct tables *tables, const struct config *config, const char *option);

/* The same by the configuration alone, whose fault is told. */
bool office_configured_zone(struct tables *tables, const struct config *config,
                            struct faults *faults);

/* What people call the zone of a period ("WIB" for Asia/Jakarta); none for "region"; a name that
 * the tables do not have stays as it is. */
struct text office_zone(const struct tables *tables, struct text name);

#endif
