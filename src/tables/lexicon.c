/* The lexicon: a trie over token hashes: see lexicon.h. Before: the table loaders. After: intake
 * and extraction. */
#include <config.h>

#include "tables/lexicon.h"

#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

#define NO_ENTRY UINT32_MAX

/* Tokens of a form: a longer one is not found. */
#define LONGEST_FORM 24

_Static_assert(LEXEME_CLASSES <= 32, "hits.classes has a bit for each class");

/* A place in the trie: after these words. */
struct node {
    uint64_t next;        /* a bit for each word that goes on from here, by its number: as a rule
                             none does, and the edges need not be asked */
    uint32_t first_entry; /* of the forms that end here */
};

/* What a form that ends at a node stands for; entries of one node are chained by class and row. */
struct entry {
    uint32_t row;
    uint32_t next;
    uint16_t class;
    uint8_t letter_case;
};

/* A form's first word leads to its node by the word's own entry in the vocabulary; the edges from
 * there on are one hash table, open addressing: each place holds the node, the word and the node
 * after it, so that one look into memory tells. */
struct lexicon {
    struct arena *arena;
    struct vocabulary *vocabulary;
    uint64_t *edges;    /* 0: the place is free */
    unsigned edge_bits; /* there are 2^edge_bits places */
    size_t edge_count;
    uint8_t longest[LEXEME_CLASSES]; /* tokens of the longest form of each class */
    struct node *nodes;              /* 0 is none */
    size_t node_count, node_capacity;
    struct entry *entries;
    size_t entry_count, entry_capacity;
    struct text *forms; /* by entry, for exact case: rarely asked, so not among them */
    size_t form_capacity;
};

#define NODE_BITS 22
#define NODES ((size_t)1 << NODE_BITS)
_Static_assert(2 * NODE_BITS + VOCABULARY_NUMBER_BITS == 64, "an edge fills a place");

static void alloc_edges(struct lexicon *lexicon, unsigned bits) {
    lexicon->edge_bits = bits;
    lexicon->edges = arena_alloc_array(lexicon->arena, (size_t)1 << bits, sizeof *lexicon->edges);
}

static uint32_t new_node(struct lexicon *lexicon) {
    if (lexicon->node_count == NODES)
        memory_resize(NULL, SIZE_MAX, 2); /* exhausted: does not return */
    lexicon->nodes =
        arena_grow(lexicon->arena, lexicon->nodes, lexicon->node_count, lexicon->node_count + 1,
                   sizeof *lexicon->nodes, &lexicon->node_capacity);
    lexicon->nodes[lexicon->node_count] = (struct node){.first_entry = NO_ENTRY};
    return (uint32_t)lexicon->node_count++;
}

struct lexicon *lexicon_new(struct arena *arena) {
    struct lexicon *lexicon = arena_alloc(arena, sizeof *lexicon);
    lexicon->arena = arena;
    lexicon->vocabulary = vocabulary_new(arena);
    alloc_edges(lexicon, 8);
    new_node(lexicon);
    return lexicon;
}

struct vocabulary *lexicon_vocabulary(const struct lexicon *lexicon) {
    return lexicon->vocabulary;
}

static uint64_t next_bit(uint32_t word) { return UINT64_C(1) << (word & 63); }

/* Where a form goes on: after `node` with `word`, in the upper bits of an edge. */
static uint64_t edge_key(uint32_t node, uint32_t word) {
    return ((uint64_t)node << VOCABULARY_NUMBER_BITS | word) << NODE_BITS;
}

/* The place of the edge with this key, or the free one where it belongs. */
static size_t edge_place(const struct lexicon *lexicon, uint64_t key) {
    size_t place = (size_t)(key * UINT64_C(0x9E3779B97F4A7C15) >> (64 - lexicon->edge_bits));
    while (lexicon->edges[place] && (lexicon->edges[place] ^ key) >= NODES)
        place = (place + 1) & (((size_t)1 << lexicon->edge_bits) - 1);
    return place;
}

/* The node after `node` along a word, 0 if there is none. */
static uint32_t find_child(const struct lexicon *lexicon, uint32_t node, uint32_t word) {
    if (!(lexicon->nodes[node].next & next_bit(word)))
        return 0;
    return (uint32_t)(lexicon->edges[edge_place(lexicon, edge_key(node, word))] & (NODES - 1));
}

static void grow_edges(struct lexicon *lexicon) {
    const struct lexicon old = *lexicon;
    alloc_edges(lexicon, old.edge_bits + 1);
    for (size_t i = 0; i < (size_t)1 << old.edge_bits; i++)
        if (old.edges[i])
            lexicon->edges[edge_place(lexicon, old.edges[i] & ~(uint64_t)(NODES - 1))] =
                old.edges[i];
}

static uint32_t child_or_new(struct lexicon *lexicon, uint32_t node, uint32_t word) {
    uint32_t child = find_child(lexicon, node, word);
    if (child)
        return child;
    if ((lexicon->edge_count + 1) * 4 > (size_t)3 << lexicon->edge_bits)
        grow_edges(lexicon);
    child = new_node(lexicon);
    lexicon->nodes[node].next |= next_bit(word);
    uint64_t key = edge_key(node, word);
    lexicon->edges[edge_place(lexicon, key)] = key | child;
    lexicon->edge_count++;
    return child;
}

/* The node of a form's first word. */
static uint32_t first_node(struct lexicon *lexicon, uint32_t word) {
    if (!lexicon->vocabulary->words[word].node) {
        uint32_t node = new_node(lexicon);
        lexicon->vocabulary->words[word].node = node;
    }
    return lexicon->vocabulary->words[word].node;
}

/* The node where the form ends; 0 if it has no token. *size receives its tokens. */
static uint32_t node_of(struct lexicon *lexicon, struct text form, size_t *size) {
    struct arena scratch = {0};
    struct tokens tokens = tokenise(&scratch, form);
    struct vocabulary *vocabulary = lexicon->vocabulary;
    uint32_t node = 0, first = 0;
    for (size_t i = 0; i < tokens.count; i++) {
        uint32_t word = vocabulary_add(vocabulary, tokens.at[i].hash);
        first = i == 0 ? word : first;
        node = i == 0 ? first_node(lexicon, word) : child_or_new(lexicon, node, word);
        if (i == 1)
            vocabulary->words[first].next |= next_bit(word);
    }
    if (tokens.count == 1)
        vocabulary->words[first].next = UINT64_MAX;
    arena_free(&scratch);
    *size = tokens.count;
    return node;
}

/* True if `a` goes before `b` among the entries of a node. */
static bool entry_before(const struct entry *a, const struct entry *b) {
    return a->class != b->class ? a->class < b->class : a->row < b->row;
}

bool lexicon_add(struct lexicon *lexicon, struct text form, enum lexeme_class class, uint32_t row,
                 enum lexeme_case letter_case) {
    size_t size;
    uint32_t node = node_of(lexicon, form, &size);
    if (!node)
        return true;
    if (size > lexicon->longest[class])
        lexicon->longest[class] = (uint8_t)(size < LONGEST_FORM ? size : LONGEST_FORM);
    struct entry entry = {row, NO_ENTRY, (uint16_t) class, (uint8_t)letter_case};
    uint32_t *link = &lexicon->nodes[node].first_entry;
    while (*link != NO_ENTRY && entry_before(&lexicon->entries[*link], &entry))
        link = &lexicon->entries[*link].next;
    if (*link != NO_ENTRY && !entry_before(&entry, &lexicon->entries[*link]))
        return false;
    uint32_t number = (uint32_t)lexicon->entry_count;
    entry.next = *link;
    *link = number; /* before growing: the link may lie in the old block */
    lexicon->entries = arena_grow(lexicon->arena, lexicon->entries, number, number + 1,
                                  sizeof *lexicon->entries, &lexicon->entry_capacity);
    lexicon->forms = arena_grow(lexicon->arena, lexicon->forms, number, number + 1,
                                sizeof *lexicon->forms, &lexicon->form_capacity);
    lexicon->forms[number] = form;
    lexicon->entries[number] = entry;
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

static struct hit *add_hit(struct scan *scan) {
    if (scan->hits.count == scan->capacity)
        scan->hits.at = arena_grow(scan->arena, scan->hits.at, scan->hits.count,
                                   scan->hits.count + 1, sizeof *scan->hits.at, &scan->capacity);
    return &scan->hits.at[scan->hits.count++];
}

/* Adds the forms that end at `node`; returns a bit for each of their classes. */
static uint32_t add_hits(struct scan *scan, uint32_t node, size_t first, size_t end) {
    const struct lexicon *lexicon = scan->lexicon;
    uint32_t classes = 0;
    for (uint32_t e = lexicon->nodes[node].first_entry; e != NO_ENTRY;
         e = lexicon->entries[e].next) {
        const struct entry *entry = &lexicon->entries[e];
        if (!case_fits(scan, e, first, end))
            continue;
        classes |= UINT32_C(1) << entry->class;
        *add_hit(scan) = (struct hit){(uint32_t)first, (uint32_t)end, entry->row, entry->class};
    }
    return classes;
}

/* Adds the hits that start at token `first`, whose forms begin at `node`; returns their classes. */
static uint32_t scan_from(struct scan *scan, size_t first, uint32_t node) {
    uint32_t nodes[LONGEST_FORM];
    size_t depth = 0;
    do
        nodes[depth++] = node;
    while (depth < LONGEST_FORM && first + depth < scan->tokens.count &&
           scan->tokens.at[first + depth].gap != GAP_PARAGRAPH &&
           (node = find_child(scan->lexicon, node, scan->tokens.at[first + depth].word)) != 0);
    uint32_t classes = 0;
    for (; depth > 0; depth--) /* the longest first */
        classes |= add_hits(scan, nodes[depth - 1], first, first + depth);
    return classes;
}

/* Tokens that are looked at in one go: what is known of them stays in the nearest cache. */
#define BLOCK 256

/* Lists the tokens of [from, end) where a form may begin, as their words and those behind them
 * tell; returns how many there are. Without a branch: nobody can guess where. */
static size_t list_starts(const struct scan *scan, size_t from, size_t end,
                          uint32_t starts[BLOCK]) {
    const struct word_entry *words = scan->lexicon->vocabulary->words;
    const struct token *tokens = scan->tokens.at;
    size_t count = 0;
    for (size_t i = from; i < end; i++) {
        uint32_t next = i + 1 < scan->tokens.count ? tokens[i + 1].word : KNOWN_NONE;
        starts[count] = (uint32_t)i;
        count += (words[tokens[i].word].next & next_bit(next)) != 0;
    }
    return count;
}

/* The hits that start in [from, end), and where those of each token are. */
static void scan_block(struct scan *scan, size_t from, size_t end) {
    const struct word_entry *words = scan->lexicon->vocabulary->words;
    uint32_t starts[BLOCK], before = (uint32_t)scan->hits.count;
    size_t count = list_starts(scan, from, end, starts);
    memset(scan->hits.begin + from, 0, (end - from) * sizeof *scan->hits.begin);
    memset(scan->hits.classes + from, 0, (end - from) * sizeof *scan->hits.classes);
    for (size_t k = 0; k < count; k++) {
        size_t i = starts[k], had = scan->hits.count;
        scan->hits.classes[i] = scan_from(scan, i, words[scan->tokens.at[i].word].node);
        scan->hits.begin[i] = (uint32_t)(scan->hits.count - had);
    }
    for (size_t i = from; i < end; i++) { /* from numbers to sums */
        uint32_t hits = scan->hits.begin[i];
        scan->hits.begin[i] = before;
        before += hits;
    }
}

struct hits lexicon_scan(const struct lexicon *lexicon, struct text text, struct tokens tokens,
                         struct arena *arena) {
    struct scan scan = {.lexicon = lexicon, .text = text, .tokens = tokens, .arena = arena};
    size_t places = tokens.count + 1, numbered = 0;
    scan.hits.longest = lexicon->longest;
    scan.hits.begin = arena_alloc_array_uncleared(arena, places, sizeof *scan.hits.begin);
    scan.hits.classes = arena_alloc_array_uncleared(arena, places, sizeof *scan.hits.classes);
    scan.capacity = tokens.count / 2 + 8;
    scan.hits.at = arena_alloc_array_uncleared(arena, scan.capacity, sizeof *scan.hits.at);
    for (size_t from = 0; from < tokens.count; from += BLOCK) {
        size_t end = tokens.count - from < BLOCK ? tokens.count : from + BLOCK;
        size_t ahead = tokens.count - end < LONGEST_FORM ? tokens.count : end + LONGEST_FORM;
        vocabulary_number(lexicon->vocabulary, tokens.at + numbered, ahead - numbered);
        numbered = ahead;
        scan_block(&scan, from, end);
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

const struct hit *hits_before(const struct hits *hits, size_t token, enum lexeme_class class) {
    size_t longest = hits->longest[class], first = token > longest ? token - longest : 0;
    for (size_t t = first; t < token; t++) {
        if (!(hits->classes[t] >> class & 1))
            continue;
        for (uint32_t i = hits->begin[t]; i < hits->begin[t + 1]; i++)
            if (hits->at[i].class == class && hits->at[i].end == token)
                return &hits->at[i];
    }
    return NULL;
}
