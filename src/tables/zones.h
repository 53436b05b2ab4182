/* Indonesia's time zones: which day it is, where.
 *
 * Before: zones.tsv. After: intake tells the day of a moment, the command line that of today. */
#ifndef TAKLIMAT_TABLES_ZONES_H
#define TAKLIMAT_TABLES_ZONES_H

#include <stdint.h>

#include "base/arena.h"
#include "base/date.h"
#include "base/error.h"

struct regions; /* tables/regions.h */

#define ZONES_MOST 8

struct zone {
    struct text zone;      /* "WIB" */
    struct text name;      /* "Asia/Jakarta" */
    int hours;             /* ahead of Greenwich */
    struct text provinces; /* codes, ;-separated */
};

struct zones {
    struct zone at[ZONES_MOST]; /* in the table's order; the first is the default */
    size_t count;
};

/* Reads zones.tsv of `folder`; the result lives in the arena. NULL and EXIT_CONFIG with file and
 * line on a code that is no province's or stands in two zones, hours outside -12 to 14, more than
 * ZONES_MOST zones, and on a province of `regions` without a zone. */
const struct zones *zones_load(const char *folder, const struct regions *regions,
                               struct arena *arena, struct error *error);

/* The zone of this name: WITA or Asia/Makassar, in any case; NULL if there is none. */
const struct zone *zones_find(const struct zones *zones, struct text name);

/* The zone of a province or of a region in it, by its code; NULL without a code that is known. */
const struct zone *zones_of(const struct zones *zones, struct text code);

/* The day that it is in the zone, `seconds` after the beginning of 1970 in Greenwich. */
struct date zone_day(const struct zone *zone, int64_t seconds);

#endif
