/* Nameless speakers: see nameless.h. Before: mentions. After: attribution. */
#include <config.h>

#include "extract/nameless.h"

#define SUBJECT_WORDS 8 /* words between the noun and its verb */

static bool is_word(const struct reading *reading, uint32_t at) {
    return reading->tokens[at].kind == TOKEN_WORD || reading->tokens[at].kind == TOKEN_NUMBER;
}

static bool counts(const struct reading *reading, uint32_t at) {
    return reading_in(reading, at, LIST_SOME) || reading_in(reading, at, LIST_ONE_OF) ||
           reading_in(reading, at, LIST_MANY) || reading->tokens[at].kind == TOKEN_NUMBER;
}

/* The first token of what counts the noun at `at`: dua orang warga, salah satu peserta. */
static uint32_t counted_from(const struct reading *reading, uint32_t at, uint32_t floor) {
    while (at > floor && reading_joined(reading, at) && counts(reading, at - 1))
        at--;
    if (at > floor + 1 && reading_is(reading, at - 1, KNOWN_SATU) && counts(reading, at - 2))
        at -= 2;
    return at;
}

/* True if a clause begins at `at`: with the sentence, behind a comma that is none between a name
 * and what somebody is (Budi, dokter di sana; not: dikutip dari Warta, dokter ...), or behind a
 * word that only links (Namun; kemudian). */
static bool begins_clause(const struct clause *clause, uint32_t at) {
    const struct reading *reading = clause->reading;
    if (at == clause->range.first)
        return true;
    if (reading_is(reading, at - 1, KNOWN_COMMA)) {
        size_t before = mentions_at(clause->mentions, at - 2);
        uint32_t first = before == NO_MENTION ? 0 : clause->mentions->at[before].words.first;
        return reading_in(reading, at, LIST_MANY) || before == NO_MENTION ||
               clause->mentions->at[before].words.end != at - 1 ||
               (first > clause->range.first && reading_in(reading, first - 1, LIST_OBLIQUE));
    }
    return at == clause->range.first + 1 &&
           (reading_in(reading, at - 1, LIST_ADVERB) || reading_in(reading, at - 1, LIST_CONTRAST));
}

uint32_t nameless_subject(const struct clause *clause) {
    const struct reading *reading = clause->reading;
    uint32_t at = clause->verb.first;
    for (int steps = 0; steps < SUBJECT_WORDS && at > clause->range.first; steps++) {
        at--;
        if (reading_in(reading, at, LIST_SAYER) &&
            begins_clause(clause, counted_from(reading, at, clause->range.first)))
            return at;
        if (!is_word(reading, at) || reading_in(reading, at, LIST_MODAL) ||
            subject_acts(reading, at))
            return NO_TOKEN;
    }
    return NO_TOKEN;
}

bool nameless_aside(const struct clause *clause) {
    const struct reading *reading = clause->reading;
    uint32_t at = clause->verb.first;
    while (at > clause->range.first && reading_in(reading, at - 1, LIST_ADVERB))
        at--;
    if (at <= clause->range.first + 1 || !reading_in(reading, at - 1, LIST_SAYER))
        return false;
    uint32_t first = counted_from(reading, at - 1, clause->range.first);
    if (first <= clause->range.first + 1 || reading->tokens[first - 1].kind != TOKEN_WORD)
        return false;
    bool adds = reading_kind(reading, first - 1) == WORD_OPENER &&
                !reading_in(reading, first - 1, LIST_OBLIQUE) && !begins_clause(clause, first);
    return adds || subject_acts(reading, first - 1);
}

uint32_t nameless_at(const struct reading *reading, uint32_t at) {
    uint32_t end = at + 3;
    while (at < end && reading_joined(reading, at) && !reading_in(reading, at, LIST_SAYER) &&
           (counts(reading, at) || reading_is(reading, at, KNOWN_SATU)))
        at++;
    return reading_joined(reading, at) && reading_in(reading, at, LIST_SAYER) ? at : NO_TOKEN;
}

bool nameless_one(const struct reading *reading, uint32_t at) {
    return at > 0 && (reading_in(reading, at - 1, LIST_ONE_OF) ||
                      (at > 1 && reading_is(reading, at - 1, KNOWN_SATU) &&
                       reading_in(reading, at - 2, LIST_ONE_OF)));
}

bool nameless_particular(const struct reading *reading, uint32_t at) {
    return at == 0 || !counts(reading, at - 1);
}
