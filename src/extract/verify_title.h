/* Titles: what a text says after "tentang", compared with what the register has. */
#ifndef TAKLIMAT_EXTRACT_VERIFY_TITLE_H
#define TAKLIMAT_EXTRACT_VERIFY_TITLE_H

#include "extract/verify.h"

/* A title in the text: tokens [first, end); first == end: none. */
struct written_title {
    size_t first, end;
    bool capitals; /* its words begin with capitals, so it is meant as a title */
};

/* How two titles agree, in words that say something about a subject. */
struct agreement {
    unsigned written, written_found; /* words of the text, and those of them in the register's */
    unsigned known, known_found;     /* the other way round */
};

/* The title behind the citation, up to a comma, a full stop, or the words in small letters that go
 * on with the sentence; at most 16 tokens. */
struct written_title written_title_read(const struct verifier *verifier,
                                        const struct verified *verified);

/* Compares the words of tokens [first, end) with a title of the register: the same word, one that
 * begins or ends alike, an abbreviation of its initials, or a short word of the press for it. */
struct agreement title_compare(const struct verifier *verifier, size_t first, size_t end,
                               struct text title);

/* True if the titles have nothing in common though the text's says enough. */
bool title_contradicts(const struct agreement *agreement);

/* True if all that tokens [first, end) say, two words at least, stands in the title, and most of
 * the title in them; then *whole tells whether all of it does. */
bool title_matches(const struct verifier *verifier, size_t first, size_t end, struct text title,
                   bool *whole);

/* How many words of the title that say something stand in tokens [first, end). */
unsigned title_words_in(const struct verifier *verifier, size_t first, size_t end,
                        struct text title);

#endif
