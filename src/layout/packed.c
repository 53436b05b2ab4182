/* Packing items: see packed.h.
 *
 * One description of each kind of item serves both ways, as in summary/keep.c: code_...(c, value)
 * packs the value and returns it, or returns the one that was packed. Lengths are told by how far
 * they are from those of the item before, and what words look like only where that changes, so that
 * most take a byte or two. */
#include <config.h>

#include "layout/packed.h"

#include <string.h>

#include "base/pack.h"

/* Either `out` is set and values are packed, or `at` and `arena` are and values are opened. */
struct coder {
    struct buffer *out;
    const char *at;
    struct arena *arena;
    mpt x, y;              /* where the item before stood */
    uint32_t element;      /* its element */
    struct item_text last; /* the text before, for its look */
};

static size_t code_size(struct coder *c, size_t value) {
    if (!c->out)
        return pack_open_size(&c->at);
    pack_size(c->out, value);
    return value;
}

static int64_t code_signed(struct coder *c, int64_t value) {
    if (!c->out)
        return pack_open_signed(&c->at);
    pack_signed(c->out, value);
    return value;
}

static mpt code_length(struct coder *c, mpt length) { return (mpt)code_signed(c, length); }

/* A length near `before`, which becomes it. */
static mpt code_near(struct coder *c, mpt *before, mpt length) {
    return *before = (mpt)(code_signed(c, (int64_t)length - *before) + *before);
}

static struct text code_text(struct coder *c, struct text text) {
    text.size = code_size(c, text.size);
    if (c->out) {
        if (text.size)
            buffer_text(c->out, text);
    } else {
        text.data = c->at;
        c->at += text.size;
    }
    return text;
}

static void code_look(struct coder *c, struct item_text *text) {
    bool same =
        text->face == c->last.face && text->size == c->last.size && text->colour == c->last.colour;
    if (!code_size(c, !same)) {
        text->face = c->last.face;
        text->size = c->last.size;
        text->colour = c->last.colour;
        return;
    }
    text->face = (enum face)code_size(c, text->face);
    text->size = code_length(c, text->size);
    text->colour = (uint32_t)code_size(c, text->colour);
    c->last = *text;
}

static void code_words(struct coder *c, struct item_text *text) {
    text->x = code_near(c, &c->x, text->x);
    text->baseline = code_near(c, &c->y, text->baseline);
    code_look(c, text);
    text->word_space = code_length(c, text->word_space);
    text->width = code_length(c, text->width);
    text->text = code_text(c, text->text);
}

static void code_rule(struct coder *c, struct item_rule *rule) {
    rule->x = code_near(c, &c->x, rule->x);
    rule->y = code_near(c, &c->y, rule->y);
    rule->width = code_length(c, rule->width);
    rule->height = code_length(c, rule->height);
    rule->colour = (uint32_t)code_size(c, rule->colour);
}

static void code_shape(struct coder *c, struct item_shape *shape) {
    shape->colour = (uint32_t)code_size(c, shape->colour);
    shape->count = code_size(c, shape->count);
    if (!c->out)
        shape->points = arena_alloc_array(c->arena, shape->count, sizeof *shape->points);
    for (size_t i = 0; i < shape->count; i++) {
        shape->points[i].x = code_near(c, &c->x, shape->points[i].x);
        shape->points[i].y = code_near(c, &c->y, shape->points[i].y);
    }
}

static void code_link(struct coder *c, struct item_link *link) {
    link->x = code_near(c, &c->x, link->x);
    link->y = code_near(c, &c->y, link->y);
    link->width = code_length(c, link->width);
    link->height = code_length(c, link->height);
    link->destination = code_size(c, link->destination);
    link->uri = code_text(c, link->uri);
}

static void code_figure(struct coder *c, struct item_figure *figure) {
    figure->x = code_near(c, &c->x, figure->x);
    figure->y = code_near(c, &c->y, figure->y);
    figure->width = code_length(c, figure->width);
    figure->height = code_length(c, figure->height);
    figure->alt = code_text(c, figure->alt);
}

static void code_image(struct coder *c, struct item_image *image) {
    image->x = code_near(c, &c->x, image->x);
    image->y = code_near(c, &c->y, image->y);
    image->width = code_length(c, image->width);
    image->height = code_length(c, image->height);
    image->image = (const struct image *)(uintptr_t)code_size(c, (size_t)(uintptr_t)image->image);
}

static void code_item(struct coder *c, struct item *item) {
    item->kind = (enum item_kind)code_size(c, item->kind);
    item->role = (enum item_role)code_size(c, item->role);
    item->element = (uint32_t)(c->element + code_signed(c, (int64_t)item->element - c->element));
    c->element = item->element;
    switch (item->kind) {
    case ITEM_TEXT:
        code_words(c, &item->of.text);
        break;
    case ITEM_RULE:
        code_rule(c, &item->of.rule);
        break;
    case ITEM_SHAPE:
        code_shape(c, &item->of.shape);
        break;
    case ITEM_LINK:
        code_link(c, &item->of.link);
        break;
    case ITEM_FIGURE:
        code_figure(c, &item->of.figure);
        break;
    case ITEM_IMAGE:
        code_image(c, &item->of.image);
        break;
    }
}

struct packed *items_pack(struct arena *arena, struct buffer *scratch, const struct item *items,
                          size_t count) {
    struct coder c = {.out = scratch};
    buffer_clear(scratch);
    for (size_t i = 0; i < count; i++) {
        struct item item = items[i];
        code_item(&c, &item);
    }
    struct packed *packed = arena_alloc_uncleared(arena, sizeof(struct packed) + scratch->size);
    *packed = (struct packed){.count = count};
    if (scratch->size)
        memcpy(packed->bytes, scratch->data, scratch->size);
    return packed;
}

void items_open(const struct packed *packed, struct arena *arena, struct item *out) {
    struct coder c = {.at = packed->bytes, .arena = arena};
    for (size_t i = 0; i < packed->count; i++) {
        out[i] = (struct item){0};
        code_item(&c, &out[i]);
    }
}

struct page pages_open(const struct pages *pages, size_t index, struct arena *arena) {
    struct page page = pages->at[index];
    if (!page.packed)
        return page;
    struct item *next = page.items =
        arena_alloc_array_uncleared(arena, page.item_count, sizeof *next);
    for (const struct packed *packed = page.packed; packed; packed = packed->next) {
        items_open(packed, arena, next);
        next += packed->count;
    }
    page.packed = NULL;
    return page;
}
