/* The review list as a table: see review_table.h. Before: the review list and what was decided.
 * After: csv_cells.c and cli/spreadsheet.c. */
#include <config.h>

#include "summary/review_table.h"

/* The first columns, up to `confidence`. */
static void put_item(struct table_sink *table, const struct review_item *item, struct text reason) {
    const struct facts *facts = item->facts;
    table_string(table, item->fid);
    table_text(table, facts->id);
    table_text(table, facts->region_name);
    table_string(table, subject_kind_name(item->subject.kind));
    table_text(table, reason);
    if (item->subject.kind == SUBJECT_DATE)
        table_string(table, "");
    else
        table_count(table, item->confidence > 0 ? (size_t)item->confidence : 0);
    table_text(table, subject_words(facts, item->subject));
    table_text(table, facts->publisher);
    table_text(table, facts->url);
    for (int i = 0; i < 3; i++) /* decision, value, note */
        table_string(table, "");
    table_end_row(table);
}

static void put_decided(struct table_sink *table, const struct decided *decided) {
    const struct decision *decision = decided->decision;
    table_string(table, decision->fid);
    table_text(table, decided->article);
    table_text(table, decided->region);
    table_string(table, subject_kind_name(decided->kind));
    table_string(table, ""); /* nothing is asked any more */
    table_string(table, "");
    table_text(table, decided->words);
    table_text(table, decided->publisher);
    table_text(table, decided->url);
    table_string(table, decision_verb_name(decision->verb));
    table_text(table, decision->value);
    table_text(table, decision->note);
    table_end_row(table);
}

void review_table(const struct review *review, const struct decided_list *decided,
                  review_words *words, void *context, struct table_sink *table) {
    table_head(table,
               "fid article region kind reason confidence text source url decision value note");
    for (size_t i = 0; i < review->count; i++)
        put_item(table, &review->items[i], words(context, &review->items[i]));
    for (size_t i = 0; i < decided->count; i++)
        put_decided(table, &decided->at[i]);
}
