/* Back-references: "PP tersebut", "Perbup ini" mean the last citation of that type. */
#ifndef TAKLIMAT_EXTRACT_BACKREFS_H
#define TAKLIMAT_EXTRACT_BACKREFS_H

#include "extract/citation_reader.h"

/* Tokens [first, end), and the number of the citation meant. */
struct backref_draft {
    size_t first, end;
    size_t citation;
};

/* Reads the back-reference whose type is tokens [first, end); `citations` are those before it in
 * the text. False if the words do not point back, or to nothing. */
bool backref_read(const struct citation_reader *reader, size_t first, size_t end,
                  const struct regulation_type *type, const struct citation_draft *citations,
                  size_t count, struct backref_draft *out);

#endif
