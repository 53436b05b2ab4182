/* Reading a template: see template.h. The reader of single keys is fields.c; here stands which keys
 * there are. */
#include <config.h>

#include "layout/template.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "layout/fields.h"

#define TEMPLATE_BYTES (1 << 20)
#define COUNT(array) (sizeof(array) / sizeof *(array))
#define NAME(id, name) name,

static const char *const style_names[] = {STYLE_LIST(NAME) NULL};
static const char *const colour_names[] = {COLOUR_LIST(NAME) NULL};
static const char *const section_names[] = {SECTION_LIST(NAME) NULL};
static const char *const part_names[] = {PART_LIST(NAME) NULL};
static const char *const face_names[] = {"text-regular",    "text-bold",       "text-italic",
                                         "text-bolditalic", "sans-regular",    "sans-bold",
                                         "sans-italic",     "sans-bolditalic", NULL};
static const char *const align_names[] = {"left", "justify", "right", NULL};
static const char *const keep_names[] = {"none", "next", "together", NULL};
static const char *const member_names[] = {
    "taklimat", "language", "geometry", "typesetting",  "colours", "styles", "sections",
    "parts",    "formats",  "months",   "short_months", "ties",    "labels", NULL};

#define STYLE_FIELD(name, type, optional, words)                                                   \
    { #name, type, offsetof(struct style_values, name), optional, words }
static const struct field style_fields[] = {
    STYLE_FIELD(face, FIELD_WORD, false, face_names),
    STYLE_FIELD(size, FIELD_POINT, false, NULL),
    STYLE_FIELD(leading, FIELD_POINT, false, NULL),
    STYLE_FIELD(colour, FIELD_PALETTE, false, colour_names),
    STYLE_FIELD(before, FIELD_POINT, true, NULL),
    STYLE_FIELD(after, FIELD_POINT, true, NULL),
    STYLE_FIELD(indent, FIELD_POINT, true, NULL),
    STYLE_FIELD(rule, FIELD_POINT, true, NULL),
    STYLE_FIELD(bar, FIELD_POINT, true, NULL),
    STYLE_FIELD(align, FIELD_WORD, true, align_names),
    STYLE_FIELD(keep, FIELD_WORD, true, keep_names),
    STYLE_FIELD(tinted, FIELD_BOOLEAN, true, NULL),
    STYLE_FIELD(room, FIELD_INTEGER, true, NULL),
    STYLE_FIELD(upper, FIELD_BOOLEAN, true, NULL),
    STYLE_FIELD(hyphenate, FIELD_BOOLEAN, true, NULL),
};

#define GEOMETRY_FIELD(name)                                                                       \
    { #name, FIELD_MILLIMETRE, offsetof(struct geometry, name), false, NULL }
static const struct field geometry_fields[] = {
    GEOMETRY_FIELD(width),  GEOMETRY_FIELD(height), GEOMETRY_FIELD(top),    GEOMETRY_FIELD(right),
    GEOMETRY_FIELD(bottom), GEOMETRY_FIELD(left),   GEOMETRY_FIELD(header), GEOMETRY_FIELD(footer),
    GEOMETRY_FIELD(gutter), GEOMETRY_FIELD(side),
};

static const struct field typesetting_fields[] = {
    {"stretch", FIELD_INTEGER, offsetof(struct typesetting, stretch), false, NULL},
    {"shrink", FIELD_INTEGER, offsetof(struct typesetting, shrink), false, NULL},
};

static const struct field format_fields[] = {
    {"thousands", FIELD_TEXT, offsetof(struct template, thousands), false, NULL},
    {"day", FIELD_TEXT, offsetof(struct template, day), false, NULL},
    {"short_day", FIELD_TEXT, offsetof(struct template, short_day), false, NULL},
    {"month", FIELD_TEXT, offsetof(struct template, month), false, NULL},
};

#define COLOUR_FIELD(id, name) {name, FIELD_COLOUR, id * sizeof(uint32_t), false, NULL},
static const struct field colour_fields[] = {COLOUR_LIST(COLOUR_FIELD)};

#define LABEL_FIELD(id, name, places) {name, FIELD_TEXT, id * sizeof(struct text), false, NULL},
static const struct field label_fields[] = {LABEL_LIST(LABEL_FIELD)};

#define LABEL_PLACES(id, name, places) places,
static const char *const label_places[] = {LABEL_LIST(LABEL_PLACES)};

_Static_assert(sizeof(enum face) == sizeof(int) && sizeof(enum align) == sizeof(int) &&
                   sizeof(enum keep) == sizeof(int) && sizeof(enum section) == sizeof(int) &&
                   sizeof(enum part) == sizeof(int),
               "words are read into enums as ints");

static bool read_styles(const struct field_reader *reader, const struct cJSON *styles,
                        struct template *template) {
    if (!fields_known(reader, styles, "styles", style_names))
        return false;
    for (size_t i = 0; i < STYLES; i++) {
        struct style_values *style = &template->styles[i];
        char path[PATH_SIZE];
        snprintf(path, sizeof path, "styles.%s", style_names[i]);
        if (!fields_read(reader, json_get(styles, style_names[i]), path, style_fields,
                         COUNT(style_fields), style))
            return false;
        if (style->size < 1000 || style->size > 200000 || style->leading < style->size / 2 ||
            style->leading > 400000)
            return error_set(
                reader->error, EXIT_CONFIG,
                "%s: size must be 1 to 200 points, leading at least half of it and at most 400",
                path);
    }
    return true;
}

/* True if `place` is a word of `places`, which are separated by single spaces. */
static bool place_known(struct text place, const char *places) {
    while (*places) {
        size_t size = strcspn(places, " ");
        if (size == place.size && memcmp(places, place.data, size) == 0)
            return true;
        places += size + (places[size] == ' ');
    }
    return false;
}

/* The places in braces that a pattern holds must be among `places`. */
static bool check_places(const struct field_reader *reader, const char *path, const char *name,
                         struct text pattern, const char *places) {
    for (size_t at = 0; at < pattern.size; at++) {
        if (pattern.data[at] != '{')
            continue;
        size_t end = text_find(pattern, at, TEXT("}"));
        struct text place = text_slice(pattern, (struct span){at + 1, end});
        if (end == pattern.size || !place_known(place, places))
            return error_set(reader->error, EXIT_CONFIG,
                             "%s.%s: {%.*s} is not known, or } is missing; known: %s", path, name,
                             (int)(place.size < 40 ? place.size : 40), place.data,
                             *places ? places : "none");
        at = end;
    }
    return true;
}

static bool read_labels(const struct field_reader *reader, const struct cJSON *labels,
                        struct template *template) {
    if (!fields_read(reader, labels, "labels", label_fields, COUNT(label_fields), template->labels))
        return false;
    for (size_t i = 0; i < LABELS; i++)
        if (!check_places(reader, "labels", label_fields[i].name, template->labels[i],
                          label_places[i]))
            return false;
    return true;
}

static bool read_formats(const struct field_reader *reader, const struct cJSON *root,
                         struct template *template) {
    size_t count;
    struct text *months, *short_months;
    if (!fields_read(reader, json_get(root, "formats"), "formats", format_fields,
                     COUNT(format_fields), template) ||
        !check_places(reader, "formats", "day", template->day, "day month year") ||
        !check_places(reader, "formats", "short_day", template->short_day, "day month year") ||
        !check_places(reader, "formats", "month", template->month, "month year") ||
        !fields_texts(reader, json_get(root, "months"), "months", 12, &months, &count) ||
        !fields_texts(reader, json_get(root, "short_months"), "short_months", 12, &short_months,
                      &count))
        return false;
    memcpy(template->months, months, sizeof template->months);
    memcpy(template->short_months, short_months, sizeof template->short_months);
    return true;
}

static bool read_ties(const struct field_reader *reader, const struct cJSON *ties,
                      struct ties *out) {
    static const char *const names[] = {"before_number", "after_number", NULL};
    return fields_known(reader, ties, "ties", names) &&
           fields_texts(reader, json_get(ties, "before_number"), "ties.before_number", 0,
                        &out->before_number, &out->before_count) &&
           fields_texts(reader, json_get(ties, "after_number"), "ties.after_number", 0,
                        &out->after_number, &out->after_count);
}

/* The page must leave a column in which words fit, and lines above each other. */
static bool check_geometry(const struct field_reader *reader, const struct geometry *geometry) {
    const mpt narrowest = 120000, lowest = 200000; /* about 25 characters; about 14 lines */
    int64_t text = (int64_t)geometry->width - geometry->left - geometry->right;
    if (geometry->width > 14400000 || geometry->height > 14400000) /* the largest page of PDF */
        return error_set(reader->error, EXIT_CONFIG,
                         "geometry: the paper is larger than a PDF page may be");
    if (text - geometry->side - geometry->gutter < narrowest || geometry->side < narrowest / 2)
        return error_set(reader->error, EXIT_CONFIG,
                         "geometry: the margins, gutter and side column leave no room for text on "
                         "the paper's width");
    if ((int64_t)geometry->height - geometry->top - geometry->bottom < lowest)
        return error_set(reader->error, EXIT_CONFIG,
                         "geometry: the margins leave no room for text on the paper's height");
    if (geometry->header >= geometry->top || geometry->footer >= geometry->bottom)
        return error_set(reader->error, EXIT_CONFIG,
                         "geometry: header and footer must stand inside the margins");
    return true;
}

static bool read_template(const struct cJSON *root, struct template *template,
                          struct error *error) {
    struct field_reader reader = {&template->arena, template->colours, error};
    if (!fields_known(&reader, root, "", member_names))
        return false;
    if (!text_is(json_get_text(json_get(root, "taklimat")), "template/1"))
        return error_set(error, EXIT_CONFIG, "taklimat: must be \"template/1\"");
    template->language = arena_copy(&template->arena, json_get_text(json_get(root, "language")));
    if (template->language.size < 2 || template->language.size > 8)
        return error_set(error, EXIT_CONFIG, "language: must be a language code such as \"id\"");
    return fields_read(&reader, json_get(root, "geometry"), "geometry", geometry_fields,
                       COUNT(geometry_fields), &template->geometry) &&
           check_geometry(&reader, &template->geometry) &&
           fields_read(&reader, json_get(root, "typesetting"), "typesetting", typesetting_fields,
                       COUNT(typesetting_fields), &template->typesetting) &&
           fields_read(&reader, json_get(root, "colours"), "colours", colour_fields,
                       COUNT(colour_fields), template->colours) &&
           read_styles(&reader, json_get(root, "styles"), template) &&
           fields_order(&reader, json_get(root, "sections"), "sections", section_names,
                        (int *)template->sections) &&
           fields_order(&reader, json_get(root, "parts"), "parts", part_names,
                        (int *)template->parts) &&
           read_formats(&reader, root, template) &&
           read_ties(&reader, json_get(root, "ties"), &template->ties) &&
           read_labels(&reader, json_get(root, "labels"), template);
}

struct template *template_load(const char *path, struct error *error) {
    struct buffer bytes = {0};
    struct template *template = memory_alloc_array(1, sizeof *template);
    struct cJSON *root = NULL;
    bool done = false;
    struct error reading = {0};
    if (!file_read(
            path, TEMPLATE_BYTES, &bytes,
            &reading)) /* a template that cannot be read is a matter of set-up, not of input */
        error_set(error, EXIT_CONFIG, "%s", reading.message);
    else if ((root = json_parse(buffer_view(&bytes), EXIT_CONFIG, error)))
        done = read_template(root, template, error);
    error_at(error, path, 0);
    json_free(root);
    buffer_free(&bytes);
    if (done)
        return template;
    template_free(template);
    return NULL;
}

void template_free(struct template *template) {
    if (!template)
        return;
    arena_free(&template->arena);
    memory_free(template);
}
