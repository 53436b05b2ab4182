/* What a decision says is right: its value, taken apart and checked. See decision.h. Before:
 * decision_file.c. After: decide.c. */
#include <config.h>

#include <string.h>

#include "summary/decision.h"
#include "tables/cues.h"
#include "tables/regions.h"
#include "tables/regulation_types.h"

#define LONGEST_VALUE 20000 /* bytes */
#define LONGEST_NUMBER 60

static const char *const field_names[DECISION_FIELDS] = {"speaker",    "position", "text", "type",
                                                         "addressee",  "number",   "year", "region",
                                                         "event_date", "published"};

/* The fields that may be corrected, by kind. */
static const unsigned allowed[SUBJECT_NONE] = {
    [SUBJECT_ADVISORY] = 1U << FIELD_SPEAKER | 1U << FIELD_POSITION | 1U << FIELD_TEXT |
                         1U << FIELD_TYPE | 1U << FIELD_ADDRESSEE,
    [SUBJECT_QUOTE] = 1U << FIELD_SPEAKER | 1U << FIELD_POSITION | 1U << FIELD_TEXT,
    [SUBJECT_STATEMENT] = 1U << FIELD_SPEAKER | 1U << FIELD_POSITION | 1U << FIELD_TEXT,
    [SUBJECT_CITATION] = 1U << FIELD_TYPE | 1U << FIELD_NUMBER | 1U << FIELD_YEAR,
    [SUBJECT_REGION] = 1U << FIELD_REGION,
    [SUBJECT_DATE] = 1U << FIELD_EVENT_DATE | 1U << FIELD_PUBLISHED};

enum scope decision_scope(struct text region) {
    if (text_equal_ascii_nocase(region, TEXT("nasional")) ||
        text_equal_ascii_nocase(region, TEXT("national")))
        return SCOPE_NATIONAL;
    if (text_equal_ascii_nocase(region, TEXT("tidak diketahui")) ||
        text_equal_ascii_nocase(region, TEXT("unknown")))
        return SCOPE_UNKNOWN;
    return SCOPE_REGENCY;
}

static bool is_digits(struct text text) {
    for (size_t i = 0; i < text.size; i++)
        if (text.data[i] < '0' || text.data[i] > '9')
            return false;
    return text.size > 0;
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
            return is_instrument_type(c->tables, value) ? NULL : "a kind of regulation such as PP";
        return is_advisory_type(*value) ? NULL
                                        : "larangan, imbauan, kewajiban, sanksi or pelaporan";
    case FIELD_NUMBER:
        return value->size && value->size <= LONGEST_NUMBER ? NULL : "a number such as 94";
    case FIELD_YEAR:
        return value->size == 4 && is_digits(*value) && value->data[0] != '0'
                   ? NULL
                   : "a year such as 2021";
    case FIELD_REGION:
        return decision_scope(*value) != SCOPE_REGENCY || regions_find(c->tables->regions, *value)
                   ? NULL
                   : "a region's code or name";
    case FIELD_EVENT_DATE:
    case FIELD_PUBLISHED:
        return !value->size || date_is_set(date_parse_iso(*value)) ? NULL
                                                                   : "a date such as 2024-08-05";
    case FIELD_TEXT:
        return value->size ? NULL : "words";
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
    while (at < value.size &&
           ((value.data[at] >= 'a' && value.data[at] <= 'z') ||
            (value.data[at] >= 'A' && value.data[at] <= 'Z') || value.data[at] == '_'))
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

/* The end of the field that begins at `at`: a `;` behind which another begins, or the value's. */
static size_t field_end(struct text value, size_t at) {
    struct text name;
    while (at < value.size &&
           !(value.data[at] == ';' &&
             (text_trim(text_slice(value, (struct span){at + 1, value.size})).size == 0 ||
              field_start(value, at + 1, &name))))
        at++;
    return at;
}

static struct text take_field(struct checked *c, struct text name, struct text value,
                              struct arena *arena) {
    struct text none = {NULL, 0};
    enum decision_field field = field_of(name);
    if (field == DECISION_FIELDS || !(allowed[c->kind] >> field & 1))
        return arena_printf(arena, "'%.*s' is no field of this kind of fact that can be corrected",
                            (int)(name.size < 40 ? name.size : 40), name.data);
    if (c->decision->field[field].data)
        return arena_printf(arena, "'%s' is given twice", field_names[field]);
    c->decision->field[field] = text_trim(value);
    const char *want = wanted(c, field);
    if (want)
        return arena_printf(arena, "%s wants %s, not '%.*s'", field_names[field], want,
                            (int)(value.size < 80 ? value.size : 80), value.data);
    return none;
}

struct text decision_parse(struct decision *decision, const struct tables *tables,
                           struct arena *arena) {
    struct checked c = {decision, tables, subject_kind_of(decision->fid[0])};
    struct text value = decision->value, name;
    if (decision->verb != DECISION_CORRECT)
        return value.size ? arena_printf(arena, "'%s' takes no value; is 'correct' meant?",
                                         decision_verb_name(decision->verb))
                          : (struct text){NULL, 0};
    if (value.size > LONGEST_VALUE)
        return TEXT("the value is longer than 20,000 bytes");
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
            return alone ? TEXT("position= goes with speaker= only") : (struct text){NULL, 0};
        }
    return TEXT("'correct' wants a value such as speaker=Budi Santoso");
}
