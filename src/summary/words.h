/* Words that come again and again in a month (rules, regions, publishers, names), kept once and
 * known by a number.
 *
 * Before and after: keep.c writes the numbers into packed facts and reads them back. */
#ifndef TAKLIMAT_SUMMARY_WORDS_H
#define TAKLIMAT_SUMMARY_WORDS_H

#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"

/* So many words are kept, the first that come: names that no second article has would fill memory,
 * and words chosen to do so, too. */
#define WORDS_MOST 65536

#define NO_WORD 0 /* no number */

/* Zero-initialise; free with words_free. The words themselves lie in the arena. */
struct words {
    char *at;               /* where the next word goes, in the arena */
    size_t left;            /* bytes there */
    struct text *of;        /* owned; the word of each number, from 1 */
    uint32_t *slots;        /* owned hash table of numbers, NO_WORD where free */
    size_t count, capacity; /* of slots; a power of two, or 0 */
};

/* The number of a word, which is kept if it was not; NO_WORD if there is no room for it. */
uint32_t words_number(struct words *words, struct arena *arena, struct text word);

/* The word of a number that words_number gave; a NUL stands behind it. It stays where it is until
 * the arena is freed. */
struct text words_text(const struct words *words, uint32_t number);

/* Frees the tables; the words live on in the arena. */
void words_free(struct words *words);

#endif
