/* The office's topics: words that tell whether an article is about what the office watches, from a
 * table of its own.
 *
 * Before: a file that the user names. After: the recogniser of articles off the topic. Without a
 * table everything is on topic. The words have a lexicon to themselves, so that no office's table
 * can change what else is found in an article. */
#ifndef TAKLIMAT_TABLES_OFFICE_TOPICS_H
#define TAKLIMAT_TABLES_OFFICE_TOPICS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/faults.h"
#include "base/text.h"
#include "tables/lexicon.h"

/* Points per 1,000 words that an article has at least: some three words of weight 1 in 300 words,
 * or one in the headline. */
#define TOPIC_THRESHOLD 10
#define TOPIC_THRESHOLD_MOST 1000

struct office_topic {
    struct text name; /* rows of one name are one topic */
    size_t topic;     /* the first row with this name */
    int32_t weight;   /* -9 to 9, not 0; below 0 for what only sounds like the topic */
};

struct office_topics {
    struct lexicon *lexicon; /* LEXEME_TOPIC, the row is one of `rows` */
    struct office_topic *rows;
    size_t count;
    int32_t threshold; /* points per 1,000 words */
    struct text name;  /* as the user named the table */
    struct text sha256;
};

/* Reads the table at `path`, named `name` by the user (borrowed). Its columns are topic, weight,
 * forms (separated by ;) and example, which holds one of the forms. The result lives in the arena.
 * NULL after faults, each told with file and line, of a row the first: a missing column, a weight
 * out of bounds, no form, a form that is there twice, an example without any of the forms, a table
 * without rows. */
const struct office_topics *office_topics_load(const char *path, struct text name,
                                               int32_t threshold, struct arena *arena,
                                               struct faults *faults);

#endif
