/* What a decision says is right: its value, taken apart and checked. See decision.h. Before:
 * decision_file.c. After: decide.c. */
#include <config.h>

#include <string.h>

#include "base/ascii.h"
#include "base/decimal.h"
#include "base/nearest.h"
#include "base/translate.h"
#include "summary/decision.h"
#include "tables/cues.h"
#include "tables/regions.h"
#include "tables/regulation_types.h"

#define LONGEST_VALUE 20000 /* bytes */
#define LONGEST_NUMBER 60

static const char *const field_names[DECISION_FIELDS] = {
    "speaker", "position", "text",       "type",      "addressee",   "number",
    "year",    "region",   "event_date", "published", "advertorial", "off_topic"};

/* The fields that may be corrected, by kind. */
static const unsigned allowed[SUBJECT_NONE] = {
    [SUBJECT_ADVISORY] = 1U << FIELD_SPEAKER | 1U << FIELD_POSITION | 1U << FIELD_TEXT |
                         1U << FIELD_TYPE | 1U << FIELD_ADDRESSEE,
    [SUBJECT_QUOTE] = 1U << FIELD_SPEAKER | 1U << FIELD_POSITION | 1U << FIELD_TEXT,
    [SUBJECT_STATEMENT] = 1U << FIELD_SPEAKER | 1U << FIELD_POSITION | 1U << FIELD_TEXT,
    [SUBJECT_CITATION] = 1U << FIELD_TYPE | 1U << FIELD_NUMBER | 1U << FIELD_YEAR,
    [SUBJECT_REGION] = 1U << FIELD_REGION,
    [SUBJECT_DATE] = 1U << FIELD_EVENT_DATE | 1U << FIELD_PUBLISHED,
    [SUBJECT_ARTICLE] = 1U << FIELD_ADVERTORIAL | 1U << FIELD_OFF_TOPIC};

enum scope decision_scope(struct text region) {
    if (text_equal_ascii_nocase(region, TEXT("nasional")) ||
        text_equal_ascii_nocase(region, TEXT("national")))
        return SCOPE_NATIONAL;
    if (text_equal_ascii_nocase(region, TEXT("tidak diketahui")) ||
        text_equal_ascii_nocase(region, TEXT("unknown")))
        return SCOPE_UNKNOWN;
    return SCOPE_REGENCY;
}

static bool is_one_of(struct text word, const char *const *words) {
    while (*words && !text_equal_ascii_nocase(word, text_of(*words)))
        words++;
    return *words != NULL;
}

bool decision_says_yes(struct text value) {
    static const char *const words[] = {"ya", "yes", "1", NULL};
    return is_one_of(value, words);
}

static bool says_no(struct text value) {
    static const char *const words[] = {"tidak", "no", "0", NULL};
    return is_one_of(value, words);
}

/* A type that the tables have, in any case of letters; *type becomes their spelling. */
static bool is_instrument_type(const struct tables *tables, struct text *type) {
    const struct regulation_types *types = tables->regulation_types;
    for (uint32_t i = 0; i < regulation_types_count(types); i++) {
        struct text known = regulation_type_get(types, i)->type;
        if (known.size && text_equal_ascii_nocase(known, *type)) {
            *type = known;
            return true;
        }
    }
    return false;
}

static bool is_advisory_type(struct text type) {
    for (int i = 0; i < ADVISORY_TYPES; i++)
        if (text_is(type, advisory_type_name((enum advisory_type)i)))
            return true;
    return false;
}

/* What the checks below share. */
struct checked {
    struct decision *decision;
    const struct tables *tables;
    enum subject_kind kind;
};

/* What the field must be, NULL if it is that. */
static const char *wanted(const struct checked *c, enum decision_field field) {
    struct text *value = &c->decision->field[field];
    switch (field) {
    case FIELD_TYPE:
        if (c->kind == SUBJECT_CITATION)
            return is_instrument_type(c->tables, value) ? NULL
                                                        : _("a kind of regulation such as PP");
        return is_advisory_type(*value) ? NULL
                                        : _("larangan, imbauan, kewajiban, sanksi or pelaporan");
    case FIELD_NUMBER:
        return value->size && value->size <= LONGEST_NUMBER ? NULL : _("a number such as 94");
    case FIELD_YEAR:
        return value->size == 4 && decimal_is(*value) && value->data[0] != '0'
                   ? NULL
                   : _("a year such as 2021");
    case FIELD_REGION:
        return decision_scope(*value) != SCOPE_REGENCY || regions_find(c->tables->regions, *value)
                   ? NULL
                   : _("a region's code or name");
    case FIELD_EVENT_DATE:
    case FIELD_PUBLISHED:
        return !value->size || date_is_set(date_parse_iso(*value)) ? NULL
                                                                   : _("a date such as 2024-08-05");
    case FIELD_TEXT:
        return value->size ? NULL : _("words");
    case FIELD_ADVERTORIAL:
    case FIELD_OFF_TOPIC:
        return decision_says_yes(*value) || says_no(*value) ? NULL : _("ya or tidak (yes or no)");
    case FIELD_SPEAKER:
    case FIELD_POSITION:
    case FIELD_ADDRESSEE:
    case DECISION_FIELDS:
        break;
    }
    return NULL;
}

/* If a field begins at `at` ("word ="), the offset behind its `=`, and *name; else 0. */
static size_t field_start(struct text value, size_t at, struct text *name) {
    while (at < value.size && value.data[at] == ' ')
        at++;
    size_t start = at;
    while (at < value.size && (ascii_is_letter(value.data[at]) || value.data[at] == '_'))
        at++;
    *name = text_slice(value, (struct span){start, at});
    while (at < value.size && value.data[at] == ' ')
        at++;
    return name->size && at < value.size && value.data[at] == '=' ? at + 1 : 0;
}

static enum decision_field field_of(struct text name) {
    int field = 0;
    while (field < DECISION_FIELDS && !text_equal_ascii_nocase(name, text_of(field_names[field])))
        field++;
    return (enum decision_field)field;
}

/* The end of the field that begins at `at`: a `;` without a backslash before it, behind which
 * another field begins or nothing; or the value's. */
static size_t field_end(struct text value, size_t at) {
    struct text name;
    while (at < value.size &&
           !(value.data[at] == ';' && value.data[at - 1] != '\\' &&
             (text_trim(text_slice(value, (struct span){at + 1, value.size})).size == 0 ||
              field_start(value, at + 1, &name))))
        at++;
    return at;
}

/* The words with each `\;` made a `;`, in the arena where there is one. */
static struct text unescape(struct text words, struct arena *arena) {
    if (text_find(words, 0, TEXT("\\;")) == words.size)
        return words;
    char *copy = arena_alloc_uncleared(arena, words.size);
    size_t used = 0;
    for (size_t i = 0; i < words.size; i++)
        if (words.data[i] != '\\' || i + 1 == words.size || words.data[i + 1] != ';')
            copy[used++] = words.data[i];
    return (struct text){copy, used};
}

/* A field that the kind of fact does not have, with those that it has. */
static struct text tell_field(const struct checked *c, struct text name, struct arena *arena) {
    const char *fields[DECISION_FIELDS + 1];
    size_t count = 0;
    char meant[NEAREST_SIZE];
    for (size_t i = 0; i < DECISION_FIELDS; i++)
        if (allowed[c->kind] >> i & 1)
            fields[count++] = field_names[i];
    fields[count] = NULL;
    return arena_printf(arena, _("'%.*s' is no field of the kind '%s' that can be corrected%s"),
                        (int)(name.size < 40 ? name.size : 40), name.data,
                        subject_kind_name(c->kind), nearest_say(meant, name, fields, true));
}

/* "; is 'Perpres' meant?" where a kind of regulation or a region is near what was written. */
static struct text guess(const struct checked *c, enum decision_field field, struct text value,
                         struct arena *arena) {
    struct text near = {NULL, 0};
    if (field == FIELD_TYPE && c->kind == SUBJECT_CITATION)
        near = regulation_types_nearest(c->tables->regulation_types, value);
    else if (field == FIELD_REGION)
        near = regions_nearest(c->tables->regions, value);
    return near.size ? arena_printf(arena, _("; is '%s' meant?"), arena_cstring(arena, near))
                     : TEXT("");
}

static struct text take_field(struct checked *c, struct text name, struct text value,
                              struct arena *arena) {
    enum decision_field field = field_of(name);
    if (field == DECISION_FIELDS || !(allowed[c->kind] >> field & 1))
        return tell_field(c, name, arena);
    if (c->decision->field[field].data)
        return arena_printf(arena, _("'%s' is given twice"), field_names[field]);
    c->decision->field[field] = unescape(text_trim(value), arena);
    const char *want = wanted(c, field);
    if (!want)
        return (struct text){NULL, 0};
    struct text meant = guess(c, field, text_trim(value), arena);
    return arena_printf(arena, _("%s wants %s, not '%.*s'%.*s"), field_names[field], want,
                        (int)(value.size < 80 ? value.size : 80), value.data, (int)meant.size,
                        meant.data);
}

/* `correct` without a field, with an example of the kind. */
static struct text no_value(const struct checked *c) {
    static const char *const examples[SUBJECT_NONE] = {
        [SUBJECT_ADVISORY] = N_("'correct' wants a value such as speaker=Budi Santoso"),
        [SUBJECT_QUOTE] = N_("'correct' wants a value such as speaker=Budi Santoso"),
        [SUBJECT_STATEMENT] = N_("'correct' wants a value such as speaker=Budi Santoso"),
        [SUBJECT_CITATION] = N_("'correct' wants a value such as number=94; year=2021"),
        [SUBJECT_REGION] = N_("'correct' wants a value such as region=33.12"),
        [SUBJECT_DATE] = N_("'correct' wants a value such as event_date=2024-08-05"),
        [SUBJECT_ARTICLE] = N_("'correct' wants a value such as advertorial=tidak")};
    return text_of(translate(examples[c->kind]));
}

struct text decision_parse(struct decision *decision, const struct tables *tables,
                           struct arena *arena) {
    struct checked c = {decision, tables, subject_kind_of(decision->fid[0])};
    struct text value = decision->value, name;
    if (decision->verb != DECISION_CORRECT)
        return value.size ? arena_printf(arena, _("'%s' takes no value; is 'correct' meant?"),
                                         decision_verb_name(decision->verb))
                          : (struct text){NULL, 0};
    if (value.size > LONGEST_VALUE)
        return text_of(_("the value is longer than 20,000 bytes"));
    for (size_t at = 0, start; at < value.size; at++) {
        start = field_start(value, at, &name);
        if (!start)
            break;
        at = field_end(value, start);
        struct text wrong =
            take_field(&c, name, text_slice(value, (struct span){start, at}), arena);
        if (wrong.data)
            return wrong;
        if (text_trim(text_slice(value, (struct span){at + 1, value.size})).size == 0)
            at = value.size;
    }
    for (int field = 0; field < DECISION_FIELDS; field++)
        if (decision->field[field].data) {
            bool alone = field == FIELD_POSITION && !decision->field[FIELD_SPEAKER].data;
            return alone ? text_of(_("position= goes with speaker= only")) : (struct text){NULL, 0};
        }
    return no_value(&c);
}
