/* review.csv: see review_csv.h. Before: the review list and what was decided. After: a file. */
#include <config.h>

#include "summary/review_csv.h"

#include "summary/csv_cells.h"

/* The first columns, up to `confidence`. */
static void put_item(struct csv *csv, const struct review_item *item, struct text reason) {
    const struct facts *facts = item->facts;
    csv_string(csv, item->fid);
    csv_text(csv, facts->id);
    csv_text(csv, facts->region_name);
    csv_string(csv, subject_kind_name(item->subject.kind));
    csv_text(csv, reason);
    if (item->subject.kind == SUBJECT_DATE)
        csv_string(csv, "");
    else
        csv_count(csv, item->confidence > 0 ? (size_t)item->confidence : 0);
    csv_text(csv, subject_words(facts, item->subject));
    csv_text(csv, facts->publisher);
    csv_text(csv, facts->url);
    for (int i = 0; i < 3; i++) /* decision, value, note */
        csv_string(csv, "");
    csv_end_row(csv);
}

static void put_decided(struct csv *csv, const struct decided *decided) {
    const struct decision *decision = decided->decision;
    csv_string(csv, decision->fid);
    csv_text(csv, decided->article);
    csv_text(csv, decided->region);
    csv_string(csv, subject_kind_name(decided->kind));
    csv_string(csv, ""); /* nothing is asked any more */
    csv_string(csv, "");
    csv_text(csv, decided->words);
    csv_text(csv, decided->publisher);
    csv_text(csv, decided->url);
    csv_string(csv, decision_verb_name(decision->verb));
    csv_text(csv, decision->value);
    csv_text(csv, decision->note);
    csv_end_row(csv);
}

void csv_review(const struct review *review, const struct decided_list *decided, char separator,
                review_words *words, void *context, struct buffer *out) {
    struct csv csv =
        csv_start(out, separator,
                  "fid article region kind reason confidence text source url decision value note");
    for (size_t i = 0; i < review->count; i++)
        put_item(&csv, &review->items[i], words(context, &review->items[i]));
    for (size_t i = 0; i < decided->count; i++)
        put_decided(&csv, &decided->at[i]);
}
