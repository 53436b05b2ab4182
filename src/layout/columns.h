/* How wide the columns of a table are, and whether words fit. */
#ifndef TAKLIMAT_LAYOUT_COLUMNS_H
#define TAKLIMAT_LAYOUT_COLUMNS_H

#include "layout/pager.h"

/* The width of the paragraph's widest word, of those that could be wider than `enough` (0: of all);
 * 0 if there is none. Words of more than 24 bytes (addresses) do not count: they may be cut; nor do
 * those of a style that parts them between syllables. */
mpt widest_word(struct pager *pager, const struct paragraph *paragraph, mpt enough);

/* The frames of the table's columns, in pager->words: shares of the width, less the gaps between
 * them. Where a word would be cut, in large type, its column gets what others have to spare, as far
 * as they have. Of a table in several pieces only the head decides, so that all have the same. */
struct frame *table_columns(struct pager *pager, const struct block *block);

#endif
