/* An article with its facts as a part of a web page: see show_view.h. Before: show_marks.c,
 * show_details.c. After: show_page.c puts the page around it.
 *
 * Marks may overlap, elements may not: each run is an element of its own, in the class of its
 * innermost mark. Number and list entry of a fact link to each other. */
#include <config.h>

#include "base/utf8.h"
#include "cli/safe_text.h"
#include "cli/show_details.h"
#include "cli/show_html.h"
#include "cli/show_view.h"

#define EXCERPT 160 /* characters of a fact in the list */

/* The text of an article being written: which elements are open. */
struct body {
    struct buffer *out;
    bool paragraph;
    const char *span; /* class of the open span, NULL for none */
};

static const char *kind_class(enum mark_kind kind) {
    static const char *const classes[MARK_KINDS] = {
        [MARK_STATEMENT] = "statement", [MARK_QUOTE] = "quote",       [MARK_ADVISORY] = "advisory",
        [MARK_BACKREF] = "backref",     [MARK_CITATION] = "citation",
    };
    return classes[kind];
}

static void put_character(struct buffer *out, uint32_t c) {
    char bytes[4];
    switch (c) {
    case '&':
        buffer_string(out, "&amp;");
        break;
    case '<':
        buffer_string(out, "&lt;");
        break;
    case '>':
        buffer_string(out, "&gt;");
        break;
    case '"':
        buffer_string(out, "&quot;");
        break;
    case '\'':
        buffer_string(out, "&#39;");
        break;
    default:
        buffer_append(out, bytes, utf8_encode(c, bytes));
    }
}

void html_text(struct buffer *out, struct text text) {
    for (size_t i = 0, size; i < text.size; i += size) {
        uint32_t c = safe_decode(text, i, &size);
        if (c)
            put_character(out, c == '\n' ? ' ' : c);
    }
}

static void close_span(struct body *body) {
    if (body->span)
        buffer_string(body->out, "</span>");
    body->span = NULL;
}

static void close_paragraph(struct body *body) {
    close_span(body);
    if (body->paragraph)
        buffer_string(body->out, "</p>\n");
    body->paragraph = false;
}

static void open_paragraph(struct body *body) {
    if (!body->paragraph)
        buffer_string(body->out, "<p>");
    body->paragraph = true;
}

/* Puts text in a class (NULL for none); its lines become paragraphs. */
static void put_marked(struct body *body, struct text text, const char *class) {
    for (size_t i = 0, size; i < text.size; i += size) {
        uint32_t c = safe_decode(text, i, &size);
        if (c == '\n')
            close_paragraph(body);
        if (c == 0 || c == '\n' || (!body->paragraph && utf8_is_space(c)))
            continue;
        open_paragraph(body);
        if (body->span != class)
            close_span(body);
        if (class && !body->span)
            buffer_printf(body->out, "<span class=\"%s\">", class);
        body->span = class;
        put_character(body->out, c);
    }
}

/* The number before a marked passage, which leads to the list. */
static void put_number(struct body *body, const struct mark *mark, size_t article) {
    close_span(body);
    open_paragraph(body);
    buffer_printf(body->out,
                  "<a class=\"number %s\" id=\"a%zu-t%zu\" href=\"#a%zu-f%zu\" "
                  "lang=\"en\" aria-label=\"Fact %zu, %s\">%zu</a>",
                  kind_class(mark->kind), article, mark->number, article, mark->number,
                  mark->number, mark_kind_name(mark->kind), mark->number);
}

/* Where a fact ends is coloured for the eye; this is for the ear. */
static void put_end(struct body *body, const struct mark *mark) {
    if (!body->paragraph)
        return;
    close_span(body);
    buffer_printf(body->out, "<span class=\"unseen\" lang=\"en\"> (end of fact %zu) </span>",
                  mark->number);
}

static void put_cut(struct body *body, const struct flag *cut) {
    close_span(body);
    open_paragraph(body);
    buffer_printf(body->out, "<span class=\"cut label\" lang=\"en\">[cut: %s] </span>",
                  flag_kind_name(cut->kind));
}

static void put_body(struct buffer *out, const struct view *view, size_t article) {
    struct run_cursor cursor = {.marks = &view->marks, .part = view->part, .arena = view->arena};
    struct body body = {.out = out};
    struct run run;
    while (run_next(&cursor, &run)) {
        for (size_t i = 0; i < run.ended_count; i++)
            put_end(&body, run.ended[i]);
        if (run.cut_starts)
            put_cut(&body, run.cut);
        for (size_t i = 0; i < run.started_count; i++)
            put_number(&body, &run.started[i], article);
        const char *class = run.cut ? "cut" : run.top ? kind_class(run.top->kind) : NULL;
        put_marked(&body, text_slice(view->facts->text, run.span), class);
    }
    close_paragraph(&body);
}

/* The words of the one fact, where there is no text. */
static void put_words(struct buffer *out, const struct view *view, size_t article) {
    const struct mark *mark = view->marks.at;
    struct body body = {.out = out};
    put_number(&body, mark, article);
    put_marked(&body, mark_words(view->facts, mark), kind_class(mark->kind));
    put_end(&body, mark);
    close_paragraph(&body);
}

/* An address is a link only if it leads to the web. */
static bool is_web_address(const struct detail *detail) {
    return text_is(text_of(detail->name), "url") &&
           (text_starts(detail->value, "https://") || text_starts(detail->value, "http://"));
}

static void put_details(struct buffer *out, const struct details *details) {
    buffer_string(out, "<dl>\n");
    for (size_t i = 0; i < details->count; i++) {
        const struct detail *detail = &details->at[i];
        buffer_printf(out, "<div><dt>%s</dt><dd>", detail->name);
        if (is_web_address(detail)) {
            buffer_string(out, "<a rel=\"noreferrer\" href=\"");
            html_text(out, detail->value);
            buffer_string(out, "\">");
        }
        html_text(out, detail->value);
        buffer_string(out, is_web_address(detail) ? "</a></dd></div>\n" : "</dd></div>\n");
    }
    buffer_string(out, "</dl>\n");
}

static void put_fact(struct buffer *out, const struct view *view, const struct mark *mark,
                     size_t article) {
    struct details details;
    struct text words = mark_words(view->facts, mark);
    buffer_printf(out,
                  "<li id=\"a%zu-f%zu\"><a href=\"#a%zu-t%zu\" aria-label=\"%s, fact %zu in "
                  "the text\"><strong class=\"%s\">%s</strong></a>\n<q lang=\"id\">",
                  article, mark->number, article, mark->number, mark_kind_name(mark->kind),
                  mark->number, kind_class(mark->kind), mark_kind_name(mark->kind));
    html_text(out, excerpt(view->arena, words, EXCERPT));
    buffer_string(out, "</q>\n");
    details_of_fact(view->facts, &view->marks, mark, view->arena, &details);
    put_details(out, &details);
    buffer_string(out, "</li>\n");
}

static void put_facts(struct buffer *out, const struct view *view, size_t article) {
    buffer_printf(out,
                  "<section aria-labelledby=\"a%zu-facts\">\n<h3 id=\"a%zu-facts\">Facts</h3>\n",
                  article, article);
    if (view->marks.count == 0)
        buffer_string(out, "<p>No facts were found.</p>\n");
    else
        buffer_string(out, "<ol class=\"facts\">\n");
    for (size_t i = 0; i < view->marks.count; i++)
        put_fact(out, view, &view->marks.at[i], article);
    buffer_string(out, view->marks.count ? "</ol>\n</section>\n" : "</section>\n");
}

static void put_notes(struct buffer *out, const struct view *view) {
    size_t count;
    struct text *notes = article_notes(view->facts, view->arena, &count);
    if (count == 0)
        return;
    buffer_string(out, "<ul>\n");
    for (size_t i = 0; i < count; i++) {
        buffer_string(out, "<li>");
        html_text(out, notes[i]);
        buffer_string(out, "</li>\n");
    }
    buffer_string(out, "</ul>\n");
}

static struct text title_of(const struct view *view) {
    return view->facts->title.size ? view->facts->title : view->facts->id;
}

void show_html_article(const struct view *view, size_t number, struct buffer *out) {
    struct details details;
    buffer_printf(out,
                  "<article id=\"a%zu\" aria-labelledby=\"a%zu-title\">\n"
                  "<h2 id=\"a%zu-title\" lang=\"id\">",
                  number, number, number);
    html_text(out, title_of(view));
    buffer_string(out, "</h2>\n");
    details_of_article(view->facts, view->tables, view->arena, &details);
    if (view->article)
        details_of_topic(view->article, view->tables, view->arena, &details);
    put_details(out, &details);
    put_notes(out, view);
    buffer_printf(out,
                  "<section aria-labelledby=\"a%zu-text\">\n<h3 id=\"a%zu-text\">Text</h3>\n"
                  "<div class=\"text\" lang=\"id\">\n",
                  number, number);
    if (view->facts->text.data)
        put_body(out, view, number);
    else
        put_words(out, view, number);
    buffer_string(out, "</div>\n</section>\n");
    put_facts(out, view, number);
    buffer_string(out, "</article>\n");
}

void show_html_entry(const struct view *view, size_t number, struct buffer *out) {
    buffer_printf(out, "<li><a href=\"#a%zu\" lang=\"id\">", number);
    html_text(out, title_of(view));
    buffer_string(out, "</a></li>\n");
}
