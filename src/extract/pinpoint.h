/* Pinpoints: the part of a law that is meant, "Pasal 5 huruf n", "Pasal 71 ayat (1) jo Pasal 188".
 * Pasal is an article, ayat its paragraph, huruf a letter, angka a point. */
#ifndef TAKLIMAT_EXTRACT_PINPOINT_H
#define TAKLIMAT_EXTRACT_PINPOINT_H

#include "base/arena.h"
#include "extract/citation_reader.h"

/* Tokens [first, end). */
struct pinpoint {
    size_t first, end;
};

struct pinpoints {
    struct pinpoint *at;
    size_t count;
};

/* All pinpoints of the uncut text, in order; in `arena`. Linear. */
struct pinpoints pinpoints_read(const struct citation_reader *reader, struct arena *arena);

/* The pinpoint of each citation (in the order of the text): one before it ("Pasal 71 UU 10/2016"),
 * or after it ("UU 10/2016, Pasal 71") in its sentence or, first thing, in the next. result[i] is
 * an index into `pinpoints`, or pinpoints.count for none. `result` has room for `count`. */
void pinpoints_attach(const struct citation_reader *reader, const struct article *article,
                      struct pinpoints pinpoints, const struct citation_draft *citations,
                      size_t count, size_t *result);

#endif
