/* Words, names and sets of them, as the comparison of facts with annotations needs them.
 *
 * Before: strings of a gold file or of facts, checked UTF-8. After: eval_score.c. The definitions
 * are fixed: figures of one version are compared with those of another, and of other programs. */
#ifndef TAKLIMAT_CLI_EVAL_WORDS_H
#define TAKLIMAT_CLI_EVAL_WORDS_H

#include "base/arena.h"
#include "base/text.h"

struct wordlist {
    struct text *at; /* in the arena */
    size_t count;
};

/* The runs of letters and digits of the compatibility form (NFKC), case folded, in the order of the
 * text. None for none. */
struct wordlist words_of(struct arena *arena, struct text text);

/* The same in byte order, for words_shared. */
struct wordlist words_sorted(struct arena *arena, struct text text);

/* How many words two sorted lists share; a word that stands twice in both counts twice. */
size_t words_shared(struct wordlist a, struct wordlist b);

/* The same words in the same order. */
bool words_equal(struct wordlist a, struct wordlist b);

/* The words of a name, sorted, each once, without honorifics, ranks and degrees; with them where
 * nothing else is left. */
struct wordlist name_words(struct arena *arena, struct text name);

/* True if two names (from name_words) mean one person: the words of `got` are words of `gold` and
 * at least half of them, or all words of `gold` are in `got` with at most one more. */
bool names_agree(struct wordlist gold, struct wordlist got);

/* True if every word of `a` is in `b`; both from name_words. */
bool words_within(struct wordlist a, struct wordlist b);

/* `words` (from name_words) without titles that stand for no name, such as "Presiden" or "Bupati";
 * in place. */
struct wordlist words_without_titles(struct wordlist words);

/* A number of a regulation as it is compared: without white space and leading zeros, case folded.
 */
struct text number_form(struct arena *arena, struct text number);

/* A regulation's type as it is compared: without white space and hyphens, case folded. */
struct text type_form(struct arena *arena, struct text type);

#endif
