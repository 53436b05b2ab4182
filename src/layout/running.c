/* Headers, footers and page numbers: see running.h. */
#include <config.h>

#include "layout/running.h"

#include "base/utf8.h"
#include "layout/legible.h"
#include "layout/letterhead.h"
#include "layout/wording.h"

#define MAST_RULE 2400  /* thickness of the line below the masthead, millipoints */
#define MAST_GAP 12000  /* below that, where the masthead has several lines */
#define HEAD_RISE 10000 /* from the baseline of headers up to the top of a letterhead */
#define HEAD_DROP 16000 /* from a letterhead to the baseline of the masthead */
#define LOGO_GAP 10000  /* from a logo to the masthead beside it */
#define HAIRLINE 500    /* of those in the running header and footer */
#define RULE_DROP 6500  /* from a baseline to the line below it */
#define FOOT_RISE 11500 /* from the footer's baseline up to the line above it */
#define DOT 900         /* side of a leader's dot */
#define DOT_STEP 5000   /* from dot to dot; the dots of all entries stand above each other */
#define LEADER_GAP 6000 /* between title, dots and number */

static mpt width_of(const struct pager *pager, const struct style_values *style, struct text text) {
    return pager->measure->width(pager->measure->context, style->face, style->size, text);
}

/* The text made fit for the style, cut at a character and ended by "…" where it is wider than
 * `room`. */
static struct text fitted(struct pager *pager, enum style style_id, struct text text, mpt room) {
    const struct style_values *style = &pager->template->styles[style_id];
    size_t replaced = 0; /* counted where the text itself is set */
    if (style->upper)
        text = wording_upper(pager->words, text);
    text = legible_text(pager->words, pager->measure, style->face, text, &replaced);
    if (width_of(pager, style, text) <= room)
        return text;
    mpt width = width_of(pager, style, TEXT("…"));
    size_t end = 0, size;
    for (size_t at = 0; at < text.size; at += size) {
        utf8_decode(text, at, &size);
        width += width_of(pager, style, text_slice(text, (struct span){at, at + size}));
        if (width > room)
            break;
        end = at + size;
    }
    return arena_concat(pager->words, text_slice(text, (struct span){0, end}), TEXT("…"), TEXT(""));
}

/* One line of furniture at the left or right edge of the type area. Returns its width. */
static mpt put_furniture(struct pager *pager, size_t page, enum style style_id, struct text text,
                         mpt baseline, mpt room, bool right, enum item_role role) {
    const struct style_values *style = &pager->template->styles[style_id];
    struct frame frame = pager_frame(pager, FLOW_FULL);
    text = fitted(pager, style_id, text, room);
    if (text.size == 0)
        return 0;
    mpt width = width_of(pager, style, text);
    put_styled(pager, page, role, role == ROLE_ARTIFACT ? 0 : pager_element(pager), style_id,
               (struct item_text){.x = right ? frame.x + frame.width - width : frame.x,
                                  .baseline = baseline,
                                  .width = width,
                                  .text = text});
    return width;
}

/* A row of the masthead, the baseline of its first line at `baseline`, `indent` of the line's
 * beginning left free. Returns the baseline of its last line. */
static mpt put_row(struct pager *pager, const struct mast_row *row, mpt indent, mpt baseline) {
    const struct style_values *style = &pager->template->styles[row->left.style];
    struct frame frame = pager_frame(pager, FLOW_FULL);
    mpt issue = baseline, room = (frame.width - indent) / 3 * 2;
    mpt right = width_of(pager, &pager->template->styles[STYLE_MASTHEAD_ISSUE],
                         fitted(pager, STYLE_MASTHEAD_ISSUE, row->right, room));
    frame.x += indent;
    frame.width -= indent + (right ? right + LEADER_GAP : 0);
    struct lines lines = pager_lines(pager, &row->left, frame.width, ALIGN_LEFT);
    uint32_t element = lines.count ? pager_element(pager) : 0;
    for (size_t i = 0; i < lines.count; i++) {
        baseline += i ? style->leading : 0;
        put_line(pager, 0, &row->left, &lines.at[i], frame, baseline - style_ascent(style),
                 ALIGN_LEFT, ROLE_P, element);
    }
    put_furniture(pager, 0, STYLE_MASTHEAD_ISSUE, row->right, issue, room, true, ROLE_P);
    return baseline;
}

/* The rows of the masthead; returns the baseline of the last line. */
static mpt put_rows(struct pager *pager, const struct furniture *furniture, mpt indent,
                    mpt baseline) {
    for (size_t i = 0; i < furniture->row_count; i++) {
        if (i)
            baseline += pager->template->styles[furniture->rows[i].left.style].leading;
        baseline = put_row(pager, &furniture->rows[i], indent, baseline);
    }
    return baseline;
}

/* The masthead beside the logo, both from the same height on; returns what put_rows does, or where
 * the logo ends if that is lower. */
static mpt put_beside_logo(struct pager *pager, const struct furniture *furniture) {
    const struct letterhead *head = &furniture->head;
    mpt header = pager->template->geometry.header, top = header - HEAD_RISE;
    letterhead_logo(pager, head, pager_frame(pager, FLOW_FULL).x, top);
    mpt baseline = put_rows(pager, furniture, head->logo_width + LOGO_GAP, header);
    return top + head->logo_height > baseline ? top + head->logo_height : baseline;
}

mpt running_masthead(struct pager *pager, const struct furniture *furniture) {
    const struct geometry *geometry = &pager->template->geometry;
    const struct letterhead *head = &furniture->head;
    struct frame frame = pager_frame(pager, FLOW_FULL);
    mpt baseline = geometry->header;
    if (head->line_count)
        baseline = letterhead_put(pager, head, baseline - HEAD_RISE) + HEAD_DROP;
    baseline = head->logo && !head->line_count ? put_beside_logo(pager, furniture)
                                               : put_rows(pager, furniture, 0, baseline);
    put_rule(pager, 0,
             (struct item_rule){frame.x, baseline + RULE_DROP, frame.width,
                                head->line_count ? HAIRLINE : MAST_RULE,
                                pager->template->colours[COLOUR_ACCENT]});
    mpt below = baseline + RULE_DROP + MAST_RULE + MAST_GAP;
    return baseline > geometry->header && below > geometry->top ? below : geometry->top;
}

static void put_header(struct pager *pager, size_t page, const struct furniture *furniture) {
    struct frame frame = pager_frame(pager, FLOW_FULL);
    mpt baseline = pager->template->geometry.header;
    mpt period = put_furniture(pager, page, STYLE_RUNNING_PERIOD, furniture->period, baseline,
                               frame.width / 2, true, ROLE_ARTIFACT);
    put_furniture(pager, page, STYLE_RUNNING, pager->sheets[page].running, baseline,
                  frame.width - period - 2 * LEADER_GAP, false, ROLE_ARTIFACT);
    put_rule(pager, page,
             (struct item_rule){frame.x, baseline + RULE_DROP, frame.width, HAIRLINE,
                                pager->template->colours[COLOUR_LINE]});
}

static struct text page_text(struct pager *pager, enum label label, size_t page, size_t total) {
    struct fill fills[] = {{"page", wording_number(pager->words, pager->template, page)},
                           {"total", wording_number(pager->words, pager->template, total)},
                           {NULL, {NULL, 0}}};
    return wording_label(pager->words, pager->template, label, fills);
}

static void put_footer(struct pager *pager, size_t page) {
    struct frame frame = pager_frame(pager, FLOW_FULL);
    mpt baseline = pager->template->geometry.height - pager->template->geometry.footer;
    size_t sources = pager->document->sources_anchor;
    put_rule(pager, page,
             (struct item_rule){frame.x, baseline - FOOT_RISE, frame.width, HAIRLINE,
                                pager->template->colours[COLOUR_LINE]});
    put_furniture(pager, page, STYLE_FOOTER,
                  page_text(pager, LABEL_PAGE_OF, page + 1, pager->count), baseline,
                  frame.width / 2, true, ROLE_ARTIFACT);
    if (sources == NO_ANCHOR)
        return;
    struct text text =
        page_text(pager, LABEL_FOOTER_SOURCES, pager->destinations[sources].page + 1, pager->count);
    mpt width = put_furniture(pager, page, STYLE_FOOTER, text, baseline, frame.width / 2, false,
                              ROLE_ARTIFACT);
    const struct style_values *style = &pager->template->styles[STYLE_FOOTER];
    put_link(pager, page, ROLE_ARTIFACT, 0,
             (struct item_link){
                 frame.x, baseline - style->size, width, style->leading, sources, {NULL, 0}});
}

static void put_leader(struct pager *pager, size_t page, mpt from, mpt until, mpt baseline) {
    uint32_t colour = pager->template->colours[COLOUR_SOFT];
    for (mpt x = (from + DOT_STEP - 1) / DOT_STEP * DOT_STEP; x + DOT <= until; x += DOT_STEP)
        put_rule(pager, page, (struct item_rule){x, baseline - DOT, DOT, DOT, colour});
}

static void fill_pending(struct pager *pager, const struct pending *pending) {
    struct item_text *number = &pager->sheets[pending->page].items[pending->item].of.text;
    size_t page = pager->destinations[pending->target].page + 1;
    mpt right = number->x;
    number->text = arena_printf(pager->words, "%zu", page);
    number->width =
        pager->measure->width(pager->measure->context, number->face, number->size, number->text);
    number->x = right - number->width;
    put_leader(pager, pending->page, pending->leader + LEADER_GAP, number->x - LEADER_GAP,
               number->baseline);
}

void running_fill(struct pager *pager, const struct furniture *furniture) {
    struct arena words = {0};
    for (size_t i = 0; i < pager->pending_count; i++)
        fill_pending(pager, &pager->pending[i]);
    pager->words = &words;
    for (size_t page = 0; page < pager->count; page++) {
        if (page > 0)
            put_header(pager, page, furniture);
        put_footer(pager, page);
        pager->sheets[page].waits = false;
        pager_pack(pager, page);
        arena_reset(&words);
    }
    arena_free(&words);
}
