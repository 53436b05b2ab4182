/* Pictures: every kind of PNG and JPEG, their sizes, and what no picture is. */
#include <config.h>

#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/image.h"
#include "png_fixture.h"
#include "support.h"

#ifdef HAVE_LIBJPEG
#include <jpeglib.h>
#endif

#define SIDE 40

static bool read_at_most(struct text bytes, uint32_t width, uint32_t height, struct arena *arena,
                         struct image *out, struct error *error) {
    *out = (struct image){0};
    return image_read(bytes, width, height, arena, out, error);
}

/* Refused with words that hold `what`. */
static void refused(struct text bytes, const char *what) {
    struct arena arena = {0};
    struct image image;
    struct error error = {0};
    ck_assert_msg(!read_at_most(bytes, 100, 100, &arena, &image, &error), "taken; not %s", what);
    ck_assert_int_eq(error.code, EXIT_CONFIG);
    ck_assert_msg(strstr(error.message, what) != NULL, "'%s', not '%s'", error.message, what);
    ck_assert_ptr_null(image.pixels);
    arena_free(&arena);
}

#ifdef HAVE_LIBPNG

/* What the picture shows at a place, as 8 bits of red, green, blue on white. */
static void expected(const struct png_spec *spec, uint32_t x, uint32_t y, unsigned out[3]) {
    unsigned most = (1u << spec->depth) - 1, sample[4], alpha = 255;
    for (unsigned c = 0; c < png_channels(spec->colour); c++)
        sample[c] = png_sample(spec, x, y, c) * 255 / most;
    unsigned index = png_sample(spec, x, y, 0);
    bool grey = spec->colour == PNG_GREY || spec->colour == PNG_GREY_ALPHA, zero = true;
    for (unsigned c = 0; c < 3; c++) {
        out[c] = sample[grey || spec->colour == PNG_PALETTE ? 0 : c];
        zero = zero && out[c] == 0;
    }
    if (spec->colour == PNG_PALETTE) {
        out[0] = index;
        out[1] = 255 - index;
        out[2] = index * 3 & 0xFF;
        alpha = spec->clear && index == 1 ? 0 : spec->clear && index == 2 ? 128 : 255;
    } else if (spec->colour == PNG_RGBA || spec->colour == PNG_GREY_ALPHA) {
        alpha = sample[png_channels(spec->colour) - 1];
    } else if (spec->clear && zero) {
        alpha = 0;
    }
    for (unsigned c = 0; c < 3; c++)
        out[c] = (out[c] * alpha + 255 * (255 - alpha) + 127) / 255;
}

static const struct {
    enum png_colour colour;
    unsigned depth;
    bool clear;
} kinds[] = {
    {PNG_GREY, 1, false},    {PNG_GREY, 2, true},        {PNG_GREY, 4, false},
    {PNG_GREY, 8, false},    {PNG_GREY, 8, true},        {PNG_GREY, 16, false},
    {PNG_RGB, 8, false},     {PNG_RGB, 8, true},         {PNG_RGB, 16, false},
    {PNG_PALETTE, 1, false}, {PNG_PALETTE, 2, true},     {PNG_PALETTE, 4, true},
    {PNG_PALETTE, 8, true},  {PNG_GREY_ALPHA, 8, false}, {PNG_GREY_ALPHA, 16, false},
    {PNG_RGBA, 8, false},    {PNG_RGBA, 16, false},
};

static void take_apart(size_t kind, bool interlaced) {
    struct png_spec spec = {SIDE,       SIDE / 2 + 3,     kinds[kind].depth, kinds[kind].colour,
                            interlaced, kinds[kind].clear};
    struct buffer file = {0};
    struct arena arena = {0};
    struct image image;
    struct error error = {0};
    png_make(&spec, &file);
    ck_assert_msg(read_at_most(buffer_view(&file), 100, 100, &arena, &image, &error),
                  "kind %zu: %s", kind, error.message);
    ck_assert_uint_eq(image.width, spec.width);
    ck_assert_uint_eq(image.height, spec.height);
    bool grey = spec.colour == PNG_GREY || spec.colour == PNG_GREY_ALPHA;
    ck_assert_uint_eq(image.channels, grey ? 1 : 3);
    for (uint32_t y = 0; y < spec.height; y++)
        for (uint32_t x = 0; x < spec.width; x++) {
            unsigned want[3];
            expected(&spec, x, y, want);
            const unsigned char *pixel = image.pixels + (y * spec.width + x) * image.channels;
            for (unsigned c = 0; c < image.channels; c++)
                ck_assert_msg(pixel[c] == want[c], "kind %zu at %u, %u, channel %u: %u, not %u",
                              kind, x, y, c, pixel[c], want[c]);
        }
    arena_free(&arena);
    buffer_free(&file);
}

START_TEST(reads_each_kind_of_png) {
    take_apart((size_t)_i, false);
    take_apart((size_t)_i, true);
}
END_TEST

/* A file of linear light: its dark values are lighter in sRGB. */
START_TEST(applies_gamma) {
    struct png_spec spec = {SIDE, SIDE, 8, PNG_GREY, false, false};
    struct buffer file = {0}, linear = {0};
    struct arena arena = {0};
    struct image plain, image;
    struct error error = {0};
    png_make(&spec, &file);
    buffer_append(&linear, file.data, 33);
    png_chunk(&linear, "gAMA", (struct text){"\0\1\x86\xA0", 4});
    buffer_append(&linear, file.data + 33, file.size - 33);
    ck_assert(read_at_most(buffer_view(&file), 100, 100, &arena, &plain, &error));
    ck_assert(read_at_most(buffer_view(&linear), 100, 100, &arena, &image, &error));
    ck_assert_uint_eq(plain.pixels[8], 56);
    ck_assert_uint_ge(image.pixels[8], 125); /* 255 * (56 / 255)^(1 / 2.2) is 128 */
    ck_assert_uint_le(image.pixels[8], 131);
    arena_free(&arena);
    buffer_free(&file);
    buffer_free(&linear);
}
END_TEST

/* Cut anywhere, or with a byte changed: refused, or the same size; never a crash. */
START_TEST(survives_broken_png) {
    struct png_spec spec = {SIDE, SIDE, 8, _i ? PNG_PALETTE : PNG_RGBA, _i == 0, true};
    struct buffer file = {0};
    png_make(&spec, &file);
    for (size_t size = 0; size + 16 < file.size; size += 1 + size / 40) {
        struct arena arena = {0};
        struct image image;
        struct error error = {0};
        ck_assert_msg(
            !read_at_most((struct text){file.data, size}, 100, 100, &arena, &image, &error),
            "%zu of %zu bytes taken", size, file.size);
        arena_free(&arena);
    }
    for (size_t at = 0; at < file.size; at += 1 + at / 60) {
        struct arena arena = {0};
        struct image image;
        struct error error = {0};
        file.data[at] = (char)(file.data[at] ^ 0x55);
        if (read_at_most(buffer_view(&file), 100, 100, &arena, &image, &error))
            ck_assert_uint_eq(image.width, SIDE);
        file.data[at] = (char)(file.data[at] ^ 0x55);
        arena_free(&arena);
    }
    buffer_free(&file);
}
END_TEST

static const struct {
    uint32_t width, height;
    const char *what;
} sizes[] = {
    {10000, 10000, "10000 by 10000 pixels; at most 16 million are read"},
    {2147483647, 2147483647, "the PNG image is damaged"},
    {65536, 65536, "at most 16 million"},
    {60001, 16, "and 60000 on a side"},
    {15, 400, "15 by 400 pixels; to be printed it needs at least 16 on each side"},
    {0, 5, "the PNG image is damaged"},
};

/* Only the head tells the size: nothing is allocated for the pixels that it promises. */
START_TEST(refuses_sizes) {
    struct png_spec spec = {16, 16, 8, PNG_RGB, false, false};
    struct buffer file = {0}, bad = {0}, head = {0};
    png_make(&spec, &file);
    png_u32(&head, sizes[_i].width);
    png_u32(&head, sizes[_i].height);
    buffer_append(&head, "\x08\x02\0\0\0", 5);
    buffer_append(&bad, file.data, 8);
    png_chunk(&bad, "IHDR", buffer_view(&head));
    buffer_append(&bad, file.data + 33, file.size - 33);
    refused(buffer_view(&bad), sizes[_i].what);
    buffer_free(&file);
    buffer_free(&bad);
    buffer_free(&head);
}
END_TEST

static const struct {
    uint32_t width, height, most_width, most_height, then_width, then_height;
} shrinks[] = {
    {100, 50, 30, 30, 30, 15}, {50, 100, 30, 30, 15, 30}, {100, 50, 200, 200, 100, 50},
    {400, 16, 20, 20, 20, 1},  {97, 61, 40, 13, 21, 13},  {32, 32, 32, 31, 31, 31},
};

/* Proportions stay, and so does the mean of what is shown. */
START_TEST(shrinks_to_what_print_needs) {
    struct png_spec spec = {shrinks[_i].width, shrinks[_i].height, 8, PNG_RGB, false, false};
    struct buffer file = {0};
    struct arena arena = {0};
    struct image whole, small;
    struct error error = {0};
    png_make(&spec, &file);
    ck_assert(read_at_most(buffer_view(&file), 1000, 1000, &arena, &whole, &error));
    ck_assert(read_at_most(buffer_view(&file), shrinks[_i].most_width, shrinks[_i].most_height,
                           &arena, &small, &error));
    ck_assert_uint_eq(small.width, shrinks[_i].then_width);
    ck_assert_uint_eq(small.height, shrinks[_i].then_height);
    double sums[2] = {0, 0};
    for (size_t i = 0; i < (size_t)whole.width * whole.height * 3; i++)
        sums[0] += whole.pixels[i];
    for (size_t i = 0; i < (size_t)small.width * small.height * 3; i++)
        sums[1] += small.pixels[i];
    sums[0] /= (double)whole.width * whole.height * 3;
    sums[1] /= (double)small.width * small.height * 3;
    ck_assert_double_eq_tol(sums[0], sums[1], 0.5);
    arena_free(&arena);
    buffer_free(&file);
}
END_TEST

#endif

#ifdef HAVE_LIBJPEG

struct jpeg_spec {
    unsigned width, height;
    J_COLOR_SPACE space;
    bool progressive;
};

static void jpeg_make(const struct jpeg_spec *spec, struct buffer *out) {
    struct jpeg_compress_struct jpeg;
    struct jpeg_error_mgr errors;
    unsigned char *bytes = NULL, row[256 * 4];
    unsigned long size = 0;
    int channels = spec->space == JCS_GRAYSCALE ? 1 : spec->space == JCS_CMYK ? 4 : 3;
    jpeg.err = jpeg_std_error(&errors);
    jpeg_create_compress(&jpeg);
    jpeg_mem_dest(&jpeg, &bytes, &size);
    jpeg.image_width = spec->width;
    jpeg.image_height = spec->height;
    jpeg.input_components = channels;
    jpeg.in_color_space = spec->space;
    jpeg_set_defaults(&jpeg);
    jpeg_set_quality(&jpeg, 95, TRUE);
    if (spec->progressive)
        jpeg_simple_progression(&jpeg);
    jpeg_start_compress(&jpeg, TRUE);
    while (jpeg.next_scanline < jpeg.image_height) {
        JSAMPROW rows = row;
        for (unsigned x = 0; x < spec->width; x++)
            for (int c = 0; c < channels; c++)
                row[x * (unsigned)channels + (unsigned)c] =
                    (unsigned char)(x * 2 + jpeg.next_scanline + (unsigned)c * 20);
        jpeg_write_scanlines(&jpeg, &rows, 1);
    }
    jpeg_finish_compress(&jpeg);
    jpeg_destroy_compress(&jpeg);
    buffer_append(out, bytes, size);
    free(bytes);
}

START_TEST(reads_jpeg) {
    struct jpeg_spec spec = {64, 48, _i & 1 ? JCS_GRAYSCALE : JCS_RGB, _i > 1};
    struct buffer file = {0};
    struct arena arena = {0};
    struct image image;
    struct error error = {0};
    jpeg_make(&spec, &file);
    ck_assert_msg(read_at_most(buffer_view(&file), 100, 100, &arena, &image, &error), "%s",
                  error.message);
    ck_assert_uint_eq(image.width, 64);
    ck_assert_uint_eq(image.height, 48);
    ck_assert_uint_eq(image.channels, _i & 1 ? 1 : 3);
    for (unsigned y = 0; y < 48; y++)
        for (unsigned x = 0; x < 64; x++)
            for (unsigned c = 0; c < image.channels; c++)
                ck_assert_int_le(abs((int)image.pixels[(y * 64 + x) * image.channels + c] -
                                     (int)(x * 2 + y + c * 20)),
                                 12);
    arena_free(&arena);
    buffer_free(&file);
}
END_TEST

START_TEST(survives_broken_jpeg) {
    struct jpeg_spec spec = {64, 48, JCS_RGB, _i == 1};
    struct buffer file = {0};
    jpeg_make(&spec, &file);
    for (size_t size = 3; size + 2 < file.size; size += 1 + size / 40)
        refused((struct text){file.data, size}, "the JPEG image is damaged or cut off");
    for (size_t at = 3; at < file.size; at += 1 + at / 60) {
        struct arena arena = {0};
        struct image image;
        struct error error = {0};
        file.data[at] = (char)(file.data[at] ^ 0x55);
        bool taken = read_at_most(buffer_view(&file), 100, 100, &arena, &image, &error);
        ck_assert(taken || error.code == EXIT_CONFIG);
        file.data[at] = (char)(file.data[at] ^ 0x55);
        arena_free(&arena);
    }
    buffer_free(&file);
}
END_TEST

START_TEST(refuses_jpegs) {
    struct jpeg_spec cmyk = {64, 48, JCS_CMYK, false}, small = {8, 8, JCS_RGB, false},
                     huge = {64, 48, JCS_RGB, false};
    struct buffer file = {0};
    jpeg_make(&cmyk, &file);
    refused(buffer_view(&file), "the colours of print (CMYK); save it as RGB");
    buffer_clear(&file);
    jpeg_make(&small, &file);
    refused(buffer_view(&file), "8 by 8 pixels; to be printed it needs at least 16");
    buffer_clear(&file);
    jpeg_make(&huge, &file); /* its head is made to promise 10,000 by 10,000 */
    size_t at = text_find(buffer_view(&file), 0, (struct text){"\xFF\xC0", 2});
    memcpy(file.data + at + 5, "\x27\x10\x27\x10", 4);
    refused(buffer_view(&file), "10000 by 10000 pixels; at most 16 million are read");
    buffer_free(&file);
}
END_TEST

#endif

static const struct {
    struct text bytes;
    const char *what;
} others[] = {
    {{"", 0}, "it is an empty file; a PNG or JPEG image is wanted"},
    {{"GIF89a........", 14}, "it is a GIF image"},
    {{"RIFF....WEBPVP8 ", 16}, "it is a WebP image"},
    {{"<svg xmlns=\"\"/>", 15}, "it is an SVG drawing"},
    {{"lambang kota", 12}, "it is no picture"},
    {{"\x89PNG\r\n", 6}, "it is no picture"},
    {{"\xFF\xD8", 2}, "it is no picture"},
#ifndef HAVE_LIBPNG
    {{"\x89PNG\r\n\x1A\n", 8}, "this build of taklimat reads no PNG images"},
#endif
#ifndef HAVE_LIBJPEG
    {{"\xFF\xD8\xFF\xE0", 4}, "this build of taklimat reads no JPEG images"},
#endif
};

START_TEST(names_what_is_no_picture) { refused(others[_i].bytes, others[_i].what); }
END_TEST

int main(void) {
    Suite *suite = suite_create("image");
    TCase *tests = tcase_create("image");
    tcase_add_loop_test(tests, names_what_is_no_picture, 0, sizeof others / sizeof *others);
#ifdef HAVE_LIBPNG
    tcase_add_loop_test(tests, reads_each_kind_of_png, 0, sizeof kinds / sizeof *kinds);
    tcase_add_test(tests, applies_gamma);
    tcase_add_loop_test(tests, survives_broken_png, 0, 2);
    tcase_add_loop_test(tests, refuses_sizes, 0, sizeof sizes / sizeof *sizes);
    tcase_add_loop_test(tests, shrinks_to_what_print_needs, 0, sizeof shrinks / sizeof *shrinks);
#endif
#ifdef HAVE_LIBJPEG
    tcase_add_loop_test(tests, reads_jpeg, 0, 4);
    tcase_add_loop_test(tests, survives_broken_jpeg, 0, 2);
    tcase_add_test(tests, refuses_jpegs);
#endif
    suite_add_tcase(suite, tests);
    return run_suite(suite);
}
