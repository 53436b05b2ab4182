/* Places in a JSON text: see json_locate.h. Below every stage. */
#include <config.h>

#include "base/json_locate.h"

#include <stdlib.h>

static size_t skip_space(struct text json, size_t at) {
    while (at < json.size && strchr(" \t\r\n", json.data[at]))
        at++;
    return at;
}

/* Behind the string that begins at `at`. */
static size_t skip_string(struct text json, size_t at) {
    for (at++; at < json.size && json.data[at] != '"'; at++)
        at += json.data[at] == '\\';
    return at < json.size ? at + 1 : json.size;
}

/* Behind the value that begins at `at`. */
static size_t skip_value(struct text json, size_t at) {
    size_t depth = 0;
    while (at < json.size) {
        char c = json.data[at];
        if (c == '"') {
            at = skip_string(json, at);
        } else {
            bool ends = c == '}' || c == ']';
            if (depth == 0 && (ends || c == ','))
                return at;
            depth += c == '{' || c == '[';
            depth -= ends;
            at++;
        }
        if (depth == 0 && (c == '"' || c == '}' || c == ']'))
            break;
    }
    return at;
}

/* How much of the path `name` takes as its first part, with the dot behind it; 0: it is another. */
static size_t part_size(struct text path, struct text name) {
    bool whole = name.size <= path.size && memcmp(path.data, name.data, name.size) == 0;
    if (!whole || name.size == 0 || (name.size < path.size && path.data[name.size] != '.'))
        return 0;
    return name.size < path.size ? name.size + 1 : name.size;
}

/* A value on the way down. */
struct place {
    size_t key, value; /* where its name begins, which for an element is where it begins itself */
    size_t taken;      /* of the path */
};

/* The member of the object at `at` that the path begins with; taken 0 if there is none. Names with
 * a dot: the longest. */
static struct place find_member(struct text json, size_t at, struct text path) {
    struct place found = {0, 0, 0};
    for (at = skip_space(json, at + 1); at < json.size && json.data[at] == '"';) {
        size_t key = at, end = skip_string(json, at);
        struct text name = text_slice(json, (struct span){key + 1, end > key + 1 ? end - 1 : end});
        size_t value = skip_space(json, end);
        value = skip_space(json, value < json.size ? value + 1 : value); /* the colon */
        size_t taken = part_size(path, name);
        if (taken && taken >= found.taken)
            found = (struct place){key, value, taken};
        at = skip_space(json, skip_value(json, value));
        at = at < json.size && json.data[at] == ',' ? skip_space(json, at + 1) : json.size;
    }
    return found;
}

/* The element of the array at `at` that the path begins with. */
static struct place find_element(struct text json, size_t at, struct text path) {
    size_t end = text_find(path, 0, TEXT("]"));
    if (path.size == 0 || path.data[0] != '[' || end == path.size)
        return (struct place){0, 0, 0};
    long wanted = strtol(path.data + 1, NULL, 10);
    at = skip_space(json, at + 1);
    for (long i = 0; i < wanted && at < json.size && json.data[at] != ']'; i++) {
        at = skip_space(json, skip_value(json, at));
        at = at < json.size && json.data[at] == ',' ? skip_space(json, at + 1) : json.size;
    }
    size_t taken = end + 1 < path.size ? end + 2 : end + 1;
    return at < json.size && json.data[at] != ']' ? (struct place){at, at, taken}
                                                  : (struct place){0, 0, 0};
}

size_t json_locate(struct text json, const char *path) {
    struct text rest = text_of(path);
    size_t found = 0, at = skip_space(json, 0);
    while (rest.size && at < json.size) {
        struct place place = {0, 0, 0};
        if (json.data[at] == '{')
            place = find_member(json, at, rest);
        else if (json.data[at] == '[')
            place = find_element(json, at, rest);
        if (place.taken == 0)
            break;
        found = place.key;
        at = place.value;
        rest = text_slice(rest, (struct span){place.taken, rest.size});
    }
    return found;
}

size_t json_line(struct text json, size_t offset) {
    size_t line = 1;
    for (size_t i = 0; i < offset && i < json.size; i++)
        line += json.data[i] == '\n';
    return line;
}
