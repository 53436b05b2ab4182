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

#include <stdbool.h>

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
    KNOWN_HARI,
    KNOWN_JUGA,
    KNOWN_SERTA,
    KNOWN_BAHWA,
    KNOWN_TIDAK,
    KNOWN_OLEH,
    KNOWN_KE,
    KNOWN_DI,
    KNOWN_I,
    KNOWN_KOTA,
    KNOWN_SUBSP, /* short for a physician's narrower field */
    KNOWN_DESA,
    KNOWN_KELURAHAN,
    KNOWN_NOMOR,
    KNOWN_NO,
    KNOWN_LAMA,
    KNOWN_BARU,
    KNOWN_NASIONAL,
    KNOWN_AKRAB,
    KNOWN_AL,
    KNOWN_BERINISIAL,
    KNOWN_BERNAMA,
    KNOWN_BOLEH,
    KNOWN_DEMIKIAN,
    KNOWN_HAL,
    KNOWN_MENURUTNYA,
    KNOWN_MERANGKAP,
    KNOWN_MEREKA,
    KNOWN_OLEHNYA,
    KNOWN_PESERTA,
    KNOWN_SATU,
    KNOWN_SEKALIGUS,
    KNOWN_SELAIN,
    KNOWN_SEMUA,
    KNOWN_SETEMPAT,
    KNOWN_TULISNYA,
    KNOWN_WAKIL,
    KNOWN_AKAN,
    KNOWN_DETIKERS,
    KNOWN_DIRI,
    KNOWN_KAMU,
    KNOWN_MELAPORKAN,
    KNOWN_MENCATAT,
    KNOWN_SENDIRI,
    KNOWN_PERTAMA, /* the first of the ordinals that count a list */
    KNOWN_KEDUA,
    KNOWN_KETIGA,
    KNOWN_KEEMPAT,
    KNOWN_KELIMA,
    KNOWN_KEENAM,
    KNOWN_TERAKHIR, /* the last of them */
    KNOWN_UNTUK,
    KNOWN_PERLU,
    KNOWN_KEWAJIBAN,
    KNOWN_WORDS
};

/* All that the tables say about a word. 32 bytes: two entries fill a line of the cache. */
struct word_entry {
    uint64_t hash;    /* the word's */
    uint64_t lists;   /* a bit for each enum word_list (word_lists.h) */
    uint64_t next;    /* lexicon.c: a bit for each word that may follow it in a form, by its
                         number; all of them if it is a form alone; 0 if no form begins so */
    uint32_t node;    /* lexicon.c: where the forms that begin with it go on */
    uint8_t kind;     /* enum word_kind (words.h) */
    uint8_t verify;   /* of enum verify_word (verify_tables.h), joined */
    uint8_t citation; /* enum citation_word (regulation_types.h) */
    unsigned
        abbreviation : 1; /* a full stop behind it does not end a sentence (abbreviations.tsv) */
    unsigned wording : 7; /* of enum wording (verify_tables.h), joined */
};

_Static_assert(sizeof(struct word_entry) == 32, "two entries fill a line of the cache");

/* Abbreviations that are read as the word they stand for: Kab. Bogor. */
#define VOCABULARY_ABBREVIATIONS 16

struct vocabulary_abbreviations {
    uint64_t filter; /* a bit for the lowest six of each hash: nearly every word is told by it */
    uint64_t written[VOCABULARY_ABBREVIATIONS];
    uint64_t meant[VOCABULARY_ABBREVIATIONS];
    size_t count;
};

/* The words by their hashes: open addressing by the lowest bits. A place holds the word's number
 * and the twelve highest bits of its hash, which tell nearly always whether it is the word, so that
 * three quarters of the places can be free and the rest stay in the second-level cache; the entry,
 * which is wanted anyway, tells for sure. */
struct vocabulary {
    struct arena *arena;
    uint32_t *places;         /* 0 is free */
    unsigned bits;            /* there are 2^bits places */
    struct word_entry *words; /* by number; 0 stands for every unknown word and says nothing */
    size_t count, capacity;
    struct vocabulary_abbreviations abbreviations;
};

#define VOCABULARY_NUMBER_BITS 20
#define VOCABULARY_NUMBERS (UINT32_C(1) << VOCABULARY_NUMBER_BITS)

/* A vocabulary of the known words, in `arena`. */
struct vocabulary *vocabulary_new(struct arena *arena);

/* The number of the word with this token hash, new if it was unknown. */
uint32_t vocabulary_add(struct vocabulary *vocabulary, uint64_t hash);

/* The entry of that word, for a loader to write to; good until the next word is added. */
struct word_entry *vocabulary_entry(struct vocabulary *vocabulary, uint64_t hash);

/* Adds an abbreviation that is read as the word it stands for, by their token hashes; false if
 * there are VOCABULARY_ABBREVIATIONS already. */
bool vocabulary_abbreviate(struct vocabulary *vocabulary, uint64_t written, uint64_t meant);

/* The hash of the word that an abbreviation with this hash is read as, 0 if it is none. */
static inline uint64_t vocabulary_meaning(const struct vocabulary *vocabulary, uint64_t hash) {
    const struct vocabulary_abbreviations *all = &vocabulary->abbreviations;
    if (!(all->filter >> (hash & 63) & 1))
        return 0;
    for (size_t i = 0; i < all->count; i++)
        if (all->written[i] == hash)
            return all->meant[i];
    return 0;
}

/* What a place holds of this word. */
static inline uint32_t vocabulary_place(uint64_t hash, uint32_t number) {
    return (uint32_t)(hash >> 32) / VOCABULARY_NUMBERS * VOCABULARY_NUMBERS + number;
}

/* The number of the word with this token hash, KNOWN_NONE if no table has it. Nearly always the
 * first place tells; whether it has the word or is free is no branch, for nobody can guess it. */
static inline uint32_t vocabulary_find(const struct vocabulary *vocabulary, uint64_t hash) {
    size_t mask = ((size_t)1 << vocabulary->bits) - 1;
    for (size_t at = (size_t)hash & mask;; at = (at + 1) & mask) {
        uint32_t place = vocabulary->places[at], number = place % VOCABULARY_NUMBERS;
        bool same =
            (place == vocabulary_place(hash, number)) & (vocabulary->words[number].hash == hash);
        if (same | !place)
            return number & -(uint32_t)same;
    }
}

/* Numbers the words of a text, or of `count` tokens of it: sets token.word. */
void vocabulary_number(const struct vocabulary *vocabulary, struct token *tokens, size_t count);

/* What is known of a word. */
static inline const struct word_entry *word_entry(const struct vocabulary *vocabulary,
                                                  uint32_t word) {
    return &vocabulary->words[word];
}

#endif
