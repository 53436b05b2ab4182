/* Nameless speakers: people of whom the text says what they are, and no more (Jaksa mengatakan;
 * para pakar khawatir; menurut warga).
 *
 * Before: mentions. After: attribution, where no named subject speaks. */
#ifndef TAKLIMAT_EXTRACT_NAMELESS_H
#define TAKLIMAT_EXTRACT_NAMELESS_H

#include "extract/subject.h"

/* The token that says what they are (pakar) who stand where the subject of the clause's verb begins
 * it, at the start of the sentence or behind a comma; NO_TOKEN if nobody does. Whether somebody
 * named stands between them and the verb is not asked. A few steps. */
uint32_t nameless_subject(const struct clause *clause);

/* True if the verb belongs to people without a name in a clause that only adds something: di mana
 * warga mengeluhkan bau; karena petugas meminta; membuat warga bertanya. Then nobody named is its
 * subject. */
bool nameless_aside(const struct clause *clause);

/* The token that says what they are who stand at `at`, past "para", "seorang"; NO_TOKEN if nobody
 * does. */
uint32_t nameless_at(const struct reading *reading, uint32_t at);

/* True if the noun at `at` stands for one of many: seorang jaksa, salah satu jaksa. */
bool nameless_one(const struct reading *reading, uint32_t at);

/* True if it stands for somebody in particular, whom the text may have named before: jaksa, and not
 * seorang jaksa or para jaksa. */
bool nameless_particular(const struct reading *reading, uint32_t at);

#endif
