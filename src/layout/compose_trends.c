/* Trends: the figures of up to twelve months, as columns in the cards and as small multiples. Only
 * where enough months are known; a month that is not known is a gap, and named. Before:
 * compose_front.c, compose_contents.c, compose_chapter.c. */
#include <config.h>

#include "layout/compose.h"
#include "tables/topics.h"

#define LEAST_KNOWN 3 /* earlier months, lest two points look like a trend */
#define LEAST_NEWS 3  /* of a province's, with news */
#define TOPIC_PANELS 5
#define TOPIC_NAME 30 /* characters of a topic's name above its panel */

/* Takes one number out of the figures of a month; false where that month does not tell it. */
typedef bool pick_number(const struct month_figures *month, const struct place_figures *place,
                         const void *which, size_t *value);

static bool pick_articles(const struct month_figures *month, const struct place_figures *place,
                          const void *which, size_t *value) {
    (void)month;
    (void)which;
    *value = place->articles;
    return true;
}

static bool pick_quotes(const struct month_figures *month, const struct place_figures *place,
                        const void *which, size_t *value) {
    (void)month;
    (void)which;
    *value = place->quotes;
    return true;
}

static bool pick_regulations(const struct month_figures *month, const struct place_figures *place,
                             const void *which, size_t *value) {
    (void)month;
    (void)which;
    *value = place->regulations;
    return true;
}

static bool pick_advisories(const struct month_figures *month, const struct place_figures *place,
                            const void *which, size_t *value) {
    (void)month;
    (void)which;
    *value = 0;
    for (size_t type = 0; type < ADVISORY_TYPES; type++)
        *value += place->by_type[type];
    return true;
}

static bool pick_type(const struct month_figures *month, const struct place_figures *place,
                      const void *which, size_t *value) {
    (void)month;
    *value = place->by_type[*(const enum advisory_type *)which];
    return true;
}

static bool pick_topic(const struct month_figures *month, const struct place_figures *place,
                       const void *which, size_t *value) {
    return history_topic(month, place, *(const struct text *)which, value);
}

bool trends_are_there(const struct composer *composer) {
    return history_known(composer->options->history) >= LEAST_KNOWN;
}

/* The numbers of the months before, then `now`. */
static struct series make_series(const struct composer *composer, struct text code,
                                 pick_number *pick, const void *which, size_t now) {
    const struct history *history = composer->options->history;
    struct series series = {.count = history->count + 1};
    series.at = arena_alloc_array(composer->arena, series.count, sizeof *series.at);
    for (size_t i = 0; i < history->count; i++) {
        const struct month_figures *month = history->at[i].figures;
        if (!month)
            continue;
        struct place_figures place = history_place(month, code);
        series.at[i].known = pick(month, &place, which, &series.at[i].value);
    }
    series.at[history->count].known = true;
    series.at[history->count].value = now;
    return series;
}

static size_t series_sum(const struct series *series) {
    size_t sum = 0;
    for (size_t i = 0; i < series->count; i++)
        sum += series->at[i].value;
    return sum;
}

static size_t series_most(const struct series *series) {
    size_t most = 0;
    for (size_t i = 0; i < series->count; i++)
        most = series->at[i].value > most ? series->at[i].value : most;
    return most;
}

/* "3, 4, tidak ada data, 5" */
static struct text series_words(const struct composer *composer, const struct series *series) {
    struct text words = TEXT("");
    for (size_t i = 0; i < series->count; i++) {
        struct text word = composer->template->labels[LABEL_TREND_NONE];
        if (series->at[i].known)
            word = wording_number(composer->arena, composer->template, series->at[i].value);
        words = words.size ? arena_concat(composer->arena, words, TEXT(", "), word) : word;
    }
    return words;
}

/* The months of which nothing is known. */
static struct text gap_words(const struct composer *composer) {
    const struct history *history = composer->options->history;
    struct text list = TEXT("");
    for (size_t i = 0; i < history->count; i++) {
        const struct history_month *month = &history->at[i];
        struct text name = month_words(composer, month->year, month->month);
        if (!month->figures)
            list = list.size ? arena_concat(composer->arena, list, TEXT(", "), name) : name;
    }
    return list;
}

/* What a label says of the months shown, and which of them are gaps. */
static struct text range_words(const struct composer *composer, enum label label) {
    const struct history_month *first = &composer->options->history->at[0];
    struct text gaps = gap_words(composer);
    struct fill range[] = {{"from", month_words(composer, first->year, first->month)},
                           {"until", composer->period},
                           {NULL, {NULL, 0}}};
    struct fill missing[] = {{"months", gaps}, {NULL, {NULL, 0}}};
    struct text words = wording_label(composer->arena, composer->template, label, range);
    if (gaps.size == 0)
        return words;
    return arena_concat(
        composer->arena, words, TEXT("; "),
        wording_label(composer->arena, composer->template, LABEL_TREND_GAPS, missing));
}

static struct text alt_words(const struct composer *composer, struct text title, struct text unit,
                             struct text values) {
    struct fill fills[] = {{"title", title}, {"unit", unit}, {"values", values}, {NULL, {NULL, 0}}};
    return wording_label(composer->arena, composer->template, LABEL_TREND_ALT, fills);
}

static void fill_card_trend(struct composer *composer, struct card *card, enum label title,
                            pick_number *pick, size_t now) {
    card->trend = make_series(composer, composer->options->region, pick, NULL, now);
    card->trend_alt =
        alt_words(composer, composer->template->labels[title],
                  range_words(composer, LABEL_TREND_CARDS), series_words(composer, &card->trend));
}

void compose_card_trends(struct composer *composer, struct block *block) {
    const struct figures *figures = &composer->edition->figures;
    struct card *cards = block->of.cards.at;
    if (!trends_are_there(composer))
        return;
    fill_card_trend(composer, &cards[0], LABEL_CARD_ARTICLES, pick_articles, figures->articles);
    fill_card_trend(composer, &cards[1], LABEL_CARD_ADVISORIES, pick_advisories,
                    figures->directives);
    fill_card_trend(composer, &cards[2], LABEL_CARD_QUOTES, pick_quotes, figures->quotes);
    fill_card_trend(composer, &cards[3], LABEL_CARD_REGULATIONS, pick_regulations,
                    figures->instruments);
    block->keep_next = true;
    document_paragraph(composer->document, STYLE_CAPTION, range_words(composer, LABEL_TREND_CARDS));
}

/* The panels of a picture while they are filled. */
struct drawing {
    struct panel *panels;
    size_t count;
    struct text values; /* in words */
};

static void add_panel(struct composer *composer, struct drawing *drawing, struct text name,
                      struct series series) {
    struct panel *panel = &drawing->panels[drawing->count++];
    size_t now = series.at[series.count - 1].value;
    *panel = (struct panel){.label = {.style = STYLE_FIGURE_LABEL},
                            .value = {.style = STYLE_FIGURE_VALUE},
                            .series = series};
    panel->peak = wording_number(composer->arena, composer->template, series_most(&series));
    paragraph_add(composer->document, &panel->label, STYLE_FIGURE_LABEL,
                  wording_shorten(composer->arena, name, TOPIC_NAME));
    paragraph_add(composer->document, &panel->value, STYLE_FIGURE_VALUE,
                  wording_number(composer->arena, composer->template, now));
    struct text words =
        arena_concat(composer->arena, name, TEXT(": "), series_words(composer, &series));
    drawing->values = drawing->values.size
                          ? arena_concat(composer->arena, drawing->values, TEXT("; "), words)
                          : words;
}

/* The largest of 1, 2, 5, 10, 20, 50 ... that is not above `most`. */
static size_t round_below(size_t most) {
    size_t round = 1;
    while (round * 10 <= most)
        round *= 10;
    return round * 5 <= most ? round * 5 : round * 2 <= most ? round * 2 : round;
}

/* A letter for each month shown. */
static struct text *month_letters(const struct composer *composer) {
    const struct history *history = composer->options->history;
    struct text *letters = arena_alloc_array(composer->arena, history->count + 1, sizeof *letters);
    int first = history->at[0].month - 1;
    for (size_t i = 0; i <= history->count; i++) {
        struct text name = composer->template->short_months[(first + (int)i) % 12];
        letters[i] =
            arena_copy(composer->arena, text_slice(name, (struct span){0, name.size ? 1 : 0}));
    }
    return letters;
}

/* The picture with its head; nothing where all is none. */
static void end_drawing(struct composer *composer, const struct drawing *drawing, struct text title,
                        enum label unit_label) {
    struct document *document = composer->document;
    struct text unit = range_words(composer, unit_label);
    size_t largest = 0;
    for (size_t i = 0; i < drawing->count; i++) {
        size_t most = series_most(&drawing->panels[i].series);
        largest = most > largest ? most : largest;
    }
    if (largest == 0)
        return;
    document_paragraph(document, STYLE_FIGURE_TITLE, title);
    document_paragraph(document, STYLE_FIGURE_UNIT, unit);
    struct block *block = document_add(document, BLOCK_TRENDS, STYLE_FIGURE_LABEL);
    size_t scale = round_below(largest);
    block->of.trends =
        (struct trends){.at = drawing->panels,
                        .count = drawing->count,
                        .months = month_letters(composer),
                        .largest = largest,
                        .scale = scale,
                        .scale_words = wording_number(composer->arena, composer->template, scale)};
    block->alt = alt_words(composer, title, unit, drawing->values);
}

static struct drawing begin_drawing(const struct composer *composer, size_t panels) {
    return (struct drawing){.panels =
                                arena_alloc_array(composer->arena, panels, sizeof(struct panel))};
}

static void compose_types(struct composer *composer) {
    struct drawing drawing = begin_drawing(composer, ADVISORY_TYPES);
    for (size_t i = 0; i < ADVISORY_TYPES; i++) {
        enum advisory_type type = (enum advisory_type)i;
        add_panel(composer, &drawing, composer->template->labels[heading_label(type)],
                  make_series(composer, composer->options->region, pick_type, &type,
                              composer->edition->figures.by_type[i]));
    }
    end_drawing(composer, &drawing, composer->template->labels[LABEL_TREND_TYPES],
                LABEL_TREND_UNIT);
}

/* The topic with the largest sum of the year that is not `taken`; TOPICS_MAX if none is left. */
static size_t largest_topic(const struct series *all, const bool *taken, size_t count) {
    size_t best = TOPICS_MAX, most = 0;
    for (size_t i = 0; i < count; i++) {
        size_t sum = series_sum(&all[i]);
        if (!taken[i] && sum > most) {
            best = i;
            most = sum;
        }
    }
    return best;
}

static void compose_year_of_topics(struct composer *composer) {
    const struct topics *topics = composer->options->topics;
    struct series all[TOPICS_MAX];
    size_t counts[TOPICS_MAX] = {0}, count = topics_count(topics);
    bool taken[TOPICS_MAX] = {false};
    edition_topics(composer->edition, topics, counts);
    for (size_t i = 0; i < count; i++) {
        struct text label = topics_label(topics, i);
        all[i] = make_series(composer, composer->options->region, pick_topic, &label, counts[i]);
    }
    struct drawing drawing = begin_drawing(composer, TOPIC_PANELS);
    for (size_t i = 0, best; i < TOPIC_PANELS; i++) {
        if ((best = largest_topic(all, taken, count)) == TOPICS_MAX)
            break;
        taken[best] = true;
        add_panel(composer, &drawing,
                  topics_name(topics, best, note_language_of(composer->template->language)),
                  all[best]);
    }
    end_drawing(composer, &drawing, composer->template->labels[LABEL_TREND_TOPICS],
                LABEL_TREND_UNIT);
}

void compose_trends(struct composer *composer) {
    if (!trends_are_there(composer))
        return;
    compose_types(composer);
    if (composer->options->topics)
        compose_year_of_topics(composer);
}

void compose_province_trends(struct composer *composer, const struct edition_province *province) {
    const struct text *labels = composer->template->labels;
    const struct figures *figures = &province->figures;
    struct text code = province->province->code;
    size_t news = 0;
    if (!trends_are_there(composer))
        return;
    struct series articles = make_series(composer, code, pick_articles, NULL, figures->articles);
    for (size_t i = 0; i + 1 < articles.count; i++)
        news += articles.at[i].value > 0;
    if (news < LEAST_NEWS)
        return;
    struct drawing drawing = begin_drawing(composer, 3);
    add_panel(composer, &drawing, labels[LABEL_CARD_ARTICLES], articles);
    add_panel(composer, &drawing, labels[LABEL_CARD_ADVISORIES],
              make_series(composer, code, pick_advisories, NULL, figures->directives));
    add_panel(composer, &drawing, labels[LABEL_CARD_QUOTES],
              make_series(composer, code, pick_quotes, NULL, figures->quotes));
    struct fill place[] = {{"place", province->province->name}, {NULL, {NULL, 0}}};
    end_drawing(composer, &drawing,
                wording_label(composer->arena, composer->template, LABEL_TREND_PLACE, place),
                LABEL_TREND_COUNT);
}
