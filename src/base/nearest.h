/* What may have been meant by a word that nobody knows: slips in keys, commands, cells of tables.
 *
 * Before: a word that is none of those allowed. After: a message that names the nearest, and all of
 * them where they are few. */
#ifndef TAKLIMAT_BASE_NEAREST_H
#define TAKLIMAT_BASE_NEAREST_H

#include "base/text.h"

#define NEAREST_SIZE 320 /* bytes of what nearest_say writes, its NUL included */

/* The word of `words` (NULL at its end) that the fewest changes make of `word`, the first of
 * equals; NULL where more than half of its letters would have to change (of three or fewer: one).
 */
const char *nearest_word(struct text word, const char *const *words);

/* The changes from `word` to `known`, if they are fewer than *least: then true, and they are the
 * new *least. For words that are in no list; *least begins as nearest_limit(word). */
size_t nearest_limit(struct text word);
bool nearest_is_nearer(struct text word, struct text known, size_t *least);

/* Writes "; is 'revoked' meant? known are listed, in_force and revoked" into `out`: the first half
 * where a word is near, the second where `list` is true; in the reader's language. Cut short where
 * it has no room. Returns `out`. */
const char *nearest_say(char out[NEAREST_SIZE], struct text word, const char *const *words,
                        bool list);

#endif
