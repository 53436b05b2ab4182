/* Allocation that never returns NULL.
 *
 * Every allocation of the program passes here. When memory is exhausted the handler set by the
 * command line ends the run with a message and without a partial output file (exit 74 would be
 * wrong: nothing was written); it must not return. Libraries below (cJSON) are given these
 * functions through their own hooks. */
#ifndef TAKLIMAT_BASE_MEMORY_H
#define TAKLIMAT_BASE_MEMORY_H

#include <stddef.h>

/* Sets what is called when memory is exhausted; `handler` must not return. NULL restores abort().
 */
void memory_on_exhausted(void (*handler)(void));

/* `size` bytes, not cleared (1 byte for 0). The caller frees with memory_free. */
void *memory_alloc(size_t size);

/* `count` times `size` bytes, cleared; the product is checked. The caller frees with memory_free.
 */
void *memory_alloc_array(size_t count, size_t size);

/* Grows or shrinks `block` (NULL allowed) to `count` times `size` bytes; the product is checked.
 * The old block is gone. */
void *memory_resize(void *block, size_t count, size_t size);

/* `block` (NULL with 0), an array of `count` elements of `size` bytes, with room for one more; what
 * is new is not cleared. `capacity` is read and updated; it doubles, so that n appends cost O(n).
 */
void *memory_grow(void *block, size_t count, size_t size, size_t *capacity);

/* Frees `block`; NULL is allowed. */
void memory_free(void *block);

#endif
