/* What the readers of PNG and JPEG share with image.c, which alone calls them. */
#ifndef TAKLIMAT_BASE_IMAGE_CODEC_H
#define TAKLIMAT_BASE_IMAGE_CODEC_H

#include "base/image.h"

/* A decoded picture: three bytes a pixel, red, green, blue, nothing transparent. */
struct raster {
    uint32_t width, height;
    unsigned char *rgb; /* owned; freed with memory_free. NULL: none */
};

/* True if a picture of that size may be decoded; asked before anything is allocated for it. Else
 * false and EXIT_CONFIG. */
bool image_size_allowed(uint32_t width, uint32_t height, struct error *error);

/* Decode a file of the format. Errors as image_read; *out is empty then. */
bool image_read_png(struct text bytes, struct raster *out, struct error *error);
bool image_read_jpeg(struct text bytes, struct raster *out, struct error *error);

#endif
