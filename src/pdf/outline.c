/* The outline as a tree of dictionaries: see outline.h. Entries below the outermost level are
 * folded, so that a year's 38 provinces can be seen at once.
 *
 * Before: layout's flat list with levels. After: haru.c. */
#include <config.h>

#include "pdf/outline.h"

#include "base/memory.h"
#include "pdf/links.h"
#include "pdf/syntax.h"

#define DEEPEST 8u /* levels; deeper entries stand there */

#define NONE SIZE_MAX

struct node {
    struct haru_object *object;
    size_t parent, previous, next, first, last; /* NONE if there is none */
    size_t children;
};

/* Node 0 is the root, node i + 1 is entry i. */
static struct node *make_nodes(struct document *document, size_t count) {
    struct node *nodes = memory_alloc_array(count + 1, sizeof *nodes);
    for (size_t i = 0; i <= count; i++) {
        nodes[i] = (struct node){NULL, NONE, NONE, NONE, NONE, NONE, 0};
        nodes[i].object = haru_dictionary(document->haru);
    }
    return nodes;
}

static void append_child(struct node *nodes, size_t parent, size_t child) {
    struct node *above = &nodes[parent];
    nodes[child].parent = parent;
    nodes[child].previous = above->last;
    if (above->last == NONE)
        above->first = child;
    else
        nodes[above->last].next = child;
    above->last = child;
    above->children++;
}

/* Levels to parents. An entry too deep for the one before it becomes its child. */
static void join_nodes(const struct outline_entry *entries, size_t count, struct node *nodes) {
    size_t open[DEEPEST + 1] = {0}; /* the node under which each level's entries go */
    size_t depth = 0;               /* the deepest level allowed now */
    for (size_t i = 0; i < count; i++) {
        size_t level = entries[i].level;
        if (level > depth)
            level = depth;
        append_child(nodes, open[level], i + 1);
        depth = level + 1 < DEEPEST ? level + 1 : level;
        open[level + 1] = i + 1;
    }
}

static void put_relation(struct buffer *out, const char *key, const struct node *nodes, size_t to) {
    if (to != NONE)
        buffer_printf(out, "/%s %u 0 R", key, haru_number(nodes[to].object));
}

static void put_relations(struct buffer *out, const struct node *nodes, size_t i) {
    put_relation(out, "Parent", nodes, nodes[i].parent);
    put_relation(out, "Prev", nodes, nodes[i].previous);
    put_relation(out, "Next", nodes, nodes[i].next);
    put_relation(out, "First", nodes, nodes[i].first);
    put_relation(out, "Last", nodes, nodes[i].last);
}

static void write_entry(struct document *document, const struct node *nodes, size_t i) {
    const struct outline_entry *entry = &document->pages->outline[i - 1];
    struct buffer *out = &document->entries;
    buffer_string(out, "/Title");
    syntax_text(out, entry->title);
    put_relations(out, nodes, i);
    if (nodes[i].children > 0)
        buffer_printf(out, "/Count -%zu", nodes[i].children); /* negative: folded */
    links_put_destination(document, entry->destination, out);
    haru_fill(document->haru, nodes[i].object, buffer_view(out));
    buffer_clear(out);
}

void outline_write(struct document *document) {
    size_t count = document->pages->outline_count;
    if (count == 0)
        return;
    struct node *nodes = make_nodes(document, count);
    join_nodes(document->pages->outline, count, nodes);
    buffer_string(&document->entries, "/Type/Outlines");
    put_relations(&document->entries, nodes, 0);
    buffer_printf(&document->entries, "/Count %zu", nodes[0].children);
    haru_fill(document->haru, nodes[0].object, buffer_view(&document->entries));
    buffer_clear(&document->entries);
    for (size_t i = 1; i <= count; i++)
        write_entry(document, nodes, i);
    buffer_printf(&document->catalogue, "/Outlines %u 0 R/PageMode/UseOutlines",
                  haru_number(nodes[0].object));
    memory_free(nodes);
}
