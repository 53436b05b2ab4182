/* What citations are compared by besides the register: punishments, joint decrees and who signed
 * them, words of titles.
 *
 * Before: sanctions.tsv, joint_decrees.tsv, signatories.tsv, verify_words.tsv. After:
 * extract/verify*.c. */
#ifndef TAKLIMAT_TABLES_VERIFY_TABLES_H
#define TAKLIMAT_TABLES_VERIFY_TABLES_H

#include "base/arena.h"
#include "base/error.h"
#include "tables/lexicon.h"

/* A punishment of a regulation. */
struct sanction {
    struct text type, number; /* the regulation */
    int year;
    struct text article, level;
    struct text key;       /* the same for the same punishment in several regulations */
    struct text elsewhere; /* English, for a note on another regulation; "" if nothing is to be
                              said */
};

/* A decree of several heads. */
struct joint_decree {
    struct text type, number;
    int year;
    struct text numbers;     /* ;-separated: its further numbers */
    struct text topics;      /* ;-separated beginnings of words */
    struct text signatories; /* ;-separated keys */
};

struct signatory {
    struct text key, name;
};

/* What a word does in comparisons; a word may have several kinds. */
enum verify_word {
    VERIFY_STOP = 1,       /* says nothing about a title's subject */
    VERIFY_SHORT = 2,      /* stands for words of titles */
    VERIFY_SUPERSEDED = 4, /* the text says that an act was replaced or changed */
    VERIFY_SIGNING = 8,    /* what signatories do */
    VERIFY_HOPE = 16,      /* hopes */
    VERIFY_NEGATION = 32,  /* denies */
    VERIFY_ILL = 64,       /* what officials never hope for */
    VERIFY_VIRTUE = 128    /* what they never ask to leave */
};

/* What a word does in a sentence that may be damaged; likewise. */
enum wording {
    WORDING_UNFINISHED = 1, /* no sentence ends with it */
    WORDING_ASKING = 2,     /* asks, as hopes do */
    WORDING_CONDITION = 4   /* makes a wish none: if there are any who ... */
};

/* A word of the press that stands for words of titles. */
struct short_word {
    uint32_t word;     /* in the vocabulary; its kinds there have VERIFY_SHORT */
    struct text means; /* ;-separated */
};

struct verify_tables {
    struct sanction *sanctions; /* rows are those of LEXEME_SANCTION hits */
    size_t sanction_count;
    struct joint_decree *decrees;
    size_t decree_count;
    struct signatory *signatories; /* rows are those of LEXEME_SIGNATORY hits */
    size_t signatory_count;
    struct short_word *short_words;
    size_t short_count;
};

/* Reads the four tables from `folder`; adds the forms of punishments and signatories to `lexicon`,
 * and the kinds of words to its vocabulary.
 * NULL with EXIT_CONFIG, file and line on failure. */
const struct verify_tables *verify_tables_load(const char *folder, struct arena *arena,
                                               struct lexicon *lexicon, struct error *error);

/* What a short word (token.word) means, ;-separated; "" if it is none. */
struct text verify_word_means(const struct verify_tables *tables, uint32_t word);

/* The article under which the regulation has the punishment `key`; none if it has not. */
struct text sanction_article(const struct verify_tables *tables, struct text type,
                             struct text number, int year, struct text key);

/* The article that lists the punishments of the regulation ("Pasal 8"); none if the table does not
 * hold the regulation. */
struct text sanction_list(const struct verify_tables *tables, struct text type, struct text number,
                          int year);

#endif
