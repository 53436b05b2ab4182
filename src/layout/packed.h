/* Packed items: a page's as a few kilobytes, because all pages stay until the last is set.
 *
 * Before: the pager packs what stands on a page that it leaves. After: the writer opens one page at
 * a time. */
#ifndef TAKLIMAT_LAYOUT_PACKED_H
#define TAKLIMAT_LAYOUT_PACKED_H

#include "base/buffer.h"
#include "layout/pages.h"

/* Some items of a page, in reading order; more may follow. */
struct packed {
    struct packed *next;
    size_t count;
    char bytes[];
};

/* Packs the items with their texts and points, in `arena`. `scratch` is emptied first; the caller
 * frees it. */
struct packed *items_pack(struct arena *arena, struct buffer *scratch, const struct item *items,
                          size_t count);

/* The items of one packed piece again: packed->count of them go to `out`. Texts are borrowed from
 * the piece, points lie in `arena`. */
void items_open(const struct packed *packed, struct arena *arena, struct item *out);

#endif
