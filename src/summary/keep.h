/* Keeping facts: an article's facts as a few hundred bytes, because a month of them stays in
 * memory.
 *
 * Before: facts from extraction or read back, which borrow from a record. After: the summary holds
 * them packed, and whoever needs the facts of an article opens it into an arena. */
#ifndef TAKLIMAT_SUMMARY_KEEP_H
#define TAKLIMAT_SUMMARY_KEEP_H

#include "base/arena.h"
#include "base/buffer.h"
#include "extract/facts.h"
#include "summary/words.h"

/* The packed facts of an article; they lie in the keeper's arena and never move. */
struct kept;

/* Zero-initialise; free with keeper_free. */
struct keeper {
    struct arena arena; /* owns what is kept */
    struct words words;
    char *at;             /* where the next article goes, in the arena */
    size_t left;          /* bytes there */
    struct buffer packed; /* the article under way, and its words */
    struct buffer said;
};

/* Packs `facts` without their source (file none, record 0). */
const struct kept *keep_facts(struct keeper *keeper, const struct facts *facts);

/* The facts again: lists in `arena`, the caller's to change; texts borrowed from the keeper. The
 * texts of the facts stand in quoted_texts. */
void kept_open(const struct keeper *keeper, const struct kept *kept, struct arena *arena,
               struct facts *out);

/* The same without people, quotes, statements, citations, backrefs and advisories: about a quarter
 * of the time. */
void kept_head(const struct keeper *keeper, const struct kept *kept, struct arena *arena,
               struct facts *out);

/* The id and sha256 alone, borrowed from the keeper. */
void kept_name(const struct kept *kept, struct text *id, struct text *sha256);

/* A copy of `word` that lives as long as the keeper, followed by a NUL; none for none. */
struct text keep_word(struct keeper *keeper, struct text word);

void keeper_free(struct keeper *keeper);

#endif
