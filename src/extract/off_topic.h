/* How much an article is about the office's topics.
 *
 * Before: an article and the office's table. After: off_topic.c flags what is below the threshold,
 * and `show` tells the score. The verdict belongs to the facts of an article, although it is the
 * office's: only here is the whole text at hand, a summary keeps none of it. So both `extract` and
 * `report` take the table, and facts of different tables are better not merged. */
#ifndef TAKLIMAT_EXTRACT_OFF_TOPIC_H
#define TAKLIMAT_EXTRACT_OFF_TOPIC_H

#include "base/arena.h"
#include "intake/article.h"
#include "tables/office_topics.h"

/* A word in the headline counts like so many in the text. */
#define TOPIC_TITLE_FACTOR 5

/* An article with fewer words is scored as if it had so many: one word in a note of thirty is not
 * yet a topic. */
#define TOPIC_LEAST_WORDS 200

struct topic_score {
    int32_t score;    /* points per 1,000 words, rounded down; at least 0 */
    struct note note; /* "score 4 of 10: pemilu 2, netralitas 1", in the arena */
};

/* The score of an article: the weights of the words found, those of the headline five times, per
 * 1,000 words of the text, of which what was cut (menus, repeats) is no part. Where forms overlap
 * the longest counts. Linear. */
struct topic_score topic_score(const struct article *article, const struct office_topics *topics,
                               const struct note_forms *forms, struct arena *arena);

#endif
