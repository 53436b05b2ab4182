/* An article with its facts in a terminal: see show_view.h. Before: show_marks.c, show_details.c.
 * After: show.c writes the bytes. */
#include <config.h>

#include "cli/show_details.h"
#include "cli/show_view.h"
#include "cli/show_wrap.h"

#define EXCERPT 72      /* characters of a fact in the list */
#define NAME_COLUMN 4   /* where names of details stand */
#define VALUE_COLUMN 18 /* and their values */

static enum style kind_style(enum mark_kind kind) {
    static const enum style styles[MARK_KINDS] = {
        [MARK_STATEMENT] = STYLE_STATEMENT, [MARK_QUOTE] = STYLE_QUOTE,
        [MARK_ADVISORY] = STYLE_ADVISORY,   [MARK_BACKREF] = STYLE_BACKREF,
        [MARK_CITATION] = STYLE_CITATION,
    };
    return styles[kind];
}

/* "[3]", or "[/3]" where a mark ends and no colour tells so. */
static void put_number(struct wrap *wrap, const struct view *view, const struct mark *mark,
                       const char *open) {
    wrap_text(wrap, arena_printf(view->arena, "%s%zu]", open, mark->number),
              kind_style(mark->kind));
}

static void put_cut(struct wrap *wrap, const struct flag *cut, const char *open) {
    wrap_string(wrap, open, STYLE_FAINT);
    wrap_string(wrap, flag_kind_name(cut->kind), STYLE_FAINT);
    wrap_string(wrap, "]", STYLE_FAINT);
}

static void put_run(struct wrap *wrap, const struct view *view, const struct run *run) {
    enum style style = run->cut ? STYLE_FAINT : STYLE_PLAIN;
    for (size_t i = 0; i < run->ended_count && !wrap->colour; i++)
        put_number(wrap, view, run->ended[i], "[/");
    if (run->cut_starts)
        put_cut(wrap, run->cut, "[");
    for (size_t i = 0; i < run->started_count; i++)
        put_number(wrap, view, &run->started[i], "[");
    if (run->top && !run->cut)
        style = kind_style(run->top->kind);
    wrap_text(wrap, text_slice(view->facts->text, run->span), style);
    if (run->cut && run->span.end == run->cut->span.end && !wrap->colour)
        put_cut(wrap, run->cut, "[/");
}

static void put_part(struct wrap *wrap, const struct view *view, struct span part) {
    struct run_cursor cursor = {.marks = &view->marks, .part = part, .arena = view->arena};
    struct run run;
    wrap->indent = 0;
    while (run_next(&cursor, &run))
        put_run(wrap, view, &run);
    wrap_end_paragraph(wrap);
}

static void put_details(struct wrap *wrap, const struct details *details, size_t column) {
    for (size_t i = 0; i < details->count; i++) {
        wrap->indent = 0;
        wrap_column(wrap, column);
        wrap_string(wrap, details->at[i].name, STYLE_FAINT);
        wrap_column(wrap, column + VALUE_COLUMN - NAME_COLUMN);
        wrap->indent = wrap->column;
        wrap_text(wrap, details->at[i].value, STYLE_PLAIN);
        wrap_end_line(wrap);
    }
    wrap->indent = 0;
}

/* One entry of the list. */
static void put_fact(struct wrap *wrap, const struct view *view, const struct mark *mark) {
    struct details details;
    struct text words = mark_words(view->facts, mark);
    put_number(wrap, view, mark, "[");
    wrap_string(wrap, " ", STYLE_PLAIN);
    wrap_string(wrap, mark_kind_name(mark->kind), kind_style(mark->kind));
    wrap_string(wrap, " \"", STYLE_PLAIN);
    wrap->indent = NAME_COLUMN;
    wrap_text(wrap, excerpt(view->arena, words, EXCERPT), STYLE_PLAIN);
    wrap_string(wrap, "\"", STYLE_PLAIN);
    wrap_end_line(wrap);
    details_of_fact(view->facts, &view->marks, mark, view->arena, &details);
    put_details(wrap, &details, NAME_COLUMN);
    wrap_end_paragraph(wrap);
}

/* Where the article comes from, and what was noticed about it as a whole. */
static void put_origin(struct wrap *wrap, const struct view *view) {
    struct details details;
    details_of_article(view->facts, view->tables, view->arena, &details);
    if (view->article)
        details_of_topic(view->article, view->tables, view->arena, &details);
    put_details(wrap, &details, 0);
    size_t count;
    struct text *notes = article_notes(view->facts, view->arena, &count);
    for (size_t i = 0; i < count; i++)
        put_details(wrap, &(struct details){.at = {{"note", notes[i]}}, .count = 1}, 0);
    wrap_end_paragraph(wrap);
}

static void put_heading(struct wrap *wrap, const struct view *view) {
    struct text title = view->facts->title;
    wrap_text(wrap, title.size ? title : view->facts->id, STYLE_STRONG);
    wrap_end_paragraph(wrap);
    put_origin(wrap, view);
}

static struct wrap make_wrap(struct terminal terminal, struct buffer *out) {
    return (struct wrap){.out = out, .width = terminal.width, .colour = terminal.colour};
}

void show_terminal(const struct view *view, struct terminal terminal, struct buffer *out) {
    struct wrap wrap = make_wrap(terminal, out);
    put_heading(&wrap, view);
    put_part(&wrap, view, view->part);
    if (view->marks.count == 0)
        wrap_string(&wrap, "No facts were found.", STYLE_STRONG);
    else
        wrap_string(&wrap, "Facts", STYLE_STRONG);
    wrap_end_paragraph(&wrap);
    for (size_t i = 0; i < view->marks.count; i++)
        put_fact(&wrap, view, &view->marks.at[i]);
}

/* What stands in the place of the paragraph where there is no text: the words of the fact. */
static void put_words(struct wrap *wrap, const struct view *view) {
    const struct mark *mark = view->marks.at;
    put_number(wrap, view, mark, "[");
    wrap_text(wrap, mark_words(view->facts, mark), kind_style(mark->kind));
    if (!wrap->colour)
        put_number(wrap, view, mark, "[/");
    wrap_end_paragraph(wrap);
}

void show_terminal_fact(const struct view *view, struct terminal terminal, struct buffer *out) {
    struct wrap wrap = make_wrap(terminal, out);
    struct text title = view->facts->title;
    wrap_text(&wrap, title.size ? title : view->facts->id, STYLE_STRONG);
    wrap_end_paragraph(&wrap);
    if (span_size(view->part))
        put_part(&wrap, view, view->part);
    else
        put_words(&wrap, view);
    put_fact(&wrap, view, view->marks.at);
    put_origin(&wrap, view);
}
