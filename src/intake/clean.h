/* What clean.c needs of embeds.c, furniture.c, signature.c and trailer.c: shapes that no table
 * lists.
 *
 * Before: lines.c. After: repeats.c. */
#ifndef TAKLIMAT_INTAKE_CLEAN_H
#define TAKLIMAT_INTAKE_CLEAN_H

#include "intake/draft.h"

/* Tokens that the signature of an article has at most: (Hupmas/Foto: Abc/ed Def). */
#define SIGNATURE_TOKENS 24

/* Tokens that a sentence which points elsewhere has at most, with what stands behind it. */
#define TAIL_TOKENS 60
#define FORM_TAIL_TOKENS 100 /* where a form of the table tells that it is one */

/* Cuts the address of an embedded post's picture, the sentences in another language right before it
 * and, where there are none, the tags. */
void embed_cut(struct draft *draft, struct span address);

/* True if line `i`, outside the prose, has the shape of page furniture: glued menus, breadcrumbs,
 * names of sections, a date, tags, the parentheses of a signature; above the headline short lines
 * too (lines must be asked for from the last to the first). Notes the date in draft->page_date. */
bool furniture_is(struct draft *draft, size_t i);

/* Cuts the parentheses at the end of the last prose ("(Tomy)", "(Adv)"), flags an advertorial.
 * Returns the last line that is a signature, or line_count. */
size_t signature_cut(struct draft *draft);

/* Cuts the titles of videos and of other articles behind the last prose, and the last line if
 * somebody signs there with name and post. */
void trailer_cut(struct draft *draft);

#endif
