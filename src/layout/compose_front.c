/* The front page: headline, deck, key figures and highlights; the box of what needs a person's eye
 * is compose_attention.c's, the pictures are compose_figures.c's and compose_map.c's. Before:
 * compose.c. */
#include <config.h>

#include "layout/compose.h"
#include "layout/highlights.h"
#include "summary/counts.h"

#define HIGHLIGHTS 6      /* at most, as the page has room for them */
#define HIGHLIGHTS_MOST 9 /* where more places have one: the best of each */
#define MISSES 3          /* after so many that do not fit, shorter ones are not looked for */
#define NAME_LENGTH 80    /* characters of who said it; all of them stand in the chapter */
#define POSITION_LENGTH 120

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

/* The month's finding in one sentence. */
static struct text headline(const struct composer *composer) {
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

static struct text deck(const struct composer *composer) {
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

static void fill_card(struct composer *composer, struct card *card, size_t value, enum label label,
                      struct text note) {
    struct document *document = composer->document;
    card->value.style = STYLE_CARD_VALUE;
    card->label.style = STYLE_CARD_LABEL;
    card->note.style = STYLE_CARD_NOTE;
    paragraph_add(document, &card->value, STYLE_CARD_VALUE, number(composer, value));
    paragraph_add(document, &card->label, STYLE_CARD_LABEL, labels_of(composer)[label]);
    paragraph_add(document, &card->note, STYLE_CARD_NOTE, note);
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
static void fill_change(struct composer *composer, struct card *card, size_t now, size_t before) {
    const struct month_figures *month = history_before(composer->options->history);
    struct text size = number(composer, now > before ? now - before : before - now);
    struct fill fills[] = {
        {"change",
         arena_concat(composer->arena, now > before ? TEXT("+") : TEXT("−"), size, TEXT(""))},
        {"month", composer->template->months[month->month - 1]},
        {NULL, {NULL, 0}}};
    card->direction = (now > before) - (now < before);
    card->change.style = STYLE_CARD_NOTE;
    paragraph_add(composer->document, &card->change, STYLE_CARD_NOTE,
                  wording_label(composer->arena, composer->template,
                                now == before ? LABEL_CARD_SAME : LABEL_CARD_CHANGE, fills));
}

/* The changes since the month before, of all four cards. */
static void fill_changes(struct composer *composer, struct card *cards) {
    const struct figures *figures = &composer->edition->figures;
    const struct month_figures *month = history_before(composer->options->history);
    if (!month)
        return;
    struct place_figures before = history_place(month, composer->options->region);
    size_t directives = 0;
    for (size_t type = 0; type < ADVISORY_TYPES; type++)
        directives += before.by_type[type];
    fill_change(composer, &cards[0], figures->articles, before.articles);
    fill_change(composer, &cards[1], figures->directives, directives);
    fill_change(composer, &cards[2], figures->quotes, before.quotes);
    fill_change(composer, &cards[3], figures->instruments, before.regulations);
}

static void compose_cards(struct composer *composer) {
    const struct edition *edition = composer->edition;
    const struct figures *figures = &edition->figures;
    enum advisory_type top = figures_top_type(figures);
    struct fill type[] = {{"type", labels_of(composer)[word_label(top)]}, {NULL, {NULL, 0}}};
    struct text advice = wording_count(composer->arena, composer->template,
                                       LABEL_CARD_ADVISORIES_NOTE, figures->by_type[top], type);
    struct block *block = document_add(composer->document, BLOCK_CARDS, STYLE_CARD_VALUE);
    struct card *cards = arena_alloc_array(composer->arena, 4, sizeof *cards);
    fill_card(composer, &cards[0], figures->articles, LABEL_CARD_ARTICLES,
              card_note(composer, LABEL_CARD_ARTICLES_NOTE, edition->outlets));
    fill_card(composer, &cards[1], figures->directives, LABEL_CARD_ADVISORIES,
              figures->directives ? advice : labels_of(composer)[LABEL_CARD_NONE]);
    fill_card(composer, &cards[2], figures->quotes, LABEL_CARD_QUOTES,
              card_note(composer, LABEL_CARD_QUOTES_NOTE, figures->speakers));
    fill_card(composer, &cards[3], figures->instruments, LABEL_CARD_REGULATIONS,
              regulations_note(composer, figures));
    fill_changes(composer, cards);
    block->of.cards.at = cards;
    block->of.cards.count = 4;
    compose_card_trends(composer, block);
}

/* Who said it and where it stands: "Name, position [3]". */
static void compose_highlight_by(struct composer *composer, const struct highlight *highlight) {
    struct document *document = composer->document;
    const struct facts *facts = story_facts(composer, highlight->directive->story);
    const struct person *person =
        fact_speaker(facts, facts->advisories[highlight->directive->index].speaker);
    struct block *block = document_add(document, BLOCK_PARAGRAPH, STYLE_HIGHLIGHT_BY);
    if (person) {
        paragraph_add(document, &block->text, STYLE_STRONG,
                      wording_shorten(composer->arena, person->name, NAME_LENGTH));
        paragraph_add(document, &block->text, STYLE_HIGHLIGHT_BY,
                      person->position.size ? TEXT(", ") : TEXT(""));
        paragraph_add(document, &block->text, STYLE_HIGHLIGHT_BY,
                      wording_shorten(composer->arena, person->position, POSITION_LENGTH));
    } else {
        paragraph_add(document, &block->text, STYLE_HIGHLIGHT_BY,
                      labels_of(composer)[LABEL_SPEAKER_UNKNOWN]);
    }
    paragraph_add(document, &block->text, STYLE_HIGHLIGHT_BY, TEXT("\xC2\xA0"));
    add_source(composer, &block->text, highlight->directive->story);
}

/* The name of the place stands above the first of several that follow each other from it. */
static void compose_highlight(struct composer *composer, const struct highlight *highlight,
                              bool named) {
    struct document *document = composer->document;
    const struct facts *facts = story_facts(composer, highlight->directive->story);
    struct text name = chapter_name(composer, highlight->chapter->chapter);
    struct text words = advisory_words(facts, highlight->directive->index);
    if (!named) {
        struct block *place = document_add(document, BLOCK_PARAGRAPH, STYLE_HIGHLIGHT_PLACE);
        paragraph_add_link(document, &place->text, STYLE_HIGHLIGHT_PLACE, name,
                           composer->chapters[highlight->chapter_index]);
    }
    document_paragraph(document, STYLE_HIGHLIGHT,
                       wording_shorten(composer->arena, words, HIGHLIGHT_LENGTH))
        ->keep_next = true;
    compose_highlight_by(composer, highlight);
}

static struct text highlight_words(const struct composer *composer,
                                   const struct highlight *highlight) {
    return advisory_words(story_facts(composer, highlight->directive->story),
                          highlight->directive->index);
}

/* True if one of the first ones has the same words: two articles tell it. */
static bool is_said_before(const struct composer *composer, const struct highlight *ranked,
                           size_t index) {
    struct text words = highlight_words(composer, &ranked[index]);
    for (size_t i = 0; i < index && i < 2 * HIGHLIGHTS_MOST; i++)
        if (text_equal(highlight_words(composer, &ranked[i]), words))
            return true;
    return false;
}

static void compose_highlights(struct composer *composer) {
    size_t count;
    struct highlight *ranked = highlights_rank(composer, &count);
    if (count == 0 && composer->edition->figures.directives > 0)
        return; /* there are some, but none whose words are sound */
    document_paragraph(composer->document, STYLE_PART, labels_of(composer)[LABEL_HIGHLIGHTS]);
    if (count == 0)
        document_paragraph(composer->document, STYLE_NOTE,
                           labels_of(composer)[LABEL_HIGHLIGHTS_NONE]);
    size_t before = count, shown = 0, misses = 0;
    for (size_t i = 0; i < count && shown < HIGHLIGHTS_MOST && misses < MISSES; i++) {
        if (shown >= HIGHLIGHTS && ranked[i].round > 0)
            break;
        if (is_said_before(composer, ranked, i))
            continue;
        struct front_mark mark = front_room_mark(&composer->room);
        compose_highlight(composer, &ranked[i],
                          shown > 0 && ranked[i].chapter_index == ranked[before].chapter_index);
        if (shown > 0 && front_room_left(&composer->room, FLOW_MAIN) < 0) {
            front_room_back(&composer->room, &mark);
            misses++;
            continue;
        }
        before = i;
        shown++;
    }
}

/* Highlights in the main column, pictures and what to check in the other: as many as fit. */
static void compose_columns(struct composer *composer) {
    struct document *document = composer->document;
    document_level(document);
    document->flow = FLOW_MAIN;
    compose_highlights(composer);
    document->flow = FLOW_SIDE;
    compose_front_figures(composer);
    compose_attention(composer);
    document->flow = FLOW_FULL;
    document_level(document);
}

void compose_front(struct composer *composer) {
    struct document *document = composer->document;
    front_room_open(&composer->room, document, composer->pager);
    document_paragraph(document, STYLE_TITLE, headline(composer));
    document_paragraph(document, STYLE_DECK, deck(composer));
    if (composer->edition->figures.stories == 0 && composer->edition->kind != EDITION_NATION) {
        struct fill fills[] = {{"place", composer->edition->place}, {NULL, {NULL, 0}}};
        document_paragraph(
            document, STYLE_NOTE,
            wording_label(composer->arena, composer->template, LABEL_NO_NEWS, fills));
        return;
    }
    compose_cards(composer);
    if (composer->edition->kind != EDITION_REGION) /* its parts follow on the page and say it all */
        compose_columns(composer);
}
