/* The facts of an article as numbered marks over its text, and the text cut into runs between them.
 *
 * Before: struct facts. After: show_terminal.c and show_html.c, which differ only in how they draw
 * a run. */
#ifndef TAKLIMAT_CLI_SHOW_MARKS_H
#define TAKLIMAT_CLI_SHOW_MARKS_H

#include "base/arena.h"
#include "extract/facts.h"

/* Of marks over the very same words, the later kind is drawn. */
enum mark_kind {
    MARK_STATEMENT,
    MARK_QUOTE,
    MARK_ADVISORY,
    MARK_BACKREF,
    MARK_CITATION,
    MARK_KINDS
};

struct mark {
    enum mark_kind kind;
    size_t index;    /* in the facts' list of its kind */
    size_t number;   /* from 1, as shown */
    const char *fid; /* NULL for back-references, which have none */
    struct span span;
};

struct marks {
    struct mark *at; /* in the order of the text, of those that start together the longest first */
    size_t count;
    struct flag *cuts; /* what intake cut from the news, ascending, without overlaps */
    size_t cut_count;
    const struct mark **by_fid; /* those that have one, in its byte order */
    size_t named_count;
    const struct flag **by_fact; /* flags that are about a fact, in byte order of its fid */
    size_t noted_count;
};

/* A piece of text under the same marks throughout. */
struct run {
    struct span span;                /* the last one is empty and ends marks only */
    const struct mark *const *ended; /* marks that end where it starts, innermost first */
    size_t ended_count;
    const struct mark *started; /* marks that start where it starts, outermost first */
    size_t started_count;
    const struct mark *top; /* the innermost mark over it, NULL for none */
    const struct flag *cut; /* the cut that it is part of, NULL for none */
    bool cut_starts;        /* it is the first of its cut */
};

/* Zero-initialise with `marks`, `text` and `arena` set. */
struct run_cursor {
    const struct marks *marks;
    struct span part; /* of the text that is cut into runs */
    struct arena *arena;
    bool begun, done;
    size_t offset, next_mark, next_cut;
    const struct mark **open; /* marks that have begun, by start */
    const struct mark **ended;
    size_t open_count;
};

/* "quote", "statement", ... */
const char *mark_kind_name(enum mark_kind kind);

/* The words of a fact, of the article or as they were read back. */
struct text mark_words(const struct facts *facts, const struct mark *mark);

/* The marks of an article's facts, in `arena`. */
void marks_collect(const struct facts *facts, struct arena *arena, struct marks *marks);

/* The mark of the fact named `fid`, NULL if it is none of these. */
const struct mark *marks_find(const struct marks *marks, const char *fid);

/* The place in marks->by_fact of the first flag about the fact named `fid`, or behind where it
 * would stand. */
size_t marks_first_note(const struct marks *marks, const char *fid);

/* The next run of cursor->part; false after the last. */
bool run_next(struct run_cursor *cursor, struct run *run);

#endif
