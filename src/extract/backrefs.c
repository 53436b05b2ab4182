/* Reads back-references: see backrefs.h. */
#include <config.h>

#include "extract/backrefs.h"

#define OFFICE_WORDS 4
#define LOOK_BACK 16 /* citations; what is further back nobody means by "tersebut" */

bool backref_read(const struct citation_reader *reader, size_t first, size_t end,
                  const struct regulation_type *type, const struct citation_draft *citations,
                  size_t count, struct backref_draft *out) {
    size_t i = reader_skip_bracket(reader, end);
    for (size_t words = 0; words < OFFICE_WORDS && reader_is_name(reader, i); words++)
        i++;
    if (reader_word(reader, i) != WORD_THIS || type->type.size == 0)
        return false;
    for (size_t back = 1; back <= count && back <= LOOK_BACK; back++) {
        if (!text_equal(citations[count - back].type->type, type->type))
            continue;
        *out = (struct backref_draft){first, i + 1, count - back};
        return true;
    }
    return false;
}
