/* The verdict on an instrument that a person says is meant, when the article's text is not at hand.
 *
 * Before: summary/decide.h, which corrects a citation. After: finish, pages. What compares words of
 * the text (titles, signatories, punishments) is left out: whoever corrected it has looked. */
#ifndef TAKLIMAT_EXTRACT_VERDICT_H
#define TAKLIMAT_EXTRACT_VERDICT_H

#include "base/arena.h"
#include "extract/facts.h"
#include "tables/register.h"
#include "tables/tables.h"

/* What the note on an act follows from. */
struct verdict {
    enum citation_status status;
    const struct register_relation *by; /* what made the status, or NULL */
    struct text later;                  /* the name of the act of `by` */
    bool expired;                       /* made for one election or year */
    bool undated;                       /* the day of the article is not known */
};

/* What a reader must know besides the status: what goes or stays, who amended it, that the day was
 * not known. No words where there is nothing to say. */
struct note verdict_note(const struct note_forms *forms, struct arena *arena,
                         const struct verdict *verdict);

/* Fills title, status, since, replaced_by and note of the citation from what its `resolved` says,
 * as of `day`. `words` are those of the citation in the text, which tell the office where one type
 * covers many. New texts live in `arena`. */
void verdict_give(const struct tables *tables, struct date day, struct text words,
                  struct citation *citation, struct arena *arena);

#endif
