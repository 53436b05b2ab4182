/* Described speakers: see described.h. Before: mentions. After: attribution. */
#include <config.h>

#include "extract/described.h"

#define DESCRIPTION 10 /* words of a description before a name */

uint32_t described_document(const struct reading *reading, uint32_t at) {
    if (!reading_joined(reading, at) || !reading_in(reading, at, LIST_DOCUMENT))
        return at;
    uint32_t end = at + 1;
    while (end < at + 3 && reading_joined(reading, end) &&
           reading->tokens[end].letter_case == CASE_LOWER)
        end++;
    return reading_joined(reading, end) && reading_capital(reading, end) ? end : at;
}

/* The number of the mention that begins at `at` with a name of two words, with titles, or between
 * two commas; or NO_MENTION. */
static size_t full_name_at(const struct reading *reading, const struct mention_list *mentions,
                           uint32_t at) {
    size_t number = reading_joined(reading, at) ? mentions_at(mentions, at) : NO_MENTION;
    if (number == NO_MENTION)
        return NO_MENTION;
    const struct mention *mention = &mentions->at[number];
    bool full = mention->name.end > mention->name.first + 1 ||
                mention->titles.first < mention->titles.end ||
                (reading_is(reading, at - 1, KNOWN_COMMA) &&
                 reading_is(reading, mention->words.end, KNOWN_COMMA));
    return mention->kind == MENTION_NAME && mention->words.first == at && full ? number
                                                                               : NO_MENTION;
}

size_t described_name(const struct reading *reading, const struct mention_list *mentions,
                      uint32_t at) {
    uint32_t end = at, lower = at;
    while (end < at + DESCRIPTION && reading_joined(reading, end) &&
           (reading->tokens[end].kind == TOKEN_WORD || reading->tokens[end].kind == TOKEN_NUMBER) &&
           !reading_in(reading, end, LIST_DESCRIPTION_END) &&
           !reading_hit(reading, end, LEXEME_SPEECH)) {
        if (end == lower && reading->tokens[end].letter_case == CASE_LOWER)
            lower++;
        end++;
    }
    if (lower == at)
        return NO_MENTION;
    size_t direct = full_name_at(reading, mentions, lower);
    if (direct != NO_MENTION || !reading_is(reading, end, KNOWN_COMMA))
        return direct;
    return full_name_at(reading, mentions, end + 1);
}

size_t described_speaker(const struct reading *reading, const struct mention_list *mentions,
                         size_t number, uint32_t at) {
    bool vague = number != NO_MENTION && mentions->at[number].kind == MENTION_ROLE &&
                 mentions->at[number].vague;
    if (number != NO_MENTION && !vague)
        return number;
    size_t behind = described_name(reading, mentions, at);
    return behind == NO_MENTION ? number : behind;
}
