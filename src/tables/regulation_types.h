/* Kinds of legal instruments: the words that begin a citation, the ministries in ministers'
 * regulations, the little words inside citations, and the laws that go by a nickname.
 *
 * Before: regulation_types.tsv, ministries.tsv, citation_words.tsv, regulation_nicknames.tsv.
 * After: extraction finds and resolves citations. */
#ifndef TAKLIMAT_TABLES_REGULATION_TYPES_H
#define TAKLIMAT_TABLES_REGULATION_TYPES_H

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"
#include "tables/lexicon.h"

enum regulation_kind {
    REGULATION_LAW,      /* known by number or by title: UU */
    REGULATION_NUMBERED, /* by number or "tentang ...": PP, Perda, PKPU */
    REGULATION_TITLED,   /* the same, or by a title in capitals: Perda Ramah HAM */
    REGULATION_MINISTER, /* a minister's, the ministry unknown */
    REGULATION_MINISTRY, /* a minister's, the ministry named: known by name alone, too */
    REGULATION_ISSUED,   /* circulars and decisions with office numbers: SE, SK, SKB */
    REGULATION_JOINT,    /* the same of several heads together: known by name alone, too */
    REGULATION_LETTER,   /* any letter: by number only */
    REGULATION_CODE,     /* known by its name alone: UUD, KUHP */
    REGULATION_NONE,     /* looks like one and is none: Satpol PP, RUU */
    REGULATION_ISSUER    /* no instrument: a minister, who may stand after SE or SK */
};

struct regulation_type {
    struct text type; /* as the facts name it: "Permendagri"; "" for REGULATION_NONE and _ISSUER */
    enum regulation_kind kind;
    struct text form; /* how the press writes it; none for a minister's */
};

/* What a little word does in a citation; see citation_words.tsv. */
enum citation_word {
    WORD_ANY, /* none of these */
    WORD_NUMBER,
    WORD_YEAR,
    WORD_DATED,
    WORD_ABOUT,
    WORD_ARTICLE,
    WORD_PARAGRAPH,
    WORD_LETTER,
    WORD_POINT,
    WORD_AND,
    WORD_JOINED,
    WORD_RANGE,
    WORD_THIS,
    WORD_LINK,
    WORD_BILL,
    WORD_TAX,
    WORD_FRESH,
    WORD_DRAFTS
};

/* A law that went by a title for a time. */
struct nickname {
    struct text type, number;
    int year;
    struct date from, until; /* in force from this day to before that; no date: open */
};

struct regulation_types; /* opaque */

/* Reads the four tables from `folder` and adds their forms to `lexicon` (LEXEME_REGULATION,
 * LEXEME_NICKNAME). NULL with EXIT_CONFIG, file and line on failure: what tsv_read refuses, an
 * unknown kind, a word that is there twice. */
const struct regulation_types *regulation_types_load(const char *folder, struct arena *arena,
                                                     struct lexicon *lexicon, struct error *error);

/* How many types there are, by row; one stands once for each of its forms. */
size_t regulation_types_count(const struct regulation_types *types);

/* The type with the row of a LEXEME_REGULATION hit. */
const struct regulation_type *regulation_type_get(const struct regulation_types *types,
                                                  uint32_t row);

/* True if some row has the type, written exactly so. */
bool regulation_types_know(const struct regulation_types *types, struct text type);

/* The type that the fewest changes of letters make of `word`, or of which a form is nearest
 * ("Undang-Undang": UU); none where none is near. */
struct text regulation_types_nearest(const struct regulation_types *types, struct text word);

/* True if each region or office issues acts of the type, with numbers of its own: Perda, SE. */
bool regulation_type_is_local(struct text type);

/* What a word does inside a citation. */
static inline enum citation_word citation_word_of(const struct vocabulary *vocabulary,
                                                  const struct token *token) {
    return (enum citation_word)word_entry(vocabulary, token->word)->citation;
}

/* The law that the title with the row of a LEXEME_NICKNAME hit meant on `day`; NULL if it meant
 * none then, or if `day` is no date and the title has meant several. */
const struct nickname *nickname_on(const struct regulation_types *types, uint32_t row,
                                   struct date day);

#endif
