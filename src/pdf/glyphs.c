/* The used characters of a face: see glyphs.h. Before: content.c asks for codes. After: embed.c. */
#include <config.h>

#include "pdf/glyphs.h"

#include "base/memory.h"
#include "pdf/fonts.h"

#define MOST_CODES 0xFFFFu

static unsigned append(struct glyphs *glyphs, uint32_t character, unsigned glyph) {
    if (glyphs->count >= MOST_CODES)
        return 0;
    if (glyphs->count == glyphs->capacity) {
        glyphs->capacity = glyphs->capacity ? 2 * glyphs->capacity : 128;
        glyphs->used = memory_resize(glyphs->used, glyphs->capacity, sizeof *glyphs->used);
    }
    glyphs->used[glyphs->count] = (struct glyph){(uint16_t)character, (uint16_t)glyph};
    return (unsigned)glyphs->count++;
}

void glyphs_init(struct glyphs *glyphs, const struct truetype *font) {
    *glyphs = (struct glyphs){.font = font};
    glyphs->code_of = memory_alloc_array(TRUETYPE_CHARACTERS, sizeof *glyphs->code_of);
    append(glyphs, 0, 0);
}

void glyphs_free(struct glyphs *glyphs) {
    memory_free(glyphs->code_of);
    memory_free(glyphs->used);
    *glyphs = (struct glyphs){0};
}

unsigned glyphs_code(struct glyphs *glyphs, uint32_t character) {
    unsigned glyph = fonts_glyph(glyphs->font, character);
    if (glyph == 0)
        return 0;
    if (glyphs->code_of[character] == 0)
        glyphs->code_of[character] = (uint16_t)append(glyphs, character, glyph);
    return glyphs->code_of[character];
}

unsigned glyphs_add_part(struct glyphs *glyphs, unsigned glyph, uint16_t *code_of_glyph) {
    if (glyph >= glyphs->font->glyph_count)
        return 0;
    if (code_of_glyph[glyph] == 0)
        code_of_glyph[glyph] = (uint16_t)append(glyphs, 0, glyph);
    return code_of_glyph[glyph];
}
