/* What the register knows to be complete: last numbers of years, and how far acts were looked
 * through for repeals. Before: register_years.tsv, register_coverage.tsv. After: register.h. */
#ifndef TAKLIMAT_TABLES_REGISTER_SERIES_H
#define TAKLIMAT_TABLES_REGISTER_SERIES_H

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"

struct register_year {
    struct text type;
    int year, last;
};

struct register_cover {
    struct text type;
    struct date until; /* no date: nothing was looked through */
};

struct register_series {
    struct register_year *years; /* as in the file: a few hundred */
    size_t year_count;
    struct register_cover *covers;
    size_t cover_count;
};

/* Fills *out, in `arena`. False with EXIT_CONFIG, file and line on failure. */
bool register_series_load(const char *folder, struct arena *arena, struct register_series *out,
                          struct error *error);

/* See register_last_number. */
int register_series_last(const struct register_series *series, struct text type, int year);

/* See register_covers. */
bool register_series_covers(const struct register_series *series, struct text type,
                            struct date day);

#endif
