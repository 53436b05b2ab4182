/* Links within the document and to the web: see links.h.
 *
 * A thousand pages have twenty thousand links, so a link is as short as it can be: a destination is
 * called by a name, which the file lists once with its place, and no object is made where none is
 * needed.
 *
 * Before: layout's items. After: pdf.c puts them into their page, haru.c writes the file. */
#include <config.h>

#include "pdf/links.h"

#include "pdf/syntax.h"

/* No browser follows a longer one, and libharu's strings end at 65,535 bytes. */
#define MOST_URI_BYTES 8192u

/* Whole points: a link's edge need not be finer. Rounded towards minus infinity. */
static int64_t points(int64_t length) {
    return length >= 0 ? length / 1000 : -((999 - length) / 1000);
}

#define LEAF_NAMES 64 /* under one node of the tree of names */

/* Destinations are called by numbers of equally many digits, in the order of ASCII: so the names
 * are as short as can be and sorted as the destinations are. */
#define DIGITS "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
#define BASE (sizeof DIGITS - 1)

static void put_name(const struct document *document, size_t destination, struct buffer *out) {
    char digits[16];
    size_t at = sizeof digits;
    for (size_t left = document->pages->destination_count; left > 0; left /= BASE) {
        digits[--at] = DIGITS[destination % BASE];
        destination /= BASE;
    }
    buffer_char(out, '(');
    buffer_append(out, digits + at, sizeof digits - at);
    buffer_char(out, ')');
}

static bool is_there(const struct pages *pages, size_t destination) {
    return destination < pages->destination_count &&
           pages->destinations[destination].page < pages->count;
}

void links_put_destination(const struct document *document, size_t destination,
                           struct buffer *out) {
    if (!is_there(document->pages, destination))
        return;
    buffer_string(out, "/Dest");
    put_name(document, destination, out);
}

static bool is_web(struct text uri) {
    return uri.size <= MOST_URI_BYTES &&
           (text_starts(uri, "http://") || text_starts(uri, "https://"));
}

/* False, and nothing appended, if the link leads nowhere. */
static bool put_target(const struct document *document, const struct item_link *link,
                       struct buffer *out) {
    size_t before = out->size;
    if (link->uri.size == 0) {
        links_put_destination(document, link->destination, out);
    } else if (is_web(link->uri)) {
        buffer_string(out, "/A<</S/URI/URI");
        syntax_uri(out, link->uri);
        buffer_string(out, ">>");
    }
    return out->size > before;
}

/* Without a border, and printed as the page is (flag 4; PDF/A asks for it). */
static void put_place(const struct document *document, const struct item_link *link,
                      struct buffer *out) {
    int64_t height = document->pages->height;
    int64_t edges[4] = {points(link->x), points(height - link->y - link->height),
                        points((int64_t)link->x + link->width + 999),
                        points(height - link->y + 999)};
    buffer_string(out, "/Subtype/Link/F 4/Border[0 0 0]/Rect[");
    for (size_t i = 0; i < 4; i++) {
        syntax_integer(out, edges[i]);
        buffer_char(out, i < 3 ? ' ' : ']');
    }
}

static void draw_plain(const struct document *document, const struct item_link *link,
                       struct buffer *out) {
    size_t before = out->size;
    buffer_string(out, "<<");
    if (put_target(document, link, out)) {
        put_place(document, link, out);
        buffer_string(out, ">>");
    } else {
        out->size = before;
    }
}

static void draw_tagged(struct document *document, size_t page, const struct item *item,
                        struct buffer *out) {
    if (!put_target(document, &item->of.link, &document->entries))
        return;
    struct haru_object *annotation = haru_dictionary(document->haru);
    put_place(document, &item->of.link, &document->entries);
    if (item->element != 0)
        buffer_printf(&document->entries, "/StructParent %zu",
                      structure_link(&document->structure, document->pages->count, page,
                                     item->element, haru_number(annotation)));
    haru_fill(document->haru, annotation, buffer_view(&document->entries));
    buffer_clear(&document->entries);
    syntax_reference(out, "", haru_number(annotation));
    buffer_char(out, '\n');
}

void links_draw(struct document *document, size_t index, struct buffer *out) {
    const struct page *page = document_page(document, index);
    for (size_t i = 0; i < page->item_count; i++) {
        if (page->items[i].kind != ITEM_LINK)
            continue;
        if (document->tagged)
            draw_tagged(document, index, &page->items[i], out);
        else
            draw_plain(document, &page->items[i].of.link, out);
    }
}

/* The name of a destination and its place. The zoom is null: as it is. */
static void put_destination(struct document *document, size_t destination) {
    const struct pages *pages = document->pages;
    const struct destination *to = &pages->destinations[destination];
    struct buffer *out = &document->entries;
    put_name(document, destination, out);
    syntax_reference(out, "[", document->page_numbers[to->page]);
    buffer_string(out, "/XYZ null ");
    syntax_integer(out, points((int64_t)pages->height - to->y + 999));
    buffer_string(out, " null]");
}

/* Destinations [from, until) as a leaf of the tree, if any of them is there: a reference to it goes
 * to `leaves`. */
static void write_leaf(struct document *document, size_t from, size_t until,
                       struct buffer *leaves) {
    struct buffer *out = &document->entries;
    while (from < until && !is_there(document->pages, from))
        from++;
    while (from < until && !is_there(document->pages, until - 1))
        until--;
    if (from == until)
        return;
    buffer_string(out, "/Limits[");
    put_name(document, from, out);
    put_name(document, until - 1, out);
    buffer_string(out, "]/Names[");
    for (size_t i = from; i < until; i++)
        if (is_there(document->pages, i))
            put_destination(document, i);
    buffer_char(out, ']');
    syntax_reference(leaves, "", haru_number(document_dictionary(document)));
    buffer_char(leaves, '\n');
}

void links_write_destinations(struct document *document) {
    size_t count = document->pages->destination_count;
    struct buffer leaves = {0};
    for (size_t from = 0; from < count; from += LEAF_NAMES)
        write_leaf(document, from, from + LEAF_NAMES < count ? from + LEAF_NAMES : count, &leaves);
    if (leaves.size) {
        buffer_string(&document->catalogue, "/Names<</Dests<</Kids[");
        buffer_text(&document->catalogue, buffer_view(&leaves));
        buffer_string(&document->catalogue, "]>>>>");
    }
    buffer_free(&leaves);
}
