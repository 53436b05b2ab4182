/* Every citation with its verdict and the words around it, as a table to go through. Before: facts.
 * After: a file of `taklimat extract`. */
#ifndef TAKLIMAT_CLI_CITATION_LIST_H
#define TAKLIMAT_CLI_CITATION_LIST_H

#include "base/buffer.h"
#include "extract/facts.h"
#include "summary/table_sink.h"

/* Begins the table with its headings. */
void citation_list_start(struct table_sink *table);

/* Writes one row a citation, notes in the reader's language. `facts` must have their text.
 * `scratch` is overwritten. */
void citation_list_add(struct table_sink *table, const struct facts *facts,
                       const struct note_wording *wording, struct buffer *scratch);

#endif
