/* Positions: the phrase that names somebody's office, from its first word to its institution or
 * region.
 *
 * Before: struct reading and names. After: mentions. */
#ifndef TAKLIMAT_EXTRACT_POSITIONS_H
#define TAKLIMAT_EXTRACT_POSITIONS_H

#include "extract/reading.h"

/* "Plt. Kepala BKPSDM Kabupaten X": words as written, without what is only interposed (", Provinsi
 * Y,"). */
struct position {
    struct range words;
    uint32_t row;  /* of positions.tsv, of its first post or head */
    uint32_t head; /* token at which the post or head itself begins */
    enum position_kind kind;
    uint32_t next; /* token after the phrase and what is interposed */
    uint32_t
        tail;    /* token after the words in lower case that may go on with it: koordinator aksi */
    bool office; /* something follows the head: an institution, a region, a subject */
    bool prefixed; /* Wakil, mantan stands before the post, which makes it another */
};

/* Reads the position that begins at `at` into *out. False if there is none. The phrase ends before
 * a person's name: at a comma that does not go on with a list, at titles before a name, or at the
 * first word that can be nothing but a name. */
bool positions_read(const struct reading *reading, uint32_t at, struct position *out);

/* True if the word in lower case at `at` may tell what somebody does: an everyday word, or one that
 * no table knows and that does not look like a verb (pengajar sosiologi Universitas). */
bool positions_describes(const struct reading *reading, uint32_t at);

#endif
