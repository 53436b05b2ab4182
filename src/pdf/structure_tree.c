/* The tree of structure elements, from the marks and links: see structure.h. Elements follow one
 * another as they first appear; cells are gathered into rows and tables, items of lists into lists,
 * entries of the contents into a table of contents.
 *
 * Before: structure.c. After: haru.c. */
#include <config.h>

#include "base/memory.h"
#include "pdf/document.h"
#include "pdf/structure.h"
#include "pdf/syntax.h"

#define NONE STRUCTURE_NONE
#define HEADINGS 4 /* levels 1 to 3; the first is not used */
/* Members of an array: PDF/A-1 (ISO 19005-1, 6.1.12) allows 8,191. What has more children is
 * parted, and the ways back, two members each, stand in leaves. */
#define KIDS_MOST 4000

/* An element that is open: its object, and its children as far as they are known. */
struct open {
    const char *type; /* NULL: not open */
    struct haru_object *object;
    size_t page; /* of its first mark, which marks without a page are on; NONE without marks */
    struct buffer kids;
    size_t count; /* of its children that are elements */
};

struct tree {
    struct document *document;
    struct structure *structure;
    size_t elements;         /* highest element number, plus 1 */
    size_t *first_mark;      /* owned: of each element, or NONE */
    size_t *first_link;      /* owned: of each element, or NONE */
    unsigned *object_of;     /* owned: object number of each element, 0 before it is made */
    unsigned *link_object;   /* owned: of each link's own element, 0 for one that belongs nowhere */
    struct open root, group; /* the document; the table, list or contents that is open in it */
    struct open division;    /* of a document with more elements than an array holds */
    struct open row, cell;   /* of a table */
    struct open item;        /* of a list */
    size_t figures_passed;
    bool row_is_head, cell_heads_row;
    size_t row_cells; /* begun in the row */
    mpt second_x; /* where the second column's head stands; what stands left of it names a row */
    size_t headings[HEADINGS]; /* the type's level of the open heading of each level; 0: none is */
    mpt cell_x;
    size_t cell_page;
};

static struct tree make_tree(struct document *document) {
    struct structure *structure = &document->structure;
    struct tree tree = {.document = document, .structure = structure, .elements = 1};
    for (size_t i = 0; i < structure->mark_count; i++)
        if (structure->marks[i].element >= tree.elements)
            tree.elements = (size_t)structure->marks[i].element + 1;
    tree.first_mark = memory_alloc_array(tree.elements, sizeof *tree.first_mark);
    tree.first_link = memory_alloc_array(tree.elements, sizeof *tree.first_link);
    tree.object_of = memory_alloc_array(tree.elements, sizeof *tree.object_of);
    tree.link_object = memory_alloc_array(structure->link_count, sizeof *tree.link_object);
    for (size_t i = 0; i < tree.elements; i++)
        tree.first_mark[i] = tree.first_link[i] = NONE;
    return tree;
}

static void free_tree(struct tree *tree) {
    memory_free(tree->first_mark);
    memory_free(tree->first_link);
    memory_free(tree->object_of);
    memory_free(tree->link_object);
    buffer_free(&tree->root.kids);
    buffer_free(&tree->division.kids);
    buffer_free(&tree->group.kids);
    buffer_free(&tree->row.kids);
    buffer_free(&tree->cell.kids);
    buffer_free(&tree->item.kids);
}

/* Chains the marks, and the links, of each element; from the last to the first, so that a chain
 * runs in reading order. */
static void chain(struct tree *tree) {
    struct structure *structure = tree->structure;
    for (size_t i = structure->mark_count; i-- > 0;) {
        structure->marks[i].next = tree->first_mark[structure->marks[i].element];
        tree->first_mark[structure->marks[i].element] = i;
    }
    for (size_t i = structure->link_count; i-- > 0;) {
        if (structure->links[i].element >= tree->elements)
            continue;
        structure->links[i].next = tree->first_link[structure->links[i].element];
        tree->first_link[structure->links[i].element] = i;
    }
}

static void begin(struct tree *tree, struct open *open, const char *type) {
    open->type = type;
    open->object = haru_dictionary(tree->document->haru);
    open->page = NONE;
    open->count = 0;
    buffer_clear(&open->kids);
}

static unsigned page_number(const struct tree *tree, size_t page) {
    return tree->document->page_numbers[page];
}

static void put_kid(struct open *parent, unsigned number) {
    syntax_reference(&parent->kids, "", number);
    buffer_char(&parent->kids, '\n');
    parent->count++;
}

/* Gives the element its children and itself to its parent; `more` are further entries. The entry
 * /Type may be left out, and there are many elements. */
static void end(struct tree *tree, struct open *open, struct open *parent, struct text more) {
    struct buffer *out = &tree->document->entries;
    if (!open->type)
        return;
    buffer_string(out, "/S/");
    buffer_string(out, open->type);
    syntax_reference(out, "/P ", haru_number(parent->object));
    buffer_text(out, more);
    if (open->page != NONE)
        syntax_reference(out, "/Pg ", page_number(tree, open->page));
    buffer_string(out, "/K[");
    buffer_text(out, buffer_view(&open->kids));
    buffer_char(out, ']');
    haru_fill(tree->document->haru, open->object, buffer_view(out));
    buffer_clear(out);
    put_kid(parent, haru_number(open->object));
    open->type = NULL;
}

/* What the next element that is part of nothing else becomes a child of. */
static struct open *body(struct tree *tree) {
    if (tree->structure->mark_count <= KIDS_MOST)
        return &tree->root;
    if (tree->division.count >= KIDS_MOST)
        end(tree, &tree->division, &tree->root, TEXT(""));
    if (!tree->division.type)
        begin(tree, &tree->division, "Div");
    return &tree->division;
}

static void end_cell(struct tree *tree) {
    struct text scope = tree->row_is_head      ? TEXT("/A<</O/Table/Scope/Column>>")
                        : tree->cell_heads_row ? TEXT("/A<</O/Table/Scope/Row>>")
                                               : TEXT("");
    end(tree, &tree->cell, &tree->row, scope);
}

static void end_row(struct tree *tree) {
    end_cell(tree);
    end(tree, &tree->row, &tree->group, TEXT(""));
}

static void end_group(struct tree *tree) {
    end_row(tree);
    end(tree, &tree->item, &tree->group, TEXT(""));
    if (tree->group.type)
        end(tree, &tree->group, body(tree), TEXT(""));
}

/* A link is an element of its own, whose content is the annotation. */
static void put_link(struct tree *tree, struct open *open, size_t index) {
    const struct linked *link = &tree->structure->links[index];
    struct buffer *out = &tree->document->entries;
    syntax_reference(out, "/S/Link/P ", haru_number(open->object));
    syntax_reference(out, "/Pg ", page_number(tree, link->page));
    syntax_reference(out, "/K<</Type/OBJR/Obj ", link->annotation);
    buffer_string(out, ">>");
    tree->link_object[index] = haru_number(document_dictionary(tree->document));
    put_kid(open, tree->link_object[index]);
}

static void put_mark(struct tree *tree, struct open *open, const struct mark *mark) {
    if (open->page == NONE)
        open->page = mark->page;
    if (open->page == mark->page) {
        syntax_integer(&open->kids, mark->number);
        buffer_char(&open->kids, ' ');
    } else {
        buffer_printf(&open->kids, "<</Type/MCR/Pg %u 0 R/MCID %u>>\n",
                      page_number(tree, mark->page), mark->number);
    }
}

/* All that the element consists of becomes part of `open`. */
static void put_content(struct tree *tree, struct open *open, uint32_t element) {
    const struct structure *structure = tree->structure;
    tree->object_of[element] = haru_number(open->object);
    for (size_t i = tree->first_mark[element]; i != NONE; i = structure->marks[i].next)
        put_mark(tree, open, &structure->marks[i]);
    for (size_t i = tree->first_link[element]; i != NONE; i = structure->links[i].next)
        put_link(tree, open, i);
}

static void put_leaf(struct tree *tree, struct open *parent, const char *type, uint32_t element) {
    struct open leaf = {0};
    begin(tree, &leaf, type);
    put_content(tree, &leaf, element);
    end(tree, &leaf, parent, TEXT(""));
    buffer_free(&leaf.kids);
}

static void enter_group(struct tree *tree, const char *type) {
    if (tree->group.type == type)
        return;
    end_group(tree);
    begin(tree, &tree->group, type);
}

/* Between two rows or items: the next one begins another table or list where this one is full. */
static void make_room(struct tree *tree) {
    const char *type = tree->group.type;
    if (tree->group.count < KIDS_MOST)
        return;
    end_group(tree);
    begin(tree, &tree->group, type);
}

static const char table_type[] = "Table", list_type[] = "L", contents_type[] = "TOC";

static void begin_cell(struct tree *tree, const struct mark *mark, bool head) {
    size_t number = tree->row_cells++;
    if (head && number <= 1) /* a table of one column has cells, no names of rows */
        tree->second_x = number ? mark->x : 0;
    tree->cell_heads_row = !head && number == 0 && mark->x < tree->second_x;
    begin(tree, &tree->cell, head || tree->cell_heads_row ? "TH" : "TD");
}

/* A cell. A rule parts it from the row before; the same left edge makes it one more paragraph of
 * the cell before. A head after rows is a new table, unless a new page only repeats it. */
static void put_cell(struct tree *tree, const struct mark *mark) {
    bool head = mark->role == ROLE_TH;
    if (head && tree->row.type && !tree->row_is_head && mark->page == tree->cell_page)
        end_group(tree);
    enter_group(tree, table_type);
    if (mark->after_rule || head != tree->row_is_head || mark->page != tree->cell_page)
        end_row(tree);
    if (!tree->row.type) {
        make_room(tree);
        begin(tree, &tree->row, "TR");
        tree->row_cells = 0;
    }
    if (tree->cell.type && mark->x != tree->cell_x)
        end_cell(tree);
    tree->row_is_head = head;
    tree->cell_x = mark->x;
    tree->cell_page = mark->page;
    if (!tree->cell.type)
        begin_cell(tree, mark, head);
    put_content(tree, &tree->cell, mark->element);
}

/* An item of a list has a label, if a mark stood before it, and a body (ISO 32000-1, table 336). */
static void put_list_item(struct tree *tree, const struct mark *mark) {
    bool label = mark->role == ROLE_LIST_MARK;
    enter_group(tree, list_type);
    if (label)
        end(tree, &tree->item, &tree->group, TEXT(""));
    if (!tree->item.type) {
        make_room(tree);
        begin(tree, &tree->item, "LI");
    }
    put_leaf(tree, &tree->item, label ? "Lbl" : "LBody", mark->element);
    if (!label)
        end(tree, &tree->item, &tree->group, TEXT(""));
}

static void put_alternative(struct tree *tree, const struct item_figure *item, struct buffer *out) {
    int64_t height = tree->document->pages->height;
    int64_t edges[4] = {item->x, height - item->y - item->height, (int64_t)item->x + item->width,
                        height - item->y};
    buffer_string(out, "/Alt");
    syntax_text(out, item->alt);
    buffer_string(out, "/A<</O/Layout/BBox[");
    for (size_t i = 0; i < 4; i++) {
        syntax_thousandths(out, edges[i]);
        buffer_char(out, i < 3 ? ' ' : ']');
    }
    buffer_string(out, ">>");
}

/* A picture, with the words that are read instead of it. Pictures are drawn in the order in which
 * they were noted. */
static void put_figure(struct tree *tree, uint32_t element) {
    const struct structure *structure = tree->structure;
    struct open picture = {0};
    struct buffer alternative = {0};
    begin(tree, &picture, "Figure");
    put_content(tree, &picture, element);
    while (tree->figures_passed < structure->figure_count) {
        const struct figure *figure = &structure->figures[tree->figures_passed++];
        if (figure->element != element)
            continue;
        put_alternative(tree, &figure->item, &alternative);
        break;
    }
    end(tree, &picture, body(tree), buffer_view(&alternative));
    buffer_free(&alternative);
    buffer_free(&picture.kids);
}

/* A heading's type. No level is left out on the way down, whatever the pages look like: a part
 * right below a chapter is of the second level. `level` is 1 to 3. */
static const char *heading_type(struct tree *tree, size_t level) {
    static const char *const types[] = {"H1", "H2", "H3"};
    size_t above = level - 1;
    while (above > 0 && tree->headings[above] == 0)
        above--;
    tree->headings[level] = above ? tree->headings[above] + 1 : 1;
    for (size_t i = level + 1; i < HEADINGS; i++)
        tree->headings[i] = 0;
    return types[tree->headings[level] - 1];
}

static const char *type_of(struct tree *tree, enum item_role role) {
    switch (role) {
    case ROLE_TITLE:
    case ROLE_H1:
        return heading_type(tree, 1);
    case ROLE_H2:
        return heading_type(tree, 2);
    case ROLE_H3:
        return heading_type(tree, 3);
    case ROLE_QUOTE:
        return "BlockQuote";
    case ROLE_NOTE:
        return "Note";
    default:
        return "P";
    }
}

static void put_element(struct tree *tree, const struct mark *mark) {
    switch (mark->role) {
    case ROLE_TH:
    case ROLE_TD:
        put_cell(tree, mark);
        break;
    case ROLE_LIST_MARK:
    case ROLE_LIST:
        put_list_item(tree, mark);
        break;
    case ROLE_FIGURE:
        end_group(tree);
        put_figure(tree, mark->element);
        break;
    case ROLE_CONTENTS:
        enter_group(tree, contents_type);
        make_room(tree);
        put_leaf(tree, &tree->group, "TOCI", mark->element);
        break;
    default:
        end_group(tree);
        put_leaf(tree, body(tree), type_of(tree, mark->role), mark->element);
    }
}

/* A leaf of the ways back that is being filled; the leaves filled before are in `kids`. */
struct ways {
    struct buffer kids;
    size_t count, first, last; /* of the leaf: how many, and the lowest and highest key */
};

static void end_leaf(struct tree *tree, struct ways *ways) {
    struct buffer *out = &tree->document->entries;
    if (ways->count == 0)
        return;
    buffer_printf(out, "]/Limits[%zu %zu]", ways->first, ways->last);
    syntax_reference(&ways->kids, "\n", haru_number(document_dictionary(tree->document)));
    ways->count = 0;
}

/* Begins the way of the next key, in a new leaf where the one before is full. */
static void begin_way(struct tree *tree, struct ways *ways, size_t key) {
    if (ways->count == KIDS_MOST / 2)
        end_leaf(tree, ways);
    if (ways->count++ == 0) {
        buffer_string(&tree->document->entries, "/Nums[");
        ways->first = key;
    }
    ways->last = key;
    buffer_printf(&tree->document->entries, "%zu", key);
}

/* The ways back: for each page the elements of its marks, for each link its element. */
static struct haru_object *parent_tree(struct tree *tree) {
    const struct structure *structure = tree->structure;
    struct buffer *out = &tree->document->entries;
    struct ways ways = {.count = 0};
    size_t pages = tree->document->pages->count, mark = 0;
    for (size_t page = 0; page < pages; page++) {
        begin_way(tree, &ways, page);
        buffer_char(out, '[');
        for (; mark < structure->mark_count && structure->marks[mark].page == page; mark++)
            syntax_reference(out, "\n", tree->object_of[structure->marks[mark].element]);
        buffer_string(out, "]\n");
    }
    for (size_t i = 0; i < structure->link_count; i++) {
        if (tree->link_object[i] == 0)
            continue;
        begin_way(tree, &ways, pages + i);
        buffer_printf(out, " %u 0 R\n", tree->link_object[i]);
    }
    end_leaf(tree, &ways);
    buffer_string(out, "/Kids[");
    buffer_text(out, buffer_view(&ways.kids));
    buffer_char(out, ']');
    buffer_free(&ways.kids);
    return document_dictionary(tree->document);
}

static void write_root(struct tree *tree, struct haru_object *root) {
    struct document *document = tree->document;
    struct haru_object *ways_back = parent_tree(tree);
    buffer_printf(&document->entries,
                  "/Type/StructTreeRoot/K %u 0 R/ParentTree %u 0 R/ParentTreeNextKey %zu",
                  haru_number(tree->root.object), haru_number(ways_back),
                  document->pages->count + tree->structure->link_count);
    haru_fill(document->haru, root, buffer_view(&document->entries));
    buffer_clear(&document->entries);
    buffer_printf(&document->catalogue, "/MarkInfo<</Marked true>>/StructTreeRoot %u 0 R",
                  haru_number(root));
}

void structure_write(struct document *document) {
    struct tree tree = make_tree(document);
    struct open root = {.object = haru_dictionary(document->haru)};
    chain(&tree);
    begin(&tree, &tree.root, "Document");
    for (size_t i = 0; i < tree.structure->mark_count; i++)
        if (tree.object_of[tree.structure->marks[i].element] == 0)
            put_element(&tree, &tree.structure->marks[i]);
    end_group(&tree);
    end(&tree, &tree.division, &tree.root, TEXT(""));
    end(&tree, &tree.root, &root, TEXT(""));
    write_root(&tree, root.object);
    buffer_free(&root.kids);
    free_tree(&tree);
}
