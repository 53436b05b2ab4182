/* The document: blocks in reading order, before anybody knows where they will stand.
 *
 * Before: compose_*.c build it from the finished month. After: paginate.c puts its blocks on pages.
 * Everything lives in the document's arena; texts are copied and made fit for their face
 * (legible.h) when they are added. */
#ifndef TAKLIMAT_LAYOUT_DOCUMENT_H
#define TAKLIMAT_LAYOUT_DOCUMENT_H

#include "layout/linebreak.h"
#include "layout/pages.h"

#define NO_ANCHOR SIZE_MAX

struct paragraph {
    enum style style;
    struct run *runs;
    size_t count, capacity;
};

enum block_kind {
    BLOCK_PARAGRAPH,
    BLOCK_TABLE,
    BLOCK_CARDS,
    BLOCK_BARS,
    BLOCK_MAP,
    BLOCK_TRENDS,
    BLOCK_CONTENTS,
    BLOCK_LEVEL
};

/* Where a block stands. Main and side columns fill independently; a full block begins below both.
 */
enum flow { FLOW_FULL, FLOW_MAIN, FLOW_SIDE };

struct cell {
    struct paragraph *paragraphs;
    size_t count, capacity;
};

struct row {
    struct cell *cells; /* one a column */
    size_t anchor;      /* NO_ANCHOR if nothing leads to it */
};

struct column {
    int share; /* of the width, in thousandths; those of a table sum up to 1000 */
    enum align align;
};

struct table {
    const struct column *columns; /* static */
    size_t column_count;
    struct row head; /* repeated on each page */
    struct row *rows;
    size_t row_count, capacity;
    bool goes_on; /* its rows follow those of the table before, as if they were that one's; it has a
                     head of its own, for the pages to come */
    bool more;    /* the next block is a table that goes on with this one and has two rows at least;
                     this one is higher than a quarter of a page */
};

/* One number a month, the last that of the month at hand. */
struct series {
    struct series_point {
        bool known; /* a month of which nothing is known shows nothing */
        size_t value;
    } * at;
    size_t count;
};

struct card {
    struct paragraph value, label, note;
    struct series trend;     /* beside the value; empty: none */
    struct text trend_alt;   /* what it shows, in words */
    struct paragraph change; /* since the month before; no runs: not known */
    int direction;           /* of the arrow before it: 1 up, -1 down, 0 none */
};

struct bar {
    struct paragraph label, value;
    size_t length; /* what the bar stands for */
};

/* One of several small pictures of months on one scale. */
struct panel {
    struct paragraph label, value; /* what it counts; of the month at hand */
    struct series series;          /* as long as those of the other panels */
    struct text peak;              /* its largest value */
};

struct trends {
    struct panel *at;
    size_t count;
    struct text *months; /* a letter a month */
    size_t largest;      /* of all values, > 0: the height of the highest column */
    size_t scale;        /* a round number up to it, at which a line stands */
    struct text scale_words;
};

/* A tile of a map: a square with an abbreviation. */
struct map_tile {
    struct text mark;     /* the abbreviation; every character has a glyph */
    unsigned row, column; /* from the north-west */
    unsigned shade;       /* number of its class */
    bool outlined;
    size_t anchor; /* what it leads to; NO_ANCHOR: nothing */
};

struct map {
    struct map_tile *at;
    size_t count;
    unsigned rows, columns;
    struct paragraph *classes; /* the legend: what each shade stands for, the lightest first */
    unsigned class_count;
};

struct block {
    enum block_kind kind;
    enum flow flow;
    struct paragraph text;   /* paragraph, contents entry */
    struct paragraph mark;   /* hangs in the indent; no runs: none */
    struct paragraph *notes; /* beside a paragraph in the main column, from its first line on */
    size_t note_count, note_capacity;
    size_t anchor;   /* NO_ANCHOR if nothing leads here */
    bool in_outline; /* with outline_title and outline_level; needs an anchor */
    unsigned outline_level;
    struct text outline_title;
    struct text running; /* the running header from here on; none: as before */
    struct text alt;     /* of a picture: what it shows, in words */
    bool new_page;       /* begins a page */
    bool keep_next;      /* stays with the next block, whatever its style says */
    union {
        struct table table;
        struct {
            struct card *at;
            size_t count;
        } cards;
        struct {
            struct bar *at;
            size_t count, capacity;
        } bars;
        struct map map;
        struct trends trends;
        size_t target; /* contents: the anchor that the entry leads to */
    } of;
};

struct glossary; /* tables/glossary.h */

struct document {
    struct arena *arena; /* borrowed: the pages' */
    const struct template *template;
    const struct measure *measure;
    enum flow flow; /* of the blocks added next */
    struct block **at;
    size_t count, capacity;
    size_t anchors;        /* made so far; anchor i becomes destination i */
    size_t sources_anchor; /* the list of sources, for the footer; NO_ANCHOR if there is none */
    size_t replaced;       /* characters without a glyph */
    const struct glossary *glossary; /* whose abbreviations are noted; NULL: none are */
    bool *met;                       /* of each: it stands in the document */
};

/* A block of the kind at the end of the document, in the document's flow. */
struct block *document_add(struct document *document, enum block_kind kind, enum style style);

/* A paragraph with one run of its own style; more may be added to block->text. `text` may be empty.
 */
struct block *document_paragraph(struct document *document, enum style style, struct text text);

/* Both columns go on from where the longer one ended. */
void document_level(struct document *document);

/* A new anchor; attach it to one block or row. */
size_t document_anchor(struct document *document);

/* Puts the block into the outline, with an anchor if it has none. */
void block_outline(struct document *document, struct block *block, unsigned level,
                   struct text title);

/* An empty paragraph beside the block's text. */
struct paragraph *block_note(struct document *document, struct block *block, enum style style);

/* Appends text in `style`. */
void paragraph_add(struct document *document, struct paragraph *paragraph, enum style style,
                   struct text text);

/* Appends text in `style` that leads to an anchor. */
void paragraph_add_link(struct document *document, struct paragraph *paragraph, enum style style,
                        struct text text, size_t anchor);

/* Appends text in `style` that leads to `uri` if that is an http or https address, else nowhere. */
void paragraph_add_uri(struct document *document, struct paragraph *paragraph, enum style style,
                       struct text text, struct text uri);

/* A table without rows; the head's cells are empty. */
struct table *document_table(struct document *document, const struct column *columns, size_t count);

/* A row of empty cells at the end of the table. */
struct row *table_row(struct document *document, struct table *table);

/* An empty paragraph at the end of the cell. */
struct paragraph *cell_add(struct document *document, struct cell *cell, enum style style);

/* A paragraph with `text` at the end of the cell. */
struct paragraph *cell_text(struct document *document, struct cell *cell, enum style style,
                            struct text text);

/* A bar at the end of a block of bars. */
struct bar *bars_add(struct document *document, struct block *block);

#endif
