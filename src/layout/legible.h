/* Text made fit to be set in a face: white space in one form, characters that the face lacks shown
 * by a mark and counted.
 *
 * Before: texts of articles and labels, checked UTF-8. After: runs of a document; the writer relies
 * on every character having a glyph. */
#ifndef TAKLIMAT_LAYOUT_LEGIBLE_H
#define TAKLIMAT_LAYOUT_LEGIBLE_H

#include "base/arena.h"
#include "layout/measure.h"

#define NO_BREAK_SPACE "\xC2\xA0"

/* `text` with each stretch of white space and control characters as one space, ignorable characters
 * (joiners, marks of direction, soft hyphens, variation selectors) left out, no-break spaces as
 * U+00A0, in NFC. A stretch of characters without a glyph becomes one U+FFFD, or "[?]" where the
 * face lacks that too; *replaced grows by the characters in it. A copy in the arena. Linear. */
struct text legible_text(struct arena *arena, const struct measure *measure, enum face face,
                         struct text text, size_t *replaced);

#endif
