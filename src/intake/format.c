/* Telling formats apart: see format.h. */
#include <config.h>

#include "intake/format.h"

#include <string.h>

/* Bytes looked at for UTF-16 without a mark. */
#define SAMPLE 512

static bool is_space(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

static size_t skip_space(struct text text, size_t at) {
    while (at < text.size && is_space(text.data[at]))
        at++;
    return at;
}

size_t format_mark_size(struct text head) { return text_starts(head, "\xEF\xBB\xBF") ? 3 : 0; }

bool format_is_utf16(struct text head, bool *little) {
    if (head.size < 2)
        return false;
    *little = text_starts(head, "\xFF\xFE");
    if (*little || text_starts(head, "\xFE\xFF"))
        return true;
    size_t sample = (head.size < SAMPLE ? head.size : SAMPLE) & ~(size_t)1, nul[2] = {0, 0};
    for (size_t i = 0; i < sample; i++)
        nul[i % 2] += head.data[i] == '\0';
    *little = nul[1] > 0;
    size_t units = sample / 2;
    return (nul[0] == 0) != (nul[1] == 0) && (nul[0] + nul[1]) * 10 >= units * 7;
}

/* The line that begins at or after `at`, blank ones skipped and trimmed; *next is where the one
 * after it begins. */
static struct text line_at(struct text text, size_t at, size_t *next) {
    at = skip_space(text, at);
    const char *start = text.data + at, *end = memchr(start, '\n', text.size - at);
    size_t size = end ? (size_t)(end - start) : text.size - at;
    *next = at + size;
    return text_trim((struct text){start, size});
}

/* Objects: one a line, or spread over lines? Spread out, the second line begins no object. */
static enum slicer_mode tell_objects(struct text head, size_t at) {
    size_t next;
    struct text first = line_at(head, at, &next), second = line_at(head, next, &next);
    bool whole_line = text_ends(first, "}") && first.size > 1;
    return whole_line || text_starts(second, "{") ? SLICER_LINES : SLICER_VALUES;
}

/* True if `head` begins as a JSON object or array of objects, not just as a text with a bracket. */
static bool begins_json(struct text head, size_t at) {
    char c = at < head.size ? head.data[at] : '\0';
    size_t second = skip_space(head, at + 1);
    char d = second < head.size ? head.data[second] : '\0';
    return (c == '{' && (d == '"' || d == '}')) || (c == '[' && (d == '{' || d == ']'));
}

enum slicer_mode format_tell(enum input_format format, struct text head, bool *plain) {
    size_t at = skip_space(head, format_mark_size(head));
    *plain = format == INPUT_TEXT || (format == INPUT_UNKNOWN && !begins_json(head, at));
    bool little;
    if (*plain || format_is_utf16(head, &little))
        return SLICER_WHOLE;
    if (at < head.size && head.data[at] == '[')
        return SLICER_ARRAY;
    if (format == INPUT_LINES)
        return SLICER_LINES;
    return tell_objects(head, at);
}
