/* Legal instruments named without a number: "UU Pemilu", "KUHP", "UUD 1945", "Peraturan Presiden
 * tentang ...", "SE Gubernur Jawa Tengah". */
#ifndef TAKLIMAT_EXTRACT_CITATION_NAMED_H
#define TAKLIMAT_EXTRACT_CITATION_NAMED_H

#include "extract/citation_reader.h"

/* Reads the citation by name whose type fills draft->first to draft->end; on success the rest of
 * *draft is filled, else it is unchanged. Generic phrases ("undang-undang", "SE Bupati") are none.
 */
bool citation_named_read(const struct citation_reader *reader, struct citation_draft *draft);

#endif
