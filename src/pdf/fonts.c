/* The faces of fonts/manifest.tsv: opened once, measured for layout, drawn from by the writer.
 *
 * Before: the data folder. After: layout measures with them, content.c and embed.c set with them.
 */
#include <config.h>

#include "pdf/fonts.h"

#include <string.h>

#include "base/arena.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/utf8.h"

#define FONT_BYTES ((size_t)16 << 20) /* the largest font file we read */

#define NO_BREAK_SPACE 0xA0u

enum manifest_column { COLUMN_FAMILY, COLUMN_FILE, COLUMN_ROLE, COLUMNS_USED };

static const char *const roles[FACES] = {
    [FACE_TEXT_REGULAR] = "text-regular", [FACE_TEXT_BOLD] = "text-bold",
    [FACE_TEXT_ITALIC] = "text-italic",   [FACE_TEXT_BOLD_ITALIC] = "text-bolditalic",
    [FACE_SANS_REGULAR] = "sans-regular", [FACE_SANS_BOLD] = "sans-bold",
    [FACE_SANS_ITALIC] = "sans-italic",   [FACE_SANS_BOLD_ITALIC] = "sans-bolditalic",
};

/* Splits off the text before `separator`; `rest` moves behind it. */
static struct text take_until(struct text *rest, const char *separator) {
    size_t end = text_find(*rest, 0, text_of(separator));
    struct text taken = text_slice(*rest, (struct span){0, end});
    *rest = text_slice(*rest, (struct span){end < rest->size ? end + 1 : end, rest->size});
    return taken;
}

/* A line of the manifest: notes the file of the face whose role it names. Other roles are not ours
 * to judge. */
static void read_line(struct text line, struct text files[FACES]) {
    struct text columns[COLUMNS_USED];
    for (size_t i = 0; i < COLUMNS_USED; i++)
        columns[i] = take_until(&line, "\t");
    for (size_t face = 0; face < FACES; face++)
        if (text_is(columns[COLUMN_ROLE], roles[face]))
            files[face] = columns[COLUMN_FILE];
}

/* Every face must have a file, and a file of this folder. */
static bool check_files(const struct text files[FACES], struct error *error) {
    for (size_t face = 0; face < FACES; face++) {
        if (files[face].size == 0)
            return error_set(error, EXIT_CONFIG, "no font has the role %s", roles[face]);
        if (memchr(files[face].data, '/', files[face].size))
            return error_set(error, EXIT_CONFIG, "the font of role %s is not a file of this folder",
                             roles[face]);
    }
    return true;
}

static bool read_manifest(struct text manifest, struct text files[FACES], struct error *error) {
    while (manifest.size > 0) {
        struct text line = take_until(&manifest, "\n");
        if (!text_starts(line, "#"))
            read_line(line, files);
    }
    return check_files(files, error);
}

/* Reads a file of the data folder; that it is missing is a wrong installation, not a lack of
 * input. */
static bool read_data(const char *path, struct buffer *out, struct error *error) {
    struct error cause = {0};
    if (file_read(path, FONT_BYTES, out, &cause))
        return true;
    error_set(error, EXIT_CONFIG, "%s", cause.message);
    error_at(error, path, 0);
    return false;
}

static bool open_face(struct fonts *fonts, size_t face, const char *path, struct error *error) {
    struct buffer file = {0};
    bool ok = read_data(path, &file, error) && truetype_open(&fonts->faces[face], &file, error);
    if (!ok)
        error_at(error, path, 0);
    buffer_free(&file);
    return ok;
}

static bool open_faces(struct fonts *fonts, const char *folder, struct arena *arena,
                       struct error *error) {
    struct buffer manifest = {0};
    struct text files[FACES] = {{0}};
    const char *path = arena_printf(arena, "%s/manifest.tsv", folder).data;
    bool ok =
        read_data(path, &manifest, error) && read_manifest(buffer_view(&manifest), files, error);
    if (!ok)
        error_at(error, path, 0);
    for (size_t face = 0; face < FACES && ok; face++) {
        path = arena_printf(arena, "%s/%.*s", folder, (int)files[face].size, files[face].data).data;
        ok = open_face(fonts, face, path, error);
    }
    buffer_free(&manifest);
    return ok;
}

struct fonts *fonts_open(const char *folder, struct error *error) {
    struct arena arena = {0};
    struct fonts *fonts = memory_alloc_array(1, sizeof *fonts);
    bool ok = open_faces(fonts, folder, &arena, error);
    arena_free(&arena);
    if (ok)
        return fonts;
    fonts_close(fonts);
    return NULL;
}

void fonts_close(struct fonts *fonts) {
    if (!fonts)
        return;
    for (size_t face = 0; face < FACES; face++)
        truetype_close(&fonts->faces[face]);
    memory_free(fonts);
}

int fonts_kerning(const struct truetype *font, uint32_t left, uint32_t right) {
    if (left == ' ' || right == ' ' || left == NO_BREAK_SPACE || right == NO_BREAK_SPACE)
        return 0;
    return truetype_kerning(font, fonts_glyph(font, left), fonts_glyph(font, right));
}

static mpt measure_width(void *context, enum face face, mpt size, struct text text) {
    const struct truetype *font = &((const struct fonts *)context)->faces[face];
    int64_t sum = 0; /* 1/1000 em */
    uint32_t previous = ' ';
    for (size_t at = 0, bytes; at < text.size; at += bytes) {
        uint32_t character = utf8_decode(text, at, &bytes);
        sum +=
            font->advance[fonts_glyph(font, character)] + fonts_kerning(font, previous, character);
        previous = character;
    }
    int64_t width = (sum * size + 500) / 1000;
    return width > INT32_MAX ? INT32_MAX : (mpt)width;
}

static bool measure_has_glyph(void *context, enum face face, uint32_t codepoint) {
    const struct truetype *font = &((const struct fonts *)context)->faces[face];
    return codepoint >= ' ' && fonts_glyph(font, codepoint) != 0;
}

struct measure fonts_measure(struct fonts *fonts) {
    return (struct measure){fonts, measure_width, measure_has_glyph};
}
