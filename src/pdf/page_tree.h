/* The pages as objects: one dictionary a page, in a tree of two levels. */
#ifndef TAKLIMAT_PDF_PAGE_TREE_H
#define TAKLIMAT_PDF_PAGE_TREE_H

#include "pdf/document.h"

/* A new last page, empty but for its place in the tree; its content, annotations and tags are added
 * with haru_fill. What all pages share (size, resources) stands in the root. */
struct haru_object *page_tree_add(struct document *document);

/* All pages are there: writes the tree. */
void page_tree_end(struct document *document);

#endif
