/* Topics: what advisories are about, and the words that tell it.
 *
 * Before: topics.tsv. After: the recogniser of advisories, which names the topics of each. */
#ifndef TAKLIMAT_TABLES_TOPICS_H
#define TAKLIMAT_TABLES_TOPICS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"
#include "tables/lexicon.h"
#include "tables/note_forms.h"

#define TOPICS_MAX 64 /* a set of topics is 64 bits */

struct topics; /* opaque */

/* Reads topics.tsv of `folder` (a path) and adds its forms to the lexicon (LEXEME_TOPIC; a hit's
 * row is what topics_of takes). The result lives in the arena. NULL and EXIT_CONFIG with file and
 * line on a form that is there twice, a context that is no label, or more than TOPICS_MAX topics.
 */
const struct topics *topics_load(const char *folder, struct arena *arena, struct lexicon *lexicon,
                                 struct error *error);

/* The number of topics, in the order of the table. */
size_t topics_count(const struct topics *topics);

/* The label of topic `index` (below topics_count). */
struct text topics_label(const struct topics *topics, size_t index);

/* Its name in briefings of the language. */
struct text topics_name(const struct topics *topics, size_t index, enum note_language language);

/* The topic that a LEXEME_TOPIC hit with this row tells of, by its index. *context receives 0 where
 * the words tell it by themselves, else the set of topics (bit i: topic i) of which the article
 * must name one besides. */
size_t topics_of(const struct topics *topics, uint32_t row, uint64_t *context);

#endif
