/* Offices: see offices.h. Before: three tables. After: the recogniser of people. */
#include <config.h>

#include "tables/offices.h"

#include "base/ascii.h"
#include "tables/tsv.h"

struct offices {
    uint8_t *positions;    /* enum position_kind by row */
    uint8_t *institutions; /* enum institution_kind by row */
    struct honorific *honorifics;
};

static const char *const POSITION_KINDS[] = {"post",   "local",  "head", "person",
                                             "prefix", "acting", NULL};
static const char *const INSTITUTION_KINDS[] = {"office", "speaks", "whole", "status", NULL};
static const char *const HONORIFIC_KINDS[] = {"religious", "academic", "courtesy",
                                              "rank",      "woman",    NULL};

/* The number of `name` in a list that NULL ends, or the list's length. */
static size_t number_in(const char *const *names, struct text name) {
    size_t i = 0;
    while (names[i] && !text_is(name, names[i]))
        i++;
    return i;
}

/* A table with columns `forms` and `kind`: its forms go to the lexicon, its kinds to *kinds. */
static bool load_kinds(const char *folder, const char *file, const char *const *names,
                       enum lexeme_class class, struct arena *arena, struct lexicon *lexicon,
                       uint8_t **kinds, struct error *error) {
    static const char *const wanted[] = {"forms", "kind", "example", NULL};
    struct tsv table;
    if (!tsv_read(folder, file, wanted, arena, &table, error))
        return false;
    size_t forms_column = tsv_column(&table, "forms");
    size_t kind_column = tsv_column(&table, "kind");
    *kinds = arena_alloc_array(arena, table.row_count + 1, sizeof **kinds);
    for (size_t row = 0; row < table.row_count; row++) {
        size_t kind = number_in(names, tsv_cell(&table, row, kind_column));
        if (!names[kind])
            return tsv_row_error(&table, row, error, "unknown kind");
        (*kinds)[row] = (uint8_t)kind;
        struct text rest = tsv_cell(&table, row, forms_column);
        struct text form;
        while (tsv_next_form(&rest, &form))
            if (!lexicon_add(lexicon, form, class, (uint32_t)row, LEXEME_ANY_CASE))
                return tsv_row_error(&table, row, error, "a form is there twice");
    }
    return true;
}

/* Adds "MKes" for "M.Kes": many write degrees without their full stops. Not "SH" for "S.H.", which
 * may stand for anything: those have rows of their own. */
static void add_joined(struct lexicon *lexicon, struct text form, uint32_t row,
                       struct arena *arena) {
    char *joined = arena_alloc(arena, form.size + 1);
    size_t size = 0;
    bool lower = false;
    for (size_t i = 0; i < form.size; i++) {
        lower = lower || ascii_is_lower(form.data[i]);
        if (form.data[i] != '.' && form.data[i] != ' ')
            joined[size++] = form.data[i];
    }
    if (lower && size > 2 && size < form.size && ascii_is_upper(joined[0]) &&
        ascii_is_upper(joined[1]))
        lexicon_add(lexicon, (struct text){joined, size}, LEXEME_HONORIFIC, row, LEXEME_ANY_CASE);
}

static bool load_honorifics(const char *folder, struct arena *arena, struct lexicon *lexicon,
                            struct offices *offices, struct error *error) {
    static const char *const wanted[] = {"form", "place", "kind", "example", NULL};
    struct tsv table;
    if (!tsv_read(folder, "honorifics.tsv", wanted, arena, &table, error))
        return false;
    offices->honorifics =
        arena_alloc_array(arena, table.row_count + 1, sizeof *offices->honorifics);
    for (size_t row = 0; row < table.row_count; row++) {
        size_t kind = number_in(HONORIFIC_KINDS, tsv_cell(&table, row, tsv_column(&table, "kind")));
        struct text place = tsv_cell(&table, row, tsv_column(&table, "place"));
        if (!HONORIFIC_KINDS[kind] || (!text_is(place, "before") && !text_is(place, "after")))
            return tsv_row_error(&table, row, error, "unknown kind or place");
        offices->honorifics[row] =
            (struct honorific){text_is(place, "after"), (enum honorific_kind)kind};
        struct text form = tsv_cell(&table, row, tsv_column(&table, "form"));
        lexicon_add(lexicon, form, LEXEME_HONORIFIC, (uint32_t)row, LEXEME_ANY_CASE);
        if (offices->honorifics[row].after)
            add_joined(lexicon, form, (uint32_t)row, arena);
    }
    return true;
}

const struct offices *offices_load(const char *folder, struct arena *arena, struct lexicon *lexicon,
                                   struct error *error) {
    struct offices *offices = arena_alloc(arena, sizeof *offices);
    if (!load_kinds(folder, "positions.tsv", POSITION_KINDS, LEXEME_POSITION, arena, lexicon,
                    &offices->positions, error) ||
        !load_kinds(folder, "institutions.tsv", INSTITUTION_KINDS, LEXEME_INSTITUTION, arena,
                    lexicon, &offices->institutions, error) ||
        !load_honorifics(folder, arena, lexicon, offices, error))
        return NULL;
    return offices;
}

enum position_kind offices_position(const struct offices *offices, uint32_t row) {
    return (enum position_kind)offices->positions[row];
}

enum institution_kind offices_institution(const struct offices *offices, uint32_t row) {
    return (enum institution_kind)offices->institutions[row];
}

struct honorific offices_honorific(const struct offices *offices, uint32_t row) {
    return offices->honorifics[row];
}
