/* Binary search for a place among sorted items, where bsearch of the C library finds an item alone:
 *
 *     size_t first = search_first(flags, count, sizeof *flags, &offset, begins_before);
 */
#ifndef TAKLIMAT_BASE_SEARCH_H
#define TAKLIMAT_BASE_SEARCH_H

#include <stdbool.h>
#include <stddef.h>

/* True if the item stands before what is looked for. */
typedef bool search_before(const void *item, const void *key);

/* The number of the first item that does not stand before `key`, or `count`: `count` items of
 * `size` bytes at `items` (NULL where there are none), those before it first. Inline, so that
 * `before` costs no call. */
static inline size_t search_first(const void *items, size_t count, size_t size, const void *key,
                                  search_before *before) {
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (before((const char *)items + middle * size, key))
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

#endif
