/* Described speakers: behind the verb stands a description in everyday words before the name, or
 * the kind of document in which somebody said it.
 *
 * Before: mentions. After: attribution. */
#ifndef TAKLIMAT_EXTRACT_DESCRIBED_H
#define TAKLIMAT_EXTRACT_DESCRIBED_H

#include "extract/subject.h"

/* What is written by whoever is named behind it: tulis keterangan resmi Anybody. The token behind
 * the words for it, `at` itself if there are none. */
uint32_t described_document(const struct reading *reading, uint32_t at);

/* The number of the name behind a description that no table knows, at `at`: kata pemilik peternakan
 * kambing, Budi Santoso; menurut pakar gunung api Budi Santoso. NO_MENTION if other words than
 * everyday ones in lower case stand before it. */
size_t described_name(const struct reading *reading, const struct mention_list *mentions,
                      uint32_t at);

/* The mention `number` at `at`, or where it is none or nobody in particular (pemilik), the name
 * behind the description. */
size_t described_speaker(const struct reading *reading, const struct mention_list *mentions,
                         size_t number, uint32_t at);

#endif
