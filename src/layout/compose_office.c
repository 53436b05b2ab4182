/* What an office adds of its own: the head of the first page, a foreword, a signature. Before:
 * compose.c. */
#include <config.h>

#include "layout/compose.h"

#define RUNNING_NAME 44 /* characters of the organisation in the running header */

/* A row of the masthead: words on the left, and a short text on the right. */
static void add_row(struct composer *composer, struct furniture *furniture, enum style style,
                    struct text left, struct text right) {
    struct mast_row *row = &furniture->rows[furniture->row_count++];
    row->left.style = style;
    row->right = right;
    paragraph_add(composer->document, &row->left, style, left);
}

/* "Nomor: 700/12/2025", or nothing. */
static struct text document_number(const struct composer *composer) {
    struct fill fills[] = {{"number", composer->house->number}, {NULL, {NULL, 0}}};
    return composer->house->number.size
               ? wording_label(composer->arena, composer->template, LABEL_DOCUMENT_NUMBER, fills)
               : TEXT("");
}

/* The lines of the letterhead, the last name in larger type, and the logo. */
static void compose_letterhead(struct composer *composer, struct letterhead *head) {
    const struct house *house = composer->house;
    for (size_t i = 0; i < house->letterhead_count; i++) {
        bool own = i + 1 == house->letterhead_count;
        head->lines[head->line_count].style = own ? STYLE_LETTERHEAD_NAME : STYLE_LETTERHEAD;
        paragraph_add(composer->document, &head->lines[head->line_count],
                      head->lines[head->line_count].style, house->letterhead[i]);
        head->line_count++;
    }
    for (size_t i = 0; i < house->address_count; i++) {
        head->lines[head->line_count].style = STYLE_ADDRESS;
        paragraph_add(composer->document, &head->lines[head->line_count++], STYLE_ADDRESS,
                      house->address[i]);
    }
    if (!house->logo)
        return;
    struct fill fills[] = {{"organisation", house->organisation}, {NULL, {NULL, 0}}};
    head->logo = house->logo;
    head->logo_alt =
        text_trim(wording_label(composer->arena, composer->template, LABEL_LOGO, fills));
    logo_size(house, &head->logo_width, &head->logo_height);
}

void compose_masthead(struct composer *composer, struct text title, struct text issue,
                      struct furniture *furniture) {
    const struct house *house = composer->house;
    struct text number = document_number(composer);
    bool headed = house->letterhead_count > 0; /* it has told the organisation */
    compose_letterhead(composer, &furniture->head);
    if (house->organisation.size && !headed) {
        add_row(composer, furniture, STYLE_MASTHEAD, house->organisation, issue);
        add_row(composer, furniture, STYLE_MASTHEAD_ISSUE, title, number);
    } else {
        add_row(composer, furniture, STYLE_MASTHEAD, title, issue);
    }
    bool told = house->organisation.size > 0 && !headed; /* the number has a row already */
    if (house->contact.size || (number.size && !told))
        add_row(composer, furniture, STYLE_MASTHEAD_ISSUE, house->contact,
                told ? TEXT("") : number);
}

struct text compose_running(const struct composer *composer, struct text briefing) {
    struct text name = briefing;
    if (composer->house->organisation.size)
        name = wording_shorten(composer->arena, composer->house->organisation, RUNNING_NAME);
    return arena_concat(composer->arena, name, TEXT(" · "), composer->period);
}

/* The next paragraph of plain text from *at on: lines up to an empty one. None: the text ends. */
static struct text next_paragraph(struct text text, size_t *at) {
    size_t start = *at, end = *at;
    while (*at < text.size) {
        size_t stop = text_find(text, *at, TEXT("\n"));
        bool empty = text_trim(text_slice(text, (struct span){*at, stop})).size == 0;
        if (empty && end > start)
            break;
        *at = stop < text.size ? stop + 1 : stop;
        if (empty)
            start = *at;
        end = *at;
    }
    return text_trim(text_slice(text, (struct span){start, end}));
}

void compose_foreword(struct composer *composer) {
    struct document *document = composer->document;
    const struct edition *edition = composer->edition;
    if (composer->foreword == NO_ANCHOR)
        return;
    /* a region's parts follow its front on one page; elsewhere the front stands alone */
    bool page = edition->kind != EDITION_REGION && edition->chapter_count > 0;
    compose_opening(composer, composer->period, composer->template->labels[LABEL_FOREWORD],
                    composer->foreword, page);
    document->flow = FLOW_MAIN;
    struct text paragraph;
    for (size_t at = 0; (paragraph = next_paragraph(composer->house->foreword, &at)).size;)
        document_paragraph(document, STYLE_TEXT, paragraph);
    document->flow = FLOW_FULL;
}

/* "Pangkalpinang, 1 Februari 2025"; either may be missing. */
static struct text place_and_day(const struct composer *composer) {
    struct date issued = composer->options->issued;
    struct text place = composer->house->place;
    struct text day =
        date_is_set(issued) ? wording_day(composer->arena, composer->template, issued) : TEXT("");
    return arena_concat(composer->arena, place, place.size && day.size ? TEXT(", ") : TEXT(""),
                        day);
}

/* The lines stand together, and the name has room above it for a hand. */
void compose_signature(struct composer *composer) {
    const struct house *house = composer->house;
    struct fill fills[] = {{"id", house->signatory_id}, {NULL, {NULL, 0}}};
    struct text id = house->signatory_id.size ? wording_label(composer->arena, composer->template,
                                                              LABEL_SIGNATORY_ID, fills)
                                              : TEXT("");
    const struct {
        enum style style;
        struct text text;
    } lines[] = {{STYLE_SIGNATURE, place_and_day(composer)},
                 {STYLE_SIGNATORY_TITLE, house->signatory_title},
                 {STYLE_SIGNATORY, house->signatory},
                 {STYLE_SIGNATORY_TITLE, house->signatory_rank},
                 {STYLE_SIGNATORY_TITLE, id}};
    struct block *last = NULL;
    for (size_t i = 0; i < sizeof lines / sizeof *lines && house->signatory.size; i++) {
        if (lines[i].text.size == 0)
            continue;
        last = document_paragraph(composer->document, lines[i].style, lines[i].text);
        last->keep_next = true;
    }
    if (last)
        last->keep_next = false;
}
