/* Words that are not what their form suggests: abbreviations whose full stop ends no sentence, and
 * capitalised words that are no person's name.
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
    WORD_OPENER,   /* opens sentences or links them: Menurut, Namun, Selain */
    WORD_FUNCTION, /* pronouns, prepositions, auxiliaries that stand capitalised at a sentence's
                      start */
    WORD_CALENDAR, /* months, weekdays, parts of the day */
    WORD_TERM,     /* terms of the field written with a capital: Pemilu, Pilkada, Negara */
    WORD_PLACE     /* words that open a place's name: Jalan, Gedung, Aula, Desa */
};

struct words; /* opaque, in an arena */

/* Loads abbreviations.tsv and common_words.tsv from `folder` into `arena` and adds their forms to
 * `lexicon` (LEXEME_ABBREVIATION, LEXEME_NOT_NAME; the rows are those of words_kind). NULL and
 * EXIT_CONFIG on failure. */
const struct words *words_load(const char *folder, struct arena *arena, struct lexicon *lexicon,
                               struct error *error);

/* True if a word with this token hash, followed by a full stop, does not end a sentence ("No.",
 * "Kab."). */
bool words_is_abbreviation(const struct words *words, uint64_t hash);

/* What the word of a LEXEME_NOT_NAME hit is. */
enum word_kind words_kind(const struct words *words, uint32_t row);

#endif
