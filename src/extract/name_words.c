/* Words of names: see name_words.h. Before: tokens. After: people, holders. */
#include <config.h>

#include "extract/name_words.h"

bool names_is_word(const struct reading *reading, uint32_t token) {
    const struct token *t = &reading->tokens[token];
    return t->kind == TOKEN_WORD && t->letter_case != CASE_LOWER;
}

bool names_telling(const struct reading *reading, uint32_t token) {
    const struct token *t = &reading->tokens[token];
    return names_is_word(reading, token) && t->end - t->start > 1;
}

unsigned names_telling_words(const struct reading *reading, struct range name) {
    unsigned words = 0;
    for (uint32_t at = name.first; at < name.end; at++)
        words += names_telling(reading, at);
    return words;
}

bool names_has(const struct reading *reading, struct range name, uint64_t hash) {
    for (uint32_t at = name.first; at < name.end; at++)
        if (name_hash(reading, at) == hash)
            return true;
    return false;
}

bool names_initials(const struct reading *reading, uint32_t at, struct range range) {
    if (reading->tokens[at].letter_case != CASE_UPPER)
        return false;
    struct text word = token_text(reading->article->text, &reading->tokens[at]);
    for (uint32_t first = range.first; first + word.size <= range.end; first++) {
        size_t same = 0;
        while (same < word.size &&
               reading->article->text.data[reading->tokens[first + same].start] == word.data[same])
            same++;
        if (same == word.size && word.size > 1)
            return true;
    }
    return false;
}

bool names_within(const struct reading *reading, struct range part, struct range whole) {
    for (uint32_t at = part.first; at < part.end; at++)
        if (names_telling(reading, at) && !names_has(reading, whole, name_hash(reading, at)) &&
            !names_initials(reading, at, whole))
            return false;
    return true;
}
