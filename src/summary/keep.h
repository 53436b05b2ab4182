/* Keeping facts: deep copies that are packed tightly, because a month of them stays in memory.
 *
 * Before: facts from extraction or read back, which borrow from a record. After: the summary holds
 * the copies. A text that lies within another text of the same article (a quotation in an advisory)
 * is kept once, and so are words that come again and again (rules, regions, publishers). */
#ifndef TAKLIMAT_SUMMARY_KEEP_H
#define TAKLIMAT_SUMMARY_KEEP_H

#include "base/arena.h"
#include "extract/facts.h"

/* Zero-initialise; free with keeper_free. The texts themselves lie in the arena. */
struct keeper {
    char *at;           /* where the next text goes, in the arena */
    size_t left;        /* bytes there */
    struct text *words; /* owned hash table of words kept already, data NULL where free */
    size_t word_count, word_capacity; /* the capacity is a power of two, or 0 */
};

/* A copy of `text` in the arena, none for none. Not NUL-terminated. */
struct text keep_text(struct keeper *keeper, struct arena *arena, struct text text);

/* As keep_text, followed by a NUL, the same copy for equal words. */
struct text keep_word(struct keeper *keeper, struct arena *arena, struct text word);

/* A deep copy of `facts` in the arena, without its source (file none, record 0); the texts of the
 * facts stand in quoted_texts. `out` and `facts` may be the same. */
void keep_facts(struct keeper *keeper, struct arena *arena, const struct facts *facts,
                struct facts *out);

/* Frees the table of words; what was kept lives on in the arena. */
void keeper_free(struct keeper *keeper);

#endif
