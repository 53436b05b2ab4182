/* The page tree: see page_tree.h. Viewers go to a page through it, so no node has many children
 * (ISO 32000-1, 7.7.3).
 *
 * Before: pdf.c makes the pages. After: haru.c. */
#include <config.h>

#include "pdf/page_tree.h"

#include "pdf/syntax.h"

#define BRANCH_LEAVES                                                                              \
    64 /* pages under one node; with 8,191 nodes, the longest array, half a million */

static void end_branch(struct document *document) {
    struct page_tree *tree = &document->page_tree;
    if (!tree->branch)
        return;
    buffer_string(&document->entries, "/Type/Pages");
    syntax_reference(&document->entries, "/Parent ", haru_number(haru_page_tree(document->haru)));
    buffer_string(&document->entries, "/Kids[");
    buffer_text(&document->entries, buffer_view(&tree->leaves));
    buffer_string(&document->entries, "]/Count ");
    syntax_integer(&document->entries, (int64_t)tree->leaf_count);
    haru_fill(document->haru, tree->branch, buffer_view(&document->entries));
    syntax_reference(&tree->branches, "", haru_number(tree->branch));
    buffer_char(&tree->branches, '\n');
    buffer_clear(&document->entries);
    buffer_clear(&tree->leaves);
    tree->branch = NULL;
    tree->leaf_count = 0;
}

struct haru_object *page_tree_add(struct document *document) {
    struct page_tree *tree = &document->page_tree;
    if (tree->leaf_count == BRANCH_LEAVES)
        end_branch(document);
    if (!tree->branch)
        tree->branch = haru_dictionary(document->haru);
    buffer_string(&document->entries, "/Type/Page");
    syntax_reference(&document->entries, "/Parent ", haru_number(tree->branch));
    struct haru_object *page = document_dictionary(document);
    syntax_reference(&tree->leaves, "", haru_number(page));
    buffer_char(&tree->leaves, '\n');
    tree->leaf_count++;
    tree->count++;
    return page;
}

void page_tree_end(struct document *document) {
    struct page_tree *tree = &document->page_tree;
    struct buffer *out = &document->entries;
    end_branch(document);
    buffer_string(out, "/MediaBox[0 0 ");
    syntax_thousandths(out, document->pages->width);
    buffer_char(out, ' ');
    syntax_thousandths(out, document->pages->height);
    buffer_string(out, "]/Kids[");
    buffer_text(out, buffer_view(&tree->branches));
    buffer_string(out, "]/Count ");
    syntax_integer(out, (int64_t)tree->count);
    syntax_reference(out, "/Resources ", haru_number(document->resources));
    haru_fill(document->haru, haru_page_tree(document->haru), buffer_view(out));
    buffer_clear(out);
}
