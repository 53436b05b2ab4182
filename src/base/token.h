/* Tokens: words, numbers and marks of a text, each with its offsets in the original bytes.
 *
 * Before: checked UTF-8. After: phrases are looked up by the tokens' hashes, sentences are split
 * from them. Folding happens a token, so no offset ever needs repair. */
#ifndef TAKLIMAT_BASE_TOKEN_H
#define TAKLIMAT_BASE_TOKEN_H

#include <stdint.h>

#include "base/arena.h"
#include "base/text.h"

enum token_kind {
    TOKEN_WORD,   /* letters, digits between letters (P3K), apostrophes inside (Jum'at); hyphens are
                     marks */
    TOKEN_NUMBER, /* decimal digits only; "94/2021" is three tokens */
    TOKEN_QUOTE, /* one double quotation mark: " “ ” „ ‟ « », or '' (two apostrophes) as one token
                  */
    TOKEN_APOSTROPHE, /* one ' ‘ ’ ‚ ` that is not inside a word: a single quotation mark or a stray
                       */
    TOKEN_MARK /* any other character; "..." is one token, so is a run of one repeated character
                  like ---- */
};

enum token_case {
    CASE_NONE,  /* no letter that has case */
    CASE_LOWER, /* netral */
    CASE_TITLE, /* Bupati (first upper, rest lower) or a single capital letter */
    CASE_UPPER, /* ASN (two capitals or more) */
    CASE_MIXED  /* KemenPANRB, iPhone */
};

enum token_gap {
    GAP_NONE,     /* follows the token before directly */
    GAP_SPACE,    /* white space between */
    GAP_LINE,     /* exactly one line break (LF, CRLF or CR) between */
    GAP_PARAGRAPH /* two or more line breaks between, or the first token of the text */
};

/* 24 bytes. Offsets fit 32 bits: a record is at most 16 MiB by default and never over 4 GiB. */
struct token {
    uint64_t hash;  /* of the folded form, see token_hash */
    uint32_t start; /* byte offsets into the text, half-open */
    uint32_t end;
    uint8_t kind;        /* enum token_kind */
    uint8_t letter_case; /* enum token_case */
    uint8_t gap;         /* enum token_gap, white space before it */
    uint8_t cut;         /* 1: lies in a span cut by intake (menus, repeats); 0 as tokenised */
    uint32_t word;       /* its number in tables/vocabulary.h; 0 as tokenised */
};

struct tokens {
    struct token *at; /* in the arena */
    size_t count;
};

/* The tokens of `text` (checked UTF-8, under 4 GiB), in order, in the arena. White space and
 * ignorable characters between tokens are no tokens. Linear. */
struct tokens tokenise(struct arena *arena, struct text text);

/* The hash of a folded word, as stored in token.hash: equal for words that differ in case only.
 * `word` is one token's bytes, as they stand. */
uint64_t token_hash(struct text word);

/* The bytes of a token. */
struct text token_text(struct text text, const struct token *token);

/* True if the token is `mark`: its very bytes, or another way to write the same mark (an entity, a
 * hyphen that does not break). */
bool token_is(struct text text, const struct token *token, const char *mark);

/* The first token whose start is at or after `offset`, or tokens.count. Binary search. */
size_t tokens_at(struct tokens tokens, size_t offset);

/* The value of a TOKEN_NUMBER of at most 9 digits, else -1. */
int32_t token_number(struct text text, const struct token *token);

#endif
