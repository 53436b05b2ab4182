/* Pictures of pixels: see image.h. They are opaque, as PDF/A-1 wants it, and their colours are
 * those of the output intent. Before: content.c has drawn all pages. After: haru.c. */
#include <config.h>

#include "pdf/image.h"

#include "base/memory.h"

size_t images_use(struct document *document, const struct image *image) {
    for (size_t i = 0; i < document->image_count; i++)
        if (document->images[i] == image)
            return i;
    document->images = memory_grow(document->images, document->image_count, sizeof(struct image *),
                                   &document->image_capacity);
    document->images[document->image_count] = image;
    return document->image_count++;
}

static unsigned write_image(struct document *document, const struct image *image) {
    struct text pixels = {(const char *)image->pixels,
                          (size_t)image->width * image->height * image->channels};
    struct buffer *out = &document->entries;
    buffer_printf(out,
                  "/Type/XObject/Subtype/Image/Width %lu/Height %lu/BitsPerComponent 8"
                  "/ColorSpace/Device%s",
                  (unsigned long)image->width, (unsigned long)image->height,
                  image->channels == 1 ? "Gray" : "RGB");
    struct haru_object *stream =
        haru_stream(document->haru, buffer_view(out), deflater_pack(document->deflater, pixels));
    buffer_clear(out);
    return haru_number(stream);
}

void images_write(struct document *document) {
    struct buffer names = {0};
    if (document->image_count == 0)
        return;
    buffer_string(&names, "/XObject<<");
    for (size_t i = 0; i < document->image_count; i++)
        buffer_printf(&names, "/I%zu %u 0 R", i, write_image(document, document->images[i]));
    buffer_string(&names, ">>");
    haru_fill(document->haru, document->resources, buffer_view(&names));
    buffer_free(&names);
}
