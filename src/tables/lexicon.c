/* The lexicon: a trie over token hashes: see lexicon.h. Before: the table loaders. After: intake
 * and extraction. */
#include <config.h>

#include "tables/lexicon.h"

#include <string.h>

#include "base/utf8.h"

#define NO_ENTRY UINT32_MAX
#define ROOT 0u

_Static_assert(LEXEME_CLASSES <= 32, "hits.classes has a bit for each class");

/* Bits that tell which words begin no form at all: 8 KiB stay in the nearest cache, the edges do
 * not. With 9,000 first words one word in eight is looked up in vain. */
#define FIRST_BITS 16

/* The child of `node` along a token with this hash. */
struct edge {
    uint64_t hash;
    uint32_t node;  /* parent */
    uint32_t child; /* 0: the slot is free (the root is nobody's child) */
};

/* What a form that ends at a node stands for; entries of one node are chained. */
struct entry {
    struct text form; /* for exact case */
    uint32_t row;
    uint32_t next;
    uint16_t class;
    uint8_t letter_case;
};

struct lexicon {
    struct arena *arena;
    struct edge *edges; /* open addressing, edge_capacity a power of two */
    size_t edge_capacity, edge_count;
    uint32_t *first_entry; /* by node */
    size_t node_count, node_capacity;
    struct entry *entries;
    size_t entry_count, entry_capacity;
    uint64_t first[1 << (FIRST_BITS - 6)]; /* by the upper bits of the hash */
};

struct lexicon *lexicon_new(struct arena *arena) {
    struct lexicon *lexicon = arena_alloc(arena, sizeof *lexicon);
    lexicon->arena = arena;
    lexicon->edge_capacity = 1024;
    lexicon->edges = arena_alloc_array(arena, lexicon->edge_capacity, sizeof *lexicon->edges);
    lexicon->first_entry =
        arena_grow(arena, NULL, 0, 1, sizeof *lexicon->first_entry, &lexicon->node_capacity);
    lexicon->first_entry[ROOT] = NO_ENTRY;
    lexicon->node_count = 1;
    return lexicon;
}

static size_t edge_slot(const struct lexicon *lexicon, uint32_t node, uint64_t hash) {
    uint64_t mixed = (hash ^ node * UINT64_C(0x9E3779B97F4A7C15)) * UINT64_C(0xD6E8FEB86659FD93);
    return (size_t)(mixed >> 32) & (lexicon->edge_capacity - 1);
}

static void mark_first(struct lexicon *lexicon, uint64_t hash) {
    lexicon->first[hash >> (70 - FIRST_BITS)] |= UINT64_C(1) << (hash >> (64 - FIRST_BITS) & 63);
}

static bool may_begin(const struct lexicon *lexicon, uint64_t hash) {
    uint64_t word = lexicon->first[hash >> (70 - FIRST_BITS)];
    return word >> (hash >> (64 - FIRST_BITS) & 63) & 1;
}

/* The slot of the edge, or the free slot where it would stand. */
static struct edge *find_edge(const struct lexicon *lexicon, uint32_t node, uint64_t hash) {
    size_t slot = edge_slot(lexicon, node, hash);
    for (;; slot = (slot + 1) & (lexicon->edge_capacity - 1)) {
        struct edge *edge = &lexicon->edges[slot];
        if (edge->child == 0 || (edge->node == node && edge->hash == hash))
            return edge;
    }
}

static void grow_edges(struct lexicon *lexicon) {
    struct edge *old = lexicon->edges;
    size_t old_capacity = lexicon->edge_capacity;
    lexicon->edge_capacity *= 4;
    lexicon->edges =
        arena_alloc_array(lexicon->arena, lexicon->edge_capacity, sizeof *lexicon->edges);
    for (size_t i = 0; i < old_capacity; i++)
        if (old[i].child)
            *find_edge(lexicon, old[i].node, old[i].hash) = old[i];
}

static uint32_t child_or_new(struct lexicon *lexicon, uint32_t node, uint64_t hash) {
    struct edge *edge = find_edge(lexicon, node, hash);
    if (edge->child)
        return edge->child;
    if ((lexicon->edge_count + 1) * 2 > lexicon->edge_capacity) {
        grow_edges(lexicon);
        edge = find_edge(lexicon, node, hash);
    }
    lexicon->first_entry =
        arena_grow(lexicon->arena, lexicon->first_entry, lexicon->node_count,
                   lexicon->node_count + 1, sizeof *lexicon->first_entry, &lexicon->node_capacity);
    uint32_t child = (uint32_t)lexicon->node_count++;
    lexicon->first_entry[child] = NO_ENTRY;
    *edge = (struct edge){hash, node, child};
    lexicon->edge_count++;
    return child;
}

bool lexicon_add(struct lexicon *lexicon, struct text form, enum lexeme_class class, uint32_t row,
                 enum lexeme_case letter_case) {
    struct arena scratch = {0};
    struct tokens tokens = tokenise(&scratch, form);
    uint32_t node = ROOT;
    if (tokens.count > 0)
        mark_first(lexicon, tokens.at[0].hash);
    for (size_t i = 0; i < tokens.count; i++)
        node = child_or_new(lexicon, node, tokens.at[i].hash);
    bool none = tokens.count == 0;
    arena_free(&scratch);
    if (none)
        return true;
    uint32_t *link = &lexicon->first_entry[node];
    for (; *link != NO_ENTRY; link = &lexicon->entries[*link].next)
        if (lexicon->entries[*link].class == class && lexicon->entries[*link].row == row)
            return false;
    uint32_t number = (uint32_t)lexicon->entry_count;
    *link = number; /* before growing: the link may lie in the old block */
    lexicon->entries =
        arena_grow(lexicon->arena, lexicon->entries, lexicon->entry_count, lexicon->entry_count + 1,
                   sizeof *lexicon->entries, &lexicon->entry_capacity);
    lexicon->entries[lexicon->entry_count++] =
        (struct entry){form, row, NO_ENTRY, (uint16_t) class, (uint8_t)letter_case};
    return true;
}

/* A scan under way. */
struct scan {
    const struct lexicon *lexicon;
    struct text text;
    struct tokens tokens;
    struct arena *arena;
    struct hits hits;
    size_t capacity;
};

static bool case_fits(const struct scan *scan, const struct entry *entry, size_t first,
                      size_t end) {
    const struct token *token = &scan->tokens.at[first];
    if (entry->letter_case == LEXEME_ANY_CASE)
        return true;
    if (entry->letter_case == LEXEME_CAPITAL) {
        size_t size;
        return utf8_is_upper(utf8_decode(scan->text, token->start, &size));
    }
    struct span span = {token->start, scan->tokens.at[end - 1].end};
    return text_equal(text_slice(scan->text, span), entry->form);
}

static void add_hits(struct scan *scan, uint32_t node, size_t first, size_t end) {
    const struct lexicon *lexicon = scan->lexicon;
    for (uint32_t e = lexicon->first_entry[node]; e != NO_ENTRY; e = lexicon->entries[e].next) {
        const struct entry *entry = &lexicon->entries[e];
        if (!case_fits(scan, entry, first, end))
            continue;
        if (scan->hits.count == scan->capacity)
            scan->hits.at =
                arena_grow(scan->arena, scan->hits.at, scan->hits.count, scan->hits.count + 1,
                           sizeof *scan->hits.at, &scan->capacity);
        scan->hits.at[scan->hits.count++] =
            (struct hit){(uint32_t)first, (uint32_t)end, entry->row, entry->class};
    }
}

/* True if `a` goes before `b` among the hits of one token. */
static bool hit_before(const struct hit *a, const struct hit *b) {
    if (a->end != b->end)
        return a->end > b->end;
    if (a->class != b->class)
        return a->class < b->class;
    return a->row < b->row;
}

/* A token has a handful of hits: insertion sort. */
static void sort_hits(struct hit *hits, size_t count) {
    for (size_t i = 1; i < count; i++) {
        struct hit moved = hits[i];
        size_t k = i;
        for (; k > 0 && hit_before(&moved, &hits[k - 1]); k--)
            hits[k] = hits[k - 1];
        hits[k] = moved;
    }
}

/* A bit for each class among the hits. */
static uint32_t classes_of(const struct hit *hits, size_t count) {
    uint32_t classes = 0;
    for (size_t i = 0; i < count; i++)
        classes |= UINT32_C(1) << hits[i].class;
    return classes;
}

/* Adds the hits that start at token `first`; returns their classes. */
static uint32_t scan_from(struct scan *scan, size_t first) {
    size_t before = scan->hits.count;
    uint32_t node = ROOT;
    for (size_t i = first; i < scan->tokens.count; i++) {
        const struct token *token = &scan->tokens.at[i];
        if (i > first && token->gap == GAP_PARAGRAPH)
            break;
        node = find_edge(scan->lexicon, node, token->hash)->child;
        if (node == 0)
            break;
        add_hits(scan, node, first, i + 1);
    }
    sort_hits(scan->hits.at + before, scan->hits.count - before);
    return classes_of(scan->hits.at + before, scan->hits.count - before);
}

struct hits lexicon_scan(const struct lexicon *lexicon, struct text text, struct tokens tokens,
                         struct arena *arena) {
    struct scan scan = {.lexicon = lexicon, .text = text, .tokens = tokens, .arena = arena};
    size_t places = tokens.count + 1;
    scan.hits.begin = arena_alloc_array_uncleared(arena, places, sizeof *scan.hits.begin);
    scan.hits.classes = arena_alloc_array_uncleared(arena, places, sizeof *scan.hits.classes);
    scan.capacity = tokens.count / 2 + 8;
    scan.hits.at = arena_alloc_array_uncleared(arena, scan.capacity, sizeof *scan.hits.at);
    for (size_t i = 0; i < tokens.count; i++) {
        scan.hits.begin[i] = (uint32_t)scan.hits.count;
        bool may = may_begin(lexicon, tokens.at[i].hash);
        scan.hits.classes[i] = may ? scan_from(&scan, i) : 0;
    }
    scan.hits.begin[tokens.count] = (uint32_t)scan.hits.count;
    scan.hits.classes[tokens.count] = 0;
    return scan.hits;
}

const struct hit *hits_find(const struct hits *hits, size_t token, enum lexeme_class class) {
    for (uint32_t i = hits->begin[token]; i < hits->begin[token + 1]; i++)
        if (hits->at[i].class == class)
            return &hits->at[i];
    return NULL;
}

/* No form of the tables is longer. */
#define LONGEST_FORM 12

const struct hit *hits_before(const struct hits *hits, size_t token, enum lexeme_class class) {
    size_t first = token > LONGEST_FORM ? token - LONGEST_FORM : 0;
    for (size_t t = first; t < token; t++) {
        if (!(hits->classes[t] >> class & 1))
            continue;
        for (uint32_t i = hits->begin[t]; i < hits->begin[t + 1]; i++)
            if (hits->at[i].class == class && hits->at[i].end == token)
                return &hits->at[i];
    }
    return NULL;
}
