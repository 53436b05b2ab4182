/* Choosing the main text of a page: see page_parts.h. Prose (long lines with few links) tells where
 * it is; names of elements, where the page has any that say something. Linear in the page.
 *
 * Before: page_build.c. After: page.c. */
#include <config.h>

#include "intake/page_parts.h"

/* A line of fewer bytes is no evidence of an article. */
#define PROSE_LEAST 60

/* So much prose in an element named as the article's text is enough to believe the name. */
#define TEXT_LEAST 200

/* Hundredths of the prose of what is around it that an element must have to be chosen: one with a
 * name that says nothing, one named as text or article. */
#define SHARE_PLAIN 75
#define SHARE_NAMED 40

/* And so many lines of prose, if its name says nothing (one fewer if it has all of the prose): else
 * one long paragraph would pass for the whole of a short article. */
#define LINES_LEAST 3

/* Hundredths of the page's prose that an element may have and still be set aside, by its mark. */
#define MAYBE_MOST 40
#define BESIDE_MOST 80

/* A line of links alone, of which a menu consists, unless it is a sentence. */
static bool is_links(const struct page *page, const struct page_line *line) {
    size_t size = line->span.end - line->span.start;
    struct text text = text_slice(buffer_view(&page->text), line->span);
    bool sentence = size >= PROSE_LEAST && (text_ends(text, ".") || text_ends(text, "\""));
    return line->linked * 3 > size * 2 && !sentence;
}

static uint32_t prose_of(const struct page_line *line) {
    size_t size = line->span.end - line->span.start;
    if (size < PROSE_LEAST || line->linked * 2 > size || line->heading)
        return 0;
    return (uint32_t)(size - line->linked);
}

/* Sums the prose of all elements that are not set aside, from the innermost outwards: an element
 * stands behind the one that it is in. */
static void sum_prose(struct page *page) {
    struct page_element *elements = page->elements;
    for (size_t i = 0; i < page->element_count; i++)
        elements[i].prose = elements[i].lines = 0;
    for (size_t i = 0; i < page->line_count; i++) {
        struct page_element *element = &elements[page->lines[i].element];
        uint32_t prose = element->aside ? 0 : prose_of(&page->lines[i]);
        element->prose += prose;
        element->lines += prose > 0;
    }
    for (size_t i = page->element_count; i-- > 1;) {
        elements[elements[i].parent].prose += elements[i].prose;
        elements[elements[i].parent].lines += elements[i].lines;
    }
}

/* Whether an element is beside the article, as far as its own name says: one of the strong names,
 * or one of the weak. */
static bool is_beside(const struct page_element *element, uint32_t all, bool strong) {
    uint64_t share = (uint64_t)element->prose * 100;
    if (element->role == PAGE_BODY || element->role == PAGE_ARTICLE || element->mark == PAGE_TEXT)
        return false;
    if (element->role == PAGE_ASIDE || element->mark == PAGE_BESIDE)
        return strong && share <= (uint64_t)all * BESIDE_MOST;
    return !strong && (element->mark == PAGE_MAYBE || element->mark == PAGE_HIDDEN) &&
           share <= (uint64_t)all * MAYBE_MOST;
}

/* Sets elements aside, and with them what they hold. */
static void set_aside(struct page *page, bool strong) {
    uint32_t all = page->elements[0].prose;
    for (size_t i = 1; i < page->element_count; i++) {
        struct page_element *element = &page->elements[i];
        element->aside = element->aside || page->elements[element->parent].aside ||
                         is_beside(element, all, strong);
    }
    sum_prose(page);
}

/* The first element of those that are named as the article's text, or are articles, which has
 * enough of the page's prose; 0 if there is none. The first, for pages that load the next article
 * below. */
static size_t find_named(const struct page *page, bool text) {
    const struct page_element *elements = page->elements;
    size_t best = 0;
    for (size_t i = 1; i < page->element_count; i++) {
        bool named = text ? elements[i].mark == PAGE_TEXT : elements[i].role == PAGE_ARTICLE;
        if (named && elements[i].prose >= TEXT_LEAST &&
            (best == 0 || elements[i].prose > 2 * elements[best].prose))
            best = i;
    }
    uint64_t share = (uint64_t)elements[best].prose * 100;
    return share >= (uint64_t)elements[0].prose * SHARE_NAMED ? best : 0;
}

/* Goes inwards from `element` as long as one element within has nearly all of its prose. Those that
 * stand in it come behind it. */
static size_t go_inwards(const struct page *page, size_t element) {
    const struct page_element *elements = page->elements;
    for (size_t i = element + 1; i < page->element_count; i++) {
        uint64_t share = (uint64_t)elements[i].prose * 100;
        bool all = elements[i].prose == elements[element].prose;
        bool division = elements[i].role != PAGE_HEADING && elements[i].role != PAGE_PARAGRAPH;
        if (elements[i].parent == element && division && elements[i].lines + all >= LINES_LEAST &&
            share >= (uint64_t)elements[element].prose * SHARE_PLAIN)
            element = i;
    }
    return element;
}

void page_choose(struct page *page) {
    sum_prose(page);
    set_aside(page, true);
    set_aside(page, false);
    size_t chosen = find_named(page, true);
    if (chosen == 0)
        chosen = go_inwards(page, find_named(page, false));
    for (size_t i = 0; i < page->element_count; i++)
        page->elements[i].inside =
            i == chosen || (i > 0 && page->elements[page->elements[i].parent].inside);
}

bool page_keeps(const struct page *page, const struct page_line *line) {
    const struct page_element *element = &page->elements[line->element];
    return element->inside && !element->aside && !is_links(page, line);
}
