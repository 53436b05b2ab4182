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

/* What a word with a capital is behind a full stop. */
enum sentence_start {
    SENTENCE_START_NAME, /* may be a name, or anything else */
    SENTENCE_START_WORD, /* an everyday word, of which some are names as well: Warga */
    SENTENCE_START_SURE  /* stands in no name: Selain, Bupati */
};

/* What the words of the language are, for those who know them. */
struct sentence_words {
    const void *context;
    /* True if the word, followed by a full stop, does not end a sentence ("No.", "Kab."). */
    bool (*is_abbreviation)(const void *context, const struct token *word);
    enum sentence_start (*start)(const void *context, const struct token *word);
};

/* The sentences of the tokens from `first` to before `end` that are not cut. A sentence ends at . !
 * ? (and the closing marks right after them) where a capital, digit, quotation mark or the end of
 * the line follows, not after an abbreviation, an initial or a list number ("1."), though after an
 * initial that no name can follow ("Rina, S.H. Bupati ..."); at a line break, unless the next line
 * goes on in lower case; at a cut token. Sentences inside quotation marks are sentences of their
 * own. Linear. `words` may be NULL: then there are no abbreviations, and any word may be a name. */
struct sentences sentences_split(struct arena *arena, struct text text, struct tokens tokens,
                                 size_t first, size_t end, const struct sentence_words *words);

/* The sentence that holds byte `offset`, or sentences.count. Binary search. */
size_t sentences_at(struct sentences sentences, size_t offset);

#endif
