/* The vocabulary: every word that any table knows, with all that the tables say about it, so that
 * a text's words are looked up once.
 *
 * Before: the table loaders add their words. After: `lexicon_scan` numbers the words of a text
 * (token.word), and whoever asks about a word reads its entry or compares numbers:
 *
 *     token->word == KNOWN_DAN                       is it this word or mark, in any case?
 *     word_entry(vocabulary, token->word)->lists     which lists of word_lists.tsv is it in?
 *     word_entry(vocabulary, token->word)->kind      what is it in common_words.tsv? and so on */
#ifndef TAKLIMAT_TABLES_VOCABULARY_H
#define TAKLIMAT_TABLES_VOCABULARY_H

#include "base/arena.h"
#include "base/token.h"

/* Words and marks that the code itself names: their numbers are fixed. vocabulary.c spells them. */
enum known_word {
    KNOWN_NONE, /* stands for every word that no table has */
    KNOWN_COMMA,
    KNOWN_STOP, /* one full stop */
    KNOWN_COLON,
    KNOWN_OPEN,  /* ( */
    KNOWN_CLOSE, /* ) */
    KNOWN_HYPHEN,
    KNOWN_SLASH,
    KNOWN_AMPERSAND,
    KNOWN_GREATER,
    KNOWN_SEMICOLON,
    KNOWN_DAN,
    KNOWN_YANG,
    KNOWN_JUGA,
    KNOWN_SERTA,
    KNOWN_BAHWA,
    KNOWN_TIDAK,
    KNOWN_OLEH,
    KNOWN_KE,
    KNOWN_DI,
    KNOWN_I,
    KNOWN_KOTA,
    KNOWN_DESA,
    KNOWN_KELURAHAN,
    KNOWN_NOMOR,
    KNOWN_NO,
    KNOWN_LAMA,
    KNOWN_BARU,
    KNOWN_AKRAB,
    KNOWN_AL,
    KNOWN_BERINISIAL,
    KNOWN_BERNAMA,
    KNOWN_BOLEH,
    KNOWN_DEMIKIAN,
    KNOWN_MERANGKAP,
    KNOWN_OLEHNYA,
    KNOWN_SEKALIGUS,
    KNOWN_TULISNYA,
    KNOWN_WAKIL,
    KNOWN_WORDS
};

/* All that the tables say about a word. 16 bytes: the entries of the words that make up most of a
 * text should stay in the nearest cache. */
struct word_entry {
    uint64_t lists;       /* a bit for each enum word_list (word_lists.h) */
    uint32_t node;        /* lexicon.c: where the forms that begin with it go on; 0 if none does */
    uint8_t kind;         /* enum word_kind (words.h) */
    uint8_t verify;       /* of enum verify_word (verify_tables.h), joined */
    uint8_t citation;     /* enum citation_word (regulation_types.h) */
    uint8_t abbreviation; /* 1: a full stop behind it does not end a sentence (abbreviations.tsv) */
};

struct vocabulary {
    struct arena *arena;
    uint64_t *places; /* open addressing: 44 bits of the hash and the word's number; 0 is free */
    unsigned bits;    /* there are 2^bits places */
    struct word_entry *words; /* by number; 0 stands for every unknown word and says nothing */
    size_t count, capacity;
    uint64_t *hashes; /* by number: wanted while the vocabulary grows only */
    size_t hash_capacity;
};

/* A vocabulary of the known words, in `arena`. */
struct vocabulary *vocabulary_new(struct arena *arena);

/* The number of the word with this token hash, new if it was unknown. */
uint32_t vocabulary_add(struct vocabulary *vocabulary, uint64_t hash);

/* The entry of that word, for a loader to write to; good until the next word is added. */
struct word_entry *vocabulary_entry(struct vocabulary *vocabulary, uint64_t hash);

/* The number of the word with this token hash, KNOWN_NONE if no table has it. Of two words whose
 * hashes agree in 44 bits and nearly in the others one would be taken for the other: the chance for
 * an unknown word is below 1 in 10^11. */
#define VOCABULARY_NUMBER_BITS 20
static inline uint32_t vocabulary_find(const struct vocabulary *vocabulary, uint64_t hash) {
    const uint64_t number = (UINT64_C(1) << VOCABULARY_NUMBER_BITS) - 1;
    size_t mask = ((size_t)1 << vocabulary->bits) - 1, at = (size_t)hash & mask;
    uint64_t place = vocabulary->places[at];
    while (place && (place ^ hash) > number)
        place = vocabulary->places[at = (at + 1) & mask];
    return (uint32_t)(place & number);
}

/* Numbers the words of a text: sets token.word. */
void vocabulary_number(const struct vocabulary *vocabulary, struct tokens tokens);

/* What is known of a word. */
static inline const struct word_entry *word_entry(const struct vocabulary *vocabulary,
                                                  uint32_t word) {
    return &vocabulary->words[word];
}

#endif
