/* Loads the time zones: see zones.h. Before: zones.tsv. After: intake and the command line. */
#include <config.h>

#include "tables/zones.h"

#include "base/translate.h"
#include "tables/regions.h"
#include "tables/tsv.h"

#define SECONDS_AN_HOUR 3600
#define SECONDS_A_DAY 86400

const struct zone *zones_find(const struct zones *zones, struct text name) {
    for (size_t i = 0; i < zones->count; i++)
        if (text_equal_ascii_nocase(zones->at[i].zone, name) ||
            text_equal_ascii_nocase(zones->at[i].name, name))
            return &zones->at[i];
    return NULL;
}

const struct zone *zones_of(const struct zones *zones, struct text code) {
    struct text province = text_slice(code, (struct span){0, code.size < 2 ? code.size : 2});
    for (size_t i = 0; province.size && i < zones->count; i++)
        for (struct text rest = zones->at[i].provinces, one; tsv_next_form(&rest, &one);)
            if (text_equal(one, province))
                return &zones->at[i];
    return NULL;
}

struct date zone_day(const struct zone *zone, int64_t seconds) {
    seconds += (int64_t)zone->hours * SECONDS_AN_HOUR;
    int64_t days = seconds / SECONDS_A_DAY - (seconds % SECONDS_A_DAY < 0);
    return date_from_days((int32_t)days);
}

/* What is wrong with a province of the zone that is read; NULL if nothing. */
static const char *conflict(const struct zones *zones, const struct regions *regions,
                            struct text code) {
    const struct region *region = regions_find(regions, code);
    if (!region || region->type != REGION_PROVINCE || !text_equal(region->code, code))
        return _("this is no province's code");
    return zones_of(zones, code) ? _("this province has a zone already") : NULL;
}

static bool read_zone(const struct tsv *table, size_t row, const struct regions *regions,
                      struct zones *zones, struct error *error) {
    struct zone zone = {.zone = tsv_cell(table, row, tsv_column(table, "zone")),
                        .name = tsv_cell(table, row, tsv_column(table, "name")),
                        .hours = tsv_number(table, row, tsv_column(table, "hours"), -99)};
    if (zones->count == ZONES_MOST)
        return tsv_row_error(table, row, error, "more zones than %d", ZONES_MOST);
    if (zone.hours < -12 || zone.hours > 14)
        return tsv_row_error(table, row, error, "hours are a number from -12 to 14");
    struct text provinces = tsv_cell(table, row, tsv_column(table, "provinces"));
    for (struct text rest = provinces, one; tsv_next_form(&rest, &one);) {
        const char *wrong = conflict(zones, regions, one);
        if (wrong)
            return tsv_row_error(table, row, error, "%s: %.*s", wrong, (int)one.size, one.data);
    }
    zone.provinces = provinces;
    zones->at[zones->count++] = zone;
    return true;
}

const struct zones *zones_load(const char *folder, const struct regions *regions,
                               struct arena *arena, struct error *error) {
    static const char *const wanted[] = {"zone", "name", "hours", "provinces", NULL};
    struct tsv table;
    if (!tsv_read(folder, "zones.tsv", wanted, arena, &table, error))
        return NULL;
    struct zones *zones = arena_alloc(arena, sizeof *zones);
    *zones = (struct zones){.count = 0};
    for (size_t row = 0; row < table.row_count; row++)
        if (!read_zone(&table, row, regions, zones, error))
            return NULL;
    for (size_t i = 0; i < regions_count(regions); i++) {
        const struct region *region = regions_get(regions, i);
        if (region->type == REGION_PROVINCE && !zones_of(zones, region->code)) {
            error_set(error, EXIT_CONFIG, "province %.*s has no zone", (int)region->code.size,
                      region->code.data);
            error_at(error, table.path, 0);
            return NULL;
        }
    }
    return zones;
}
