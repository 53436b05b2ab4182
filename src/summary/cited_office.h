/* Whose regulation a citation means, where one type covers many offices. Before: a citation. After:
 * cited.c keeps the acts of one office apart from another's. */
#ifndef TAKLIMAT_SUMMARY_CITED_OFFICE_H
#define TAKLIMAT_SUMMARY_CITED_OFFICE_H

#include "base/arena.h"
#include "extract/facts.h"

/* A short name of the body for regulations of bodies ("BPOM" for "Peraturan Badan Pengawas Obat dan
 * Makanan" and for "PerBPOM"), a region's code for those of regions (that of the article, of its
 * province where the act is the province's); none for acts of which there is one series, for
 * letters and circulars, and where it cannot be told. */
struct text cited_office(const struct facts *facts, size_t index, struct arena *arena);

#endif
