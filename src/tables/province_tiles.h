/* Where the provinces stand on the tile map.
 *
 * Before: province_tiles.tsv. After: layout draws the map. */
#ifndef TAKLIMAT_TABLES_PROVINCE_TILES_H
#define TAKLIMAT_TABLES_PROVINCE_TILES_H

#include "base/arena.h"
#include "base/error.h"

struct regions; /* tables/regions.h */

struct province_tile {
    struct text code, name;   /* of the province */
    struct text abbreviation; /* two capital letters */
    unsigned row, column;     /* from the north-west, from 0 */
};

struct province_tiles {
    struct province_tile *at; /* one a province, by code */
    size_t count;
    unsigned rows, columns; /* that hold them all */
};

/* Reads province_tiles.tsv of `folder`; the result lives in the arena and borrows names from
 * `regions`. NULL and EXIT_CONFIG with file and line on a code that is no province's or is there
 * twice, a tile on another, a place outside the map, an abbreviation that is not two capital
 * letters or is there twice, and on a province without a tile. */
const struct province_tiles *province_tiles_load(const char *folder, const struct regions *regions,
                                                 struct arena *arena, struct error *error);

#endif
