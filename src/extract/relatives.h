/* Relatives: whether two alike names are those of two people. A wife is often called by her
 * husband's name behind her own (Rina Budi Santoso), and must not hold his office.
 *
 * Before: mentions and the actors known so far. After: people. */
#ifndef TAKLIMAT_EXTRACT_RELATIVES_H
#define TAKLIMAT_EXTRACT_RELATIVES_H

#include "extract/people.h"

/* True if one of two full names is the other with a first name before it, and the longer is that of
 * a wife or another: she is told so by her title, or the shorter name is that of an office's holder
 * (Bupati Budi Santoso: nobody is called by more of their name without the post, or with another).
 * The names must not begin alike. */
bool relatives_apart(const struct reading *reading, const struct mention *mention,
                     const struct actor *actor);

/* True if the mention is of a relative of the actor: ayah Budi, Rudi Budi Santoso. */
bool relatives_kin_of(const struct reading *reading, const struct mention *mention,
                      const struct actor *actor);

/* True if the row of positions.tsv is a post that says itself what it is of: Bupati, Menteri Agama.
 */
bool relatives_post_complete(const struct reading *reading, uint32_t row);

#endif
