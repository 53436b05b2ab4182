/* A TrueType file of the used glyphs: see subset.h. libharu's own subset marks only one level of
 * composition and keeps empty places for the rest of the font; this one is renumbered and small.
 *
 * Before: embed.c. After: the font file in the PDF. */
#include <config.h>

#include "pdf/subset.h"

#include <string.h>

#include "base/memory.h"

#define SUBSET_TABLES (TRUETYPE_PREP + 1)

/* Flags of a part of a composed glyph (OpenType, table glyf). */
enum { WORDS = 0x0001, SCALE = 0x0008, MORE = 0x0020, XY_SCALE = 0x0040, TWO_BY_TWO = 0x0080 };

struct subset {
    struct glyphs *glyphs;
    uint16_t *code_of_glyph; /* code under which each glyph of the font is found, 0 if none */
    struct buffer tables[SUBSET_TABLES];
};

static void put_u16(struct buffer *out, size_t value) {
    buffer_char(out, (char)(value >> 8 & 0xFF));
    buffer_char(out, (char)(value & 0xFF));
}

static void put_u32(struct buffer *out, size_t value) {
    put_u16(out, value >> 16 & 0xFFFF);
    put_u16(out, value & 0xFFFF);
}

static void set_u16(struct buffer *out, size_t at, size_t value) {
    if (at + 2 <= out->size) {
        out->data[at] = (char)(value >> 8 & 0xFF);
        out->data[at + 1] = (char)(value & 0xFF);
    }
}

static size_t part_size(unsigned flags) {
    size_t size = 4 + (flags & WORDS ? 4u : 2u);
    if (flags & SCALE)
        size += 2;
    else if (flags & XY_SCALE)
        size += 4;
    else if (flags & TWO_BY_TWO)
        size += 8;
    return size;
}

/* Gives each part of a composed outline a code, which may lengthen the list that is being worked
 * through, and writes that code in its place into the copy at `start` of glyf. */
static void renumber_parts(struct subset *subset, struct text outline, size_t start) {
    unsigned flags = MORE;
    if (truetype_i16(outline, 0) >= 0) /* the number of contours; negative: composed */
        return;
    for (size_t at = 10; flags & MORE && at + 4 <= outline.size; at += part_size(flags)) {
        flags = truetype_u16(outline, at);
        unsigned code =
            glyphs_add_part(subset->glyphs, truetype_u16(outline, at + 2), subset->code_of_glyph);
        set_u16(&subset->tables[TRUETYPE_GLYF], start + at + 2, code);
    }
}

/* Outlines, offsets and widths. The list grows while it is walked, until all parts are in it. */
static void write_outlines(struct subset *subset) {
    struct glyphs *glyphs = subset->glyphs;
    const struct truetype *font = glyphs->font;
    struct buffer *glyf = &subset->tables[TRUETYPE_GLYF];
    struct text hmtx = font->tables[TRUETYPE_HMTX];
    size_t given = truetype_u16(font->tables[TRUETYPE_HHEA], 34);
    for (size_t code = 0; code < glyphs->count; code++) {
        size_t glyph = glyphs->used[code].glyph;
        struct text outline = truetype_outline(font, (unsigned)glyph);
        size_t start = glyf->size, wide = glyph < given ? glyph : given - 1;
        size_t bearing = glyph < given ? 4 * glyph + 2 : 4 * given + 2 * (glyph - given);
        put_u32(&subset->tables[TRUETYPE_LOCA], start);
        put_u16(&subset->tables[TRUETYPE_HMTX], truetype_u16(hmtx, 4 * wide));
        put_u16(&subset->tables[TRUETYPE_HMTX], truetype_u16(hmtx, bearing));
        buffer_text(glyf, outline);
        renumber_parts(subset, outline, start);
        while (glyf->size % 4 != 0)
            buffer_char(glyf, 0);
    }
    put_u32(&subset->tables[TRUETYPE_LOCA], glyf->size);
}

/* The tables that are taken as they are, but for what depends on the number of glyphs. */
static void copy_tables(struct subset *subset) {
    static const enum truetype_table copied[] = {TRUETYPE_CVT,  TRUETYPE_FPGM, TRUETYPE_HEAD,
                                                 TRUETYPE_HHEA, TRUETYPE_MAXP, TRUETYPE_PREP};
    for (size_t i = 0; i < sizeof copied / sizeof *copied; i++)
        buffer_text(&subset->tables[copied[i]], subset->glyphs->font->tables[copied[i]]);
    set_u16(&subset->tables[TRUETYPE_HEAD], 8, 0); /* checksum of the file: filled in at the end */
    set_u16(&subset->tables[TRUETYPE_HEAD], 10, 0);
    set_u16(&subset->tables[TRUETYPE_HEAD], 50, 1); /* offsets of four bytes */
    set_u16(&subset->tables[TRUETYPE_HHEA], 34, subset->glyphs->count);
    set_u16(&subset->tables[TRUETYPE_MAXP], 4, subset->glyphs->count);
}

static uint32_t checksum(struct text bytes) {
    uint32_t sum = 0;
    for (size_t at = 0; at + 4 <= bytes.size; at += 4)
        sum += truetype_u32(bytes, at);
    return sum;
}

/* The header with its list of tables; each table begins at a multiple of four bytes. */
static void write_header(const struct subset *subset, const size_t sizes[SUBSET_TABLES],
                         struct buffer *out) {
    static const char *const tags[SUBSET_TABLES] = {"cvt ", "fpgm", "glyf", "head", "hhea",
                                                    "hmtx", "loca", "maxp", "prep"};
    size_t count = 0, power = 1, log = 0, offset;
    for (size_t i = 0; i < SUBSET_TABLES; i++)
        count += sizes[i] > 0;
    for (; 2 * power <= count; power *= 2)
        log++;
    put_u32(out, 0x00010000);
    put_u16(out, count);
    put_u16(out, 16 * power);
    put_u16(out, log);
    put_u16(out, 16 * (count - power));
    offset = 12 + 16 * count;
    for (size_t i = 0; i < SUBSET_TABLES; i++) {
        if (sizes[i] == 0)
            continue;
        buffer_string(out, tags[i]);
        put_u32(out, checksum(buffer_view(&subset->tables[i])));
        put_u32(out, offset);
        put_u32(out, sizes[i]);
        offset += subset->tables[i].size;
    }
}

static void write_file(struct subset *subset, struct buffer *out) {
    size_t sizes[SUBSET_TABLES], start = out->size, head = 0;
    for (size_t i = 0; i < SUBSET_TABLES; i++) {
        sizes[i] = subset->tables[i].size;
        while (subset->tables[i].size % 4 != 0)
            buffer_char(&subset->tables[i], 0);
    }
    write_header(subset, sizes, out);
    for (size_t i = 0; i < SUBSET_TABLES; i++) {
        if (i == TRUETYPE_HEAD)
            head = out->size;
        buffer_text(out, buffer_view(&subset->tables[i]));
    }
    struct text file = {out->data + start, out->size - start};
    uint32_t adjust = 0xB1B0AFBAu - checksum(file); /* OpenType, table head */
    set_u16(out, head + 8, adjust >> 16);
    set_u16(out, head + 10, adjust & 0xFFFF);
}

void subset_write(struct glyphs *glyphs, struct buffer *out) {
    struct subset subset = {.glyphs = glyphs};
    subset.code_of_glyph = memory_alloc_array(glyphs->font->glyph_count, sizeof(uint16_t));
    for (size_t code = glyphs->count; code-- > 1;)
        subset.code_of_glyph[glyphs->used[code].glyph] = (uint16_t)code;
    write_outlines(&subset);
    copy_tables(&subset);
    write_file(&subset, out);
    memory_free(subset.code_of_glyph);
    for (size_t i = 0; i < SUBSET_TABLES; i++)
        buffer_free(&subset.tables[i]);
}
