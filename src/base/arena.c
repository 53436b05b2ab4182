/* Arena allocation: see arena.h. Below every stage. */
#include <config.h>

#include "base/arena.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "base/memory.h"

#define BLOCK_BYTES ((size_t)64 * 1024)
#define ALIGNMENT _Alignof(max_align_t)

struct arena_block {
    struct arena_block *next;
    size_t capacity; /* bytes in data */
    size_t used;     /* bytes given out */
    max_align_t data[];
};

/* A piece so large that it is not cleared by hand: fresh from the system it is clear, and of what
 * nobody writes to nothing is taken. Arrays that grow are half empty at their end. */
#define HUGE_BYTES ((size_t)1024 * 1024)

static struct arena_block *block_new(size_t capacity) {
    size_t bytes = sizeof(struct arena_block) + capacity;
    struct arena_block *block =
        capacity > HUGE_BYTES ? memory_alloc_array(bytes, 1) : memory_alloc(bytes);
    block->next = NULL;
    block->capacity = capacity;
    block->used = 0;
    return block;
}

/* A new block with room for `need` bytes. One that they fill stands behind the first, which still
 * has room. */
static struct arena_block *add_block(struct arena *arena, size_t need) {
    struct arena_block *block = block_new(need > BLOCK_BYTES ? need : BLOCK_BYTES);
    bool behind = need > BLOCK_BYTES && arena->first;
    struct arena_block **place = behind ? &arena->first->next : &arena->first;
    block->next = *place;
    *place = block;
    return block;
}

/* `size` bytes; *clear tells whether they are cleared. */
static void *take(struct arena *arena, size_t size, bool *clear) {
    *clear = false;
    if (size > SIZE_MAX / 4)
        return memory_resize(NULL, SIZE_MAX, 2); /* exhausted: does not return */
    size_t need = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    struct arena_block *block = arena->first;
    if (!block || block->capacity - block->used < need) {
        block = add_block(arena, need);
        *clear = block->capacity > HUGE_BYTES;
    }
    void *piece = (char *)block->data + block->used;
    block->used += need;
    arena->used += need;
    return piece;
}

void *arena_alloc_uncleared(struct arena *arena, size_t size) {
    bool clear;
    return take(arena, size, &clear);
}

void *arena_alloc(struct arena *arena, size_t size) {
    bool clear;
    void *piece = take(arena, size, &clear);
    return clear ? piece : memset(piece, 0, size);
}

static void check_product(size_t count, size_t size) {
    if (size && count > SIZE_MAX / 4 / size)
        memory_resize(NULL, SIZE_MAX, 2); /* exhausted: does not return */
}

void *arena_alloc_array_uncleared(struct arena *arena, size_t count, size_t size) {
    check_product(count, size);
    return arena_alloc_uncleared(arena, count * size);
}

void *arena_alloc_array(struct arena *arena, size_t count, size_t size) {
    check_product(count, size);
    return arena_alloc(arena, count * size);
}

void *arena_grow(struct arena *arena, void *old, size_t count, size_t need, size_t size,
                 size_t *capacity) {
    if (need <= *capacity)
        return old;
    size_t grown = *capacity < 8 ? 8 : *capacity * 2;
    if (grown < need)
        grown = need;
    check_product(grown, size);
    bool clear;
    char *block = take(arena, grown * size, &clear);
    if (count)
        memcpy(block, old, count * size);
    if (!clear)
        memset(block + count * size, 0, (grown - count) * size);
    *capacity = grown;
    return block;
}

struct text arena_copy(struct arena *arena, struct text text) {
    return (struct text){arena_cstring(arena, text), text.size};
}

char *arena_cstring(struct arena *arena, struct text text) {
    char *copy = arena_alloc_uncleared(arena, text.size + 1);
    if (text.size)
        memcpy(copy, text.data, text.size);
    copy[text.size] = '\0';
    return copy;
}

struct text arena_concat(struct arena *arena, struct text a, struct text b, struct text c) {
    size_t size = a.size + b.size + c.size;
    char *joined = arena_alloc(arena, size + 1);
    if (a.size)
        memcpy(joined, a.data, a.size);
    if (b.size)
        memcpy(joined + a.size, b.data, b.size);
    if (c.size)
        memcpy(joined + a.size + b.size, c.data, c.size);
    return (struct text){joined, size};
}

struct text arena_printf(struct arena *arena, const char *format, ...) {
    va_list arguments;
    va_start(arguments, format);
    struct text printed = arena_print_list(arena, format, arguments);
    va_end(arguments);
    return printed;
}

struct text arena_print_list(struct arena *arena, const char *format, va_list arguments) {
    va_list again;
    va_copy(again, arguments);
    int length = vsnprintf(NULL, 0, format, arguments);
    size_t size = length < 0 ? 0 : (size_t)length;
    char *printed = arena_alloc(arena, size + 1);
    vsnprintf(printed, size + 1, format, again);
    va_end(again);
    return (struct text){printed, size};
}

static struct arena_block *largest_block(struct arena_block *first) {
    struct arena_block *best = first;
    for (struct arena_block *block = first; block; block = block->next)
        if (block->capacity > best->capacity)
            best = block;
    return best;
}

/* A block kept for the next record is at most this large, so that one giant record does not hold
 * memory for ever. */
#define KEPT_BYTES ((size_t)4 * 1024 * 1024)

void arena_reset(struct arena *arena) {
    struct arena_block *keep = largest_block(arena->first);
    if (keep && keep->capacity > KEPT_BYTES)
        keep = NULL;
    for (struct arena_block *block = arena->first, *next; block; block = next) {
        next = block->next;
        if (block != keep)
            memory_free(block);
    }
    if (keep) {
        keep->next = NULL;
        keep->used = 0;
    }
    arena->first = keep;
    arena->used = 0;
}

void arena_free(struct arena *arena) {
    for (struct arena_block *block = arena->first, *next; block; block = next) {
        next = block->next;
        memory_free(block);
    }
    arena->first = NULL;
    arena->used = 0;
}
