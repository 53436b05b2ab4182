/* Every citation with its verdict and the words around it, as a table to go through. Before: facts.
 * After: a file of `taklimat extract`. */
#ifndef TAKLIMAT_CLI_CITATION_LIST_H
#define TAKLIMAT_CLI_CITATION_LIST_H

#include "base/buffer.h"
#include "extract/facts.h"

/* Appends byte-order mark and headings; cells are separated by `separator`. */
void citation_list_start(struct buffer *out, char separator);

/* Appends one row a citation, notes in the reader's language. `facts` must have their text.
 * `scratch` is overwritten. */
void citation_list_add(struct buffer *out, char separator, const struct facts *facts,
                       const struct note_wording *wording, struct buffer *scratch);

#endif
