/* Words of speech: attribution verbs, other cues, and the pronouns that stand for a speaker.
 *
 * Before: speech_verbs.tsv, speech_cues.tsv, pronouns.tsv. After: the recognisers of quotations and
 * statements read the hits of LEXEME_SPEECH and LEXEME_PRONOUN, whose rows are explained by the
 * functions below. */
#ifndef TAKLIMAT_TABLES_SPEECH_H
#define TAKLIMAT_TABLES_SPEECH_H

#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "tables/lexicon.h"

/* What a form of LEXEME_SPEECH is. */
enum speech_form {
    SPEECH_ROOT,               /* "...," kata NAME */
    SPEECH_ENCLITIC,           /* "...," katanya: whoever spoke last */
    SPEECH_ACTIVE,             /* NAME mengatakan ... */
    SPEECH_PASSIVE,            /* dikatakan [oleh] NAME */
    SPEECH_PASSIVE_ENCLITIC,   /* dikatakannya */
    SPEECH_ACCORDING,          /* menurut NAME */
    SPEECH_ACCORDING_ENCLITIC, /* menurutnya */
    SPEECH_TEXT,               /* bunyi, bertema: what is quoted is no speech */
    SPEECH_TURN,               /* senada, di tempat yang sama: somebody else takes the word */
    SPEECH_RELAY,              /* melalui: the one after it speaks for the one before */
    SPEECH_EVENT               /* dalam sambutannya, saat ditemui: an occasion of speaking */
};

enum speech_strength {
    SPEECH_STRONG, /* what follows the active form is a report of speech */
    SPEECH_PLAIN,  /* only with bahwa, agar, a comma or a quotation */
    SPEECH_QUOTE   /* only beside a quotation */
};

struct speech_word {
    enum speech_form form;
    enum speech_strength strength;
};

enum pronoun_kind {
    PRONOUN_SINGLE, /* ia, dia, beliau */
    PRONOUN_BODY,   /* pihaknya */
    PRONOUN_MANY    /* mereka */
};

struct speech; /* opaque, in an arena */

/* Loads the three tables from `folder` into `arena` and adds their forms to `lexicon`. NULL and
 * EXIT_CONFIG with file and line on failure. */
const struct speech *speech_load(const char *folder, struct arena *arena, struct lexicon *lexicon,
                                 struct error *error);

/* What the row of a LEXEME_SPEECH hit is. */
struct speech_word speech_word(const struct speech *speech, uint32_t row);

/* What the row of a LEXEME_PRONOUN hit is. */
enum pronoun_kind speech_pronoun(const struct speech *speech, uint32_t row);

#endif
