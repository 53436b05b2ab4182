/* The month as tables for spreadsheets: what stands in their rows, whatever form they take.
 *
 * Before: the finished view. After: csv_cells.c and cli/spreadsheet.c write them. Numbers are whole
 * numbers (a confidence is in percent), so that no reader's decimal sign matters. A line of facts
 * leads back to its article by `article` (its id) and `story` (its number in the briefing). */
#ifndef TAKLIMAT_SUMMARY_MONTH_TABLES_H
#define TAKLIMAT_SUMMARY_MONTH_TABLES_H

#include "summary/finished.h"
#include "summary/table_sink.h"

/* Each writes a whole table to `table`, heading included.
 *
 * Advisories, quotes (statements too, told by `kind`) and citations of all stories, by story and
 * place in the text; those of advertorials have 1 in `advertorial`. Notes on citations are in the
 * reader's language (`wording` NULL: in English). */
void month_advisories(const struct finished *finished, struct table_sink *table);
void month_quotes(const struct finished *finished, struct table_sink *table);
void month_citations(const struct finished *finished, const struct note_wording *wording,
                     struct table_sink *table);

/* The officials of each chapter, in the briefing's order, with what they said counted. */
void month_officials(const struct finished *finished, struct table_sink *table);

/* Every article of the summary: those in the period by story (a copy names in `copy_of` the article
 * it repeats), then those outside and those undated, as `period` says. */
void month_articles(const struct finished *finished, struct table_sink *table);

#endif
