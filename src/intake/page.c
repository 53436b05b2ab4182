/* Pages saved from a browser: see page.h. The other files page_*.c do the work. */
#include <config.h>

#include "intake/page.h"

#include <string.h>

#include "base/ascii.h"
#include "base/utf8.h"
#include "intake/encoding.h"
#include "intake/page_parts.h"

/* Where a page declares its encoding. */
#define HEAD_LOOKED 4096

/* Lines above the text that may hold the date, for pages that say it nowhere else. */
#define HEAD_LINES 6
#define HEAD_LINE_MOST 120

/* A publisher's name behind the title, "Judul - Harian Contoh", is at most this long. */
#define TAIL_MOST 40

/* The encoding that follows "charset=", as a name for iconv; NULL if there is none. What browsers
 * read as Windows-1252 is none. */
static const char *declared_encoding(struct text bytes, struct arena *arena) {
    static const char *const western[] = {"utf-8",    "utf8",         "iso-8859-1", "latin1",
                                          "us-ascii", "windows-1252", "cp1252"};
    struct text head = text_slice(bytes, (struct span){0, HEAD_LOOKED});
    size_t at = 0, end;
    while (at < head.size &&
           !text_equal_ascii_nocase(text_slice(head, (struct span){at, at + 8}), TEXT("charset=")))
        at++;
    at += 8;
    while (at < head.size &&
           (head.data[at] == '"' || head.data[at] == '\'' || head.data[at] == ' '))
        at++;
    for (end = at; end < head.size && end < at + 20; end++) {
        char c = head.data[end];
        if (!ascii_is_alphanumeric(c) && c != '-' && c != '_')
            break;
    }
    struct text name = text_slice(head, (struct span){at, end});
    for (size_t i = 0; i < sizeof western / sizeof *western; i++)
        if (text_equal_ascii_nocase(name, text_of(western[i])))
            return NULL;
    return name.size > 0 ? arena_cstring(arena, name) : NULL;
}

static struct text line_text(const struct page *page, const struct page_line *line) {
    return text_slice(buffer_view(&page->text), line->span);
}

/* The first h1. */
static struct text heading_of(const struct page *page) {
    for (size_t i = 0; i < page->line_count; i++)
        if (page->lines[i].heading)
            return line_text(page, &page->lines[i]);
    return (struct text){0};
}

/* Where " - Harian Contoh" or " | Harian Contoh" begins at the end of a title; its size if there is
 * no such tail. */
static size_t tail_of(struct text title, struct text *name) {
    static const struct text marks[] = {TEXT(" - "), TEXT(" | "), TEXT(" – "), TEXT(" — "),
                                        TEXT(" :: ")};
    size_t best = title.size;
    for (size_t k = 0; k < sizeof marks / sizeof *marks; k++)
        for (size_t at = text_find(title, 0, marks[k]); at < title.size;
             at = text_find(title, at + 1, marks[k]))
            if (best == title.size || at > best) {
                best = at;
                *name = text_slice(title, (struct span){at + marks[k].size, title.size});
            }
    return best > 0 && name->size <= TAIL_MOST ? best : title.size;
}

/* Takes the publisher off the end of the title, or learns it from there: what stands behind the
 * heading in <title>, or the publisher's name behind the title. */
static void settle_title(struct page *page) {
    struct text heading = heading_of(page), name = {0};
    struct text titled = page->titled;
    size_t end = tail_of(titled, &name);
    bool tailed = end < titled.size && heading.size > 0 && end >= heading.size &&
                  text_equal(text_slice(titled, (struct span){0, heading.size}), heading);
    page_offer(page, FIELD_TITLE, 3, heading);
    if (tailed)
        page_offer(page, FIELD_PUBLISHER, 5, name);
    page_offer(page, FIELD_TITLE, 5, titled);
    struct text *title = &page->fields[FIELD_TITLE].value;
    struct text publisher = page->fields[FIELD_PUBLISHER].value;
    end = tail_of(*title, &name);
    if (end < title->size && publisher.size > 0 && text_equal_ascii_nocase(name, publisher))
        title->size = end;
    if (heading.size > 0 && heading.size < title->size &&
        text_equal(text_slice(*title, (struct span){0, heading.size}), heading))
        *title = heading;
    *title = arena_copy(page->arena, *title);
}

/* The lines between the title and line `first` of the text, where the date may stand. */
static void add_head(const struct page *page, size_t first, struct buffer *text) {
    size_t begin = first;
    while (begin > 0 && first - begin < HEAD_LINES && !page->lines[begin - 1].heading)
        begin--;
    if (begin == 0 || !page->lines[begin - 1].heading)
        return;
    for (size_t i = begin; i < first; i++) {
        struct text line = line_text(page, &page->lines[i]);
        if (line.size <= HEAD_LINE_MOST && page->lines[i].linked * 2 <= line.size) {
            buffer_string(text, text->size > 0 ? "\n" : "");
            buffer_text(text, line);
        }
    }
}

/* The lines that are kept, without the title. */
static void join_lines(const struct page *page, struct buffer *text) {
    struct text title = page->fields[FIELD_TITLE].value;
    bool dated = page->fields[FIELD_PUBLISHED].value.data, begun = false;
    for (size_t i = 0; i < page->line_count; i++) {
        const struct page_line *line = &page->lines[i];
        struct text words = line_text(page, line);
        if (!page_keeps(page, line) || (line->heading && text_equal(words, title)))
            continue;
        if (!begun && !dated)
            add_head(page, i, text);
        if (text->size > 0)
            buffer_string(text, begun && line->close ? "\n" : "\n\n");
        begun = true;
        buffer_text(text, words);
    }
}

static void make_record(struct page *page, struct record *record) {
    struct buffer text = {0};
    *record = (struct record){0};
    settle_title(page);
    page_choose(page);
    join_lines(page, &text);
    for (enum field i = 0; i < FIELDS; i++)
        record->fields[i] = page->fields[i].value;
    bool says_more = page->said.size > 2 * text.size; /* a page that scripts would fill */
    record->fields[FIELD_TEXT] =
        says_more ? page->said : arena_copy(page->arena, buffer_view(&text));
    buffer_free(&text);
}

bool page_read(struct text bytes, struct arena *arena, struct record *record, struct fault *fault) {
    struct text text, converted = {0};
    if (!encoding_declared_to_utf8(bytes, declared_encoding(bytes, arena), arena, &text, &converted,
                                   fault))
        return false;
    struct page page = {.arena = arena};
    bool good = page_build(text, &page, fault);
    if (good)
        make_record(&page, record);
    page_free(&page);
    if (!good || !record_finish(arena, record, fault))
        return false;
    record->converted = converted;
    return true;
}
