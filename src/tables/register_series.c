/* What the register knows to be complete: see register_series.h. */
#include <config.h>

#include "tables/register_series.h"

#include "tables/tsv.h"

static bool bad_row(const struct tsv *table, size_t row, const char *what, struct error *error) {
    error_set(error, EXIT_CONFIG, "%s", what);
    error_at(error, table->path, table->lines[row]);
    return false;
}

int register_series_last(const struct register_series *series, struct text type, int year) {
    for (size_t i = 0; i < series->year_count; i++)
        if (series->years[i].year == year && text_equal(series->years[i].type, type))
            return series->years[i].last;
    return -1;
}

bool register_series_covers(const struct register_series *series, struct text type,
                            struct date day) {
    for (size_t i = 0; i < series->cover_count; i++)
        if (text_equal(series->covers[i].type, type))
            return date_is_set(day) && date_compare(day, series->covers[i].until) <= 0;
    return false;
}

static bool load_years(const char *folder, struct arena *arena, struct register_series *out,
                       struct error *error) {
    static const char *const wanted[] = {"type", "year", "last_number", "complete", NULL};
    struct tsv table;
    if (!tsv_read(folder, "register_years.tsv", wanted, arena, &table, error))
        return false;
    out->years = arena_alloc_array(arena, table.row_count, sizeof *out->years);
    for (size_t row = 0; row < table.row_count; row++) {
        struct register_year year = {
            tsv_cell(&table, row, tsv_column(&table, "type")),
            tsv_number(&table, row, tsv_column(&table, "year"), 0),
            tsv_number(&table, row, tsv_column(&table, "last_number"), -1),
        };
        if (year.year == 0 || year.last < 0 || register_series_last(out, year.type, year.year) >= 0)
            return bad_row(&table, row, "no number, or the year stands here twice", error);
        out->years[out->year_count++] = year;
    }
    return true;
}

static bool load_covers(const char *folder, struct arena *arena, struct register_series *out,
                        struct error *error) {
    static const char *const wanted[] = {"type", "until", NULL};
    struct tsv table;
    if (!tsv_read(folder, "register_coverage.tsv", wanted, arena, &table, error))
        return false;
    out->covers = arena_alloc_array(arena, table.row_count, sizeof *out->covers);
    for (size_t row = 0; row < table.row_count; row++)
        out->covers[out->cover_count++] = (struct register_cover){
            tsv_cell(&table, row, tsv_column(&table, "type")),
            date_parse_iso(tsv_cell(&table, row, tsv_column(&table, "until")))};
    return true;
}

bool register_series_load(const char *folder, struct arena *arena, struct register_series *out,
                          struct error *error) {
    return load_years(folder, arena, out, error) && load_covers(folder, arena, out, error);
}
