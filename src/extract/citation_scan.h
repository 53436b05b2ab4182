/* From the type of a legal instrument to its number, over what may stand between them: "Peraturan
 * Daerah (Perda) Kota Bogor Nomor 7 Tahun 2023", "Surat Edaran Bupati Wonosobo, Nomor 060/077/Org".
 */
#ifndef TAKLIMAT_EXTRACT_CITATION_SCAN_H
#define TAKLIMAT_EXTRACT_CITATION_SCAN_H

#include "extract/citation_reader.h"

/* Reads the numbered citation whose type fills draft->first to draft->end; on success the rest of
 * *draft is filled and `end` moved behind number or year, else *draft is unchanged. */
bool citation_scan_number(const struct citation_reader *reader, struct citation_draft *draft);

/* Reads a further number of the same type after a numbered citation: "UU 5/2014 dan 7/2017", "...
 * dan No 20 Tahun 2008". Fills *next. */
bool citation_scan_list(const struct citation_reader *reader, const struct citation_draft *draft,
                        struct citation_draft *next);

#endif
