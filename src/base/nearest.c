/* What may have been meant: see nearest.h. Below every stage. */
#include <config.h>

#include "base/nearest.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/edits.h"
#include "base/translate.h"

size_t nearest_limit(struct text word) { return word.size > 3 ? (word.size + 1) / 2 + 1 : 2; }

bool nearest_is_nearer(struct text word, struct text known, size_t *least) {
    if (word.size > EDITS_LONGEST || known.size > EDITS_LONGEST)
        return false;
    size_t changes = edits_between(word, known);
    if (changes >= *least)
        return false;
    *least = changes;
    return true;
}

const char *nearest_word(struct text word, const char *const *words) {
    const char *nearest = NULL;
    size_t least = nearest_limit(word);
    for (; *words; words++)
        if (nearest_is_nearer(word, text_of(*words), &least))
            nearest = *words;
    return nearest;
}

__attribute__((format(printf, 3, 4))) static size_t add(char *out, size_t used, const char *format,
                                                        ...) {
    va_list arguments;
    va_start(arguments, format);
    int size = vsnprintf(out + used, NEAREST_SIZE - used, format, arguments);
    va_end(arguments);
    return used + (size_t)size < NEAREST_SIZE ? used + (size_t)size : NEAREST_SIZE - 1;
}

const char *nearest_say(char out[NEAREST_SIZE], struct text word, const char *const *words,
                        bool list) {
    const char *near = nearest_word(word, words);
    size_t used = 0;
    out[0] = '\0';
    if (near)
        used = add(out, used, _("; is '%s' meant?"), near);
    for (size_t i = 0; list && words[i]; i++)
        used = add(out, used,
                   i == 0         ? (near ? _(" known are %s") : _("; known are %s"))
                   : words[i + 1] ? ", %s"
                                  : _(" and %s"),
                   words[i]);
    return out;
}
