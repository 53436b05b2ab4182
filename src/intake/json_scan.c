/* The strict reading of one JSON record: see json_scan.h. The slicer stands before it, record.c
 * after it. */
#include <config.h>

#include "intake/json_scan.h"

#include <string.h>

#include "base/ascii.h"
#include "base/translate.h"
#include "base/utf8.h"

struct scan {
    struct text text;
    size_t at;
    size_t key_end; /* behind the key read last */
    struct fault *fault;
};

static bool fail(struct scan *scan, const char *message) {
    return fault_set(scan->fault, "bad_json", scan->at, message);
}

/* The byte at the cursor, 0 at the end (NUL bytes are refused beforehand). */
static char here(const struct scan *scan) {
    return scan->at < scan->text.size ? scan->text.data[scan->at] : '\0';
}

static void skip_space(struct scan *scan) {
    for (char c = here(scan); c == ' ' || c == '\n' || c == '\r' || c == '\t'; c = here(scan))
        scan->at++;
}

/* The value of the four hex digits at `at`, or -1. */
static int hex4(struct text text, size_t at) {
    int value = 0;
    for (size_t i = at; i < at + 4; i++) {
        int digit = i < text.size ? ascii_hex(text.data[i]) : -1;
        if (digit < 0)
            return -1;
        value = value * 16 + digit;
    }
    return value;
}

/* Cursor on the u of \uXXXX; moves behind it, and behind the second half of a surrogate pair. */
static bool skip_unicode_escape(struct scan *scan) {
    int unit = hex4(scan->text, scan->at + 1);
    if (unit < 0)
        return fail(scan, N_("\\u without four hex digits"));
    if (unit == 0)
        return fault_set(scan->fault, "nul", scan->at, "\\u0000 in a string");
    if (unit >= 0xDC00 && unit <= 0xDFFF)
        return fail(scan, N_("second half of a surrogate pair without the first"));
    scan->at += 5;
    if (unit < 0xD800 || unit > 0xDBFF)
        return true;
    int second = -1;
    if (here(scan) == '\\' && scan->at + 1 < scan->text.size &&
        scan->text.data[scan->at + 1] == 'u')
        second = hex4(scan->text, scan->at + 2);
    if (second < 0xDC00 || second > 0xDFFF)
        return fail(scan, N_("first half of a surrogate pair without the second"));
    scan->at += 6;
    return true;
}

/* The first `c` in [from, end), or `end`. */
static size_t find_byte(struct text text, size_t from, size_t end, char c) {
    const char *found = memchr(text.data + from, c, end - from);
    return found ? (size_t)(found - text.data) : end;
}

/* Cursor on the opening quotation mark; moves behind the closing one. Control characters are let
 * through: record.c knows in which field they may stand. */
static bool skip_string(struct scan *scan) {
    const char *bytes = scan->text.data;
    size_t quote = 0;
    for (scan->at++; scan->at < scan->text.size;) {
        if (quote < scan->at)
            quote = find_byte(scan->text, scan->at, scan->text.size, '"');
        size_t i = find_byte(scan->text, scan->at, quote, '\\');
        scan->at = i + (i < scan->text.size);
        if (i == scan->text.size)
            break;
        if (bytes[i] == '"')
            return true;
        char c = here(scan);
        if (c == 'u') {
            if (!skip_unicode_escape(scan))
                return false;
        } else if (c != '\0' && strchr("\"\\/bfnrt", c)) {
            scan->at++;
        } else {
            return fail(scan, N_("a backslash before a character that JSON does not escape"));
        }
    }
    return fail(scan, N_("the record ends inside a string"));
}

static bool skip_digits(struct scan *scan) {
    size_t start = scan->at;
    while (ascii_is_digit(here(scan)))
        scan->at++;
    return scan->at > start || fail(scan, N_("a number without a digit"));
}

static bool skip_number(struct scan *scan) {
    if (here(scan) == '-')
        scan->at++;
    if (here(scan) == 'I')
        return fail(scan, N_("Infinity is no JSON value"));
    size_t start = scan->at;
    if (!skip_digits(scan))
        return false;
    if (scan->text.data[start] == '0' && scan->at > start + 1)
        return fail(scan, N_("a number with a leading zero"));
    if (here(scan) == '.') {
        scan->at++;
        if (!skip_digits(scan))
            return false;
    }
    if (here(scan) == 'e' || here(scan) == 'E') {
        scan->at++;
        if (here(scan) == '+' || here(scan) == '-')
            scan->at++;
        return skip_digits(scan);
    }
    return true;
}

/* What somebody may have meant by a byte that begins no value. */
static const char *why_no_value(char c) {
    switch (c) {
    case '\0':
        return N_("the record ends where a value is expected");
    case '/':
    case '#':
        return N_("a comment: JSON has none");
    case '\'':
        return N_("single quotation marks: JSON needs double ones");
    case 'N':
        return N_("NaN or None is no JSON value");
    case 'T':
    case 'F':
        return N_("True and False are written in lower case in JSON");
    case 'I':
        return N_("Infinity is no JSON value");
    default:
        return N_("a value is expected");
    }
}

static bool skip_word(struct scan *scan, const char *word) {
    size_t size = strlen(word);
    if (scan->text.size - scan->at < size || memcmp(scan->text.data + scan->at, word, size) != 0)
        return fail(scan, N_("a value is expected"));
    scan->at += size;
    return true;
}

/* A value that is neither object nor array. */
static bool skip_scalar(struct scan *scan) {
    char c = here(scan);
    if (c == '"')
        return skip_string(scan);
    if (c == '-' || ascii_is_digit(c))
        return skip_number(scan);
    if (c == 't')
        return skip_word(scan, "true");
    if (c == 'f')
        return skip_word(scan, "false");
    if (c == 'n' && scan->text.size - scan->at >= 2 && scan->text.data[scan->at + 1] == 'u')
        return skip_word(scan, "null");
    return fail(scan, c == 'n' ? why_no_value('N') : why_no_value(c));
}

/* The same where a key is expected. */
static const char *why_no_key(char c) {
    if (c == '}')
        return N_("a comma before a closing brace");
    if (c == '/' || c == '#' || c == '\'')
        return why_no_value(c);
    return c ? N_("a key in double quotation marks is expected")
             : N_("the record ends inside an object");
}

/* A key with its colon, cursor behind both and the white space after them. */
static bool skip_key(struct scan *scan) {
    skip_space(scan);
    if (here(scan) != '"')
        return fail(scan, why_no_key(here(scan)));
    if (!skip_string(scan))
        return false;
    scan->key_end = scan->at;
    skip_space(scan);
    if (here(scan) != ':')
        return fail(scan, N_("a colon is expected after the key"));
    scan->at++;
    skip_space(scan);
    return true;
}

/* Closes what ends here and reads the comma before the next value. *open is the number of open
 * brackets, kinds[] what they are. False on a fault; with *open 0 the value is complete. */
static bool skip_after_value(struct scan *scan, const char *kinds, size_t *open) {
    while (*open > 0) {
        skip_space(scan);
        char c = here(scan), closing = kinds[*open - 1];
        if (c == ',') {
            scan->at++;
            skip_space(scan);
            if (closing == '}')
                return skip_key(scan);
            return here(scan) != ']' || fail(scan, N_("a comma before a closing bracket"));
        }
        if (c != closing)
            return fail(scan, c ? N_("a comma or closing bracket is expected")
                                : N_("the record ends inside an object or array"));
        scan->at++;
        --*open;
    }
    return true;
}

/* Moves behind one value of any kind; without recursion, so that depth costs no stack. */
static bool skip_value(struct scan *scan) {
    char kinds[JSON_SCAN_DEPTH];
    size_t open = 0;
    do {
        char c = here(scan);
        if (c == '{' || c == '[') {
            if (open == JSON_SCAN_DEPTH - 1)
                return fail(scan, N_("brackets are nested more than 1000 deep"));
            kinds[open++] = c == '{' ? '}' : ']';
            scan->at++;
            skip_space(scan);
            if (here(scan) == kinds[open - 1]) {
                scan->at++;
                open--;
            } else if (c == '{') {
                if (!skip_key(scan))
                    return false;
                continue;
            } else {
                continue;
            }
        } else if (!skip_scalar(scan)) {
            return false;
        }
        if (!skip_after_value(scan, kinds, &open))
            return false;
    } while (open > 0);
    return true;
}

static char *put_escape(char *out, char c) {
    static const char from[] = "bfnrt", to[] = "\b\f\n\r\t";
    const char *found = strchr(from, c);
    *out = found ? to[found - from] : c;
    return out + 1;
}

struct text json_scan_string(struct text value, struct arena *arena) {
    struct text in = {value.data + 1, value.size - 2};
    if (!memchr(in.data, '\\', in.size))
        return arena_copy(arena, in);
    char *start = arena_alloc_uncleared(arena, in.size + 1), *out = start;
    for (size_t i = 0; i < in.size;) {
        const char *escape = memchr(in.data + i, '\\', in.size - i);
        size_t plain = escape ? (size_t)(escape - in.data) - i : in.size - i;
        memcpy(out, in.data + i, plain);
        out += plain;
        i += plain;
        if (!escape)
            break;
        if (in.data[i + 1] != 'u') {
            out = put_escape(out, in.data[i + 1]);
            i += 2;
            continue;
        }
        uint32_t unit = (uint32_t)hex4(in, i + 2);
        i += 6;
        if (unit >= 0xD800 && unit <= 0xDBFF) {
            unit = 0x10000 + ((unit - 0xD800) << 10) + ((uint32_t)hex4(in, i + 2) - 0xDC00);
            i += 6;
        }
        out += utf8_encode(unit, out);
    }
    return (struct text){start, (size_t)(out - start)};
}

/* The members after the opening brace. */
static bool scan_members(struct scan *scan, struct arena *arena, struct json_members *members) {
    size_t capacity = 0;
    do {
        skip_space(scan);
        size_t key = scan->at;
        if (!skip_key(scan))
            return false;
        size_t key_end = scan->key_end, value = scan->at;
        if (!skip_value(scan))
            return false;
        if (members->count == capacity)
            members->at = arena_grow(arena, members->at, members->count, members->count + 1,
                                     sizeof *members->at, &capacity);
        struct text name = {scan->text.data + key, key_end - key};
        members->at[members->count++] = (struct json_member){
            memchr(name.data, '\\', name.size) ? json_scan_string(name, arena)
                                               : (struct text){name.data + 1, name.size - 2},
            {scan->text.data + value, scan->at - value}};
        skip_space(scan);
    } while (here(scan) == ',' && scan->at++ < scan->text.size);
    return here(scan) == '}' || fail(scan, N_("a comma or closing brace is expected"));
}

static bool check_bytes(struct text record, struct arena *arena, struct fault *fault) {
    size_t bad = utf8_check(record);
    if (bad < record.size)
        return fault_print(fault, arena, "not_utf8", bad, "invalid UTF-8 at byte %zu of the record",
                           bad);
    const char *nul = memchr(record.data, '\0', record.size);
    return !nul || fault_set(fault, "nul", (size_t)(nul - record.data), "NUL byte");
}

bool json_scan(struct text record, struct arena *arena, struct json_members *members,
               struct fault *fault) {
    *members = (struct json_members){0};
    if (!check_bytes(record, arena, fault))
        return false;
    struct scan scan = {.text = record, .fault = fault};
    skip_space(&scan);
    if (here(&scan) != '{')
        return fail(&scan, skip_value(&scan) ? N_("a record must be an object") : "");
    scan.at++;
    skip_space(&scan);
    if (here(&scan) != '}' && !scan_members(&scan, arena, members))
        return false;
    scan.at++;
    skip_space(&scan);
    return scan.at == record.size || fail(&scan, N_("text after the end of the record"));
}
