/* The little words inside citations, by token hash. Before: citation_words.tsv. After:
 * regulation_types.h hands them to extraction. */
#ifndef TAKLIMAT_TABLES_CITATION_WORDS_H
#define TAKLIMAT_TABLES_CITATION_WORDS_H

#include "tables/regulation_types.h"

#define CITATION_WORD_PLACES 256 /* a power of two, at least four times the words */

/* Open addressing; hash 0 marks a free place. */
struct citation_words {
    uint64_t hashes[CITATION_WORD_PLACES];
    uint8_t words[CITATION_WORD_PLACES]; /* enum citation_word */
};

/* Fills *words from `folder`; false with EXIT_CONFIG on failure. `arena` holds the table meanwhile.
 */
bool citation_words_load(const char *folder, struct arena *arena, struct citation_words *words,
                         struct error *error);

/* What the word with this hash does. */
enum citation_word citation_words_get(const struct citation_words *words, uint64_t hash);

#endif
