/* What the register knows to be complete: see register_series.h and register_parts.h. */
#include <config.h>

#include "tables/register_series.h"

#include "base/decimal.h"
#include "tables/register_parts.h"
#include "tables/regulation_types.h"

const struct register_year *register_series_find(const struct register_series *series,
                                                 struct text type, int year) {
    if (year < REGISTER_YEAR_FIRST || year > REGISTER_YEAR_LAST)
        return NULL;
    const struct register_year *known = series->years[year - REGISTER_YEAR_FIRST];
    while (known && !text_equal(known->type, type))
        known = known->next;
    return known;
}

bool register_series_covers(const struct register_series *series, struct text type,
                            struct date day) {
    for (size_t i = 0; i < series->cover_count; i++)
        if (text_equal(series->covers[i].type, type))
            return date_is_set(day) && date_compare(day, series->covers[i].until) <= 0;
    return false;
}

/* Adds what a row says, over what an earlier file says. */
static void add_year(struct register_loading *loading, const struct register_year *year) {
    struct register_series *series = &loading->acts->series;
    struct register_row at = {year->file, year->line};
    struct register_year *known =
        (struct register_year *)register_series_find(series, year->type, year->year);
    if (known && known->file == year->file) {
        register_fault(loading, at, "the year stands here twice, first in line %u",
                       (unsigned)known->line);
    } else if (known) {
        const struct register_year *next = known->next;
        *known = *year;
        known->next = next;
    } else {
        struct register_year **first = &series->years[year->year - REGISTER_YEAR_FIRST];
        known = arena_alloc(loading->arena, sizeof *known);
        *known = *year;
        known->next = *first;
        *first = known;
    }
}

static void read_row(struct register_loading *loading, const struct tsv *table, size_t row,
                     struct register_row at) {
    struct register_year year = {
        tsv_cell(table, row, tsv_column(table, "type")),
        tsv_number(table, row, tsv_column(table, "year"), 0),
        tsv_number(table, row, tsv_column(table, "last_number"), -1),
        at.file,
        at.line,
        NULL,
    };
    bool ok = register_type_check(loading, at, year.type);
    if (year.year < REGISTER_YEAR_FIRST || year.year > REGISTER_YEAR_LAST)
        ok = register_fault(loading, at, "year wants a year such as 2021");
    if (year.last < 0)
        ok = register_fault(loading, at, "last_number wants a number");
    if (regulation_type_is_local(year.type))
        ok = register_fault(loading, at,
                            "type %.*s has no last number: each region or office counts its own",
                            (int)year.type.size, year.type.data);
    if (tsv_cell(table, row, tsv_column(table, "source")).size == 0)
        ok = register_fault(loading, at, "a last number wants its source");
    if (ok)
        add_year(loading, &year);
}

/* An act above the last number shows that one of the two is wrong. */
static void check_numbers(struct register_loading *loading) {
    const struct legal_register *acts = loading->acts;
    for (size_t i = 0; i < acts->count; i++) {
        const struct register_entry *entry = &acts->entries[i];
        const struct register_year *year =
            register_series_find(&acts->series, entry->type, entry->year);
        if (!year || decimal_read(entry->number) <= year->last)
            continue;
        struct register_row act = loading->origins[i].row, series = {year->file, year->line};
        register_fault(loading, act.file > series.file ? act : series,
                       "%.*s %.*s/%d is above %d, the last number of that year (%s:%u)",
                       (int)entry->type.size, entry->type.data, (int)entry->number.size,
                       entry->number.data, entry->year, year->last,
                       loading->files[act.file > series.file ? series.file : act.file].table.path,
                       (unsigned)(act.file > series.file ? series.line : act.line));
    }
}

void register_years_load(struct register_loading *loading) {
    for (size_t file = 0; file < loading->file_count; file++) {
        const struct tsv *table = &loading->files[file].table;
        for (size_t row = 0; loading->files[file].kind == FILE_OF_YEARS && row < table->row_count;
             row++)
            read_row(loading, table, row,
                     (struct register_row){(uint32_t)file, (uint32_t)table->lines[row]});
    }
    check_numbers(loading);
}

bool register_covers_load(const char *folder, struct arena *arena, struct register_series *out,
                          struct error *error) {
    static const char *const wanted[] = {"type", "until", NULL};
    struct tsv table;
    if (!tsv_read(folder, "register_coverage.tsv", wanted, arena, &table, error))
        return false;
    out->covers = arena_alloc_array(arena, table.row_count, sizeof *out->covers);
    for (size_t row = 0; row < table.row_count; row++) {
        struct text until = tsv_cell(&table, row, tsv_column(&table, "until"));
        struct date day = date_parse_iso(until);
        if (!date_is_set(day) && !text_is(until, "-"))
            return tsv_row_error(&table, row, error, "until wants a date or -");
        out->covers[out->cover_count++] =
            (struct register_cover){tsv_cell(&table, row, tsv_column(&table, "type")), day};
    }
    return true;
}
