/* What the notes on method say of the months compared with. Before: compose_method.c. */
#include <config.h>

#include "layout/compose.h"

struct text month_words(const struct composer *composer, int year, int month) {
    struct period period = {.from = date_make(year, month, 1),
                            .until = date_make(month < 12 ? year : year + 1, month % 12 + 1, 1)};
    return wording_period(composer->arena, composer->template, period);
}

static struct text listed(const struct composer *composer, struct text list, struct text more) {
    return list.size ? arena_concat(composer->arena, list, TEXT(", "), more) : more;
}

static void add_caption(struct composer *composer, enum label label, const struct fill *fills) {
    document_paragraph(composer->document, STYLE_CAPTION,
                       wording_label(composer->arena, composer->template, label, fills));
}

/* How many months are known, from which on. */
static void compose_known(struct composer *composer, const struct history *history) {
    const struct history_month *first = history->at, *last = &history->at[history->count - 1];
    size_t known = history_known(history);
    if (known == 0)
        return;
    while (first->state != HISTORY_KNOWN)
        first++;
    while (last->state != HISTORY_KNOWN)
        last--;
    struct fill fills[] = {{"from", month_words(composer, first->year, first->month)},
                           {"until", month_words(composer, last->year, last->month)},
                           {NULL, {NULL, 0}}};
    document_paragraph(
        composer->document, STYLE_CAPTION,
        wording_count(composer->arena, composer->template, LABEL_METHOD_HISTORY, known, fills));
}

/* Each month that is left out, with the reason. */
static void compose_left_out(struct composer *composer, const struct history *history) {
    static const enum label reasons[] = {[HISTORY_MISSING] = LABEL_HISTORY_MISSING,
                                         [HISTORY_DAMAGED] = LABEL_HISTORY_DAMAGED,
                                         [HISTORY_OTHER] = LABEL_HISTORY_OTHER};
    struct text list = TEXT("");
    for (size_t i = 0; i < history->count; i++) {
        const struct history_month *month = &history->at[i];
        struct fill fills[] = {{"month", month_words(composer, month->year, month->month)},
                               {NULL, {NULL, 0}}};
        if (month->state != HISTORY_KNOWN)
            list = listed(
                composer, list,
                wording_label(composer->arena, composer->template, reasons[month->state], fills));
    }
    struct fill fills[] = {{"months", list}, {NULL, {NULL, 0}}};
    if (list.size)
        add_caption(composer, LABEL_METHOD_LEFT_OUT, fills);
}

/* True if the month was counted with tables of this version. */
static bool used(const struct history_month *month, struct text tables) {
    return month->figures && text_equal(month->figures->tables, tables);
}

/* The months that were counted with the tables that month `first` was, unless an earlier one was as
 * well, or the month at hand. */
static void compose_tables(struct composer *composer, const struct history *history, size_t first) {
    const struct month_figures *figures = history->at[first].figures;
    struct text list = TEXT("");
    if (!figures || text_equal(figures->tables, composer->options->tables_version))
        return;
    for (size_t i = 0; i < history->count; i++) {
        const struct history_month *month = &history->at[i];
        if (!used(month, figures->tables))
            continue;
        if (i < first)
            return;
        list = listed(composer, list, month_words(composer, month->year, month->month));
    }
    struct fill fills[] = {{"months", list}, {"tables", figures->tables}, {NULL, {NULL, 0}}};
    add_caption(composer, LABEL_METHOD_BEFORE, fills);
}

void compose_history_notes(struct composer *composer) {
    const struct history *history = composer->options->history;
    if (!history || history->count == 0)
        return;
    compose_known(composer, history);
    compose_left_out(composer, history);
    for (size_t i = 0; i < history->count; i++)
        compose_tables(composer, history, i);
}
