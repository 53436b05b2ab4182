/* Offices: posts, bodies and the titles around persons' names.
 *
 * Before: positions.tsv, institutions.tsv, honorifics.tsv. After: the recogniser of people reads
 * the hits of LEXEME_POSITION, LEXEME_INSTITUTION and LEXEME_HONORIFIC, whose rows are those below.
 */
#ifndef TAKLIMAT_TABLES_OFFICES_H
#define TAKLIMAT_TABLES_OFFICES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/error.h"
#include "tables/lexicon.h"

enum position_kind {
    POSITION_POST,   /* complete in itself: Bupati, Sekda, Kapolres */
    POSITION_LOCAL,  /* likewise, of a subdistrict, village or school whose name follows: Camat */
    POSITION_HEAD,   /* the name of an office follows: Kepala, Ketua */
    POSITION_PERSON, /* a description: pengamat, warga, tersangka */
    POSITION_PREFIX, /* stands before a post: Wakil, Mantan */
    POSITION_ACTING  /* likewise, the post itself stays: Plt., Pj. */
};

enum institution_kind {
    INSTITUTION_OFFICE, /* its place may follow: Bawaslu Kota Bogor */
    INSTITUTION_SPEAKS, /* a body in general: Pemerintah, Polisi */
    INSTITUTION_WHOLE,  /* a country or company, whose name nothing is added to */
    INSTITUTION_STATUS  /* ASN, PNS, TPS: never a speaker */
};

enum honorific_kind {
    HONORIFIC_RELIGIOUS,
    HONORIFIC_ACADEMIC,
    HONORIFIC_COURTESY,
    HONORIFIC_RANK,
    HONORIFIC_WOMAN
};

struct honorific {
    bool after; /* a degree behind the name */
    enum honorific_kind kind;
};

struct offices; /* opaque, in an arena */

/* Loads the three tables from `folder` into `arena` and adds their forms to `lexicon`. NULL and
 * EXIT_CONFIG with file and line on failure. */
const struct offices *offices_load(const char *folder, struct arena *arena, struct lexicon *lexicon,
                                   struct error *error);

/* The kind of the row of a LEXEME_POSITION hit; two forms with one row are the same post. */
enum position_kind offices_position(const struct offices *offices, uint32_t row);

/* The kind of the row of a LEXEME_INSTITUTION hit; two forms with one row are the same body. */
enum institution_kind offices_institution(const struct offices *offices, uint32_t row);

/* Place and kind of the row of a LEXEME_HONORIFIC hit. */
struct honorific offices_honorific(const struct offices *offices, uint32_t row);

#endif
