/* The front page's box of what needs a person's eye: so many of each kind, the weightiest first,
 * each leading to where they stand. Before: compose_front.c. */
#include <config.h>

#include "layout/compose.h"

struct concern {
    size_t count;
    struct text what;
    size_t anchor; /* NO_ANCHOR for none */
};

struct concerns {
    struct concern at[REVIEW_REASONS + FLAG_KINDS + 8];
    size_t count;
};

static void add(struct concerns *concerns, size_t count, struct text what, size_t anchor) {
    if (count)
        concerns->at[concerns->count++] = (struct concern){count, what, anchor};
}

/* Where what is flagged stands: the list of what to check, else the overview, which counts it by
 * place. */
static size_t flags_anchor(const struct composer *composer) {
    return composer->review != NO_ANCHOR ? composer->review : composer->overview;
}

/* Kinds of flag in the order of the review list. */
static const enum flag_kind weightiest[] = {
    FLAG_LOST_NEGATION,  FLAG_SANCTION_MISMATCH, FLAG_SIGNATORY_MISMATCH, FLAG_BAD_CITATION,
    FLAG_TITLE_MISMATCH, FLAG_GARBLED,           FLAG_TRUNCATED,          FLAG_UNBALANCED_QUOTE,
    FLAG_DATE_CONFLICT,  FLAG_REPAIRED,          FLAG_CONVERTED,          FLAG_SYNDICATED,
    FLAG_ADVERTORIAL,    FLAG_OFF_TOPIC};

static void add_flags(const struct composer *composer, struct concerns *concerns) {
    const size_t *flags = composer->edition->figures.flags;
    for (size_t i = 0; i < sizeof weightiest / sizeof *weightiest; i++)
        add(concerns, flags[weightiest[i]], composer->template->labels[flag_label(weightiest[i])],
            flags_anchor(composer));
}

/* The lines of the review list by their reasons, so that the box and the list agree. */
static void add_reasons(const struct composer *composer, struct concerns *concerns) {
    const struct review *review = composer->options->review;
    size_t counts[REVIEW_REASONS] = {0};
    for (size_t i = 0; i < review->count; i++)
        counts[review->items[i].first] += review_in_edition(composer, &review->items[i]);
    for (size_t reason = 0; reason < REVIEW_REASONS; reason++)
        add(concerns, counts[reason],
            wording_lower_first(
                composer->arena,
                composer->template->labels[review_label((enum review_reason)reason)]),
            composer->review);
}

/* What stands apart from the articles that count. */
static void add_rest(const struct composer *composer, struct concerns *concerns) {
    const struct text *labels = composer->template->labels;
    const struct figures *figures = &composer->edition->figures;
    const struct finished *finished = composer->finished;
    bool nation = composer->edition->kind == EDITION_NATION, listed = composer->options->review;
    add(concerns, figures->unattributed, labels[LABEL_ATTENTION_UNATTRIBUTED], NO_ANCHOR);
    add(concerns, figures->advertorials, labels[LABEL_ATTENTION_ADVERTORIAL], NO_ANCHOR);
    if (!nation)
        return;
    if (!listed) { /* else these are among the reasons */
        add(concerns, finished->unknown.story_count, labels[LABEL_ATTENTION_UNPLACED],
            composer->overview);
        add(concerns, finished->counts.undated, labels[LABEL_ATTENTION_UNDATED],
            composer->set_aside);
    }
    add(concerns, composer->options->rejected, labels[LABEL_ATTENTION_REJECTED], composer->method);
}

/* "3  Tanda kutip tidak lengkap" */
static void compose_concern(struct composer *composer, const struct concern *concern) {
    struct document *document = composer->document;
    struct block *block = document_add(document, BLOCK_PARAGRAPH, STYLE_LIST_ITEM);
    struct text count = wording_number(composer->arena, composer->template, concern->count);
    block->mark.style = STYLE_LIST_ITEM;
    paragraph_add(document, &block->mark, STYLE_WARNING, count);
    if (concern->anchor == NO_ANCHOR)
        paragraph_add(document, &block->text, STYLE_LIST_ITEM, concern->what);
    else
        paragraph_add_link(document, &block->text, STYLE_LIST_ITEM, concern->what, concern->anchor);
}

/* "dan 12 lagi, lihat halaman 21": what the box has no room for. */
static void compose_more(struct composer *composer, size_t count) {
    size_t target = flags_anchor(composer) != NO_ANCHOR ? flags_anchor(composer) : composer->method;
    struct block *block = document_add(composer->document, BLOCK_CONTENTS, STYLE_LIST_ITEM);
    paragraph_add(
        composer->document, &block->text, STYLE_LIST_ITEM,
        wording_count(composer->arena, composer->template, LABEL_ATTENTION_REST, count, NULL));
    block->of.target = target;
}

/* The height of the line for the rest. */
static mpt more_height(struct composer *composer, size_t count) {
    struct front_mark mark = front_room_mark(&composer->room);
    mpt left = front_room_left(&composer->room, FLOW_SIDE);
    compose_more(composer, count);
    left -= front_room_left(&composer->room, FLOW_SIDE);
    front_room_back(&composer->room, &mark);
    return left;
}

/* The concerns that fit, and below them how much is left over. */
static void compose_concerns(struct composer *composer, const struct concerns *concerns) {
    size_t rest = 0, shown = 0;
    for (size_t i = 0; i < concerns->count; i++)
        rest += concerns->at[i].count;
    for (; shown < concerns->count; shown++) {
        struct front_mark mark = front_room_mark(&composer->room);
        size_t then = rest - concerns->at[shown].count;
        compose_concern(composer, &concerns->at[shown]);
        mpt need = then ? more_height(composer, then) : 0;
        if (front_room_left(&composer->room, FLOW_SIDE) < need) {
            front_room_back(&composer->room, &mark);
            break;
        }
        rest = then;
    }
    if (rest)
        compose_more(composer, rest);
}

void compose_attention(struct composer *composer) {
    const struct text *labels = composer->template->labels;
    struct concerns concerns = {.count = 0};
    if (composer->options->review)
        add_reasons(composer, &concerns);
    else
        add_flags(composer, &concerns);
    add_rest(composer, &concerns);
    document_paragraph(composer->document, STYLE_FIGURE_TITLE, labels[LABEL_ATTENTION]);
    if (concerns.count == 0)
        document_paragraph(composer->document, STYLE_FIGURE_UNIT, labels[LABEL_ATTENTION_NONE]);
    compose_concerns(composer, &concerns);
}
