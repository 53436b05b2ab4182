/* Places in a JSON text: see json_locate.h. Below every stage. */
#include <config.h>

#include "base/json_locate.h"

#include <stdlib.h>

static size_t skip_space(struct text json, size_t at) {
    while (at < json.size && strchr(" \t\r\n", json.data[at]))
        at++;
    return at;
}

size_t json_string_end(struct text json, size_t at) {
    for (size_t start = at + 1; start < json.size;) {
        const char *mark = memchr(json.data + start, '"', json.size - start);
        size_t end = mark ? (size_t)(mark - json.data) : json.size, escapes = end;
        if (!mark)
            break;
        while (escapes > at + 1 && json.data[escapes - 1] == '\\')
            escapes--;
        start = end + 1;
        if ((end - escapes) % 2 == 0)
            return start;
    }
    return json.size;
}

size_t json_value_end(struct text json, size_t at) {
    size_t depth = 0;
    while (at < json.size) {
        char c = json.data[at];
        if (c == '"') {
            at = json_string_end(json, at);
            continue;
        }
        if (depth == 0 && (c == ',' || c == '}' || c == ']'))
            return at;
        depth += c == '{' || c == '[';
        depth -= c == '}' || c == ']';
        at++;
    }
    return json.size;
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
        size_t key = at, end = json_string_end(json, at);
        struct text name = text_slice(json, (struct span){key + 1, end > key + 1 ? end - 1 : end});
        size_t value = skip_space(json, end);
        value = skip_space(json, value < json.size ? value + 1 : value); /* the colon */
        size_t taken = part_size(path, name);
        if (taken && taken >= found.taken)
            found = (struct place){key, value, taken};
        at = skip_space(json, json_value_end(json, value));
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
        at = skip_space(json, json_value_end(json, at));
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
