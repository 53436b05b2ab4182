/* Tokens seen as parts of citations: see citation_reader.h. */
#include <config.h>

#include "extract/citation_reader.h"

#define BRACKET_TOKENS 8

bool reader_goes_on(const struct citation_reader *reader, size_t i) {
    return i < reader->count && !reader->tokens[i].cut && reader->tokens[i].gap != GAP_PARAGRAPH;
}

enum citation_word reader_word(const struct citation_reader *reader, size_t i) {
    if (!reader_goes_on(reader, i) || reader->tokens[i].kind != TOKEN_WORD)
        return WORD_ANY;
    return citation_word_of(reader->vocabulary, &reader->tokens[i]);
}

bool reader_is(const struct citation_reader *reader, size_t i, const char *mark) {
    return reader_goes_on(reader, i) && token_is(reader->text, &reader->tokens[i], mark);
}

bool reader_is_capital(const struct citation_reader *reader, size_t i) {
    if (i >= reader->count || reader->tokens[i].kind != TOKEN_WORD)
        return false;
    enum token_case letter_case = (enum token_case)reader->tokens[i].letter_case;
    return letter_case != CASE_LOWER && letter_case != CASE_NONE;
}

bool reader_is_name(const struct citation_reader *reader, size_t i) {
    return reader_goes_on(reader, i) && reader_is_capital(reader, i);
}

const struct regulation_type *reader_type(const struct citation_reader *reader, size_t i,
                                          size_t *end) {
    if (i >= reader->count || reader->tokens[i].cut)
        return NULL;
    const struct hit *hit = hits_at(reader->hits, i, LEXEME_REGULATION);
    if (!hit)
        return NULL;
    *end = hit->end;
    return regulation_type_get(reader->types, hit->row);
}

size_t reader_skip_bracket(const struct citation_reader *reader, size_t i) {
    if (!reader_is(reader, i, "("))
        return i;
    for (size_t k = i + 1; k < i + BRACKET_TOKENS && reader_goes_on(reader, k); k++) {
        if (reader_is(reader, k, ")"))
            return k + 1;
        if (reader->tokens[k].kind == TOKEN_NUMBER || reader->tokens[k].kind == TOKEN_QUOTE)
            return i;
    }
    return i;
}

struct span reader_span(const struct citation_reader *reader, size_t first, size_t end) {
    return (struct span){reader->tokens[first].start, reader->tokens[end - 1].end};
}

struct text reader_slice(const struct citation_reader *reader, size_t first, size_t end) {
    return text_slice(reader->text, reader_span(reader, first, end));
}
