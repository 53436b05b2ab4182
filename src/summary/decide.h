/* Applying an editor's decisions to a month.
 *
 * Before: a sealed summary that has been written. After: finish. Decisions belong here and to no
 * stage before: facts stay as they were extracted and a summary stays the pure union of facts, so
 * that shards, orders and merges cannot matter; the same summary with the same decisions gives the
 * same pages, whichever command renders it. `facts.jsonl` and `summary.json` therefore never show a
 * decision; pages, tables and run.json do. */
#ifndef TAKLIMAT_SUMMARY_DECIDE_H
#define TAKLIMAT_SUMMARY_DECIDE_H

#include "summary/decision.h"
#include "summary/name_index.h"
#include "summary/summary.h"

/* A decision that was applied, and what it was about before. */
struct decided {
    const struct decision *decision; /* borrowed */
    struct text article;             /* its id */
    enum subject_kind kind;
    struct text region, words, publisher, url;
};

struct decided_list {
    struct decided *at; /* by article, then by subject_slot */
    size_t count;
    size_t dropped; /* articles that are gone as a whole */
};

/* Judges a corrected citation anew: fills title, status, since and replaced_by from what `resolved`
 * says, as of `day`. `words` are those of the text. (extract/verdict.h has it; this folder may not
 * see it.) */
typedef void decide_verdict(const struct tables *tables, struct date day, struct text words,
                            struct citation *citation, struct arena *arena);

/* Applies decisions to the articles of a sealed summary, in place; it must not be written any more.
 * Told to `complain` and left out are decisions whose fact is not there (any more) or is not told
 * from others of the same name, and decisions that a later one contradicts. What was decided on is
 * marked as checked, and flags about it are gone. *out lives in the summary's arena and borrows
 * from `decisions`. */
void decide(struct summary *summary, const struct decisions *decisions, const struct tables *tables,
            decide_verdict *verdict, decision_complaint *complain, void *context,
            struct decided_list *out);

/* An article whose facts are changed. */
struct decide_article {
    struct facts *facts;
    const struct tables *tables;
    decide_verdict *verdict;
    struct arena *arena;     /* for what is added; the facts are packed afterwards */
    struct name_index names; /* of its people */
};

/* Makes room for the people that so many decisions about the article may add, once an article: a
 * copy of the list for each of them would grow with the square of their number. The index lives in
 * `scratch`. Called by decide before decide_correct. */
void decide_make_room(struct decide_article *article, size_t decisions, struct arena *scratch);

/* The decision applied to one subject of an article: its fields are set, nothing is removed; marks
 * of an article wait for decide_marks. False if it cannot be, with the reason told in *why (in the
 * arena). Called by decide. */
bool decide_correct(struct decide_article *article, struct subject subject,
                    const struct decision *decision, struct text *why);

/* Sets or takes away the marks `advertorial` and `off_topic` as the decision about the article
 * says. Called by decide after decide_remove. */
void decide_marks(struct facts *facts, const struct decision *decision, struct arena *arena);

/* Removes the facts whose slot is true in `gone`, with what refers to them, and the flags whose
 * subject's slot is true in `settled`. `subjects` are those of the flags. Called by decide. */
void decide_remove(struct facts *facts, const struct subject *subjects, const bool *gone,
                   const bool *settled, struct arena *scratch);

#endif
