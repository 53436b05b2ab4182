/* What the register says of an act on a day: the part of verification that needs no text.
 *
 * Before: verify_status.h. After: verify.c, which compares the words of the text with it, and
 * summary/decide.h, where a person says which act is meant: whoever did that has looked at titles,
 * signatories and punishments. */
#ifndef TAKLIMAT_EXTRACT_VERDICT_H
#define TAKLIMAT_EXTRACT_VERDICT_H

#include "base/arena.h"
#include "extract/facts.h"
#include "tables/register.h"
#include "tables/tables.h"

/* How an act is called: "PP 94/2021", "Putusan MK 5/PUU-X/2012" (its number has the year), "UU
 * 2017" without a number. In `arena`. */
struct text act_name(struct arena *arena, struct text type, struct text number, int year);

/* True if the act's number is above the last one that was given out in its year. */
bool act_never_issued(const struct legal_register *acts, const struct instrument *act);

/* Fills title, status, since, replaced_by and note of a citation of `entry`, as of `day` (no date:
 * by the latest data). New texts live in `arena`. Returns what the status comes from, NULL if
 * nothing does. */
const struct register_relation *verdict_on(const struct tables *tables,
                                           const struct register_entry *entry, struct date day,
                                           struct citation *citation, struct arena *arena);

/* The same from what the citation's `resolved` says; of an act that the register does not hold, the
 * status alone. `words` are those of the citation in the text, which tell the office where one type
 * covers many. */
void verdict_give(const struct tables *tables, struct date day, struct text words,
                  struct citation *citation, struct arena *arena);

#endif
