/* The used faces as composite fonts: see embed.h. A code is a glyph number of the subset, so that
 * neither an encoding nor a map of glyphs is needed (Identity-H, ISO 32000-1, 9.7.4).
 *
 * Before: content.c has drawn all pages. After: haru.c. */
#include <config.h>

#include "pdf/embed.h"

#include "base/digest.h"
#include "pdf/subset.h"
#include "pdf/syntax.h"
#include "pdf/tounicode.h"

/* Flags of a font descriptor (ISO 32000-1, table 123). */
enum { SERIF = 1 << 1, SYMBOLIC = 1 << 2, ITALIC = 1 << 6 };

#define TAGGED_NAME_BYTES 80 /* six letters, plus sign, PostScript name */

/* The name of a subset begins with six letters that no other subset has: they are computed from
 * what is in it. */
static void tag_name(const struct glyphs *glyphs, char name[TAGGED_NAME_BYTES]) {
    char hex[DIGEST_HEX_SIZE];
    struct digest *digest = digest_start();
    size_t at = 6;
    digest_add(digest, glyphs->font->name, sizeof glyphs->font->name);
    for (size_t code = 0; code < glyphs->count; code++) {
        unsigned glyph = glyphs->used[code].glyph;
        unsigned char bytes[2] = {(unsigned char)(glyph >> 8), (unsigned char)glyph};
        digest_add(digest, bytes, sizeof bytes);
    }
    digest_finish(digest, hex);
    for (size_t i = 0; i < 6; i++) {
        int digit = hex[i] <= '9' ? hex[i] - '0' : hex[i] - 'a' + 10;
        name[i] = (char)('A' + digit);
    }
    name[at++] = '+';
    for (size_t i = 0; glyphs->font->name[i] && at + 1 < TAGGED_NAME_BYTES; i++)
        name[at++] = glyphs->font->name[i];
    name[at] = '\0';
}

static struct haru_object *font_file(struct document *document, struct glyphs *glyphs) {
    struct buffer file = {0};
    subset_write(glyphs, &file);
    buffer_printf(&document->entries, "/Length1 %zu", file.size);
    struct haru_object *stream = haru_stream(document->haru, buffer_view(&document->entries),
                                             deflater_pack(document->deflater, buffer_view(&file)));
    buffer_clear(&document->entries);
    buffer_free(&file);
    return stream;
}

/* Which codes the subset holds: all from 0 on, one bit each, which PDF/A-1 wants told. */
static struct haru_object *code_set(struct document *document, const struct glyphs *glyphs) {
    struct buffer bits = {0};
    size_t left = glyphs->count;
    for (; left >= 8; left -= 8)
        buffer_char(&bits, (char)0xFF);
    if (left > 0)
        buffer_char(&bits, (char)(0xFF00u >> left & 0xFF));
    struct haru_object *stream = haru_stream(document->haru, TEXT(""),
                                             deflater_pack(document->deflater, buffer_view(&bits)));
    buffer_free(&bits);
    return stream;
}

static struct haru_object *descriptor(struct document *document, enum face face, const char *name) {
    struct glyphs *glyphs = &document->glyphs[face];
    const struct truetype *font = glyphs->font;
    struct haru_object *file = font_file(document, glyphs);
    struct haru_object *codes = code_set(document, glyphs); /* the file may have added some */
    int flags = SYMBOLIC | (face <= FACE_TEXT_BOLD_ITALIC ? SERIF : 0) |
                (font->italic_angle != 0 ? ITALIC : 0);
    buffer_printf(&document->entries,
                  "/Type/FontDescriptor/FontName/%s/Flags %d/FontBBox[%d %d %d %d]"
                  "/ItalicAngle %d/Ascent %d/Descent %d/CapHeight %d/StemV %d/FontFile2 %u 0 R"
                  "/CIDSet %u 0 R",
                  name, flags, font->box[0], font->box[1], font->box[2], font->box[3],
                  font->italic_angle, font->ascent, font->descent, font->cap_height, font->stem,
                  haru_number(file), haru_number(codes));
    return document_dictionary(document);
}

/* Codes are given without a gap, so one array holds all widths. */
static void put_widths(struct buffer *out, const struct glyphs *glyphs) {
    buffer_string(out, "/W[0[");
    for (size_t code = 0; code < glyphs->count; code++) {
        if (code > 0)
            buffer_char(out, code % 32 == 0 ? '\n' : ' ');
        syntax_integer(out, glyphs->font->advance[glyphs->used[code].glyph]);
    }
    buffer_string(out, "]]");
}

static struct haru_object *descendant(struct document *document, enum face face, const char *name) {
    struct haru_object *described = descriptor(document, face, name);
    buffer_printf(&document->entries,
                  "/Type/Font/Subtype/CIDFontType2/BaseFont/%s"
                  "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
                  "/CIDToGIDMap/Identity/FontDescriptor %u 0 R",
                  name, haru_number(described));
    put_widths(&document->entries, &document->glyphs[face]);
    return document_dictionary(document);
}

static struct haru_object *to_unicode(struct document *document, const struct glyphs *glyphs) {
    struct buffer map = {0};
    tounicode_write(glyphs, &map);
    struct haru_object *stream =
        haru_stream(document->haru, TEXT(""), deflater_pack(document->deflater, buffer_view(&map)));
    buffer_free(&map);
    return stream;
}

static unsigned embed_face(struct document *document, enum face face) {
    char name[TAGGED_NAME_BYTES];
    tag_name(&document->glyphs[face], name);
    struct haru_object *font = descendant(document, face, name);
    struct haru_object *map = to_unicode(document, &document->glyphs[face]);
    buffer_printf(&document->entries,
                  "/Type/Font/Subtype/Type0/BaseFont/%s/Encoding/Identity-H"
                  "/DescendantFonts[%u 0 R]/ToUnicode %u 0 R",
                  name, haru_number(font), haru_number(map));
    return haru_number(document_dictionary(document));
}

void embed_fonts(struct document *document) {
    struct buffer fonts = {0};
    for (enum face face = 0; face < FACES; face++)
        if (document->glyphs[face].font)
            buffer_printf(&fonts, "/F%d %u 0 R", (int)face, embed_face(document, face));
    buffer_string(&document->entries, "/Font<<");
    buffer_text(&document->entries, buffer_view(&fonts));
    buffer_string(&document->entries, ">>");
    haru_fill(document->haru, document->resources, buffer_view(&document->entries));
    buffer_clear(&document->entries);
    buffer_free(&fonts);
}
