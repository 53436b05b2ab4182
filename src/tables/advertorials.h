/* The words by which news sites mark what somebody has paid for.
 *
 * Before: advertorials.tsv. After: intake finds them in headlines, addresses and lines. */
#ifndef TAKLIMAT_TABLES_ADVERTORIALS_H
#define TAKLIMAT_TABLES_ADVERTORIALS_H

#include "base/arena.h"
#include "base/error.h"
#include "base/text.h"

enum advert_kind { ADVERT_NONE, ADVERT_BRACKET, ADVERT_LABEL, ADVERT_STRONG, ADVERT_NOTE };

struct advertorials; /* opaque, in an arena */

/* Reads advertorials.tsv of `folder`. NULL and EXIT_CONFIG with file and line: what tsv_read
 * refuses, an unknown kind, a form that is there twice. */
const struct advertorials *advertorials_load(const char *folder, struct arena *arena,
                                             struct error *error);

/* The kind of the longest form with which the text begins as whole words, in any case (ASCII);
 * *size receives its bytes. ADVERT_NONE and 0 if none does. */
enum advert_kind advertorials_begin(const struct advertorials *table, struct text text,
                                    size_t *size);

#endif
