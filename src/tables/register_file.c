/* One file of the register, and its cells: see register_parts.h. Before: TSV. After: acts,
 * relations and years. */
#include <config.h>

#include <stdarg.h>
#include <stdio.h>

#include "base/ascii.h"
#include "base/decimal.h"
#include "base/nearest.h"
#include "base/translate.h"
#include "tables/register_parts.h"
#include "tables/regulation_types.h"

/* The columns that a kind of file may have; those of `wanted` it must. */
struct columns {
    const char *const *wanted, *const *other;
};

static const char *const act_wanted[] = {"type", "number", "year", NULL};
static const char *const act_other[] = {
    "title",  "title_mark",  "in_force_from", "ended_on", "status", "mark",
    "issuer", "replaced_by", "source",        "note",     NULL};
static const char *const relation_wanted[] = {"type",    "number",    "year",    "relation",
                                              "by_type", "by_number", "by_year", NULL};
static const char *const relation_other[] = {"from", "mark", "note", "source", NULL};
static const char *const year_wanted[] = {"type", "year", "last_number", "source", NULL};
static const char *const year_other[] = {"complete", "note", NULL};

static const struct columns columns_of[] = {
    [FILE_OF_ACTS] = {act_wanted, act_other},
    [FILE_OF_RELATIONS] = {relation_wanted, relation_other},
    [FILE_OF_YEARS] = {year_wanted, year_other},
};

/* Also where the column that tells the kind is misspelt and another of its own is not. */
static enum register_file_kind kind_of(const struct tsv *table) {
    if (tsv_has(table, "relation") || tsv_has(table, "by_type") || tsv_has(table, "by_number"))
        return FILE_OF_RELATIONS;
    return tsv_has(table, "last_number") ? FILE_OF_YEARS : FILE_OF_ACTS;
}

/* The columns that a file of this kind may have and `table` has not. */
static void list_absent(const struct tsv *table, const struct columns *columns,
                        const char *names[TSV_COLUMNS + 1]) {
    const char *const *const lists[] = {columns->wanted, columns->other};
    size_t count = 0;
    for (size_t i = 0; i < 2; i++)
        for (const char *const *name = lists[i]; *name; name++)
            if (!tsv_has(table, *name))
                names[count++] = *name;
    names[count] = NULL;
}

/* A column that nobody knows is a misspelt one, whose cells would be lost. False if the rows cannot
 * be read, for a column is missing that must be there. */
static bool check_columns(struct register_loading *loading, const struct register_file *file) {
    const struct tsv *table = &file->table;
    const struct columns *columns = &columns_of[file->kind];
    const char *absent[TSV_COLUMNS + 1];
    char meant[NEAREST_SIZE];
    bool whole = true;
    list_absent(table, columns, absent);
    for (const char *const *name = columns->wanted; *name; name++)
        if (!tsv_has(table, *name))
            whole = faults_add(loading->faults, table->path, table->columns_line,
                               "column \"%s\" is missing", *name);
    for (size_t i = 0; i < table->column_count; i++)
        if (!text_among(table->columns[i], columns->wanted) &&
            !text_among(table->columns[i], columns->other))
            faults_add(loading->faults, table->path, table->columns_line,
                       "unknown column \"%.*s\"%s", (int)table->columns[i].size,
                       table->columns[i].data, nearest_say(meant, table->columns[i], absent, true));
    return whole;
}

bool register_file_open(struct register_loading *loading, const char *path,
                        struct register_file *out) {
    static const char *const none[] = {NULL};
    bool ok = tsv_open(path, none, loading->arena, &out->table, loading->faults);
    out->kind = kind_of(&out->table);
    ok = ok && check_columns(loading, out);
    if (!ok)
        out->table.row_count = 0;
    return ok;
}

bool register_fault(struct register_loading *loading, struct register_row row, const char *format,
                    ...) {
    va_list arguments;
    va_start(arguments, format);
    faults_add_list(loading->faults, loading->files[row.file].table.path, row.line, format,
                    arguments);
    va_end(arguments);
    return false;
}

struct text register_number_plain(struct text number) {
    while (number.size > 1 && number.data[0] == '0')
        number = (struct text){number.data + 1, number.size - 1};
    return number;
}

/* Letters, digits and what stands between them in office numbers. */
static bool is_number(struct text number) {
    bool some = false;
    for (size_t i = 0; i < number.size; i++) {
        char c = number.data[i];
        bool alphanumeric = ascii_is_alphanumeric(c);
        if (!alphanumeric && !strchr("./-_&()", c))
            return false;
        some = some || alphanumeric;
    }
    return some;
}

/* The type that was meant, and those that every file may have: ministers' are made of these. */
static bool tell_type(struct register_loading *loading, struct register_row at, struct text type) {
    static const char *const common[] = {"UU",          "Perppu", "PP",     "Perpres", "Keppres",
                                         "Inpres",      "Perda",  "Pergub", "Perbup",  "Perwali",
                                         "Permendagri", "PKPU",   "Perban", "SE",      "SK",
                                         "SKB",         NULL};
    struct text near = regulation_types_nearest(loading->types, type);
    char list[NEAREST_SIZE]; /* "; known are ...", of which the mark is left out behind another */
    char meant[NEAREST_SIZE] = "";
    if (near.size)
        snprintf(meant, sizeof meant, _("; is '%.*s' meant?"), (int)near.size, near.data);
    return register_fault(loading, at,
                          "unknown type '%.*s'%s%s, among others (regulation_types.tsv)",
                          (int)(type.size < 80 ? type.size : 80), type.data, meant,
                          nearest_say(list, TEXT(""), common, true) + (near.size > 0));
}

bool register_type_check(struct register_loading *loading, struct register_row at,
                         struct text type) {
    if (!loading->types || text_equal(type, loading->known_type))
        return true;
    bool judgment = text_is(type, "Putusan MK"); /* no act, but it may end one */
    if (!judgment && !regulation_types_know(loading->types, type))
        return tell_type(loading, at, type);
    loading->known_type = type;
    return true;
}

/* Checks what identifies an act, and takes leading zeros off its number. */
static bool check_name(struct register_loading *loading, struct register_row at, struct text number,
                       struct text year, struct register_name *name) {
    bool ok = register_type_check(loading, at, name->type);
    if (name->year < REGISTER_YEAR_FIRST || name->year > REGISTER_YEAR_LAST)
        ok = register_fault(loading, at, "'%.*s' is no year such as 2021", (int)year.size,
                            year.data);
    if (!is_number(number))
        ok = register_fault(loading, at,
                            "'%.*s' is no number of a regulation such as 94 or 800/3871",
                            (int)number.size, number.data);
    name->number = register_number_plain(number);
    return ok;
}

bool register_name_read(struct register_loading *loading, struct register_row at,
                        const struct tsv *table, size_t row, const size_t columns[3],
                        struct register_name *out) {
    struct text year = tsv_cell(table, row, columns[2]);
    out->type = tsv_cell(table, row, columns[0]);
    out->year = tsv_number(table, row, columns[2], 0);
    return check_name(loading, at, tsv_cell(table, row, columns[1]), year, out);
}

bool register_name_parse(struct register_loading *loading, struct register_row at,
                         struct text words, struct register_name *out) {
    size_t slash = words.size, space;
    while (slash > 0 && words.data[slash - 1] != '/')
        slash--;
    for (space = slash; space > 0 && words.data[space - 1] != ' '; space--)
        ;
    if (slash == 0 || space == 0)
        return register_fault(loading, at, "'%.*s' names no act; write it as UU 20/2023",
                              (int)words.size, words.data);
    struct text year = {words.data + slash, words.size - slash};
    out->type = text_slice(words, (struct span){0, space - 1});
    out->year = decimal_read(year);
    return check_name(loading, at, text_slice(words, (struct span){space, slash - 1}), year, out);
}

bool register_date_read(struct register_loading *loading, struct register_row at,
                        const char *column, struct text cell, struct date *out) {
    *out = date_parse_iso(cell);
    return date_is_set(*out) || cell.size == 0 || text_is(cell, "-") ||
           register_fault(loading, at, "%s wants a date such as 2021-08-31, not '%.*s'", column,
                          (int)cell.size, cell.data);
}
