/* Shades of a map's classes, and what stands readable on them.
 *
 * Before: the colours of a template. After: tile_map.c draws with them. */
#ifndef TAKLIMAT_LAYOUT_TILE_MAP_H
#define TAKLIMAT_LAYOUT_TILE_MAP_H

#include "layout/template.h"

#define MAP_CLASSES 5 /* at most: more shades the eye does not tell apart on paper */

/* The shade of class `number` of `count`: the tint for the first, which stands for none, then
 * darker up to the accent. */
uint32_t map_shade(const uint32_t *colours, unsigned number, unsigned count);

/* White or black, whichever contrasts more with the ground: 4.5 to 1 at least, whatever it is. */
uint32_t map_ink(uint32_t ground);

/* How light a colour is to the eye, from 0 to 1000000 (relative luminance, after WCAG 2; the power
 * of 2.4 is taken between 2 and 3, half of each). */
uint32_t map_luminance(uint32_t colour);

#endif
