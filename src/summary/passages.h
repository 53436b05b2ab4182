/* The words of an article's facts, those that lie within others kept once (a quotation in an
 * advisory).
 *
 * Before: facts. After: keep.c packs the words, and finds each fact's among them. */
#ifndef TAKLIMAT_SUMMARY_PASSAGES_H
#define TAKLIMAT_SUMMARY_PASSAGES_H

#include "base/buffer.h"
#include "extract/facts.h"

/* The words of a fact, and where they are among those of all. */
struct passage {
    struct span span; /* in the article */
    struct text text;
    size_t place; /* in the order of passages_join */
    size_t from;  /* where it begins in the joined words */
};

/* The passages of an article: as many as texts of facts and sentences of citations. */
size_t passages_count(const struct facts *facts);

/* The passages in the order of quoted_texts, behind them the sentences of the citations, and in
 * `words`, which is emptied before, all that they say. The caller frees the list with memory_free.
 */
struct passage *passages_join(const struct facts *facts, struct buffer *words);

#endif
