/* Numbers of legal instruments: 94/2021, 94 Tahun 2021, 490.1 / 449 / 2017, XI/MPR/1998,
 * B/71/M.SM.00.00/2017. */
#ifndef TAKLIMAT_EXTRACT_CITATION_NUMBER_H
#define TAKLIMAT_EXTRACT_CITATION_NUMBER_H

#include "extract/citation_reader.h"

/* Years that are cited: of the republic. */
#define CITATION_YEAR_FIRST 1945
#define CITATION_YEAR_LAST 2099

struct citation_number {
    struct text number; /* as written */
    int year;           /* four digits, 0 if none; "94/21" means 2021 */
    size_t end;         /* token after the last */
    bool simple;        /* digits only */
    bool slash_year;    /* N/YYYY */
};

/* Reads the number that begins at token `i`; false if there is none. `dated`: a date after it
 * ("tanggal 25 Oktober 2023") gives the year of a number that has none. */
bool citation_number_read(const struct citation_reader *reader, size_t i, bool dated,
                          struct citation_number *out);

/* The token after "Nomor", "No.", "Nomor Nomor", "Nomor:" that begin at `i`; `i` itself if there
 * are none. */
size_t citation_number_word(const struct citation_reader *reader, size_t i);

#endif
