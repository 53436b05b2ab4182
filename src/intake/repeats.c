/* Paragraphs that stand twice: see draft.h. Before: clean.c. After: headline.c. Scrapers take a
 * body once from the page and once from its summary; whoever counts quotes must count them once. */
#include <config.h>

#include <stdlib.h>

#include "intake/draft.h"

/* Shorter lines (list numbers, names, cries) repeat for reasons of their own. */
#define REPEAT_BYTES 32
#define REPEAT_WORDS 5

/* Of a line's tokens, in order. */
static uint64_t line_hash(const struct draft *draft, const struct line *line) {
    uint64_t hash = BOILERPLATE_HASH;
    for (size_t i = line->first; i < line->end; i++) {
        const struct token *token = &draft->article->tokens.at[i];
        hash = (hash ^ token->hash ^ token->kind) * UINT64_C(0x100000001b3);
        hash ^= hash >> 29;
    }
    return hash;
}

static bool is_long(const struct line *line) {
    return line->words >= REPEAT_WORDS && span_size(line->span) >= REPEAT_BYTES;
}

/* A long line, by its hash. */
struct entry {
    uint64_t hash;
    size_t line;
};

static int compare_entries(const void *a, const void *b) {
    const struct entry *x = a, *y = b;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return (x->line > y->line) - (x->line < y->line);
}

void repeats_cut(struct draft *draft) {
    struct entry *entries = arena_alloc_array(draft->arena, draft->line_count + 1, sizeof *entries);
    size_t count = 0;
    for (size_t i = 0; i < draft->line_count; i++)
        if (is_long(&draft->lines[i]))
            entries[count++] = (struct entry){line_hash(draft, &draft->lines[i]), i};
    if (count < 2)
        return;
    qsort(entries, count, sizeof *entries, compare_entries);
    for (size_t i = 1; i < count; i++)
        if (entries[i].hash == entries[i - 1].hash)
            draft_cut_line(draft, FLAG_DUPLICATE, entries[i].line);
}
