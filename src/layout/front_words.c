/* The words of the front page: see front_words.h. Before: compose.c. */
#include <config.h>

#include "layout/front_words.h"
#include "summary/counts.h"

static const struct text *labels_of(const struct composer *composer) {
    return composer->template->labels;
}

static struct text number(const struct composer *composer, size_t n) {
    return wording_number(composer->arena, composer->template, n);
}

/* The name of the place that all the edition's advisories are about, or of the edition itself. */
static struct text advised_place(const struct composer *composer) {
    const struct edition *edition = composer->edition;
    for (size_t i = 0; edition->advising == 1 && i < edition->chapter_count; i++)
        if (edition->chapters[i].figures.directives)
            return chapter_name(composer, edition->chapters[i].chapter);
    return edition->place;
}

struct text front_headline(const struct composer *composer) {
    const struct edition *edition = composer->edition;
    const struct figures *figures = &edition->figures;
    if (figures->stories == 0 && figures->advertorials)
        return wording_count(composer->arena, composer->template, LABEL_HEADLINE_ADVERTORIAL,
                             figures->advertorials, NULL);
    if (figures->stories == 0 && edition->off_topic_count)
        return wording_count(composer->arena, composer->template, LABEL_HEADLINE_OFF_TOPIC,
                             edition->off_topic_count, NULL);
    if (figures->stories == 0)
        return labels_of(composer)[LABEL_HEADLINE_EMPTY];
    if (figures->directives == 0)
        return wording_count(composer->arena, composer->template, LABEL_HEADLINE_NO_ADVISORY,
                             figures->quotes, NULL);
    enum advisory_type top = figures_top_type(figures);
    bool all = figures->by_type[top] == figures->directives,
         many = edition->advising > 1 && edition->kind == EDITION_NATION;
    struct fill fills[] = {{"place", advised_place(composer)},
                           {"type", labels_of(composer)[word_label(top)]},
                           {NULL, {NULL, 0}}};
    enum label label = many ? (all ? LABEL_HEADLINE_MANY_ALL : LABEL_HEADLINE_MANY)
                            : (all ? LABEL_HEADLINE_PLACE_ALL : LABEL_HEADLINE_PLACE);
    return wording_count(composer->arena, composer->template, label, figures->directives, fills);
}

static struct text count_of(const struct composer *composer, enum label label, size_t n) {
    return wording_count(composer->arena, composer->template, label, n, NULL);
}

struct text front_deck(const struct composer *composer) {
    const struct edition *edition = composer->edition;
    if (edition->figures.articles == 0)
        return composer->period;
    struct fill fills[] = {
        {"articles", count_of(composer, LABEL_COUNT_ARTICLES, edition->figures.articles)},
        {"outlets", count_of(composer, LABEL_COUNT_OUTLETS, edition->outlets)},
        {"regions", count_of(composer, LABEL_COUNT_REGIONS, edition->regions)},
        {"provinces", count_of(composer, LABEL_COUNT_PROVINCES, edition->news_provinces)},
        {"place", edition->place},
        {"period", composer->period},
        {NULL, {NULL, 0}}};
    enum label label = edition->kind == EDITION_NATION ? LABEL_DECK_NATION : LABEL_DECK_PLACE;
    struct text deck = wording_label(composer->arena, composer->template, label, fills);
    struct fill advising[] = {
        {"regions", count_of(composer, LABEL_COUNT_REGIONS, edition->advising_regions)},
        {NULL, {NULL, 0}}};
    if (edition->kind != EDITION_NATION || edition->advising_regions == 0 ||
        edition->chapter_count < 2)
        return deck;
    return arena_concat(
        composer->arena, deck, TEXT("; "),
        wording_label(composer->arena, composer->template, LABEL_DECK_ADVISING, advising));
}

struct text front_no_news(const struct composer *composer) {
    const struct edition *edition = composer->edition;
    struct fill fills[] = {{"place", edition->place}, {NULL, {NULL, 0}}};
    if (edition->figures.stories > 0 || edition->kind == EDITION_NATION)
        return TEXT("");
    return wording_label(composer->arena, composer->template, LABEL_NO_NEWS, fills);
}

/* A count's note, or the word for none. */
static struct text card_note(const struct composer *composer, enum label label, size_t n) {
    return n ? wording_count(composer->arena, composer->template, label, n, NULL)
             : labels_of(composer)[LABEL_CARD_NONE];
}

/* "3 perlu diperiksa, 12 belum diketahui statusnya" */
static struct text regulations_note(const struct composer *composer,
                                    const struct figures *figures) {
    if (!figures->doubtful || !figures->unknown)
        return figures->doubtful
                   ? count_of(composer, LABEL_CARD_REGULATIONS_NOTE, figures->doubtful)
                   : card_note(composer, LABEL_CARD_REGULATIONS_UNKNOWN, figures->unknown);
    return arena_concat(
        composer->arena, count_of(composer, LABEL_CARD_REGULATIONS_NOTE, figures->doubtful),
        TEXT(", "), count_of(composer, LABEL_CARD_REGULATIONS_UNKNOWN, figures->unknown));
}

/* "+3 dari Juli", where the month before is known. */
static void fill_change(const struct composer *composer, struct front_figure *figure, size_t now,
                        size_t before) {
    const struct month_figures *month = history_before(composer->options->history);
    struct text size = number(composer, now > before ? now - before : before - now);
    struct fill fills[] = {
        {"change",
         arena_concat(composer->arena, now > before ? TEXT("+") : TEXT("−"), size, TEXT(""))},
        {"month", composer->template->months[month->month - 1]},
        {NULL, {NULL, 0}}};
    figure->direction = (now > before) - (now < before);
    figure->change = wording_label(composer->arena, composer->template,
                                   now == before ? LABEL_CARD_SAME : LABEL_CARD_CHANGE, fills);
}

/* The changes since the month before, of all four. */
static void fill_changes(const struct composer *composer, struct front_figure *figures) {
    const struct figures *now = &composer->edition->figures;
    const struct month_figures *month = history_before(composer->options->history);
    if (!month)
        return;
    struct place_figures before = history_place(month, composer->options->region);
    size_t directives = 0;
    for (size_t type = 0; type < ADVISORY_TYPES; type++)
        directives += before.by_type[type];
    fill_change(composer, &figures[0], now->articles, before.articles);
    fill_change(composer, &figures[1], now->directives, directives);
    fill_change(composer, &figures[2], now->quotes, before.quotes);
    fill_change(composer, &figures[3], now->instruments, before.regulations);
}

static struct front_figure make_figure(const struct composer *composer, size_t value,
                                       enum label label, struct text note) {
    return (struct front_figure){
        .value = number(composer, value), .label = labels_of(composer)[label], .note = note};
}

void front_figures(const struct composer *composer, struct front_figure out[FRONT_FIGURES]) {
    const struct edition *edition = composer->edition;
    const struct figures *figures = &edition->figures;
    enum advisory_type top = figures_top_type(figures);
    struct fill type[] = {{"type", labels_of(composer)[word_label(top)]}, {NULL, {NULL, 0}}};
    struct text advice = wording_count(composer->arena, composer->template,
                                       LABEL_CARD_ADVISORIES_NOTE, figures->by_type[top], type);
    out[0] = make_figure(composer, figures->articles, LABEL_CARD_ARTICLES,
                         card_note(composer, LABEL_CARD_ARTICLES_NOTE, edition->outlets));
    out[1] = make_figure(composer, figures->directives, LABEL_CARD_ADVISORIES,
                         figures->directives ? advice : labels_of(composer)[LABEL_CARD_NONE]);
    out[2] = make_figure(composer, figures->quotes, LABEL_CARD_QUOTES,
                         card_note(composer, LABEL_CARD_QUOTES_NOTE, figures->speakers));
    out[3] = make_figure(composer, figures->instruments, LABEL_CARD_REGULATIONS,
                         regulations_note(composer, figures));
    fill_changes(composer, out);
}
