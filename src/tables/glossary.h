/* The glossary: abbreviations of news about regions, and what they stand for.
 *
 * Before: glossary.tsv. After: layout lists those that stand on the pages of a briefing. */
#ifndef TAKLIMAT_TABLES_GLOSSARY_H
#define TAKLIMAT_TABLES_GLOSSARY_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/error.h"

struct glossary_entry {
    struct text form;    /* "ASN", "Bawaslu", "Satpol PP" */
    struct text meaning; /* what it stands for; several meanings separated by ; */
    struct text english; /* the same in English, as many */
};

struct glossary; /* opaque */

/* Reads glossary.tsv of `folder` (a path); the result lives in the arena. NULL and EXIT_CONFIG with
 * file and line on a form that is there twice or out of order, that does not begin with a capital
 * or has more than two words, and on meanings and English that differ in number. */
const struct glossary *glossary_load(const char *folder, struct arena *arena, struct error *error);

size_t glossary_count(const struct glossary *glossary);

/* Entry number `index` (below glossary_count); they are ordered by form, case aside. */
const struct glossary_entry *glossary_get(const struct glossary *glossary, size_t index);

/* Sets met[i] for each entry i whose form stands in `text` (UTF-8) as a word: as the table writes
 * it, or in capitals. Nothing else of `met` changes. Linear in the text. */
void glossary_mark(const struct glossary *glossary, struct text text, bool *met);

#endif
