/* What is looked at before libConfuse parses: see config_scan.h. Before: bytes of a file. After:
 * config.c. */
#include <config.h>

#include "cli/config_scan.h"

#include <string.h>

#include "base/nearest.h"

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

/* What is gone through. */
struct scan {
    char *bytes;
    struct text text;
    const char *const *known;
    const char *path;
    struct faults *faults;
};

static void blank(struct scan *scan, size_t at, size_t end) {
    for (; at < end; at++)
        scan->bytes[at] = scan->bytes[at] == '\n' ? '\n' : ' ';
}

/* The end of the list in braces that begins at `at`: behind its brace. Where the next key stands
 * before that, or nothing, *open is true, and the end is there. */
static size_t list_end(struct text text, size_t at, bool *open) {
    size_t word = ++at; /* where the last word began: it is a key if a sign follows */
    *open = false;
    while (at < text.size && text.data[at] != '}') {
        bool string = text.data[at] == '"' || text.data[at] == '\'';
        size_t end = string ? string_end(text, at) : word_end(text, at);
        *open = text.data[at] == '=';
        if (*open)
            return word;
        if (end > at && !string)
            word = at;
        at = end > at ? end : at + 1;
    }
    *open = at >= text.size;
    return *open ? text.size : at + 1;
}

/* The end of a word or string. */
static size_t item_end(struct text text, size_t at) {
    bool string = at < text.size && (text.data[at] == '"' || text.data[at] == '\'');
    return string ? string_end(text, at) : word_end(text, at);
}

static void tell_unknown(const struct scan *scan, struct span key) {
    struct text name = text_slice(scan->text, key);
    char meant[NEAREST_SIZE];
    faults_add(scan->faults, scan->path, text_line(scan->text, key.start),
               "no such option '%.*s'%s; 'taklimat check' prints all",
               (int)(name.size < 60 ? name.size : 60), name.data,
               nearest_say(meant, name, scan->known, false));
}

/* What stands at `at` begins no key with its sign: told, and left out to the line's end. */
static size_t skip_stray(struct scan *scan, size_t at) {
    size_t end = text_find(scan->text, at, TEXT("\n"));
    struct text rest = text_trim(text_slice(scan->text, (struct span){at, end}));
    faults_add(scan->faults, scan->path, text_line(scan->text, at),
               "not understood: '%.*s'; a value stands behind a key and =, several values in "
               "braces: register = {\"a\", \"b\"}",
               (int)(rest.size < 40 ? rest.size : 40), rest.data);
    blank(scan, at, end);
    return end;
}

/* The key, its sign at `sign`, and its value: what is wrong is told and left out. Returns the end.
 */
static size_t take_entry(struct scan *scan, struct span key, size_t sign) {
    size_t value = skip_space(scan->text, sign + 1);
    bool list = value < scan->text.size && scan->text.data[value] == '{', open = false;
    size_t end = list ? list_end(scan->text, value, &open) : item_end(scan->text, value);
    bool known = text_among(text_slice(scan->text, key), scan->known);
    if (!known)
        tell_unknown(scan, key);
    if (open)
        faults_add(scan->faults, scan->path, text_line(scan->text, value),
                   "the list that begins here is not closed by }");
    if (!known || open)
        blank(scan, key.start, end);
    return end;
}

void config_scan(char *bytes, struct text text, const char *const *known, const char *path,
                 struct faults *faults) {
    struct scan scan = {bytes, text, known, path, faults};
    for (size_t at = 0; (at = skip_space(text, at)) < text.size;) {
        struct span key = {at, word_end(text, at)};
        size_t sign = skip_space(text, key.end);
        sign += sign < text.size && text.data[sign] == '+';
        bool entry = key.start < key.end && sign < text.size && text.data[sign] == '=';
        at = entry ? take_entry(&scan, key, sign) : skip_stray(&scan, at);
    }
}
