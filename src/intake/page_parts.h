/* A page while it is being read: its lines of text, the elements they stand in, and what its head
 * says.
 *
 * Before: markup.h tells elements and texts. After: page_body.c chooses the main text, page.c makes
 * the record. */
#ifndef TAKLIMAT_INTAKE_PAGE_PARTS_H
#define TAKLIMAT_INTAKE_PAGE_PARTS_H

#include <stdint.h>

#include "base/buffer.h"
#include "intake/markup.h"
#include "intake/record.h"

/* What an element is to the text. */
enum page_role {
    PAGE_BLOCK,     /* what is not in the table: a division of whatever name */
    PAGE_INLINE,    /* within a line */
    PAGE_LINK,      /* a */
    PAGE_BREAK,     /* br, hr: ends a line */
    PAGE_SKIP,      /* its text is nobody's: script, style, select */
    PAGE_ASIDE,     /* stands beside the article: nav, aside, footer, figcaption */
    PAGE_ARTICLE,   /* article, main */
    PAGE_BODY,      /* body, html: never set aside */
    PAGE_HEADING,   /* h1 */
    PAGE_PARAGRAPH, /* p, h2: lines, never the whole of a text */
    PAGE_ITEM,      /* li, td: lines that follow close upon each other */
    PAGE_TITLE,     /* title */
    PAGE_META,      /* meta, link: no text */
    PAGE_SCRIPT     /* script: skipped, but for what it says about the article */
};

/* What the names of an element (class, id) say about it. */
enum page_mark {
    PAGE_PLAIN,
    PAGE_MAYBE,  /* beside the article, unless most of the page's prose stands in it: widget, share
                  */
    PAGE_BESIDE, /* the same, unless nearly all does: comments, related articles */
    PAGE_HIDDEN, /* not shown */
    PAGE_TEXT    /* the text of the article: entry-content, article-body */
};

struct page_element {
    uint32_t parent; /* the root is its own */
    uint32_t prose;  /* bytes of prose in it and below, filled by page_body.c */
    uint32_t lines;  /* of prose, likewise */
    uint8_t role, mark;
    bool aside;  /* it or one that it stands in is set aside, by page_body.c */
    bool inside; /* it stands in the main element, or is it */
};

struct page_line {
    struct span span; /* of page.text */
    size_t linked;    /* bytes of it within links */
    uint32_t element; /* in which it stands */
    bool heading;     /* h1 */
    bool close;       /* follows closely upon the line before: after br, in a list */
};

/* A field as the page gives it; of several sources the one of lowest rank counts. */
struct page_field {
    struct text value; /* in the arena */
    int rank;
};

struct page {
    struct arena *arena; /* of the values of fields */
    struct buffer text;  /* of all lines, one after the other */
    struct page_line *lines;
    size_t line_count, line_capacity;
    struct page_element *elements;
    size_t element_count, element_capacity;
    struct page_field fields[FIELDS];
    struct text said;   /* "articleBody" of the page's data; none if there is none */
    struct text titled; /* the page's <title> */

    /* while it is being built */
    struct {
        uint32_t element;
        uint8_t role;
    } open[MARKUP_DEPTH + 1];
    size_t depth;
    size_t skipping, linking;  /* elements of these roles that are open */
    bool heading, close, data; /* within h1; next line follows closely; within a script of data */
    size_t line_start, line_linked;
    struct buffer capture; /* text of title, or of the page's data */
};

/* The role of an element, and what its attributes say about it. page_names.c. */
enum page_role page_role_of(const char *name);
enum page_mark page_mark_of(const char *const *attributes);

/* Names that page_meta.c and page_names.c look for, ended by NULL. */
extern const char *const page_known_names[];

/* Reads a page (checked UTF-8) into *page, whose arena is set. False, with *fault, if the markup
 * cannot be read. page_build.c. */
bool page_build(struct text bytes, struct page *page, struct fault *fault);
void page_free(struct page *page);

/* Takes a field's value with its rank; blanks around it are dropped. page_meta.c. */
void page_offer(struct page *page, enum field field, int rank, struct text value);

/* What meta, link and time elements, comments and data say. page_meta.c, page_data.c. */
void page_take_element(struct page *page, const char *name, const char *const *attributes);
void page_take_comment(struct page *page, struct text comment);
void page_take_data(struct page *page, struct text json);

/* Chooses the main text: fills prose, aside and inside of all elements; lines of it are those that
 * page_keeps. page_body.c. */
void page_choose(struct page *page);
bool page_keeps(const struct page *page, const struct page_line *line);

#endif
