/* The front page: headline, deck, key figures and highlights; the box of what needs a person's eye
 * is compose_attention.c's, the pictures are compose_figures.c's and compose_map.c's. Before:
 * compose.c. */
#include <config.h>

#include <stdlib.h>

#include "base/utf8.h"
#include "layout/compose.h"
#include "summary/counts.h"

#define HIGHLIGHTS 6         /* at most */
#define HIGHLIGHT_LINES 18   /* of all of them: what the front page has room for */
#define LINE_LENGTH 66       /* characters of a line of a highlight */
#define BY_LENGTH 90         /* of the line that says whose it is */
#define SHORTEST 45          /* bytes of one that can stand alone */
#define HIGHLIGHT_LENGTH 300 /* characters of one */
#define NAME_LENGTH 80       /* characters of who said it; all of them stand in the chapter */
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
    const struct month_figures *month = composer->options->before;
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
    if (!composer->options->before)
        return;
    struct place_figures before =
        history_place(composer->options->before, composer->options->region);
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
}

/* An advisory that may stand on the front page. */
struct candidate {
    const struct edition_chapter *chapter;
    const struct directive *directive;
    size_t chapter_index, round, order; /* round: how many better ones its chapter has */
    int weight;
};

/* True if something that a person should check stands in the sentence: it does not lead the front
 * page. */
static bool is_flagged(const struct facts *facts, struct span span) {
    for (size_t i = 0; i < facts->flag_count; i++)
        if (flag_matters(&facts->flags[i]) && span_overlap(facts->flags[i].span, span))
            return true;
    return false;
}

/* What forbids or demands weighs more than what appeals; within a type, what the recogniser is
 * surer of. */
static int weight_of(const struct composer *composer, enum advisory_type type,
                     const struct directive *directive) {
    static const int weights[ADVISORY_TYPES] = {[ADVISORY_LARANGAN] = 4,
                                                [ADVISORY_KEWAJIBAN] = 3,
                                                [ADVISORY_SANKSI] = 2,
                                                [ADVISORY_IMBAUAN] = 1,
                                                [ADVISORY_PELAPORAN] = 0};
    const struct facts *facts = story_facts(composer, directive->story);
    const struct advisory *advisory = &facts->advisories[directive->index];
    int weight = weights[type] * 1000 + advisory->confidence;
    size_t size = advisory_words(facts, directive->index).size;
    if (size < SHORTEST ||
        size > HIGHLIGHT_LENGTH) /* hardly a sentence of its own, or too much of one */
        weight -= 3000;
    if (!fact_speaker(facts, advisory->speaker))
        weight -= 3500;
    if (is_flagged(facts, advisory->span))
        weight -= 4000;
    return weight;
}

/* Within a chapter the weightiest first. */
static int by_weight(const void *a, const void *b) {
    const struct candidate *left = a, *right = b;
    if (left->chapter_index != right->chapter_index)
        return left->chapter_index < right->chapter_index ? -1 : 1;
    if (left->weight != right->weight)
        return left->weight > right->weight ? -1 : 1;
    return (left->order > right->order) - (left->order < right->order);
}

/* First one from each chapter, from that with most advisories on; then second ones. */
static int by_round(const void *a, const void *b) {
    const struct candidate *left = a, *right = b;
    size_t many = left->chapter->figures.directives, more = right->chapter->figures.directives;
    if (left->round != right->round)
        return left->round < right->round ? -1 : 1;
    if (many != more)
        return many > more ? -1 : 1;
    return (left->chapter_index > right->chapter_index) -
           (left->chapter_index < right->chapter_index);
}

static struct candidate *rank_candidates(const struct composer *composer, size_t *count) {
    const struct edition *edition = composer->edition;
    struct candidate *all =
        arena_alloc_array(composer->arena, edition->figures.directives, sizeof *all);
    *count = 0;
    for (size_t c = 0; c < edition->chapter_count; c++) {
        const struct chapter *chapter = edition->chapters[c].chapter;
        for (size_t type = 0; type < ADVISORY_TYPES; type++)
            for (size_t i = 0; i < chapter->directive_count[type]; i++) {
                const struct directive *directive = &chapter->directives[type][i];
                const struct facts *facts = story_facts(composer, directive->story);
                if (facts_damage(facts, facts->advisories[directive->index].span))
                    continue;
                int weight = weight_of(composer, (enum advisory_type)type, directive);
                all[*count] =
                    (struct candidate){&edition->chapters[c], directive, c, 0, *count, weight};
                ++*count;
            }
    }
    if (*count == 0)
        return all;
    qsort(all, *count, sizeof *all, by_weight);
    for (size_t i = 1; i < *count; i++)
        all[i].round = all[i].chapter_index == all[i - 1].chapter_index ? all[i - 1].round + 1 : 0;
    qsort(all, *count, sizeof *all, by_round);
    return all;
}

/* Who said it and where it stands: "Name, position [3]". */
static void compose_highlight_by(struct composer *composer, const struct candidate *candidate) {
    struct document *document = composer->document;
    const struct facts *facts = story_facts(composer, candidate->directive->story);
    const struct person *person =
        fact_speaker(facts, facts->advisories[candidate->directive->index].speaker);
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
    add_source(composer, &block->text, candidate->directive->story);
}

/* The name of the place stands above the first of several that follow each other from it. */
static void compose_highlight(struct composer *composer, const struct candidate *candidate,
                              bool named) {
    struct document *document = composer->document;
    const struct facts *facts = story_facts(composer, candidate->directive->story);
    struct text name = chapter_name(composer, candidate->chapter->chapter);
    struct text words = advisory_words(facts, candidate->directive->index);
    if (!named) {
        struct block *place = document_add(document, BLOCK_PARAGRAPH, STYLE_HIGHLIGHT_PLACE);
        paragraph_add_link(document, &place->text, STYLE_HIGHLIGHT_PLACE, name,
                           composer->chapters[candidate->chapter_index]);
    }
    document_paragraph(document, STYLE_HIGHLIGHT,
                       wording_shorten(composer->arena, words, HIGHLIGHT_LENGTH))
        ->keep_next = true;
    compose_highlight_by(composer, candidate);
}

static struct text candidate_words(const struct composer *composer,
                                   const struct candidate *candidate) {
    return advisory_words(story_facts(composer, candidate->directive->story),
                          candidate->directive->index);
}

/* How many lines the highlight takes, but for those that all of them have. */
static size_t candidate_lines(const struct composer *composer, const struct candidate *candidate) {
    const struct facts *facts = story_facts(composer, candidate->directive->story);
    const struct person *person =
        fact_speaker(facts, facts->advisories[candidate->directive->index].speaker);
    size_t words = utf8_length(candidate_words(composer, candidate)), by = 0;
    if (person)
        by = utf8_length(person->name) + utf8_length(person->position);
    words = words < HIGHLIGHT_LENGTH ? words : HIGHLIGHT_LENGTH;
    return 1 + words / LINE_LENGTH + by / BY_LENGTH;
}

/* True if one of the first ones has the same words: two articles tell it. */
static bool is_said_before(const struct composer *composer, const struct candidate *ranked,
                           size_t index) {
    struct text words = candidate_words(composer, &ranked[index]);
    for (size_t i = 0; i < index && i < 2 * HIGHLIGHTS; i++)
        if (text_equal(candidate_words(composer, &ranked[i]), words))
            return true;
    return false;
}

static void compose_highlights(struct composer *composer) {
    size_t count;
    struct candidate *ranked = rank_candidates(composer, &count);
    if (count == 0 && composer->edition->figures.directives > 0)
        return; /* there are some, but none whose words are sound */
    document_paragraph(composer->document, STYLE_PART, labels_of(composer)[LABEL_HIGHLIGHTS]);
    if (count == 0)
        document_paragraph(composer->document, STYLE_NOTE,
                           labels_of(composer)[LABEL_HIGHLIGHTS_NONE]);
    size_t before = count, shown = 0, lines = 0;
    for (size_t i = 0; i < count && shown < HIGHLIGHTS; i++) {
        if (is_said_before(composer, ranked, i))
            continue;
        lines += candidate_lines(composer, &ranked[i]);
        if (shown > 0 && lines > HIGHLIGHT_LINES)
            break;
        compose_highlight(composer, &ranked[i],
                          shown > 0 && ranked[i].chapter_index == ranked[before].chapter_index);
        before = i;
        shown++;
    }
}

void compose_front(struct composer *composer) {
    struct document *document = composer->document;
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
    if (composer->edition->kind == EDITION_REGION)
        return; /* its parts follow on the same page and say it all */
    document_level(document);
    document->flow = FLOW_MAIN;
    compose_highlights(composer);
    document->flow = FLOW_SIDE;
    compose_front_figures(composer);
    compose_attention(composer);
    document->flow = FLOW_FULL;
    document_level(document);
}
