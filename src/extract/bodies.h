/* Bodies that may speak, where the text names them: institutions, companies, acronyms.
 *
 * Before: struct reading, names. After: mentions. */
#ifndef TAKLIMAT_EXTRACT_BODIES_H
#define TAKLIMAT_EXTRACT_BODIES_H

#include "extract/mentions.h"

/* "(BKPSDM)" behind a name, or an alias: the token after it, `at` if there is none; *inner is what
 * stands inside. */
uint32_t bodies_short_form(const struct reading *reading, uint32_t at, struct range *inner);

/* Reads the body of the tables that begins at `at` into *out, with its own words and its place.
 * False if there is none. */
bool bodies_read(const struct reading *reading, uint32_t at, struct mention *out);

/* An acronym that no table knows and that speaks: kata CORE; CORE menilai. Fills the words of *out,
 * which the caller has set up. */
bool bodies_read_acronym(const struct reading *reading, uint32_t at, struct mention *out);

/* Who is quoted, if no table knows them: tulis pernyataan resmi Honda Team Asia, and, of two words
 * or more, kata Honda Team Asia. The capital words at `at`, into *out; false, and *out is as it
 * was, unless such a verb stands before them. */
bool bodies_read_writer(const struct reading *reading, uint32_t at, struct mention *out);

#endif
