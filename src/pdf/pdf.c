/* Pages to PDF: see pdf.h. Draws what layout decided; each writer of this folder adds its part.
 *
 * Before: layout. After: the command line writes the bytes. */
#include <config.h>

#include "pdf/pdf.h"

#include "base/memory.h"
#include "pdf/archive.h"
#include "pdf/content.h"
#include "pdf/document.h"
#include "pdf/embed.h"
#include "pdf/image.h"
#include "pdf/links.h"
#include "pdf/metadata.h"
#include "pdf/outline.h"
#include "pdf/page_tree.h"
#include "pdf/syntax.h"

#define SIDE_MOST (14400 * 1000) /* millipoints: viewers show no larger page (ISO 32000-1, C.2) */

static void open_document(struct document *document, const struct pages *pages,
                          const struct fonts *fonts, const struct pdf_options *options) {
    *document = (struct document){.pages = pages, .fonts = fonts, .tagged = !options->plain};
    document->haru = haru_open();
    document->deflater = deflater_open();
    document->resources = haru_dictionary(document->haru);
    document->page_numbers = memory_alloc_array(pages->count, sizeof *document->page_numbers);
}

static void close_document(struct document *document) {
    for (size_t face = 0; face < FACES; face++)
        glyphs_free(&document->glyphs[face]);
    structure_free(&document->structure);
    memory_free(document->images);
    arena_free(&document->opened);
    memory_free(document->page_numbers);
    buffer_free(&document->page_tree.leaves);
    buffer_free(&document->page_tree.branches);
    buffer_free(&document->entries);
    buffer_free(&document->catalogue);
    deflater_close(document->deflater);
    haru_close(document->haru);
}

/* Draws the page and packs it at once. */
static void draw_page(struct document *document, size_t index, struct buffer *content) {
    struct haru_object *page = page_tree_add(document);
    struct buffer *out = &document->entries;
    document->page_numbers[index] = haru_number(page);
    content_draw(document, index, content);
    struct haru_object *stream = haru_stream(
        document->haru, TEXT(""), deflater_pack(document->deflater, buffer_view(content)));
    buffer_clear(content);
    links_draw(document, index, content);
    syntax_reference(out, "/Contents ", haru_number(stream));
    if (content->size) {
        buffer_string(out, "/Annots[");
        buffer_text(out, buffer_view(content));
        buffer_char(out, ']');
    }
    if (document->tagged) /* links are visited in the order of the structure */
        buffer_printf(out, "/StructParents %zu/Tabs/S", index);
    haru_fill(document->haru, page, buffer_view(out));
    buffer_clear(out);
    buffer_clear(content);
}

static void draw_pages(struct document *document) {
    struct buffer content = {0};
    for (size_t i = 0; i < document->pages->count; i++)
        draw_page(document, i, &content);
    page_tree_end(document);
    buffer_free(&content);
}

bool pdf_render(const struct pages *pages, struct fonts *fonts, const struct pdf_options *options,
                struct buffer *out, struct error *error) {
    struct document document;
    if (pages->count == 0)
        return error_set(error, EXIT_INTERNAL, "a PDF without pages");
    if (pages->width > SIDE_MOST || pages->height > SIDE_MOST)
        return error_set(error, EXIT_INTERNAL, "a page of more than 14400 points");
    open_document(&document, pages, fonts, options);
    draw_pages(&document);
    links_write_destinations(&document);
    if (document.tagged)
        structure_write(&document);
    outline_write(&document);
    metadata_write(&document);
    archive_write(&document, options->profile);
    embed_fonts(&document);
    images_write(&document);
    haru_fill(document.haru, haru_catalogue(document.haru), buffer_view(&document.catalogue));
    bool ok = haru_save(document.haru, out, error);
    close_document(&document);
    return ok;
}
