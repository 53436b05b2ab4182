/* Messages in the reader's language: see translate.h. Below every stage. */
#include <config.h>

#include "base/translate.h"

#include <string.h>

/* Set once by the command line before any stage runs. */
static const struct translator *translator;

void translate_by(const struct translator *chosen) { translator = chosen; }

/* The empty message is the name of a catalogue's own description. */
const char *translate(const char *message) {
    return translator && message[0] ? translator->message(message) : message;
}

const char *translate_count(const char *one, const char *many, size_t count) {
    if (translator)
        return translator->count(one, many, count);
    return count == 1 ? one : many;
}

const char *translate_cause(int number) {
    return translator ? translator->cause(number) : strerror(number);
}
