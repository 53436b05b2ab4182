/* Words that are not what their form suggests: abbreviations whose full stop ends no sentence, and
 * words that, with a capital, are still no person's name.
 *
 * Before: abbreviations.tsv and common_words.tsv. After: sentence splitting, and the recogniser of
 * names. */
#ifndef TAKLIMAT_TABLES_WORDS_H
#define TAKLIMAT_TABLES_WORDS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "tables/lexicon.h"

/* What a word of common_words.tsv is, in the column `kind`. */
enum word_kind {
    WORD_UNKNOWN,  /* not in the table: may be a name */
    WORD_OPENER,   /* function words that open sentences or link them: Menurut, Namun, Selain */
    WORD_CALENDAR, /* months, weekdays */
    WORD_TERM,     /* terms of the field written with a capital: Pemilu, Negara */
    WORD_PLACE,    /* words that open a place's name: Jalan, Gedung, Aula */
    WORD_COMMON,   /* the general vocabulary */
    WORD_NAME,     /* persons are called by it, whatever else it means */
    WORD_INNER     /* an opener or term that between two capitals is part of a name: Lalu */
};

/* Loads abbreviations.tsv and common_words.tsv from `folder`; `arena` holds them meanwhile. What
 * they say goes to the entries of `lexicon`'s vocabulary; the abbreviations are forms of the
 * lexicon, too (LEXEME_ABBREVIATION). False and EXIT_CONFIG on failure. */
bool words_load(const char *folder, struct arena *arena, struct lexicon *lexicon,
                struct error *error);

/* What the word with this number (token.word) is. */
static inline enum word_kind word_kind(const struct vocabulary *vocabulary, uint32_t word) {
    return (enum word_kind)word_entry(vocabulary, word)->kind;
}

/* True for a word that may be a name for all that the table says. */
static inline bool words_may_be_name(enum word_kind kind) {
    return kind == WORD_UNKNOWN || kind == WORD_NAME;
}

/* True if the token, followed by a full stop, does not end a sentence ("No.", "Kab."). The type
 * is what sentences_split asks for: `vocabulary` is a struct vocabulary. */
bool words_is_abbreviation(const void *vocabulary, const struct token *token);

#endif
