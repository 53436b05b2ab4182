/* Reading an object of a template: see fields.h. Below template.c, above base/json_read. */
#include <config.h>

#include "layout/fields.h"

#include <stdio.h>
#include <string.h>

#include "layout/measure.h"

static bool wrong(const struct field_reader *reader, const char *path, const char *name,
                  const char *what) {
    return error_set(reader->error, EXIT_CONFIG, "%s%s%s: %s", path, *path && *name ? "." : "",
                     name, what);
}

static int word_index(const char *const *words, struct text text) {
    for (int i = 0; words[i]; i++)
        if (text.data && text_is(text, words[i]))
            return i;
    return -1;
}

/* A number >= 0 in hundredths, or -1. Ten thousand is more than any paper has. */
static int read_measure(const struct cJSON *value) {
    int hundredths = json_get_hundredths(value, -1);
    return hundredths > 1000000 ? -1 : hundredths;
}

static bool read_colour(struct text text, uint32_t *out) {
    uint32_t colour = 0;
    if (text.size != 7 || text.data[0] != '#')
        return false;
    for (size_t i = 1; i < 7; i++) {
        const char *digits = "0123456789abcdef";
        const char *found = text.data[i] ? strchr(digits, text.data[i]) : NULL;
        if (!found)
            return false;
        colour = colour << 4 | (uint32_t)(found - digits);
    }
    *out = colour;
    return true;
}

/* Reads one of a fixed set of words; `what` for the message. */
static bool read_word(const struct field_reader *reader, const struct cJSON *value,
                      const char *path, const struct field *field, void *slot) {
    int index = word_index(field->words, json_get_text(value));
    if (index < 0)
        return wrong(reader, path, field->name,
                     "must be one of the words that templates/README.md lists");
    if (field->type == FIELD_PALETTE)
        *(uint32_t *)slot = reader->palette[index];
    else
        *(int *)slot = index;
    return true;
}

static bool read_length(const struct field_reader *reader, const struct cJSON *value,
                        const char *path, const struct field *field, mpt *slot) {
    int hundredths = read_measure(value);
    if (hundredths < 0)
        return wrong(reader, path, field->name, "must be a number from 0 to 10000");
    /* 1 mm = 2834.645669 mpt */
    *slot = field->type == FIELD_POINT ? hundredths * 10
                                       : (mpt)((int64_t)hundredths * 28346457 / 1000000);
    return true;
}

static bool read_field(const struct field_reader *reader, const struct cJSON *value,
                       const char *path, const struct field *field, void *target) {
    void *slot = (char *)target + field->offset;
    switch (field->type) {
    case FIELD_TEXT:
        if (!json_is_string(value))
            return wrong(reader, path, field->name, "must be a string");
        *(struct text *)slot = arena_copy(reader->arena, json_get_text(value));
        return true;
    case FIELD_INTEGER: {
        int64_t number = json_get_integer(value, -1);
        if (number < 0 || number > 1000)
            return wrong(reader, path, field->name, "must be a whole number from 0 to 1000");
        *(int *)slot = (int)number;
        return true;
    }
    case FIELD_MILLIMETRE:
    case FIELD_POINT:
        return read_length(reader, value, path, field, slot);
    case FIELD_BOOLEAN:
        *(bool *)slot = json_get_boolean(value, false);
        if (json_get_boolean(value, true) != *(bool *)slot)
            return wrong(reader, path, field->name, "must be true or false");
        return true;
    case FIELD_COLOUR:
        return read_colour(json_get_text(value), slot) ||
               wrong(reader, path, field->name,
                     "must be a colour such as \"#0d4a75\", in lower case");
    case FIELD_WORD:
    case FIELD_PALETTE:
        return read_word(reader, value, path, field, slot);
    }
    return false;
}

/* The member `name` if it is there exactly once; *count says how often it is. */
static const struct cJSON *find(const struct cJSON *object, const char *name, size_t *count) {
    const struct cJSON *found = NULL;
    *count = 0;
    for (const struct cJSON *value = json_first(object); value; value = json_next(value))
        if (strcmp(json_name(value), name) == 0) {
            found = value;
            ++*count;
        }
    return found;
}

bool fields_read(const struct field_reader *reader, const struct cJSON *object, const char *path,
                 const struct field *fields, size_t count, void *target) {
    if (!json_is_object(object))
        return wrong(reader, path, "", object ? "must be an object" : "is missing");
    for (size_t i = 0; i < count; i++) {
        size_t times;
        const struct cJSON *value = find(object, fields[i].name, &times);
        if (times > 1)
            return wrong(reader, path, fields[i].name, "stands there twice");
        if (times == 0 && !fields[i].optional)
            return wrong(reader, path, fields[i].name, "is missing");
        if (times == 1 && !read_field(reader, value, path, &fields[i], target))
            return false;
    }
    for (const struct cJSON *value = json_first(object); value; value = json_next(value)) {
        size_t i = 0;
        while (i < count && strcmp(fields[i].name, json_name(value)) != 0)
            i++;
        if (i == count)
            return wrong(reader, path, json_name(value), "is not known");
    }
    return true;
}

bool fields_known(const struct field_reader *reader, const struct cJSON *object, const char *path,
                  const char *const *names) {
    if (!json_is_object(object))
        return wrong(reader, path, "", object ? "must be an object" : "is missing");
    for (const char *const *name = names; *name; name++) {
        size_t times;
        find(object, *name, &times);
        if (times != 1)
            return wrong(reader, path, *name, times ? "stands there twice" : "is missing");
    }
    for (const struct cJSON *value = json_first(object); value; value = json_next(value))
        if (word_index(names, text_of(json_name(value))) < 0)
            return wrong(reader, path, json_name(value), "is not known");
    return true;
}

bool fields_order(const struct field_reader *reader, const struct cJSON *array, const char *path,
                  const char *const *words, int *order) {
    size_t wanted = 0, count = 0;
    while (words[wanted])
        wanted++;
    if (!json_is_array(array))
        return wrong(reader, path, "", array ? "must be an array" : "is missing");
    for (const struct cJSON *value = json_first(array); value; value = json_next(value), count++) {
        int index = word_index(words, json_get_text(value));
        char place[24];
        snprintf(place, sizeof place, "[%zu]", count);
        if (index < 0 || count == wanted)
            return wrong(reader, path, place, "is not known, or there are too many");
        for (size_t i = 0; i < count; i++)
            if (order[i] == index)
                return wrong(reader, path, place, "stands there twice");
        order[count] = index;
    }
    return count == wanted ||
           wrong(reader, path, "", "must name each of its words once: one is missing");
}

bool fields_texts(const struct field_reader *reader, const struct cJSON *array, const char *path,
                  size_t exactly, struct text **out, size_t *count) {
    size_t capacity = 0;
    *out = NULL;
    *count = 0;
    if (!json_is_array(array))
        return wrong(reader, path, "", array ? "must be an array" : "is missing");
    for (const struct cJSON *value = json_first(array); value; value = json_next(value)) {
        if (!json_is_string(value))
            return wrong(reader, path, "", "must hold strings only");
        *out = arena_grow(reader->arena, *out, *count, *count + 1, sizeof **out, &capacity);
        (*out)[(*count)++] = arena_copy(reader->arena, json_get_text(value));
    }
    if (exactly && *count != exactly)
        return wrong(reader, path, "", "has too few or too many elements");
    return true;
}
