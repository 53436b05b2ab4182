/* One fact of an article, to be shown with the paragraph it stands in; and facts looked up in files
 * of facts and summaries, where the article itself is not at hand.
 *
 * Before: a view of the whole article, or files of extract, report and merge. After:
 * show_terminal.c and show_html.c draw it. */
#ifndef TAKLIMAT_CLI_SHOW_FACT_H
#define TAKLIMAT_CLI_SHOW_FACT_H

#include "base/error.h"
#include "cli/show_view.h"

/* The view of one fact: `view` with `mark` as its only one (copied to *copy, which must outlive the
 * view), and its paragraphs as the part to be shown, nothing where there is no text. */
struct view view_of_fact(const struct view *view, const struct mark *mark, struct mark *copy);

/* True if the file begins as facts/1 or summary/1 do. False for anything else, and for what cannot
 * be read. */
bool is_facts_file(const char *path);

/* Is given the facts of one article, which live until it returns; false ends the reading. */
typedef bool facts_taker(void *context, const struct facts *facts, struct error *error);

/* Hands the facts of each article in a file of facts or a summary to `take`. A line that cannot be
 * read is told and left out. False and an error where the file cannot be read (EXIT_NO_INPUT,
 * EXIT_IO) or `take` says so. */
bool facts_file_each(const char *path, facts_taker *take, void *context, struct error *error);

#endif
