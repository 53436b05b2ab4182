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
    BOILERPLATE_LINE,    /* the form is a line of its own; # stands for any number */
    BOILERPLATE_PHRASE,  /* these bytes wherever they stand, even glued to words */
    BOILERPLATE_START,   /* a line that begins so */
    BOILERPLATE_NEXT,    /* a line that begins so; if it says nothing else, the next line too */
    BOILERPLATE_BYLINE,  /* a short line that begins so, or one with a colon after it */
    BOILERPLATE_REST,    /* a line that begins so, and what follows up to the next prose */
    BOILERPLATE_TAIL,    /* a sentence that begins so, to the end of its paragraph */
    BOILERPLATE_BRACKET, /* in square brackets: [Gambas:Video] */
    BOILERPLATE_CREDIT,  /* opens the parentheses at the end of a caption: (Foto: ...) */
    BOILERPLATE_ADVERT,  /* in the parentheses at the end of the text: somebody paid for the article
                          */
    BOILERPLATE_SECTION, /* a name that menus are made of */
    BOILERPLATE_LINK,    /* leads to the links of a line that holds nothing else: Unduh [x](y) */
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

/* The phrases of BOILERPLATE_PHRASE, borrowed; none if `text` holds none of them. */
size_t boilerplate_phrases(const struct boilerplate *boilerplate, struct text text,
                           const struct text **phrases);

#endif
