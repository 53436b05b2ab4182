/* Paper and accent colour: see house.h. Before: words of a configuration. After: the template. */
#include <config.h>

#include "layout/house.h"

#include <stddef.h>

#include "base/ascii.h"

/* ISO 216 A4; F4, also called folio, 215 by 330 mm; ANSI A. */
static const struct paper papers[] = {
    {"A4", 595275, 841889}, {"F4", 609448, 935433}, {"Letter", 612000, 792000}};

static bool same_word(struct text a, struct text b) {
    size_t i = 0;
    while (i < a.size && i < b.size && ascii_lower(a.data[i]) == ascii_lower(b.data[i]))
        i++;
    return i == a.size && i == b.size;
}

const struct paper *paper_find(struct text name) {
    for (size_t i = 0; i < sizeof papers / sizeof *papers; i++)
        if (same_word(name, text_of(papers[i].name)))
            return &papers[i];
    return NULL;
}

void logo_room(const struct house *house, mpt *width, mpt *height) {
    bool headed = house->letterhead_count > 0;
    *width = headed ? 85039 : 113386;
    *height = headed ? 68031 : 39685;
}

/* Millipoints of so many pixels at a resolution. */
static int64_t length_of(uint32_t pixels, int64_t dpi) { return (int64_t)pixels * 72000 / dpi; }

void logo_size(const struct house *house, mpt *width, mpt *height) {
    int64_t wide = length_of(house->logo->width, LOGO_DPI_LEAST),
            high = length_of(house->logo->height, LOGO_DPI_LEAST);
    logo_room(house, width, height);
    if (wide <= *width && high <= *height) {
        *width = (mpt)wide;
        *height = (mpt)high;
    } else if (wide * *height > high * *width) {
        *height = (mpt)(high * *width / wide);
    } else {
        *width = (mpt)(wide * *height / high);
    }
}

bool accent_read(struct text text, uint32_t *out) {
    uint32_t colour = 0;
    if (text.size != 7 || text.data[0] != '#')
        return false;
    for (size_t i = 1; i < 7; i++) {
        int digit = ascii_hex(text.data[i]);
        if (digit < 0)
            return false;
        colour = colour << 4 | (uint32_t)digit;
    }
    *out = colour;
    return true;
}

/* The fifth root of a number from 0 to 1, by halving: the same on every machine. */
static double fifth_root(double number) {
    double low = 0, high = 1;
    for (int i = 0; i < 48; i++) {
        double middle = (low + high) / 2;
        if (middle * middle * middle * middle * middle < number)
            low = middle;
        else
            high = middle;
    }
    return low;
}

/* A channel of sRGB made linear, 0 to 1. x to the power of 2.4 is x squared times the fifth root of
 * x squared. */
static double linear(uint32_t channel) {
    double value = (double)(channel & 0xff) / 255;
    if (value <= 0.04045)
        return value / 12.92;
    double x = (value + 0.055) / 1.055, x2 = x * x;
    return x2 * fifth_root(x2);
}

unsigned accent_contrast(uint32_t colour) {
    double luminance =
        0.2126 * linear(colour >> 16) + 0.7152 * linear(colour >> 8) + 0.0722 * linear(colour);
    return (unsigned)(105 / (luminance + 0.05));
}

uint32_t accent_tint(uint32_t colour, unsigned white) {
    uint32_t tint = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
        uint32_t channel = colour >> shift & 0xff;
        tint |= (channel + ((255 - channel) * white + 50) / 100) << shift;
    }
    return tint;
}
