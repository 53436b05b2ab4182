/* Words as they are to be read apart from their text: names, positions, numbers.
 *
 * Before: spans of a text as it was scraped. After: facts that people read and programs compare. */
#ifndef TAKLIMAT_BASE_PLAIN_H
#define TAKLIMAT_BASE_PLAIN_H

#include "base/arena.h"
#include "base/text.h"

/* `text` (checked UTF-8) with any white space as one space, ignorable characters (zero-width, soft
 * hyphens) dropped and entities read; the text itself where that changes nothing, else in the
 * arena. None stays none. */
struct text plain_text(struct arena *arena, struct text text);

#endif
