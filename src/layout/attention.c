/* What needs a person's eye: see attention.h. Before: an edition. */
#include <config.h>

#include "layout/attention.h"

static void add(struct concerns *concerns, size_t count, struct text what, size_t anchor) {
    if (count)
        concerns->at[concerns->count++] = (struct concern){count, what, anchor};
}

size_t attention_anchor(const struct composer *composer) {
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
            attention_anchor(composer));
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

void attention_list(const struct composer *composer, struct concerns *concerns) {
    concerns->count = 0;
    if (composer->options->review)
        add_reasons(composer, concerns);
    else
        add_flags(composer, concerns);
    add_rest(composer, concerns);
}
