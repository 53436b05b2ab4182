/* A month with syndicated copies, made from the samples: the same for the same seed.
 *
 * The originals are the articles of samples/gold.jsonl. Three in ten articles of the month are
 * copies of some of them, each edited in one of the ways below, in another outlet. Forms are added
 * that differ in figures and places alone and are no copies of one another. */
#ifndef TAKLIMAT_TESTS_COPIES_H
#define TAKLIMAT_TESTS_COPIES_H

#include <stdint.h>

#include "base/arena.h"
#include "base/buffer.h"

/* How a copy differs from its original. */
enum edit {
    EDIT_ENDS, /* another outlet's dateline; the last paragraph gone; what pages have at the end */
    EDIT_LEAD, /* another title, and a first paragraph of its own in place of the first one */
    EDIT_MIDDLE, /* a fifth of the paragraphs left out and one added, within */
    EDIT_WORDS,  /* one word in 25 is another */
    EDIT_ALL,    /* as ENDS and MIDDLE, and one word in 50 is another */
    EDIT_SHORT,  /* the first three fifths of the paragraphs, and a last sentence of its own */
    EDITS
};

extern const char *const edit_names[EDITS];

#define COPIES_FORMS 15 /* articles made after forms, in a month */

/* Appends the month to `out`, a record of JSON a line. `originals` are texts of one paragraph a
 * line. The id of an original is "o" and its index, that of a copy "c", its edit, "-" and the index
 * of its original, that of a form "f" and a number. Returns the number of copies: three in ten of
 * originals and copies together. */
size_t copies_make(const struct text *originals, size_t count, uint64_t seed, struct buffer *out);

#endif
