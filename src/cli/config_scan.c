/* What is looked at before libConfuse parses: see config_scan.h. Before: bytes of a file. After:
 * config.c. */
#include <config.h>

#include "cli/config_scan.h"

#include <string.h>

#include "base/nearest.h"

size_t config_line(struct text text, size_t at) {
    size_t line = 1;
    for (size_t i = 0; i < at; i++)
        line += text.data[i] == '\n';
    return line;
}

/* The end of the string in quotation marks that begins at `at`. */
static size_t string_end(struct text text, size_t at) {
    char mark = text.data[at++];
    while (at < text.size && text.data[at] != mark)
        at += text.data[at] == '\\' ? 2 : 1;
    return at < text.size ? at + 1 : text.size + 1;
}

/* The end of the comment that begins at `at`; `at` itself if none does. A # begins one anywhere
 * outside a string, two slashes only where a word would begin, for paths have slashes, too. */
static size_t comment_end(struct text text, size_t at) {
    struct text rest = text_slice(text, (struct span){at, text.size});
    bool begins = at == 0 || strchr(" \t\r\n={},+", text.data[at - 1]);
    if (rest.data[0] == '#' || (begins && text_starts(rest, "//")))
        return text_find(text, at, TEXT("\n"));
    if (!text_starts(rest, "/*"))
        return at;
    size_t end = text_find(text, at + 2, TEXT("*/"));
    return end < text.size ? end + 2 : text.size + 1;
}

size_t config_blank_comments(char *bytes, struct text text) {
    for (size_t at = 0; at < text.size;) {
        bool string = bytes[at] == '"' || bytes[at] == '\'';
        size_t end = string ? string_end(text, at) : comment_end(text, at);
        if (end > text.size)
            return at;
        for (size_t i = at; i < end && !string; i++)
            bytes[i] = bytes[i] == '\n' ? '\n' : ' ';
        at = end > at ? end : at + 1;
    }
    return text.size;
}

static size_t skip_space(struct text text, size_t at) {
    while (at < text.size && strchr(" \t\r\n", text.data[at]))
        at++;
    return at;
}

/* The end of a word outside of strings: of a key, or of a value without quotation marks. */
static size_t word_end(struct text text, size_t at) {
    while (at < text.size && !strchr(" \t\r\n={},+()\"'", text.data[at]))
        at++;
    return at;
}

/* The end of the value that begins at `at`: a word, a string, or a list in braces. */
static size_t value_end(struct text text, size_t at) {
    bool list = at < text.size && text.data[at] == '{';
    while (at < text.size) {
        bool string = text.data[at] == '"' || text.data[at] == '\'';
        size_t end = string ? string_end(text, at) : word_end(text, at);
        if (list && text.data[at] == '}')
            return at + 1;
        at = end > at ? end : at + 1;
        if (!list)
            break;
    }
    return at < text.size ? at : text.size;
}

/* Tells the key from `start` to `end`, and the nearest. */
static void tell_unknown(struct text text, struct span key, const char *const *known,
                         const char *path, struct faults *faults) {
    struct text name = text_slice(text, key);
    char meant[NEAREST_SIZE];
    faults_add(faults, path, config_line(text, key.start), "no such option '%.*s'%s",
               (int)(name.size < 60 ? name.size : 60), name.data,
               nearest_say(meant, name, known, true));
}

static bool is_known(struct text name, const char *const *known) {
    while (*known && !text_is(name, *known))
        known++;
    return *known != NULL;
}

void config_blank_unknown(char *bytes, struct text text, const char *const *known, const char *path,
                          struct faults *faults) {
    for (size_t at = 0; (at = skip_space(text, at)) < text.size;) {
        struct span key = {at, word_end(text, at)};
        size_t sign = skip_space(text, key.end);
        sign += sign < text.size && text.data[sign] == '+';
        if (key.start == key.end || sign >= text.size || text.data[sign] != '=')
            return;
        at = value_end(text, skip_space(text, sign + 1));
        if (is_known(text_slice(text, key), known))
            continue;
        tell_unknown(text, key, known, path, faults);
        for (size_t i = key.start; i < at; i++)
            bytes[i] = bytes[i] == '\n' ? '\n' : ' ';
    }
}
