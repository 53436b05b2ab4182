/* Pictures of bars, and what stands above every picture. Before: compose_front.c,
 * compose_contents.c. */
#include <config.h>

#include <stdlib.h>

#include "layout/compose.h"
#include "tables/topics.h"

#define BARS 7           /* places in the figure at most */
#define BARS_ABOVE_MAP 4 /* where a map stands below it in the same column */
#define BOX_LINES 3      /* at least so many lines of what to check stand on the front page */
#define BAR_NAME 44      /* characters of a name beside a bar */

static const struct text *labels_of(const struct composer *composer) {
    return composer->template->labels;
}

struct text figure_unit(const struct composer *composer) {
    struct fill fills[] = {{"period", composer->period}, {NULL, {NULL, 0}}};
    return wording_label(composer->arena, composer->template, LABEL_FIGURE_UNIT, fills);
}

struct text figure_value(const struct composer *composer, struct text list, struct text name,
                         size_t value) {
    struct text number = wording_number(composer->arena, composer->template, value);
    struct text item = arena_concat(composer->arena, name, TEXT(" "), number);
    return list.size ? arena_concat(composer->arena, list, TEXT(", "), item) : item;
}

void compose_figure_head(struct composer *composer, enum label title, struct text unit,
                         size_t stories) {
    struct document *document = composer->document;
    document_paragraph(document, STYLE_FIGURE_TITLE, labels_of(composer)[title]);
    struct block *block = document_paragraph(document, STYLE_FIGURE_UNIT, unit);
    paragraph_add(document, &block->text, STYLE_FIGURE_UNIT, TEXT("; "));
    paragraph_add(
        document, &block->text, STYLE_FIGURE_UNIT,
        wording_count(composer->arena, composer->template, LABEL_FIGURE_SOURCE, stories, NULL));
}

/* The head of a picture, then its empty block of bars. */
static struct block *begin_bars(struct composer *composer, enum label title) {
    compose_figure_head(composer, title, figure_unit(composer), composer->edition->figures.stories);
    return document_add(composer->document, BLOCK_BARS, STYLE_FIGURE_LABEL);
}

/* What the bars show, in words: `values` are those of its bars. */
static void end_bars(struct composer *composer, struct block *block, enum label title,
                     struct text values) {
    struct fill fills[] = {{"title", labels_of(composer)[title]},
                           {"unit", figure_unit(composer)},
                           {"values", values},
                           {NULL, {NULL, 0}}};
    block->alt = wording_label(composer->arena, composer->template, LABEL_FIGURE_BARS_ALT, fills);
}

static void fill_bar(struct composer *composer, struct block *block, struct text name, size_t value,
                     size_t anchor, struct text *values) {
    struct bar *bar = bars_add(composer->document, block);
    bar->length = value;
    paragraph_add_link(composer->document, &bar->label, STYLE_FIGURE_LABEL,
                       wording_shorten(composer->arena, name, BAR_NAME), anchor);
    paragraph_add(composer->document, &bar->value, STYLE_FIGURE_VALUE,
                  wording_number(composer->arena, composer->template, value));
    *values = figure_value(composer, *values, name, value);
}

static void compose_types(struct composer *composer) {
    const struct figures *figures = &composer->edition->figures;
    struct block *block = begin_bars(composer, LABEL_FIGURE_TYPES);
    struct text values = TEXT("");
    size_t order[ADVISORY_TYPES];
    for (size_t i = 0; i < ADVISORY_TYPES; i++) { /* longest first, insertion sort */
        size_t at = i;
        for (; at > 0 && figures->by_type[order[at - 1]] < figures->by_type[i]; at--)
            order[at] = order[at - 1];
        order[at] = i;
    }
    for (size_t i = 0; i < ADVISORY_TYPES; i++)
        fill_bar(composer, block, labels_of(composer)[heading_label((enum advisory_type)order[i])],
                 figures->by_type[order[i]], NO_LINK, &values);
    end_bars(composer, block, LABEL_FIGURE_TYPES, values);
}

static int by_value(const void *a, const void *b) {
    const struct edition_chapter *left = *(const struct edition_chapter *const *)a;
    const struct edition_chapter *right = *(const struct edition_chapter *const *)b;
    if (left->figures.directives != right->figures.directives)
        return left->figures.directives > right->figures.directives ? -1 : 1;
    return (left > right) - (left < right); /* both are in the edition's array, in its order */
}

static void compose_places(struct composer *composer, size_t most) {
    const struct edition *edition = composer->edition;
    const struct edition_chapter **ranked =
        arena_alloc_array(composer->arena, edition->chapter_count, sizeof *ranked);
    for (size_t i = 0; i < edition->chapter_count; i++)
        ranked[i] = &edition->chapters[i];
    qsort(ranked, edition->chapter_count, sizeof *ranked, by_value);
    struct block *block = begin_bars(composer, LABEL_FIGURE_REGIONS);
    struct text values = TEXT("");
    for (size_t i = 0; i < edition->chapter_count && i < most && ranked[i]->figures.directives; i++)
        fill_bar(composer, block, chapter_short_name(composer, ranked[i]->chapter),
                 ranked[i]->figures.directives, composer->chapters[ranked[i] - edition->chapters],
                 &values);
    end_bars(composer, block, LABEL_FIGURE_REGIONS, values);
}

/* The topic with the most advisories that is not told yet; TOPICS_MAX if none is left. */
static size_t next_topic(size_t counts[TOPICS_MAX]) {
    size_t best = TOPICS_MAX;
    for (size_t topic = 0; topic < TOPICS_MAX; topic++)
        if (counts[topic] && (best == TOPICS_MAX || counts[topic] > counts[best]))
            best = topic;
    return best;
}

bool compose_topics(struct composer *composer) {
    size_t counts[TOPICS_MAX] = {0};
    if (!composer->options->topics)
        return false;
    edition_topics(composer->edition, composer->options->topics, counts);
    if (next_topic(counts) == TOPICS_MAX)
        return false;
    struct block *block = begin_bars(composer, LABEL_FIGURE_TOPICS);
    struct text values = TEXT("");
    for (size_t i = 0, topic; i < BARS && (topic = next_topic(counts)) < TOPICS_MAX; i++) {
        struct text name = topics_name(composer->options->topics, topic,
                                       note_language_of(composer->template->language));
        fill_bar(composer, block, name, counts[topic], NO_LINK, &values);
        counts[topic] = 0;
    }
    end_bars(composer, block, LABEL_FIGURE_TOPICS, values);
    block->keep_next = true;
    document_paragraph(composer->document, STYLE_CAPTION,
                       labels_of(composer)[LABEL_FIGURE_TOPICS_NOTE]);
    return true;
}

/* The least height of the box of what to check, with so many lines. */
static mpt box_height(const struct composer *composer, mpt lines) {
    const struct style_values *title = &composer->template->styles[STYLE_FIGURE_TITLE],
                              *item = &composer->template->styles[STYLE_LIST_ITEM];
    return title->before + title->leading + title->after + lines * (item->leading + item->after);
}

/* Takes back the picture that was composed since the mark where it leaves no room for the box of
 * what to check. */
static void keep_if_room(struct composer *composer, const struct front_mark *mark) {
    if (front_room_left(&composer->room, FLOW_SIDE) < box_height(composer, BOX_LINES))
        front_room_back(&composer->room, mark);
}

void compose_front_figures(struct composer *composer) {
    const struct edition *edition = composer->edition;
    bool map = map_is_there(composer);
    if (edition->figures.directives == 0)
        return;
    compose_types(composer);
    struct front_mark mark = front_room_mark(&composer->room);
    if (edition->advising > 1 && !(map && edition->kind == EDITION_NATION))
        compose_places(composer, map ? BARS_ABOVE_MAP : BARS);
    keep_if_room(composer, &mark);
    mark = front_room_mark(&composer->room);
    if (map)
        compose_map(composer);
    keep_if_room(composer, &mark);
}
