/* Odd names: see odd_names.h. Before: tokens and tables. After: names. */
#include <config.h>

#include "extract/odd_names.h"

#define HALF 6 /* bytes of half a Korean name */
/* of which a word is none of a name */
#define OTHER_THINGS                                                                               \
    (CLASS_BIT(LEXEME_REGION) | CLASS_BIT(LEXEME_INSTITUTION) | CLASS_BIT(LEXEME_POSITION))

bool odd_names_post(const struct reading *reading, uint32_t at) {
    static const char *const posts[] = {"Anak", "Istri", "Raja", "Ratu", NULL};
    uint32_t next = at + 1;
    if (reading->tokens[at].letter_case != CASE_TITLE || !reading_joined(reading, next) ||
        !reading_capital(reading, next) ||
        !text_among(token_text(reading->article->text, &reading->tokens[at]), posts))
        return false;
    struct text word = token_text(reading->article->text, &reading->tokens[next]);
    if (reading_kind(reading, at) == WORD_COMMON && text_equal(word, TEXT("Agung")))
        return true;
    return at > 0 && reading_joined(reading, at) && reading_capital(reading, at - 1) &&
           reading->tokens[at - 1].letter_case == CASE_TITLE &&
           words_may_be_name(reading_kind(reading, at - 1)) &&
           words_may_be_name(reading_kind(reading, next)) &&
           !(reading_classes(reading, at - 1) & OTHER_THINGS) &&
           !(reading_classes(reading, next) & OTHER_THINGS);
}

bool odd_names_day(const struct reading *reading, uint32_t at) {
    struct text word = token_text(reading->article->text, &reading->tokens[at]);
    return text_ends(word, "day") && reading->tokens[at].letter_case == CASE_TITLE &&
           reading_joined(reading, at + 1) && reading_capital(reading, at + 1) &&
           words_may_be_name(reading_kind(reading, at + 1)) &&
           !(reading_classes(reading, at + 1) & OTHER_THINGS);
}

bool odd_names_half(const struct reading *reading, uint32_t at) {
    return at < reading->count && reading->tokens[at].gap == GAP_NONE &&
           reading->tokens[at].kind == TOKEN_WORD &&
           reading->tokens[at].letter_case == CASE_LOWER &&
           reading_kind(reading, at) == WORD_UNKNOWN && reading_size(reading, at) <= HALF &&
           reading_size(reading, at - 2) <= HALF;
}

bool odd_names_halves(const struct reading *reading, uint32_t at) {
    return reading_joined(reading, at) && reading->tokens[at].letter_case == CASE_TITLE &&
           reading_is(reading, at + 1, KNOWN_HYPHEN) && reading->tokens[at + 1].gap == GAP_NONE &&
           odd_names_half(reading, at + 2);
}

bool odd_names_before_halves(const struct reading *reading, uint32_t at) {
    const uint32_t others =
        CLASS_BIT(LEXEME_POSITION) | CLASS_BIT(LEXEME_INSTITUTION) | CLASS_BIT(LEXEME_HONORIFIC);
    return reading_capital(reading, at) && reading_kind(reading, at) == WORD_COMMON &&
           reading_size(reading, at) <= HALF && !(reading_classes(reading, at) & others) &&
           odd_names_halves(reading, at + 1);
}
