/* A TrueType font file in memory: its metrics, which glyph shows which character, and its kerning.
 *
 * Nothing of the file is trusted: every read is inside it, and a damaged file is refused when it is
 * opened, by name. Lengths are in thousandths of an em, as in a PDF. Before: fonts.c reads the
 * file. After: glyphs.c and subset.c take from it what a document uses. */
#ifndef TAKLIMAT_PDF_TRUETYPE_H
#define TAKLIMAT_PDF_TRUETYPE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/error.h"

enum truetype_table {
    TRUETYPE_CVT,
    TRUETYPE_FPGM,
    TRUETYPE_GLYF,
    TRUETYPE_HEAD,
    TRUETYPE_HHEA,
    TRUETYPE_HMTX,
    TRUETYPE_LOCA,
    TRUETYPE_MAXP,
    TRUETYPE_PREP, /* up to here: in the order in which a subset writes them */
    TRUETYPE_CMAP,
    TRUETYPE_KERN,
    TRUETYPE_NAME,
    TRUETYPE_OS2,
    TRUETYPE_POST,
    TRUETYPE_TABLES
};

#define TRUETYPE_CHARACTERS 0x10000u /* the basic plane: all that two-byte strings can show */

struct truetype {
    struct buffer file;                  /* owned */
    struct text tables[TRUETYPE_TABLES]; /* in `file`; none if the font lacks it */
    size_t glyph_count;
    uint16_t *glyph_of;     /* owned: glyph of each character, 0 if none */
    int16_t *advance;       /* owned: width of each glyph, 1/1000 em */
    uint32_t *kerning_from; /* owned: first pair of each left glyph; glyph_count + 1 of them */
    struct kerning {
        uint16_t left, right;
        int16_t by; /* 1/1000 em, negative brings the two together */
    } * kerning;    /* owned: sorted by left, then right */
    size_t kerning_count;
    int box[4]; /* of all glyphs: left, bottom, right, top */
    int ascent, descent, cap_height, italic_angle, stem; /* angle in degrees; stem is a guess */
    bool long_offsets;                                   /* of the loca table */
    char name[64]; /* PostScript name, such as PTSerif-Regular; only letters, digits, '-', '_' */
};

/* Takes over the bytes of `file` (which is left empty) as a font. Errors: EXIT_CONFIG with what is
 * wrong; *font is empty then. Free with truetype_close. */
bool truetype_open(struct truetype *font, struct buffer *file, struct error *error);
void truetype_close(struct truetype *font);

/* How much nearer (negative) or farther `right` stands after `left`, 1/1000 em. */
int truetype_kerning(const struct truetype *font, unsigned left, unsigned right);

/* The outline of a glyph as in the file; none for a blank one. */
struct text truetype_outline(const struct truetype *font, unsigned glyph);

/* Big-endian numbers at `at`; 0 beyond the end. */
unsigned truetype_u16(struct text bytes, size_t at);
int truetype_i16(struct text bytes, size_t at);
uint32_t truetype_u32(struct text bytes, size_t at);

#endif
