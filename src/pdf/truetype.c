/* A TrueType font file in memory: see truetype.h. Table layouts are those of the OpenType
 * specification, 1.9. Before: fonts.c. After: glyphs.c, subset.c, embed.c. */
#include <config.h>

#include "pdf/truetype.h"

#include <stdlib.h>
#include <string.h>

#include "base/ascii.h"
#include "base/memory.h"

#define HEADER_BYTES 12u /* of the file, before the list of tables */
#define ENTRY_BYTES 16u  /* a table in that list: tag, checksum, offset, size */

unsigned truetype_u16(struct text bytes, size_t at) {
    if (bytes.size < 2 || at > bytes.size - 2)
        return 0;
    const unsigned char *p = (const unsigned char *)bytes.data + at;
    return (unsigned)p[0] << 8 | p[1];
}

int truetype_i16(struct text bytes, size_t at) {
    unsigned value = truetype_u16(bytes, at);
    return value < 0x8000u ? (int)value : (int)value - 0x10000;
}

uint32_t truetype_u32(struct text bytes, size_t at) {
    return (uint32_t)truetype_u16(bytes, at) << 16 | truetype_u16(bytes, at + 2);
}

/* Font units to thousandths of an em, rounded to the nearest, halves away from zero. */
static int16_t thousandths(int units, int per_em) {
    int64_t scaled = (int64_t)units * 2000;
    int64_t rounded = (scaled + (units < 0 ? -per_em : per_em)) / (2 * (int64_t)per_em);
    return (int16_t)(rounded > INT16_MAX ? INT16_MAX : rounded < INT16_MIN ? INT16_MIN : rounded);
}

/* Finds a table; none if the font has no such table. False if it reaches beyond the file. */
static bool find_table(struct text file, const char *tag, struct text *table) {
    unsigned count = truetype_u16(file, 4);
    *table = (struct text){0};
    for (size_t i = 0; i < count; i++) {
        size_t entry = HEADER_BYTES + ENTRY_BYTES * i;
        if (entry + ENTRY_BYTES > file.size)
            return false;
        if (memcmp(file.data + entry, tag, 4) != 0)
            continue;
        size_t at = truetype_u32(file, entry + 8);
        size_t size = truetype_u32(file, entry + 12);
        if (at > file.size || size > file.size - at)
            return false;
        *table = (struct text){file.data + at, size};
        return true;
    }
    return true;
}

/* Finds the tables; those that a PDF cannot do without must be there and as long as their fixed
 * part. */
static bool find_tables(struct truetype *font, struct error *error) {
    static const struct {
        const char *tag;
        size_t least; /* bytes; 0: may be missing */
    } known[TRUETYPE_TABLES] = {
        [TRUETYPE_CVT] = {"cvt ", 0},   [TRUETYPE_FPGM] = {"fpgm", 0},
        [TRUETYPE_GLYF] = {"glyf", 1},  [TRUETYPE_HEAD] = {"head", 54},
        [TRUETYPE_HHEA] = {"hhea", 36}, [TRUETYPE_HMTX] = {"hmtx", 4},
        [TRUETYPE_LOCA] = {"loca", 4},  [TRUETYPE_MAXP] = {"maxp", 6},
        [TRUETYPE_PREP] = {"prep", 0},  [TRUETYPE_CMAP] = {"cmap", 4},
        [TRUETYPE_KERN] = {"kern", 0},  [TRUETYPE_NAME] = {"name", 0},
        [TRUETYPE_OS2] = {"OS/2", 0},   [TRUETYPE_POST] = {"post", 0},
    };
    struct text file = buffer_view(&font->file);
    uint32_t kind = truetype_u32(file, 0);
    if (kind != 0x00010000 && kind != 0x74727565) /* the second is "true" */
        return error_set(error, EXIT_CONFIG, "not a TrueType font");
    for (size_t i = 0; i < TRUETYPE_TABLES; i++) {
        if (!find_table(file, known[i].tag, &font->tables[i]) ||
            font->tables[i].size < known[i].least)
            return error_set(error, EXIT_CONFIG, "damaged font: %s table missing or cut off",
                             known[i].tag);
    }
    return true;
}

static size_t offset_of(const struct truetype *font, size_t glyph) {
    struct text loca = font->tables[TRUETYPE_LOCA];
    return font->long_offsets ? truetype_u32(loca, 4 * glyph)
                              : (size_t)2 * truetype_u16(loca, 2 * glyph);
}

/* Every outline must lie in the glyf table. */
static bool check_offsets(const struct truetype *font, struct error *error) {
    size_t need = (font->glyph_count + 1) * (font->long_offsets ? 4 : 2);
    if (font->glyph_count == 0 || font->tables[TRUETYPE_LOCA].size < need)
        return error_set(error, EXIT_CONFIG, "damaged font: loca table too short");
    for (size_t i = 0; i < font->glyph_count; i++)
        if (offset_of(font, i) > offset_of(font, i + 1) ||
            offset_of(font, i + 1) > font->tables[TRUETYPE_GLYF].size)
            return error_set(error, EXIT_CONFIG, "damaged font: glyph %zu is out of place", i);
    return true;
}

/* The numbers of head, hhea, maxp, OS/2 and post. */
static bool read_metrics(struct truetype *font, int *per_em, struct error *error) {
    struct text head = font->tables[TRUETYPE_HEAD], hhea = font->tables[TRUETYPE_HHEA];
    struct text os2 = font->tables[TRUETYPE_OS2];
    *per_em = (int)truetype_u16(head, 18);
    if (*per_em < 16 || *per_em > 16384)
        return error_set(error, EXIT_CONFIG, "damaged font: %d units an em", *per_em);
    font->long_offsets = truetype_u16(head, 50) != 0;
    for (size_t i = 0; i < 4; i++)
        font->box[i] = thousandths(truetype_i16(head, 36 + 2 * i), *per_em);
    font->ascent = thousandths(truetype_i16(hhea, 4), *per_em);
    font->descent = thousandths(truetype_i16(hhea, 6), *per_em);
    font->cap_height = os2.size >= 90 ? thousandths(truetype_i16(os2, 88), *per_em) : 700;
    font->italic_angle = truetype_i16(font->tables[TRUETYPE_POST], 4);
    font->stem = truetype_u16(os2, 4) >= 600 ? 140 : 80;
    font->glyph_count = truetype_u16(font->tables[TRUETYPE_MAXP], 4);
    return true;
}

static bool read_advances(struct truetype *font, int per_em, struct error *error) {
    struct text hmtx = font->tables[TRUETYPE_HMTX];
    size_t given = truetype_u16(font->tables[TRUETYPE_HHEA], 34); /* the last holds for the rest */
    if (given == 0 || given > font->glyph_count ||
        hmtx.size < 4 * given + 2 * (font->glyph_count - given))
        return error_set(error, EXIT_CONFIG, "damaged font: hmtx table too short");
    font->advance = memory_alloc_array(font->glyph_count, sizeof *font->advance);
    for (size_t i = 0; i < font->glyph_count; i++)
        font->advance[i] =
            thousandths((int)truetype_u16(hmtx, 4 * (i < given ? i : given - 1)), per_em);
    return true;
}

/* The subtable of Unicode's basic plane in format 4; none if there is none. */
static struct text character_map(struct text cmap) {
    unsigned count = truetype_u16(cmap, 2);
    for (size_t i = 0; i < count; i++) {
        size_t entry = 4 + 8 * i;
        unsigned platform = truetype_u16(cmap, entry), encoding = truetype_u16(cmap, entry + 2);
        size_t at = truetype_u32(cmap, entry + 4);
        bool unicode = platform == 0 || (platform == 3 && encoding == 1);
        if (unicode && at < cmap.size && truetype_u16(cmap, at) == 4)
            return text_slice(cmap, (struct span){at, cmap.size});
    }
    return (struct text){0};
}

/* One segment of format 4: characters first..last and how their glyphs are found. Segments stand in
 * ascending order; what lies before `next` belongs to one that is read already. Returns the next
 * `next`. */
static size_t read_segment(struct truetype *font, struct text map, size_t segments, size_t i,
                           size_t next) {
    size_t last = truetype_u16(map, 14 + 2 * i);
    size_t first = truetype_u16(map, 16 + 2 * (segments + i));
    unsigned delta = truetype_u16(map, 16 + 2 * (2 * segments + i));
    size_t range_at = 16 + 2 * (3 * segments + i);
    size_t range = truetype_u16(map, range_at);
    for (size_t c = first > next ? first : next; c <= last; c++) {
        unsigned glyph = (unsigned)c;
        if (range != 0)
            glyph = truetype_u16(map, range_at + range + 2 * (c - first));
        if (range == 0 || glyph != 0)
            glyph = (glyph + delta) & 0xFFFFu;
        if (glyph < font->glyph_count)
            font->glyph_of[c] = (uint16_t)glyph;
    }
    return last + 1 > next ? last + 1 : next;
}

static bool read_characters(struct truetype *font, struct error *error) {
    struct text map = character_map(font->tables[TRUETYPE_CMAP]);
    size_t segments = truetype_u16(map, 6) / 2, next = 0;
    if (segments == 0 || 16 + 8 * segments > map.size)
        return error_set(error, EXIT_CONFIG, "damaged font: no table of Unicode characters");
    font->glyph_of = memory_alloc_array(TRUETYPE_CHARACTERS, sizeof *font->glyph_of);
    for (size_t i = 0; i < segments; i++)
        next = read_segment(font, map, segments, i, next);
    font->glyph_of[0xFFFF] = 0; /* closes the table, and is no character */
    if (font->glyph_of[' '] == 0)
        return error_set(error, EXIT_CONFIG, "damaged font: it has no space");
    return true;
}

static int compare_pairs(const void *a, const void *b) {
    const struct kerning *x = a, *y = b;
    if (x->left != y->left)
        return x->left < y->left ? -1 : 1;
    if (x->right != y->right)
        return x->right < y->right ? -1 : 1;
    return x->by < y->by ? -1 : x->by > y->by;
}

/* Where the pairs of each left glyph begin. */
static void index_kerning(struct truetype *font) {
    size_t pair = 0;
    bool sorted = true;
    font->kerning_from = memory_alloc_array(font->glyph_count + 1, sizeof *font->kerning_from);
    for (size_t i = 1; i < font->kerning_count && sorted; i++)
        sorted = compare_pairs(&font->kerning[i - 1], &font->kerning[i]) <= 0;
    if (!sorted) /* as the specification wants them; not every font keeps to it */
        qsort(font->kerning, font->kerning_count, sizeof *font->kerning, compare_pairs);
    for (size_t glyph = 0; glyph <= font->glyph_count; glyph++) {
        while (pair < font->kerning_count && font->kerning[pair].left < glyph)
            pair++;
        font->kerning_from[glyph] = (uint32_t)pair;
    }
}

/* The first subtable, if it is of format 0 and horizontal. Its length field is not looked at: in
 * fonts with many pairs, PT Serif among them, it has overflowed its 16 bits. */
static void read_kerning(struct truetype *font, int per_em) {
    struct text kern = font->tables[TRUETYPE_KERN];
    size_t count = 0;
    if (truetype_u16(kern, 0) == 0 && truetype_u16(kern, 2) > 0 && truetype_u16(kern, 8) == 1)
        count = truetype_u16(kern, 10);
    if (count > 0 && 18 + 6 * count > kern.size)
        count = (kern.size - 18) / 6;
    font->kerning = memory_alloc_array(count, sizeof *font->kerning);
    for (size_t i = 0; i < count; i++) {
        size_t at = 18 + 6 * i;
        struct kerning pair = {(uint16_t)truetype_u16(kern, at),
                               (uint16_t)truetype_u16(kern, at + 2),
                               thousandths(truetype_i16(kern, at + 4), per_em)};
        if (pair.by != 0 && pair.left < font->glyph_count)
            font->kerning[font->kerning_count++] = pair;
    }
    index_kerning(font);
}

static bool name_character(unsigned c) {
    return c < 0x80 && (ascii_is_alphanumeric((char)c) || c == '-' || c == '_');
}

/* Name 6 of the name table, in UTF-16 (platform 3). */
static void read_name(struct truetype *font) {
    struct text name = font->tables[TRUETYPE_NAME];
    size_t count = truetype_u16(name, 2), strings = truetype_u16(name, 4), used = 0;
    for (size_t i = 0; i < count && used == 0; i++) {
        size_t entry = 6 + 12 * i;
        if (truetype_u16(name, entry) != 3 || truetype_u16(name, entry + 6) != 6)
            continue;
        size_t size = truetype_u16(name, entry + 8);
        size_t at = strings + truetype_u16(name, entry + 10);
        for (size_t k = 0; k + 1 < size && used + 1 < sizeof font->name; k += 2)
            if (name_character(truetype_u16(name, at + k)))
                font->name[used++] = (char)truetype_u16(name, at + k);
    }
    if (used == 0)
        memcpy(font->name, "Unnamed", sizeof "Unnamed");
}

bool truetype_open(struct truetype *font, struct buffer *file, struct error *error) {
    int per_em = 0;
    *font = (struct truetype){.file = *file};
    *file = (struct buffer){0};
    bool ok = find_tables(font, error) && read_metrics(font, &per_em, error) &&
              check_offsets(font, error) && read_advances(font, per_em, error) &&
              read_characters(font, error);
    if (!ok) {
        truetype_close(font);
        return false;
    }
    read_kerning(font, per_em);
    read_name(font);
    return true;
}

void truetype_close(struct truetype *font) {
    buffer_free(&font->file);
    memory_free(font->glyph_of);
    memory_free(font->advance);
    memory_free(font->kerning_from);
    memory_free(font->kerning);
    *font = (struct truetype){0};
}

int truetype_kerning(const struct truetype *font, unsigned left, unsigned right) {
    if (left >= font->glyph_count)
        return 0;
    size_t from = font->kerning_from[left], until = font->kerning_from[left + 1];
    while (from < until) {
        size_t middle = from + (until - from) / 2;
        if (font->kerning[middle].right == right)
            return font->kerning[middle].by;
        if (font->kerning[middle].right < right)
            from = middle + 1;
        else
            until = middle;
    }
    return 0;
}

struct text truetype_outline(const struct truetype *font, unsigned glyph) {
    if (glyph >= font->glyph_count)
        return (struct text){0};
    return text_slice(font->tables[TRUETYPE_GLYF],
                      (struct span){offset_of(font, glyph), offset_of(font, glyph + 1)});
}
