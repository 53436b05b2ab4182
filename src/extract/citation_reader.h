/* What the parts of the citation recogniser share: an article's tokens, and what a token does
 * inside a citation.
 *
 * Before: an article with its hits. After: citation_number.h reads numbers, citation_scan.h looks
 * for them after a type, citation_named.h takes what has none, pinpoint.h reads articles and
 * paragraphs, backrefs.h what points back. */
#ifndef TAKLIMAT_EXTRACT_CITATION_READER_H
#define TAKLIMAT_EXTRACT_CITATION_READER_H

#include "intake/article.h"
#include "tables/regulation_types.h"
#include "tables/tables.h"

struct citation_reader {
    struct text text;
    const struct token *tokens;
    size_t count;
    const struct hits *hits;
    const struct regulation_types *types;
    const struct vocabulary *vocabulary;
};

/* A citation while it is read: tokens [first, end). */
struct citation_draft {
    size_t first, end;
    const struct regulation_type *type;
    struct text number; /* none if none */
    int year;           /* 0 if none */
    int confidence;     /* hundredths */
    const char *rule;   /* static */
};

/* What the word at token `i` does; WORD_ANY for marks and beyond the end. */
enum citation_word reader_word(const struct citation_reader *reader, size_t i);

/* True if token `i` is there, not cut, in the same paragraph as the one before, and exactly `mark`.
 */
bool reader_is(const struct citation_reader *reader, size_t i, const char *mark);

/* True if token `i` is there, not cut, and in the same paragraph as the one before. */
bool reader_goes_on(const struct citation_reader *reader, size_t i);

/* True if token `i` is there and a word with a capital, wherever it stands. */
bool reader_is_capital(const struct citation_reader *reader, size_t i);

/* True if token `i` goes on the paragraph with a word with a capital: part of a name or title. */
bool reader_is_name(const struct citation_reader *reader, size_t i);

/* The type of instrument that begins at token `i` (the longest form), and the token after it in
 * *end; NULL if none. */
const struct regulation_type *reader_type(const struct citation_reader *reader, size_t i,
                                          size_t *end);

/* The token after a bracketed remark without digits ("(PP)") that begins at `i`; `i` itself if
 * there is none. */
size_t reader_skip_bracket(const struct citation_reader *reader, size_t i);

/* The text of tokens [first, end), which are not none. */
struct text reader_slice(const struct citation_reader *reader, size_t first, size_t end);

/* The bytes of tokens [first, end). */
struct span reader_span(const struct citation_reader *reader, size_t first, size_t end);

#endif
