/* The tile map: squares of one size, shaded by class, with a legend below. Read without colours:
 * each shade is darker than the one before, and each tile bears its abbreviation. Before:
 * compose_map.c. Below paginate.c. */
#include <config.h>

#include "layout/tile_map.h"

#include "layout/pager.h"

#define PAPER 0xFFFFFF
#define BLACK 0x000000
#define TILE_GAP 900     /* between tiles, millipoints; the outline lies in it */
#define FRAME_INSIDE 300 /* how far the outline goes into its tile */
#define FRAME_LIGHT 500  /* paper between it and the tile's ground */
#define MARK_PADS 1200   /* beside a tile's abbreviation, both sides together */
#define LEGEND_DROP 5000 /* from the tiles to the legend */
#define SWATCH 7000      /* side of a legend's square */
#define SWATCH_GAP 3000  /* from the square to its words */
#define LEGEND_GAP 8000  /* from there to the next square */
#define SWATCH_LINE 400  /* around the square of the lightest shade, which paper would swallow */

static uint32_t channel(uint32_t colour, unsigned shift) { return colour >> shift & 0xFF; }

/* `part` of `whole` of the dark colour, the rest of the light one. */
static uint32_t mix(uint32_t light, uint32_t dark, unsigned part, unsigned whole) {
    uint32_t out = 0;
    for (unsigned shift = 0; shift < 24; shift += 8)
        out |= (channel(light, shift) * (whole - part) + channel(dark, shift) * part) / whole
               << shift;
    return out;
}

uint32_t map_shade(const uint32_t *colours, unsigned number, unsigned count) {
    if (number == 0 || count < 2)
        return colours[COLOUR_TINT];
    return mix(PAPER, colours[COLOUR_ACCENT], number, count - 1);
}

uint32_t map_luminance(uint32_t colour) {
    static const uint32_t weights[] = {722, 7152, 2126}; /* of blue, green, red, in ten thousand */
    uint64_t sum = 0;
    for (unsigned i = 0; i < 3; i++) {
        uint64_t value = channel(colour, i * 8), square = value * value * 255;
        sum += weights[i] * (square + value * value * value) / 2;
    }
    return (uint32_t)(sum * 100 / (255 * 255 * 255));
}

uint32_t map_ink(uint32_t ground) {
    const uint64_t veil = 50000; /* light that any surface throws back */
    uint64_t here = map_luminance(ground) + veil, paper = map_luminance(PAPER) + veil;
    return paper * veil > here * here ? PAPER : BLACK; /* paper/here against here/black */
}

/* From one tile to the next; a gap stays free at both edges, for outlines. */
static mpt pitch(const struct map *map, struct frame frame) {
    return map->columns ? (frame.width - TILE_GAP) / (mpt)map->columns : 0;
}

static mpt legend_leading(const struct pager *pager, const struct map *map) {
    mpt words = pager->template->styles[map->classes[0].style].leading;
    return words > SWATCH + 2 * SWATCH_LINE ? words : SWATCH + 2 * SWATCH_LINE;
}

/* Where the entry of the legend stands that begins at *x or, where it would not fit, on the next
 * line; moves *x behind it. Returns its left edge. */
static mpt legend_place(struct pager *pager, const struct paragraph *words, struct frame frame,
                        mpt *x, mpt *y, mpt leading) {
    struct lines lines = pager_lines(pager, words, frame.width, ALIGN_LEFT);
    mpt width = SWATCH + SWATCH_GAP + (lines.count ? lines.at[0].width : 0);
    if (*x > 0 && *x + width > frame.width) {
        *x = 0;
        *y += leading;
    }
    mpt left = *x;
    *x += width + LEGEND_GAP;
    return left;
}

mpt map_height(struct pager *pager, const struct block *block) {
    const struct map *map = &block->of.map;
    struct frame frame = pager_frame(pager, block->flow);
    mpt height = (mpt)map->rows * pitch(map, frame) - TILE_GAP, x = 0, y = 0;
    if (map->class_count == 0)
        return height;
    mpt leading = legend_leading(pager, map);
    for (unsigned i = 0; i < map->class_count; i++)
        legend_place(pager, &map->classes[i], frame, &x, &y, leading);
    return height + LEGEND_DROP + y + leading;
}

/* A filled square whose edges lie `width` outside those of the square given. */
static void put_frame(struct pager *pager, size_t page, mpt x, mpt y, mpt side, uint32_t colour,
                      mpt width) {
    put_rule(pager, page,
             (struct item_rule){x - width, y - width, side + 2 * width, side + 2 * width, colour});
}

static void put_mark(struct pager *pager, size_t page, const struct map_tile *tile,
                     const struct item_rule *ground) {
    const struct style_values *style = &pager->template->styles[STYLE_MAP_LABEL];
    mpt width =
        pager->measure->width(pager->measure->context, style->face, style->size, tile->mark);
    mpt size = style->size, room = ground->width - MARK_PADS;
    if (width > room) { /* smaller than the style says rather than over the neighbours */
        size = (mpt)((int64_t)size * room / width);
        width = room;
    }
    mpt rise = size * 7 / 10; /* height of its capitals */
    put_text(pager, page, ROLE_ARTIFACT, 0,
             (struct item_text){.x = ground->x + (ground->width - width) / 2,
                                .baseline = ground->y + (ground->height + rise) / 2,
                                .face = style->face,
                                .size = size,
                                .colour = map_ink(ground->colour),
                                .width = width,
                                .text = tile->mark});
}

static void put_tile(struct pager *pager, size_t page, const struct map *map,
                     const struct map_tile *tile, struct frame frame, mpt top) {
    const uint32_t *colours = pager->template->colours;
    mpt step = pitch(map, frame), side = step - TILE_GAP;
    struct item_rule ground = {frame.x + TILE_GAP + (mpt)tile->column * step,
                               top + (mpt)tile->row * step, side, side,
                               map_shade(colours, tile->shade, map->class_count)};
    if (tile->outlined) { /* with paper between, so that it shows around the darkest shade, too */
        const mpt inside = FRAME_INSIDE + FRAME_LIGHT;
        put_frame(pager, page, ground.x, ground.y, side, colours[COLOUR_INK], TILE_GAP);
        put_frame(pager, page, ground.x, ground.y, side, PAPER, -FRAME_INSIDE);
        ground = (struct item_rule){ground.x + inside, ground.y + inside, side - 2 * inside,
                                    side - 2 * inside, ground.colour};
    }
    put_rule(pager, page, ground);
    put_mark(pager, page, tile, &ground);
    if (tile->anchor != NO_ANCHOR)
        put_link(pager, page, ROLE_ARTIFACT, 0,
                 (struct item_link){ground.x, ground.y, side, side, tile->anchor, {NULL, 0}});
}

static void put_legend(struct pager *pager, size_t page, const struct map *map, struct frame frame,
                       mpt top) {
    const uint32_t *colours = pager->template->colours;
    mpt leading = legend_leading(pager, map), x = 0, y = top;
    for (unsigned i = 0; i < map->class_count; i++) {
        const struct paragraph *words = &map->classes[i];
        mpt left = frame.x + legend_place(pager, words, frame, &x, &y, leading);
        mpt high = y + (leading - SWATCH) / 2;
        if (i == 0)
            put_frame(pager, page, left, high, SWATCH, colours[COLOUR_LINE], SWATCH_LINE);
        put_rule(pager, page,
                 (struct item_rule){left, high, SWATCH, SWATCH,
                                    map_shade(colours, i, map->class_count)});
        struct lines lines = pager_lines(pager, words, frame.width, ALIGN_LEFT);
        struct frame beside = {left + SWATCH + SWATCH_GAP, frame.width};
        if (lines.count)
            put_line(pager, page, words, &lines.at[0], beside, y, ALIGN_LEFT, ROLE_P,
                     pager_element(pager));
    }
}

void place_map(struct pager *pager, const struct block *block, mpt keep) {
    const struct style_values *style = &pager->template->styles[block->text.style];
    const struct map *map = &block->of.map;
    struct frame frame = pager_frame(pager, block->flow);
    struct cursor cursor = pager_cursor(pager, block->flow);
    mpt height = map_height(pager, block);
    pager_begin(pager, &cursor, style->before, keep > height ? keep : height);
    figure_begin(pager, cursor.page,
                 (struct item_figure){frame.x, cursor.y, frame.width, height, block->alt});
    for (int outlined = 0; outlined < 2; outlined++) /* last: its frame lies on its neighbours */
        for (size_t i = 0; i < map->count; i++)
            if (map->at[i].outlined == (outlined == 1))
                put_tile(pager, cursor.page, map, &map->at[i], frame, cursor.y);
    if (map->class_count)
        put_legend(pager, cursor.page, map, frame,
                   cursor.y + (mpt)map->rows * pitch(map, frame) - TILE_GAP + LEGEND_DROP);
    figure_end(pager);
    cursor.y += height;
    cursor.fresh = false;
    cursor.after = style->after;
    pager_advance(pager, block->flow, cursor);
}
