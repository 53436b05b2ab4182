/* What changed between two summaries of one period: articles that came, went or read differently.
 *
 * Before: two sealed summaries, of a published revision and of the next one. After: the addendum
 * (layout) and `taklimat diff`. */
#ifndef TAKLIMAT_SUMMARY_CHANGES_H
#define TAKLIMAT_SUMMARY_CHANGES_H

#include "base/arena.h"
#include "summary/summary.h"

enum change_kind {
    CHANGE_ADDED,   /* the article is in the later one only */
    CHANGE_ALTERED, /* the same id with other content */
    CHANGE_REMOVED, /* in the earlier one only */
    CHANGE_KINDS
};

struct article_change {
    enum change_kind kind;
    struct text id;
    const struct kept *before, *now; /* NULL where it was or is not there */
};

struct changes {
    struct article_change *at; /* by id */
    size_t count;
};

/* Compares the articles that lie in the periods of the two sealed summaries. The result lives in
 * `arena` and borrows from both. Linear. */
void changes_find(const struct summary *before, const struct summary *now, struct arena *arena,
                  struct changes *out);

/* The change of the article with this id, or NULL. */
const struct article_change *changes_of(const struct changes *changes, struct text id);

#endif
