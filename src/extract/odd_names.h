/* Odd names: words that are names only beside another, whatever else they mean.
 *
 * Before: struct reading. After: names asks of a word that the tables know as another thing. */
#ifndef TAKLIMAT_EXTRACT_ODD_NAMES_H
#define TAKLIMAT_EXTRACT_ODD_NAMES_H

#include "extract/reading.h"

/* True for a post that is a name as well at `at`: between two words of a name (Elisabeth Ratu
 * Rante), or beginning one of caste (Anak Agung, of Bali). */
bool odd_names_post(const struct reading *reading, uint32_t at);

/* True for an English day before a surname: Sunday Rompas. Nobody writes the day so. */
bool odd_names_day(const struct reading *reading, uint32_t at);

/* True for the second half, in lower case, of a Korean name at `at`, behind a hyphen: Sang-chul. */
bool odd_names_half(const struct reading *reading, uint32_t at);

/* True if both halves of a Korean name stand at `at`, whatever the first may mean: Jun-ho. */
bool odd_names_halves(const struct reading *reading, uint32_t at);

/* True for an everyday word before such halves: Park Jun-ho. */
bool odd_names_before_halves(const struct reading *reading, uint32_t at);

#endif
