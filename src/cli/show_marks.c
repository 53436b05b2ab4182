/* Marks and runs: see show_marks.h. Before: extract. After: show_terminal.c, show_html.c. */
#include <config.h>

#include "cli/show_marks.h"

#include <stdlib.h>
#include <string.h>

#include "base/search.h"

const char *mark_kind_name(enum mark_kind kind) {
    static const char *const names[MARK_KINDS] = {
        [MARK_STATEMENT] = "statement", [MARK_QUOTE] = "quote",
        [MARK_ADVISORY] = "advisory",   [MARK_BACKREF] = "back-reference",
        [MARK_CITATION] = "citation",
    };
    return names[kind];
}

struct text mark_words(const struct facts *facts, const struct mark *mark) {
    switch (mark->kind) {
    case MARK_STATEMENT:
        return statement_text(facts, mark->index);
    case MARK_QUOTE:
        return quote_text(facts, mark->index);
    case MARK_ADVISORY:
        return advisory_text(facts, mark->index);
    case MARK_CITATION:
        return citation_text(facts, mark->index);
    case MARK_BACKREF:
    case MARK_KINDS:
        break;
    }
    return backref_text(facts, mark->index);
}

static int compare_marks(const void *a, const void *b) {
    const struct mark *x = a, *y = b;
    if (x->span.start != y->span.start)
        return x->span.start < y->span.start ? -1 : 1;
    if (x->span.end != y->span.end)
        return x->span.end > y->span.end ? -1 : 1;
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

static void add_mark(struct marks *marks, enum mark_kind kind, size_t index, const char *fid,
                     struct span span) {
    if (span.start < span.end)
        marks->at[marks->count++] = (struct mark){kind, index, 0, fid, span};
}

/* Repeats and page furniture; where they overlap the first counts. */
static void collect_cuts(const struct facts *facts, struct arena *arena, struct marks *marks) {
    marks->cuts = arena_alloc_array(arena, facts->flag_count + 1, sizeof *marks->cuts);
    for (size_t i = 0; i < facts->flag_count; i++) {
        struct flag flag = facts->flags[i];
        size_t end = marks->cut_count ? marks->cuts[marks->cut_count - 1].span.end : 0;
        if (flag.kind != FLAG_DUPLICATE && flag.kind != FLAG_BOILERPLATE)
            continue;
        if (flag.span.start < end)
            flag.span.start = end;
        if (flag.span.start < flag.span.end)
            marks->cuts[marks->cut_count++] = flag;
    }
}

static int compare_fids(const void *a, const void *b) {
    const struct mark *const *x = a, *const *y = b;
    return strcmp((*x)->fid, (*y)->fid);
}

static int compare_notes(const void *a, const void *b) {
    const struct flag *const *x = a, *const *y = b;
    int order = text_compare((*x)->fact, (*y)->fact);
    return order != 0 ? order : (*x > *y) - (*x < *y);
}

/* Orders marks and flags by the fact's name, so that nothing is searched one by one. */
static void make_indexes(const struct facts *facts, struct arena *arena, struct marks *marks) {
    marks->by_fid = arena_alloc_array(arena, marks->count + 1, sizeof(struct mark *));
    marks->by_fact = arena_alloc_array(arena, facts->flag_count + 1, sizeof(struct flag *));
    for (size_t i = 0; i < marks->count; i++)
        if (marks->at[i].fid)
            marks->by_fid[marks->named_count++] = &marks->at[i];
    for (size_t i = 0; i < facts->flag_count; i++)
        if (facts->flags[i].fact.size)
            marks->by_fact[marks->noted_count++] = &facts->flags[i];
    if (marks->named_count > 1)
        qsort(marks->by_fid, marks->named_count, sizeof *marks->by_fid, compare_fids);
    if (marks->noted_count > 1)
        qsort(marks->by_fact, marks->noted_count, sizeof *marks->by_fact, compare_notes);
}

void marks_collect(const struct facts *facts, struct arena *arena, struct marks *marks) {
    size_t most = facts->quote_count + facts->statement_count + facts->citation_count +
                  facts->backref_count + facts->advisory_count;
    *marks = (struct marks){.at = arena_alloc_array(arena, most + 1, sizeof *marks->at)};
    for (size_t i = 0; i < facts->statement_count; i++)
        add_mark(marks, MARK_STATEMENT, i, facts->statements[i].fid, facts->statements[i].span);
    for (size_t i = 0; i < facts->quote_count; i++)
        add_mark(marks, MARK_QUOTE, i, facts->quotes[i].fid, facts->quotes[i].span);
    for (size_t i = 0; i < facts->advisory_count; i++)
        add_mark(marks, MARK_ADVISORY, i, facts->advisories[i].fid, facts->advisories[i].span);
    for (size_t i = 0; i < facts->backref_count; i++)
        add_mark(marks, MARK_BACKREF, i, NULL, facts->backrefs[i].span);
    for (size_t i = 0; i < facts->citation_count; i++)
        add_mark(marks, MARK_CITATION, i, facts->citations[i].fid, facts->citations[i].span);
    if (marks->count > 1)
        qsort(marks->at, marks->count, sizeof *marks->at, compare_marks);
    for (size_t i = 0; i < marks->count; i++)
        marks->at[i].number = i + 1;
    collect_cuts(facts, arena, marks);
    make_indexes(facts, arena, marks);
}

static bool fid_before(const void *mark, const void *fid) {
    return strcmp((*(const struct mark *const *)mark)->fid, fid) < 0;
}

const struct mark *marks_find(const struct marks *marks, const char *fid) {
    size_t first =
        search_first(marks->by_fid, marks->named_count, sizeof *marks->by_fid, fid, fid_before);
    bool found = first < marks->named_count && strcmp(marks->by_fid[first]->fid, fid) == 0;
    return found ? marks->by_fid[first] : NULL;
}

static bool note_before(const void *flag, const void *fid) {
    return text_compare((*(const struct flag *const *)flag)->fact, text_of(fid)) < 0;
}

size_t marks_first_note(const struct marks *marks, const char *fid) {
    return search_first(marks->by_fact, marks->noted_count, sizeof *marks->by_fact, fid,
                        note_before);
}

/* Skips what lies before the part. Marks that began before it are open in it. */
static void begin(struct run_cursor *c) {
    c->begun = true;
    c->offset = c->part.start;
    c->open = arena_alloc_array(c->arena, c->marks->count + 1, sizeof(struct mark *));
    c->ended = arena_alloc_array(c->arena, c->marks->count + 1, sizeof(struct mark *));
    for (; c->next_mark < c->marks->count && c->marks->at[c->next_mark].span.start < c->part.start;
         c->next_mark++)
        if (c->marks->at[c->next_mark].span.end > c->part.start)
            c->open[c->open_count++] = &c->marks->at[c->next_mark];
    while (c->next_cut < c->marks->cut_count &&
           c->marks->cuts[c->next_cut].span.end <= c->part.start)
        c->next_cut++;
}

/* Takes the marks that end at the offset from the open ones: the latest begun ends first. */
static void end_marks(struct run_cursor *c, struct run *run) {
    size_t kept = 0;
    for (size_t i = c->open_count; i > 0; i--)
        if (c->open[i - 1]->span.end <= c->offset)
            c->ended[run->ended_count++] = c->open[i - 1];
    for (size_t i = 0; i < c->open_count; i++)
        if (c->open[i]->span.end > c->offset)
            c->open[kept++] = c->open[i];
    c->open_count = kept;
    run->ended = c->ended;
}

static void start_marks(struct run_cursor *c, struct run *run) {
    run->started = c->marks->at + c->next_mark;
    while (c->next_mark < c->marks->count && c->offset < c->part.end &&
           c->marks->at[c->next_mark].span.start == c->offset) {
        c->open[c->open_count++] = &c->marks->at[c->next_mark++];
        run->started_count++;
    }
}

/* The shortest of the open marks; of equals the last, which is of the later kind. */
static const struct mark *innermost(const struct run_cursor *c) {
    const struct mark *best = NULL;
    for (size_t i = 0; i < c->open_count; i++)
        if (!best || span_size(c->open[i]->span) <= span_size(best->span))
            best = c->open[i];
    return best;
}

/* The cut at the offset, if any. */
static void find_cut(struct run_cursor *c, struct run *run) {
    const struct marks *marks = c->marks;
    while (c->next_cut < marks->cut_count && marks->cuts[c->next_cut].span.end <= c->offset)
        c->next_cut++;
    if (c->next_cut == marks->cut_count || marks->cuts[c->next_cut].span.start > c->offset)
        return;
    run->cut = &marks->cuts[c->next_cut];
    run->cut_starts = run->cut->span.start == c->offset;
}

/* Where the run that begins at the offset ends: at the next begin or end of anything. */
static size_t run_end(const struct run_cursor *c, const struct run *run) {
    size_t end = c->part.end;
    if (c->next_mark < c->marks->count && c->marks->at[c->next_mark].span.start < end)
        end = c->marks->at[c->next_mark].span.start;
    for (size_t i = 0; i < c->open_count; i++)
        if (c->open[i]->span.end < end)
            end = c->open[i]->span.end;
    if (run->cut && run->cut->span.end < end)
        end = run->cut->span.end;
    if (!run->cut && c->next_cut < c->marks->cut_count &&
        c->marks->cuts[c->next_cut].span.start < end)
        end = c->marks->cuts[c->next_cut].span.start;
    return end;
}

bool run_next(struct run_cursor *cursor, struct run *run) {
    if (!cursor->begun)
        begin(cursor);
    if (cursor->done)
        return false;
    *run = (struct run){.span = {cursor->offset, cursor->offset}};
    end_marks(cursor, run);
    start_marks(cursor, run);
    cursor->done = cursor->offset >= cursor->part.end;
    if (cursor->done)
        return true;
    run->top = innermost(cursor);
    find_cut(cursor, run);
    run->span.end = run_end(cursor, run);
    cursor->offset = run->span.end;
    return true;
}
