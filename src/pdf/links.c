/* Links within the document and to the web: see links.h.
 *
 * Before: content.c. After: haru.c. */
#include <config.h>

#include "pdf/links.h"

#include "pdf/syntax.h"

/* No browser follows a longer one, and libharu's strings end at 65,535 bytes. */
#define MOST_URI_BYTES 8192u

/* Whole points: a link's edge need not be finer. Rounded towards minus infinity. */
static int64_t points(int64_t length) {
    return length >= 0 ? length / 1000 : -((999 - length) / 1000);
}

/* Written out where it is used: PDFBox's preflight does not follow a reference to the array. The
 * zoom is null, "as it is", which libharu's own call refuses. */
void links_put_destination(struct document *document, size_t destination, struct buffer *out) {
    const struct pages *pages = document->pages;
    if (destination >= pages->destination_count)
        return;
    const struct destination *to = &pages->destinations[destination];
    if (to->page >= pages->count)
        return;
    syntax_reference(out, "/Dest[", haru_number(document->page_objects[to->page]));
    buffer_string(out, "/XYZ null ");
    syntax_integer(out, points((int64_t)pages->height - to->y + 999));
    buffer_string(out, " null]");
}

static bool is_web(struct text uri) {
    return uri.size <= MOST_URI_BYTES &&
           (text_starts(uri, "http://") || text_starts(uri, "https://"));
}

static void put_target(struct document *document, const struct item_link *link) {
    if (link->uri.size == 0) {
        links_put_destination(document, link->destination, &document->entries);
    } else if (is_web(link->uri)) {
        buffer_string(&document->entries, "/A<</S/URI/URI");
        syntax_uri(&document->entries, link->uri);
        buffer_string(&document->entries, ">>");
    }
}

static void put_rectangle(struct document *document, const struct item_link *link) {
    int64_t height = document->pages->height;
    int64_t edges[4] = {points(link->x), points(height - link->y - link->height),
                        points((int64_t)link->x + link->width + 999),
                        points(height - link->y + 999)};
    buffer_string(&document->entries, "/Rect[");
    for (size_t i = 0; i < 4; i++) {
        syntax_integer(&document->entries, edges[i]);
        buffer_char(&document->entries, i < 3 ? ' ' : ']');
    }
}

/* Without a border, and printed as the page is (flag 4; PDF/A asks for it). */
static void write_link(struct document *document, size_t page, const struct item *item) {
    struct structure *structure = &document->structure;
    put_target(document, &item->of.link);
    if (document->entries.size == 0)
        return;
    struct haru_object *annotation = haru_dictionary(document->haru);
    buffer_string(&document->entries, "/Subtype/Link/F 4/Border[0 0 0]");
    put_rectangle(document, &item->of.link);
    if (document->tagged && item->element != 0)
        buffer_printf(&document->entries, "/StructParent %zu",
                      structure_link(structure, document->pages->count, page, item->element,
                                     haru_number(annotation)));
    haru_fill(document->haru, annotation, buffer_view(&document->entries));
    buffer_clear(&document->entries);
    haru_page_annotation(document->haru, document->page_objects[page], annotation);
}

void links_write(struct document *document) {
    for (size_t i = 0; i < document->pages->count; i++) {
        const struct page *page = &document->pages->at[i];
        for (size_t k = 0; k < page->item_count; k++)
            if (page->items[k].kind == ITEM_LINK)
                write_link(document, i, &page->items[k]);
    }
}
