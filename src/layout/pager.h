/* The pager: pages being filled, and the places in the columns where the next block goes.
 *
 * Before: paginate.c, table.c, figures.c, tile_map.c and trends.c decide what goes where. After:
 * running.c adds headers and footers, and the items become struct pages. */
#ifndef TAKLIMAT_LAYOUT_PAGER_H
#define TAKLIMAT_LAYOUT_PAGER_H

#include "layout/document.h"

struct sheet {          /* a page being filled */
    struct item *items; /* owned: those that are not packed yet */
    size_t count, capacity;
    size_t kept;                   /* of them, those whose texts will last; of one that waits */
    struct packed *packed, **last; /* those before, and where the next piece goes */
    size_t packed_count;
    bool waits;          /* for page numbers: its items stay open until all pages are there */
    struct text running; /* its running header */
};

/* Where a column goes on. */
struct cursor {
    size_t page;
    mpt y;
    mpt after;  /* space that the block before wants below it */
    bool fresh; /* nothing stands above on this page */
};

/* A page number that is not known yet: a text item to be filled in. */
struct pending {
    size_t page, item; /* the item, empty so far, of a sheet that waits; its x is the right edge to
                          align to */
    size_t target;     /* the destination whose page it names */
    mpt leader;        /* where the dots before it begin */
};

/* A paragraph that was set a moment ago: where it goes is asked before it goes there. */
struct set_paragraph {
    const struct paragraph *paragraph;
    mpt width;
    struct lines lines;
};

#define SET_PARAGRAPHS 64 /* a power of two */

struct pager {
    struct arena *arena;                      /* the pages' */
    struct arena *words;                      /* texts of items until they are packed */
    struct arena scratch;                     /* lines of the blocks at hand */
    struct buffer packing;                    /* the items being packed */
    struct set_paragraph set[SET_PARAGRAPHS]; /* whose lines are in scratch, by address */
    struct document *document;
    const struct furniture *furniture;
    struct pages *out;
    const struct template *template;
    const struct measure *measure;
    struct sheet *sheets;
    size_t count, capacity;
    size_t settled; /* pages that no column comes back to */
    struct cursor main, side;
    struct destination *destinations; /* one an anchor */
    size_t anchors, destination_capacity;
    struct outline_entry *outline;
    size_t outline_count, outline_capacity;
    struct pending *pending;
    size_t pending_count, pending_capacity;
    struct text running;
    uint32_t element; /* the last number given out */
    uint32_t figure;  /* of the picture that is being drawn; 0: none */
};

/* A column: its left edge and width. */
struct frame {
    mpt x, width;
};

struct frame pager_frame(const struct pager *pager, enum flow flow);

/* Top and bottom of the type area, and its height. */
mpt pager_top(const struct pager *pager);
mpt pager_bottom(const struct pager *pager);

/* The cursor at which a block of the flow begins: for a full block the later of both. */
struct cursor pager_cursor(const struct pager *pager, enum flow flow);

/* Records where a block of the flow ended. */
void pager_advance(struct pager *pager, enum flow flow, struct cursor cursor);

/* Moves the cursor to the top of the next page, which is made where it is not there yet; packs the
 * page it leaves. */
void pager_turn(struct pager *pager, struct cursor *cursor);

/* Moves the cursor below what stands above, by `before` or what that wants; to the next page if
 * `need` does not fit. */
void pager_begin(struct pager *pager, struct cursor *cursor, mpt before, mpt need);

/* Sets the anchor (NO_ANCHOR: none) to the place. */
void pager_anchor(struct pager *pager, size_t anchor, size_t page, mpt y);

/* A number for the next paragraph, cell or heading. */
uint32_t pager_element(struct pager *pager);

/* Items at the end of the page. Returns the item's index on the page. */
size_t put_rule(struct pager *pager, size_t page, struct item_rule rule);
size_t put_text(struct pager *pager, size_t page, enum item_role role, uint32_t element,
                struct item_text text);
/* The same in the face, size and colour of the style. */
size_t put_styled(struct pager *pager, size_t page, enum item_role role, uint32_t element,
                  enum style style, struct item_text text);
size_t put_link(struct pager *pager, size_t page, enum item_role role, uint32_t element,
                struct item_link link);

size_t put_shape(struct pager *pager, size_t page, struct item_shape shape);

/* A picture of pixels; between figure_begin and figure_end. */
void put_image(struct pager *pager, size_t page, struct item_image image);

/* A picture within the figure's rectangle begins: whatever is put from here on, text too, belongs
 * to it and not to what is read aloud, until figure_end. `figure.alt` says in a sentence or two
 * what the picture tells, figures and units included, in the briefing's language; it must live as
 * long as the pages. A picture lies on one page; pictures do not nest. Put its title and its source
 * before figure_begin or after figure_end, so that they are read. */
void figure_begin(struct pager *pager, size_t page, struct item_figure figure);
void figure_end(struct pager *pager);

/* Lines of a paragraph in the pager's scratch memory, until pager_forget. A paragraph is always set
 * with the same alignment. */
struct lines pager_lines(struct pager *pager, const struct paragraph *paragraph, mpt width,
                         enum align align);

/* Gives scratch memory back once there is much of it. */
void pager_forget(struct pager *pager);

/* Packs what stands on the page, unless it waits. */
void pager_pack(struct pager *pager, size_t page);

/* Nothing that the pager has needs the document's blocks or their texts any longer. */
void pager_let_go(struct pager *pager);

/* Draws one line of the paragraph, its box's top left corner at (x, y), in a column of `width`,
 * with its links. */
void put_line(struct pager *pager, size_t page, const struct paragraph *paragraph,
              const struct line *line, struct frame frame, mpt y, enum align align,
              enum item_role role, uint32_t element);

/* The role that a paragraph of the style plays. */
enum item_role style_role(enum style style);

/* From the top of a line to its baseline. */
mpt style_ascent(const struct style_values *style);

/* How high the block is in one piece, with the notes beside it; of a table what must stand
 * together. */
mpt block_height(struct pager *pager, const struct block *block);

/* Place a block; each begins at the flow's cursor and leaves it at the block's end. `keep` is what
 * must fit on its first page, `tail` the height of what must stand below a table's last row. */
void place_table(struct pager *pager, const struct block *block, mpt keep, mpt tail);
void place_cards(struct pager *pager, const struct block *block, mpt keep);
void place_bars(struct pager *pager, const struct block *block, mpt keep);
void place_map(struct pager *pager, const struct block *block, mpt keep);
void place_trends(struct pager *pager, const struct block *block, mpt keep);

/* The least height that must stand together where a block begins: of a table up to a quarter of the
 * page high, and of one of three rows, all of it; its tail with it. */
mpt table_first_height(struct pager *pager, const struct block *block, mpt tail);
mpt cards_height(struct pager *pager, const struct block *block);
mpt bars_height(struct pager *pager, const struct block *block);
mpt map_height(struct pager *pager, const struct block *block);
mpt trends_height(struct pager *pager, const struct block *block);

/* The series as columns on the line `base`, the value `largest` of the given height. */
void put_columns(struct pager *pager, size_t page, const struct series *series, struct frame frame,
                 mpt base, mpt height, size_t largest);

/* How wide the columns beside the values of a block of cards are whose text is `width` wide: what
 * the widest value leaves, up to a limit; 0 where that is too little. */
mpt cards_trend_width(struct pager *pager, const struct block *block, mpt width);

/* The columns of a card in `frame`, on the line of its value, whose lines begin at y; nothing for
 * an empty series. */
void put_card_trend(struct pager *pager, size_t page, const struct card *card, struct frame frame,
                    mpt y);

#endif
