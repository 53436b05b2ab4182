/* PNG files of every kind, made without libpng: for the tests of what reads them. */
#ifndef TAKLIMAT_TESTS_PNG_FIXTURE_H
#define TAKLIMAT_TESTS_PNG_FIXTURE_H

#include <stdint.h>
#include <string.h>
#include <zlib.h>

#include "base/buffer.h"
#include "base/memory.h"

enum png_colour { PNG_GREY = 0, PNG_RGB = 2, PNG_PALETTE = 3, PNG_GREY_ALPHA = 4, PNG_RGBA = 6 };

/* A picture whose sample at (x, y) in channel c is png_sample: the same for every kind. */
struct png_spec {
    uint32_t width, height;
    unsigned depth; /* bits a sample */
    enum png_colour colour;
    bool interlaced;
    bool clear; /* grey, RGB and palette: one value is transparent (tRNS) */
};

static inline void png_u32(struct buffer *out, uint32_t value) {
    for (int shift = 24; shift >= 0; shift -= 8)
        buffer_char(out, (char)(value >> shift & 0xFF));
}

static inline void png_chunk(struct buffer *out, const char *type, struct text data) {
    png_u32(out, (uint32_t)data.size);
    size_t start = out->size;
    buffer_append(out, type, 4);
    buffer_text(out, data);
    uLong sum = crc32(0, (const Bytef *)out->data + start, (uInt)(out->size - start));
    png_u32(out, (uint32_t)sum);
}

static inline unsigned png_channels(enum png_colour colour) {
    static const unsigned counts[] = {1, 0, 3, 1, 2, 0, 4};
    return counts[colour];
}

/* From 0 to what the depth holds: slopes that differ by channel. */
static inline unsigned png_sample(const struct png_spec *spec, uint32_t x, uint32_t y, unsigned c) {
    unsigned most = (1u << spec->depth) - 1;
    unsigned value = (x * (7 + c * 5) + y * (11 + c * 3) + c * 40) & 0xFF;
    if (spec->depth == 16)
        return value * 257;
    return spec->depth == 8 ? value : value % (most + 1);
}

/* The rows of the samples at x0, x0 + dx, ... and y0, y0 + dy, ...: a pass of Adam7, or all. */
static inline void png_rows(const struct png_spec *spec, uint32_t x0, uint32_t y0, uint32_t dx,
                            uint32_t dy, struct buffer *out) {
    if (x0 >= spec->width)
        return;
    for (uint32_t y = y0; y < spec->height; y += dy) {
        unsigned bits = 0, held = 0;
        buffer_char(out, 0); /* no filter */
        for (uint32_t x = x0; x < spec->width; x += dx)
            for (unsigned c = 0; c < png_channels(spec->colour); c++) {
                unsigned value = png_sample(spec, x, y, c);
                if (spec->depth == 16)
                    buffer_char(out, (char)(value >> 8));
                bits = bits << (spec->depth == 16 ? 8 : spec->depth) | (value & 0xFF);
                held += spec->depth == 16 ? 8 : spec->depth;
                if (held >= 8) {
                    buffer_char(out, (char)(bits & 0xFF));
                    held = bits = 0;
                }
            }
        if (held)
            buffer_char(out, (char)(bits << (8 - held) & 0xFF));
    }
}

static inline void png_pixels(const struct png_spec *spec, struct buffer *out) {
    static const uint32_t passes[7][4] = {{0, 0, 8, 8}, {4, 0, 8, 8}, {0, 4, 4, 8}, {2, 0, 4, 4},
                                          {0, 2, 2, 4}, {1, 0, 2, 2}, {0, 1, 1, 2}};
    if (!spec->interlaced)
        png_rows(spec, 0, 0, 1, 1, out);
    for (size_t i = 0; i < 7 && spec->interlaced; i++)
        png_rows(spec, passes[i][0], passes[i][1], passes[i][2], passes[i][3], out);
}

/* Entry i of the palette is (i, 255 - i, i * 3); with `clear` entry 1 is transparent, entry 2 half.
 */
static inline void png_palette(const struct png_spec *spec, struct buffer *out) {
    struct buffer entries = {0};
    for (unsigned i = 0; i < 1u << spec->depth; i++) {
        buffer_char(&entries, (char)i);
        buffer_char(&entries, (char)(255 - i));
        buffer_char(&entries, (char)(i * 3));
    }
    png_chunk(out, "PLTE", buffer_view(&entries));
    buffer_free(&entries);
    if (spec->clear)
        png_chunk(out, "tRNS", (struct text){"\xFF\x00\x80", spec->depth == 1 ? 2 : 3});
}

static inline void png_make(const struct png_spec *spec, struct buffer *out) {
    struct buffer head = {0}, rows = {0}, packed = {0};
    png_u32(&head, spec->width);
    png_u32(&head, spec->height);
    buffer_char(&head, (char)spec->depth);
    buffer_char(&head, (char)spec->colour);
    buffer_append(&head, spec->interlaced ? "\0\0\1" : "\0\0\0", 3);
    buffer_append(out, "\x89PNG\r\n\x1A\n", 8);
    png_chunk(out, "IHDR", buffer_view(&head));
    if (spec->colour == PNG_PALETTE)
        png_palette(spec, out);
    else if (spec->clear) /* the value 0 in each channel */
        png_chunk(out, "tRNS", (struct text){"\0\0\0\0\0\0", spec->colour == PNG_RGB ? 6 : 2});
    png_pixels(spec, &rows);
    uLongf size = compressBound((uLong)rows.size);
    compress2((Bytef *)buffer_room(&packed, size), &size, (const Bytef *)rows.data,
              (uLong)rows.size, 6);
    packed.size = size;
    png_chunk(out, "IDAT", buffer_view(&packed));
    png_chunk(out, "IEND", TEXT(""));
    buffer_free(&head);
    buffer_free(&rows);
    buffer_free(&packed);
}

#endif
