/* The letterhead: see letterhead.h. As Indonesian offices have it (kop surat; Permendagri 1/2023 on
 * official letters): the coat of arms on the left, the names centred, the larger office's above
 * one's own, the address in small type, a thick line and a thin one below. Before:
 * compose_office.c. Below running.c. */
#include <config.h>

#include "layout/letterhead.h"

#define LOGO_GAP 14000  /* from the logo to the lines, millipoints */
#define RULE_GAP 5000   /* from there to the double line */
#define RULE_THICK 2200 /* its upper line */
#define RULE_SPACE 1200 /* between the two */
#define RULE_THIN 600   /* its lower line */

void letterhead_logo(struct pager *pager, const struct letterhead *head, mpt x, mpt y) {
    figure_begin(pager, 0,
                 (struct item_figure){x, y, head->logo_width, head->logo_height, head->logo_alt});
    put_image(pager, 0, (struct item_image){x, y, head->logo_width, head->logo_height, head->logo});
    figure_end(pager);
}

/* Where the lines stand: in the middle of the page, so with as much room on the right as the logo
 * takes on the left. */
static struct frame lines_frame(const struct pager *pager, const struct letterhead *head) {
    struct frame frame = pager_frame(pager, FLOW_FULL);
    mpt beside = head->logo ? head->logo_width + LOGO_GAP : 0;
    return (struct frame){frame.x + beside, frame.width - 2 * beside};
}

static mpt leading(const struct pager *pager, const struct paragraph *paragraph) {
    return pager->template->styles[paragraph->style].leading;
}

static mpt lines_height(struct pager *pager, const struct letterhead *head, struct frame frame) {
    mpt height = 0;
    for (size_t i = 0; i < head->line_count; i++) {
        struct lines lines = pager_lines(pager, &head->lines[i], frame.width, ALIGN_CENTRE);
        height += (mpt)lines.count * leading(pager, &head->lines[i]);
    }
    return height;
}

static void put_lines(struct pager *pager, const struct letterhead *head, struct frame frame,
                      mpt y) {
    for (size_t i = 0; i < head->line_count; i++) {
        const struct paragraph *paragraph = &head->lines[i];
        struct lines lines = pager_lines(pager, paragraph, frame.width, ALIGN_CENTRE);
        uint32_t element = pager_element(pager);
        for (size_t line = 0; line < lines.count; line++, y += leading(pager, paragraph))
            put_line(pager, 0, paragraph, &lines.at[line], frame, y, ALIGN_CENTRE, ROLE_P, element);
    }
}

/* The double line that closes a letterhead; returns where it ends. */
static mpt put_rules(struct pager *pager, mpt y) {
    struct frame frame = pager_frame(pager, FLOW_FULL);
    uint32_t ink = pager->template->colours[COLOUR_INK];
    put_rule(pager, 0, (struct item_rule){frame.x, y, frame.width, RULE_THICK, ink});
    y += RULE_THICK + RULE_SPACE;
    put_rule(pager, 0, (struct item_rule){frame.x, y, frame.width, RULE_THIN, ink});
    return y + RULE_THIN;
}

mpt letterhead_put(struct pager *pager, const struct letterhead *head, mpt top) {
    struct frame frame = lines_frame(pager, head);
    if (head->line_count == 0)
        return top;
    mpt lines = lines_height(pager, head, frame), logo = head->logo ? head->logo_height : 0;
    mpt height = lines > logo ? lines : logo;
    if (logo)
        letterhead_logo(pager, head, pager_frame(pager, FLOW_FULL).x, top + (height - logo) / 2);
    put_lines(pager, head, frame, top + (height - lines) / 2);
    return put_rules(pager, top + height + RULE_GAP);
}
