/* The cells that say what is cited and what verification found. Before: facts. After:
 * month_tables.c, and the list that `taklimat extract` writes. */
#ifndef TAKLIMAT_SUMMARY_CITATION_CELLS_H
#define TAKLIMAT_SUMMARY_CITATION_CELLS_H

#include "base/buffer.h"
#include "extract/facts.h"
#include "summary/table_sink.h"

/* The headings of what citation_cells appends, separated by spaces. `flags` has the flags about
 * the citation, "kind: note", joined by " | ". */
#define CITATION_HEADINGS                                                                          \
    "type number year pinpoint resolved_type resolved_number resolved_year title status since "    \
    "replaced_by note suggestion flags text confidence"

/* Appends the cells of citation number `index`, notes in the reader's language (`wording` NULL: in
 * English). `scratch` is overwritten. */
void citation_cells(struct table_sink *table, const struct facts *facts, size_t index,
                    const struct note_wording *wording, struct buffer *scratch);

#endif
