/* PNG by libpng, which turns palettes, grey, 16 bits, gamma and interlacing into 8 bits of sRGB
 * with alpha. Its simple reader is not used: in 1.6.39 with Debian's corrections it mixes the rows
 * of interlaced files of 16 bits. Before: image.c. */
#include <config.h>

#include "base/image_codec.h"

#ifdef HAVE_LIBPNG
#include <setjmp.h>
#include <string.h>

#include <png.h>

#include "base/memory.h"
#include "base/translate.h"

/* All that lives across a jump stands here, so that no register holds it. */
struct reader {
    png_structp png;
    png_infop info;
    jmp_buf out;
    struct text rest; /* of the file */
    struct raster *raster;
    struct error *error; /* set before a jump */
};

static void take_error(png_structp png, png_const_charp message) {
    struct reader *reader = png_get_error_ptr(png);
    error_set(reader->error, EXIT_CONFIG, "the PNG image is damaged or cut off: %s", message);
    longjmp(reader->out, 1);
}

/* What is wrong beside the pixels does not matter. */
static void take_warning(png_structp png, png_const_charp message) {
    (void)png;
    (void)message;
}

static void take_bytes(png_structp png, png_bytep out, size_t count) {
    struct reader *reader = png_get_io_ptr(png);
    if (count > reader->rest.size)
        png_error(png, _("the file ends too early"));
    memcpy(out, reader->rest.data, count);
    reader->rest = text_slice(reader->rest, (struct span){count, reader->rest.size});
}

/* Every kind of file becomes red, green, blue and alpha of 8 bits each. */
static void ask_for_rgba(png_structp png) {
    png_set_alpha_mode(png, PNG_ALPHA_PNG, PNG_DEFAULT_sRGB); /* what names no gamma is sRGB */
    png_set_expand(png); /* palettes, fewer than 8 bits, a transparent colour */
    png_set_scale_16(png);
    png_set_gray_to_rgb(png);
    png_set_add_alpha(png, 0xFF, PNG_FILLER_AFTER);
}

static void read_rows(struct reader *reader) {
    struct raster *raster = reader->raster;
    int passes = png_set_interlace_handling(reader->png);
    png_read_update_info(reader->png, reader->info);
    if (png_get_rowbytes(reader->png, reader->info) != (size_t)raster->width * 4)
        png_error(reader->png, _("of an unknown kind"));
    raster->rgb = memory_alloc_array((size_t)raster->width * raster->height, 4);
    while (passes-- > 0)
        for (size_t row = 0; row < raster->height; row++)
            png_read_row(reader->png, raster->rgb + row * raster->width * 4, NULL);
    png_read_end(reader->png, NULL);
}

static bool read_all(struct reader *reader) {
    if (setjmp(reader->out))
        return false;
    reader->png = png_create_read_struct(PNG_LIBPNG_VER_STRING, reader, take_error, take_warning);
    reader->info = reader->png ? png_create_info_struct(reader->png) : NULL;
    if (!reader->info)
        return error_set(reader->error, EXIT_CONFIG, "libpng is of another version");
    png_set_read_fn(reader->png, reader, take_bytes);
    png_read_info(reader->png, reader->info);
    *reader->raster = (struct raster){png_get_image_width(reader->png, reader->info),
                                      png_get_image_height(reader->png, reader->info), NULL};
    if (!image_size_allowed(reader->raster->width, reader->raster->height, reader->error))
        return false;
    ask_for_rgba(reader->png);
    read_rows(reader);
    return true;
}

/* Lays red, green, blue and alpha on white, in place: three bytes a pixel are left. The mean is of
 * the values as they are, which is what browsers show. */
static void flatten(unsigned char *pixels, size_t count) {
    const unsigned char *from = pixels;
    for (size_t i = 0; i < count; i++, from += 4) {
        unsigned alpha = from[3];
        for (unsigned channel = 0; channel < 3; channel++)
            *pixels++ = (unsigned char)((from[channel] * alpha + 255 * (255 - alpha) + 127) / 255);
    }
}

bool image_read_png(struct text bytes, struct raster *out, struct error *error) {
    struct reader reader = {.rest = bytes, .raster = out, .error = error};
    bool ok = read_all(&reader);
    png_destroy_read_struct(&reader.png, &reader.info, NULL);
    if (ok) {
        flatten(out->rgb, (size_t)out->width * out->height);
    } else {
        memory_free(out->rgb);
        *out = (struct raster){0};
    }
    return ok;
}

#else
bool image_read_png(struct text bytes, struct raster *out, struct error *error) {
    (void)bytes;
    (void)out;
    return error_set(error, EXIT_CONFIG, "this build of taklimat reads no PNG images (libpng)");
}
#endif
