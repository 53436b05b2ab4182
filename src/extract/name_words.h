/* The words of names and posts, compared with each other.
 *
 * Before: struct reading. After: people and holders put mentions together. */
#ifndef TAKLIMAT_EXTRACT_NAME_WORDS_H
#define TAKLIMAT_EXTRACT_NAME_WORDS_H

#include "extract/reading.h"

static inline uint64_t name_hash(const struct reading *reading, uint32_t token) {
    return reading->tokens[token].hash;
}

static inline bool range_empty(struct range range) { return range.first >= range.end; }

/* True for a word with a capital. */
bool names_is_word(const struct reading *reading, uint32_t token);

/* True for such a word longer than an initial. */
bool names_telling(const struct reading *reading, uint32_t token);

/* The number of such words in `name`. */
unsigned names_telling_words(const struct reading *reading, struct range name);

/* True if a word of `name` has this hash. */
bool names_has(const struct reading *reading, struct range name, uint64_t hash);

/* True if the word at `at`, in capitals, is the initials of words in a row in `range`: TTS, Timor
 * Tengah Selatan. Takes as many steps as `range` has tokens, times the letters that agree. */
bool names_initials(const struct reading *reading, uint32_t at, struct range range);

/* True if every telling word of `part` is in `whole`, or is the initials of words there: Putri KW.
 */
bool names_within(const struct reading *reading, struct range part, struct range whole);

#endif
