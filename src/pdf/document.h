/* A PDF while it is made: what the writers of this folder share. */
#ifndef TAKLIMAT_PDF_DOCUMENT_H
#define TAKLIMAT_PDF_DOCUMENT_H

#include "layout/pages.h"
#include "pdf/deflate.h"
#include "pdf/fonts.h"
#include "pdf/glyphs.h"
#include "pdf/haru.h"
#include "pdf/structure.h"

/* The page tree as far as it is made. */
struct page_tree {
    struct haru_object *branch; /* the node that takes pages; NULL: the next page begins one */
    struct buffer leaves;       /* its children */
    struct buffer branches;     /* the root's */
    size_t leaf_count, count;   /* pages under the branch, pages in all */
};

struct document {
    const struct pages *pages; /* borrowed */
    const struct fonts *fonts; /* borrowed */
    bool tagged;
    struct haru *haru;
    struct deflater *deflater;
    struct glyphs glyphs[FACES]; /* font NULL while the face is not used */
    const struct image **images; /* owned; borrowed themselves: in the order of first use */
    size_t image_count, image_capacity;
    struct haru_object *resources; /* one dictionary for all pages */
    struct arena opened;           /* what document_page opened */
    struct page page;              /* the same */
    size_t page_index;             /* its index plus 1; 0 for none */
    struct page_tree page_tree;
    unsigned *page_numbers;     /* owned: the object number of each page */
    struct structure structure; /* empty if not tagged */
    struct buffer entries;      /* of the object being written; cleared by each writer */
    struct buffer catalogue;    /* entries of the catalogue, gathered by all */
};

/* Gives `entries` to a new dictionary and empties them. */
static inline struct haru_object *document_dictionary(struct document *document) {
    struct haru_object *object = haru_dictionary(document->haru);
    haru_fill(document->haru, object, buffer_view(&document->entries));
    buffer_clear(&document->entries);
    return object;
}

/* The page, open until the next one is asked for. */
static inline const struct page *document_page(struct document *document, size_t index) {
    if (document->page_index != index + 1) {
        arena_reset(&document->opened);
        document->page = pages_open(document->pages, index, &document->opened);
        document->page_index = index + 1;
    }
    return &document->page;
}

#endif
