/* The lexicon: every form of every table in one trie over tokens, so that a text is looked up once.
 *
 * Before: the table loaders add their forms. After: `lexicon_scan` marks all forms in an article in
 * one pass, and the recognisers read the hits at a token instead of searching again. A form is
 * matched case-insensitively and only from a token's start to a token's end, so that PP is never
 * found in PPPK. */
#ifndef TAKLIMAT_TABLES_LEXICON_H
#define TAKLIMAT_TABLES_LEXICON_H

#include "base/arena.h"
#include "base/token.h"
#include "tables/vocabulary.h"

/* What kind of table a form comes from; the row number is the table's own. */
enum lexeme_class {
    LEXEME_REGION,       /* regions.tsv: names and short forms */
    LEXEME_REGION_WORD,  /* region_words.tsv: words that tell what a name after them is (Kabupaten,
                            Pemkab, Bawaslu Kota) */
    LEXEME_MONTH,        /* calendar.tsv: row value 1..12 */
    LEXEME_WEEKDAY,      /* calendar.tsv: row value 1..7 */
    LEXEME_TIME_ZONE,    /* calendar.tsv */
    LEXEME_RELATIVE_DAY, /* calendar.tsv: kemarin, hari ini, besok ... */
    LEXEME_BOILERPLATE,  /* boilerplate.tsv */
    LEXEME_REGULATION,   /* regulation_types.tsv */
    LEXEME_NICKNAME,     /* regulation_nicknames.tsv: UU ASN, UU Pemilu */
    LEXEME_POSITION,     /* positions.tsv */
    LEXEME_INSTITUTION,  /* institutions.tsv */
    LEXEME_HONORIFIC,    /* honorifics.tsv: titles before and after names */
    LEXEME_SPEECH,       /* speech_verbs.tsv */
    LEXEME_PRONOUN,      /* speech_verbs.tsv or pronouns: ia, dia, beliau, pihaknya */
    LEXEME_CUE,          /* advisory_cues.tsv */
    LEXEME_TOPIC,        /* topics.tsv */
    LEXEME_ADDRESSEE,    /* addressees.tsv */
    LEXEME_ABBREVIATION, /* abbreviations.tsv: do not end a sentence */
    LEXEME_SANCTION,     /* sanctions.tsv: punishments */
    LEXEME_SIGNATORY,    /* signatories.tsv: heads who sign joint decrees */
    LEXEME_CLASSES
};

enum lexeme_case {
    LEXEME_ANY_CASE,  /* netralitas = NETRALITAS */
    LEXEME_CAPITAL,   /* its first letter must be a capital in the text: Minggu (day), not minggu
                         (week) */
    LEXEME_EXACT_CASE /* as written in the table: PPS */
};

struct lexicon; /* opaque, in an arena */

/* An empty lexicon in `arena`. */
struct lexicon *lexicon_new(struct arena *arena);

/* Adds `form` (UTF-8, one or more tokens) for `class` and `row`. The same form may stand for
 * several classes and rows. A form without a token is ignored. False if this very (form, class,
 * row) is there already. */
bool lexicon_add(struct lexicon *lexicon, struct text form, enum lexeme_class class, uint32_t row,
                 enum lexeme_case letter_case);

/* A form found in a text. 16 bytes. */
struct hit {
    uint32_t first; /* first token */
    uint32_t end;   /* token after the last */
    uint32_t row;
    uint16_t class; /* enum lexeme_class */
};

struct hits {
    struct hit *
        at; /* ordered by first token, the longest first, then class, then row; overlaps are kept */
    size_t count;
    uint32_t *begin;   /* tokens.count + 1 entries: hits that start at token t are at[begin[t]] ..
                          at[begin[t+1]-1] */
    uint32_t *classes; /* tokens.count + 1 entries: a bit for each class that starts at the token */
    const uint8_t *longest; /* for each class, the tokens of its longest form; the lexicon's */
};

/* The words that the lexicon and all other tables know; loaders add to it. */
struct vocabulary *lexicon_vocabulary(const struct lexicon *lexicon);

/* Numbers the tokens' words (token.word), and finds all forms in them; in `arena`. Forms do not run
 * across a paragraph gap. */
struct hits lexicon_scan(const struct lexicon *lexicon, struct text text, struct tokens tokens,
                         struct arena *arena);

/* The longest hit of `class` that starts at token `token`, or NULL. Borrowed from `hits`. */
const struct hit *hits_find(const struct hits *hits, size_t token, enum lexeme_class class);

/* The same. It is asked some twenty times a token, and mostly there is none: one bit tells. */
static inline const struct hit *hits_at(const struct hits *hits, size_t token,
                                        enum lexeme_class class) {
    return hits->classes[token] >> class & 1 ? hits_find(hits, token, class) : NULL;
}

/* The first token from `from` to `end` (at most the count of tokens) at which a form of `class`
 * begins; `end` if there is none. */
static inline size_t hits_next(const struct hits *hits, size_t from, size_t end,
                               enum lexeme_class class) {
    if (from >= end)
        return end;
    for (const struct hit *hit = hits->at + hits->begin[from], *last = hits->at + hits->begin[end];
         hit < last; hit++)
        if (hit->class == class)
            return hit->first;
    return end;
}

/* The longest hit of `class` that ends right before token `token`, or NULL (looks back as far as
 * its longest form reaches, at most 24 tokens). */
const struct hit *hits_before(const struct hits *hits, size_t token, enum lexeme_class class);

#endif
