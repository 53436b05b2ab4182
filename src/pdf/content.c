/* A page's items as PDF operators: see content.h. Text is set by our own TJ with the kerning that
 * layout measured with, as two-byte strings; word spaces are part of it, since PDF's own word
 * spacing does not work on two-byte fonts.
 *
 * Before: layout's items, y downwards from the top. After: haru.c takes the stream, y upwards. */
#include <config.h>

#include "pdf/content.h"

#include "base/utf8.h"
#include "pdf/image.h"
#include "pdf/syntax.h"

/* Colours above 0xFFFFFF are none: the first item always sets its own. */
#define NO_COLOUR UINT32_MAX

#define SOFT_HYPHEN "\xC2\xAD"
#define GAP_SHARE 10 /* a gap is wider than this part of the size; kerning is not */

struct pen {
    struct document *document;
    struct buffer *out;
    size_t page;
    mpt page_height;
    bool marked;      /* between BDC or BMC and EMC */
    uint32_t element; /* of what is marked; 0: an artifact */
    bool in_text;     /* between BT and ET */
    enum face face;   /* of the text state, if size is not 0 */
    mpt size;         /* 0: not set on this page */
    mpt x, y;         /* where the last line of text began, y upwards */
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

static void end_mark(struct pen *pen) {
    end_text(pen);
    if (pen->marked)
        buffer_string(pen->out, "EMC\n");
    pen->marked = false;
}

/* What is drawn from here on belongs to the item's element, or is an artifact: decoration, and what
 * is repeated on each page. A text object lies within one mark. */
static void begin_mark(struct pen *pen, const struct item *item) {
    uint32_t element = item->role == ROLE_ARTIFACT ? 0 : item->element;
    if (!pen->document->tagged || (pen->marked && pen->element == element))
        return;
    end_mark(pen);
    pen->marked = true;
    pen->element = element;
    if (element == 0)
        buffer_string(pen->out, "/Artifact BMC\n");
    else
        buffer_printf(pen->out, "/P<</MCID %u>>BDC\n",
                      structure_mark(&pen->document->structure, pen->page, item));
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

/* Extra space after the spaces of a run, in whole thousandths of an em: the same for all, since
 * what repeats itself packs well, but the last, which takes what rounding left over (at most a
 * twentieth of a space), so that the last word ends where layout put it. */
struct stretch {
    int64_t step, last;
    size_t left; /* spaces to come */
};

static struct stretch stretch_of(const struct item_text *run) {
    struct stretch stretch = {0};
    if (run->word_space == 0)
        return stretch;
    for (size_t i = 0; i + 1 < run->text.size; i++) /* after the last character none is stretched */
        stretch.left += run->text.data[i] == ' ';
    int64_t count = (int64_t)stretch.left, whole = count * run->word_space * 1000 / run->size;
    stretch.step = (int64_t)run->word_space * 1000 / run->size;
    stretch.last = whole - (count - 1) * stretch.step;
    return stretch;
}

static int64_t next_stretch(struct stretch *stretch) {
    if (stretch->left == 0)
        return 0;
    return --stretch->left ? stretch->step : stretch->last;
}

static void put_code(struct buffer *out, unsigned code) {
    syntax_byte(out, code >> 8);
    syntax_byte(out, code & 0xFF);
}

/* The run as the operand of TJ: strings, and between them by how much to move back. */
static void put_run(struct pen *pen, struct glyphs *glyphs, const struct item_text *run,
                    bool then_space) {
    struct stretch stretch = stretch_of(run);
    uint32_t previous = ' ';
    int64_t forward = 0;
    buffer_string(pen->out, "[(");
    for (size_t at = 0, bytes = 1; at < run->text.size; at += bytes) {
        uint32_t character = (unsigned char)run->text.data[at];
        bytes = 1;
        if (character >= 0x80)
            character = utf8_decode(run->text, at, &bytes);
        unsigned code = glyphs_code(glyphs, character);
        forward += fonts_kerning(glyphs->font, previous, character);
        if (forward != 0) {
            buffer_char(pen->out, ')');
            syntax_integer(pen->out, -forward);
            buffer_char(pen->out, '(');
        }
        put_code(pen->out, code);
        forward = character == ' ' ? next_stretch(&stretch) : 0;
        previous = character;
    }
    if (then_space)
        put_code(pen->out, glyphs_code(glyphs, ' '));
    buffer_string(pen->out, ")]TJ\n");
}

/* The run of the same element that is drawn next, or NULL. */
static const struct item_text *run_after(const struct page *page, size_t i) {
    uint32_t element = page->items[i].element;
    for (i++; i < page->item_count && page->items[i].kind == ITEM_LINK; i++)
        ;
    if (i == page->item_count || page->items[i].kind != ITEM_TEXT || element == 0 ||
        page->items[i].element != element)
        return NULL;
    return &page->items[i].of.text;
}

static bool ends_open(struct text text) {
    return text_ends(text, " ") || text_ends(text, "-") || text_ends(text, SOFT_HYPHEN);
}

/* True if the words of this run and the next of the element stand apart, on two lines or with a gap
 * between them: then a space is drawn after the run, which nobody sees, so that they do not join
 * when the text is read aloud or copied. */
static bool stands_apart(const struct page *page, size_t i) {
    const struct item_text *run = &page->items[i].of.text, *next = run_after(page, i);
    if (!next || ends_open(run->text))
        return false;
    return next->baseline != run->baseline ||
           (int64_t)next->x - run->x - run->width > run->size / GAP_SHARE;
}

static void draw_text(struct pen *pen, const struct page *page, size_t i) {
    const struct item_text *run = &page->items[i].of.text;
    if (run->text.size == 0 || run->size <= 0)
        return;
    begin_mark(pen, &page->items[i]);
    begin_text(pen);
    set_colour(pen, run->colour);
    set_font(pen, run->face, run->size);
    move_to(pen, run->x, pen->page_height - run->baseline);
    put_run(pen, glyphs_of(pen->document, run->face), run, stands_apart(page, i));
}

static void put_pair(struct pen *pen, int64_t a, int64_t b) {
    syntax_thousandths(pen->out, a);
    buffer_char(pen->out, ' ');
    syntax_thousandths(pen->out, b);
    buffer_char(pen->out, ' ');
}

static void draw_rule(struct pen *pen, const struct item *item) {
    const struct item_rule *rule = &item->of.rule;
    if (rule->width <= 0 || rule->height <= 0)
        return;
    begin_mark(pen, item);
    end_text(pen);
    set_colour(pen, rule->colour);
    put_pair(pen, rule->x, (int64_t)pen->page_height - rule->y - rule->height);
    put_pair(pen, rule->width, rule->height);
    buffer_string(pen->out, "re f\n");
    structure_rule(&pen->document->structure);
}

static void draw_shape(struct pen *pen, const struct item *item) {
    const struct item_shape *shape = &item->of.shape;
    if (shape->count < 3)
        return;
    begin_mark(pen, item);
    end_text(pen);
    set_colour(pen, shape->colour);
    for (size_t i = 0; i < shape->count; i++) {
        put_pair(pen, shape->points[i].x, (int64_t)pen->page_height - shape->points[i].y);
        buffer_string(pen->out, i == 0 ? "m\n" : "l\n");
    }
    buffer_string(pen->out, "h f\n");
}

/* The unit square, in which an image is drawn, becomes the rectangle. */
static void draw_image(struct pen *pen, const struct item *item) {
    const struct item_image *image = &item->of.image;
    begin_mark(pen, item);
    end_text(pen);
    buffer_string(pen->out, "q ");
    put_pair(pen, image->width, 0);
    put_pair(pen, 0, image->height);
    put_pair(pen, image->x, (int64_t)pen->page_height - image->y - image->height);
    buffer_printf(pen->out, "cm /I%zu Do Q\n", images_use(pen->document, image->image));
}

static void draw_item(struct pen *pen, const struct page *page, size_t i) {
    switch (page->items[i].kind) {
    case ITEM_TEXT:
        draw_text(pen, page, i);
        break;
    case ITEM_RULE:
        draw_rule(pen, &page->items[i]);
        break;
    case ITEM_SHAPE:
        draw_shape(pen, &page->items[i]);
        break;
    case ITEM_FIGURE:
        structure_figure(&pen->document->structure, &page->items[i]);
        break;
    case ITEM_IMAGE:
        draw_image(pen, &page->items[i]);
        break;
    case ITEM_LINK:
        break;
    }
}

void content_draw(struct document *document, size_t index, struct buffer *out) {
    const struct page *page = document_page(document, index);
    struct pen pen = {.document = document,
                      .out = out,
                      .page = index,
                      .page_height = document->pages->height,
                      .colour = NO_COLOUR};
    structure_page(&document->structure);
    for (size_t i = 0; i < page->item_count; i++)
        draw_item(&pen, page, i);
    end_mark(&pen);
}
