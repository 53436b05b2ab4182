/* What the register knows to be complete: last numbers of years, and how far acts were looked
 * through for repeals. Before: files of last numbers, register_coverage.tsv. After: register.h. */
#ifndef TAKLIMAT_TABLES_REGISTER_SERIES_H
#define TAKLIMAT_TABLES_REGISTER_SERIES_H

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"

#define REGISTER_YEAR_FIRST 1800 /* colonial codes that are cited still */
#define REGISTER_YEAR_LAST 2199

struct register_year {
    struct text type;
    int year, last;
    uint32_t file, line;              /* where it stands */
    const struct register_year *next; /* another type of the year */
};

struct register_cover {
    struct text type;
    struct date until; /* no date: nothing was looked through */
};

struct register_series {
    struct register_year *years[REGISTER_YEAR_LAST - REGISTER_YEAR_FIRST + 1]; /* by year */
    struct register_cover *covers;
    size_t cover_count;
};

/* What is known of the year's last number; NULL. */
const struct register_year *register_series_find(const struct register_series *series,
                                                 struct text type, int year);

/* Reads register_coverage.tsv of `folder` into *out, in `arena`. False with EXIT_CONFIG, file and
 * line on failure. */
bool register_covers_load(const char *folder, struct arena *arena, struct register_series *out,
                          struct error *error);

/* See register_covers. */
bool register_series_covers(const struct register_series *series, struct text type,
                            struct date day);

#endif
