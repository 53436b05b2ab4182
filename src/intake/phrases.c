/* Phrases that a page's program puts between or into words, and the tokens around them: see
 * draft.h. Before: the text. After: prepare.c looks the tokens up. */
#include <config.h>

#include <stdlib.h>

#include "intake/draft.h"

static int compare_spans(const void *a, const void *b) {
    const struct span *x = a, *y = b;
    return x->start != y->start ? (x->start > y->start) - (x->start < y->start)
                                : (x->end < y->end) - (x->end > y->end);
}

/* The end of a phrase that ends at `end`: one that ends in a slash is the beginning of an address,
 * which goes on up to the next white space. */
static size_t phrase_end(struct text text, size_t end) {
    if (text.data[end - 1] != '/')
        return end;
    while (end < text.size && (unsigned char)text.data[end] > ' ')
        end++;
    return end;
}

/* Drops spans that overlap one before them; the longest at a place comes first. */
static size_t drop_overlaps(struct span *spans, size_t count) {
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (kept == 0 || spans[i].start >= spans[kept - 1].end)
            spans[kept++] = spans[i];
    return kept;
}

struct span *phrases_find(struct text text, const struct boilerplate *boilerplate,
                          struct arena *arena, size_t *count) {
    const struct text *phrases;
    size_t phrase_count = boilerplate_phrases(boilerplate, text, &phrases), capacity = 0;
    struct span *spans = NULL;
    *count = 0;
    for (size_t i = 0; i < phrase_count; i++)
        for (size_t at = text_find(text, 0, phrases[i]); at < text.size;
             at = text_find(text, at, phrases[i])) {
            if (*count == capacity)
                spans = arena_grow(arena, spans, *count, *count + 1, sizeof *spans, &capacity);
            struct span span = {at, phrase_end(text, at + phrases[i].size)};
            spans[(*count)++] = span;
            at = span.end;
        }
    if (*count > 1) {
        qsort(spans, *count, sizeof *spans, compare_spans);
        *count = drop_overlaps(spans, *count);
    }
    return spans;
}

/* Appends the tokens of text[start..end), moved to their place. */
static void append(struct tokens *all, size_t *capacity, struct text text, size_t start, size_t end,
                   struct arena *arena) {
    struct tokens piece = tokenise(arena, text_slice(text, (struct span){start, end}));
    if (all->count + piece.count > *capacity)
        all->at = arena_grow(arena, all->at, all->count, all->count + piece.count, sizeof *all->at,
                             capacity);
    for (size_t i = 0; i < piece.count; i++) {
        struct token token = piece.at[i];
        token.start += (uint32_t)start;
        token.end += (uint32_t)start;
        all->at[all->count++] = token;
    }
}

struct tokens phrases_tokenise(struct text text, const struct span *phrases, size_t count,
                               struct arena *arena) {
    if (count == 0)
        return tokenise(arena, text);
    struct tokens all = {0};
    size_t capacity = 0, at = 0;
    for (size_t i = 0; i < count; i++) {
        append(&all, &capacity, text, at, phrases[i].start, arena);
        append(&all, &capacity, text, phrases[i].start, phrases[i].end, arena);
        at = phrases[i].end;
    }
    append(&all, &capacity, text, at, text.size, arena);
    return all;
}
