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
#include "pdf/links.h"
#include "pdf/metadata.h"
#include "pdf/outline.h"

static void open_document(struct document *document, const struct pages *pages,
                          const struct fonts *fonts, const struct pdf_options *options) {
    *document = (struct document){.pages = pages, .fonts = fonts, .tagged = !options->plain};
    document->haru = haru_open();
    document->deflater = deflater_open();
    document->resources = haru_dictionary(document->haru);
    document->page_objects = memory_alloc_array(pages->count, sizeof(struct haru_object *));
}

static void close_document(struct document *document) {
    for (size_t face = 0; face < FACES; face++)
        glyphs_free(&document->glyphs[face]);
    structure_free(&document->structure);
    memory_free(document->page_objects);
    buffer_free(&document->entries);
    buffer_free(&document->catalogue);
    deflater_close(document->deflater);
    haru_close(document->haru);
}

/* Each page is packed when it is drawn. */
static void draw_pages(struct document *document) {
    struct buffer content = {0};
    for (size_t i = 0; i < document->pages->count; i++) {
        struct haru_object *page =
            haru_page(document->haru, document->pages->width, document->pages->height);
        content_draw(document, i, &content);
        haru_page_content(document->haru, page,
                          deflater_pack(document->deflater, buffer_view(&content)));
        haru_page_resources(document->haru, page, document->resources);
        if (document->tagged)
            haru_page_structure(document->haru, page, (int32_t)i);
        document->page_objects[i] = page;
        buffer_clear(&content);
    }
    buffer_free(&content);
}

bool pdf_render(const struct pages *pages, struct fonts *fonts, const struct pdf_options *options,
                struct buffer *out, struct error *error) {
    struct document document;
    if (pages->count == 0)
        return error_set(error, EXIT_INTERNAL, "a PDF without pages");
    open_document(&document, pages, fonts, options);
    draw_pages(&document);
    links_write(&document);
    if (document.tagged)
        structure_write(&document);
    outline_write(&document);
    metadata_write(&document);
    archive_write(&document, options->profile);
    embed_fonts(&document);
    haru_fill(document.haru, haru_catalogue(document.haru), buffer_view(&document.catalogue));
    bool ok = haru_save(document.haru, out, error);
    close_document(&document);
    return ok;
}
