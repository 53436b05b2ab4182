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
    WORD_NAME      /* persons are called by it, whatever else it means */
};

struct words; /* opaque, in an arena */

/* Loads abbreviations.tsv and common_words.tsv from `folder` into `arena`. The abbreviations are
 * added to `lexicon` (LEXEME_ABBREVIATION); the common words are not, they are many and wanted at
 * capitals only. NULL and EXIT_CONFIG on failure. */
const struct words *words_load(const char *folder, struct arena *arena, struct lexicon *lexicon,
                               struct error *error);

/* True if a word with this token hash, followed by a full stop, does not end a sentence ("No.",
 * "Kab."). */
bool words_is_abbreviation(const struct words *words, uint64_t hash);

/* What the word with this token hash is. */
enum word_kind words_kind(const struct words *words, uint64_t hash);

#endif
