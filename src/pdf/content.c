/* A page's items as PDF operators: see content.h. Text is set by our own TJ with the kerning that
 * layout measured with, as two-byte strings; word spaces are part of it, since PDF's own word
 * spacing does not work on two-byte fonts.
 *
 * Before: layout's items, y downwards from the top. After: haru.c takes the stream, y upwards. */
#include <config.h>

#include "pdf/content.h"

#include "base/utf8.h"
#include "pdf/syntax.h"

/* Colours above 0xFFFFFF are none: the first item always sets its own. */
#define NO_COLOUR UINT32_MAX

struct pen {
    struct document *document;
    struct buffer *out;
    mpt page_height;
    bool in_text;   /* between BT and ET */
    enum face face; /* of the text state, if size is not 0 */
    mpt size;       /* 0: not set on this page */
    mpt x, y;       /* where the last line of text began, y upwards */
    uint32_t colour;
};

static void set_colour(struct pen *pen, uint32_t colour) {
    if (pen->colour == (colour & 0xFFFFFF))
        return;
    pen->colour = colour & 0xFFFFFF;
    syntax_fill(pen->out, pen->colour);
}

static void begin_text(struct pen *pen) {
    if (pen->in_text)
        return;
    buffer_string(pen->out, "BT\n");
    pen->in_text = true;
    pen->x = pen->y = 0;
}

static void end_text(struct pen *pen) {
    if (pen->in_text)
        buffer_string(pen->out, "ET\n");
    pen->in_text = false;
}

static void set_font(struct pen *pen, enum face face, mpt size) {
    if (pen->size == size && pen->face == face)
        return;
    pen->face = face;
    pen->size = size;
    buffer_string(pen->out, "/F");
    syntax_integer(pen->out, face);
    buffer_char(pen->out, ' ');
    syntax_thousandths(pen->out, size);
    buffer_string(pen->out, " Tf\n");
}

static void move_to(struct pen *pen, mpt x, mpt y) {
    syntax_thousandths(pen->out, (int64_t)x - pen->x);
    buffer_char(pen->out, ' ');
    syntax_thousandths(pen->out, (int64_t)y - pen->y);
    buffer_string(pen->out, " Td\n");
    pen->x = x;
    pen->y = y;
}

static struct glyphs *glyphs_of(struct document *document, enum face face) {
    struct glyphs *glyphs = &document->glyphs[face];
    if (!glyphs->font)
        glyphs_init(glyphs, &document->fonts->faces[face]);
    return glyphs;
}

/* Extra space after the spaces of a run, in whole thousandths of an em. What rounding leaves over
 * is carried to the next space, so that the last word ends where layout put it. */
struct stretch {
    int64_t spaces;  /* passed so far */
    int64_t written; /* thousandths, so far */
};

static int64_t next_stretch(struct stretch *stretch, const struct item_text *run) {
    stretch->spaces++;
    int64_t wanted = stretch->spaces * run->word_space * 1000 / run->size;
    int64_t step = wanted - stretch->written;
    stretch->written = wanted;
    return step;
}

/* The run as the operand of TJ: strings, and between them by how much to move back. */
static void put_run(struct pen *pen, struct glyphs *glyphs, const struct item_text *run) {
    struct stretch stretch = {0};
    uint32_t previous = ' ';
    int64_t forward = 0;
    buffer_string(pen->out, "[(");
    for (size_t at = 0, bytes; at < run->text.size; at += bytes) {
        uint32_t character = utf8_decode(run->text, at, &bytes);
        unsigned code = glyphs_code(glyphs, character);
        forward += fonts_kerning(glyphs->font, previous, character);
        if (forward != 0) {
            buffer_char(pen->out, ')');
            syntax_integer(pen->out, -forward);
            buffer_char(pen->out, '(');
        }
        syntax_byte(pen->out, code >> 8);
        syntax_byte(pen->out, code & 0xFF);
        forward = character == ' ' ? next_stretch(&stretch, run) : 0;
        previous = character;
    }
    buffer_string(pen->out, ")]TJ\n");
}

static void draw_text(struct pen *pen, const struct item_text *run) {
    if (run->text.size == 0 || run->size <= 0)
        return;
    begin_text(pen);
    set_colour(pen, run->colour);
    set_font(pen, run->face, run->size);
    move_to(pen, run->x, pen->page_height - run->baseline);
    put_run(pen, glyphs_of(pen->document, run->face), run);
}

static void put_pair(struct pen *pen, int64_t a, int64_t b) {
    syntax_thousandths(pen->out, a);
    buffer_char(pen->out, ' ');
    syntax_thousandths(pen->out, b);
    buffer_char(pen->out, ' ');
}

static void draw_rule(struct pen *pen, const struct item_rule *rule) {
    if (rule->width <= 0 || rule->height <= 0)
        return;
    end_text(pen);
    set_colour(pen, rule->colour);
    put_pair(pen, rule->x, (int64_t)pen->page_height - rule->y - rule->height);
    put_pair(pen, rule->width, rule->height);
    buffer_string(pen->out, "re f\n");
}

static void draw_shape(struct pen *pen, const struct item_shape *shape) {
    if (shape->count < 3)
        return;
    end_text(pen);
    set_colour(pen, shape->colour);
    for (size_t i = 0; i < shape->count; i++) {
        put_pair(pen, shape->points[i].x, (int64_t)pen->page_height - shape->points[i].y);
        buffer_string(pen->out, i == 0 ? "m\n" : "l\n");
    }
    buffer_string(pen->out, "h f\n");
}

void content_draw(struct document *document, const struct page *page, struct buffer *out) {
    struct pen pen = {.document = document,
                      .out = out,
                      .page_height = document->pages->height,
                      .colour = NO_COLOUR};
    for (size_t i = 0; i < page->item_count; i++) {
        const struct item *item = &page->items[i];
        switch (item->kind) {
        case ITEM_TEXT:
            draw_text(&pen, &item->of.text);
            break;
        case ITEM_RULE:
            draw_rule(&pen, &item->of.rule);
            break;
        case ITEM_SHAPE:
            draw_shape(&pen, &item->of.shape);
            break;
        case ITEM_LINK:
            break;
        }
    }
    end_text(&pen);
}
