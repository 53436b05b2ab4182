/* The month as tables for spreadsheets: RFC 4180, UTF-8 with a byte-order mark, CRLF.
 *
 * Before: the finished view. After: the command line writes the buffers to files. A cell that a
 * spreadsheet would take for a formula is preceded by an apostrophe. Numbers are whole numbers (a
 * confidence is in percent), so that no reader's decimal sign matters. A line of facts leads back
 * to its article by `article` (its id) and `story` (its number in the briefing). */
#ifndef TAKLIMAT_SUMMARY_CSV_H
#define TAKLIMAT_SUMMARY_CSV_H

#include "base/buffer.h"
#include "summary/finished.h"

/* What Excel expects where the comma is the decimal sign, as in Indonesian. */
#define CSV_SEPARATOR ';'

/* Each appends a whole table to `out`, heading included; `separator` is ';', ',' or a tab.
 *
 * Advisories, quotes (statements too, told by `kind`) and citations of all stories, by story and
 * place in the text; those of advertorials have 1 in `advertorial`. Notes on citations are in the
 * reader's language (`wording` NULL: in English). */
void csv_advisories(const struct finished *finished, char separator, struct buffer *out);
void csv_quotes(const struct finished *finished, char separator, struct buffer *out);
void csv_citations(const struct finished *finished, const struct note_wording *wording,
                   char separator, struct buffer *out);

/* The officials of each chapter, in the briefing's order, with what they said counted. */
void csv_officials(const struct finished *finished, char separator, struct buffer *out);

/* Every article of the summary: those in the period by story (a copy names in `copy_of` the article
 * it repeats), then those outside and those undated, as `period` says. */
void csv_articles(const struct finished *finished, char separator, struct buffer *out);

#endif
