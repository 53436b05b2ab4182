/* The map of advisories by province, in classes that end at round numbers (map_classes.h). Before:
 * compose_figures.c. */
#include <config.h>

#include <stdlib.h>

#include "layout/compose.h"
#include "layout/map_classes.h"
#include "tables/province_tiles.h"

/* Advisories of the month in the province, whatever the edition covers. */
static size_t advisories_in(const struct composer *composer, struct text code) {
    const struct finished *finished = composer->finished;
    for (size_t i = 0; i < finished->province_count; i++)
        if (text_equal(finished->provinces[i].code, code))
            return finished->provinces[i].directive_count;
    return 0;
}

static size_t most_advisories(const struct composer *composer) {
    size_t most = 0;
    for (size_t i = 0; i < composer->finished->province_count; i++)
        if (composer->finished->provinces[i].directive_count > most)
            most = composer->finished->provinces[i].directive_count;
    return most;
}

bool map_is_there(const struct composer *composer) {
    return composer->options->tiles && most_advisories(composer) > 0;
}

/* Classes of the counts of all provinces. */
static struct map_classes make_classes(const struct composer *composer) {
    const struct finished *finished = composer->finished;
    size_t *values = arena_alloc_array(composer->arena, finished->province_count, sizeof *values);
    for (size_t i = 0; i < finished->province_count; i++)
        values[i] = finished->provinces[i].directive_count;
    return map_classes_of(values, finished->province_count);
}

/* The anchor of the province's first page in the edition, or NO_ANCHOR. */
static size_t anchor_of(const struct composer *composer, struct text code) {
    const struct edition *edition = composer->edition;
    for (size_t i = 0; edition->kind == EDITION_NATION && i < edition->province_count; i++)
        if (text_equal(edition->provinces[i].province->code, code))
            return composer->provinces[i];
    return NO_ANCHOR;
}

static void fill_tiles(struct composer *composer, struct map *map,
                       const struct map_classes *classes) {
    const struct province_tiles *tiles = composer->options->tiles;
    map->rows = tiles->rows;
    map->columns = tiles->columns;
    map->count = tiles->count;
    map->at = arena_alloc_array(composer->arena, tiles->count, sizeof *map->at);
    for (size_t i = 0; i < tiles->count; i++) {
        const struct province_tile *tile = &tiles->at[i];
        size_t value = advisories_in(composer, tile->code);
        map->at[i] =
            (struct map_tile){.mark = arena_copy(composer->arena, tile->abbreviation),
                              .row = tile->row,
                              .column = tile->column,
                              .shade = map_class(classes, value),
                              .outlined = text_equal(composer->options->region, tile->code),
                              .anchor = anchor_of(composer, tile->code)};
    }
}

/* "0", "1–3", "4–10", "11–57": the last class ends with the largest number. */
static void fill_legend(struct composer *composer, struct map *map,
                        const struct map_classes *classes) {
    map->class_count = classes->count;
    map->classes = arena_alloc_array(composer->arena, map->class_count, sizeof *map->classes);
    for (size_t i = 0; i < map->class_count; i++) {
        size_t first = i > 1 ? classes->limits[i - 2] + 1 : i,
               last = i ? classes->limits[i - 1] : 0;
        struct text words = wording_number(composer->arena, composer->template, first);
        if (last > first)
            words = arena_concat(composer->arena, words, TEXT("–"),
                                 wording_number(composer->arena, composer->template, last));
        map->classes[i].style = STYLE_CAPTION;
        paragraph_add(composer->document, &map->classes[i], STYLE_CAPTION, words);
    }
}

static int by_count(const void *a, const void *b) {
    const struct province *left = *(const struct province *const *)a;
    const struct province *right = *(const struct province *const *)b;
    if (left->directive_count != right->directive_count)
        return left->directive_count > right->directive_count ? -1 : 1;
    return text_compare(left->code, right->code);
}

/* "Bali 7, Banten 3": the provinces with advisories, most first. */
static struct text map_values(const struct composer *composer) {
    const struct finished *finished = composer->finished;
    struct text list = TEXT("");
    const struct province **ranked =
        arena_alloc_array(composer->arena, finished->province_count, sizeof *ranked);
    for (size_t i = 0; i < finished->province_count; i++)
        ranked[i] = &finished->provinces[i];
    qsort(ranked, finished->province_count, sizeof *ranked, by_count);
    for (size_t i = 0; i < finished->province_count && ranked[i]->directive_count; i++)
        list = figure_value(composer, list, ranked[i]->name, ranked[i]->directive_count);
    return list;
}

/* Advisories that no province has, and no tile shows. */
static size_t not_shown(const struct composer *composer) {
    const struct finished *finished = composer->finished;
    size_t count = 0;
    for (size_t type = 0; type < ADVISORY_TYPES; type++)
        count += finished->national.directive_count[type] + finished->unknown.directive_count[type];
    return count;
}

void compose_map(struct composer *composer) {
    struct text unit = figure_unit(composer);
    struct fill place[] = {{"unit", unit}, {"place", composer->edition->place}, {NULL, {NULL, 0}}};
    if (composer->edition->kind != EDITION_NATION)
        unit = wording_label(composer->arena, composer->template, LABEL_FIGURE_MAP_PLACE, place);
    compose_figure_head(composer, LABEL_FIGURE_MAP, unit, composer->finished->counts.stories);
    struct block *block = document_add(composer->document, BLOCK_MAP, STYLE_MAP_LABEL);
    size_t rest = not_shown(composer);
    struct map_classes classes = make_classes(composer);
    fill_tiles(composer, &block->of.map, &classes);
    fill_legend(composer, &block->of.map, &classes);
    struct fill fills[] = {{"title", composer->template->labels[LABEL_FIGURE_MAP]},
                           {"unit", unit},
                           {"values", map_values(composer)},
                           {NULL, {NULL, 0}}};
    block->alt = wording_label(composer->arena, composer->template, LABEL_FIGURE_MAP_ALT, fills);
    if (rest == 0)
        return;
    block->keep_next = true;
    document_paragraph(
        composer->document, STYLE_CAPTION,
        wording_count(composer->arena, composer->template, LABEL_FIGURE_MAP_REST, rest, NULL));
}
