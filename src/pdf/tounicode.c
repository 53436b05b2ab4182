/* A ToUnicode CMap: see tounicode.h. libharu's own is malformed, and covers the whole font. Syntax:
 * Adobe Technical Note 5411; at most 100 entries a block.
 *
 * Before: glyphs.c. After: embed.c. */
#include <config.h>

#include "pdf/tounicode.h"

#define BLOCK 100u

static void put_characters(const struct glyphs *glyphs, struct buffer *out) {
    size_t left = 0; /* entries of the open block */
    size_t total = 0;
    for (size_t code = 1; code < glyphs->count; code++)
        total += glyphs->used[code].character != 0;
    for (size_t code = 1; code < glyphs->count; code++) {
        if (glyphs->used[code].character == 0)
            continue;
        if (left == 0) {
            left = total < BLOCK ? total : BLOCK;
            total -= left;
            buffer_printf(out, "%zu beginbfchar\n", left);
        }
        buffer_printf(out, "<%04X><%04X>\n", (unsigned)code,
                      (unsigned)glyphs->used[code].character);
        if (--left == 0)
            buffer_string(out, "endbfchar\n");
    }
}

void tounicode_write(const struct glyphs *glyphs, struct buffer *out) {
    buffer_string(out, "/CIDInit /ProcSet findresource begin\n"
                       "12 dict begin\n"
                       "begincmap\n"
                       "/CIDSystemInfo <</Registry (Adobe)/Ordering (UCS)/Supplement 0>> def\n"
                       "/CMapName /Adobe-Identity-UCS def\n"
                       "/CMapType 2 def\n"
                       "1 begincodespacerange\n"
                       "<0000><FFFF>\n"
                       "endcodespacerange\n"
                       "1 beginbfchar\n"
                       "<0000><FFFD>\n" /* the box: a character that the font lacks */
                       "endbfchar\n");
    put_characters(glyphs, out);
    buffer_string(out, "endcmap\n"
                       "CMapName currentdict /CMap defineresource pop\n"
                       "end\n"
                       "end\n");
}
