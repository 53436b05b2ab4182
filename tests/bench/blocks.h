/* The text of pages as blocks, in JSON, for other typesetters to set: see HACKING.md, "Against
 * others".
 */
#ifndef TAKLIMAT_TESTS_BENCH_BLOCKS_H
#define TAKLIMAT_TESTS_BENCH_BLOCKS_H

#include "base/buffer.h"
#include "layout/pages.h"

/* Appends one JSON object to `out`: sizes in millipoints, and "blocks" in reading order, each with
 * "kind" (title h1 h2 h3 p quote list contents note), "anchors" (numbers that links lead to) and
 * "runs" (face, size, text, link: a number, an address or null), or a "table" of "rows" of cells
 * with "head" and "runs". Lines of a paragraph are joined by spaces, so that the pages must be set
 * without hyphenation. Pictures, headers and footers are left out. */
void blocks_write(const struct pages *pages, struct buffer *out);

#endif
