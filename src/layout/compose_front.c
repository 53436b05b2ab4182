/* The front page: headline, deck, key figures and highlights; the box of what needs a person's eye
 * is compose_attention.c's, the pictures are compose_figures.c's and compose_map.c's. Before:
 * compose.c. */
#include <config.h>

#include "layout/front_words.h"
#include "layout/highlights.h"

#define MISSES 3 /* after so many that do not fit, shorter ones are not looked for */

static const struct text *labels_of(const struct composer *composer) {
    return composer->template->labels;
}

static void fill_card(struct composer *composer, struct card *card,
                      const struct front_figure *figure) {
    struct document *document = composer->document;
    card->value.style = STYLE_CARD_VALUE;
    card->label.style = STYLE_CARD_LABEL;
    card->note.style = card->change.style = STYLE_CARD_NOTE;
    card->direction = figure->direction;
    paragraph_add(document, &card->value, STYLE_CARD_VALUE, figure->value);
    paragraph_add(document, &card->label, STYLE_CARD_LABEL, figure->label);
    paragraph_add(document, &card->note, STYLE_CARD_NOTE, figure->note);
    if (figure->change.size)
        paragraph_add(document, &card->change, STYLE_CARD_NOTE, figure->change);
}

static void compose_cards(struct composer *composer) {
    struct front_figure figures[FRONT_FIGURES];
    front_figures(composer, figures);
    struct block *block = document_add(composer->document, BLOCK_CARDS, STYLE_CARD_VALUE);
    struct card *cards = arena_alloc_array(composer->arena, FRONT_FIGURES, sizeof *cards);
    for (size_t i = 0; i < FRONT_FIGURES; i++)
        fill_card(composer, &cards[i], &figures[i]);
    block->of.cards.at = cards;
    block->of.cards.count = FRONT_FIGURES;
    compose_card_trends(composer, block);
}

/* Who said it and where it stands: "Name, position [3]". */
static void compose_highlight_by(struct composer *composer, const struct highlight *highlight,
                                 const struct highlight_said *said) {
    struct document *document = composer->document;
    struct block *block = document_add(document, BLOCK_PARAGRAPH, STYLE_HIGHLIGHT_BY);
    if (said->known) {
        paragraph_add(document, &block->text, STYLE_STRONG, said->name);
        paragraph_add(document, &block->text, STYLE_HIGHLIGHT_BY,
                      said->position.size ? TEXT(", ") : TEXT(""));
        paragraph_add(document, &block->text, STYLE_HIGHLIGHT_BY, said->position);
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
    struct text name = chapter_name(composer, highlight->chapter->chapter);
    struct highlight_said said = highlight_read(composer, highlight);
    if (!named) {
        struct block *place = document_add(document, BLOCK_PARAGRAPH, STYLE_HIGHLIGHT_PLACE);
        paragraph_add_link(document, &place->text, STYLE_HIGHLIGHT_PLACE, name,
                           composer->chapters[highlight->chapter_index]);
    }
    document_paragraph(document, STYLE_HIGHLIGHT, said.words)->keep_next = true;
    compose_highlight_by(composer, highlight, &said);
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
    struct leads *leads = composer->leads;
    size_t misses = 0;
    for (size_t i = 0; i < count && leads->count < HIGHLIGHTS_MOST && misses < MISSES; i++) {
        const struct highlight *before = leads->count ? &leads->at[leads->count - 1] : NULL;
        if (leads->count >= HIGHLIGHTS && ranked[i].round > 0)
            break;
        if (highlight_is_repeat(composer, ranked, i))
            continue;
        struct front_mark mark = front_room_mark(&composer->room);
        compose_highlight(composer, &ranked[i],
                          before && ranked[i].chapter_index == before->chapter_index);
        if (before && front_room_left(&composer->room, FLOW_MAIN) < 0) {
            front_room_back(&composer->room, &mark);
            misses++;
            continue;
        }
        leads->at[leads->count++] = ranked[i];
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
    document_paragraph(document, STYLE_TITLE, front_headline(composer));
    document_paragraph(document, STYLE_DECK, front_deck(composer));
    struct text no_news = front_no_news(composer);
    if (no_news.size) {
        document_paragraph(document, STYLE_NOTE, no_news);
        return;
    }
    compose_cards(composer);
    if (composer->edition->kind == EDITION_REGION)
        highlights_lead(composer); /* its parts follow on the page and say it all */
    else
        compose_columns(composer);
}
