/* Reading a page into lines and elements: see page_parts.h. markup.c stands before it; page_body.c
 * and page.c after it. */
#include <config.h>

#include <string.h>

#include "base/memory.h"
#include "intake/page_parts.h"

/* More of a page's data, or of a title, is not looked at. */
#define CAPTURE_MOST ((size_t)1024 * 1024)

static uint32_t current(const struct page *page) {
    return page->depth > 0 ? page->open[page->depth - 1].element : 0;
}

/* Ends the line under way, without a blank at its end, if there is anything in it. */
static void end_line(struct page *page) {
    size_t end = page->text.size;
    while (end > page->line_start && page->text.data[end - 1] == ' ')
        end--;
    page->text.size = end;
    if (end > page->line_start) {
        page->lines =
            memory_grow(page->lines, page->line_count, sizeof *page->lines, &page->line_capacity);
        page->lines[page->line_count++] = (struct page_line){.span = {page->line_start, end},
                                                             .linked = page->line_linked,
                                                             .element = current(page),
                                                             .heading = page->heading,
                                                             .close = page->close};
        page->close = false;
    }
    page->line_start = page->text.size;
    page->line_linked = 0;
}

static void add_element(struct page *page, enum page_role role, const char *const *attributes) {
    page->elements = memory_grow(page->elements, page->element_count, sizeof *page->elements,
                                 &page->element_capacity);
    page->elements[page->element_count] = (struct page_element){
        .parent = current(page), .role = (uint8_t)role, .mark = (uint8_t)page_mark_of(attributes)};
}

static bool is_data(const char *const *attributes) {
    struct text type = text_of(markup_attribute(attributes, "type"));
    return text_equal_ascii_nocase(type, TEXT("application/ld+json"));
}

/* What an element that opens means for the text to come. */
static void begin_role(struct page *page, enum page_role role, const char *const *attributes) {
    bool broken;
    switch (role) {
    case PAGE_LINK:
        page->linking++;
        return;
    case PAGE_SCRIPT:
    case PAGE_TITLE:
        page->data = role == PAGE_SCRIPT && is_data(attributes);
        buffer_clear(&page->capture);
        page->skipping++;
        return;
    case PAGE_SKIP:
        page->skipping++;
        return;
    case PAGE_BREAK:
        broken = page->text.size > page->line_start;
        end_line(page);
        page->close = broken; /* two of them part paragraphs */
        return;
    case PAGE_INLINE:
    case PAGE_META:
        return;
    default:
        end_line(page);
        page->close = role == PAGE_ITEM;
        page->heading = role == PAGE_HEADING;
    }
}

static bool is_division(enum page_role role) {
    return role == PAGE_BLOCK || role == PAGE_ASIDE || role == PAGE_ARTICLE || role == PAGE_BODY ||
           role == PAGE_HEADING || role == PAGE_PARAGRAPH || role == PAGE_ITEM;
}

static void open_element(void *context, const char *name, const char *const *attributes) {
    struct page *page = context;
    enum page_role role = page_role_of(name);
    page_take_element(page, name, attributes);
    begin_role(page, role, attributes);
    uint32_t element = current(page);
    if (is_division(role) && page->element_count < UINT32_MAX) {
        add_element(page, role, attributes);
        element = (uint32_t)page->element_count++;
    }
    page->open[page->depth].element = element;
    page->open[page->depth++].role = (uint8_t)role;
}

static void end_captured(struct page *page, enum page_role role) {
    struct text captured = buffer_view(&page->capture);
    if (role == PAGE_TITLE && !page->titled.data)
        page->titled = arena_copy(page->arena, text_trim(captured));
    if (role == PAGE_SCRIPT && page->data)
        page_take_data(page, captured);
    page->data = false;
}

static void close_element(void *context, const char *name) {
    struct page *page = context;
    (void)name;
    if (page->depth == 0)
        return;
    enum page_role role = page->open[page->depth - 1].role;
    if (is_division(role)) {
        end_line(page);
        page->heading = false;
    }
    page->depth--;
    page->linking -= role == PAGE_LINK;
    page->skipping -= role == PAGE_SKIP || role == PAGE_SCRIPT || role == PAGE_TITLE;
    if (role == PAGE_SCRIPT || role == PAGE_TITLE)
        end_captured(page, role);
}

static bool is_blank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
}

static bool is_captured(const struct page *page) {
    enum page_role role = page->depth > 0 ? page->open[page->depth - 1].role : PAGE_BODY;
    return role == PAGE_TITLE || (role == PAGE_SCRIPT && page->data);
}

/* Adds to the line under way; white space is one blank, none at its beginning. */
static void take_text(void *context, struct text text) {
    struct page *page = context;
    if (is_captured(page) && page->capture.size + text.size < CAPTURE_MOST)
        buffer_text(&page->capture, text);
    if (page->skipping > 0)
        return;
    char *start = buffer_room(&page->text, text.size), *out = start;
    bool blank = page->text.size == page->line_start || start[-1] == ' ';
    for (size_t i = 0; i < text.size; i++) {
        bool again = is_blank(text.data[i]);
        if (!(blank && again))
            *out++ = again ? ' ' : text.data[i];
        blank = again;
    }
    page->text.size += (size_t)(out - start);
    page->line_linked += page->linking > 0 ? (size_t)(out - start) : 0;
}

static void take_comment(void *context, struct text comment) {
    page_take_comment(context, comment);
}

bool page_build(struct text bytes, struct page *page, struct fault *fault) {
    static const char *const none[] = {NULL};
    struct markup_sink sink = {page, open_element, close_element, take_text, take_comment};
    add_element(page, PAGE_BODY, none);
    page->element_count++;
    bool good = markup_read_page(bytes, page_known_names, &sink, fault);
    end_line(page);
    return good;
}

void page_free(struct page *page) {
    buffer_free(&page->text);
    buffer_free(&page->capture);
    memory_free(page->lines);
    memory_free(page->elements);
}
