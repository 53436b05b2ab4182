/* Words as they are to be read: see plain.h. */
#include <config.h>

#include "base/plain.h"

#include "base/entity.h"
#include "base/utf8.h"

/* True if the text is plain already, as nearly all are: ASCII without controls and entities, single
 * spaces. */
static bool is_plain(struct text text) {
    for (size_t i = 0; i < text.size; i++) {
        unsigned char c = (unsigned char)text.data[i];
        if (c < ' ' || c >= 0x7F || c == '&' ||
            (c == ' ' && i + 1 < text.size && text.data[i + 1] == ' '))
            return false;
    }
    return true;
}

struct text plain_text(struct arena *arena, struct text text) {
    if (is_plain(text))
        return text;
    /* No character read from an entity is longer than the entity. */
    char *out = arena_alloc(arena, text.size + 1);
    size_t used = 0;
    for (size_t i = 0, size; i < text.size; i += size) {
        uint32_t c = utf8_decode(text, i, &size);
        if (c == '&')
            c = entity_decode(text, i, &size);
        if (utf8_is_ignorable(c))
            continue;
        if (!utf8_is_space(c))
            used += utf8_encode(c, out + used);
        else if (used > 0 && out[used - 1] != ' ')
            out[used++] = ' ';
    }
    return (struct text){out, used};
}
