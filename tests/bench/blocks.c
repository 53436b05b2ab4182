/* See blocks.h. The items of an element are gathered first, for a paragraph may go on after what
 * stands beside it, then written. */
#include <config.h>

#include "blocks.h"

#include <string.h>

#include "base/json_write.h"

#define NOWHERE SIZE_MAX

static const char *const kinds[] = {
    [ROLE_ARTIFACT] = NULL, [ROLE_TITLE] = "title", [ROLE_H1] = "h1",
    [ROLE_H2] = "h2",       [ROLE_H3] = "h3",       [ROLE_P] = "p",
    [ROLE_QUOTE] = "quote", [ROLE_LIST] = "list",   [ROLE_TH] = "th",
    [ROLE_TD] = "td",       [ROLE_NOTE] = "note",   [ROLE_CONTENTS] = "contents",
    [ROLE_FIGURE] = NULL,   [ROLE_LIST_MARK] = "",
};
static const char *const faces[FACES] = {
    "serif", "serif-bold", "serif-italic", "serif-bold-italic",
    "sans",  "sans-bold",  "sans-italic",  "sans-bold-italic",
};

struct span_of_text { /* of one face, size and link */
    enum face face;
    mpt size;
    size_t destination; /* NOWHERE: none */
    struct text uri;    /* or none */
    struct buffer text;
};

struct element {
    enum item_role role;
    size_t page;
    mpt x, top;        /* where it begins */
    mpt end, baseline; /* where it ends so far */
    size_t anchor;     /* the first destination that leads here, NOWHERE: none */
    struct span_of_text *spans;
    size_t count, capacity;
};

struct blocks {
    const struct pages *pages;
    struct arena arena;
    struct element *at;
    size_t count, capacity;
    size_t *of_number; /* index in `at` of each number of the pages, NOWHERE: none yet */
    size_t numbers;
    size_t *anchors; /* of each destination the anchor that stands for it, or NOWHERE */
    struct json_writer writer;
};

static struct element *element_of(struct blocks *blocks, const struct item *item) {
    size_t number = item->element;
    if (number >= blocks->numbers) {
        size_t known = blocks->numbers;
        blocks->of_number = arena_grow(&blocks->arena, blocks->of_number, known, number + 1,
                                       sizeof *blocks->of_number, &blocks->numbers);
        for (size_t i = known; i < blocks->numbers; i++)
            blocks->of_number[i] = NOWHERE;
    }
    if (blocks->of_number[number] == NOWHERE) {
        blocks->at = arena_grow(&blocks->arena, blocks->at, blocks->count, blocks->count + 1,
                                sizeof *blocks->at, &blocks->capacity);
        memset(&blocks->at[blocks->count], 0, sizeof *blocks->at);
        blocks->at[blocks->count].anchor = NOWHERE;
        blocks->of_number[number] = blocks->count++;
    }
    return &blocks->at[blocks->of_number[number]];
}

/* The link of the page whose rectangle holds the beginning of the text, or NULL. */
static const struct item_link *link_at(const struct page *page, const struct item *text) {
    mpt x = text->of.text.x + 1, y = text->of.text.baseline - 1;
    for (size_t i = 0; i < page->item_count; i++) {
        const struct item_link *link = &page->items[i].of.link;
        if (page->items[i].kind == ITEM_LINK && page->items[i].element == text->element &&
            link->x <= x && x < link->x + link->width && link->y <= y &&
            y <= link->y + link->height)
            return link;
    }
    return NULL;
}

static void add_text(struct blocks *blocks, const struct page *page, size_t number,
                     const struct item *item) {
    static const struct item_link none = {.destination = NOWHERE};
    const struct item_text *text = &item->of.text;
    const struct item_link *link = link_at(page, item);
    struct element *element = element_of(blocks, item);
    if (!link)
        link = &none;
    if (!element->count)
        *element = (struct element){.role = item->role,
                                    .page = number,
                                    .x = text->x,
                                    .top = text->baseline - text->size,
                                    .anchor = NOWHERE};
    struct span_of_text *last = element->count ? &element->spans[element->count - 1] : NULL;
    if (last && (element->baseline != text->baseline || text->x - element->end > text->size / 10))
        buffer_char(&last->text, ' ');
    element->baseline = text->baseline;
    element->end = text->x + text->width;
    if (!last || last->face != text->face || last->size != text->size ||
        last->destination != link->destination || !text_equal(last->uri, link->uri)) {
        element->spans = arena_grow(&blocks->arena, element->spans, element->count,
                                    element->count + 1, sizeof *last, &element->capacity);
        last = &element->spans[element->count++];
        *last = (struct span_of_text){.face = text->face,
                                      .size = text->size,
                                      .destination = link->destination,
                                      .uri = link->uri};
    }
    buffer_text(&last->text, text->text);
}

/* Each destination leads to the first element that begins at or below it on its page. */
static void find_anchors(struct blocks *blocks) {
    const struct pages *pages = blocks->pages;
    size_t *first = arena_alloc_array(&blocks->arena, pages->count + 1, sizeof *first);
    for (size_t page = 0, at = 0; page <= pages->count; page++) {
        while (at < blocks->count && blocks->at[at].page < page)
            at++;
        first[page] = at;
    }
    blocks->anchors =
        arena_alloc_array(&blocks->arena, pages->destination_count + 1, sizeof *blocks->anchors);
    for (size_t i = 0; i < pages->destination_count; i++) {
        const struct destination *destination = &pages->destinations[i];
        size_t at = first[destination->page], end = first[destination->page + 1];
        while (at < end && blocks->at[at].top + 2000 < destination->y)
            at++;
        blocks->anchors[i] = at == end ? NOWHERE : at;
        if (at < end)
            blocks->at[at].anchor = at;
    }
}

static void write_runs(struct blocks *blocks, const struct element *element) {
    struct json_writer *writer = &blocks->writer;
    for (size_t i = 0; i < element->count; i++) {
        const struct span_of_text *span = &element->spans[i];
        size_t anchor = span->destination == NOWHERE ? NOWHERE : blocks->anchors[span->destination];
        json_open_object(writer);
        json_key(writer, "face");
        json_string(writer, faces[span->face]);
        json_key(writer, "size");
        json_integer(writer, span->size);
        json_key(writer, "link");
        if (span->uri.size)
            json_text(writer, span->uri);
        else if (anchor != NOWHERE)
            json_integer(writer, (int64_t)anchor);
        else
            json_null(writer);
        json_key(writer, "text");
        json_text(writer, buffer_view(&span->text));
        json_close_object(writer);
    }
}

/* `count` elements as one block. */
static void write_block(struct blocks *blocks, const struct element *elements, size_t count) {
    struct json_writer *writer = &blocks->writer;
    json_open_object(writer);
    json_key(writer, "kind");
    json_string(writer, kinds[elements[count - 1].role]);
    json_key(writer, "anchors");
    json_open_array(writer);
    for (size_t i = 0; i < count; i++)
        if (elements[i].anchor != NOWHERE)
            json_integer(writer, (int64_t)elements[i].anchor);
    json_close_array(writer);
    json_key(writer, "runs");
    json_open_array(writer);
    for (size_t i = 0; i < count; i++) {
        if (i + 1 < count)
            buffer_char(&elements[i].spans[elements[i].count - 1].text, ' ');
        write_runs(blocks, &elements[i]);
    }
    json_close_array(writer);
    json_close_object(writer);
}

static bool is_cell(const struct element *element) {
    return element->role == ROLE_TH || element->role == ROLE_TD;
}

/* Paragraphs that begin below each other are one cell; a row ends where the next cell does not
 * stand further right. Returns the element after the table. */
static size_t write_table(struct blocks *blocks, size_t at) {
    struct json_writer *writer = &blocks->writer;
    json_open_object(writer);
    json_key(writer, "kind");
    json_string(writer, "table");
    json_key(writer, "rows");
    json_open_array(writer);
    json_open_array(writer);
    for (size_t first = at, next; at < blocks->count && is_cell(&blocks->at[at]); at = next) {
        const struct element *cell = &blocks->at[at];
        for (next = at + 1; next < blocks->count && is_cell(&blocks->at[next]) &&
                            blocks->at[next].role == cell->role && blocks->at[next].x == cell->x;)
            next++;
        if (at > first && cell->x <= blocks->at[at - 1].x) {
            json_close_array(writer);
            json_open_array(writer);
        }
        write_block(blocks, cell, next - at);
    }
    json_close_array(writer);
    json_close_array(writer);
    json_close_object(writer);
    return at;
}

static void gather(struct blocks *blocks) {
    struct arena opened = {0};
    for (size_t i = 0; i < blocks->pages->count; i++) {
        struct page page = pages_open(blocks->pages, i, &opened);
        for (size_t j = 0; j < page.item_count; j++)
            if (page.items[j].kind == ITEM_TEXT && kinds[page.items[j].role])
                add_text(blocks, &page, i, &page.items[j]);
        arena_reset(&opened);
    }
    arena_free(&opened);
}

void blocks_write(const struct pages *pages, struct buffer *out) {
    struct blocks blocks = {.pages = pages, .writer = {.out = out}};
    gather(&blocks);
    find_anchors(&blocks);
    json_open_object(&blocks.writer);
    json_key(&blocks.writer, "width");
    json_integer(&blocks.writer, pages->width);
    json_key(&blocks.writer, "height");
    json_integer(&blocks.writer, pages->height);
    json_key(&blocks.writer, "blocks");
    json_open_array(&blocks.writer);
    for (size_t i = 0; i < blocks.count;) {
        bool marked = blocks.at[i].role == ROLE_LIST_MARK && i + 1 < blocks.count;
        if (is_cell(&blocks.at[i])) {
            i = write_table(&blocks, i);
        } else {
            write_block(&blocks, &blocks.at[i], marked ? 2 : 1);
            i += marked ? 2 : 1;
        }
    }
    json_close_array(&blocks.writer);
    json_close_object(&blocks.writer);
    for (size_t i = 0; i < blocks.count; i++)
        for (size_t j = 0; j < blocks.at[i].count; j++)
            buffer_free(&blocks.at[i].spans[j].text);
    arena_free(&blocks.arena);
}
