/* Words of a month, each kept once: see words.h. Before and after: keep.c. */
#include <config.h>

#include "summary/words.h"

#include <string.h>

#include "base/memory.h"

#define CHUNK_BYTES ((size_t)8 * 1024)

/* A word that finds no place after so many steps is not kept, so that words chosen to collide cost
 * memory, not time. */
#define PROBES 8

/* A slot holds a number, and above it bits of the word's hash: most other words are told apart
 * without a look at them. */
#define NUMBER_BITS 17
#define NUMBER_MASK ((UINT32_C(1) << NUMBER_BITS) - 1)

/* FNV-1a. */
static uint64_t word_hash(struct text word) {
    uint64_t hash = UINT64_C(0xcbf29ce484222325);
    for (size_t i = 0; i < word.size; i++)
        hash = (hash ^ (unsigned char)word.data[i]) * UINT64_C(0x100000001b3);
    return hash ^ hash >> 29;
}

static uint32_t slot_of(uint64_t hash, size_t number) {
    return (uint32_t)(hash >> 32 << NUMBER_BITS) | (uint32_t)number;
}

/* The slot of the word, or a free one, or NULL after PROBES steps. */
static uint32_t *find_slot(const struct words *words, struct text word, uint64_t hash) {
    for (size_t i = 0; i < PROBES; i++) {
        uint32_t *slot = &words->slots[(hash + i) & (words->capacity - 1)], number;
        if (*slot == NO_WORD)
            return slot;
        number = *slot & NUMBER_MASK;
        if (*slot == slot_of(hash, number) && text_equal(words_text(words, number), word))
            return slot;
    }
    return NULL;
}

static void grow(struct words *words) {
    words->capacity = words->capacity ? words->capacity * 2 : 1024;
    memory_free(words->slots);
    words->slots = memory_alloc_array(words->capacity, sizeof *words->slots);
    words->of = memory_resize(words->of, words->capacity / 2 + 1, sizeof *words->of);
    for (size_t number = 1; number <= words->count; number++) {
        uint64_t hash = word_hash(words->of[number]);
        uint32_t *slot = find_slot(words, words->of[number], hash);
        if (slot)
            *slot = slot_of(hash, number);
    }
}

/* A copy, followed by a NUL. */
static struct text copy_word(struct words *words, struct arena *arena, struct text word) {
    size_t size = word.size + 1;
    if (size > CHUNK_BYTES / 4)
        return arena_copy(arena, word);
    if (words->left < size) {
        words->at = arena_alloc_uncleared(arena, CHUNK_BYTES);
        words->left = CHUNK_BYTES;
    }
    struct text copy = {words->at, word.size};
    if (word.size)
        memcpy(words->at, word.data, word.size);
    words->at[word.size] = 0;
    words->at += size;
    words->left -= size;
    return copy;
}

uint32_t words_number(struct words *words, struct arena *arena, struct text word) {
    if (words->count * 2 >= words->capacity && words->count < WORDS_MOST)
        grow(words);
    uint64_t hash = word_hash(word);
    uint32_t *slot = find_slot(words, word, hash);
    if (!slot || (*slot == NO_WORD && words->count == WORDS_MOST))
        return NO_WORD;
    if (*slot == NO_WORD) {
        *slot = slot_of(hash, ++words->count);
        words->of[words->count] = copy_word(words, arena, word);
    }
    return *slot & NUMBER_MASK;
}

struct text words_text(const struct words *words, uint32_t number) {
    return words->of[number];
}

void words_free(struct words *words) {
    memory_free(words->slots);
    memory_free(words->of);
    *words = (struct words){0};
}
