/* Sentences: ranges of tokens, with offsets in the original bytes.
 *
 * Before: tokens with cut spans marked. After: statements, advisories and the briefing's lines
 * point to sentences. */
#ifndef TAKLIMAT_BASE_SENTENCE_H
#define TAKLIMAT_BASE_SENTENCE_H

#include "base/token.h"

struct sentence {
    struct span span; /* bytes, from the first token's start to the last token's end; closing marks
                         included */
    size_t first;     /* first token */
    size_t end;       /* token after the last */
    size_t paragraph; /* number of the paragraph, from 0: paragraphs end at line breaks that end a
                         line of prose */
    bool quoted; /* begins inside a double-quoted passage that was opened before the sentence */
};

struct sentences {
    struct sentence *at; /* in the arena */
    size_t count;
};

/* True if a word, followed by a full stop, does not end a sentence ("No.", "Kab."). */
typedef bool sentence_abbreviation(const void *context, const struct token *word);

/* The sentences of the tokens from `first` to before `end` that are not cut. A sentence ends at . !
 * ? (and the closing marks right after them) where a capital, digit, quotation mark or the end of
 * the line follows, not after an abbreviation, an initial or a list number ("1."); at a line break,
 * unless the next line goes on in lower case; at a cut token. Sentences inside quotation marks are
 * sentences of their own. Linear. `is_abbreviation` may be NULL. */
struct sentences sentences_split(struct arena *arena, struct text text, struct tokens tokens,
                                 size_t first, size_t end, sentence_abbreviation *is_abbreviation,
                                 const void *context);

/* The sentence that holds byte `offset`, or sentences.count. Binary search. */
size_t sentences_at(struct sentences sentences, size_t offset);

#endif
