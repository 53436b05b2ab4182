/* Telling formats apart, and scaling down: see image.h. Before: image_png.c and image_jpeg.c. */
#include <config.h>

#include "base/image.h"

#include "base/image_codec.h"
#include "base/memory.h"
#include "base/translate.h"

bool image_size_allowed(uint32_t width, uint32_t height, struct error *error) {
    if (width > IMAGE_SIDE_MOST || height > IMAGE_SIDE_MOST ||
        (uint64_t)width * height > IMAGE_PIXELS_MOST)
        return error_set(error, EXIT_CONFIG,
                         "%lu by %lu pixels; at most %u million are read, and %u on a side",
                         (unsigned long)width, (unsigned long)height, IMAGE_PIXELS_MOST / 1000000,
                         IMAGE_SIDE_MOST);
    if (width < IMAGE_SIDE_LEAST || height < IMAGE_SIDE_LEAST)
        return error_set(error, EXIT_CONFIG,
                         "%lu by %lu pixels; to be printed it needs at least %u on each side",
                         (unsigned long)width, (unsigned long)height, IMAGE_SIDE_LEAST);
    return true;
}

/* A stretch of the source that one pixel of the result covers, in parts of a source pixel:
 * `from` and `until` count `target` parts a pixel, so that no fraction is left over. */
struct cover {
    uint64_t from, until;
    uint32_t parts; /* of one source pixel */
};

static struct cover cover_of(uint32_t index, uint32_t source, uint32_t target) {
    return (struct cover){(uint64_t)index * source, ((uint64_t)index + 1) * source, target};
}

/* How many parts of source pixel `at` the stretch covers. */
static uint64_t weight(const struct cover *cover, uint64_t at) {
    uint64_t start = at * cover->parts, end = start + cover->parts;
    if (start < cover->from)
        start = cover->from;
    if (end > cover->until)
        end = cover->until;
    return end > start ? end - start : 0;
}

/* The mean of the rectangle of the source that the two stretches cover, of each channel. The
 * weights sum up to width times height of the source, at most 16 million. */
static void put_mean(const struct raster *source, struct cover x, struct cover y,
                     unsigned char *out) {
    uint64_t sum[3] = {0, 0, 0}, whole = (uint64_t)source->width * source->height;
    for (uint64_t row = y.from / y.parts; row * y.parts < y.until; row++)
        for (uint64_t column = x.from / x.parts; column * x.parts < x.until; column++) {
            const unsigned char *pixel = source->rgb + (row * source->width + column) * 3;
            uint64_t share = weight(&y, row) * weight(&x, column);
            for (unsigned i = 0; i < 3; i++)
                sum[i] += share * pixel[i];
        }
    for (unsigned i = 0; i < 3; i++)
        out[i] = (unsigned char)((sum[i] + whole / 2) / whole);
}

/* Makes room in *raster for the smaller picture of that size. */
static void shrink_to(struct raster *raster, uint32_t width, uint32_t height) {
    struct raster small = {width, height, memory_alloc((size_t)width * height * 3)};
    for (uint32_t row = 0; row < height; row++)
        for (uint32_t column = 0; column < width; column++)
            put_mean(raster, cover_of(column, raster->width, width),
                     cover_of(row, raster->height, height),
                     small.rgb + ((size_t)row * width + column) * 3);
    memory_free(raster->rgb);
    *raster = small;
}

/* `length` scaled by part/whole, rounded, at least 1. */
static uint32_t scaled(uint32_t length, uint32_t part, uint32_t whole) {
    uint64_t value = ((uint64_t)length * part + whole / 2) / whole;
    return value ? (uint32_t)value : 1;
}

static void shrink(struct raster *raster, uint32_t most_width, uint32_t most_height) {
    uint32_t width = raster->width, height = raster->height;
    if (width > most_width) {
        height = scaled(height, most_width, width);
        width = most_width;
    }
    if (height > most_height) {
        width = scaled(raster->width, most_height, raster->height);
        height = most_height;
    }
    if (width < raster->width || height < raster->height)
        shrink_to(raster, width, height);
}

static bool is_grey(const unsigned char *rgb, size_t pixels) {
    for (size_t i = 0; i < pixels; i++, rgb += 3)
        if (rgb[0] != rgb[1] || rgb[0] != rgb[2])
            return false;
    return true;
}

static struct image keep(const struct raster *raster, struct arena *arena) {
    size_t pixels = (size_t)raster->width * raster->height;
    unsigned channels = is_grey(raster->rgb, pixels) ? 1 : 3;
    unsigned char *copy = arena_alloc_array_uncleared(arena, pixels, channels);
    for (size_t i = 0; i < pixels; i++)
        for (unsigned channel = 0; channel < channels; channel++)
            copy[i * channels + channel] = raster->rgb[i * 3 + channel];
    return (struct image){raster->width, raster->height, channels, copy};
}

static bool is_jpeg(struct text bytes) { return text_starts(bytes, "\xFF\xD8\xFF"); }
static bool is_png(struct text bytes) { return text_starts(bytes, "\x89PNG\r\n\x1A\n"); }

/* What a file is that is neither, by how it begins; such files often bear the name of another. */
static const char *other_format(struct text bytes) {
    static const struct {
        const char *start, *name;
    } formats[] = {
        {"GIF8", N_("a GIF image")},       {"BM", N_("a BMP image")},
        {"II*", N_("a TIFF image")},       {"MM", N_("a TIFF image")},
        {"RIFF", N_("a WebP image")},      {"%PDF", N_("a PDF document")},
        {"<svg", N_("an SVG drawing")},    {"<?xml", N_("an SVG drawing")},
        {"<!DOCTYPE", N_("a web page")},   {"<html", N_("a web page")},
        {"PK", N_("a compressed folder")}, {"", N_("no picture")},
    };
    size_t i = 0;
    if (bytes.size == 0)
        return _("an empty file");
    while (!text_starts(bytes, formats[i].start))
        i++;
    return translate(formats[i].name);
}

static bool decode(struct text bytes, struct raster *out, struct error *error) {
    if (is_png(bytes))
        return image_read_png(bytes, out, error);
    if (is_jpeg(bytes))
        return image_read_jpeg(bytes, out, error);
    return error_set(error, EXIT_CONFIG, "it is %s; a PNG or JPEG image is wanted",
                     other_format(bytes));
}

bool image_read(struct text bytes, uint32_t most_width, uint32_t most_height, struct arena *arena,
                struct image *out, struct error *error) {
    struct raster raster = {0};
    if (!decode(bytes, &raster, error))
        return false;
    shrink(&raster, most_width, most_height);
    *out = keep(&raster, arena);
    memory_free(raster.rgb);
    return true;
}
