/* What is told about an article and about each of its facts, as names and values.
 *
 * Before: struct facts. After: show_terminal.c and show_html.c set them as lines or as a list. */
#ifndef TAKLIMAT_CLI_SHOW_DETAILS_H
#define TAKLIMAT_CLI_SHOW_DETAILS_H

#include "cli/show_marks.h"
#include "tables/tables.h"

#define DETAILS_MOST 16

struct detail {
    const char *name;  /* static, English */
    struct text value; /* UTF-8, words of the article in it: not safe for terminals or HTML */
};

/* Zero-initialise. */
struct details {
    struct detail at[DETAILS_MOST];
    size_t count;
};

/* Where the article came from, its dates and region, and the evidence for them. Values live in
 * `arena` or in the facts. */
void details_of_article(const struct facts *facts, const struct tables *tables, struct arena *arena,
                        struct details *out);

/* How much the article is about the office's topics, if it has set any. */
void details_of_topic(const struct article *article, const struct tables *tables,
                      struct arena *arena, struct details *out);

/* Who speaks, what kind of advisory or which regulation it is, the rule that found the fact and how
 * sure it is. */
void details_of_fact(const struct facts *facts, const struct marks *marks, const struct mark *mark,
                     struct arena *arena, struct details *out);

/* What the program noticed about the article as a whole: the flags that name no fact and cut
 * nothing, one line each, in the arena. */
struct text *article_notes(const struct facts *facts, struct arena *arena, size_t *count);

/* The beginning of a text, at most `most` characters on one line, with "..." where it goes on. */
struct text excerpt(struct arena *arena, struct text text, size_t most);

#endif
