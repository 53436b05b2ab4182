/* Loads the tile map: see province_tiles.h. Before: province_tiles.tsv. After: layout. */
#include <config.h>

#include "tables/province_tiles.h"

#include <stdlib.h>

#include "base/ascii.h"
#include "base/translate.h"
#include "tables/regions.h"
#include "tables/tsv.h"

#define ROWS_MOST 20 /* of the map: tiles must stay large enough for two letters */
#define COLUMNS_MOST 20

static bool is_abbreviation(struct text text) {
    return text.size == 2 && ascii_is_upper(text.data[0]) && ascii_is_upper(text.data[1]);
}

/* What is wrong with a tile beside those before it; NULL if nothing. */
static const char *conflict(const struct province_tiles *tiles, const struct province_tile *tile) {
    for (size_t i = 0; i < tiles->count; i++) {
        const struct province_tile *other = &tiles->at[i];
        if (text_equal(other->code, tile->code))
            return _("the province has a tile already");
        if (other->row == tile->row && other->column == tile->column)
            return _("another province stands on this tile");
        if (text_equal(other->abbreviation, tile->abbreviation))
            return _("another province has this abbreviation");
    }
    return NULL;
}

static bool read_tile(const struct tsv *table, size_t row, const struct regions *regions,
                      struct province_tiles *tiles, struct error *error) {
    struct text code = tsv_cell(table, row, tsv_column(table, "code"));
    const struct region *region = regions_find(regions, code);
    int32_t y = tsv_number(table, row, tsv_column(table, "row"), -1);
    int32_t x = tsv_number(table, row, tsv_column(table, "column"), -1);
    struct province_tile tile = {.abbreviation =
                                     tsv_cell(table, row, tsv_column(table, "abbreviation"))};
    if (!region || region->type != REGION_PROVINCE || !text_equal(region->code, code))
        return tsv_row_error(table, row, error, "the code is no province's");
    if (y < 0 || y >= ROWS_MOST || x < 0 || x >= COLUMNS_MOST)
        return tsv_row_error(table, row, error, "row and column are numbers from 0 to 19");
    if (!is_abbreviation(tile.abbreviation))
        return tsv_row_error(table, row, error, "the abbreviation is not two capital letters");
    tile.code = region->code;
    tile.name = region->name;
    tile.row = (unsigned)y;
    tile.column = (unsigned)x;
    const char *wrong = conflict(tiles, &tile);
    if (wrong)
        return tsv_row_error(table, row, error, "%s", wrong);
    tiles->at[tiles->count++] = tile;
    tiles->rows = tile.row + 1 > tiles->rows ? tile.row + 1 : tiles->rows;
    tiles->columns = tile.column + 1 > tiles->columns ? tile.column + 1 : tiles->columns;
    return true;
}

static size_t count_provinces(const struct regions *regions) {
    size_t count = 0;
    for (size_t i = 0; i < regions_count(regions); i++)
        count += regions_get(regions, i)->type == REGION_PROVINCE;
    return count;
}

static int by_code(const void *a, const void *b) {
    const struct province_tile *left = a, *right = b;
    return text_compare(left->code, right->code);
}

const struct province_tiles *province_tiles_load(const char *folder, const struct regions *regions,
                                                 struct arena *arena, struct error *error) {
    static const char *const wanted[] = {"code", "row", "column", "abbreviation", NULL};
    struct tsv table;
    if (!tsv_read(folder, "province_tiles.tsv", wanted, arena, &table, error))
        return NULL;
    struct province_tiles *tiles = arena_alloc(arena, sizeof *tiles);
    *tiles =
        (struct province_tiles){.at = arena_alloc_array(arena, table.row_count, sizeof *tiles->at)};
    for (size_t row = 0; row < table.row_count; row++)
        if (!read_tile(&table, row, regions, tiles, error))
            return NULL;
    if (tiles->count < count_provinces(regions) || tiles->count == 0) {
        error_set(error, EXIT_CONFIG, "a province has no tile");
        error_at(error, table.path, 0);
        return NULL;
    }
    qsort(tiles->at, tiles->count, sizeof *tiles->at, by_code);
    return tiles;
}
