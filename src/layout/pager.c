/* Pages being filled: see pager.h. */
#include <config.h>

#include "layout/pager.h"

#include <string.h>

#include "base/memory.h"
#include "layout/packed.h"

struct frame pager_frame(const struct pager *pager, enum flow flow) {
    const struct geometry *geometry = &pager->template->geometry;
    mpt width = geometry->width - geometry->left - geometry->right;
    switch (flow) {
    case FLOW_MAIN:
        return (struct frame){geometry->left, width - geometry->side - geometry->gutter};
    case FLOW_SIDE:
        return (struct frame){geometry->left + width - geometry->side, geometry->side};
    case FLOW_FULL:
        break;
    }
    return (struct frame){geometry->left, width};
}

mpt pager_top(const struct pager *pager) { return pager->template->geometry.top; }

mpt pager_bottom(const struct pager *pager) {
    return pager->template->geometry.height - pager->template->geometry.bottom;
}

static bool later(struct cursor a, struct cursor b) {
    return a.page != b.page ? a.page > b.page : a.y > b.y;
}

struct cursor pager_cursor(const struct pager *pager, enum flow flow) {
    if (flow == FLOW_MAIN)
        return pager->main;
    if (flow == FLOW_SIDE)
        return pager->side;
    struct cursor cursor = later(pager->side, pager->main) ? pager->side : pager->main;
    const struct cursor *other = later(pager->side, pager->main) ? &pager->main : &pager->side;
    if (other->page == cursor.page && !other->fresh) {
        cursor.fresh = false;
        if (other->y == cursor.y && other->after > cursor.after)
            cursor.after = other->after;
    }
    return cursor;
}

void pager_advance(struct pager *pager, enum flow flow, struct cursor cursor) {
    if (flow != FLOW_SIDE)
        pager->main = cursor;
    if (flow != FLOW_MAIN)
        pager->side = cursor;
}

static void ensure_page(struct pager *pager, size_t page) {
    while (pager->count <= page) {
        if (pager->count == pager->capacity) {
            pager->capacity = pager->capacity ? 2 * pager->capacity : 16;
            pager->sheets = memory_resize(pager->sheets, pager->capacity, sizeof *pager->sheets);
        }
        pager->sheets[pager->count++] = (struct sheet){.running = pager->running};
    }
}

void pager_pack(struct pager *pager, size_t page) {
    struct sheet *sheet = &pager->sheets[page];
    if (sheet->waits || sheet->count == 0)
        return;
    struct packed *packed = items_pack(pager->arena, &pager->packing, sheet->items, sheet->count);
    *(sheet->last ? sheet->last : &sheet->packed) = packed;
    sheet->last = &packed->next;
    sheet->packed_count += sheet->count;
    memory_free(sheet->items);
    sheet->items = NULL;
    sheet->count = sheet->capacity = 0;
}

/* The items of a sheet that waits stay as they are, but their texts move to where they last. */
static void keep_items(struct pager *pager, struct sheet *sheet) {
    size_t more = sheet->count - sheet->kept;
    if (more == 0)
        return;
    struct item *items = sheet->items + sheet->kept;
    items_open(items_pack(pager->arena, &pager->packing, items, more), pager->arena, items);
    sheet->kept = sheet->count;
}

void pager_let_go(struct pager *pager) {
    size_t open = pager->main.page < pager->side.page ? pager->main.page : pager->side.page;
    for (size_t page = pager->settled; page < pager->count; page++) {
        if (pager->sheets[page].waits)
            keep_items(pager, &pager->sheets[page]);
        else
            pager_pack(pager, page);
    }
    pager->settled = open;
    arena_reset(&pager->scratch);
    memset(pager->set, 0, sizeof pager->set);
}

void pager_turn(struct pager *pager, struct cursor *cursor) {
    pager_pack(pager, cursor->page);
    *cursor = (struct cursor){.page = cursor->page + 1, .y = pager_top(pager), .fresh = true};
    ensure_page(pager, cursor->page);
}

void pager_begin(struct pager *pager, struct cursor *cursor, mpt before, mpt need) {
    ensure_page(pager, cursor->page);
    mpt gap = cursor->after > before ? cursor->after : before;
    if (cursor->fresh)
        gap = 0;
    if (!cursor->fresh && (int64_t)cursor->y + gap + need > pager_bottom(pager))
        pager_turn(pager, cursor);
    else
        cursor->y += gap;
    cursor->after = 0;
}

void pager_anchor(struct pager *pager, size_t anchor, size_t page, mpt y) {
    if (anchor != NO_ANCHOR)
        pager->destinations[anchor] = (struct destination){page, y};
}

uint32_t pager_element(struct pager *pager) { return ++pager->element; }

static size_t put(struct pager *pager, size_t page, struct item item) {
    struct sheet *sheet = &pager->sheets[page];
    if (sheet->count == sheet->capacity) {
        sheet->capacity = sheet->capacity ? 2 * sheet->capacity : 64;
        sheet->items = memory_resize(sheet->items, sheet->capacity, sizeof *sheet->items);
    }
    if (pager->figure) {
        item.role = ROLE_FIGURE;
        item.element = pager->figure;
    }
    sheet->items[sheet->count] = item;
    return sheet->count++;
}

size_t put_rule(struct pager *pager, size_t page, struct item_rule rule) {
    return put(pager, page,
               (struct item){.kind = ITEM_RULE, .role = ROLE_ARTIFACT, .of.rule = rule});
}

size_t put_text(struct pager *pager, size_t page, enum item_role role, uint32_t element,
                struct item_text text) {
    return put(pager, page,
               (struct item){.kind = ITEM_TEXT, .role = role, .element = element, .of.text = text});
}

size_t put_styled(struct pager *pager, size_t page, enum item_role role, uint32_t element,
                  enum style style, struct item_text text) {
    const struct style_values *values = &pager->template->styles[style];
    text.face = values->face;
    text.size = values->size;
    text.colour = values->colour;
    return put_text(pager, page, role, element, text);
}

size_t put_link(struct pager *pager, size_t page, enum item_role role, uint32_t element,
                struct item_link link) {
    return put(pager, page,
               (struct item){.kind = ITEM_LINK, .role = role, .element = element, .of.link = link});
}

size_t put_shape(struct pager *pager, size_t page, struct item_shape shape) {
    return put(pager, page,
               (struct item){.kind = ITEM_SHAPE, .role = ROLE_ARTIFACT, .of.shape = shape});
}

void put_image(struct pager *pager, size_t page, struct item_image image) {
    put(pager, page, (struct item){.kind = ITEM_IMAGE, .of.image = image});
}

void figure_begin(struct pager *pager, size_t page, struct item_figure figure) {
    pager->figure = pager_element(pager);
    put(pager, page, (struct item){.kind = ITEM_FIGURE, .of.figure = figure});
}

void figure_end(struct pager *pager) { pager->figure = 0; }

#define SCRATCH_ENOUGH (1 << 20) /* bytes after which scratch memory is given back */

struct lines pager_lines(struct pager *pager, const struct paragraph *paragraph, mpt width,
                         enum align align) {
    size_t slot = (uintptr_t)paragraph / sizeof *paragraph % SET_PARAGRAPHS;
    struct set_paragraph *set =
        &pager->set[slot]; /* the address decides what is remembered, not what comes out */
    if (set->paragraph == paragraph && set->width == width)
        return set->lines;
    struct setting setting = {pager->template,
                              pager->measure,
                              paragraph->runs,
                              paragraph->count,
                              width,
                              align,
                              pager->template->styles[paragraph->style].balance};
    *set = (struct set_paragraph){paragraph, width, linebreak_set(&pager->scratch, &setting)};
    return set->lines;
}

void pager_forget(struct pager *pager) {
    if (pager->scratch.used < SCRATCH_ENOUGH)
        return;
    arena_reset(&pager->scratch);
    memset(pager->set, 0, sizeof pager->set);
}

/* Ascenders of text faces end about four fifths of the size above the baseline; the rest of the
 * leading is shared. */
mpt style_ascent(const struct style_values *style) {
    return (style->leading - style->size) / 2 + style->size * 4 / 5;
}

/* The piece's text until it is packed: mostly it is a part of the run's, which lives as long. */
static struct text lasting(struct pager *pager, const struct run *run, struct text text) {
    uintptr_t start = (uintptr_t)run->text.data, at = (uintptr_t)text.data;
    return at >= start && at - start < run->text.size ? text : arena_copy(pager->words, text);
}

static void put_piece(struct pager *pager, size_t page, const struct paragraph *paragraph,
                      const struct piece *piece, mpt x, mpt y, enum item_role role,
                      uint32_t element) {
    const struct run *run = &paragraph->runs[piece->run];
    const struct style_values *base = &pager->template->styles[paragraph->style];
    put_styled(pager, page, role, element, run->style,
               (struct item_text){.x = x + piece->x,
                                  .baseline = y + style_ascent(base),
                                  .word_space = piece->word_space,
                                  .width = piece->width,
                                  .text = lasting(pager, run, piece->text)});
    if (run->link != NO_LINK || run->uri.size)
        put_link(pager, page, role, element,
                 (struct item_link){.x = x + piece->x,
                                    .y = y,
                                    .width = piece->width,
                                    .height = base->leading,
                                    .destination = run->uri.size ? 0 : run->link,
                                    .uri = run->uri});
}

void put_line(struct pager *pager, size_t page, const struct paragraph *paragraph,
              const struct line *line, struct frame frame, mpt y, enum align align,
              enum item_role role, uint32_t element) {
    mpt room = frame.width - line->width, x = frame.x;
    if (align == ALIGN_RIGHT || align == ALIGN_CENTRE)
        x += align == ALIGN_RIGHT ? room : room / 2;
    for (size_t i = 0; i < line->count; i++)
        put_piece(pager, page, paragraph, &line->pieces[i], x, y, role, element);
}

enum item_role style_role(enum style style) {
    switch (style) {
    case STYLE_TITLE:
        return ROLE_TITLE;
    case STYLE_CHAPTER:
        return ROLE_H1;
    case STYLE_REGION:
        return ROLE_H2;
    case STYLE_PART:
    case STYLE_FIGURE_TITLE:
        return ROLE_H3;
    case STYLE_QUOTE:
    case STYLE_PULL:
        return ROLE_QUOTE;
    case STYLE_LIST_ITEM:
    case STYLE_SOURCE:
        return ROLE_LIST;
    case STYLE_SIDE:
    case STYLE_NOTE:
        return ROLE_NOTE;
    case STYLE_CONTENTS_CHAPTER:
    case STYLE_CONTENTS_REGION:
        return ROLE_CONTENTS;
    default:
        return ROLE_P;
    }
}
