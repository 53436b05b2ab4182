/* UTF-16 as UTF-8, piece by piece: see utf16.h. source.c calls it. */
#include <config.h>

#include "intake/utf16.h"

#include "base/utf8.h"

#define REPLACEMENT 0xFFFD

/* One unit of 16 bits; returns the bytes written to `out`. */
static size_t take_unit(struct utf16 *utf16, unsigned unit, char *out) {
    size_t size = 0;
    bool first = !utf16->begun;
    utf16->begun = true;
    if (first && unit == 0xFEFF)
        return 0;
    bool low = unit >= 0xDC00 && unit < 0xE000;
    if (utf16->high && low) {
        unsigned high = utf16->high;
        utf16->high = 0;
        return utf8_encode(0x10000 + ((high - 0xD800) << 10) + (unit - 0xDC00), out);
    }
    if (utf16->high)
        size = utf8_encode(REPLACEMENT, out);
    utf16->high = unit >= 0xD800 && unit < 0xDC00 ? unit : 0;
    if (utf16->high)
        return size;
    return size + utf8_encode(low ? REPLACEMENT : unit, out + size);
}

size_t utf16_decode(struct utf16 *utf16, const unsigned char *bytes, size_t size, char *out) {
    size_t written = 0;
    for (size_t i = 0; i < size; i++) {
        if (!utf16->has_half) {
            utf16->half = bytes[i];
            utf16->has_half = true;
            continue;
        }
        unsigned first = utf16->half, second = bytes[i];
        utf16->has_half = false;
        unsigned unit = utf16->little ? first | second << 8 : first << 8 | second;
        written += take_unit(utf16, unit, out + written);
    }
    return written;
}

size_t utf16_end(struct utf16 *utf16, char *out) {
    bool incomplete = utf16->has_half || utf16->high;
    utf16->has_half = false;
    utf16->high = 0;
    return incomplete ? utf8_encode(REPLACEMENT, out) : 0;
}
