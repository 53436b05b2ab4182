/* An arena: memory that is given out piece by piece and taken back all at once.
 *
 * A record's values live in one arena, which is reset between records, so that memory stays flat in
 * the number of records and nobody frees a single string. */
#ifndef TAKLIMAT_BASE_ARENA_H
#define TAKLIMAT_BASE_ARENA_H

#include <stdarg.h>
#include <stddef.h>

#include "base/text.h"

struct arena_block;

/* Zero-initialise (`struct arena a = {0};`); an empty arena owns nothing. */
struct arena {
    struct arena_block *first; /* newest block, owned */
    size_t used;               /* bytes given out since the last reset, for budgets */
};

/* `size` cleared bytes, aligned for any type, valid until arena_reset or arena_free. Never NULL. */
void *arena_alloc(struct arena *arena, size_t size);

/* The same without clearing, for large arrays that are written from their beginning (tokens, hits,
 * copies of texts): clearing them cost a twentieth of the whole extraction. */
void *arena_alloc_uncleared(struct arena *arena, size_t size);
void *arena_alloc_array_uncleared(struct arena *arena, size_t count, size_t size);

/* `count` times `size` cleared bytes; the product is checked. */
void *arena_alloc_array(struct arena *arena, size_t count, size_t size);

/* Grows an array in the arena: returns a block of at least `need` elements of `size` bytes, which
 * starts with the `count` elements of `old` (NULL with 0). `capacity` is read and updated; it at
 * least doubles, so that n appends cost O(n). The old block stays allocated until the reset. */
void *arena_grow(struct arena *arena, void *old, size_t count, size_t need, size_t size,
                 size_t *capacity);

/* A copy of `text` in the arena, followed by a NUL that is not counted. */
struct text arena_copy(struct arena *arena, struct text text);

/* A NUL-terminated copy of `text` in the arena. */
char *arena_cstring(struct arena *arena, struct text text);

/* The concatenation of `a`, `b` and `c` (any may be empty), NUL-terminated beyond its size. */
struct text arena_concat(struct arena *arena, struct text a, struct text b, struct text c);

/* Text formatted as by printf; never use %f (it follows the locale). */
struct text arena_printf(struct arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3), nonnull(2)));

/* The same with the arguments of another function. */
struct text arena_print_list(struct arena *arena, const char *format, va_list arguments)
    __attribute__((format(printf, 2, 0), nonnull(2)));

/* Takes everything back but keeps the largest block for the next record. */
void arena_reset(struct arena *arena);

/* Frees all blocks; the arena is empty and may be used again. */
void arena_free(struct arena *arena);

#endif
