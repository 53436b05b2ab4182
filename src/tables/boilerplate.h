/* Boilerplate: the forms of what a web page puts around the news.
 *
 * Before: boilerplate.tsv. After: src/intake/clean.c cuts lines and phrases by these. */
#ifndef TAKLIMAT_TABLES_BOILERPLATE_H
#define TAKLIMAT_TABLES_BOILERPLATE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "tables/lexicon.h"

/* What a form says about the place where it stands. */
enum boilerplate_kind {
    BOILERPLATE_LINE,   /* the form is a line of its own; # stands for any number */
    BOILERPLATE_START,  /* a line that begins so */
    BOILERPLATE_NEXT,   /* a line that begins so; if it says nothing else, the next line too */
    BOILERPLATE_BYLINE, /* a short line that begins so, at the end or the beginning of the text */
    BOILERPLATE_REST,   /* a line that is or begins so, and all that follows it */
    BOILERPLATE_PHRASE, /* the words wherever they stand, in this very spelling, even glued to
                           others */
    BOILERPLATE_ADVERT, /* in parentheses at the end of the text: an article that somebody paid for
                         */
    BOILERPLATE_KINDS
};

struct boilerplate; /* opaque, in an arena */

/* Loads boilerplate.tsv from `folder`; forms of START, NEXT, BYLINE, REST and ADVERT become hits of
 * LEXEME_BOILERPLATE whose row is the boilerplate_kind. NULL with EXIT_CONFIG, file and line, for
 * what tsv_read refuses, an unknown kind, or a form given twice. */
const struct boilerplate *boilerplate_load(const char *folder, struct arena *arena,
                                           struct lexicon *lexicon, struct error *error);

/* The hash of a line: of the hashes of its words, in order; numbers count as one word, marks not at
 * all. Start with BOILERPLATE_HASH and add each token. */
#define BOILERPLATE_HASH UINT64_C(0xcbf29ce484222325)
uint64_t boilerplate_hash_add(uint64_t hash, const struct token *token);

/* True if a line with this hash is one of BOILERPLATE_LINE. */
bool boilerplate_is_line(const struct boilerplate *boilerplate, uint64_t hash);

/* The phrases of BOILERPLATE_PHRASE, borrowed. */
size_t boilerplate_phrases(const struct boilerplate *boilerplate, const struct text **phrases);

#endif
