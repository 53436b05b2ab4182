/* Reading a template: see template.h. The reader of single keys is fields.c; here stands which keys
 * there are. */
#include <config.h>

#include "layout/template.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/foreign.h"
#include "base/json_locate.h"
#include "base/memory.h"
#include "base/translate.h"
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
static const char *const align_names[] = {"left", "justify", "right", "centre", NULL};
static const char *const keep_names[] = {"none", "next", "together", "previous", NULL};
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
    STYLE_FIELD(balance, FIELD_BOOLEAN, true, NULL),
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

_Static_assert(COUNT(label_fields) <= FIELDS_MOST, "fields_read has room for the labels");
_Static_assert(sizeof(enum face) == sizeof(int) && sizeof(enum align) == sizeof(int) &&
                   sizeof(enum keep) == sizeof(int) && sizeof(enum section) == sizeof(int) &&
                   sizeof(enum part) == sizeof(int),
               "words are read into enums as ints");

static void read_style(const struct field_reader *reader, const struct cJSON *value,
                       const char *name, struct style_values *style) {
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "styles.%s", name);
    if (!value || !fields_read(reader, value, path, style_fields, COUNT(style_fields), style))
        return; /* it was told */
    if (style->size < 1000 || style->size > 200000 || style->leading < style->size * 9 / 10 ||
        style->leading > 400000)
        fields_wrong(
            reader, path, "",
            "size must be 1 to 200 points, leading at least nine tenths of it and at most 400");
}

static void read_styles(const struct field_reader *reader, const struct cJSON *styles,
                        struct template *template) {
    fields_known(reader, styles, "styles", style_names);
    for (size_t i = 0; i < STYLES; i++)
        read_style(reader, json_get(styles, style_names[i]), style_names[i], &template->styles[i]);
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

/* The places in braces that a pattern holds must be among `places`. A pattern that is missing was
 * told. */
static void check_places(const struct field_reader *reader, const char *path, const char *name,
                         struct text pattern, const char *places) {
    for (size_t at = 0; at < pattern.size; at++) {
        if (pattern.data[at] != '{')
            continue;
        size_t end = text_find(pattern, at, TEXT("}"));
        struct text place = text_slice(pattern, (struct span){at + 1, end});
        if (end == pattern.size || !place_known(place, places))
            fields_wrong(reader, path, name, "{%.*s} is not known, or } is missing; known: %s",
                         (int)(place.size < 40 ? place.size : 40), place.data,
                         *places ? places : _("none"));
        at = end;
    }
}

static void read_labels(const struct field_reader *reader, const struct cJSON *labels,
                        struct template *template) {
    fields_read(reader, labels, "labels", label_fields, COUNT(label_fields), template->labels);
    for (size_t i = 0; i < LABELS; i++)
        check_places(reader, "labels", label_fields[i].name, template->labels[i], label_places[i]);
}

/* The names of the twelve months. */
static void read_months(const struct field_reader *reader, const struct cJSON *names,
                        const char *path, struct text out[12]) {
    size_t count;
    struct text *months;
    if (names && fields_texts(reader, names, path, 12, &months, &count))
        memcpy(out, months, 12 * sizeof *out);
}

static void read_formats(const struct field_reader *reader, const struct cJSON *root,
                         struct template *template) {
    const struct cJSON *formats = json_get(root, "formats");
    if (formats)
        fields_read(reader, formats, "formats", format_fields, COUNT(format_fields), template);
    check_places(reader, "formats", "day", template->day, "day month year");
    check_places(reader, "formats", "short_day", template->short_day, "day month year");
    check_places(reader, "formats", "month", template->month, "month year");
    read_months(reader, json_get(root, "months"), "months", template->months);
    read_months(reader, json_get(root, "short_months"), "short_months", template->short_months);
}

static void read_ties(const struct field_reader *reader, const struct cJSON *ties,
                      struct ties *out) {
    static const char *const names[] = {"before_number", "after_number", NULL};
    if (!fields_known(reader, ties, "ties", names))
        return;
    fields_texts(reader, json_get(ties, "before_number"), "ties.before_number", 0,
                 &out->before_number, &out->before_count);
    fields_texts(reader, json_get(ties, "after_number"), "ties.after_number", 0, &out->after_number,
                 &out->after_count);
}

/* The page must leave a column in which words fit, and lines above each other. */
static const char *wrong_geometry(const struct geometry *geometry) {
    const mpt narrowest = 120000, lowest = 200000; /* about 25 characters; about 14 lines */
    int64_t text = (int64_t)geometry->width - geometry->left - geometry->right;
    if (geometry->width > 14400000 || geometry->height > 14400000) /* the largest page of PDF */
        return _("the paper is larger than a PDF page may be");
    if (text - geometry->side - geometry->gutter < narrowest || geometry->side < narrowest / 2)
        return _("the margins, gutter and side column leave no room for text on the paper's width");
    if ((int64_t)geometry->height - geometry->top - geometry->bottom < lowest)
        return _("the margins leave no room for text on the paper's height");
    if (geometry->header >= geometry->top || geometry->footer >= geometry->bottom)
        return _("header and footer must stand inside the margins");
    return NULL;
}

static void read_geometry(const struct field_reader *reader, const struct cJSON *value,
                          const struct house *house, struct geometry *out) {
    if (!fields_read(reader, value, "geometry", geometry_fields, COUNT(geometry_fields), out))
        return;
    if (house->paper) {
        out->width = house->paper->width;
        out->height = house->paper->height;
    }
    const char *wrong = wrong_geometry(out);
    if (wrong)
        fields_wrong(reader, "geometry", "", "%s", wrong);
}

/* Each style must leave room for words in its column, which is the main one but for signatures, and
 * for lines below each other. */
static void check_room(const struct field_reader *reader, const struct template *template) {
    const mpt narrowest = 60000, pads = 24000; /* beside a bar and on a tinted ground */
    const struct geometry *geometry = &template->geometry;
    mpt column =
        geometry->width - geometry->left - geometry->right - geometry->side - geometry->gutter;
    mpt page = geometry->height - geometry->top - geometry->bottom;
    for (size_t i = 0; i < STYLES; i++) {
        const struct style_values *style = &template->styles[i];
        char path[PATH_SIZE];
        snprintf(path, sizeof path, "styles.%s", style_names[i]);
        bool wide = i >= STYLE_SIGNATURE && i <= STYLE_SIGNATORY_TITLE;
        mpt width = column + (wide ? geometry->side + geometry->gutter : 0);
        if ((int64_t)style->indent + style->bar > width - narrowest - pads)
            fields_wrong(reader, path, "indent", "leaves no room for text in the %s",
                         wide ? _("type area") : _("main column"));
        if (style->leading > page / 4)
            fields_wrong(reader, path, "leading", "leaves no room for four lines on a page");
        if (style->size > column / 2)
            fields_wrong(reader, path, "size", "is more than half of the main column");
    }
}

/* Inside a paragraph of another style a run must not be higher than its lines. */
static void check_run(const struct field_reader *reader, const struct template *template,
                      enum style inner) {
    static const enum style outer[] = {STYLE_SIDE,       STYLE_HIGHLIGHT_BY, STYLE_LIST_ITEM,
                                       STYLE_TABLE_CELL, STYLE_SOURCE,       STYLE_NOTE};
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "styles.%s", style_names[inner]);
    for (size_t i = 0; i < COUNT(outer); i++)
        if (template->styles[inner].size > template->styles[outer[i]].leading) {
            fields_wrong(reader, path, "size",
                         "is more than the leading of styles.%s, in which it stands",
                         style_names[outer[i]]);
            return;
        }
}

/* A number in an indent must not be wider than it: three digits and brackets take about 2.4 times
 * their size. */
static void check_mark(const struct field_reader *reader, const struct template *template,
                       enum style mark, enum style list) {
    char path[PATH_SIZE];
    snprintf(path, sizeof path, "styles.%s", style_names[mark]);
    if ((int64_t) template->styles[mark].size * 24 > (int64_t) template->styles[list].indent * 10)
        fields_wrong(reader, path, "size", "is too large for the indent of styles.%s",
                     style_names[list]);
}

static void check_runs(const struct field_reader *reader, const struct template *template) {
    static const enum style inner[] = {STYLE_STRONG, STYLE_SOFT, STYLE_LINK, STYLE_WARNING};
    for (size_t i = 0; i < COUNT(inner); i++)
        check_run(reader, template, inner[i]);
    check_mark(reader, template, STYLE_WARNING, STYLE_LIST_ITEM);
    check_mark(reader, template, STYLE_LINK, STYLE_SOURCE);
}

/* The word that says that it is a template, and its language. */
static void read_head(const struct field_reader *reader, const struct cJSON *root,
                      struct template *template) {
    const struct cJSON *kind = json_get(root, "taklimat"), *language = json_get(root, "language");
    if (kind && !text_is(json_get_text(kind), "template/1"))
        fields_wrong(reader, "taklimat", "", "must be \"template/1\"");
    template->language = arena_copy(&template->arena, json_get_text(language));
    if (language && (template->language.size < 2 || template->language.size > 8))
        fields_wrong(reader, "language", "", "must be a language code such as \"id\"");
}

/* An accent of the office's own; what stands beside it is made of it, at the strength that the
 * installed templates have. */
static void set_accent(const struct house *house, uint32_t colours[COLOURS]) {
    if (!house->accented)
        return;
    colours[COLOUR_ACCENT] = house->accent;
    colours[COLOUR_BAR] = accent_tint(house->accent, 55);
    colours[COLOUR_TINT] = accent_tint(house->accent, 94);
}

static void read_looks(const struct field_reader *reader, const struct cJSON *root,
                       const struct house *house, struct template *template) {
    const struct cJSON *value;
    if ((value = json_get(root, "geometry")))
        read_geometry(reader, value, house, &template->geometry);
    if ((value = json_get(root, "typesetting")))
        fields_read(reader, value, "typesetting", typesetting_fields, COUNT(typesetting_fields),
                    &template->typesetting);
    if ((value = json_get(root, "colours")))
        fields_read(reader, value, "colours", colour_fields, COUNT(colour_fields),
                    template->colours);
    set_accent(house, template->colours);
    if ((value = json_get(root, "styles"))) {
        read_styles(reader, value, template);
        if (!wrong_geometry(&template->geometry))
            check_room(reader, template);
        check_runs(reader, template);
    }
}

/* Reads on after each fault, so that all are told; members that are missing are told once, by
 * fields_known. */
static bool read_template(const struct field_reader *reader, const struct cJSON *root,
                          const struct house *house, struct template *template) {
    size_t before = reader->faults->count;
    const struct cJSON *value;
    fields_known(reader, root, "", member_names);
    read_head(reader, root, template);
    read_looks(reader, root, house, template);
    if ((value = json_get(root, "sections")))
        fields_order(reader, value, "sections", section_names, (int *)template->sections);
    if ((value = json_get(root, "parts")))
        fields_order(reader, value, "parts", part_names, (int *)template->parts);
    read_formats(reader, root, template);
    if ((value = json_get(root, "ties")))
        read_ties(reader, value, &template->ties);
    if ((value = json_get(root, "labels")))
        read_labels(reader, value, template);
    return reader->faults->count == before;
}

/* Parses and reads the bytes of the file. */
static bool read_bytes(const char *path, struct text json, const struct house *house,
                       struct template *template, struct faults *faults) {
    struct error wrong = {0};
    size_t where;
    const char *other = foreign_form(json);
    if (other)
        return faults_add(faults, path, 0, "%s", other);
    struct cJSON *root = json_parse_where(json, EXIT_CONFIG, &where, &wrong);
    if (!root)
        return faults_add(faults, path, text_line(json, where), "%s", wrong.message);
    struct field_reader reader = {&template->arena, template->colours, path, json, faults};
    bool ok = read_template(&reader, root, house, template);
    json_free(root);
    return ok;
}

struct template *template_read(const char *path, const struct house *house, struct faults *faults) {
    static const struct house none;
    struct buffer bytes = {0};
    struct template *template = memory_alloc_array(1, sizeof *template);
    struct error cause = {0};
    /* one that cannot be read is a matter of set-up, not of input */
    bool ok = file_read(path, TEMPLATE_BYTES, &bytes, &cause)
                  ? read_bytes(path, buffer_view(&bytes), house ? house : &none, template, faults)
                  : faults_add(faults, path, 0, "%s", cause.message);
    buffer_free(&bytes);
    if (ok)
        return template;
    template_free(template);
    return NULL;
}

struct template *template_load(const char *path, struct error *error) {
    struct faults faults = {.first = error};
    return template_read(path, NULL, &faults);
}

void template_free(struct template *template) {
    if (!template)
        return;
    arena_free(&template->arena);
    memory_free(template);
}
