/* Allocation that never returns NULL: see memory.h. Below every stage; nothing stands before it. */
#include <config.h>

#include "base/memory.h"

#include <stdint.h>
#include <stdlib.h>

/* The one mutable global of the base: set once by the command line before any stage runs. */
static void (*exhausted_handler)(void);

static _Noreturn void exhausted(void) {
    if (exhausted_handler)
        exhausted_handler();
    abort();
}

void memory_on_exhausted(void (*handler)(void)) { exhausted_handler = handler; }

void *memory_alloc(size_t size) {
    void *block = malloc(size ? size : 1);
    if (!block)
        exhausted();
    return block;
}

void *memory_alloc_array(size_t count, size_t size) {
    void *block = calloc(count ? count : 1, size ? size : 1);
    if (!block)
        exhausted();
    return block;
}

void *memory_resize(void *block, size_t count, size_t size) {
    if (size && count > SIZE_MAX / size)
        exhausted();
    size_t bytes = count * size;
    void *grown = realloc(block, bytes ? bytes : 1);
    if (!grown)
        exhausted();
    return grown;
}

void *memory_grow(void *block, size_t count, size_t size, size_t *capacity) {
    if (count < *capacity)
        return block;
    *capacity = *capacity ? *capacity * 2 : 16;
    return memory_resize(block, *capacity, size);
}

void memory_free(void *block) { free(block); }
