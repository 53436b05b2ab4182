/* Reading an object of a template: see fields.h. Below template.c, above base/json_read. */
#include <config.h>

#include "layout/fields.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "base/json_locate.h"
#include "base/nearest.h"
#include "base/translate.h"
#include "layout/measure.h"

#define LOCATED_MOST 100 /* faults whose lines are looked for: each look goes through the file */

bool fields_wrong(const struct field_reader *reader, const char *path, const char *name,
                  const char *format, ...) {
    char place[2 * PATH_SIZE], what[300];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(what, sizeof what, translate(format), arguments);
    va_end(arguments);
    snprintf(place, sizeof place, "%s%s%s", path, *path && *name ? "." : "", name);
    size_t line = reader->faults->count < LOCATED_MOST
                      ? text_line(reader->json, json_locate(reader->json, place))
                      : 0;
    return faults_add(reader->faults, reader->file, line, "%s: %s", place, what);
}

static bool wrong(const struct field_reader *reader, const char *path, const char *name,
                  const char *what) {
    return fields_wrong(reader, path, name, "%s", translate(what));
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
    char known[NEAREST_SIZE];
    if (index < 0)
        return fields_wrong(reader, path, field->name, "is a word that nobody knows%s",
                            nearest_say(known, json_get_text(value), field->words, true));
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
        return wrong(reader, path, field->name, N_("must be a number from 0 to 10000"));
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
            return wrong(reader, path, field->name, N_("must be a string"));
        *(struct text *)slot = arena_copy(reader->arena, json_get_text(value));
        return true;
    case FIELD_INTEGER: {
        int64_t number = json_get_integer(value, -1);
        if (number < 0 || number > 1000)
            return wrong(reader, path, field->name, N_("must be a whole number from 0 to 1000"));
        *(int *)slot = (int)number;
        return true;
    }
    case FIELD_MILLIMETRE:
    case FIELD_POINT:
        return read_length(reader, value, path, field, slot);
    case FIELD_BOOLEAN:
        *(bool *)slot = json_get_boolean(value, false);
        if (json_get_boolean(value, true) != *(bool *)slot)
            return wrong(reader, path, field->name, N_("must be true or false"));
        return true;
    case FIELD_COLOUR:
        return read_colour(json_get_text(value), slot) ||
               wrong(reader, path, field->name,
                     N_("must be a colour such as \"#0d4a75\", in lower case"));
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

static bool wrong_container(const struct field_reader *reader, const struct cJSON *value,
                            const char *path, const char *wanted) {
    return wrong(reader, path, "", value ? wanted : N_("is missing"));
}

/* A member that has no business there. */
static bool wrong_member(const struct field_reader *reader, const char *path, const char *name,
                         const char *const *known) {
    char meant[NEAREST_SIZE];
    return fields_wrong(reader, path, name, "is not known%s",
                        nearest_say(meant, text_of(name), known, false));
}

static bool read_member(const struct field_reader *reader, const struct cJSON *object,
                        const char *path, const struct field *field, void *target) {
    size_t times;
    const struct cJSON *value = find(object, field->name, &times);
    if (times > 1)
        return wrong(reader, path, field->name, N_("stands there twice"));
    if (times == 0)
        return field->optional || wrong(reader, path, field->name, N_("is missing"));
    return read_field(reader, value, path, field, target);
}

bool fields_read(const struct field_reader *reader, const struct cJSON *object, const char *path,
                 const struct field *fields, size_t count, void *target) {
    const char *names[FIELDS_MOST + 1] = {NULL};
    bool ok = true;
    if (!json_is_object(object))
        return wrong_container(reader, object, path, N_("must be an object"));
    for (size_t i = 0; i < count; i++) {
        names[i] = fields[i].name;
        ok = read_member(reader, object, path, &fields[i], target) && ok;
    }
    for (const struct cJSON *value = json_first(object); value; value = json_next(value))
        if (word_index(names, text_of(json_name(value))) < 0)
            ok = wrong_member(reader, path, json_name(value), names);
    return ok;
}

bool fields_known(const struct field_reader *reader, const struct cJSON *object, const char *path,
                  const char *const *names) {
    bool ok = true;
    if (!json_is_object(object))
        return wrong_container(reader, object, path, N_("must be an object"));
    for (const char *const *name = names; *name; name++) {
        size_t times;
        find(object, *name, &times);
        if (times != 1)
            ok = wrong(reader, path, *name, times ? N_("stands there twice") : N_("is missing"));
    }
    for (const struct cJSON *value = json_first(object); value; value = json_next(value))
        if (word_index(names, text_of(json_name(value))) < 0)
            ok = wrong_member(reader, path, json_name(value), names);
    return ok;
}

/* The place of an array's element, as names of members are given. */
static const char *element_name(char name[24], size_t number) {
    snprintf(name, 24, "[%zu]", number);
    return name;
}

/* The first `count` of `order` hold the index. */
static bool is_there(const int *order, size_t count, int index) {
    for (size_t i = 0; i < count; i++)
        if (order[i] == index)
            return true;
    return false;
}

bool fields_order(const struct field_reader *reader, const struct cJSON *array, const char *path,
                  const char *const *words, int *order) {
    size_t wanted = 0, count = 0, number = 0;
    char place[24], known[NEAREST_SIZE];
    bool ok = true;
    while (words[wanted])
        wanted++;
    if (!json_is_array(array))
        return wrong_container(reader, array, path, N_("must be an array"));
    for (const struct cJSON *value = json_first(array); value; value = json_next(value), number++) {
        int index = word_index(words, json_get_text(value));
        if (index < 0)
            ok = fields_wrong(reader, path, element_name(place, number), "is not known%s",
                              nearest_say(known, json_get_text(value), words, true));
        else if (is_there(order, count, index))
            ok = wrong(reader, path, element_name(place, number), N_("stands there twice"));
        else
            order[count++] = index;
    }
    for (size_t i = 0; i < wanted; i++)
        if (!is_there(order, count, (int)i))
            ok = fields_wrong(reader, path, "", "must name each of its words once: '%s' is missing",
                              words[i]);
    return ok;
}

bool fields_texts(const struct field_reader *reader, const struct cJSON *array, const char *path,
                  size_t exactly, struct text **out, size_t *count) {
    size_t capacity = 0;
    *out = NULL;
    *count = 0;
    if (!json_is_array(array))
        return wrong_container(reader, array, path, N_("must be an array"));
    for (const struct cJSON *value = json_first(array); value; value = json_next(value)) {
        if (!json_is_string(value))
            return wrong(reader, path, "", N_("must hold strings only"));
        *out = arena_grow(reader->arena, *out, *count, *count + 1, sizeof **out, &capacity);
        (*out)[(*count)++] = arena_copy(reader->arena, json_get_text(value));
    }
    if (exactly && *count != exactly)
        return wrong(reader, path, "", N_("has too few or too many elements"));
    return true;
}
