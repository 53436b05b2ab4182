/* The classes of a map's values: how many shades, and where one ends.
 *
 * Before: counts by province. After: compose_map.c shades the tiles and writes the legend. */
#ifndef TAKLIMAT_LAYOUT_MAP_CLASSES_H
#define TAKLIMAT_LAYOUT_MAP_CLASSES_H

#include "layout/tile_map.h"

struct map_classes {
    size_t limits[MAP_CLASSES - 1]; /* the largest value of each class but the first, which is none;
                                       ascending; the last is the largest value */
    unsigned count;                 /* of classes, the first included: at least 2 */
};

/* Classes for `count` values, of which at least one is not 0. Counts of news are skewed: a province
 * or two have most of it, and in classes of equal width all others would share the lightest shade.
 * So classes end at round numbers (1, 2, 3, 5, 10, 20, 30, 50 ...), those of them that fill the
 * classes most evenly; of equally even ones those that end nearest above their values, then the
 * highest. */
struct map_classes map_classes_of(const size_t *values, size_t count);

/* The number of the value's class, from 0. */
unsigned map_class(const struct map_classes *classes, size_t value);

#endif
