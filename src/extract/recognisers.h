/* The recognisers, each of which adds its kind of fact to `facts`; called in this order by
 * extract.c.
 *
 * All take an article that intake prepared, the tables, and the record's arena; none fails. A
 * recogniser may read what those before it found. */
#ifndef TAKLIMAT_EXTRACT_RECOGNISERS_H
#define TAKLIMAT_EXTRACT_RECOGNISERS_H

#include "base/arena.h"
#include "extract/facts.h"
#include "tables/tables.h"

/* People, quotes and statements with their speakers: fills people, quotes, statements; may add
 * flags (FLAG_UNBALANCED_QUOTE). */
void extract_speech(const struct article *article, const struct tables *tables, struct arena *arena,
                    struct facts *facts);

/* Focus region, scope, further regions; sets the region of people where their office tells. */
void extract_region(const struct article *article, const struct tables *tables, struct arena *arena,
                    struct facts *facts);

/* Citations and back-references. */
void extract_citations(const struct article *article, const struct tables *tables,
                       struct arena *arena, struct facts *facts);

/* The day at which citations are resolved and judged: of the event, if it does not lie behind the
 * publication, else of that; no date if neither is known. */
struct date extract_day(const struct article *article);

/* What citations mean, and their title and state in the register at the article's date; adds flags
 * (FLAG_BAD_CITATION, FLAG_TITLE_MISMATCH, FLAG_SANCTION_MISMATCH, FLAG_SIGNATORY_MISMATCH). */
void extract_verify(const struct article *article, const struct tables *tables, struct arena *arena,
                    struct facts *facts);

/* Advisories, with topics, addressee and speaker (from quotes and statements that hold the
 * sentence). */
void extract_advisories(const struct article *article, const struct tables *tables,
                        struct arena *arena, struct facts *facts);

/* Adds a statement for each advisory that a person gives and that shares no words with a quotation
 * or a statement, unless its sentence tells what happened (statements_between). The statements keep
 * their order and their names but move to a new array. */
void extract_advisory_statements(const struct article *article, const struct tables *tables,
                                 struct arena *arena, struct facts *facts);

/* Wishes whose negation was lost in printing; adds flags (FLAG_LOST_NEGATION) that name the
 * advisory in the sentence. */
void extract_lost_negation(const struct article *article, const struct tables *tables,
                           struct arena *arena, struct facts *facts);

/* Articles about none of the office's topics, if it has a table of them; adds a flag
 * (FLAG_OFF_TOPIC) with the score. */
void extract_off_topic(const struct article *article, const struct tables *tables,
                       struct arena *arena, struct facts *facts);

/* Runs that nobody wrote; adds flags (FLAG_GARBLED), at most one a sentence. */
void extract_garbled(const struct article *article, const struct tables *tables,
                     struct arena *arena, struct facts *facts);

/* A last sentence and quotations that break off; adds flags (FLAG_TRUNCATED). */
void extract_truncated(const struct article *article, const struct tables *tables,
                       struct arena *arena, struct facts *facts);

/* Names the fact in each flag about dates and damaged words that has none yet, where there is one.
 */
void extract_flag_facts(const struct article *article, struct arena *arena, struct facts *facts);

/* The near-duplicate signature of the text that is not cut. */
void extract_sketch(const struct article *article, struct arena *arena, struct facts *facts);

#endif
