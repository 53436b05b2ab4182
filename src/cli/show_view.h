/* One article with its facts, ready to be shown, and the ways of showing it.
 *
 * Before: intake and extract. After: bytes for a terminal or a page. */
#ifndef TAKLIMAT_CLI_SHOW_VIEW_H
#define TAKLIMAT_CLI_SHOW_VIEW_H

#include "base/buffer.h"
#include "cli/show_marks.h"
#include "intake/article.h"
#include "tables/tables.h"

struct view {
    const struct article *article; /* NULL where only its facts are at hand */
    const struct facts *facts;
    const struct tables *tables;
    struct arena *arena; /* for values made on the way */
    struct marks marks;
    struct span part; /* of the text that is shown */
};

/* How a terminal is to be written to. */
struct terminal {
    size_t width; /* columns */
    bool colour;
};

/* Appends the article: heading, text with its marks, list of facts. Without colours a mark is told
 * by its number at both ends, and a cut by its kind. */
void show_terminal(const struct view *view, struct terminal terminal, struct buffer *out);

/* Appends the one fact of a view (show_fact.h): headline, the paragraphs that hold it, what is
 * known about it, and where the article comes from. */
void show_terminal_fact(const struct view *view, struct terminal terminal, struct buffer *out);

/* Appends an article as a part of a page; `number` from 1 keeps the anchors of several apart. */
void show_html_article(const struct view *view, size_t number, struct buffer *out);

/* Appends the article's entry of the page's table of contents. */
void show_html_entry(const struct view *view, size_t number, struct buffer *out);

/* Appends the page around `articles`, with `entries` as its contents if there is more than one. */
void show_html_page(struct text articles, struct text entries, size_t count, struct buffer *out);

#endif
