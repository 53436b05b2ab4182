/* The lexicon: a trie over token hashes: see lexicon.h. Before: the table loaders. After: intake
 * and extraction. */
#include <config.h>

#include "tables/lexicon.h"

#include <string.h>

#include "base/utf8.h"

#define NO_ENTRY UINT32_MAX
#define ROOT 0u

_Static_assert(LEXEME_CLASSES <= 32, "hits.classes has a bit for each class");

/* Bits that tell which words begin no form at all: 8 KiB stay in the nearest cache. Of 5,000 first
 * words they let one word in sixteen through in vain. */
#define FIRST_BITS 16

/* A place in the trie: after these words. */
struct node {
    uint32_t first_entry; /* of the forms that end here */
    uint32_t next_words;  /* a bit for each word that goes on from here, by its hash: as a rule none
                             does, and the edges need not be asked */
};

/* What a form that ends at a node stands for; entries of one node are chained. */
struct entry {
    uint32_t row;
    uint32_t next;
    uint16_t class;
    uint8_t letter_case;
};

/* The edges from a word's node to the next are one hash table: open addressing, the keys (parent
 * and word) apart from the children, so that the keys stay in the second-level cache. They were a
 * third of the scan's time when they did not. */
struct lexicon {
    struct arena *arena;
    uint64_t *keys; /* 0: the place is free */
    uint32_t *children;
    unsigned edge_bits; /* there are 2^edge_bits places */
    size_t edge_count;
    struct node *nodes;
    size_t node_count, node_capacity;
    struct entry *entries;
    size_t entry_count, entry_capacity;
    struct text *forms; /* by entry, for exact case: rarely asked, so not among them */
    size_t form_capacity;
    uint64_t first[1 << (FIRST_BITS - 6)]; /* by the upper bits of the hash */
};

static void alloc_edges(struct lexicon *lexicon, unsigned bits) {
    lexicon->edge_bits = bits;
    lexicon->keys = arena_alloc_array(lexicon->arena, (size_t)1 << bits, sizeof *lexicon->keys);
    lexicon->children =
        arena_alloc_array(lexicon->arena, (size_t)1 << bits, sizeof *lexicon->children);
}

static uint32_t new_node(struct lexicon *lexicon) {
    lexicon->nodes =
        arena_grow(lexicon->arena, lexicon->nodes, lexicon->node_count, lexicon->node_count + 1,
                   sizeof *lexicon->nodes, &lexicon->node_capacity);
    lexicon->nodes[lexicon->node_count] = (struct node){.first_entry = NO_ENTRY};
    return (uint32_t)lexicon->node_count++;
}

struct lexicon *lexicon_new(struct arena *arena) {
    struct lexicon *lexicon = arena_alloc(arena, sizeof *lexicon);
    lexicon->arena = arena;
    alloc_edges(lexicon, 10);
    new_node(lexicon);
    return lexicon;
}

static void mark_first(struct lexicon *lexicon, uint64_t hash) {
    lexicon->first[hash >> (70 - FIRST_BITS)] |= UINT64_C(1) << (hash >> (64 - FIRST_BITS) & 63);
}

static bool may_begin(const struct lexicon *lexicon, uint64_t hash) {
    uint64_t word = lexicon->first[hash >> (70 - FIRST_BITS)];
    return word >> (hash >> (64 - FIRST_BITS) & 63) & 1;
}

static uint32_t next_bit(uint64_t hash) { return UINT32_C(1) << (hash >> 59); }

/* Differs for different words after one node; never 0. */
static uint64_t edge_key(uint32_t node, uint64_t hash) {
    uint64_t key = (hash ^ node * UINT64_C(0x9E3779B97F4A7C15)) * UINT64_C(0xD6E8FEB86659FD93);
    return key ? key : 1;
}

/* The place of the edge, or the free place where it would stand. */
static size_t edge_place(const struct lexicon *lexicon, uint64_t key) {
    size_t place = (size_t)(key >> (64 - lexicon->edge_bits));
    while (lexicon->keys[place] && lexicon->keys[place] != key)
        place = (place + 1) & (((size_t)1 << lexicon->edge_bits) - 1);
    return place;
}

/* The node after `node` along a word; 0 (the root is nobody's child) if there is none. */
static uint32_t find_child(const struct lexicon *lexicon, uint32_t node, uint64_t hash) {
    size_t place = edge_place(lexicon, edge_key(node, hash));
    return lexicon->keys[place] ? lexicon->children[place] : 0;
}

static void grow_edges(struct lexicon *lexicon) {
    const struct lexicon old = *lexicon;
    alloc_edges(lexicon, old.edge_bits + 1);
    for (size_t i = 0; i < (size_t)1 << old.edge_bits; i++) {
        if (!old.keys[i])
            continue;
        size_t place = edge_place(lexicon, old.keys[i]);
        lexicon->keys[place] = old.keys[i];
        lexicon->children[place] = old.children[i];
    }
}

static uint32_t child_or_new(struct lexicon *lexicon, uint32_t node, uint64_t hash) {
    uint32_t child = find_child(lexicon, node, hash);
    if (child)
        return child;
    if ((lexicon->edge_count + 1) * 4 > (size_t)3 << lexicon->edge_bits)
        grow_edges(lexicon);
    child = new_node(lexicon);
    lexicon->nodes[node].next_words |= next_bit(hash);
    size_t place = edge_place(lexicon, edge_key(node, hash));
    lexicon->keys[place] = edge_key(node, hash);
    lexicon->children[place] = child;
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
    uint32_t *link = &lexicon->nodes[node].first_entry;
    for (; *link != NO_ENTRY; link = &lexicon->entries[*link].next)
        if (lexicon->entries[*link].class == class && lexicon->entries[*link].row == row)
            return false;
    uint32_t number = (uint32_t)lexicon->entry_count;
    *link = number; /* before growing: the link may lie in the old block */
    lexicon->entries = arena_grow(lexicon->arena, lexicon->entries, number, number + 1,
                                  sizeof *lexicon->entries, &lexicon->entry_capacity);
    lexicon->forms = arena_grow(lexicon->arena, lexicon->forms, number, number + 1,
                                sizeof *lexicon->forms, &lexicon->form_capacity);
    lexicon->forms[number] = form;
    lexicon->entries[number] =
        (struct entry){row, NO_ENTRY, (uint16_t) class, (uint8_t)letter_case};
    lexicon->entry_count++;
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

static bool case_fits(const struct scan *scan, uint32_t number, size_t first, size_t end) {
    const struct entry *entry = &scan->lexicon->entries[number];
    const struct token *token = &scan->tokens.at[first];
    if (entry->letter_case == LEXEME_ANY_CASE)
        return true;
    if (entry->letter_case == LEXEME_CAPITAL) {
        size_t size;
        return utf8_is_upper(utf8_decode(scan->text, token->start, &size));
    }
    struct span span = {token->start, scan->tokens.at[end - 1].end};
    return text_equal(text_slice(scan->text, span), scan->lexicon->forms[number]);
}

static void add_hits(struct scan *scan, uint32_t node, size_t first, size_t end) {
    const struct lexicon *lexicon = scan->lexicon;
    for (uint32_t e = lexicon->nodes[node].first_entry; e != NO_ENTRY;
         e = lexicon->entries[e].next) {
        const struct entry *entry = &lexicon->entries[e];
        if (!case_fits(scan, e, first, end))
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
        if (i > first && (token->gap == GAP_PARAGRAPH ||
                          !(scan->lexicon->nodes[node].next_words & next_bit(token->hash))))
            break;
        node = find_child(scan->lexicon, node, token->hash);
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
