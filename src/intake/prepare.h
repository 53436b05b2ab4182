/* From a record to an article: tokens, what is no news cut, title, dateline, dates, sentences.
 *
 * Before: record.c. After: extraction. */
#ifndef TAKLIMAT_INTAKE_PREPARE_H
#define TAKLIMAT_INTAKE_PREPARE_H

#include "intake/article.h"
#include "intake/notes.h"
#include "intake/record.h"
#include "tables/tables.h"

/* Where a record came from. */
struct origin {
    struct text file;
    size_t number;
    struct text id; /* the id of a plain text; none for records, which have their own or get one */
};

/* Fills *article from *record; everything lives in `arena`. False (with *fault) if the record has
 * no text, or a region that does not exist. */
bool prepare_article(const struct record *record, const struct origin *origin,
                     const struct tables *tables, struct arena *arena, struct article *article,
                     struct notes *notes, struct fault *fault);

#endif
