/* Degrees: see degrees.h. Before: reading. After: names. */
#include <config.h>

#include "extract/degrees.h"

#include "base/ascii.h"

const struct hit *degrees_honorific(const struct reading *reading, uint32_t at, bool after) {
    const struct hits *hits = &reading->article->hits;
    if (!(reading_classes(reading, at) & CLASS_BIT(LEXEME_HONORIFIC)))
        return NULL;
    for (size_t i = hits->begin[at]; i < hits->begin[at + 1]; i++)
        if (hits->at[i].class == LEXEME_HONORIFIC &&
            offices_honorific(reading->tables->offices, hits->at[i].row).after == after)
            return &hits->at[i];
    return NULL;
}

bool degrees_specialty(const struct reading *reading, uint32_t at) {
    struct text word = token_text(reading->article->text, &reading->tokens[at]);
    return reading->tokens[at].letter_case == CASE_MIXED && word.size > 2 && word.data[0] == 'S' &&
           word.data[1] == 'p' && ascii_is_upper(word.data[2]);
}

bool degrees_joined(const struct reading *reading, uint32_t at) {
    return reading->tokens[at].letter_case == CASE_MIXED && degrees_honorific(reading, at, true);
}

bool degrees_begin(const struct reading *reading, uint32_t at) {
    const struct hit *hit = degrees_honorific(reading, at, true);
    return hit && hit->end > at + 1;
}

/* A degree without the tables: capitals joined by full stops (S.Fil, A.Ptnh). Returns the token
 * after it or `at`. */
static uint32_t dotted_degree(const struct reading *reading, uint32_t at) {
    if (!reading_capital(reading, at) || reading_size(reading, at) > 3)
        return at;
    uint32_t end = at + 1;
    while (end + 1 < reading->count && reading_is(reading, end, KNOWN_STOP) &&
           reading->tokens[end].gap == GAP_NONE && reading->tokens[end + 1].gap == GAP_NONE &&
           reading_capital(reading, end + 1))
        end += 2;
    if (end == at + 1)
        return at;
    return reading_is(reading, end, KNOWN_STOP) && reading->tokens[end].gap == GAP_NONE ? end + 1
                                                                                        : end;
}

static uint32_t one_degree(const struct reading *reading, uint32_t at) {
    if (!reading_joined(reading, at) || !reading_capital(reading, at))
        return at;
    const struct hit *hit = degrees_honorific(reading, at, true);
    uint32_t end = degrees_specialty(reading, at) ? at + 1 : dotted_degree(reading, at);
    if (hit && hit->end > end)
        end = hit->end;
    if (end > at && reading_is(reading, end, KNOWN_STOP) && reading->tokens[end].gap == GAP_NONE)
        end++;
    return end;
}

/* "Subsp Anyfield(K)" at `at`: a physician's narrower field, with the mark of a consultant that may
 * follow any degree. */
static uint32_t past_field(const struct reading *reading, uint32_t at) {
    if (!reading_joined(reading, at) || !reading_is(reading, at, KNOWN_SUBSP))
        return at;
    at += reading_is(reading, at + 1, KNOWN_STOP) ? 2 : 1;
    return reading_capital(reading, at) ? at + 1 : at;
}

uint32_t degrees_after(const struct reading *reading, uint32_t at) {
    for (int degrees = 0; degrees < 8; degrees++) {
        uint32_t from = reading_is(reading, at, KNOWN_COMMA) ? at + 1 : at;
        uint32_t end = past_field(reading, from);
        if (end == from)
            end = one_degree(reading, from);
        if (end == from)
            break;
        bool consultant =
            reading_is(reading, end, KNOWN_OPEN) && reading_capital(reading, end + 1) &&
            reading_size(reading, end + 1) == 1 && reading_is(reading, end + 2, KNOWN_CLOSE);
        at = consultant ? end + 3 : end;
    }
    return at;
}
